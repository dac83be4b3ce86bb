// What somebody pasted or typed: a digest, a seal, a credential, the code of a paper; a link is read, never followed.

import type { Digest } from "../../core/digest.ts";
import { isHash } from "../../core/isHash.ts";
import { Fault } from "../../core/fault.ts";
import { parseSeal, SEAL_LIMIT_BYTES, type Seal } from "../../core/seal.ts";
import type { SignedQuestion } from "../report/ask.ts";
import { scannedCode, type ScannedCode } from "./scannedCode.ts";

/** What a text turns out to be. */
export type GivenText =
  | { readonly is: "digest"; readonly digest: Digest }
  | { readonly is: "seal"; readonly seal: Seal }
  | { readonly is: "code"; readonly code: ScannedCode }
  | SignedGiven
  | { readonly is: "empty" | "too_long" | "nothing" };

/** Longer than any seal or credential. */
export const TEXT_LIMIT_CHARACTERS = Math.max(SEAL_LIMIT_BYTES, 64 * 1024);

/** Tells what `text` is, by its content alone. */
export async function readText(text: string): Promise<GivenText> {
  const trimmed = text.trim();
  if (trimmed === "") return { is: "empty" };
  if (text.length > TEXT_LIMIT_CHARACTERS) return (await signedIn(new TextEncoder().encode(trimmed))) ?? { is: "too_long" };
  const digest = digestIn(trimmed);
  if (digest !== null) return { is: "digest", digest };
  const bytes = new TextEncoder().encode(trimmed);
  const seal = sealIn(bytes);
  if (seal !== null) return { is: "seal", seal };
  const signed = await signedIn(bytes);
  if (signed !== null) return signed;
  const code = await codeIn(trimmed);
  return code === null ? { is: "nothing" } : { is: "code", code };
}

/** A digest alone, or in the link that this page gives to one. */
function digestIn(text: string): Digest | null {
  const found = (/^https?:\/\/\S+[?&]digest=([0-9A-Fa-f]{64})$/.exec(text)?.[1] ?? text).toLowerCase();
  return isHash(found) ? (found as Digest) : null;
}

function sealIn(bytes: Uint8Array): Seal | null {
  try {
    return parseSeal(bytes);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** How something signed, or JSON around it, begins. */
const SIGNED_BEGINNING = /^\s*(?:e[w-z0-9_-]|["{])/;

/** A credential that can be asked about; or why what is signed cannot be: it is a presentation, or more than is read. */
export type SignedGiven = { readonly is: "credential"; readonly question: SignedQuestion } | { readonly is: "refused"; readonly code: "challenge_missing" | "credential_too_large" };

/** What to make of something signed in these bytes, of which a file of `length` may have more; `null` when there is none. The reader is fetched only for what looks like one. */
export async function signedIn(bytes: Uint8Array, length: number = bytes.length): Promise<SignedGiven | null> {
  if (!SIGNED_BEGINNING.test(new TextDecoder().decode(bytes.subarray(0, 64)))) return null;
  const { signedTextIn } = await import("../../core/credentials/file.ts");
  const signed = signedTextIn(bytes, length);
  if (signed === null) return null;
  if (signed.is === "too_large") return { is: "refused", code: "credential_too_large" };
  // Made for somebody who gave a challenge: to anybody else it says nothing.
  if (signed.is === "presentation") return { is: "refused", code: "challenge_missing" };
  const [jwt = ""] = signed.text.split("~");
  const { digestOf } = await import("../../core/digest.ts");
  const digest = digestOf(new TextEncoder().encode(jwt.slice(0, Math.max(jwt.lastIndexOf("."), 0))));
  return { is: "credential", question: { digest, signed: { credential: signed.text } } };
}

/** How a code begins, alone or behind an address. */
const CODE_BEGINNING = /(?:^|#)1\./;

/** The code in `text`, with or without an address before it; `null` when it is none of Tradeseal. */
async function codeIn(text: string): Promise<ScannedCode | null> {
  if (!CODE_BEGINNING.test(text)) return null;
  const { parsePaperCode } = await import("../../core/paperCode.ts");
  try {
    return scannedCode(parsePaperCode(text));
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** The first of `texts` that holds a code of Tradeseal; `null` when none does. */
export async function firstCodeIn(texts: readonly string[]): Promise<ScannedCode | null> {
  for (const text of texts) {
    const code = await codeIn(text);
    if (code !== null) return code;
  }
  return null;
}
