// What a platform may do faster than JavaScript when a credential is read. The answers are the same, so nobody has to know who gave them.

import { digestOf, type Digest } from "../digest.ts";
import { fromBase64url } from "../textEncodings.ts";

/** The work on the bytes of a credential. */
export interface Platform {
  /** The digest of bytes. */
  readonly digestOf: (bytes: Uint8Array) => Digest;
  /** The bytes that a text spells in base64url, or `null`: in its one spelling, no other. */
  readonly fromBase64url: (text: string) => Uint8Array | null;
}

/** Everywhere, as in a browser. */
export const portable: Platform = { digestOf, fromBase64url };
