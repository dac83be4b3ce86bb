// The administrator's part: sign in, accredit, recognise, withdraw, and see how far each word has come.

import { useState } from "preact/hooks";
import { parseDid } from "../../../core/address.ts";
import type { GraphParty, TrustGraph } from "../../../core/trustGraph.ts";
import type { Me } from "../../frame/signIn/me.ts";
import { SignIn } from "../../frame/signIn/SignIn.tsx";
import { useMe } from "../../frame/signIn/useStanding.ts";
import { said } from "../speech.ts";
import { draftFor, PROGRAMME, type Act } from "./acts.ts";
import { GrantDialog } from "./GrantDialog.tsx";
import { withNames, type Accepted, type OwnStatement } from "./statements.ts";
import { StatementTable } from "./StatementTable.tsx";
import { useStatements } from "./useStatements.ts";
import { WithdrawDialog } from "./WithdrawDialog.tsx";

interface GrantConsoleProps {
  readonly graph: TrustGraph | null;
  readonly types: readonly string[];
  readonly act: Act | null;
  readonly onAct: (act: Act | null) => void;
  /** Called when the ledger has heard something. */
  readonly onHeard: () => void;
}

export function GrantConsole(props: GrantConsoleProps) {
  const me = useMe();
  const { administration: say } = said;
  return (
    <section class="panel" aria-labelledby="console-title" id="console">
      <h2 id="console-title">{say.title}</h2>
      <p class="soft">{say.lead}</p>
      <SignIn heading="h3" />
      {me !== null && <Signed key={me.key.id} me={me} {...props} />}
    </section>
  );
}

/** Whether this key lets its holder accredit. */
export const mayAccredit = ({ key }: Me): boolean => key.scopes.includes("accredit");

function Signed({ me, graph, types, act, onAct, onHeard }: GrantConsoleProps & { me: Me }) {
  const { administration: say } = said;
  const followed = useStatements(onHeard);
  const statements = { ...followed, all: followed.all === null ? null : withNames(followed.all, graph?.parties ?? []) };
  const [notes, setNotes] = useState<readonly string[]>([]);
  const accepted = (answer: Accepted): void => {
    statements.add(answer.grants);
    setNotes(notesOn(answer));
    onAct(null);
    // After the dialog has given the focus back.
    setTimeout(() => {
      const title = document.getElementById("said-title");
      title?.focus({ preventScroll: true });
      title?.scrollIntoView({ block: "start" });
    });
  };
  const renew = ({ grantee, documentType, mayPassOn = false }: OwnStatement): void => onAct({ is: documentType === PROGRAMME ? "recognise" : "accredit", start: { ...draftFor(documentType, grantee), mayPassOn } });
  const first = graph?.documentType ?? types[0] ?? "861";
  return (
    <>
      {mayAccredit(me) ? (
        <div class="actions">
          <button type="button" class="button button-main" onClick={() => onAct({ is: "accredit", start: draftFor(first) })}>{say.accredit}</button>
          <button type="button" class="button" onClick={() => onAct({ is: "recognise", start: draftFor(PROGRAMME) })}>{say.recognise}</button>
        </div>
      ) : <p class="wrong">{say.scopeMissing}</p>}
      {notes.length > 0 && <div role="status" class="notes">{notes.map((note) => <p key={note}>{note}</p>)}</div>}
      <StatementTable statements={statements} mayAccredit={mayAccredit(me)} onRenew={renew} onWithdraw={({ grantee, documentType }) => onAct({ is: "withdraw", grantee, documentType })} />
      {act !== null && mayAccredit(me) && <Acting act={act} me={me} known={graph?.parties ?? []} types={types} onAccepted={accepted} onClose={() => onAct(null)} />}
    </>
  );
}

function notesOn({ saidAlready, saidAnew, withoutCredential }: Accepted): readonly string[] {
  const { administration: { said: say } } = said;
  return [...(saidAlready.length > 0 ? [say.alreadySaid] : []), ...(saidAnew.length > 0 ? [say.saidAnew] : []), ...(withoutCredential.length > 0 ? [say.withoutCredential] : [])];
}

interface ActingProps {
  readonly act: Act;
  readonly me: Me;
  readonly known: readonly GraphParty[];
  readonly types: readonly string[];
  readonly onAccepted: (accepted: Accepted) => void;
  readonly onClose: () => void;
}

function Acting({ act, me, known, types, onAccepted, onClose }: ActingProps) {
  const { address, did } = me.issuer;
  const own = { address, chainId: parseDid(did)?.chainId ?? 0 };
  if (act.is === "withdraw") return <WithdrawDialog grantee={act.grantee} documentType={act.documentType} me={me} onAccepted={onAccepted} onClose={onClose} />;
  return <GrantDialog kind={act.is} start={act.start} me={me} own={own} known={known} types={types} onAccepted={onAccepted} onClose={onClose} />;
}
