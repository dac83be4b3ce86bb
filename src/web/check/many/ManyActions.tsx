// What can be done with all results together.

import { useState } from "preact/hooks";
import { words } from "../../frame/language.ts";
import type { Desk } from "../desk.ts";
import { isUnderWay, questionOf, type DocumentItem } from "../items.ts";
import { said } from "../words.ts";

export function ManyActions({ documents, desk }: { documents: readonly DocumentItem[]; desk: Desk }) {
  const [saved, setSaved] = useState("");
  const held = documents.filter(({ state }) => state.is === "held").map(({ id }) => id);
  const again = documents.filter((item) => item.state.is === "unanswered" && (questionOf(item) !== null || desk.canBeReadAgain(item.id)));
  const isBusy = documents.some(isUnderWay);
  const save = async (): Promise<void> => {
    // With the words of every verdict at hand it is small, yet most people never export.
    const { saveCsv } = await import("./exporting.ts");
    saveCsv(documents);
    setSaved(said.many.exported);
  };
  const { sendAll } = said.credential;
  const { againAll, stopAll, exportCsv, print } = said.many;
  return (
    <div class="many-actions">
      {held.length > 0 && <Action main label={sendAll(held.length)} onClick={() => void desk.send(held)} />}
      {isBusy && <Action label={stopAll} onClick={() => desk.stop()} />}
      {!isBusy && again.length > 0 && <Action label={againAll(again.length)} onClick={() => again.forEach(({ id }) => void desk.again(id))} />}
      <Action label={exportCsv} onClick={() => void save()} />
      <Action label={print} onClick={() => window.print()} />
      <Action label={words.page.clear} onClick={() => desk.clear()} />
      <span role="status" class="unseen">
        {saved}
      </span>
    </div>
  );
}

function Action({ label, onClick, main }: { label: string; onClick: () => void; main?: true }) {
  return (
    <button type="button" class={main ? "button button-main" : "button"} onClick={onClick}>
      {label}
    </button>
  );
}
