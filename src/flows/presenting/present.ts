// Present: credentials signed over by their holder, for one challenge and one audience. VP-JWT 2.0 and 1.1, SD-JWT with key binding.

import { parseDidName } from "../../core/identities/didName.ts";
import { didJwkDocument, didJwkOf, didKeyDocument } from "../../core/identities/didKeys.ts";
import { Fault } from "../../core/fault.ts";
import { canonicalJson, isObject, parseJson, type JsonObject } from "../../core/json.ts";
import { digestOf } from "../../core/digest.ts";
import { fromHex } from "../../core/hex.ts";
import { disclosuresIn, sdJwtText, type PlacedDisclosure } from "../../core/credentials/disclosures.ts";
import type { PublicKey } from "../../core/publicKey.ts";
import { CREDENTIALS_V2 } from "../../core/shapes/credential.ts";
import { fromBase64url, toBase64url } from "../../core/textEncodings.ts";

/** The holder's key. The secret stays where it is. */
export interface HolderKey {
  readonly publicKey: PublicKey;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** What is presented, to whom, and how much of it. */
export interface Presenting {
  readonly credentials: readonly string[];
  readonly challenge: string;
  readonly audience: string;
  /** Members of the subject to show, as JSON pointers; `all` of them. Nothing that may be kept back is shown unless it stands here. */
  readonly disclose: readonly string[] | "all";
  /** The key as the holder's DID document names it; `null`: the DID that the key itself is. */
  readonly kid: string | null;
  /** In Unix seconds. */
  readonly now: number;
}

/** A presentation, and what should be known about it. */
export interface Presentation {
  readonly text: string;
  readonly format: "vp+jwt" | "jwt_vp_json" | "dc+sd-jwt";
  readonly holder: string;
  /** Credentials that speak of somebody else: a verifier will ask why the holder has them. */
  readonly strangers: readonly string[];
}

/** A presentation is made for the moment. */
const LIFE_SECONDS = 300;
const CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1";

/**
 * The presentation: one SD-JWT gets a key binding, everything else is put into a VP-JWT of its own data model.
 *
 * @throws Fault `request_malformed` when a credential cannot be read, the data models differ, or a member to show is not there.
 */
export async function present(presenting: Presenting, key: HolderKey): Promise<Presentation> {
  const held = presenting.credentials.map(heldFrom);
  if (held.length === 0) throw new Fault("request_malformed", "There is no credential to present.");
  const subjects = held.flatMap(({ subject }) => (subject === null ? [] : [subject]));
  const kid = presenting.kid ?? ownKid(subjects, key.publicKey);
  const holder = kid.split("#")[0]!;
  const strangers = subjects.filter((subject) => subject !== holder);
  const [only] = held;
  if (held.length === 1 && only!.format === "dc+sd-jwt") return { text: await withBinding(only!, presenting, key), format: "dc+sd-jwt", holder, strangers };
  const isOld = held.some(({ format }) => format === "jwt_vc_json");
  if (isOld && held.some(({ format }) => format !== "jwt_vc_json")) throw new Fault("request_malformed", "Credentials of the data model 1.1 (jwt_vc_json) and newer ones do not go into one presentation. Make two.");
  const texts = held.map((each) => shown(each, presenting.disclose));
  const payload = isOld ? payloadOf1(texts, { holder, presenting }) : payloadOf2(texts, { holder, presenting });
  const text = await signed({ alg: key.publicKey.algorithm, kid, typ: isOld ? "JWT" : "vp+jwt" }, payload, key);
  return { text, format: isOld ? "jwt_vp_json" : "vp+jwt", holder, strangers };
}

interface Held {
  readonly format: "vc+jwt" | "jwt_vc_json" | "dc+sd-jwt";
  /** All of it; of an SD-JWT the issuer's part alone. */
  readonly jwt: string;
  readonly subject: string | null;
  readonly disclosures: readonly PlacedDisclosure[];
}

function heldFrom(text: string, at: number): Held {
  const [jwt, ...rest] = text.trim().split("~");
  const [header, payload] = jwt!.split(".").slice(0, 2).map(objectIn);
  if (header == null || payload == null) throw unreadable(at);
  const format = rest.length > 0 ? "dc+sd-jwt" : header["typ"] === "vc+jwt" ? "vc+jwt" : "jwt_vc_json";
  const said = format === "jwt_vc_json" ? payload["vc"] : payload;
  if (!isObject(said)) throw unreadable(at);
  const disclosures = disclosuresIn(payload, rest.filter((part) => part !== "" && !part.includes(".")));
  if (disclosures === null) throw unreadable(at);
  const subject = isObject(said["credentialSubject"]) ? said["credentialSubject"]["id"] : payload["sub"];
  return { format, jwt: jwt!, subject: typeof subject === "string" ? subject : null, disclosures };
}

const unreadable = (at: number): Fault => new Fault("request_malformed", `Credential ${at + 1} cannot be read: it is neither a JWT nor an SD-JWT with all its parts.`);

function objectIn(part: string): JsonObject | null {
  const bytes = fromBase64url(part);
  try {
    const value = bytes === null ? null : parseJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

/** The key under the name by which a credential speaks of it; else as a did:jwk. */
function ownKid(subjects: readonly string[], key: PublicKey): string {
  const named = subjects.flatMap((did) => keyNamed(did)).find((method) => method.thumbprint === key.thumbprint);
  return named?.kid ?? `${didJwkOf(key)}#0`;
}

function keyNamed(did: string): { kid: string; thumbprint: string }[] {
  const name = parseDidName(did);
  if (name?.method !== "key" && name?.method !== "jwk") return [];
  const document = name.method === "key" ? didKeyDocument(name.multibase) : didJwkDocument(name.encoded);
  if (typeof document === "string") return [];
  return document.methods.flatMap(({ id, key }) => (key.kind === "public" ? [{ kid: id, thumbprint: key.publicKey.thumbprint }] : []));
}

/** The credential with what is to be shown of it. A member inside another needs the outer one, too. */
function shown({ format, jwt, disclosures }: Held, disclose: Presenting["disclose"]): string {
  if (format !== "dc+sd-jwt") return jwt;
  const wanted = disclose === "all" ? disclosures.map(({ pointer }) => pointer) : disclose.map((pointer) => `/credentialSubject${pointer}`);
  const missing = wanted.find((pointer) => !disclosures.some((each) => each.pointer === pointer));
  if (missing !== undefined) {
    const could = disclosures.map(({ pointer }) => pointer.replace(/^\/credentialSubject/, "")).join(" ");
    throw new Fault("request_malformed", `The credential keeps nothing back at ${missing.replace(/^\/credentialSubject/, "")}. It could show: ${could}.`);
  }
  const chosen = disclosures.filter(({ pointer }) => wanted.some((one) => one === pointer || one.startsWith(`${pointer}/`)));
  return sdJwtText(jwt, chosen.map(({ text }) => text));
}

async function withBinding(held: Held, { disclose, challenge, audience, now }: Presenting, key: HolderKey): Promise<string> {
  const text = shown(held, disclose);
  const hash = toBase64url(fromHex(digestOf(new TextEncoder().encode(text))));
  return text + (await signed({ alg: key.publicKey.algorithm, typ: "kb+jwt" }, { iat: Math.floor(now), aud: audience, nonce: challenge, sd_hash: hash }, key));
}

interface Around {
  readonly holder: string;
  readonly presenting: Presenting;
}

const claimsOf = ({ holder, presenting: { challenge, audience, now } }: Around): JsonObject => ({ iss: holder, aud: audience, nonce: challenge, iat: Math.floor(now), exp: Math.floor(now) + LIFE_SECONDS });

/** The payload is the presentation itself (VC-JOSE-COSE); each credential is enveloped in a data address. */
function payloadOf2(texts: readonly string[], around: Around): JsonObject {
  const verifiableCredential = texts.map((text) => ({ "@context": CREDENTIALS_V2, id: `data:application/${text.includes("~") ? "dc+sd-jwt" : "vc+jwt"},${text}`, type: "EnvelopedVerifiableCredential" }));
  return { "@context": [CREDENTIALS_V2], type: ["VerifiablePresentation"], holder: around.holder, verifiableCredential, ...claimsOf(around) };
}

const payloadOf1 = (texts: readonly string[], around: Around): JsonObject => ({ vp: { "@context": [CREDENTIALS_V1], type: ["VerifiablePresentation"], verifiableCredential: texts }, ...claimsOf(around) });

async function signed(header: JsonObject, payload: JsonObject, key: HolderKey): Promise<string> {
  const input = [header, payload].map((part) => toBase64url(new TextEncoder().encode(canonicalJson(part)))).join(".");
  return `${input}.${toBase64url(await key.sign(new TextEncoder().encode(input)))}`;
}
