// What judging credentials and presentations needs of the world.

import type { Platform } from "../../core/credentials/platform.ts";
import type { SignatureCheck } from "../../core/credentials/signing.ts";
import type { Asked } from "../../core/outcome.ts";
import type { AccreditationPorts } from "./verifyAccreditation.ts";

/** Status lists, by the address under which credentials name them. */
export interface StatusListSource {
  /**
   * The list credential as its issuer signed it. Silent, never rejecting, when nobody gives it.
   *
   * @param issuerChangedIn the block in which the issuer's DID last changed: a list from before may be signed by a key that is none any more.
   */
  listAt(url: string, issuerChangedIn: number): Promise<Asked<string>>;
}

/** Unpacks gzip (RFC 1952), reading at most so many bytes; `null` when it is none or there are more. */
export type Unpack = (packed: Uint8Array, limitBytes: number) => Uint8Array | null;

/** What judging credentials needs beside what judging accreditations needs. */
export interface CredentialPorts extends AccreditationPorts {
  readonly lists: StatusListSource;
  readonly unpack: Unpack;
  readonly isSignatureBy: SignatureCheck;
  readonly platform: Platform;
}

/** A challenge that a holder is to answer, once. */
export interface Challenge {
  /** Random, of at least 128 bits. */
  readonly challenge: string;
  readonly audience: string;
  /** In Unix seconds. */
  readonly expiresAt: number;
}

/** What came of using a challenge up. */
export type UsedChallenge = { readonly is: "unknown" } | { readonly is: "used" } | { readonly is: "fresh"; readonly audience: string; readonly expiresAt: number };

/** Challenges, kept where every process of the service sees them. Rejects with `store_unavailable`. */
export interface Challenges {
  /** Keeps it, and forgets those that ended before `forgetBefore`. */
  add(challenge: Challenge, forgetBefore: number): Promise<void>;
  /** Uses it up. Of two who come at once only one finds it fresh. */
  use(challenge: string, at: number): Promise<UsedChallenge>;
}

