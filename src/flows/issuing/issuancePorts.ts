// What issuing credentials needs of the world: issuances, credentials and the places of their status, kept in the store.

import type { Address } from "../../core/address.ts";
import type { CredentialFormat } from "../../core/credentials/formats.ts";
import type { Digest, Leaf } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { JsonObject } from "../../core/json.ts";
import type { Standing } from "../../core/ledger.ts";
import type { ShapeName } from "../../core/shapes/credential.ts";
import type { StatusListName, StatusPlace, StatusPurpose } from "../../core/credentials/statusListNames.ts";
import type { NewDocument, StoredDocument } from "./issuePorts.ts";
import type { Paper } from "./paperPorts.ts";
import type { IssuedWith } from "../ports.ts";

/** What an operator lets this service tell others. Nothing unless it was given. */
export interface Consent {
  /** Whether anybody may be told the holder's name. */
  readonly publishName: boolean;
  /** Whether authorities of partners in mutual recognition may be told what is not public. */
  readonly shareWithMraPartners: boolean;
}

export const partRoles = ["credential", "pdf", "code"] as const;
/** What a part of an issuance is. */
export type PartRole = (typeof partRoles)[number];

/** A number by which an operator is known, spelt as `normalisedIdentifier` does. */
export interface OperatorIdentifier {
  readonly scheme: string;
  readonly value: string;
}

/** A credential that was signed and is not stored yet. */
export interface NewCredential {
  readonly id: string;
  readonly shape: ShapeName;
  readonly format: CredentialFormat;
  /** As it was signed; of an SD-JWT with all disclosures. */
  readonly text: string;
  /** All of the subject, whatever the format shows. */
  readonly subject: JsonObject;
  readonly validFrom: number;
  readonly validUntil: number | null;
  readonly consent: Consent;
  readonly places: readonly StatusPlace[];
  /** By which the operators' desk finds it. */
  readonly identifiers: readonly OperatorIdentifier[];
}

/** A part of an issuance: a leaf, and for a credential what it is. */
export interface NewPart {
  readonly role: PartRole;
  readonly documentId: string;
  readonly digest: Digest;
  readonly leaf: Leaf;
  readonly reference: string | null;
  readonly credential: NewCredential | null;
  /** What was drawn for it here. */
  readonly paper?: Paper;
}

/** So many that one transaction carries what is said of them all: a paper, and what was issued with it or with a part of it. */
export const PARTS_LIMIT = 200;

/** What is to be issued together: all parts or none. They are anchored under the same issuer and type, and stand or fall together. */
export interface NewIssuance {
  readonly id: string;
  readonly issuer: Address;
  readonly documentType: DocumentType;
  readonly acceptedAt: number;
  readonly parts: readonly NewPart[];
  readonly idempotency: NewDocument["idempotency"];
}

/** A credential as the store keeps it. */
export interface StoredCredential extends Omit<NewCredential, "places" | "identifiers"> {
  /** Its place among all credentials. */
  readonly number: number;
  readonly issuanceId: string;
  readonly issuer: Address;
  readonly document: StoredDocument;
}

/** A part as the store keeps it. */
export interface StoredPart {
  readonly role: PartRole;
  readonly document: StoredDocument;
  readonly credential: StoredCredential | null;
}

/** An issuance as the store keeps it. */
export interface StoredIssuance {
  readonly id: string;
  readonly issuer: Address;
  readonly parts: readonly StoredPart[];
}

/** What the store answers: the issuance (perhaps an earlier one); or that the key was used for another request, a place was taken meanwhile, a part was taken back for good before, or more than {@link PARTS_LIMIT} parts would stand or fall together. */
export type IssuanceAcceptance = { readonly issuance: StoredIssuance; readonly isNew: boolean } | { readonly conflict: "idempotency" | "place" | "parts" | "taken_back" };

/** Who stands in a list, and how as far as this service was told. */
export interface ListedCredential {
  readonly position: number;
  readonly documentType: DocumentType;
  readonly leaf: Leaf;
  readonly standing: Standing;
}

/** Which credentials may be told: those of these issuers and shapes that one of the other members lets through. */
export interface ToldOf {
  readonly issuers: readonly Address[];
  readonly shapes: readonly ShapeName[];
  /** Every credential of this issuer: it asks for itself. */
  readonly by: Address | null;
  /** Those whose holder's consent says each of these. */
  readonly consent: readonly (Partial<Consent>)[];
}

/** Where issuances and credentials are kept. What a promise has resolved is on the disk. */
export interface Issuances {
  /** Stores the issuance with its documents, in one transaction. */
  accept(issuance: NewIssuance): Promise<IssuanceAcceptance>;
  /** The issuance that an earlier request with this key was answered with; `null` when there was none. */
  answered(issuer: Address, idempotency: NonNullable<NewDocument["idempotency"]>): Promise<IssuanceAcceptance | null>;
  issuanceById(id: string): Promise<StoredIssuance | null>;
  credentialById(id: string): Promise<StoredCredential | null>;
  /** What was issued together with these bytes, whichever part they are; `null` when nothing was. */
  issuedWith(issued: Pick<StoredDocument, "issuer" | "documentType" | "digest">): Promise<IssuedWith | null>;
  /** The issuer's credentials before place `before` (`null`: from the newest), newest first. */
  credentialsOf(issuer: Address, page: { readonly before: number | null; readonly limit: number }): Promise<readonly StoredCredential[]>;
  /** The issuer's newest list for the purpose; 0 when there is none. */
  newestList(issuer: Address, purpose: StatusPurpose): Promise<number>;
  /** Those of `positions` that are taken in the list. */
  takenIn(list: StatusListName, positions: readonly number[]): Promise<ReadonlySet<number>>;
  /** Everybody in the list, or those of them behind `after`, by position, at most `limit`. */
  listedIn(list: StatusListName, page: { readonly after: number; readonly limit: number }): Promise<readonly ListedCredential[]>;
  setConsent(id: string, consent: Consent): Promise<void>;
  /** Credentials that name this identifier and may be told, newest first, at most `limit`; of any scheme when it is `null`. */
  credentialsNaming(identifier: { readonly scheme: string | null; readonly value: string }, told: ToldOf, limit: number): Promise<readonly StoredCredential[]>;
}
