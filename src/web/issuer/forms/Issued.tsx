// What was issued: the PDF, the credential, and how far they have come.

import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { readIssued, type IssuedCredential } from "../answers.ts";
import { saveFile } from "../../frame/saving.ts";
import { partName } from "../partName.ts";
import { says } from "../says.ts";
import type { Session } from "../../frame/signIn/session.ts";
import { Stages } from "../Stages.tsx";
import { useAsking } from "../useAsking.ts";
import { PdfLinks } from "./PdfLinks.tsx";

const LOOK_MS = 1_000;

export function Issued({ issued, session, onAnother }: { issued: IssuedCredential; session: Session; onAnother: () => void }) {
  const [seen, setSeen] = useState(issued);
  const { asked, again } = useAsking(issued.id, async () => readIssued(await session.json(`/v1/credentials/${encodeURIComponent(issued.id)}`)));
  useLayoutEffect(() => document.getElementById("issued-title")?.focus(), []);
  useEffect(() => {
    if (asked.is === "answered") setSeen(asked.value);
    const isOver = asked.is === "asking" || (asked.is === "answered" && asked.value.state === "final");
    if (isOver) return;
    const timer = setTimeout(again, LOOK_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const { issue, anchor } = says;
  const pdf = issued.documents?.find(({ role }) => role === "pdf");
  return (
    <article class="card card-slim tone-none" aria-labelledby="issued-title" data-issued={seen.state}>
      <h3 id="issued-title" tabIndex={-1}>
        {issue.issued}
      </h3>
      <p>{issue.issuedLead}</p>
      <Stages reached={seen.state} />
      {asked.is === "trouble" && <p class="notice-said">{anchor.silent}</p>}
      <p class="unseen" role="status">
        {anchor.stages[seen.state]?.name}
      </p>
      {pdf !== undefined && <PdfLinks href={pdf.href} name={`${pdf.digest.slice(0, 16)}.pdf`} session={session} />}
      <p class="soft">{issue.credentialHint}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => saveFile(new Blob([issued.credential], { type: "application/dc+sd-jwt" }), `${issued.digest.slice(0, 16)}.sd-jwt`)}>
          {issue.credential}
        </button>
        <button type="button" class="button" onClick={onAnother}>
          {issue.another}
        </button>
      </div>
      <h4>{issue.parts}</h4>
      <ul class="parts">
        {(issued.documents ?? []).map(({ role, id }) => (
          <li key={id}>
            <a href={`#documents/${encodeURIComponent(id)}`}>{partName(role)}</a>
          </li>
        ))}
      </ul>
    </article>
  );
}
