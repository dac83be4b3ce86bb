// Seals among the files that were given: which they are, and to which document each belongs.

import type { Digest } from "../../core/digest.ts";
import { Fault } from "../../core/fault.ts";
import { parseSeal, SEAL_LIMIT_BYTES, type Seal } from "../../core/seal.ts";

/** What a file turns out to be. */
export type Given =
  | { readonly is: "document" }
  | { readonly is: "seal"; readonly seal: Seal }
  /** It is named like a seal and cannot be read as one. */
  | { readonly is: "broken_seal"; readonly fault: Fault };

const SEAL_ENDING = ".seal.json";

/** Tells a seal from a document: by its content, whatever its name. A name alone only tells that it should have been one. */
export async function recognise(file: File): Promise<Given> {
  const isNamedSo = file.name.toLowerCase().endsWith(SEAL_ENDING);
  if (file.size > SEAL_LIMIT_BYTES && !isNamedSo) return { is: "document" };
  try {
    const bytes = await file.slice(0, SEAL_LIMIT_BYTES + 1).arrayBuffer();
    return { is: "seal", seal: parseSeal(new Uint8Array(bytes)) };
  } catch (error) {
    // A file that cannot be read at all will say so when it is digested.
    return error instanceof Fault && isNamedSo ? { is: "broken_seal", fault: error } : { is: "document" };
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
