// Files that keep still: a digest of bytes that never stood together in one file would vouch for nothing.

import { createHash } from "node:crypto";
import { open, stat, type FileHandle } from "node:fs/promises";
import { parseDigest, type Digest } from "../../core/digest.ts";
import { Complaint, unreadableFile } from "../terminal/complaint.ts";

const PIECE_BYTES = 2 ** 20;

/** The digest of a plain file's bytes, in constant memory. Throws `file_unreadable`, also when the file changes meanwhile. */
export async function digestOfStillFile(file: string): Promise<Digest> {
  try {
    // Asked before it is opened: to open a pipe is to wait for whoever writes into it.
    const found = await stat(file);
    if (found.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    if (!found.isFile()) throw new Error("it is no plain file");
    const handle = await open(file);
    try {
      return await digestOf(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Complaint) throw error;
    throw unreadableFile(`The file ${file} cannot be read`, error);
  }
}

async function digestOf(handle: FileHandle): Promise<Digest> {
  const before = await handle.stat({ bigint: true });
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(Math.min(Number(before.size) + 1, PIECE_BYTES));
  let read = 0n;
  for (let { bytesRead } = await handle.read(buffer, 0); bytesRead > 0; { bytesRead } = await handle.read(buffer, 0)) {
    hash.update(buffer.subarray(0, bytesRead));
    read += BigInt(bytesRead);
  }
  const after = await handle.stat({ bigint: true });
  const isStill = read === before.size && after.size === before.size && after.mtimeNs === before.mtimeNs && after.ctimeNs === before.ctimeNs;
  if (!isStill) throw new Error("it changed while it was read; run this again when nobody writes to it");
  return parseDigest(hash.digest("hex"));
}
