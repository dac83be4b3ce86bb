// Unpacking gzip within a bound: a kilobyte from a stranger may unpack to gigabytes.

import { gunzipSync } from "node:zlib";

/** The unpacked bytes; `null` when `packed` is no gzip, or unpacks to more than `limitBytes`. */
export function unpackGzip(packed: Uint8Array, limitBytes: number): Uint8Array | null {
  try {
    return gunzipSync(packed, { maxOutputLength: limitBytes });
  } catch {
    return null;
  }
}
