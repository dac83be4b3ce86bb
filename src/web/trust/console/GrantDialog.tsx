// Accrediting and recognising: first the form, then what follows from it, then sending.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { didOf } from "../../../core/address.ts";
import type { GraphParty } from "../../../core/trustGraph.ts";
import { typeWords } from "../../../words/sentences.ts";
import { visible } from "../../../words/visible.ts";
import { words } from "../../frame/language.ts";
import type { Me } from "../../frame/signIn/me.ts";
import { said } from "../speech.ts";
import { Dialog } from "../../frame/Dialog.tsx";
import { grantBody, granteeIn, timeIn, type GrantDraft, type Own } from "./drafts.ts";
import { GrantForm } from "./GrantForm.tsx";
import { LookAlike } from "./LookAlike.tsx";
import { SendingTrouble } from "./SendingTrouble.tsx";
import type { Accepted } from "./statements.ts";
import { useSending } from "./useSending.ts";

export interface GrantDialogProps {
  readonly kind: "accredit" | "recognise";
  readonly start: GrantDraft;
  readonly me: Me;
  readonly own: Own;
  readonly known: readonly GraphParty[];
  readonly types: readonly string[];
  readonly onAccepted: (accepted: Accepted) => void;
  readonly onClose: () => void;
}

export function GrantDialog({ kind, start, me, own, known, types, onAccepted, onClose }: GrantDialogProps) {
  const [draft, setDraft] = useState(start);
  const [step, setStep] = useState<"fill" | "confirm">("fill");
  const sending = useSending("/v1/grants", onAccepted);
  const { accreditTitle, recogniseTitle } = said.administration;
  const back = (): void => {
    sending.forget();
    setStep("fill");
  };
  return (
    <Dialog title={kind === "accredit" ? accreditTitle : recogniseTitle} class="dialog" onCancel={onClose}>
      {step === "fill" ? (
        <GrantForm kind={kind} draft={draft} own={own} known={known} types={types} onChange={setDraft} onDone={() => setStep("confirm")} onCancel={onClose} />
      ) : (
        <Confirmation kind={kind} draft={draft} me={me} own={own} sending={sending} onBack={back} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface ConfirmationProps extends Pick<GrantDialogProps, "kind" | "me" | "own" | "onClose"> {
  readonly draft: GrantDraft;
  readonly sending: ReturnType<typeof useSending>;
  readonly onBack: () => void;
}

function Confirmation({ kind, draft, me, own, sending, onBack, onClose }: ConfirmationProps) {
  const [isLikenessKnown, setLikenessKnown] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { administration: say } = said;
  const { trouble, isSending, send } = sending;
  const address = granteeIn(draft.grantee, own)!;
  const grant = { grantor: visible(me.issuer.name), grantee: visible(draft.name.trim()), type: typeWords(draft.type, words), from: timeIn(draft.from) ?? null, until: timeIn(draft.until) ?? null, mayPassOn: draft.mayPassOn };
  const sentences = kind === "accredit" ? say.grantConsequences(grant) : say.recognitionConsequences(grant);
  const isAlike = trouble?.is === "problem" && trouble.problem.code === "name_look_alike";
  return (
    <div class="form">
      <h3 ref={heading} tabIndex={-1}>{say.confirmTitle}</h3>
      <ul class="consequences">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      <p><code class="hash">{didOf(address, own.chainId)}</code></p>
      {isAlike && <LookAlike asked={{ name: draft.name.trim(), did: didOf(address, own.chainId) }} problem={trouble.problem} chainId={own.chainId} isKnown={isLikenessKnown} onKnown={setLikenessKnown} />}
      {trouble !== null && !isAlike && <SendingTrouble trouble={trouble} />}
      <div class="dialog-actions">
        <button type="button" class="button button-main" disabled={isSending || (isAlike && !isLikenessKnown)} onClick={() => send(grantBody(draft, { own, isLikenessKnown }))}>
          {isSending ? say.sending : trouble === null || isAlike ? say.send : say.sendAgain}
        </button>
        <button type="button" class="button" disabled={isSending} onClick={onBack}>{say.back}</button>
        <button type="button" class="button" onClick={onClose}>{say.cancel}</button>
      </div>
    </div>
  );
}
