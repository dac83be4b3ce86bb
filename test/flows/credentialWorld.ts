// A small world for credentials: a federation that accredited customs for AEO certificates, customs' keys on the ledger, an operator, and a
// good credential of each format. Tests spoil one thing in it.

import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { gzipSync } from "node:zlib";
import { nodePlatform } from "../../src/adapters/credentials/platform.ts";
import { isSignatureByNative } from "../../src/adapters/credentials/signatures.ts";
import { unpackGzip } from "../../src/adapters/credentials/unpack.ts";
import { didOf, type Address } from "../../src/core/address.ts";
import type { SignatureCheck } from "../../src/core/credentials/signing.ts";
import type { IdentityChange } from "../../src/core/identities/didEthr.ts";
import { digestOf, leafOf, type Digest, type Root } from "../../src/core/digest.ts";
import { parseDocumentType } from "../../src/core/documentType.ts";
import { Fault } from "../../src/core/fault.ts";
import { keyAttribute, otherNameAttribute } from "../../src/core/identities/keyAttribute.ts";
import { NO_END, type Block, type ChainHash, type GrantStatement, type Head, type StandingStatement } from "../../src/core/ledger.ts";
import { multibaseOf } from "../../src/core/identities/multikey.ts";
import { publicKeyFromJwk, type Algorithm, type PublicKey } from "../../src/core/publicKey.ts";
import { dateOf } from "../../src/core/report.ts";
import type { Challenges, CredentialPorts } from "../../src/flows/verifying/credentialPorts.ts";
import { identitiesThrough } from "../../src/flows/identities/identities.ts";
import type { Fetched } from "../../src/flows/identities/identityPorts.ts";
import type { FoundAnchor } from "../../src/flows/ports.ts";
import { statusListSource } from "../../src/flows/verifying/statusListSource.ts";
import { credentialOf as shaped } from "../core/shapes/samples.ts";
import { identity, ledger, trustRoot } from "../core/world.ts";

export { ledger };
export const CHAIN = ledger.chainId;
export const [customs, federation, stranger, chamber] = [1, 5, 4, 2].map(identity) as [Address, Address, Address, Address];
export const aeo = parseDocumentType("AEO");

export const NOW = 1_790_000_000;
const HOUR = 3_600;
export const [ANCHORED, FINAL, NEWEST] = [1_000, 2_000, 2_010] as const;
/** An hour a block. */
export const timeOf = (block: number): number => NOW - (NEWEST - block) * HOUR;
const hashOf = (block: number): ChainHash => `0x${block.toString(16).padStart(64, "0")}`;
export const blockAt = (number: number): Block => ({ number, hash: hashOf(number), time: timeOf(number) });

/** A key pair that signs credentials. */
export interface Signer {
  readonly algorithm: Algorithm;
  readonly secret: KeyObject;
  readonly key: PublicKey;
}

export function newSigner(algorithm: Algorithm): Signer {
  const { privateKey } = algorithm === "EdDSA" ? generateKeyPairSync("ed25519") : generateKeyPairSync("ec", { namedCurve: algorithm === "ES256" ? "P-256" : "secp256k1" });
  const { kty, crv, x, y } = createPublicKey(privateKey).export({ format: "jwk" });
  return { algorithm, secret: privateKey, key: publicKeyFromJwk((algorithm === "EdDSA" ? { kty, crv, x } : { kty, crv, x, y }) as never)! };
}

export const customsWeb = "did:web:customs.example";
export const customsDid = didOf(customs, CHAIN);
export const signers = { ES256: newSigner("ES256"), ES256K: newSigner("ES256K"), EdDSA: newSigner("EdDSA") } as const;
export const operatorKey = newSigner("ES256");
export const operator = `did:key:${multibaseOf(operatorKey.key)}`;
export const mallory = newSigner("ES256K");
export const malloryDid = `did:key:${multibaseOf(mallory.key)}`;

export const encoded = (value: unknown): string => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
export const signature = (input: string, { algorithm, secret }: Pick<Signer, "algorithm" | "secret">): Buffer =>
  algorithm === "EdDSA" ? sign(null, Buffer.from(input), secret) : sign("sha256", Buffer.from(input), { key: secret, dsaEncoding: "ieee-p1363" });

/** A JWS of whatever header and payload: objects, or text that is signed as it is. */
export function jws(header: unknown, payload: unknown, signer: Pick<Signer, "algorithm" | "secret">): string {
  const input = `${encoded(header)}.${encoded(payload)}`;
  return `${input}.${signature(input, signer).toString("base64url")}`;
}

export const kidOf = (did: string, { key }: Signer): string => `${did}#${key.thumbprint}`;

type Json = any;

/** The payload of a good AEO certificate, data model 2.0. */
export function goodPayload(): Json {
  const { credentialStatus: _status, ...payload } = structuredClone(shaped("aeo")) as Json;
  const subject = { ...payload.credentialSubject, id: operator };
  return { ...payload, issuer: { type: ["CredentialIssuer"], id: customsWeb, name: "Example Customs Administration" }, validFrom: dateOf(timeOf(900)), validUntil: dateOf(NOW + 365 * 86_400), credentialSubject: subject };
}

export const header = (change: object = {}): object => ({ alg: "ES256", kid: kidOf(customsWeb, signers.ES256), typ: "vc+jwt", ...change });

/** Data model 2.0, signed by customs. */
export function model2(change: (payload: Json) => unknown = () => {}, { head = {}, signer = signers.ES256 }: { head?: object; signer?: Signer } = {}): string {
  const payload = goodPayload();
  const changed = change(payload);
  return jws(header({ alg: signer.algorithm, kid: kidOf(customsWeb, signer), ...head }), typeof changed === "string" ? changed : payload, signer);
}

/** Data model 1.1, signed by customs. */
export function model1(change: (payload: Json) => unknown = () => {}, { head = {}, signer = signers.ES256K }: { head?: object; signer?: Signer } = {}): string {
  const { "@context": _context, type: _type, id, issuer, validFrom, validUntil, credentialSubject } = goodPayload();
  const [nbf, exp] = [validFrom, validUntil].map((date) => Date.parse(date) / 1000);
  const vc = { "@context": ["https://www.w3.org/2018/credentials/v1"], type: ["VerifiableCredential", "AEOCredential"], id, issuer: { id: issuer.id, name: issuer.name }, issuanceDate: validFrom, expirationDate: validUntil, credentialSubject };
  const payload = { iss: customsWeb, sub: operator, jti: id, nbf, exp, vc };
  change(payload);
  return jws({ alg: signer.algorithm, kid: kidOf(customsWeb, signer), typ: "JWT", ...head }, payload, signer);
}

/** An SD-JWT VC signed by customs: the legal name and the address are the holder's to show. */
export function sdJwt(change: (payload: Json, disclosures: string[]) => unknown = () => {}, { head = {}, signer = signers.EdDSA }: { head?: object; signer?: Signer } = {}): string {
  const { id, validFrom, validUntil, credentialSubject } = goodPayload();
  const { legalName, registeredAddress, manufacturerIdentifiers: _secret, ...open } = credentialSubject;
  const disclosures = [disclosure("legalName", legalName), disclosure("registeredAddress", registeredAddress)];
  const [nbf, exp] = [validFrom, validUntil].map((date) => Date.parse(date) / 1000);
  const { x, y, kty, crv } = operatorKey.key.jwk as Json;
  const payload = {
    ...{ iss: customsWeb, jti: id, nbf, exp, vct: "https://tradeseal.example/contexts/aeo/v1#AEOCredential", cnf: { jwk: { kty, crv, x, y } } },
    credentialSubject: { ...open, _sd: disclosures.map(hashOfText).toSorted() },
    _sd_alg: "sha-256",
  };
  change(payload, disclosures);
  return [jws({ alg: signer.algorithm, kid: kidOf(customsWeb, signer), typ: "dc+sd-jwt", ...head }, payload, signer), ...disclosures, ""].join("~");
}

export const hashOfText = (text: string): string => createHash("sha256").update(text).digest("base64url");
export const disclosure = (name: string | null, value: unknown): string => encoded(["c2FsdHNhbHRzYWx0c2FsdA", ...(name === null ? [] : [name]), value]);

/** What would be anchored of a credential. */
export const digestOfText = (text: string): Digest => digestOf(Buffer.from(text.split("~")[0]!.split(".").slice(0, 2).join(".")));

/** A good status list of customs', all clear but for `set`. */
export function statusList(url: string, { set = [], change = () => {}, head = {}, signer = signers.ES256, bits = 131_072, purpose = "revocation" }: { set?: number[]; change?: (payload: Json) => unknown; head?: object; signer?: Signer; bits?: number; purpose?: string } = {}): string {
  const bytes = new Uint8Array(bits / 8);
  for (const place of set) bytes[place >> 3]! |= 0x80 >> (place & 7);
  const payload = {
    ...{ "@context": ["https://www.w3.org/ns/credentials/v2"], id: url, type: ["VerifiableCredential", "BitstringStatusListCredential"], issuer: customsWeb },
    ...{ validFrom: dateOf(NOW - 60), validUntil: dateOf(NOW + 600) },
    credentialSubject: { id: `${url}#list`, type: "BitstringStatusList", statusPurpose: purpose, ttl: 300_000, encodedList: `u${gzipSync(bytes).toString("base64url")}` },
  };
  change(payload);
  return jws(header({ alg: signer.algorithm, kid: kidOf(customsWeb, signer), ...head }), payload, signer);
}

export const LIST = "https://customs.example/status/1";
export const entry = (change: object = {}): object => ({ id: `${LIST}#42`, type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: "42", statusListCredential: LIST, ...change });

interface Anchored {
  readonly digest: Digest;
  readonly issuer: Address;
  readonly documentType: string;
  readonly block: number;
}

const particulars: ChainHash = `0x${"00".repeat(32)}`;
export const grant = (block: number, change: Partial<GrantStatement> = {}): GrantStatement => ({ isGranted: true, from: timeOf(block), until: NO_END, mayPassOn: false, isCompromised: false, particulars, time: timeOf(block), blockNumber: block, ...change });
export const statement = (standing: StandingStatement["standing"], block: number): StandingStatement => ({ standing, reason: "unspecified", replacement: null, account: customs, time: timeOf(block), blockNumber: block });
const attribute = (block: number, listed: ReturnType<typeof keyAttribute>, validTo = NOW + 1_000 * HOUR): IdentityChange => ({ kind: "attribute", blockNumber: block, logIndex: 0, validTo, ...listed });

/** Everything of the world that a test may spoil. */
export class World {
  anchors: Anchored[] = [];
  grants: { grantor: Address; grantee: Address; statements: GrantStatement[] }[] = [{ grantor: federation, grantee: customs, statements: [grant(100)] }];
  history: Record<Address, IdentityChange[]> = { [customs]: [...Object.values(signers).map(({ key }) => attribute(50, keyAttribute(key))), attribute(50, otherNameAttribute(customsWeb))] };
  standings: { speaker: Address; statements: StandingStatement[] }[] = [];
  deactivated: Record<Address, number> = {};
  hosts: Record<string, string | Fetched> = {};
  readonly asked: string[] = [];
  now = NOW;
  silent: "nobody" | "ledger" | "history" = "nobody";
  isIndexBehind = false;
  isSignatureBy: SignatureCheck = isSignatureByNative;
  readonly #challenges = new Map<string, { audience: string; expiresAt: number; isUsed: boolean }>();

  /** Has it anchored, as customs' AEO certificate long ago unless told otherwise. */
  anchor(text: string, { issuer = customs, documentType = "AEO", block = ANCHORED as number } = {}): string {
    this.anchors.push({ digest: digestOfText(text), issuer, documentType, block });
    return text;
  }

  listKey(owner: Address, { key }: Signer, { block = 50, validTo = NOW + 1_000 * HOUR } = {}): void {
    (this.history[owner] ??= []).push(attribute(block, keyAttribute(key), validTo));
  }

  nameWeb(owner: Address, did: string, block = 50): void {
    (this.history[owner] ??= []).push(attribute(block, otherNameAttribute(did)));
  }

  readonly challenges: Challenges = {
    add: async ({ challenge, audience, expiresAt }) => void this.#challenges.set(challenge, { audience, expiresAt, isUsed: false }),
    use: async (challenge) => {
      const known = this.#challenges.get(challenge);
      if (known === undefined) return { is: "unknown" };
      if (known.isUsed) return { is: "used" };
      known.isUsed = true;
      return { is: "fresh", ...known };
    },
  };

  get ports(): CredentialPorts {
    const head: Head = { ...blockAt(NEWEST), finalNumber: FINAL };
    const answering = async <T>(value: T): Promise<T> => {
      if (this.silent === "ledger") throw new Fault("ledger_unreachable", "no answer");
      return value;
    };
    const fetcher = { fetch: async (url: string): Promise<Fetched> => (this.asked.push(url), this.#answerOf(url)) };
    const clock = (): number => this.now;
    const blocks = { head: () => answering(head), blockAt: (number: number) => answering(blockAt(number)), eventsBetween: () => answering([]) };
    const changesUntil = async (of: Address): Promise<readonly IdentityChange[]> => {
      if (this.silent === "history") throw new Fault("ledger_unreachable", "no logs");
      return this.history[of] ?? [];
    };
    return {
      ledger: {
        ...{ id: ledger, head: blocks.head, didChangedIn: () => answering(0) },
        anchorOf: ({ issuer, documentType, root }) => answering(this.#found().filter((each) => each.issuer === issuer && each.documentType === documentType && each.root === root).map(({ blockNumber }) => ({ time: timeOf(blockNumber), blockNumber, size: 1, hasLeaves: true }))[0] ?? null),
        standingsOf: (speaker) => answering(this.standings.filter((each) => each.speaker === speaker).flatMap(({ statements }) => statements)),
        grantsOf: ({ grantor, grantee, documentType }) => answering(documentType === aeo ? this.grants.filter((each) => each.grantor === grantor && each.grantee === grantee).flatMap(({ statements }) => statements) : []),
      },
      index: {
        ...{ reached: () => head, anchorNamed: () => null, changedIn: () => 0, finalMark: () => null, spokenAbout: () => [], replacedWith: () => [] },
        anchorsOf: (leaf) => this.#found().filter((each) => leafOf(each.digest) === leaf),
        grantsAbove: (grantee, type) => (type === aeo ? this.grants.filter((each) => each.grantee === grantee).map((each) => ({ grantor: each.grantor, grantee, name: "Customs", particulars })) : []),
        grantsBelow: (type) => (type === aeo ? this.grants.map(({ grantor, grantee }) => ({ grantor, grantee, name: "Customs", particulars })) : []),
        deactivatedIn: (of) => this.deactivated[of] ?? null,
      },
      follower: { reach: async () => !this.isIndexBehind },
      trustRoots: () => [trustRoot(federation, aeo)],
      clock,
      events: blocks,
      identities: identitiesThrough({ chainId: CHAIN, history: { changesUntil }, fetcher, clock, ownIdentity: async () => null, isLoopbackFetched: false }),
      lists: statusListSource({ fetcher, clock, ownListAt: async () => null }),
      unpack: unpackGzip,
      isSignatureBy: this.isSignatureBy,
      platform: nodePlatform,
    };
  }

  #found(): (FoundAnchor & { digest: Digest })[] {
    return this.anchors.map(({ digest, issuer, documentType, block }) => ({ digest, issuer, documentType: parseDocumentType(documentType), root: leafOf(digest) as string as Root, index: 0, size: 1, account: issuer, blockNumber: block }));
  }

  #answerOf(url: string): Fetched {
    const answer = this.hosts[url];
    if (typeof answer === "string") return { isFetched: true, bytes: Buffer.from(answer) };
    return answer ?? { isFetched: false, refusal: "not_there" };
  }
}
