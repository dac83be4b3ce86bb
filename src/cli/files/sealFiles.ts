// Seals beside their documents: FILE.seal.json.

import { existsSync, renameSync } from "node:fs";
import { writeFileWhole } from "../../office.ts";
import { parseSeal, type Seal } from "../../core/seal.ts";
import { unreadableFile } from "../terminal/complaint.ts";
import { readSmallFile } from "./files.ts";

/** Where the seal of a file lies. */
export const sealFileOf = (file: string): string => `${file}.seal.json`;

/** The seal in `sealFile`. Throws `file_unreadable` or `seal_malformed`. */
export const readSeal = (sealFile: string): Seal => parseSeal(readSmallFile("The seal", sealFile));

/** What became of a seal file, and of another one that lay there. */
export interface WrittenSeal {
  readonly sealFile: string;
  readonly isNew: boolean;
  /** Where a different, earlier seal was moved. */
  readonly keptAs: string | null;
}

/** Writes the seal beside its file. A different one that lies there is kept under another name. Throws `file_unreadable`. */
export function writeSealBeside(file: string, seal: string): WrittenSeal {
  const sealFile = sealFileOf(file);
  try {
    const isThere = existsSync(sealFile);
    if (isThere && readSmallFile("The seal", sealFile).toString() === seal) return { sealFile, isNew: false, keptAs: null };
    const keptAs = isThere ? freeName(sealFile) : null;
    if (keptAs !== null) renameSync(sealFile, keptAs);
    writeFileWhole(sealFile, seal);
    return { sealFile, isNew: true, keptAs };
  } catch (error) {
    throw unreadableFile(`The seal ${sealFile} cannot be written`, error);
  }
}

function freeName(sealFile: string): string {
  let number = 1;
  while (existsSync(`${sealFile}.old-${number}`)) number += 1;
  return `${sealFile}.old-${number}`;
}
