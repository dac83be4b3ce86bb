// Files that hold a signed credential: they go by the digest of what was signed, not by that of their bytes.

import { closeSync, existsSync, openSync, readSync } from "node:fs";
import type { Digest } from "../../core/digest.ts";
import { isHash } from "../../core/isHash.ts";
import { digestOfSigningInput, JWS_LIMIT_BYTES } from "../../core/credentials/jws.ts";
import { digestOf } from "./files.ts";

/** Three parts with dots between them, the first of which is a header that begins like JSON; of an SD-JWT, what stands before its disclosures. */
const SIGNED = /^(eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+(?:~[A-Za-z0-9_~.-]*)?\s*$/;

/** The digests by which a file, or a digest that was typed, may have been anchored, the likeliest first. Throws `file_unreadable`. */
export async function digestsMeant(name: string): Promise<readonly Digest[]> {
  const bytes = await digestOf(name);
  if (isHash(name) && !existsSync(name)) return [bytes];
  const [, signed] = SIGNED.exec(beginningOf(name)) ?? [];
  return signed === undefined ? [bytes] : [digestOfSigningInput(signed), bytes];
}

/** As much of the file as the longest credential has, and one byte more, so that a longer one is none. */
function beginningOf(file: string): string {
  const bytes = Buffer.alloc(JWS_LIMIT_BYTES + 2);
  const opened = openSync(file, "r");
  try {
    return bytes.toString("latin1", 0, readSync(opened, bytes));
  } finally {
    closeSync(opened);
  }
}
