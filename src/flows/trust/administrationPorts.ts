// What administration needs of the world: API keys, grants, the journal, kept in the store.

import type { Address } from "../../core/address.ts";
import type { Digest } from "../../core/digest.ts";
import type { GrantName } from "../../core/ledger.ts";
import type { Deed, JournalHead, JournalRow } from "../../core/journal.ts";
import type { Issuer, WriteBody, WriteState } from "../issuing/issuePorts.ts";

/** What a key may be used for. A public contract: scopes are added, never renamed. */
export const scopes = ["issue", "accredit", "read"] as const;
export type Scope = (typeof scopes)[number];

/** An API key as its issuer sees it. The key itself is shown once, when it is made. */
export interface ApiKey {
  readonly id: string;
  readonly issuer: Pick<Issuer, "address" | "name">;
  readonly scopes: readonly Scope[];
  /** In Unix seconds, like the other times. */
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  /** The day (UTC) on which it was last used: 2026-11-21. */
  readonly lastUsedOn: string | null;
}

/** What a key shall be good for. */
export interface KeyTerms {
  readonly scopes: readonly Scope[];
  readonly expiresAt: number | null;
}

/** Who acts, and when. */
export interface Doing {
  readonly by: string;
  readonly at: number;
}

/** Whose key it is, or why it opens nothing. A key that was never right is `unknown`, whatever else is wrong with it. */
export type KeyHolder = { readonly issuer: Issuer; readonly keyId: string; readonly scopes: readonly Scope[] } | "unknown" | "expired" | "revoked";

/** The API keys of this service's issuers. Each change stands in the journal. */
export interface ApiKeys {
  create(issuer: Address, terms: KeyTerms, doing: Doing): Promise<{ readonly id: string; readonly apiKey: string }>;
  list(): Promise<readonly ApiKey[]>;
  /** @returns the key as it now is, or `null` when there is none with this id. Revoking again changes nothing. */
  revoke(id: string, doing: Doing): Promise<ApiKey | null>;
  /** Takes the same time for every wrong key. Notes the day of use. */
  holderOf(apiKey: string, now: number): Promise<KeyHolder>;
}

/** A grant or a withdrawal on its way to the ledger. */
export type GrantBody = WriteBody & { readonly kind: "accredit" | "withdraw" };

/** A statement as the store keeps it. */
export interface StoredGrant {
  /** Its place among all of them. */
  readonly number: number;
  readonly id: string;
  readonly body: GrantBody;
  readonly writeId: number;
  readonly acceptedAt: number;
  readonly state: WriteState;
  /** Why the ledger refuses it, while it does. */
  readonly problem: string | null;
  /** The time of the block that records it. */
  readonly recordedAt: number | null;
}

/** The credential that carries a grant: its digest, and the signed text. */
export interface GrantCredential {
  readonly digest: Digest;
  readonly text: string;
}

/** Statements that are to be stored together, all or none. */
export interface NewGrants {
  readonly grantor: Address;
  readonly statements: readonly { readonly id: string; readonly body: GrantBody; /** Absent where none carries it. */ readonly credential?: GrantCredential | null }[];
  /** The account that signs. */
  readonly account: Address;
  /** Which of them answer the caller; what stands between two words of the same sense is nobody's answer. */
  readonly answeredBy: readonly string[];
  readonly idempotency: { readonly key: string; readonly requestDigest: Digest } | null;
  /** What else the journal shall say of each, such as that a likeness was waved through. */
  readonly remarks: Readonly<Record<string, string | boolean>>;
  readonly doing: Doing;
}

/** The statements that answer, or that the key was used for another request. */
export type GrantAcceptance = { readonly grants: readonly StoredGrant[]; readonly isNew: boolean } | { readonly conflict: "idempotency" };

/** Grants and withdrawals by this service's issuers, also those said on the command line. Each stands in the journal. */
export interface Grants {
  accept(request: NewGrants): Promise<GrantAcceptance>;
  /** The grants that an earlier request with this key was answered with; `null` when there was none. */
  answered(grantor: Address, idempotency: NonNullable<NewGrants["idempotency"]>): Promise<GrantAcceptance | null>;
  byId(id: string): Promise<StoredGrant | null>;
  /** The grantor's statements before place `before` (Infinity at first), newest first. */
  of(grantor: Address, page: { readonly before: number; readonly limit: number }): Promise<readonly StoredGrant[]>;
  /** The signed credential that carries the grant with this id, or `null`. */
  credentialOf(id: string): Promise<string | null>;
  /** The last statement about this grantee and type, or `null`. */
  lastAbout(name: GrantName): Promise<StoredGrant | null>;
  /** Every name by which somebody was accredited from here. */
  names(): Promise<readonly { readonly address: Address; readonly name: string }[]>;
}

/** A head that was handed in for anchoring. */
export interface RememberedHead extends JournalHead {
  readonly issuer: Address;
  readonly digest: Digest;
  /** The document that carries it; `null` until it is accepted. */
  readonly documentId: string | null;
  readonly at: number;
}

/** The journal. Nothing in it is ever changed. */
export interface Journal {
  /** Writes down an act that is done outside the store. Acts within it are written down by what does them. */
  note(deed: Deed): Promise<void>;
  /** The next `limit` rows behind number `last` (0 at first), in their order. */
  after(last: number, limit: number): Promise<readonly JournalRow[]>;
  /** The last row, or `null`. */
  head(): Promise<JournalRow | null>;
  /** Heads handed in for anchoring, oldest first. */
  heads(): Promise<readonly RememberedHead[]>;
  /** Remembers a head before it is handed in, so that no anchor can be without its memory. */
  rememberHead(head: Omit<RememberedHead, "documentId">): Promise<void>;
  setHeadDocument(number: number, documentId: string): Promise<void>;
}
