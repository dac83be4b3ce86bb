// The list of an issuer's documents: what is searched for, page by page, newest first.

import { useState } from "preact/hooks";
import { words } from "../frame/language.ts";
import type { Session } from "../frame/signIn/session.ts";
import { readDocuments } from "./answers.ts";
import { AskedTrouble } from "./AskedTrouble.tsx";
import { DocumentSearch } from "./DocumentSearch.tsx";
import { DocumentTable } from "./DocumentTable.tsx";
import { says } from "./says.ts";
import { useAsking } from "./useAsking.ts";

const PAGE = "25";

export function DocumentList({ session }: { session: Session }) {
  const [query, setQuery] = useState("");
  /** Where the pages before this one begin; the last is this one's. */
  const [cursors, setCursors] = useState<readonly string[]>([""]);
  const cursor = cursors.at(-1)!;
  const { asked, again } = useAsking(`${query} ${cursor}`, async () => readDocuments(await session.json(`/v1/documents?${addressOf(query, cursor)}`)));
  const page = asked.is === "answered" ? asked.value : asked.is === "asking" ? asked.before : null;
  const { list } = says;
  return (
    <>
      <DocumentSearch
        onFind={(found) => {
          setQuery(found);
          setCursors([""]);
          if (found === query) again();
        }}
      />
      {asked.is === "trouble" && <AskedTrouble trouble={asked.trouble} onAgain={again} />}
      <p role="status" class="soft">
        {asked.is === "asking" ? words.page.asking : page === null ? "" : list.page(page.documents.length, cursors.length)}
      </p>
      {page !== null && page.documents.length === 0 && <p class="empty">{query === "" ? list.none : list.noneFound}</p>}
      {page !== null && page.documents.length > 0 && <DocumentTable documents={page.documents} />}
      {page !== null && (cursors.length > 1 || page.next !== undefined) && (
        <div class="actions">
          <button type="button" class="button" disabled={cursors.length === 1} onClick={() => setCursors(cursors.slice(0, -1))}>
            {list.newer}
          </button>
          <button type="button" class="button" disabled={page.next === undefined} onClick={() => setCursors([...cursors, page.next!])}>
            {list.older}
          </button>
        </div>
      )}
    </>
  );
}

function addressOf(query: string, cursor: string): URLSearchParams {
  const address = new URLSearchParams(query);
  address.set("limit", PAGE);
  if (cursor !== "") address.set("cursor", cursor);
  return address;
}
