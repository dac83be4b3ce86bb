// A signed credential of any format, read strictly into one form: data model 2.0 (VC-JOSE-COSE), 1.1 (VC-JWT), SD-JWT VC.

import type { Digest } from "../digest.ts";
import { isDocumentType, type DocumentType } from "../documentType.ts";
import { canonicalJson, isObject, type Json, type JsonObject } from "../json.ts";
import { hasOlderDates, parseSignedCredential } from "./jws.ts";
import type { Algorithm } from "../publicKey.ts";
import { dateOf } from "../report.ts";
import type { AnyShape } from "../shapes/credential.ts";
import { shapes, shapeOfTypes } from "../shapes/shapes.ts";
import { isKeyOf, isModel1, isPlainDid, readCompact } from "./compact.ts";
import { periodOf, type Period } from "./dates.ts";
import type { CredentialFlaw } from "./flaws.ts";
import { portable, type Platform } from "./platform.ts";
import { readSdJwt, type SdJwt } from "./sdJwt.ts";
import { entriesIn, type StatusEntry } from "./statusEntries.ts";

/** The formats that are read. Names as in OpenID4VCI. */
export const credentialFormats = ["vc+jwt", "jwt_vc_json", "dc+sd-jwt"] as const;
export type CredentialFormat = (typeof credentialFormats)[number];

/** A credential that was read. Whether it is *true* is what a verdict tells. */
export interface ParsedCredential extends Period {
  readonly format: CredentialFormat;
  /** The DID that issued it. */
  readonly issuer: string;
  /** The key that is said to have signed, as a DID URL of the issuer's; `null` where none is named: then any key of the issuer's. */
  readonly kid: string | null;
  readonly algorithm: Algorithm;
  /** What was signed. */
  readonly signingInput: Uint8Array;
  readonly digest: Digest;
  readonly signature: Uint8Array;
  /** What it says, as data model 2.0 puts it, whatever the format. */
  readonly credential: JsonObject;
  /** Its shape; `null` where it is of no type that is known here. */
  readonly shape: AnyShape | null;
  /** What it is anchored as; `null` as above. */
  readonly documentType: DocumentType | null;
  readonly id: string | null;
  /** The DID that it speaks of, or `null`. */
  readonly holder: string | null;
  readonly statuses: readonly StatusEntry[];
  /** The key to which an SD-JWT is bound: its member `cnf`. */
  readonly confirmation: JsonObject | null;
}

/** The credential that `text` spells, or what is wrong with it. An SD-JWT comes without key binding: with it, it is a presentation. */
export function parseCredential(text: string, platform: Platform = portable): ParsedCredential | CredentialFlaw {
  if (text.includes("~")) {
    const sdJwt = readSdJwt(text, platform);
    if (typeof sdJwt === "string") return sdJwt;
    return sdJwt.binding === null ? fromSdJwt(sdJwt) : "key_binding_unexpected";
  }
  return isModel1(text) ? fromModel1(text, platform) : fromModel2(text, platform);
}

function fromModel2(text: string, platform: Platform): ParsedCredential | CredentialFlaw {
  const signed = parseSignedCredential(text, platform);
  if (typeof signed === "string") return signed;
  const { payload, issuer, header, ...rest } = signed;
  const credential = isObject(payload["issuer"]) ? payload : { ...payload, issuer: { id: issuer } };
  return completed({ ...rest, format: "vc+jwt", issuer, kid: header.kid, algorithm: header.alg, credential, period: periodOf(payload, "narrower"), status: payload["status"], confirmation: null });
}

/** The claims of JWT and the members of `vc` must say the same: else two readers could read two credentials. */
function fromModel1(text: string, platform: Platform): ParsedCredential | CredentialFlaw {
  const jws = readCompact(text, { typ: "JWT", kid: "optional" }, platform);
  if (typeof jws === "string") return jws;
  const { header, payload, ...rest } = jws;
  const { vc, iss, sub, jti, nbf, exp, iat } = payload;
  if (!isObject(vc) || Object.hasOwn(payload, "vp")) return "payload_malformed";
  if (!isPlainDid(iss)) return "issuer_malformed";
  if (header.kid !== null && !isKeyOf(header.kid, iss)) return "kid_not_of_issuer";
  const { issuer, credentialSubject, issuanceDate, expirationDate, id, credentialStatus, ...others } = vc;
  // Some software leaves what it knows of the issuer beside `vc`.
  const [named, besides] = [nameIn(issuer), nameIn(payload["issuer"])];
  const subject = isObject(credentialSubject) ? credentialSubject : null;
  if (subject === null) return "payload_malformed";
  if (!agree(named, iss) || !agree(besides, iss) || !agree(sub, subject["id"]) || !agree(jti, id)) return "claims_contradict";
  // Names of the other model, or out of their place: another reader could go by them.
  if (["credentialSubject", "issuanceDate", "expirationDate", "validFrom", "validUntil"].some((name) => Object.hasOwn(payload, name)) || ["validFrom", "validUntil"].some((name) => Object.hasOwn(vc, name))) return "claims_contradict";
  const period = periodOf({ nbf, exp, iat, validFrom: issuanceDate, validUntil: expirationDate }, "agreeing");
  if (typeof period === "string") return period;
  const holder = sub ?? subject["id"];
  const credential = {
    ...others,
    ...present({ id: id ?? jti, validFrom: written(period.from), validUntil: written(period.until), credentialStatus: eitherStatus(credentialStatus, payload["credentialStatus"]) }),
    ...{ issuer: { ...(isObject(payload["issuer"]) ? payload["issuer"] : {}), ...(isObject(issuer) ? issuer : {}), id: iss }, credentialSubject: { ...subject, ...present({ id: holder }) } },
  };
  return completed({ ...rest, format: "jwt_vc_json", issuer: iss, kid: header.kid, algorithm: header.alg, credential, period, status: payload["status"], confirmation: null });
}

const nameIn = (issuer: Json | undefined): Json | undefined => (isObject(issuer) ? issuer["id"] : issuer);

/** Some software leaves the status beside `vc`, and reads it there first. Wherever an entry stands, it counts. */
function eitherStatus(inside: Json | undefined, beside: Json | undefined): Json | undefined {
  if (inside === undefined || beside === undefined) return inside ?? beside;
  return canonicalJson(inside) === canonicalJson(beside) ? inside : [inside, beside].flat();
}

/** Two spellings of one thing, either of which may be missing. */
const agree = (left: Json | undefined, right: Json | undefined): boolean => left === undefined || right === undefined || left === right;

/** The members that there are. */
function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  const there: Record<string, Json> = {};
  for (const name of Object.keys(members)) if (members[name] !== undefined) there[name] = members[name];
  return there;
}
const written = (seconds: number | null): string | undefined => (seconds === null ? undefined : dateOf(seconds));

/** Claims of JWT and SD-JWT VC that are about the credential, not of the subject. */
const ENVELOPE: readonly string[] = ["iss", "sub", "iat", "nbf", "exp", "jti", "vct", "vct#integrity", "cnf", "status", "@context", "type", "issuer", "validFrom", "validUntil", "credentialStatus", "credentialSchema", "credentialSubject", "issuanceDate", "expirationDate", "name"];

/** The credential in an SD-JWT VC, with what its disclosures disclose. The subject stands in `credentialSubject`, or beside the other claims. */
export function fromSdJwt({ issuerJwt, claims }: SdJwt): ParsedCredential | CredentialFlaw {
  const { header, payload: _payload, ...rest } = issuerJwt;
  const { iss, sub, jti, id, vct, cnf, credentialSubject, issuer } = claims;
  if (!isPlainDid(iss)) return "issuer_malformed";
  if (header.kid === null || !isKeyOf(header.kid, iss)) return "kid_not_of_issuer";
  if (typeof vct !== "string" || (cnf !== undefined && !isObject(cnf))) return "payload_malformed";
  const own = Object.fromEntries(Object.entries(claims).filter(([name]) => !ENVELOPE.includes(name) && name !== "id"));
  const subject = isObject(credentialSubject) ? credentialSubject : own;
  if (!agree(sub, subject["id"]) || !agree(jti, id) || !agree(isObject(issuer) ? issuer["id"] : issuer, iss) || hasOlderDates(claims)) return "claims_contradict";
  const shape = shapeOfVct(vct);
  if (shape !== null && Array.isArray(claims["type"]) && !claims["type"].includes(shape.type)) return "claims_contradict";
  const credential = { ...claims, ...present({ id: id ?? jti }), issuer: isObject(issuer) ? issuer : { id: iss }, type: shape === null ? [] : ["VerifiableCredential", shape.type], credentialSubject: { ...subject, ...present({ id: sub ?? subject["id"] }) } };
  return completed({ ...rest, format: "dc+sd-jwt", issuer: iss, kid: header.kid, algorithm: header.alg, credential, period: periodOf(claims, "narrower"), status: claims["status"], confirmation: isObject(cnf) ? cnf : null });
}

/** The shape that a `vct` names: by the credential's type at its end, or by the address of the shape's schema or context. */
function shapeOfVct(vct: string): AnyShape | null {
  const last = /([A-Za-z]+)$/.exec(vct)?.[1];
  const named = /\/(aeo|toi|coo|acr|rct)\/v1(?:\.json)?$/.exec(vct)?.[1];
  return Object.values<AnyShape>(shapes).find(({ type, name }) => type === last || name === named) ?? null;
}

type Decoded = Pick<ParsedCredential, "format" | "issuer" | "kid" | "algorithm" | "signingInput" | "digest" | "signature" | "credential" | "confirmation"> & { readonly period: ReturnType<typeof periodOf>; readonly status: Json | undefined };

/** What all formats have in common. */
function completed({ period, status, ...decoded }: Decoded): ParsedCredential | CredentialFlaw {
  const { credential } = decoded;
  const { type, id, credentialSubject: subject } = credential;
  const types = Array.isArray(type) ? type : [type ?? null];
  if (Object.values<AnyShape>(shapes).filter((each) => types.includes(each.type)).length > 1) return "claims_contradict";
  if (typeof period === "string") return period;
  const statuses = entriesIn(credential["credentialStatus"], status);
  if (typeof statuses === "string") return statuses;
  const shape = shapeOfTypes(types);
  const holder = isObject(subject) ? subject["id"] : undefined;
  return {
    ...decoded,
    ...period,
    ...{ shape, documentType: shape !== null && isDocumentType(shape.documentType) ? shape.documentType : null, statuses },
    ...{ id: typeof id === "string" ? id : null, holder: typeof holder === "string" ? holder : null },
  };
}
