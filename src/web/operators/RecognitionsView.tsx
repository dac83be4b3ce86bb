// Who recognises whom, in short; the whole table with its paths is a page of its own.

import { useEffect } from "preact/hooks";
import type { ReportParty } from "../../core/report.ts";
import { likenessWarning, partyName, typeWords } from "../../words/sentences.ts";
import { hrefOf, words } from "../frame/language.ts";
import { askRecognitions, recognitionWords, stateOf, type Recognition, type Recognitions } from "../frame/recognitions.ts";
import { InTrouble, UnderWay } from "./AskingCard.tsx";
import { deskWords } from "./deskLanguage.ts";
import { useAsking } from "./useAsking.ts";

/** More are on the page of their own. */
const SHOWN_LIMIT = 100;

export function RecognitionsView({ isShown }: { isShown: boolean }) {
  const { asked, ask, stop } = useAsking<Recognitions>();
  // Asked when somebody looks, and anew each time: recognitions end.
  useEffect(() => {
    if (isShown) ask(askRecognitions);
  }, [isShown]);
  return (
    <div aria-live="polite" aria-busy={asked.is === "asking"}>
      <p>
        <a class="desk-link" href={hrefOf("/recognitions")}>
          {deskWords.recognitions.whole}
        </a>
      </p>
      {asked.is === "asking" && <UnderWay onStop={stop} />}
      {asked.is === "unanswered" && <InTrouble trouble={asked.trouble} onAgain={() => ask(askRecognitions)} />}
      {asked.is === "answered" && <Answered answer={asked.answer} />}
    </div>
  );
}

function Answered({ answer: { recognitions, isComplete, block } }: { answer: Recognitions }) {
  const { none, tooMany, asOf } = recognitionWords;
  return (
    <>
      {recognitions.length === 0 ? <p>{none}</p> : <Table recognitions={recognitions.slice(0, SHOWN_LIMIT)} />}
      {recognitions.length > SHOWN_LIMIT && <p>{deskWords.recognitions.more(recognitions.length - SHOWN_LIMIT)}</p>}
      {!isComplete && <p class="party-likeness">{tooMany}</p>}
      <p class="soft">{asOf(block.number, block.time)}</p>
    </>
  );
}

function Table({ recognitions }: { recognitions: readonly Recognition[] }) {
  const { caption, columns } = deskWords.recognitions;
  return (
    <div class="desk-wide" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {(["recogniser", "recognised", "type", "state"] as const).map((column) => (
              <th key={column} scope="col">
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {recognitions.map((each) => (
            <tr key={`${each.documentType} ${each.recogniser.did} ${each.recognised.did} ${each.from}`} data-in-force={each.isInForce}>
              <NameCell party={each.recogniser} />
              <NameCell party={each.recognised} />
              <td>{typeWords(each.documentType, words).many}</td>
              <td>{stateOf(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NameCell({ party }: { party: ReportParty }) {
  const warning = likenessWarning(party, words);
  return (
    <td title={party.did}>
      <bdi>{partyName(party)}</bdi>
      {warning !== null && <span class="party-likeness desk-likeness">{warning}</span>}
    </td>
  );
}
