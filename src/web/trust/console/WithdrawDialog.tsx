// Withdrawing: from when on, whether the keys were stolen, and what follows from it, before it is sent.

import { useState } from "preact/hooks";
import type { Address } from "../../../core/address.ts";
import { isLastingRight, type DocumentType } from "../../../core/documentType.ts";
import type { ReportParty } from "../../../core/report.ts";
import { partyName, typeWords } from "../../../words/sentences.ts";
import { visible } from "../../../words/visible.ts";
import { Field } from "../../frame/Field.tsx";
import { words } from "../../frame/language.ts";
import { Tick } from "../../frame/Tick.tsx";
import type { Me } from "../../frame/signIn/me.ts";
import { Party } from "../../report/Party.tsx";
import { said } from "../speech.ts";
import { Dialog } from "../../frame/Dialog.tsx";
import { timeIn, withdrawalBody } from "./drafts.ts";
import { flawWords } from "./flawWords.ts";
import { SendingTrouble } from "./SendingTrouble.tsx";
import type { Accepted } from "./statements.ts";
import { useSending } from "./useSending.ts";

interface WithdrawDialogProps {
  readonly grantee: ReportParty;
  readonly documentType: string;
  readonly me: Me;
  readonly onAccepted: (accepted: Accepted) => void;
  readonly onClose: () => void;
}

export function WithdrawDialog({ grantee, documentType, me, onAccepted, onClose }: WithdrawDialogProps) {
  const [from, setFrom] = useState("");
  const [isCompromised, setCompromised] = useState(false);
  const [isTried, setTried] = useState(false);
  const { isSending, trouble, send } = useSending("/v1/grants:withdraw", onAccepted);
  const { administration: say } = said;
  const begin = timeIn(from);
  const withdrawal = { grantor: visible(me.issuer.name), grantee: partyName(grantee), type: typeWords(documentType, words), from: begin ?? null, isCompromised, isLasting: isLastingRight(documentType as DocumentType) };
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (begin !== undefined) send(withdrawalBody(grantee.address as Address, documentType, { from, isCompromised }));
  };
  return (
    <Dialog title={say.withdrawTitle(partyName(grantee))} class="dialog" onCancel={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <Party party={grantee} />
        <p>{say.fields.type}: {typeWords(documentType, words).one}</p>
        <Field id="effective" label={say.fields.effective} hint={say.fields.effectiveHint} error={flawWords(isTried && begin === undefined ? "from" : undefined)}>
          {(described) => <input {...described} type="datetime-local" step={1} value={from} onInput={({ currentTarget }) => setFrom(currentTarget.value)} />}
        </Field>
        <Tick id="compromised" label={say.fields.compromised} hint={say.fields.compromisedHint} isTicked={isCompromised} onTick={setCompromised} />
        <h3>{say.confirmTitle}</h3>
        <ul class="consequences" aria-live="polite">{say.withdrawalConsequences(withdrawal).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        {trouble !== null && <SendingTrouble trouble={trouble} />}
        <div class="dialog-actions">
          <button type="submit" class="button button-grave" disabled={isSending}>{isSending ? say.sending : trouble === null ? say.sendWithdrawal : say.sendAgain}</button>
          <button type="button" class="button" onClick={onClose}>{say.cancel}</button>
        </div>
      </form>
    </Dialog>
  );
}
