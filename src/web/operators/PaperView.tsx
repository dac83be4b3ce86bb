// A certificate on paper without a code: by its number, its issuer and one more thing.

import { useState } from "preact/hooks";
import type { DeskThing } from "../../words/operatorsPageWords.ts";
import { visible } from "../../words/visible.ts";
import { aloud, Field } from "../frame/Field.tsx";
import { words } from "../frame/language.ts";
import { InTrouble, UnderWay } from "./AskingCard.tsx";
import { askPaper, identityIn, ORIGIN, type PaperFound } from "./askPaper.ts";
import { deskWords } from "./deskLanguage.ts";
import { IssuerField } from "./IssuerField.tsx";
import type { NoteCheck } from "./recent.ts";
import { ReportCard } from "./ReportCard.tsx";
import { useAsking } from "./useAsking.ts";

interface Given {
  readonly issuer: string;
  readonly number: string;
  readonly thing: DeskThing;
  readonly value: string;
}

type Name = "issuer" | "number" | "value";
type Wrong = Partial<Readonly<Record<Name, string>>>;

export function PaperView({ isShown, onAnswer }: { isShown: boolean; onAnswer: NoteCheck }) {
  const [given, setGiven] = useState<Given>({ issuer: "", number: "", thing: "exporterName", value: "" });
  const [wrong, setWrong] = useState<Wrong>({});
  const { asked, ask, stop } = useAsking<PaperFound | null>();
  const put = (): void => {
    const question = { ...given, issuer: given.issuer.trim(), number: given.number.trim(), value: given.value.trim() };
    const found = wrongIn(question);
    setWrong(found);
    const [first] = Object.keys(found);
    if (first !== undefined) return document.getElementById(`paper-${first}`)?.focus();
    ask(async (signal) => {
      const answer = await askPaper(question, signal);
      onAnswer({ kind: "paper", end: question.number.slice(-4), outcome: answer === null ? "nothing" : answer.report.verdict });
      return answer;
    });
  };
  return (
    <>
      <form class="desk-form" onSubmit={(event) => (event.preventDefault(), put())} noValidate>
        <IssuerField isShown={isShown} issuer={given.issuer} wrong={wrong.issuer} onIssuer={(issuer) => setGiven({ ...given, issuer })} />
        <TextField name="number" label={deskWords.paper.number} wrong={wrong.number} value={given.number} onValue={(number) => setGiven({ ...given, number })} />
        <Field id="paper-thing" label={deskWords.paper.thing}>
          {(described) => (
            <select {...described} value={given.thing} onChange={({ currentTarget }) => setGiven({ ...given, thing: currentTarget.value as DeskThing })}>
              {Object.entries(deskWords.paper.things).map(([thing, name]) => (
                <option key={thing} value={thing}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField name="value" label={deskWords.paper.value} hint={deskWords.paper.valueHint} wrong={wrong.value} value={given.value} onValue={(value) => setGiven({ ...given, value })} />
        <button type="submit" class="button button-main">
          {deskWords.ask}
        </button>
      </form>
      <div aria-live="polite" aria-busy={asked.is === "asking"}>
        {asked.is === "asking" && <UnderWay onStop={stop} />}
        {asked.is === "unanswered" && <InTrouble trouble={asked.trouble} onAgain={put} />}
        {asked.is === "answered" && (asked.answer === null ? <NoPaper /> : <Found found={asked.answer} />)}
      </div>
    </>
  );
}

function wrongIn({ issuer, number, value }: Given): Wrong {
  const { missing, didWrong } = deskWords.paper;
  return {
    ...(issuer === "" ? { issuer: missing } : identityIn(issuer) === null ? { issuer: didWrong } : {}),
    ...(number === "" || number.length > 40 ? { number: missing } : {}),
    ...(value === "" || value.length > 200 ? { value: missing } : {}),
  };
}

interface TextFieldProps {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly wrong: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function TextField({ name, label, hint, wrong, value, onValue }: TextFieldProps) {
  return (
    <Field id={`paper-${name}`} label={label} hint={hint} error={aloud(wrong)}>
      {(described) => <input {...described} type="text" autocomplete="off" spellcheck={false} value={value} onInput={({ currentTarget }) => onValue(currentTarget.value)} />}
    </Field>
  );
}

function Found({ found: { number, issueDate, isCopy, report } }: { found: PaperFound }) {
  const { issuer, subject } = report;
  return (
    <ReportCard report={report} id="paper-headline" holds={deskWords.paper.holds} provable={issuer === undefined ? undefined : { digest: subject.digest, documentType: ORIGIN, issuer: issuer.did }}>
      <p class="desk-line">
        <bdi>{visible(deskWords.paper.certificate(number, issueDate))}</bdi>
      </p>
      {isCopy && <p class="party-likeness">{deskWords.paper.copy}</p>}
    </ReportCard>
  );
}

function NoPaper() {
  const { headline, means, todo } = deskWords.paper.nothing;
  return (
    <article class="card tone-none" data-outcome="nothing">
      <h2 class="headline headline-small">{headline}</h2>
      <p class="means">{means}</p>
      <div class="todo">
        <h3>{words.page.todo}</h3>
        <p>{todo}</p>
      </div>
    </article>
  );
}
