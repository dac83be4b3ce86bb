// What the service answers issuers, as far as the console reads it; and a look at whether an answer is one.

import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { Standing } from "../../core/ledger.ts";
import type { Stage } from "../../words/issuerWords.ts";
import { Unanswered } from "../frame/trouble.ts";
import type { Consent } from "./forms/consent.ts";

/** A document as its issuer sees it; the answer that accepts one lacks the optional members. */
export interface OwnDocument {
  readonly id: string;
  readonly digest: Digest;
  readonly documentType: DocumentType;
  readonly state: Stage;
  readonly standing: Standing;
  /** Which part it is of what was issued together. */
  readonly role?: string;
  readonly reference?: string;
  readonly acceptedAt?: string;
  readonly anchoredAt?: string;
  readonly replacement?: string;
  readonly problem?: string;
}

/** A page of documents. */
export interface OwnDocuments {
  readonly documents: readonly OwnDocument[];
  readonly next?: string;
}

/** What was issued together with a credential. */
export interface IssuedPart {
  readonly role: string;
  readonly id: string;
  readonly digest: string;
  readonly href: string;
}

/** `POST /v1/credentials`, and `GET /v1/credentials/{id}`. */
export interface IssuedCredential {
  readonly id: string;
  readonly format: string;
  readonly credential: string;
  readonly digest: Digest;
  readonly state: Stage;
  readonly documents?: readonly IssuedPart[];
}

/** `GET /v1/credentials`: one of them. */
export interface OwnCredential extends IssuedCredential {
  readonly type: string;
  readonly documentId: string;
  readonly issuedAt: string;
  readonly validUntil?: string;
  readonly standing: Standing;
  readonly consent?: Consent;
}

/** `GET /v1/keys`. */
export interface OwnKeys {
  readonly keys: readonly {
    readonly id: string;
    readonly scopes: readonly string[];
    readonly createdAt: string;
    readonly expiresAt?: string;
    readonly revokedAt?: string;
    readonly lastUsedOn?: string;
    readonly isThis: boolean;
  }[];
}

/** `GET /v1/identity`. */
export interface OwnIdentity {
  readonly owner: string;
  readonly account: string;
  readonly mayWrite: boolean;
  readonly isDeactivated: boolean;
  readonly delegations: readonly { readonly account: string; readonly until: string; readonly isInForce: boolean }[];
  readonly block: { readonly number: number; readonly chainId: number; readonly time: string };
}

/** An endpoint to which events are sent. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
  readonly failingSince?: string;
  readonly problem?: string;
  /** Once, when it was made. */
  readonly secret?: string;
}

type Kind = "string" | "boolean" | "number" | "list" | "object";

const kindOf = (value: unknown): string => (Array.isArray(value) ? "list" : value === null ? "null" : typeof value);

/** `value`, when it is an object with these members. Throws {@link Unanswered} otherwise: what answered was not our service, or one that this page does not know. */
export function read<T>(value: unknown, members: Readonly<Partial<Record<keyof T, Kind>>>): T {
  const isObject = kindOf(value) === "object";
  const fits = isObject && Object.entries(members).every(([name, kind]) => kindOf((value as Record<string, unknown>)[name]) === kind);
  if (!fits) throw new Unanswered({ is: "unreadable_answer" });
  return value as T;
}

const DOCUMENT = { id: "string", digest: "string", documentType: "string", state: "string", standing: "string" } as const;

/** A document. Throws {@link Unanswered}. */
export const readDocument = (value: unknown): OwnDocument => read<OwnDocument>(value, DOCUMENT);

/** A page of documents. Throws {@link Unanswered}. */
export function readDocuments(value: unknown): OwnDocuments {
  const page = read<OwnDocuments>(value, { documents: "list" });
  page.documents.forEach(readDocument);
  return page;
}

/** A page of credentials, newest first. Throws {@link Unanswered}. */
export function readCredentials(value: unknown): { readonly credentials: readonly OwnCredential[]; readonly next?: string } {
  const page = read<{ credentials: readonly OwnCredential[]; next?: string }>(value, { credentials: "list" });
  for (const each of page.credentials) read<OwnCredential>(each, { id: "string", type: "string", documentId: "string", issuedAt: "string", standing: "string", state: "string" });
  return page;
}

/** An issued credential. Throws {@link Unanswered}. */
export const readIssued = (value: unknown): IssuedCredential => read<IssuedCredential>(value, { id: "string", credential: "string", digest: "string", state: "string", format: "string" });
