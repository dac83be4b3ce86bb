// What an issuer can do with a document's standing, as far as the present standing lets it.

import { useState } from "preact/hooks";
import type { Standing } from "../../core/ledger.ts";
import type { StandingChange } from "../../words/issuerWords.ts";
import type { Me } from "../frame/signIn/me.ts";
import type { Session } from "../frame/signIn/session.ts";
import type { OwnDocument } from "./answers.ts";
import { says } from "./says.ts";
import { StandingDialog } from "./StandingDialog.tsx";
import { mayIssueHere } from "./MayIssue.tsx";

/** From each standing; revoked and replaced are final. */
const POSSIBLE: Readonly<Record<Standing, readonly StandingChange[]>> = { active: ["suspend", "replace", "revoke"], suspended: ["reinstate", "replace", "revoke"], revoked: [], replaced: [] };

interface StandingActionsProps {
  readonly document: OwnDocument;
  readonly session: Session;
  readonly me: Me;
  readonly onChanged: (change: StandingChange) => void;
}

export function StandingActions({ document, session, me, onChanged }: StandingActionsProps) {
  const [change, setChange] = useState<StandingChange | null>(null);
  const possible = Object.hasOwn(POSSIBLE, document.standing) ? POSSIBLE[document.standing] : [];
  const { list, standing } = says;
  return (
    <section class="card card-slim" aria-labelledby="change-standing">
      <h3 id="change-standing">{list.change}</h3>
      {possible.length === 0 && <p>{list.over}</p>}
      {possible.length > 0 && !mayIssueHere(me) && <p>{says.mayIssue.readOnly}</p>}
      {possible.length > 0 && mayIssueHere(me) && (
        <>
          <p class="soft">{list.changeHint}</p>
          <div class="actions">
            {possible.map((each) => (
              <button key={each} type="button" class="button" onClick={() => setChange(each)}>
                {standing.buttons[each]}…
              </button>
            ))}
          </div>
        </>
      )}
      {change !== null && (
        <StandingDialog
          change={change}
          document={document}
          issuer={me.issuer.name}
          session={session}
          onClose={(isDone) => {
            setChange(null);
            if (isDone) onChanged(change);
          }}
        />
      )}
    </section>
  );
}
