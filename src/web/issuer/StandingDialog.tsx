// Suspending, reinstating, revoking, replacing: what follows in words, the reason, and one more question before what cannot be undone.

import { useState } from "preact/hooks";
import { isHash } from "../../core/isHash.ts";
import type { Standing } from "../../core/ledger.ts";
import type { StandingChange } from "../../words/issuerWords.ts";
import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";
import type { Session } from "../frame/signIn/session.ts";
import { troubleOf, type Trouble } from "../frame/trouble.ts";
import { readDocument, type OwnDocument } from "./answers.ts";
import { AskedTrouble } from "./AskedTrouble.tsx";
import { DigestField } from "./DigestField.tsx";
import { Question } from "./Question.tsx";
import { ReasonField, UnderstoodField } from "./StandingFields.tsx";
import { says } from "./says.ts";

const STANDING: Readonly<Record<StandingChange, Standing>> = { suspend: "suspended", reinstate: "active", revoke: "revoked", replace: "replaced" };
const FOR_EVER: readonly StandingChange[] = ["revoke", "replace"];

interface StandingDialogProps {
  readonly change: StandingChange;
  readonly document: OwnDocument;
  readonly issuer: string;
  readonly session: Session;
  readonly onClose: (isDone: boolean) => void;
}

/** What was entered. */
interface Entered {
  readonly reason: string;
  readonly replacement: string;
  readonly isUnderstood: boolean;
}

type Flaws = Readonly<Partial<Record<keyof Entered, string>>>;

export function StandingDialog({ change, document, issuer, session, onClose }: StandingDialogProps) {
  const [entered, setEntered] = useState<Entered>({ reason: "", replacement: "", isUnderstood: false });
  const [flaws, setFlaws] = useState<Flaws>({});
  const [sending, setSending] = useState<"no" | "yes" | Trouble>("no");
  const { standing } = says;
  const isForEver = FOR_EVER.includes(change);
  const enter = (part: Partial<Entered>): void => setEntered((before) => ({ ...before, ...part }));
  const submit = async (): Promise<void> => {
    const found = flawsIn(entered, change, document);
    setFlaws(found);
    if (Object.keys(found).length > 0) return focusOn(Object.keys(found)[0] as keyof Entered);
    setSending("yes");
    try {
      readDocument(await session.json(`/v1/documents/${encodeURIComponent(document.id)}/standing`, { method: "PUT", body: bodyOf(entered, change) }));
      onClose(true);
    } catch (error) {
      setSending(troubleOf(error));
    }
  };
  return (
    <Question title={standing.title(change, typeWords(document.documentType, words))} tone={isForEver ? "tone-altered" : "tone-none"} confirm={sending === "yes" ? standing.sending : standing.confirm[change]} cancel={standing.cancel} isBusy={sending === "yes"} onConfirm={() => void submit()} onCancel={() => onClose(false)}>
      <p class="file-name">
        <bdi>{visible(document.reference ?? document.digest)}</bdi>
      </p>
      <p class="consequence">{standing.consequence(change, readsAs(change, document, issuer))}</p>
      <p class={isForEver ? "consequence consequence-final" : "soft"}>{isForEver ? standing.forEver : standing.notForEver}</p>
      <p class="soft">{standing.together}</p>
      {change === "replace" && (
        <DigestField id="standing-replacement" label={standing.newDocument} hint={standing.newDocumentHint} choose={standing.newFile} value={entered.replacement} error={flaws.replacement ?? null} onDigest={(replacement) => enter({ replacement })} />
      )}
      <ReasonField value={entered.reason} error={flaws.reason ?? null} onReason={(reason) => enter({ reason })} />
      {isForEver && <UnderstoodField isUnderstood={entered.isUnderstood} error={flaws.isUnderstood ?? null} onChange={(isUnderstood) => enter({ isUnderstood })} />}
      {typeof sending === "object" && <AskedTrouble trouble={sending} onAgain={null} />}
    </Question>
  );
}

/** The very headline that others will read, but for the moment, which the ledger gives it. */
function readsAs(change: StandingChange, { documentType }: OwnDocument, issuer: string): string {
  const standing = STANDING[change];
  const parts = { standing, since: null, by: visible(issuer), reason: "unspecified", replacement: null } as const;
  const reason = standing === "active" ? null : standing;
  return words.verdicts.no_longer_valid.headline({ type: typeWords(documentType, words), issuer: visible(issuer), reason, standing: parts, recognition: null });
}

function flawsIn({ reason, replacement, isUnderstood }: Entered, change: StandingChange, { digest }: OwnDocument): Flaws {
  const { standing } = says;
  const given = replacement.trim().toLowerCase();
  return {
    ...(change === "replace" && !isHash(given) ? { replacement: standing.newNeeded } : {}),
    ...(change === "replace" && given === digest ? { replacement: standing.sameDocument } : {}),
    ...(reason === "" ? { reason: standing.reasonNeeded } : {}),
    ...(FOR_EVER.includes(change) && !isUnderstood ? { isUnderstood: standing.understoodNeeded } : {}),
  };
}

const FIELDS: Readonly<Record<keyof Entered, string>> = { reason: "standing-reason", replacement: "standing-replacement", isUnderstood: "standing-understood" };
const focusOn = (field: keyof Entered): void => globalThis.document.getElementById(FIELDS[field])?.focus();

const bodyOf = ({ reason, replacement }: Entered, change: StandingChange): object => ({ standing: STANDING[change], reason, ...(change === "replace" ? { replacement: replacement.trim().toLowerCase() } : {}) });
