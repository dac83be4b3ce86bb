// All the ways to give the page something: drop, choose, a folder, the camera, paste or type.

import { useState } from "preact/hooks";
import type { VNode } from "preact";
import { words } from "../frame/language.ts";
import { ITEMS_LIMIT, type Desk } from "./desk.ts";
import { DropZone } from "./DropZone.tsx";
import { pathsOf, type Dropped } from "./folders.ts";
import { PasteField } from "./PasteField.tsx";
import type { ScannedCode } from "./scannedCode.ts";
import { said } from "./words.ts";

/** Phones' browsers know no folders. */
const KNOWS_FOLDERS = "webkitdirectory" in HTMLInputElement.prototype;

export function Intake({ desk }: { desk: Desk }) {
  const take = ({ files, paths, unreadable }: Dropped): void => {
    if (unreadable.length > 0) desk.addUnreadable(unreadable);
    void desk.addFiles(files, paths);
  };
  return (
    <div class="intake">
      <DropZone onFiles={take} />
      <p id="privacy" class="privacy">
        {words.page.privacy}
      </p>
      <div class="ways" role="group" aria-label={said.intake.ways}>
        {KNOWS_FOLDERS && <FolderChoice onFiles={take} />}
        <ScanButton onCode={(code) => void desk.addCode(code)} />
      </div>
      <PasteField desk={desk} onFiles={take} />
      <p role="status" class="soft">
        {desk.lookingAt > 0 ? said.intake.lookingAt(desk.lookingAt) : desk.isFull ? said.intake.leftOut(ITEMS_LIMIT) : ""}
      </p>
    </div>
  );
}

function FolderChoice({ onFiles }: { onFiles: (given: Dropped) => void }) {
  return (
    <label class="way">
      <input
        type="file"
        class="unseen"
        // The attribute has no name in the types of every browser.
        {...{ webkitdirectory: true }}
        aria-label={said.intake.folder}
        onChange={({ currentTarget: input }) => {
          const files = [...(input.files ?? [])];
          onFiles({ files, paths: pathsOf(files), unreadable: [] });
          input.value = "";
        }}
      />
      <span class="button">{said.intake.folder}</span>
    </label>
  );
}

/** The dialog and all it needs are fetched when somebody asks for them. */
function ScanButton({ onCode }: { onCode: (code: ScannedCode) => void }) {
  const [dialog, setDialog] = useState<VNode | null>(null);
  const open = async (): Promise<void> => {
    const { ScanDialog } = await import("./scan/ScanDialog.tsx");
    setDialog(<ScanDialog onClose={() => setDialog(null)} onCode={onCode} />);
  };
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => void open()}>
        {said.intake.scan}
      </button>
      {dialog}
    </>
  );
}
