// The form of a certificate, made from its schema: filled in, kept as a draft, sent, and corrected where the service says so.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FaultyPlace } from "../../../core/fault.ts";
import { languages, languageTags, type Language } from "../../../words/languages.ts";
import { troubleOf, type Trouble } from "../../frame/trouble.ts";
import { readIssued, type IssuedCredential } from "../answers.ts";
import { AskedTrouble } from "../AskedTrouble.tsx";
import { nameOfRequest } from "../accept.ts";
import { Question } from "../Question.tsx";
import { Field } from "../../frame/Field.tsx";
import { says } from "../says.ts";
import type { Session } from "../../frame/signIn/session.ts";
import { subjectOf, withValue } from "./draft.ts";
import { ConsentTicks } from "./ConsentTicks.tsx";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { Filling, Wrong } from "./Filling.tsx";
import { emptyDraft, keepDraft, readDraft, type Draft } from "./keptDraft.ts";
import { Members } from "./Member.tsx";
import { forms, hasPaper, isOfOperator, type FormName, type Schema } from "./schema.ts";

interface CertificateFormProps {
  readonly name: FormName;
  readonly schema: Schema;
  readonly session: Session;
  readonly issuer: string;
  readonly onIssued: (issued: IssuedCredential) => void;
}

export function CertificateForm({ name, schema, session, issuer, onIssued }: CertificateFormProps) {
  const [draft, setDraft] = useState<Draft>(() => readDraft(name, issuer));
  const [isKept, setKept] = useState(true);
  const [sending, setSending] = useState<"no" | "yes" | Trouble>("no");
  const isBusy = sending === "yes";
  const change = (next: (before: Draft) => Draft): void => setDraft((before) => next(before));
  useLayoutEffect(() => setKept(keepDraft(name, issuer, draft)), [draft]);
  const errors = errorsIn(sending);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setSending("yes");
    try {
      const issued = await issue(requestOf(name, subjectOf(schema, draft.subject), draft), draft.nonce, session);
      keepDraft(name, issuer, null);
      onIssued(issued);
    } catch (error) {
      setSending(troubleOf(error));
    }
  };
  const { issue: said } = says;
  return (
    <form class="card card-slim certificate" data-form={name} onSubmit={(event) => void submit(event)} noValidate aria-label={said.kinds[name]}>
      <p class="soft">{said.requiredMark}</p>
      <p class="soft">{isKept ? said.draftKept : said.draftLost}</p>
      <Filling.Provider value={{ draft: draft.subject, errors, put: (path, value) => change((before) => ({ ...before, subject: withValue(before.subject, path, value)! })) }}>
        <Members schema={schema} path={[]} />
      </Filling.Provider>
      <Rest name={name} draft={draft} errors={errors} onChange={(changed) => change((before) => ({ ...before, ...changed }))} />
      <Outcome sending={sending} errors={errors} />
      <FormButtons
        isBusy={isBusy}
        onClear={() => {
          setDraft(emptyDraft());
          setSending("no");
        }}
      />
    </form>
  );
}

interface RestProps {
  readonly name: FormName;
  readonly draft: Draft;
  readonly errors: readonly FaultyPlace[];
  readonly onChange: (changed: Partial<Draft>) => void;
}

/** What is asked beside the schema: until when, the paper's language, the operator's consent. */
function Rest({ name, draft, errors, onChange }: RestProps) {
  const { issue: said } = says;
  const wrong = errors.filter(({ pointer }) => pointer === "/validUntil");
  return (
    <>
      <Field id="valid-until" label={said.validUntil} hint={said.validUntilHint} error={wrong.length === 0 ? null : <Wrong wrong={wrong} />}>
        {(described) => <input {...described} type="date" value={draft.validUntil} onInput={({ currentTarget }) => onChange({ validUntil: currentTarget.value })} />}
      </Field>
      {hasPaper[name] && (
        <Field id="paper-language" label={said.paperLanguage}>
          {(described) => (
            <select {...described} value={draft.language} onChange={({ currentTarget }) => onChange({ language: currentTarget.value as Language })}>
              {languageTags.map((tag) => (
                <option key={tag} value={tag} lang={tag}>
                  {languages[tag].name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {isOfOperator[name] && <ConsentTicks id="consent" consent={draft.consent} onChange={(consent) => onChange({ consent })} />}
    </>
  );
}

function FormButtons({ isBusy, onClear }: { isBusy: boolean; onClear: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const { issue: said } = says;
  const clear = (): void => {
    setAsking(false);
    onClear();
  };
  return (
    <div class="actions">
      <button type="submit" class="button button-main" aria-disabled={isBusy}>
        {isBusy ? said.sending : said.send}
      </button>
      <button type="button" class="button" onClick={() => setAsking(true)}>
        {said.clear}…
      </button>
      {isAsking && <Question title={said.clearQuestion} tone="tone-none" confirm={said.clear} cancel={said.clearCancel} isBusy={false} onConfirm={clear} onCancel={() => setAsking(false)} />}
    </div>
  );
}

/** What came of sending, where somebody looks who has just sent: places that are wrong, or trouble. */
function Outcome({ sending, errors }: { sending: "no" | "yes" | Trouble; errors: readonly FaultyPlace[] }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (typeof sending === "object") place.current?.focus();
  }, [sending]);
  if (typeof sending !== "object") return null;
  // Nothing came back, or nothing that can be read: then it may have been issued.
  const isUnknown = sending.is !== "problem" || sending.problem.code === "internal";
  return (
    <div ref={place} tabIndex={-1} class="outcome">
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : <AskedTrouble trouble={sending} onAgain={null} />}
      {isUnknown && <p class="notice-said">{says.issue.unknownOutcome}</p>}
    </div>
  );
}

const errorsIn = (sending: "no" | "yes" | Trouble): readonly FaultyPlace[] => (typeof sending === "object" && sending.is === "problem" ? sending.problem.errors : []);

const requestOf = (name: FormName, credentialSubject: ReturnType<typeof subjectOf>, { validUntil, language, consent }: Draft) => ({
  type: forms[name],
  // Only this format can keep what is for the holder or for authorities apart from what is for everybody.
  format: "dc+sd-jwt",
  credentialSubject,
  ...(validUntil === "" ? {} : { validUntil: `${validUntil}T23:59:59Z` }),
  ...(hasPaper[name] ? { document: true, language } : {}),
  ...(isOfOperator[name] ? { consent } : {}),
});

async function issue(body: ReturnType<typeof requestOf>, nonce: string, session: Session): Promise<IssuedCredential> {
  const headers = { "idempotency-key": nameOfRequest({ nonce, ...body }) };
  return readIssued(await session.json("/v1/credentials", { method: "POST", body, headers }));
}
