// Files that were given: which are seals or credentials, and to which document each seal belongs.

import type { Digest } from "../../core/digest.ts";
import { Fault } from "../../core/fault.ts";
import { parseSeal, type Seal } from "../../core/seal.ts";
import { signedIn, TEXT_LIMIT_CHARACTERS, type SignedGiven } from "./texts.ts";

/** What a file turns out to be. */
export type Given =
  | { readonly is: "document" }
  | { readonly is: "seal"; readonly seal: Seal }
  | SignedGiven
  /** It is named like a seal and cannot be read as one. */
  | { readonly is: "broken_seal"; readonly fault: Fault };

const SEAL_ENDING = ".seal.json";

/** Tells seals and credentials from documents: by their content, whatever the name. A name alone only tells that it should have been a seal. */
export async function recognise(file: File): Promise<Given> {
  const isNamedSo = file.name.toLowerCase().endsWith(SEAL_ENDING);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.slice(0, TEXT_LIMIT_CHARACTERS + 1).arrayBuffer());
  } catch {
    // A file that cannot be read at all will say so when it is digested.
    return { is: "document" };
  }
  try {
    return { is: "seal", seal: parseSeal(bytes) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (isNamedSo) return { is: "broken_seal", fault: error };
    return (await signedIn(bytes, file.size)) ?? { is: "document" };
  }
}

/** A seal by the name of its file. */
export interface NamedSeal {
  readonly name: string;
  readonly seal: Seal;
}

/** A document as far as it matters for finding its seal. */
export interface NamedDocument {
  readonly name: string;
  readonly digest: Digest;
}

/**
 * The seal that goes with `document`: made for its digest, or else named after it.
 *
 * A seal that is only named after the document is sent too: then the verdict tells that they do not belong together.
 */
export function sealFor<S extends NamedSeal>({ name, digest }: NamedDocument, seals: readonly S[]): S | null {
  const made = seals.find(({ seal }) => seal.digest === digest);
  return made ?? seals.find((seal) => seal.name === name + SEAL_ENDING) ?? null;
}
