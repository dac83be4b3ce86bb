// The digest of a file of any size, piece by piece, in constant memory.

import { sha256 } from "@noble/hashes/sha2.js";
import type { Digest } from "../../core/digest.ts";
import { toHex } from "../../core/hex.ts";

/** The digest of all that `stream` gives. `onProgress` hears the number of bytes read so far. Rejects when the stream breaks. */
export async function digestOfStream(stream: ReadableStream<Uint8Array>, onProgress: (bytes: number) => void): Promise<Digest> {
  const hash = sha256.create();
  const reader = stream.getReader();
  let bytes = 0;
  // Not `for await`: some browsers in use cannot iterate over streams.
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    hash.update(piece.value);
    bytes += piece.value.length;
    onProgress(bytes);
  }
  return toHex(hash.digest()) as Digest;
}
