// Digests as people keep them: a list of them, or the documents themselves.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Digest } from "../../core/digest.ts";
import { isHash } from "../../core/isHash.ts";
import { Complaint, unreadableFile } from "../terminal/complaint.ts";
import { digestOfFile } from "./files.ts";

/** Where the digests of documents come from, as options. */
export interface DigestOptions {
  readonly digests?: string;
  readonly documents?: string;
}

/** All digests that the options name, each once. Throws `file_unreadable`. */
export async function digestsFrom({ digests, documents }: DigestOptions): Promise<Set<Digest>> {
  const listed = digests === undefined ? [] : listIn(digests);
  const found = new Set<Digest>(listed);
  for (const file of documents === undefined ? [] : filesBelow(documents)) found.add(await digestOfFile(file));
  return found;
}

/** One digest a line; what follows a blank is not read, so that the output of sha256sum will do. */
function listIn(file: string): Digest[] {
  const lines = textOf(file).split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const wrong = lines.findIndex((line) => !isHash(line.split(/\s/, 1)[0]));
  if (wrong >= 0) throw new Complaint("file_unreadable", `The list ${file} cannot be read: line ${wrong + 1} of those that are not empty does not begin with a digest, 64 lower-case hex characters.`);
  return lines.map((line) => line.slice(0, 64) as Digest);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw unreadableFile(`The list ${file} cannot be read`, error);
  }
}

/** Plain files in the folder and below it; seals and evidence are no documents. */
function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile() && !/\.(seal|evidence)\.json$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    throw unreadableFile(`The folder ${folder} cannot be read`, error);
  }
}
