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
  | { readonly is: "credential"; readonly question: SignedQuestion }
  | { readonly is: "code"; readonly code: ScannedCode }
  | { readonly is: "empty" | "too_long" | "nothing" };

/** Longer than any seal or credential. */
export const TEXT_LIMIT_CHARACTERS = Math.max(SEAL_LIMIT_BYTES, 64 * 1024);

/** Tells what `text` is, by its content alone. */
export async function readText(text: string): Promise<GivenText> {
  const trimmed = text.trim();
  if (trimmed === "") return { is: "empty" };
  if (text.length > TEXT_LIMIT_CHARACTERS) return { is: "too_long" };
  const digest = digestIn(trimmed);
  if (digest !== null) return { is: "digest", digest };
  const bytes = new TextEncoder().encode(trimmed);
  const seal = sealIn(bytes);
  if (seal !== null) return { is: "seal", seal };
  const credential = await credentialIn(bytes);
  if (credential !== null) return { is: "credential", question: credential };
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

/** How a signed credential, or JSON around one, begins. */
const SIGNED_BEGINNING = /^\s*(?:eyJ|["{])/;

/** What to ask about the credential in these bytes; `null` when there is none. The reader is fetched only for what looks like one. */
export async function credentialIn(bytes: Uint8Array): Promise<SignedQuestion | null> {
  if (!SIGNED_BEGINNING.test(new TextDecoder().decode(bytes.subarray(0, 64)))) return null;
  const { credentialTextIn } = await import("../../core/credentials/file.ts");
  const credential = credentialTextIn(bytes);
  // With a key binding behind its last disclosure it is a presentation, made for somebody who gave a challenge.
  if (credential === null || (credential.includes("~") && !credential.endsWith("~"))) return null;
  const [jwt = ""] = credential.split("~");
  const { digestOf } = await import("../../core/digest.ts");
  const digest = digestOf(new TextEncoder().encode(jwt.slice(0, Math.max(jwt.lastIndexOf("."), 0))));
  return { digest, signed: { credential } };
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
