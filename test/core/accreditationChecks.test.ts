/**
 * Goal: an accreditation credential is a yes only where the grant stands, names it, was signed by a listed key and is carried from a trust root
 * now; every way to fall short has its reason.
 * Method: evidence in perfect order, spoilt once per row, naming the findings that must change and the verdict.
 */
import { generateKeyPairSync, sign } from "node:crypto";
import { contexts } from "@digitalbazaar/credentials-context";
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { findingsOn, type AccreditationEvidence } from "../../src/core/accreditationChecks.ts";
import { accreditationCredential, accreditationIn, NO_CREDENTIAL, type Accreditation } from "../../src/core/accreditationCredential.ts";
import { didOf, type Address } from "../../src/core/address.ts";
import { ledgerDocument, type IdentityChange } from "../../src/core/identities/didEthr.ts";
import type { DidDocument } from "../../src/core/identities/didDocument.ts";
import { parseSignedCredential, signedCredentialText, signingInputOf, type SignedCredential } from "../../src/core/credentials/jws.ts";
import { keyAttribute, otherNameAttribute } from "../../src/core/identities/keyAttribute.ts";
import type { GrantStatement } from "../../src/core/ledger.ts";
import { answer, silence } from "../../src/core/outcome.ts";
import { contextOf } from "../../src/core/shapes/context.ts";
import { CREDENTIALS_V2, problemsInCredential } from "../../src/core/shapes/credential.ts";
import { contextAddress, shapes } from "../../src/core/shapes/shapes.ts";
import { publicKeyFromJwk, type Algorithm } from "../../src/core/publicKey.ts";
import { isSignatureBy } from "../../src/core/signature.ts";
import { conclude } from "../../src/core/verdict.ts";
import { chamber, customs, federation, granted, head, says, stranger, withdrawn } from "./world.ts";
import { origin } from "./world.ts";

const CHAIN = 31337;
const GRANTED_AT = 1000;
const base = "https://customs.example";
const web = `did:web:customs.example:issuers:${customs}`;
const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const publicKey = publicKeyFromJwk(pair.publicKey.export({ format: "jwk" }) as never)!;
const listed = (change: Partial<{ validTo: number; did: string }> = {}): DidDocument => {
  const place = { kind: "attribute" as const, blockNumber: 50, validTo: change.validTo ?? 9_999 };
  const changes: IdentityChange[] = [{ ...place, ...keyAttribute(publicKey), logIndex: 0 }, { ...place, ...otherNameAttribute(change.did ?? web), logIndex: 1 }];
  return ledgerDocument(customs, CHAIN, { changes, at: { number: GRANTED_AT, time: GRANTED_AT } }) as DidDocument;
};

const said: Accreditation = { grantor: customs, grantee: chamber, documentType: origin, name: "Chamber of Commerce", from: 900, until: 5000, mayPassOn: false, jurisdiction: null };
const credential = ((): SignedCredential => {
  const kid = `${web}#${publicKey.thumbprint}`;
  const input = signingInputOf({ alg: "ES256", kid, typ: "vc+jwt" }, accreditationCredential(said, { chainId: CHAIN, didWeb: web, kid, base }));
  return parseSignedCredential(signedCredentialText(input, sign("sha256", Buffer.from(input), { key: pair.privateKey, dsaEncoding: "ieee-p1363" }))) as SignedCredential;
})();
const statement: GrantStatement = granted(GRANTED_AT, { from: said.from, until: said.until, mayPassOn: false, particulars: `0x${"ab".repeat(32)}` });

const inOrder: AccreditationEvidence = {
  ...{ credential, said, claim: { from: 900, until: 5000, statuses: [] }, head: answer(head), grant: answer({ statement, credentialDigest: `0x${credential.digest}` as const }), document: answer(listed()) },
  ...{ trustRoots: [federation], grants: answer([says(federation, customs, granted(100)), says(customs, chamber, statement)]), deactivatedIn: answer(new Map()), now: 2005 },
};

const above = (...statements: GrantStatement[]) => answer([says(federation, customs, ...statements), says(customs, chamber, statement)]);
const below = (...statements: GrantStatement[]) => answer([says(federation, customs, granted(100)), says(customs, chamber, statement, ...statements)]);
const late = { ...statement, time: 2005, blockNumber: 2005 };
const shortened = (from: number, until: number) => {
  const own = { ...statement, from, until };
  return { grant: answer({ statement: own, credentialDigest: `0x${credential.digest}` as const }), grants: answer([says(federation, customs, granted(100)), says(customs, chamber, own)]) };
};

test("in order: authentic", () => {
  expect(judged({})).toEqual({ verdict: "authentic", findings: {} });
  expect(judged({ trustRoots: [customs], grants: answer([says(customs, chamber, statement)]) }), "its grantor is a trust root").toEqual({ verdict: "authentic", findings: {} });
});

const spoilt: readonly [what: string, change: Partial<AccreditationEvidence>, verdict: string, findings: Record<string, string>][] = [
  ["signed by nobody",                { credential: { ...credential, signature: new Uint8Array(64) } },                        "altered",         { integrity: "signature_invalid" }],
  ["a signature of 63 bytes",         { credential: { ...credential, signature: new Uint8Array(63) } },                        "altered",         { integrity: "signature_invalid" }],
  ["other bytes than were signed",    { credential: { ...credential, signingInput: new Uint8Array(3) } },                      "altered",         { integrity: "signature_invalid" }],
  ["the key had ended",               { document: answer(listed({ validTo: GRANTED_AT })) },                                   "altered",         { integrity: "key_not_in_did", identified: "key_not_in_did" }],
  ["another algorithm than the key's", { credential: { ...credential, header: { ...credential.header, alg: "ES256K" } } },      "altered",         { integrity: "key_not_in_did", identified: "key_not_in_did" }],
  ["a domain the ledger never named", { document: answer(listed({ did: "did:web:other.example" })) },                          "altered",         { integrity: "key_not_in_did", identified: "key_not_in_did" }],
  ["the grantor's DID unreadable",    { document: silence("did_unresolvable") },                                               "undetermined",    { integrity: "did_unresolvable", identified: "did_unresolvable" }],
  ["no such grant",                   { grant: answer(null) },                                                                 "not_found",       { anchored: "not_anchored", entitled: "not_anchored", current: "not_anchored" }],
  ["a grant without a credential",    { grant: answer({ statement, credentialDigest: NO_CREDENTIAL }) },                       "not_found",       { anchored: "not_anchored" }],
  ["a grant of another credential",   { grant: answer({ statement, credentialDigest: `0x${"1".repeat(64)}` }) },               "not_found",       { anchored: "not_anchored" }],
  ["a grant that is not final",       { grant: answer({ statement: late, credentialDigest: `0x${credential.digest}` }), grants: answer([says(federation, customs, granted(100)), says(customs, chamber, late)]) }, "undetermined", { anchored: "awaiting_finality", current: "awaiting_finality" }],
  ["a silent ledger",                 { head: silence("ledger_silent") },                                                      "undetermined",    { anchored: "ledger_silent", entitled: "ledger_silent", current: "ledger_silent" }],
  ["an index that is behind",         { grants: silence("index_behind") },                                                     "undetermined",    { entitled: "index_behind", current: "index_behind" }],
  ["nobody vouches for the grantor",  { trustRoots: [stranger], grants: answer([]) },                                          "not_entitled",    { entitled: "no_accreditation", current: "recognition_ended" }],
  ["the grantor may not pass on",     { grants: above(granted(100, { mayPassOn: false })) },                                   "not_entitled",    { entitled: "no_accreditation", current: "recognition_ended" }],
  ["the grantor accredited later",    { grants: above(granted(1500)) },                                                        "not_entitled",    { entitled: "accreditation_not_yet_valid", current: "recognition_ended" }],
  ["the grantor's keys stolen then",  { grants: above(granted(100), withdrawn(1800, { from: 950, isCompromised: true })) },    "not_entitled",    { entitled: "compromised", current: "recognition_ended" }],
  ["the grantor gave itself up",      { deactivatedIn: answer(new Map([[customs, 999]])) },                                    "not_entitled",    { entitled: "issuer_deactivated", current: "recognition_ended" }],
  ["the grantee gave itself up",      { deactivatedIn: answer(new Map([[chamber, 1500]])) },                                   "no_longer_valid", { current: "issuer_deactivated" }],
  ["withdrawn",                       { grants: below(withdrawn(1500)) },                                                      "no_longer_valid", { current: "accreditation_withdrawn" }],
  ["withdrawn a block ago",           { grants: below(withdrawn(2010, { from: 1500 })) },                                      "no_longer_valid", { current: "accreditation_withdrawn" }],
  ["the grantee's keys stolen",       { grants: below(withdrawn(1500, { isCompromised: true })) },                             "no_longer_valid", { current: "compromised" }],
  ["renewed",                         { grants: below(granted(1500, { until: 9000 })) },                                       "no_longer_valid", { current: "replaced" }],
  ["called stolen by another grantor", { grants: answer([says(federation, customs, granted(100)), says(customs, chamber, statement), says(federation, chamber, granted(100), withdrawn(1500, { isCompromised: true }))]) }, "no_longer_valid", { current: "compromised" }],
  ["at the second of its end",        shortened(900, 2010),                                                                    "no_longer_valid", { current: "accreditation_expired" }],
  ["before its beginning",            shortened(2011, 5000),                                                                   "no_longer_valid", { current: "accreditation_not_yet_valid" }],
  ["an exp that came before the grant's end", { claim: { from: 900, until: 2010, statuses: [] } },                            "no_longer_valid", { current: "expired" }],
  ["an nbf that is still to come",    { claim: { from: 2200, until: 5000, statuses: [] } },                                    "no_longer_valid", { current: "not_yet_valid" }],
  ["its list says revoked",           { claim: { from: 900, until: 5000, statuses: [{ purpose: "revocation", says: "set" }] } }, "no_longer_valid", { current: "revoked" }],
  ["its list says suspended",         { claim: { from: 900, until: 5000, statuses: [{ purpose: "suspension", says: "set" }] } }, "no_longer_valid", { current: "suspended" }],
  ["its list says nothing",           { claim: { from: 900, until: 5000, statuses: [{ purpose: "revocation", says: "silent" }] } }, "undetermined", { current: "status_silent" }],
  ["expired, and the index behind",   { claim: { from: 900, until: 2010, statuses: [] }, grants: silence("index_behind") },    "undetermined",    { entitled: "index_behind", current: "expired" }],
  ["the recognition above has ended", { grants: above(granted(100), withdrawn(1500)) },                                        "no_longer_valid", { current: "recognition_ended" }],
];

test.each(spoilt)("%s", (_what, change, verdict, findings) => {
  expect(judged(change)).toEqual({ verdict, findings });
});

function judged(change: Partial<AccreditationEvidence>) {
  const findings = findingsOn({ ...inOrder, ...change });
  return { verdict: conclude(findings).verdict, findings: Object.fromEntries(findings.flatMap(({ check, outcome }) => (outcome.is === "passed" ? [] : [[check, outcome.reason]]))) };
}

describe("what is written is what is read", () => {
  test("a credential says what the grant says, whatever that is", () => {
    for (const change of [{}, { until: 2 ** 40 - 1 }, { jurisdiction: "ES-CT", mayPassOn: true }, { name: "Cámara “de” 商会" }] satisfies Partial<Accreditation>[]) {
      for (const didWeb of [web, null]) {
        const issuer = didWeb ?? didOf(customs, CHAIN);
        const payload = accreditationCredential({ ...said, ...change }, { chainId: CHAIN, didWeb, kid: `${issuer}#k`, base });
        const read = parseSignedCredential(signedCredentialText(signingInputOf({ alg: "ES256", kid: `${issuer}#k`, typ: "vc+jwt" }, payload), new Uint8Array(64)));
        expect(accreditationIn(read as SignedCredential)).toEqual({ ...said, ...change, chainId: CHAIN });
      }
    }
  });

  test("it fits its shape, and our context maps every member of it", async () => {
    const documents = new Map<string, object>([[CREDENTIALS_V2, contexts.get(CREDENTIALS_V2)!], [contextAddress(base, "acr"), contextOf(shapes.acr, base)]]);
    const documentLoader = async (url: string) => ({ contextUrl: null, documentUrl: url, document: documents.get(url) ?? expect.fail(`fetched ${url}`) });
    for (const change of [{}, { until: 2 ** 32, jurisdiction: "BE-VLG", mayPassOn: true }]) {
      for (const didWeb of [web, null]) {
        const payload = accreditationCredential({ ...said, ...change }, { chainId: CHAIN, didWeb, kid: `${web}#k`, base });
        expect(problemsInCredential(shapes.acr, payload)).toEqual([]);
        // Safe mode fails on anything that would be dropped.
        await jsonld.expand(payload, { documentLoader, safe: true });
      }
    }
  });

  test("the first credentials, which called the grantee's legal name its name, say the same", () => {
    const { "@context": _context, name: _title, credentialSchema: _schema, credentialSubject, ...rest } = JSON.parse(Buffer.from(credential.signingInput).toString().split(".").map((part) => Buffer.from(part, "base64url").toString())[1]!);
    const { type: _type, legalName: name, ...subject } = credentialSubject;
    const first = { ...rest, "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/undefined-terms/v2"], credentialSubject: { ...subject, name } };
    const readAs = (payload: object) => accreditationIn(parseSignedCredential(signedCredentialText(signingInputOf({ alg: "ES256", kid: `${web}#k` , typ: "vc+jwt" }, payload as never), new Uint8Array(64))) as SignedCredential);
    expect(readAs(first)).toEqual({ ...said, chainId: CHAIN });
    expect(readAs({ ...first, credentialSubject: { ...subject, name, legalName: "Another" } }), "two names").toBeNull();
  });

  test("the same words by the same key are the same credential; any other word makes another", () => {
    const inputFor = (change: Partial<Accreditation>, kid = `${web}#k`): string => signingInputOf({ alg: "ES256", kid, typ: "vc+jwt" }, accreditationCredential({ ...said, ...change }, { chainId: CHAIN, didWeb: web, kid, base }));
    const ids = [{}, { from: 901 }, { until: 5001 }, { mayPassOn: true }, { name: "Another" }, { jurisdiction: "NO" }, { grantee: stranger as Address }].map((change) => JSON.parse(Buffer.from(inputFor(change).split(".")[1]!, "base64url").toString()).id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(inputFor({})).toBe(inputFor({}));
    expect(inputFor({})).not.toBe(inputFor({}, `${web}#other`));
  });
});

test("signatures of each algorithm, made by Node's own crypto", () => {
  const kinds: readonly [Algorithm, ReturnType<typeof generateKeyPairSync>][] = [
    ["ES256", generateKeyPairSync("ec", { namedCurve: "P-256" }) as never],
    ["ES256K", generateKeyPairSync("ec", { namedCurve: "secp256k1" }) as never],
    ["EdDSA", generateKeyPairSync("ed25519") as never],
  ];
  const bytes = Buffer.from("said");
  for (const [algorithm, { publicKey: own, privateKey }] of kinds as never as [Algorithm, { publicKey: typeof pair.publicKey; privateKey: typeof pair.privateKey }][]) {
    const key = publicKeyFromJwk(own.export({ format: "jwk" }) as never)!;
    // Either half of s: OpenSSL makes both.
    for (let round = 0; round < 8; round += 1) {
      const signature = algorithm === "EdDSA" ? sign(null, bytes, privateKey) : sign("sha256", bytes, { key: privateKey, dsaEncoding: "ieee-p1363" });
      expect([key.algorithm, isSignatureBy(key, bytes, signature), isSignatureBy(key, Buffer.from("not said"), signature)]).toEqual([algorithm, true, false]);
    }
  }
});
