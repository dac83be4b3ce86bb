// What was issued earlier, newest first: how each stands, and its PDF.

import { useState } from "preact/hooks";
import { visible } from "../../../words/visible.ts";
import { words } from "../../frame/language.ts";
import { readCredentials, type OwnCredential } from "../answers.ts";
import { AskedTrouble } from "../AskedTrouble.tsx";
import { says } from "../says.ts";
import type { Session } from "../../frame/signIn/session.ts";
import { StandingMark } from "../StandingMark.tsx";
import { useAsking } from "../useAsking.ts";
import { ConsentChange } from "./ConsentChange.tsx";
import { PdfLinks } from "./PdfLinks.tsx";
import { forms, isOfOperator, type FormName } from "./schema.ts";

const PAGE = 10;
const ofOperators: readonly string[] = (Object.keys(forms) as FormName[]).filter((name) => isOfOperator[name]).map((name) => forms[name]);

export function CredentialList({ session }: { session: Session }) {
  /** Where the pages before this one begin; the last is this one's. */
  const [cursors, setCursors] = useState<readonly string[]>([""]);
  const cursor = cursors.at(-1)!;
  const address = `/v1/credentials?limit=${PAGE}${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`;
  const { asked, again } = useAsking(address, async () => readCredentials(await session.json(address)));
  const { issue, list } = says;
  const page = asked.is === "answered" ? asked.value : asked.is === "asking" ? asked.before : null;
  return (
    <section class="card card-slim" aria-labelledby="earlier-title">
      <h3 id="earlier-title">{issue.earlier}</h3>
      {asked.is === "asking" && <p role="status">{words.page.asking}</p>}
      {asked.is === "trouble" && <AskedTrouble trouble={asked.trouble} onAgain={again} />}
      {page !== null && page.credentials.length === 0 && <p>{issue.earlierNone}</p>}
      {page !== null && (
        <ul class="hooks">
          {page.credentials.map((credential) => (
            <Row key={credential.id} credential={credential} session={session} />
          ))}
        </ul>
      )}
      {page !== null && (cursors.length > 1 || page.next !== undefined) && (
        <div class="actions">
          <button type="button" class="button" disabled={cursors.length === 1} onClick={() => setCursors(cursors.slice(0, -1))}>
            {list.newer}
          </button>
          <button type="button" class="button" disabled={page.next === undefined} onClick={() => setCursors([...cursors, page.next!])}>
            {list.older}
          </button>
        </div>
      )}
    </section>
  );
}

function Row({ credential: { id, type, documentId, issuedAt, validUntil, standing, state, consent, documents = [] }, session }: { credential: OwnCredential; session: Session }) {
  const { issue, anchor } = says;
  const [isPdfWanted, setPdfWanted] = useState(false);
  const [isConsentWanted, setConsentWanted] = useState(false);
  const hasConsent = consent !== undefined && ofOperators.includes(type);
  const pdf = documents.find(({ role }) => role === "pdf");
  const name = Object.hasOwn(issue.typeNames, type) ? issue.typeNames[type]! : visible(type);
  return (
    <li data-credential={id}>
      <p>
        <strong>{name}</strong>, {issue.issuedOn(visible(issuedAt))}
        {validUntil === undefined ? "" : `, ${issue.holdsUntil(visible(validUntil))}`}
      </p>
      <p>
        {anchor.stages[state]?.name ?? visible(state)} · <StandingMark standing={standing} />
      </p>
      <div class="actions">
        <a class="button" href={`#documents/${encodeURIComponent(documentId)}`} aria-label={issue.detailsOf(`${name}, ${issue.issuedOn(visible(issuedAt))}`)}>
          {anchor.open}
        </a>
        {pdf !== undefined && !isPdfWanted && (
          <button type="button" class="button" onClick={() => setPdfWanted(true)}>
            {issue.roles["pdf"]}
          </button>
        )}
        {hasConsent && !isConsentWanted && (
          <button type="button" class="button" onClick={() => setConsentWanted(true)}>
            {issue.consent.title}
          </button>
        )}
      </div>
      {hasConsent && isConsentWanted && <ConsentChange id={id} consent={consent} session={session} />}
      {pdf !== undefined && isPdfWanted && <PdfLinks href={pdf.href} name={`${pdf.digest.slice(0, 16)}.pdf`} session={session} />}
    </li>
  );
}
