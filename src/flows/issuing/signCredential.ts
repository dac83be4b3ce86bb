// Sign a credential: what a caller wants said, checked, filled in, spelt in the format asked for, and signed. Nothing is stored here.

import { credentialOf, jwtVcPayload, sdJwtPayload, shapeOfType, TYP, type CredentialFormat, type CredentialStatement, type SignableType } from "../../core/credentials/formats.ts";
import { didJwkDocument, didKeyDocument } from "../../core/identities/didKeys.ts";
import { parseDidName } from "../../core/identities/didName.ts";
import type { Digest } from "../../core/digest.ts";
import { Fault } from "../../core/fault.ts";
import type { Json, JsonObject } from "../../core/json.ts";
import { digestOfSigningInput, JWS_LIMIT_BYTES, signedCredentialText, signingInputOf } from "../../core/credentials/jws.ts";
import { momentFrom } from "../../core/moment.ts";
import { identifiersIn } from "../../core/operators/operatorIdentifiers.ts";
import type { Algorithm, PublicJwk } from "../../core/publicKey.ts";
import { concealed, SALT_BYTES, sdJwtText } from "../../core/credentials/disclosures.ts";
import type { AnyShape } from "../../core/shapes/credential.ts";
import { problemsInCredential, problemsInSubject } from "../../core/shapes/credential.ts";
import { marksIn, problemsOutsideSdJwt } from "../../core/shapes/disclosure.ts";
import { issuedSubject } from "../../core/shapes/issued.ts";
import type { ShapeProblem } from "../../core/shapes/problems.ts";
import { statusEntry } from "../../core/credentials/statusListNames.ts";
import type { Doing } from "../trust/administrationPorts.ts";
import type { CredentialSigning, Signer } from "./credentialSigning.ts";
import type { Consent, Issuances, NewCredential } from "./issuancePorts.ts";
import type { Issuer } from "./issuePorts.ts";
import { freePlaces } from "./statusPlaces.ts";
import type { Clock } from "../ports.ts";

/** What a caller wants said. Times as the caller spells them (RFC 3339); absent: from now on, for as long as is usual. */
export interface CredentialRequest {
  readonly type: SignableType;
  readonly format: CredentialFormat;
  readonly algorithm: Algorithm;
  readonly subject: JsonObject;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly consent: Consent;
}

/** Who asks. */
export interface Asking {
  readonly issuer: Issuer;
  readonly doing: Doing;
}

/** What signing and issuing credentials need of the world. */
export interface IssuingPorts {
  readonly issuances: Issuances;
  readonly signing: CredentialSigning;
  /** This service's address, which credentials name for good. */
  readonly publicUrl: string;
  readonly clock: Clock;
  /** A new UUID. */
  readonly newUuid: () => string;
  readonly random: (bytes: number) => Uint8Array;
}

const DAY_SECONDS = 86_400;
/** How long a credential holds when nobody says otherwise: as long as the trade is used to, so that what is forgotten ends by itself. */
const USUAL_DAYS: Readonly<Record<SignableType, number>> = { VerificationReceiptCredential: 30 * 365, AEOCredential: 3 * 365, TransportOperatorIdentifierCredential: 365, CertificateOfOriginCredential: 365 };

/** A credential that was signed, and the digest by which it is anchored. */
export interface FreshCredential {
  readonly credential: NewCredential;
  readonly digest: Digest;
}

/**
 * The credential, signed with the issuer's own key, which is made and listed on the ledger where there is none yet.
 *
 * @throws Fault `credential_invalid` naming every place that is wrong, `issuer_key_elsewhere`.
 */
export async function signCredential(request: CredentialRequest, asking: Asking, ports: IssuingPorts): Promise<FreshCredential> {
  const shape = shapeOfType(request.type);
  refuse(problemsIn(shape, request), shape);
  const signer = await signerFor(asking, request.algorithm, ports);
  const { statement, places, uuid } = await statementOf(request, { shape, asking, signer, ports });
  refuse(problemsInCredential(shape, credentialOf(statement)), shape);
  const { input, text } = await signed(statement, { format: request.format, signer, random: ports.random });
  if (text.length > JWS_LIMIT_BYTES) refuse([{ pointer: "", code: "too_long", detail: `Expected a credential of at most ${JWS_LIMIT_BYTES} characters once it is signed; this one has ${text.length}.` }], shape);
  const { subject, validFrom, validUntil } = statement;
  const kept = { shape: shape.name, format: request.format, text, subject, validFrom, validUntil, consent: request.consent };
  return { credential: { id: uuid, ...kept, places, identifiers: identifiersIn(shape.name, subject) }, digest: digestOfSigningInput(input) };
}

function problemsIn(shape: AnyShape, { format, subject, validFrom, validUntil }: CredentialRequest): readonly ShapeProblem[] {
  const inSubject = problemsInSubject(shape, subject);
  const hidden = format === "dc+sd-jwt" ? [] : problemsOutsideSdJwt(shape.subject, subject);
  const times = [["/validFrom", validFrom], ["/validUntil", validUntil]] as const;
  const inTimes = times.filter(([, time]) => time !== null && momentFrom(time) === null).map(([pointer]) => ({ pointer, code: "malformed" as const, detail: "Expected a moment with its zone (RFC 3339), as 2026-01-15T00:00:00Z." }));
  return [...inSubject, ...hidden, ...inTimes];
}

function refuse(problems: readonly ShapeProblem[], { title }: AnyShape): void {
  const [first] = problems;
  if (first === undefined) return;
  const more = problems.length === 1 ? "" : ` ${problems.length - 1} more are listed under "errors".`;
  throw new Fault("credential_invalid", `This is no ${title}. At ${first.pointer === "" ? "the credential itself" : first.pointer}: ${first.detail}${more}`, { errors: problems });
}

async function signerFor({ issuer, doing }: Asking, algorithm: Algorithm, { signing }: IssuingPorts): Promise<Signer> {
  const signer = await signing.signerFor(issuer.address, issuer.account, { ...doing, algorithm });
  if (signer !== null) return signer;
  throw new Fault(
    "issuer_key_elsewhere",
    `This service anchors for ${issuer.address} as its delegate, but its owner keeps the identity's key elsewhere, and only the owner can list a key that signs credentials. Issue credentials where the owner's key is, and anchor them here as documents.`,
  );
}

interface Stating {
  readonly shape: AnyShape;
  readonly asking: Asking;
  readonly signer: Signer;
  readonly ports: IssuingPorts;
}

async function statementOf({ type, subject, validFrom, validUntil }: CredentialRequest, { shape, asking: { issuer }, signer, ports }: Stating): Promise<{ statement: CredentialStatement; places: NewCredential["places"]; uuid: string }> {
  const { issuances, publicUrl: base, clock, newUuid, random } = ports;
  const uuid = newUuid();
  const from = validFrom === null ? Math.floor(clock()) : momentFrom(validFrom)!;
  const until = validUntil === null ? from + USUAL_DAYS[type] * DAY_SECONDS : momentFrom(validUntil)!;
  const did = signer.kid.slice(0, signer.kid.indexOf("#"));
  const places = await freePlaces(issuer.address, { issuances, random });
  const status = places.map((place) => statusEntry(base, issuer.address, place));
  const whole = issuedSubject(shape, subject as { type?: readonly string[] }, { did, name: issuer.name, base }) as JsonObject;
  return { statement: { shape, id: `urn:uuid:${uuid}`, issuer: { did, name: issuer.name }, validFrom: from, validUntil: until, subject: whole, status, base }, places, uuid };
}

interface Spelling {
  readonly format: CredentialFormat;
  readonly signer: Signer;
  readonly random: IssuingPorts["random"];
}

async function signed(statement: CredentialStatement, { format, signer, random }: Spelling): Promise<{ input: string; text: string }> {
  const { payload, disclosures } = spelt(statement, format, random);
  const input = signingInputOf({ alg: signer.algorithm, kid: signer.kid, typ: TYP[format] }, payload);
  const jwt = signedCredentialText(input, await signer.sign(new TextEncoder().encode(input)));
  return { input, text: format === "dc+sd-jwt" ? sdJwtText(jwt, disclosures) : jwt };
}

function spelt(statement: CredentialStatement, format: CredentialFormat, random: IssuingPorts["random"]): { payload: JsonObject; disclosures: readonly string[] } {
  if (format === "vc+jwt") return { payload: credentialOf(statement), disclosures: [] };
  if (format === "jwt_vc_json") return { payload: jwtVcPayload(statement), disclosures: [] };
  const { subject, disclosures } = concealed(statement.subject, marksIn(statement.shape.subject, statement.subject), () => random(SALT_BYTES));
  return { payload: sdJwtPayload({ ...statement, subject }, holderKeyIn(statement.subject["id"])), disclosures };
}

/** The key that the holder's DID is, where it is one: whoever presents the credential must sign with it. */
function holderKeyIn(did: Json | undefined): PublicJwk | null {
  const name = parseDidName(did);
  if (name?.method !== "key" && name?.method !== "jwk") return null;
  const document = name.method === "key" ? didKeyDocument(name.multibase) : didJwkDocument(name.encoded);
  const key = typeof document === "string" ? undefined : document.methods[0]?.key;
  return key?.kind === "public" ? key.publicKey.jwk : null;
}
