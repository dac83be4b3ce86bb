// What resolving identities needs of the world: strangers' hosts, the ledger's history of an identity, and what it gives.

import type { Address } from "../../core/address.ts";
import type { DidDocument, DidFlaw } from "../../core/identities/didDocument.ts";
import type { IdentityChange } from "../../core/identities/didEthr.ts";
import type { Block } from "../../core/ledger.ts";
import type { Clock } from "../ports.ts";

/** How much is read of what strangers' hosts send, in bytes. Whoever inflates a status list holds to the third. */
export const fetchLimits = { documentBytes: 64 * 1024, statusListBytes: 1024 * 1024, inflatedStatusListBytes: 4 * 1024 * 1024, partnerAnswerBytes: 2 * 1024 * 1024 } as const;

/** Why nothing was fetched. Codes are added, never renamed. None of them says anything about what was looked for: to a verifier each is *unknown*. */
export type FetchRefusal =
  | "url_malformed" // No absolute address, or one that is too long.
  | "scheme_forbidden" // Not https.
  | "userinfo_forbidden" // An address with a name or a password before the host.
  | "port_forbidden" // A port that is not allowed.
  | "address_forbidden" // The host is, or resolves to, an address that is nobody's public one.
  | "name_unresolvable" // The host's name leads to no address, or not in time.
  | "connect_failed" // Nobody takes connections there.
  | "connect_timeout" // The connection was not made in time.
  | "tls_failed" // The host cannot show that it is who its name says.
  | "answer_timeout" // The answer was not complete in time.
  | "answer_cut" // The connection ended before the answer did.
  | "answer_malformed" // Not HTTP.
  | "redirected" // The host points elsewhere; nobody follows.
  | "not_there" // The host says that there is no such thing.
  | "status_unexpected" // Neither there nor not there.
  | "encoding_forbidden" // Compressed, though we asked for it as it is.
  | "type_unexpected" // Another kind of content.
  | "too_large" // More bytes than are read.
  | "too_busy"; // Too many fetches are under way here.

/** What came of a fetch. */
export type Fetched = { readonly isFetched: true; readonly bytes: Uint8Array } | { readonly isFetched: false; readonly refusal: FetchRefusal };

/** What is wanted. */
export interface FetchWanted {
  /** More is not read; one of {@link fetchLimits}. */
  readonly limitBytes: number;
  /** Lower-case media types, without parameters. */
  readonly mediaTypes: readonly string[];
}

/** The one door to strangers' hosts. Never rejects for what a host does. */
export interface GuardedFetcher {
  fetch(url: string, wanted: FetchWanted): Promise<Fetched>;
}

/** The one door by which strangers' hosts are asked something that does not fit into an address. Never rejects for what a host does. */
export interface GuardedAsker {
  /** Posts JSON; gives the body of the answer. */
  ask(url: string, body: string, wanted: FetchWanted): Promise<Fetched>;
}

/** What the ledger ever said about an identity. Rejects with `ledger_unreachable` when it is not known for sure that this is all. */
export interface IdentityHistory {
  /** Every change up to the end of block `at`, in the ledger's order. */
  changesUntil(identity: Address, at: Block): Promise<readonly IdentityChange[]>;
}

/** Why a DID is not resolved now, though it may be another time. */
export type ResolutionSilence = FetchRefusal | Exclude<DidFlaw, "did_malformed" | "key_unusable"> | "ledger_silent" | "ledger_unknown";

/** What became of a DID. `unusable` is for good: the DID itself is wrong. `unknown` is never "no such DID". */
export type Resolution =
  | { readonly is: "resolved"; readonly document: DidDocument; /** When it was read, in Unix seconds. */ readonly readAt: number }
  | { readonly is: "unusable"; readonly why: "did_malformed" | "key_unusable" }
  | { readonly is: "unknown"; readonly why: ResolutionSilence };

/** DIDs and their documents. */
export interface Identities {
  /** The document of `did`. For an identity on the ledger, as the ledger had it at the end of block `at`; others have no past and answer as of now. */
  resolve(did: string, at: Block): Promise<Resolution>;
}

/** What resolving needs. */
export interface IdentityPorts {
  readonly chainId: number;
  readonly history: IdentityHistory;
  readonly fetcher: GuardedFetcher;
  readonly clock: Clock;
  /** The identity of an issuer of this service that the DID names, or `null`: its document is on the ledger, and nobody need be asked for it. */
  readonly ownIdentity: (did: string) => Promise<Address | null>;
  /** Whether hosts on this very machine may be asked, without TLS. For development only. */
  readonly isLoopbackFetched: boolean;
}
