// Whole files: a file is either the old one or the new one, whatever is killed when.

import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes `content` to `file` through a temporary file, synced and renamed. @param mode permissions of a file that may hold secrets. */
export function writeFileWhole(file: string, content: string | Uint8Array, mode = 0o644): void {
  const temporary = `${file}.${process.pid}.new`;
  writeFileSync(temporary, content, { mode, flush: true });
  renameSync(temporary, file);
  const folder = openSync(dirname(file), "r");
  fsyncSync(folder);
  closeSync(folder);
}
