// The accreditation credential: a grant as a W3C Verifiable Credential (data model 2.0) of the shape `acr`, so that it can be shown off the ledger, too.

import { didOf, parseDid, type Address } from "./address.ts";
import { digestOf } from "./digest.ts";
import { parseDocumentType, type DocumentType } from "./documentType.ts";
import { Fault } from "./fault.ts";
import type { SignedCredential } from "./credentials/jws.ts";
import { canonicalJson, isObject, type Json, type JsonObject } from "./json.ts";
import { NO_END, type ChainHash, type GrantName } from "./ledger.ts";
import { momentFrom } from "./moment.ts";
import { dateOf } from "./report.ts";
import { shapeMembers, shapes } from "./shapes/shapes.ts";

/** The credential digest of a grant that no credential carries. */
export const NO_CREDENTIAL: ChainHash = `0x${"00".repeat(32)}`;

/** A country or a part of one (ISO 3166-1 alpha-2, ISO 3166-2). */
export const JURISDICTION = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;

/** What a grant says. Times in Unix seconds; `until` is `NO_END` where there is none. */
export interface Accreditation extends GrantName {
  readonly name: string;
  readonly from: number;
  readonly until: number;
  readonly mayPassOn: boolean;
  /** Where it holds, as the grantor gave it. The ledger does not know it. */
  readonly jurisdiction: string | null;
}

/** By which names the grantor goes, and the key that signs. */
export interface Signatory {
  readonly chainId: number;
  /** Its did:web, or `null` where it has none. */
  readonly didWeb: string | null;
  readonly kid: string;
  /** Under which our contexts and schemas stand, without a slash at the end. */
  readonly base: string;
}

const TYPES = ["VerifiableCredential", "AccreditationCredential"];

/** The credential that says what the grant says. The same grant by the same key is the same credential, to the byte. */
export function accreditationCredential(said: Accreditation, by: Signatory): JsonObject {
  const { grantor, grantee, documentType, name, from, until, mayPassOn, jurisdiction } = said;
  const [onLedger, subject] = [didOf(grantor, by.chainId), didOf(grantee, by.chainId)];
  const { "@context": contexts, type, name: title, credentialSchema } = shapeMembers(shapes.acr, by.base);
  return {
    "@context": contexts,
    id: `urn:uuid:${uuidOf({ ...said, kid: by.kid })}`,
    type,
    name: title,
    issuer: by.didWeb === null ? { id: onLedger } : { id: by.didWeb, alsoKnownAs: [onLedger] },
    validFrom: dateOf(from),
    ...(until === NO_END ? {} : { validUntil: dateOf(until) }),
    credentialSchema: { ...credentialSchema },
    credentialSubject: { id: subject, type: [shapes.acr.subjectType], legalName: name, documentTypes: [documentType], mayPassOn, ...(jurisdiction === null ? {} : { jurisdiction }) },
  };
}

/** A UUID made of what it names (RFC 9562, version 8): saying the same again makes no second credential. */
function uuidOf(named: Accreditation & { readonly kid: string }): string {
  const hex = digestOf(new TextEncoder().encode(canonicalJson({ format: "tradeseal-accreditation/2", ...named })));
  const variant = "89ab"[Number.parseInt(hex[16]!, 16) % 4]!;
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20, 32)].join("-");
}

/** What an accreditation credential says, as far as its words go; `null` when it is none that this service's form allows. The first ones call the grantee's `legalName` `name`. */
export function accreditationIn({ payload, issuer }: SignedCredential): (Accreditation & { readonly chainId: number }) | null {
  const { type, validFrom, validUntil, credentialSubject: subject } = payload;
  if (!isList(type) || !TYPES.every((name) => type.includes(name)) || !isObject(subject)) return null;
  const [grantor, grantee] = [grantorIn(payload, issuer), parseDid(subject["id"])];
  const [from, until] = [secondsIn(validFrom), validUntil === undefined ? NO_END : secondsIn(validUntil)];
  const { name: firstName, legalName: name = firstName, documentTypes, mayPassOn, jurisdiction = null } = subject;
  const documentType = isList(documentTypes) && documentTypes.length === 1 ? typeIn(documentTypes[0]) : null;
  if (grantor === null || grantee === null || grantor.chainId !== grantee.chainId || from === null || until === null || documentType === null) return null;
  if (typeof name !== "string" || (firstName !== undefined && firstName !== name) || typeof mayPassOn !== "boolean" || !(jurisdiction === null || typeof jurisdiction === "string")) return null;
  return { chainId: grantor.chainId, grantor: grantor.identity, grantee: grantee.identity, documentType, name, from, until, mayPassOn, jurisdiction };
}

/** The issuer as an identity on the ledger: itself, or the one other name that it gives. Whether that is so the ledger must say. */
function grantorIn({ issuer: member }: JsonObject, issuer: string): { readonly chainId: number; readonly identity: Address } | null {
  if (issuer.startsWith("did:ethr:")) return parseDid(issuer);
  const names = isObject(member) && isList(member["alsoKnownAs"]) ? member["alsoKnownAs"] : [];
  return names.length === 1 ? parseDid(names[0]) : null;
}

function typeIn(value: Json | undefined): DocumentType | null {
  try {
    return parseDocumentType(value);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

const secondsIn = (value: Json | undefined): number | null => (typeof value === "string" ? momentFrom(value) : null);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
