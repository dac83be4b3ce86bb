// A document on its way to the ledger: how far it is, its seal, or why it was not accepted.

import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";
import { session } from "../frame/signIn/useStanding.ts";
import { TroubleNote, troubleAdvice } from "../frame/TroubleNote.tsx";
import type { AnchorDesk, AnchorItem } from "./anchorDesk.ts";
import type { OwnDocument } from "./answers.ts";
import { says } from "./says.ts";
import { SealButton } from "./SealButton.tsx";
import { Stages } from "./Stages.tsx";

export function AnchorCard({ item, desk }: { item: AnchorItem; desk: AnchorDesk }) {
  const { anchor } = says;
  const { state } = item;
  const name = visible(item.name);
  return (
    <article class="card card-slim tone-none" data-anchor={state.is === "followed" ? state.document.state : state.is} aria-labelledby={`anchor-${item.id}`}>
      <h3 id={`anchor-${item.id}`} class="file-name">
        <bdi>{name}</bdi>
      </h3>
      <p class="soft">{typeWords(item.documentType, words).one}</p>
      {(state.is === "reading" || state.is === "sending") && (
        <>
          <progress class="bar" aria-label={anchor[state.is]} />
          <p class="soft">{anchor[state.is]}</p>
        </>
      )}
      {state.is === "followed" && <Followed state={state} />}
      {state.is === "failed" && (
        <>
          <p class="label">{anchor.failed}</p>
          <p class="notice-said">{troubleAdvice(state.trouble).means}</p>
          <TroubleNote trouble={state.trouble} />
        </>
      )}
      <div class="actions">
        {state.is === "followed" && <FollowedActions document={state.document} name={name} />}
        {state.is === "failed" && (
          <button type="button" class="button" aria-label={anchor.retryNamed(name)} onClick={() => void desk.again(item.id)}>
            {anchor.retry}
          </button>
        )}
        {(state.is === "followed" || state.is === "failed") && (
          <button type="button" class="button" aria-label={anchor.removeNamed(name)} onClick={() => desk.remove(item.id)}>
            {anchor.remove}
          </button>
        )}
      </div>
    </article>
  );
}

function Followed({ state: { document, isSilent } }: { state: Extract<AnchorItem["state"], { is: "followed" }> }) {
  const { anchor } = says;
  return (
    <>
      <Stages reached={document.state} />
      {document.problem !== undefined && <p class="notice-said">{anchor.problem(visible(document.problem, 300))}</p>}
      {isSilent && <p class="notice-said">{anchor.silent}</p>}
    </>
  );
}

function FollowedActions({ document, name }: { document: OwnDocument; name: string }) {
  const { anchor } = says;
  return (
    <>
      <SealButton document={document} name={name} session={session} />
      <a class="button" href={`#documents/${encodeURIComponent(document.id)}`} aria-label={anchor.openNamed(name)}>
        {anchor.open}
      </a>
    </>
  );
}
