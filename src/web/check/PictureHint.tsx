// A picture without a record is often a paper with a code on it: then the code is what to check.

import { useState } from "preact/hooks";
import type { ScannedCode } from "./scannedCode.ts";
import { firstCodeIn } from "./texts.ts";
import { said } from "./words.ts";

export function PictureHint({ file, onCode }: { file: File; onCode: (code: ScannedCode) => void }) {
  const [status, setStatus] = useState("");
  if (!file.type.startsWith("image/")) return null;
  const look = async (): Promise<void> => {
    setStatus(said.scan.reading);
    const { textsInFile } = await import("./scan/decoding.ts");
    const texts = await textsInFile(file);
    const code = await firstCodeIn(texts ?? []);
    if (code !== null) onCode(code);
    setStatus(code !== null ? "" : texts === null ? said.scan.unreadable : texts.length === 0 ? said.scan.noCode : `${said.scan.notOurs} ${said.scan.harmless}`);
  };
  return (
    <div class="picture-hint">
      <p>{said.pictureHint}</p>
      <button type="button" class="button" onClick={() => void look()}>
        {said.pictureLook}
      </button>
      <p role="status" class="soft">
        {status}
      </p>
    </div>
  );
}
