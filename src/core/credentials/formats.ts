// Formats of credentials: what is signed in each of them. The same statement in three spellings (VC-JOSE-COSE, VC data model 1.1 as JWT, SD-JWT VC).

import type { DocumentType } from "../documentType.ts";
import type { Json, JsonObject } from "../json.ts";
import { dateOf } from "../report.ts";
import type { AnyShape } from "../shapes/credential.ts";
import { contextAddress, schemaAddress, shapeMembers, shapes } from "../shapes/shapes.ts";
import type { PublicJwk } from "../publicKey.ts";

export const credentialFormats = ["vc+jwt", "jwt_vc_json", "dc+sd-jwt"] as const;
/** How a credential is spelt and signed. */
export type CredentialFormat = (typeof credentialFormats)[number];

/** What each format says of itself in its header. */
export const TYP: Readonly<Record<CredentialFormat, string>> = { "vc+jwt": "vc+jwt", jwt_vc_json: "JWT", "dc+sd-jwt": "dc+sd-jwt" };

/** Kinds of credentials that are issued on request. An accreditation is made by its grant alone. */
export const issuableTypes = ["AEOCredential", "TransportOperatorIdentifierCredential", "CertificateOfOriginCredential"] as const;
export type IssuableType = (typeof issuableTypes)[number];

/** Kinds of credentials that are signed here: those, and receipts, which nobody can ask for in his own words. */
export type SignableType = IssuableType | "VerificationReceiptCredential";

/** The shape of a credential of this type. */
export const shapeOfType = (type: SignableType): AnyShape => Object.values<AnyShape>(shapes).find((shape) => shape.type === type)!;
/** What a credential of this shape is anchored as. */
export const documentTypeOf = ({ documentType }: AnyShape): DocumentType => documentType as DocumentType;

/** What a credential says, before it is spelt in a format. Times in whole Unix seconds. */
export interface CredentialStatement {
  readonly shape: AnyShape;
  /** `urn:uuid:` and a random UUID. */
  readonly id: string;
  readonly issuer: { readonly did: string; readonly name: string };
  readonly validFrom: number;
  readonly validUntil: number | null;
  /** As it is signed: with what the service fills in. */
  readonly subject: JsonObject;
  readonly status: readonly JsonObject[];
  /** Under which our contexts and schemas stand, without a slash at the end. */
  readonly base: string;
}

const CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1";
/** W3C's terms of status lists, which its context of 1.1 does not know. */
const STATUS_V1 = "https://www.w3.org/ns/credentials/status/v1";

/** The credential of the data model 2.0: the payload of `vc+jwt`, and what the shapes check. */
export function credentialOf({ shape, id, issuer, validFrom, validUntil, subject, status, base }: CredentialStatement): JsonObject {
  const { "@context": contexts, type, name, credentialSchema } = shapeMembers(shape, base);
  return {
    ...{ "@context": contexts, id, type, name },
    // UNTP's context alone knows this type.
    issuer: { ...(shape.name === "aeo" ? { type: ["CredentialIssuer"] } : {}), id: issuer.did, name: issuer.name },
    validFrom: dateOf(validFrom),
    ...(validUntil === null ? {} : { validUntil: dateOf(validUntil) }),
    credentialStatus: status,
    credentialSchema: { ...credentialSchema },
    credentialSubject: subject,
  };
}

/** The payload of `jwt_vc_json`. Claims of JWT stand for the members that they replace, and for them alone: nothing is said twice. */
export function jwtVcPayload(statement: CredentialStatement): JsonObject {
  const { shape, id, issuer, validFrom, validUntil, subject, status, base } = statement;
  return {
    ...registeredClaims(statement),
    ...(subject["id"] === undefined ? {} : { sub: subject["id"] }),
    vc: {
      "@context": [CREDENTIALS_V1, STATUS_V1, contextAddress(base, shape.name)],
      type: ["VerifiableCredential", shape.type],
      issuer: { id: issuer.did, name: issuer.name },
      issuanceDate: dateOf(validFrom),
      ...(validUntil === null ? {} : { expirationDate: dateOf(validUntil) }),
      id,
      credentialStatus: status,
      credentialSchema: { id: schemaAddress(base, shape.name), type: "JsonSchema" },
      credentialSubject: subject,
    },
  };
}

/** The type of an SD-JWT credential: its name in our vocabulary. */
const vctOf = ({ name, type }: AnyShape, base: string): string => `${contextAddress(base, name)}#${type}`;

/** The payload of `dc+sd-jwt`, whose `subject` holds digests in place of what the holder may keep back. Nothing else in it is ever kept back. */
export function sdJwtPayload(statement: CredentialStatement, holderKey: PublicJwk | null): JsonObject {
  const { shape, subject, status, base } = statement;
  return {
    ...registeredClaims(statement),
    vct: vctOf(shape, base),
    ...(holderKey === null ? {} : { cnf: { jwk: { ...holderKey } } }),
    credentialStatus: status,
    credentialSubject: subject,
    _sd_alg: "sha-256",
  };
}

const registeredClaims = ({ id, issuer, validFrom, validUntil }: CredentialStatement): { readonly [name: string]: Json } => ({
  ...{ iss: issuer.did, jti: id, nbf: validFrom },
  ...(validUntil === null ? {} : { exp: validUntil }),
});
