// One operator, by any of its identifiers.

import { useState } from "preact/hooks";
import { normalisedIdentifier } from "../../core/operators/operatorIdentifiers.ts";
import { visible } from "../../words/visible.ts";
import { aloud, Field } from "../frame/Field.tsx";
import { words } from "../frame/language.ts";
import { InTrouble, UnderWay } from "./AskingCard.tsx";
import { askOperator, outcomeOf, type OperatorAnswer, type OperatorQuestion } from "./askOperator.ts";
import { deskWords } from "./deskLanguage.ts";
import { OperatorAnswerCards } from "./OperatorAnswerCards.tsx";
import type { NoteCheck } from "./recent.ts";
import { useAsking } from "./useAsking.ts";

interface Answered {
  readonly question: OperatorQuestion;
  readonly answer: OperatorAnswer;
}

export function LookUpView({ onAnswer }: { onAnswer: NoteCheck }) {
  const [question, setQuestion] = useState<OperatorQuestion>({ identifier: "", scheme: "" });
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const { asked, ask, stop } = useAsking<Answered>();
  const put = (): void => {
    const identifier = question.identifier.trim();
    const isWrong = identifier === "" || identifier.length > 500;
    setWrong(isWrong ? deskWords.identifierMissing : undefined);
    if (isWrong) return document.getElementById("identifier")?.focus();
    ask(async (signal) => {
      const answer = await askOperator({ ...question, identifier }, signal);
      onAnswer({ kind: "operator", end: normalisedIdentifier(identifier).slice(-4), outcome: outcomeOf(answer) });
      return { question: { ...question, identifier }, answer };
    });
  };
  return (
    <>
      <form class="desk-form" onSubmit={(event) => (event.preventDefault(), put())} noValidate>
        <Field id="identifier" label={deskWords.identifier} hint={deskWords.identifierHint} error={aloud(wrong)}>
          {(described) => <input {...described} type="text" autocomplete="off" autocapitalize="characters" spellcheck={false} value={question.identifier} onInput={({ currentTarget }) => setQuestion({ ...question, identifier: currentTarget.value })} />}
        </Field>
        <SchemeSelect scheme={question.scheme} onChoose={(scheme) => setQuestion({ ...question, scheme })} />
        <button type="submit" class="button button-main">
          {deskWords.ask}
        </button>
      </form>
      <div aria-live="polite" aria-busy={asked.is === "asking"}>
        {asked.is === "asking" && <UnderWay onStop={stop} />}
        {asked.is === "unanswered" && <InTrouble trouble={asked.trouble} onAgain={put} />}
        {asked.is === "answered" && (
          <section aria-label={words.page.results}>
            <p class="desk-about">
              <bdi>{deskWords.answerFor(visible(asked.answer.question.identifier))}</bdi>
            </p>
            <OperatorAnswerCards answer={asked.answer.answer} />
          </section>
        )}
      </div>
    </>
  );
}

function SchemeSelect({ scheme, onChoose }: { scheme: string; onChoose: (scheme: string) => void }) {
  return (
    <Field id="scheme" label={deskWords.scheme}>
      {(described) => (
        <select {...described} value={scheme} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
          <option value="">{deskWords.anyScheme}</option>
          {Object.entries(deskWords.schemes).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
