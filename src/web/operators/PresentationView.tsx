// Asking an operator to present: a code and a link go out, and the answer appears when it arrives.

import { useEffect } from "preact/hooks";
import { words } from "../frame/language.ts";
import { InTrouble, UnderWay } from "./AskingCard.tsx";
import { awaitAnswer, judgePasted, makeRequest, type Presented, type PresentationRequest } from "./askPresentation.ts";
import { deskWords } from "./deskLanguage.ts";
import { PastedField } from "./PastedField.tsx";
import { PresentedCard } from "./PresentedCard.tsx";
import type { NoteCheck } from "./recent.ts";
import { RequestCard } from "./RequestCard.tsx";
import { useAsking, type Asking } from "./useAsking.ts";

export function PresentationView({ onAnswer }: { onAnswer: NoteCheck }) {
  const { start, startHint } = deskWords.presentation;
  const { asked, ask, stop } = useAsking<PresentationRequest>();
  const make = (): void => ask(makeRequest);
  return (
    <div class="desk-presentation">
      {asked.is === "idle" && (
        <p class="desk-start">
          <button type="button" class="button button-main" onClick={make}>
            {start}
          </button>
          <span class="soft">{startHint}</span>
        </p>
      )}
      {asked.is === "asking" && <UnderWay onStop={stop} />}
      {asked.is === "unanswered" && <InTrouble trouble={asked.trouble} onAgain={make} />}
      {asked.is === "answered" && <Awaited key={asked.answer.challenge} request={asked.answer} onAnother={make} onAnswer={onAnswer} />}
    </div>
  );
}

interface AwaitedProps {
  readonly request: PresentationRequest;
  readonly onAnother: () => void;
  readonly onAnswer: NoteCheck;
}

function Awaited({ request, onAnother, onAnswer }: AwaitedProps) {
  const waiting = useAsking<Presented | null>();
  const pasting = useAsking<Presented>();
  const noted = <Answer extends Presented | null>(answer: Answer): Answer => {
    if (answer !== null) onAnswer({ kind: "presentation", end: (answer.subject.presentation?.holder ?? "").slice(-4), outcome: answer.verdict });
    return answer;
  };
  const wait = (): void => waiting.ask(async (signal) => noted(await awaitAnswer(request, signal)));
  useEffect(wait, [request.challenge]);
  const judge = (presentation: string): void => {
    // One answer is enough: what is pasted uses the request up.
    waiting.stop();
    pasting.ask(async (signal) => noted(await judgePasted(request, presentation, signal)));
  };
  const answer = answerIn(pasting, waiting);
  const isOver = answer !== null || (waiting.asked.is === "answered" && waiting.asked.answer === null);
  return (
    <>
      {!isOver && <RequestCard request={request} />}
      <div aria-live="polite">
        {waiting.asked.is === "asking" && <p class="desk-waiting" role="status">{deskWords.presentation.waiting}</p>}
        {waiting.asked.is === "unanswered" && <InTrouble trouble={waiting.asked.trouble} onAgain={wait} />}
        {waiting.asked.is === "answered" && waiting.asked.answer === null && <Ended />}
        {pasting.asked.is === "asking" && <UnderWay onStop={pasting.stop} />}
        {pasting.asked.is === "unanswered" && <InTrouble trouble={pasting.asked.trouble} onAgain={pasting.stop} />}
        {answer !== null && <PresentedCard presented={answer} />}
      </div>
      {!isOver && <PastedField id="pasted" label={deskWords.presentation.paste} hint={deskWords.presentation.pasteHint} button={deskWords.presentation.judge} onText={judge} />}
      <p class="actions">
        <button type="button" class="button" onClick={onAnother}>
          {deskWords.presentation.another}
        </button>
      </p>
    </>
  );
}

const answerIn = ({ asked: pasted }: Asking<Presented>, { asked: handedIn }: Asking<Presented | null>): Presented | null =>
  pasted.is === "answered" ? pasted.answer : handedIn.is === "answered" ? handedIn.answer : null;

function Ended() {
  return (
    <article class="card tone-none" data-outcome="ended">
      <h2 class="headline headline-small">{deskWords.presentation.ended}</h2>
      <div class="todo">
        <h3>{words.page.todo}</h3>
        <p>{deskWords.presentation.endedTodo}</p>
      </div>
    </article>
  );
}
