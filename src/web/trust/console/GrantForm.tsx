// The form of an accreditation or a recognition: whom, for what, from when until when.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { GraphParty } from "../../../core/trustGraph.ts";
import { typeWords } from "../../../words/sentences.ts";
import { knownDocumentTypes } from "../../../words/words.ts";
import { Field } from "../../frame/Field.tsx";
import { words } from "../../frame/language.ts";
import { Tick } from "../../frame/Tick.tsx";
import { nameOf, said } from "../speech.ts";
import { flawsIn, type GrantDraft, type Own } from "./drafts.ts";
import { flawWords } from "./flawWords.ts";

/** No more can be chosen from; others are entered. */
const KNOWN_LIMIT = 200;

interface GrantFormProps {
  readonly kind: "accredit" | "recognise";
  readonly draft: GrantDraft;
  readonly own: Own;
  readonly known: readonly GraphParty[];
  readonly types: readonly string[];
  readonly onChange: (draft: GrantDraft) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function GrantForm({ kind, draft, own, known, types, onChange, onDone, onCancel }: GrantFormProps) {
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const flaws = isTried ? flawsIn(draft, own) : {};
  const { fields, goOn, cancel, accreditLead, recogniseLead } = said.administration;
  const change = (part: Partial<GrantDraft>): void => onChange({ ...draft, ...part });
  useLayoutEffect(() => {
    if (isTried) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [isTried]);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (Object.keys(flawsIn(draft, own)).length === 0) return onDone();
    setTried(true);
    form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  };
  return (
    <form class="form" ref={form} onSubmit={submit} noValidate>
      <p>{kind === "accredit" ? accreditLead : recogniseLead}</p>
      <Known known={known.filter(({ address }) => address !== own.address)} draft={draft} onChoose={({ did, name = "" }) => change({ grantee: did, name })} />
      <Field id="grantee" label={fields.grantee} hint={fields.granteeHint} error={flawWords(flaws.grantee)}>
        {(described) => <input {...described} type="text" autocomplete="off" spellcheck={false} value={draft.grantee} maxLength={200} onInput={({ currentTarget }) => change({ grantee: currentTarget.value })} />}
      </Field>
      <Field id="name" label={fields.name} hint={fields.nameHint} error={flawWords(flaws.name)}>
        {(described) => <input {...described} type="text" autocomplete="off" dir="auto" value={draft.name} maxLength={400} onInput={({ currentTarget }) => change({ name: currentTarget.value })} />}
      </Field>
      {kind === "accredit" && <TypeField draft={draft} types={types} flaw={flaws.type} onChange={(type) => change({ type })} />}
      <div class="field-pair">
        <Field id="from" label={fields.from} hint={fields.fromHint} error={flawWords(flaws.from)}>
          {(described) => <input {...described} type="datetime-local" value={draft.from} onInput={({ currentTarget }) => change({ from: currentTarget.value })} />}
        </Field>
        <Field id="until" label={fields.until} hint={fields.untilHint} error={flawWords(flaws.until)}>
          {(described) => <input {...described} type="datetime-local" value={draft.until} onInput={({ currentTarget }) => change({ until: currentTarget.value })} />}
        </Field>
      </div>
      <Tick id="may-pass-on" label={fields.mayPassOn} hint={fields.mayPassOnHint} isTicked={draft.mayPassOn} onTick={(mayPassOn) => change({ mayPassOn })} />
      <div class="dialog-actions">
        <button type="submit" class="button button-main">{goOn}</button>
        <button type="button" class="button" onClick={onCancel}>{cancel}</button>
      </div>
    </form>
  );
}

function Known({ known, draft, onChoose }: { known: readonly GraphParty[]; draft: GrantDraft; onChoose: (party: Pick<GraphParty, "did" | "name">) => void }) {
  if (known.length === 0) return null;
  const { fields } = said.administration;
  const offered = known.toSorted((left, right) => nameOf(left).localeCompare(nameOf(right))).slice(0, KNOWN_LIMIT);
  const chosen = offered.find(({ did, address }) => draft.grantee === did || draft.grantee === address)?.did ?? "";
  return (
    <Field id="known" label={fields.known}>
      {(described) => (
        <select {...described} value={chosen} onChange={({ currentTarget }) => onChoose(offered.find(({ did }) => did === currentTarget.value) ?? { did: "" as GraphParty["did"] })}>
          <option value="">{fields.somebodyElse}</option>
          {offered.map((party) => <option key={party.did} value={party.did}>{`${nameOf(party)} (…${party.address.slice(-6)})`}</option>)}
        </select>
      )}
    </Field>
  );
}

const OTHER = "other";

function TypeField({ draft, types, flaw, onChange }: Pick<GrantFormProps, "draft" | "types"> & { flaw: ReturnType<typeof flawsIn>["type"]; onChange: (type: string) => void }) {
  const { fields } = said.administration;
  const offered = [...new Set([...types, ...knownDocumentTypes])];
  const [isOther, setOther] = useState(!offered.includes(draft.type));
  const choose = (value: string): void => {
    setOther(value === OTHER);
    onChange(value === OTHER ? "" : value);
  };
  return (
    <>
      <Field id="type" label={fields.type}>
        {(described) => (
          <select {...described} value={isOther ? OTHER : draft.type} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {offered.map((type) => <option key={type} value={type}>{`${typeWords(type, words).one} (${type})`}</option>)}
            <option value={OTHER}>{fields.otherType}</option>
          </select>
        )}
      </Field>
      {isOther && (
        <Field id="type-code" label={fields.typeCode} error={flawWords(flaw)}>
          {(described) => <input {...described} type="text" autocomplete="off" spellcheck={false} value={draft.type} maxLength={20} onInput={({ currentTarget }) => onChange(currentTarget.value.trim().toUpperCase())} />}
        </Field>
      )}
    </>
  );
}
