// Evidence: everything gathered to judge by. Silence is part of it.

import type { Address } from "./address.ts";
import type { Period } from "./credentials/dates.ts";
import type { Signing } from "./credentials/signingOutcomes.ts";
import type { StatusAnswer } from "./credentials/statusList.ts";
import type { Digest, Leaf } from "./digest.ts";
import type { DocumentType } from "./documentType.ts";
import type { GrantList } from "./entitlement.ts";
import type { AnchorName, AnchorRecord, ChainHash, Head, LedgerId, StandingStatement } from "./ledger.ts";
import type { NameBook } from "./names.ts";
import type { Asked } from "./outcome.ts";
import type { Seal } from "./seal.ts";

/** What a person wants judged. */
export interface Subject {
  readonly digest: Digest;
  readonly seal: Seal | null;
  /** The type the person expects; `null` when any will do. */
  readonly documentType: DocumentType | null;
  /** The issuer whom the person expects: anchors of others do not count. Absent or `null` when any will do. */
  readonly issuer?: Address | null;
  /** The past moment, in Unix seconds, as at which the document is to be judged; absent or `null`: now. */
  readonly asAt?: number | null;
}

/** What somebody signed says beside its bytes: a credential, or the code of a paper. */
export interface Claim {
  /** Tried by the issuer's newest document. It counts where there is no final anchor, which would name a block. */
  readonly signing: Signing;
  /** The period that it names, in Unix seconds; `null` where it names none. */
  readonly from: number | null;
  readonly until: number | null;
  /** What the status lists that it names say of it. */
  readonly statuses: readonly { readonly purpose: "revocation" | "suspension" | "unknown"; readonly says: StatusAnswer }[];
  /** What keeps it from being of a type that anybody could be entitled to issue. */
  readonly flaw: "credential_type_unknown" | "shape_violated" | null;
}

/** An authority whose grants this verifier has chosen to believe, for the types it lists. */
export interface TrustRoot {
  readonly address: Address;
  readonly name: string;
  readonly documentTypes: readonly DocumentType[];
}

/** What one speaker said about the leaf's standing. */
export interface Speech {
  readonly speaker: Address;
  readonly statements: readonly StandingStatement[];
}

/** A document of the same issuer and type which the issuer may have replaced with the one that is asked about. */
export interface Predecessor {
  readonly leaf: Leaf;
  /** `null` where this verifier does not know it: the ledger keeps leaves alone. */
  readonly digest: Digest | null;
  /** All that the issuer said about it, oldest first. */
  readonly statements: readonly StandingStatement[];
}

/** One anchor that may hold the leaf, with what the ledger says around it. */
export interface AnchorEvidence {
  readonly name: AnchorName;
  readonly record: Asked<AnchorRecord | null>;
  /** The account that acted: the identity's owner or its delegate. `null` when no event tells. */
  readonly account: Address | null;
  /** All grants from this verifier's trust roots down to the issuer. */
  readonly grants: Asked<readonly GrantList[]>;
  /** By a grant's particulars, the name by which it calls its grantee, checked against the ledger. */
  readonly names: ReadonlyMap<ChainHash, string>;
  /** What the issuer and everyone above it said about the leaf. */
  readonly speeches: Asked<readonly Speech[]>;
  /** Per identity, the block in which its DID was deactivated. */
  readonly deactivatedIn: Asked<ReadonlyMap<Address, number>>;
  /** Of a right that lasts, issued by this verifier itself: when the credential that was issued with it holds. Absent or `null`: not known here. */
  readonly period?: Period | null;
  /** What the issuer may have replaced with this document; no part of the judgement. Absent: nothing, or not known. */
  readonly predecessors?: readonly Predecessor[];
  /** Of a claim: tried by the document that the ledger had at the anchor's block. */
  readonly signing?: Signing;
}

/** Everything one verdict rests on. */
export interface Evidence {
  readonly subject: Subject;
  /** The verifier's ledger. */
  readonly ledger: LedgerId;
  readonly trustRoots: readonly TrustRoot[];
  /** The one newest block at which everything was read. */
  readonly head: Asked<Head>;
  /** Every anchor of these bytes; with a seal, only the seal's. */
  readonly anchors: Asked<readonly AnchorEvidence[]>;
  /** Of something signed: what it says beside its bytes. */
  readonly claim?: Claim;
  /** The clock of the verifier, in Unix seconds. */
  readonly now: number;
  /** Names that this verifier knows, to tell look-alikes by. Without it, those in the evidence itself. */
  readonly knownNames?: NameBook;
}
