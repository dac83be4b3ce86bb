// Digests of files as the console takes them: many small ones fast, large ones in a worker and in pieces.

import type { Digest } from "../../core/digest.ts";
import { toHex } from "../../core/hex.ts";
import { digestOfFile } from "../check/hashing.ts";
import { Unanswered } from "../frame/trouble.ts";

/** A file so small is held whole and digested by the browser itself, which starts no worker for it. */
const SMALL_BYTES = 8 * 2 ** 20;

/** The digest of `file`. Rejects with the trouble `unreadable_file`, or with the signal's reason once it is aborted. */
export async function digestOfGiven(file: File, signal: AbortSignal): Promise<Digest> {
  // Without TLS browsers have no digests of their own.
  if (file.size > SMALL_BYTES || globalThis.isSecureContext !== true) return digestOfFile(file, { onProgress: () => {}, signal });
  signal.throwIfAborted();
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (error) {
    throw new Unanswered({ is: "unreadable_file" }, { cause: error });
  }
  signal.throwIfAborted();
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))) as Digest;
}
