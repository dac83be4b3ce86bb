// What came of everything: one result in full, several as a table, and seals that wait.

import { headline } from "../../words/sentences.ts";
import { marks, words } from "../frame/language.ts";
import type { Desk } from "./desk.ts";
import { waitingSeals, type DocumentItem } from "./items.ts";
import { ManyTable } from "./many/ManyTable.tsx";
import { nameOf } from "./names.ts";
import { PrintHead } from "./PrintHead.tsx";
import { ResultCard } from "./ResultCard.tsx";
import { WaitingSeals } from "./SealCard.tsx";

export function Results({ desk }: { desk: Desk }) {
  const documents = desk.documents();
  const [only] = documents;
  return (
    <>
      <WaitingSeals seals={waitingSeals(desk.items)} desk={desk} />
      {documents.length > 1 ? (
        <ManyTable documents={documents} desk={desk} />
      ) : (
        <>
          <Spoken item={only} />
          {only !== undefined && <PrintHead shown={documents} all={1} filter={null} />}
          {only !== undefined && <ResultCard key={only.id} item={only} desk={desk} />}
        </>
      )}
    </>
  );
}

/** The only result, read out by screen readers as it arrives. */
function Spoken({ item }: { item: DocumentItem | undefined }) {
  const said = item === undefined ? null : sentenceOn(item);
  return (
    <div role="log" class="unseen" aria-label={words.page.results}>
      {said !== null && <p>{said}</p>}
    </div>
  );
}

function sentenceOn(item: DocumentItem): string | null {
  const { state } = item;
  if (state.is === "answered") return nameOf(item) + marks.colon + headline(state.report, words);
  return state.is === "unanswered" ? nameOf(item) + marks.colon + words.page.noVerdict : null;
}
