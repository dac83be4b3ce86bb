// Who recognises whose AEO programme, now, as a matrix.

import { recognitionWords } from "../frame/recognitionWords.ts";
import { useEffect, useState } from "preact/hooks";
import type { ReportParty } from "../../core/report.ts";
import { partyName, typeWords } from "../../words/sentences.ts";
import { hrefOf, words } from "../frame/language.ts";
import { TroubleNote, troubleAdvice } from "../frame/TroubleNote.tsx";
import type { Trouble } from "../frame/trouble.ts";
import { fetchRecognitions } from "./graph.ts";
import { matrixOf, type RecognitionAnswer, type Recognised } from "./matrix.ts";
import { said } from "./speech.ts";
import { troubleOf } from "./useTrust.ts";

const PROGRAMME = "AEO";

/** `turn` changes when the ledger was told something: then it is asked again. */
export function Recognitions({ turn }: { turn: number }) {
  const [answer, setAnswer] = useState<RecognitionAnswer | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [again, setAgain] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    setTrouble(null);
    fetchRecognitions(leaving.signal).then(setAnswer, (error: unknown) => void (leaving.signal.aborted || setTrouble(troubleOf(error))));
    return () => leaving.abort();
  }, [turn, again]);
  return (
    <section class="panel" aria-labelledby="matrix-title" id="recognitions">
      <h2 id="matrix-title">{said.matrix.title}</h2>
      <p class="soft">{said.matrix.lead}</p>
      {trouble !== null ? (
        <div class="tone-none">
          <p role="alert"><strong>{troubleAdvice(trouble).means}</strong></p>
          <TroubleNote trouble={trouble} />
          <button type="button" class="button" onClick={() => setAgain(again + 1)}>{said.again}</button>
        </div>
      ) : answer === null ? <p role="status">{said.loading}</p> : <Answered answer={answer} />}
    </section>
  );
}

function Answered({ answer: { recognitions, isComplete, block } }: { answer: RecognitionAnswer }) {
  const own = recognitions.filter(({ documentType }) => documentType === PROGRAMME);
  return (
    <>
      {own.length === 0 ? <p>{recognitionWords.none}</p> : <Table own={own} />}
      {!isComplete && <p role="alert">{recognitionWords.tooMany}</p>}
      <p class="soft">{recognitionWords.asOf(block.number, block.time)} <a href={hrefOf("/recognitions")}>{recognitionWords.title}</a></p>
    </>
  );
}

function Table({ own }: { own: readonly Recognised[] }) {
  const { recogniser, recognised, caption } = recognitionWords;
  const { rows, columns, cell, leftOut } = matrixOf(own);
  return (
    <>
      <div class="wide" role="group" aria-labelledby="matrix-title" tabIndex={0}>
        <table class="matrix">
          <caption class="unseen">{caption(typeWords(PROGRAMME, words))}</caption>
          <thead>
            <tr>
              <th scope="col">{recogniser} ↓ / {recognised} →</th>
              {columns.map((column) => <Head key={column.did} party={column} scope="col" />)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.did}>
                <Head party={row} scope="row" />
                {columns.map((column) => <Cell key={column.did} found={cell(row, column)} isSame={row.address === column.address} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {leftOut > 0 && <p class="soft">{said.details.andMore(leftOut)}</p>}
    </>
  );
}

const Head = ({ party, scope }: { party: ReportParty; scope: "col" | "row" }) => (
  <th scope={scope} title={party.did}><bdi>{partyName(party)}</bdi></th>
);

function Cell({ found, isSame }: { found: Recognised | undefined; isSame: boolean }) {
  if (isSame) return <td class="matrix-same"><span aria-hidden="true">—</span></td>;
  if (found === undefined) return <td class="matrix-none">{recognitionWords.nothing}</td>;
  const until = found.until ?? null;
  const look = found.isInForce ? "in" : found.reason === "compromised" ? "stolen" : "not";
  return <td class={`state state-${look}`} data-look={look}>{found.isInForce ? recognitionWords.inForce(found.from, until) : recognitionWords.notInForce(found.reason ?? "no_accreditation", until)}</td>;
}
