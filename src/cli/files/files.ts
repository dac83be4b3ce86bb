// Files that people name: their digests, piece by piece, and small ones as a whole.

import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseDigest, type Digest } from "../../core/digest.ts";
import { isHash } from "../../core/isHash.ts";
import { Complaint, unreadableFile } from "../terminal/complaint.ts";

const PIECE_BYTES = 2 ** 20;

/** The digest of the file's bytes, in constant memory. `onBytes` hears how many more were read. Throws `file_unreadable`. */
export async function digestOfFile(file: string, onBytes: (count: number) => void = () => {}): Promise<Digest> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES })) {
      hash.update(piece as Buffer);
      onBytes((piece as Buffer).length);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EISDIR") throw new Complaint("file_unreadable", `${file} is a folder. Name the files in it: ${join(file, "*")}`, { cause: error });
    throw unreadableFile(`The file ${file} cannot be read`, error);
  }
  return parseDigest(hash.digest("hex"));
}

/** The file's size in bytes, as far as it is known before reading. */
export const sizeOfFile = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** The digest that `name` spells, or that of the file with this name. A file that looks like a digest is the file. */
export async function digestOf(name: string): Promise<Digest> {
  return isHash(name) && !existsSync(name) ? parseDigest(name) : digestOfFile(name);
}

/** The bytes of a small file. Throws `file_unreadable`. */
export function readSmallFile(what: string, file: string): Buffer {
  try {
    const { size, isFile } = smallFile(file);
    if (!isFile) throw new Error("it is no plain file");
    if (size > SMALL_FILE_BYTES) throw new Error(`it has ${size} bytes, and none of its kind has more than ${SMALL_FILE_BYTES}`);
    return readFileSync(file);
  } catch (error) {
    throw unreadableFile(`${what} ${file} cannot be read`, error);
  }
}

/** Seals, ledger.json and trust-roots.json are far smaller. */
const SMALL_FILE_BYTES = 1_048_576;

function smallFile(file: string): { size: number; isFile: boolean } {
  const found = statSync(file);
  return { size: found.size, isFile: found.isFile() };
}
