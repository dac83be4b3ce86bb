// Digests by the platform's own arithmetic: some ten times as fast as in JavaScript.

import { hash } from "node:crypto";
import type { Digest } from "../../core/digest.ts";

/** The digest of `bytes`. The same answers as `digestOf` of the core gives. */
export const digestOfNative = (bytes: Uint8Array): Digest => hash("sha256", bytes, "hex") as Digest;
