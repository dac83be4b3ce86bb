// Codes for paper: a document's essentials, signed with its issuer's key, as the address that a QR code spells.

import type { Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import { codeSigningInput, parsePaperCode, shortName, writePaperCode, type Essentials } from "../../core/paperCode.ts";
import type { Digest } from "../../core/digest.ts";
import type { Signer } from "./credentialSigning.ts";

/** What a code says of a paper, but for who signs it. Names may be long; the code clips them. */
export type PaperFacts = Pick<Essentials, "documentType" | "number" | "date" | "parties">;

/** A code, signed. */
export interface FreshCode {
  readonly code: string;
  /** The address with the code behind `#`. */
  readonly link: string;
  /** What is anchored. */
  readonly digest: Digest;
}

/** A QR code of 45 mm holds so much and is still read from a poor picture. */
const LINK_LIMIT_CHARACTERS = 600;

/**
 * The code for this paper.
 *
 * @throws Fault `code_malformed` when the facts do not fit a code.
 */
export async function signPaperCode(facts: PaperFacts, { signer, issuer, publicUrl }: { signer: Signer; issuer: Address; publicUrl: string }): Promise<FreshCode> {
  const key = signer.kid.slice(signer.kid.indexOf("#") + 1);
  const parties = facts.parties.map(shortName);
  const signingInput = codeSigningInput({ ...facts, parties, issuer, chainId: signer.chainId, key });
  const code = writePaperCode(signingInput, await signer.sign(new TextEncoder().encode(signingInput)));
  const link = `${publicUrl}/c#${code}`;
  if (link.length > LINK_LIMIT_CHARACTERS) throw new Fault("code_malformed", `The code and this service's address before it have ${link.length} characters; on paper ${LINK_LIMIT_CHARACTERS} can be read. Name fewer parties, or shorten them.`);
  return { code, link, digest: parsePaperCode(code).digest };
}
