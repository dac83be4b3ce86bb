// One document: what is known of it, what everybody reads who checks it now, and what its issuer can do.

import { useEffect, useState } from "preact/hooks";
import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import type { StandingChange } from "../../words/issuerWords.ts";
import { hrefOf, words } from "../frame/language.ts";
import type { Me } from "../frame/signIn/me.ts";
import type { Session } from "../frame/signIn/session.ts";
import { Fact } from "../report/Fact.tsx";
import { readDocument, type OwnDocument } from "./answers.ts";
import { AskedTrouble } from "./AskedTrouble.tsx";
import { CheckNow } from "./CheckNow.tsx";
import { partBehind } from "./partName.ts";
import { says } from "./says.ts";
import { SealButton } from "./SealButton.tsx";
import { Stages } from "./Stages.tsx";
import { StandingActions } from "./StandingActions.tsx";
import { StandingMark } from "./StandingMark.tsx";
import { useAsking } from "./useAsking.ts";

interface OneDocumentProps {
  readonly session: Session;
  readonly me: Me;
  readonly id: string;
}

const LOOK_MS = 2_000;

export function OneDocument({ session, me, id }: OneDocumentProps) {
  const { asked, again } = useAsking(id, async () => readDocument(await session.json(`/v1/documents/${encodeURIComponent(id)}`)));
  const [done, setDone] = useState<StandingChange | null>(null);
  const document = asked.is === "answered" ? asked.value : asked.is === "asking" ? asked.before : null;
  const isUnderWay = asked.is === "answered" && asked.value.state !== "final";
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(again, LOOK_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <>
      <p>
        <a class="back" href="#documents">
          {says.list.back}
        </a>
      </p>
      {asked.is === "trouble" && <AskedTrouble trouble={asked.trouble} onAgain={again} />}
      {document === null && asked.is === "asking" && <p role="status">{words.page.asking}</p>}
      {document !== null && (
        <>
          <Known document={document} session={session} />
          <p role="status" class="said">
            {done === null ? "" : says.standing.done(done)}
          </p>
          <CheckNow document={document} />
          <StandingActions
            document={document}
            session={session}
            me={me}
            onChanged={(change) => {
              setDone(change);
              again();
            }}
          />
        </>
      )}
    </>
  );
}

function Known({ document, session }: { document: OwnDocument; session: Session }) {
  const { list, anchor } = says;
  const { reference, documentType, role, digest, state, standing, acceptedAt, anchoredAt, replacement, problem } = document;
  const name = reference === undefined ? list.noReference : visible(reference);
  return (
    <article class="card card-slim tone-none" aria-labelledby="document-name" data-own-standing={standing}>
      <h3 id="document-name" class="file-name">
        <bdi>{name}</bdi>
        {partBehind(role)}
      </h3>
      <Stages reached={state} />
      {problem !== undefined && <p class="notice-said">{anchor.problem(visible(problem, 300))}</p>}
      <dl class="facts">
        <Fact term={says.documentType}>{typeWords(documentType, words).one}</Fact>
        <Fact term={list.standing}>
          <StandingMark standing={standing} /> <span class="soft">{standing === "active" ? "" : list.acknowledged}</span>
        </Fact>
        {acceptedAt !== undefined && <Fact term={list.accepted}>{words.dateTime(visible(acceptedAt))}</Fact>}
        {anchoredAt !== undefined && <Fact term={list.anchoredAt}>{words.dateTime(visible(anchoredAt))}</Fact>}
        <Fact term={words.page.digest}>
          <code class="hash">{visible(digest)}</code>
        </Fact>
        {replacement !== undefined && (
          <Fact term={list.replacement}>
            <code class="hash">{visible(replacement)}</code>
          </Fact>
        )}
      </dl>
      <div class="actions">
        <SealButton document={document} name={name} session={session} />
        <a class="button" href={hrefOf(`/?digest=${encodeURIComponent(digest)}`)}>
          {list.checkPage}
        </a>
      </div>
    </article>
  );
}
