/**
 * Goal: every way to spoil a good credential is caught, with the verdict and the reason (and, of malformed bytes, the flaw) that belong to it.
 * Method: the world of credentials in perfect order; each row spoils one thing. The letters name rows of the table of threats.
 */
import { describe, expect, test } from "vitest";
import { BURN_ADDRESS } from "../../../src/core/address.ts";
import { otherNameAttribute } from "../../../src/core/identities/keyAttribute.ts";
import { dateOf } from "../../../src/core/report.ts";
import { credentialJudge } from "../../../src/flows/verifying/verifyCredential.ts";
import { ANCHORED, customs, customsDid, customsWeb, disclosure, encoded, entry, federation, FINAL, grant, header, jws, kidOf, LIST, mallory, malloryDid, model1, model2, newSigner, NEWEST, NOW, sdJwt, signature, signers, statement, statusList, stranger, timeOf, World, goodPayload, hashOfText } from "../credentialWorld.ts";

type Row = readonly [what: string, make: (world: World) => string, verdict: string, reason: string | undefined, flaw?: string];

const bad = ["altered", "credential_malformed"] as const;
const part = (text: string, place: number): any => JSON.parse(Buffer.from(text.split(".")[place]!, "base64url").toString());
const raw = (text: string): string => jws(header(), text, signers.ES256);
const withHeader = (change: object | string) => (): string => jws(typeof change === "string" ? change : { ...header(), ...change }, goodPayload(), signers.ES256);
const swapped = (text: string, place: number, piece: string): string => text.split(".").map((each, at) => (at === place ? piece : each)).join(".");
/** ECDSA: r and n − s sign the same. */
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
function mirrored(text: string): string {
  const bytes = Buffer.from(text.split(".")[2]!, "base64url");
  const s = P256_ORDER - BigInt(`0x${bytes.subarray(32).toString("hex")}`);
  return swapped(text, 2, Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, "0"), "hex")]).toString("base64url"));
}
const lastChanged = (text: string): string => text.slice(0, -1) + (text.endsWith("A") ? "Q" : "A");
const deep = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const inPayload = (members: string): string => JSON.stringify(goodPayload()).replace(/\}$/, `,${members}}`);

const malformed: readonly Row[] = [
  ["no bytes",                                    () => "", ...bad, "not_compact"],
  ["cut short",                                   () => model2().split(".").slice(0, 2).join("."), ...bad, "not_compact"],
  ["four parts",                                  () => `${model2()}.AA`, ...bad, "not_compact"],
  ["C4 no signature",                             () => `${model2().split(".").slice(0, 2).join(".")}.`, ...bad, "not_compact"],
  ["C20 61 KB",                                   () => model2((it) => void (it.note = "x".repeat(62_000))), ...bad, "too_large"],
  ["C19 padding",                                 () => `${model2()}=`, ...bad, "base64url_malformed"],
  ["C19 base64 in place of base64url",            () => swapped(model2(), 2, "+".repeat(86)), ...bad, "base64url_malformed"],
  ["C19 spare bits in the signature",             () => { const it = model2(); const last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"; return it.slice(0, -1) + last[last.indexOf(it.at(-1)!) + 1]; }, ...bad, "base64url_malformed"],
  ["a blank inside",                              () => model2().replace(".", ". "), ...bad, "base64url_malformed"],
  ["header is no JSON",                           withHeader("{"), ...bad, "header_malformed"],
  ["header is a list",                            withHeader("[]"), ...bad, "header_malformed"],
  ["C20 alg twice in the header",                 withHeader(`{"alg":"ES256","alg":"none","kid":"${kidOf(customsWeb, signers.ES256)}","typ":"vc+jwt"}`), ...bad, "header_malformed"],
  ["no kid",                                      () => { const { kid: _, ...rest } = header() as any; return jws(rest, goodPayload(), signers.ES256); }, ...bad, "header_malformed"],
  ["kid is a number",                             withHeader({ kid: 7 }), ...bad, "header_malformed"],
  ["C4 alg none",                                 withHeader({ alg: "none" }), ...bad, "algorithm_forbidden"],
  ["C4 alg None",                                 withHeader({ alg: "None" }), ...bad, "algorithm_forbidden"],
  ["C4 alg HS256",                                withHeader({ alg: "HS256" }), ...bad, "algorithm_forbidden"],
  ["C4 alg ES256K-R",                             withHeader({ alg: "ES256K-R" }), ...bad, "algorithm_forbidden"],
  ["C4 alg Ed25519",                              withHeader({ alg: "Ed25519" }), ...bad, "algorithm_forbidden"],
  ["C4 alg __proto__ as a value",                 withHeader({ alg: "__proto__" }), ...bad, "algorithm_forbidden"],
  ["C4 alg constructor",                          withHeader({ alg: "constructor" }), ...bad, "algorithm_forbidden"],
  ["C4 alg is a list",                            withHeader({ alg: ["ES256"] }), ...bad, "algorithm_forbidden"],
  ["C5 jwk in the header",                        withHeader({ jwk: signers.ES256.key.jwk }), ...bad, "header_member_forbidden"],
  ["C5 jku",                                      withHeader({ jku: "https://evil.example" }), ...bad, "header_member_forbidden"],
  ["C5 x5u",                                      withHeader({ x5u: "https://evil.example" }), ...bad, "header_member_forbidden"],
  ["C5 x5c",                                      withHeader({ x5c: [] }), ...bad, "header_member_forbidden"],
  ["C5 crit",                                     withHeader({ crit: ["exp"] }), ...bad, "header_member_forbidden"],
  ["C5 b64",                                      withHeader({ b64: false }), ...bad, "header_member_forbidden"],
  ["C6 cty",                                      withHeader({ cty: "JWT" }), ...bad, "header_member_forbidden"],
  ["C5 zip",                                      withHeader({ zip: "DEF" }), ...bad, "header_member_forbidden"],
  ["C20 __proto__ in the header",                 withHeader(`{"alg":"ES256","kid":"${kidOf(customsWeb, signers.ES256)}","typ":"vc+jwt","__proto__":{}}`), ...bad, "header_malformed"],
  ["another typ",                                 withHeader({ typ: "at+jwt" }), ...bad, "type_unexpected"],
  ["a presentation",                              withHeader({ typ: "vp+jwt" }), ...bad, "type_unexpected"],
  ["C5 kid of another DID",                       withHeader({ kid: `did:web:good.example#k1` }), ...bad, "kid_not_of_issuer"],
  ["C5 kid is an address",                        withHeader({ kid: "https://customs.example/key" }), ...bad, "kid_not_of_issuer"],
  ["C5 kid with a path",                          withHeader({ kid: `${customsWeb}#../k` }), ...bad, "kid_not_of_issuer"],
  ["kid without a fragment",                      withHeader({ kid: customsWeb }), ...bad, "kid_not_of_issuer"],
  ["a signature of 63 bytes",                     () => swapped(model2(), 2, encoded("x".repeat(63))), ...bad, "signature_malformed"],
  ["a signature in DER",                          () => swapped(model2(), 2, encoded("x".repeat(70))), ...bad, "signature_malformed"],
  ["payload is text",                             () => raw('"AEO"'), ...bad, "payload_malformed"],
  ["payload is null",                             () => raw("null"), ...bad, "payload_malformed"],
  ["C20 issuer twice",                            () => raw(inPayload(`"issuer":"${malloryDid}"`)), ...bad, "payload_malformed"],
  ["C20 __proto__ in the payload",                () => raw(inPayload('"__proto__":{}')), ...bad, "payload_malformed"],
  ["C20 1e400",                                   () => raw(inPayload('"n":1e400')), ...bad, "payload_malformed"],
  ["C20 2^53+1",                                  () => raw(inPayload('"n":9007199254740993')), ...bad, "payload_malformed"],
  ["C20 half a character",                        () => raw(inPayload('"n":"\\ud800"')), ...bad, "payload_malformed"],
  ["C20 25 levels",                               () => raw(inPayload(`"n":${deep(25)}`)), ...bad, "payload_malformed"],
  ["C20 5,000 levels",                            () => raw(inPayload(`"n":${deep(5_000)}`)), ...bad, "payload_malformed"],
  ["no UTF-8",                                    () => { const input = `${encoded(header())}.${Buffer.from([0x7b, 0xff, 0x7d]).toString("base64url")}`; return `${input}.${signature(input, signers.ES256).toString("base64url")}`; }, ...bad, "payload_malformed"],
  ["a byte order mark",                           () => raw(`\ufeff${JSON.stringify(goodPayload())}`), ...bad, "payload_malformed"],
  ["no issuer",                                   () => model2((it) => void delete it.issuer), ...bad, "issuer_malformed"],
  ["issuer is no DID",                            () => model2((it) => void (it.issuer = "https://customs.example")), ...bad, "issuer_malformed"],
  ["C10 issuer with a query",                     () => model2((it) => void (it.issuer.id = `${customsDid}?versionId=5`)), ...bad, "issuer_malformed"],
  ["C10 issuer with a fragment",                  () => model2((it) => void (it.issuer.id = `${customsDid}#k`)), ...bad, "issuer_malformed"],
  ["C3 iss of somebody else",                     () => model2((it) => void (it.iss = malloryDid)), ...bad, "claims_contradict"],
  ["C3 a vc beside the credential",               () => model2((it) => void (it.vc = { issuer: malloryDid })), ...bad, "claims_contradict"],
  ["jti of another credential",                   () => model2((it) => void (it.jti = "urn:uuid:0")), ...bad, "claims_contradict"],
  ["sub of somebody else",                        () => model2((it) => void (it.sub = malloryDid)), ...bad, "claims_contradict"],
  ["of two types at once",                        () => model2((it) => void it.type.push("CertificateOfOriginCredential")), ...bad, "claims_contradict"],
  ["C21 ends before it begins",                   () => model2((it) => void (it.validUntil = dateOf(timeOf(800)))), ...bad, "claims_contradict"],
  ["C21 validFrom without a zone",                () => model2((it) => void (it.validFrom = "2026-01-15T00:00:00")), ...bad, "date_malformed"],
  ["C21 a 30th of February",                      () => model2((it) => void (it.validUntil = "2027-02-30T00:00:00Z")), ...bad, "date_malformed"],
  ["C21 a leap second",                           () => model2((it) => void (it.validUntil = "2026-12-31T23:59:60Z")), ...bad, "date_malformed"],
  ["C21 validUntil is a number",                  () => model2((it) => void (it.validUntil = NOW + 9)), ...bad, "date_malformed"],
  ["C21 exp is text",                             () => model2((it) => void (it.exp = "1")), ...bad, "date_malformed"],
  ["C21 exp in milliseconds",                     () => model2((it) => void (it.exp = (NOW + 9) * 1000 * 1000)), ...bad, "date_malformed"],
  ["C21 exp with a fraction",                     () => model2((it) => void (it.exp = NOW + 0.5)), ...bad, "date_malformed"],
  ["C17 statusListIndex is a number",             () => model2((it) => void (it.credentialStatus = entry({ statusListIndex: 42 }))), ...bad, "status_malformed"],
  ["C17 statusListIndex 1e3",                     () => model2((it) => void (it.credentialStatus = entry({ statusListIndex: "1e3" }))), ...bad, "status_malformed"],
  ["C17 statusListIndex -1",                      () => model2((it) => void (it.credentialStatus = entry({ statusListIndex: "-1" }))), ...bad, "status_malformed"],
  ["C17 five entries",                            () => model2((it) => void (it.credentialStatus = [1, 2, 3, 4, 5].map(() => entry()))), ...bad, "status_malformed"],
  ["C17 status is text",                          () => model2((it) => void (it.credentialStatus = "good")), ...bad, "status_malformed"],
  // 1.1
  ["1.1: no vc",                                  () => model1((it) => void delete it.vc), ...bad, "payload_malformed"],
  ["1.1: a vp beside",                            () => model1((it) => void (it.vp = {})), ...bad, "payload_malformed"],
  ["1.1: subject is a list",                      () => model1((it) => void (it.vc.credentialSubject = [it.vc.credentialSubject])), ...bad, "payload_malformed"],
  ["1.1: no iss",                                 () => model1((it) => void delete it.iss), ...bad, "issuer_malformed"],
  ["1.1 C3 vc.issuer is another",                 () => model1((it) => void (it.vc.issuer = malloryDid)), ...bad, "claims_contradict"],
  ["1.1 C3 issuer at the top is another",         () => model1((it) => void (it.issuer = malloryDid)), ...bad, "claims_contradict"],
  ["1.1: sub is another",                         () => model1((it) => void (it.sub = malloryDid)), ...bad, "claims_contradict"],
  ["1.1: jti is another",                         () => model1((it) => void (it.jti = "urn:uuid:0")), ...bad, "claims_contradict"],
  ["1.1: nbf is not issuanceDate",                () => model1((it) => void (it.nbf += 1)), ...bad, "claims_contradict"],
  ["1.1: exp is not expirationDate",              () => model1((it) => void (it.exp += 1)), ...bad, "claims_contradict"],
  ["1.1: a later expirationDate inside vc alone", () => model1((it) => void (it.vc.validUntil = "2099-01-01T00:00:00Z")), ...bad, "claims_contradict"],
  ["1.1: kid of another",                         () => model1(() => {}, { head: { kid: `${malloryDid}#k` } }), ...bad, "kid_not_of_issuer"],
  // SD-JWT
  ["2.0: an end under its older name",            () => model2((it) => void (it.expirationDate = dateOf(NOW - 1))), ...bad, "claims_contradict"],
  ["2.0: a beginning under its older name",       () => model2((it) => void (it.issuanceDate = dateOf(NOW + 3_600))), ...bad, "claims_contradict"],
  ["SD-JWT: an end under its older name",         () => sdJwt((it) => void (it.expirationDate = dateOf(NOW - 1))), ...bad, "claims_contradict"],
  ["SD-JWT: a disclosure twice",                  () => sdJwt((_, shown) => void shown.push(shown[0]!)), ...bad, "disclosure_malformed"],
  ["SD-JWT: a disclosure nobody asked for",       () => sdJwt((_, shown) => void shown.push(disclosure("tier", "x"))), ...bad, "disclosure_malformed"],
  ["SD-JWT: a changed disclosure",                () => { const [jwt, name, ...rest] = sdJwt().split("~"); return [jwt, lastChanged(name!), ...rest].join("~"); }, ...bad, "disclosure_malformed"],
  ["SD-JWT: a disclosure that is no list",        () => sdJwt((it, shown) => { shown.push(encoded({})); it.credentialSubject._sd.push(hashOfText(shown.at(-1)!)); }), ...bad, "disclosure_malformed"],
  ["SD-JWT: a disclosed member is there already", () => sdJwt((it, shown) => { shown.push(disclosure("id", "did:web:x.example")); it.credentialSubject._sd.push(hashOfText(shown.at(-1)!)); }), ...bad, "disclosure_malformed"],
  ["SD-JWT: _sd disclosed",                       () => sdJwt((it, shown) => { shown.push(disclosure("_sd", [])); it.credentialSubject._sd.push(hashOfText(shown.at(-1)!)); }), ...bad, "disclosure_malformed"],
  ["SD-JWT: the end of its period kept back",     () => sdJwt((it, shown) => { shown.push(disclosure("exp", it.exp)); delete it.exp; it._sd = [hashOfText(shown.at(-1)!)]; }), ...bad, "disclosure_malformed"],
  ["SD-JWT: a digest twice",                      () => sdJwt((it) => void it.credentialSubject._sd.push(it.credentialSubject._sd[0])), ...bad, "disclosure_malformed"],
  ["SD-JWT: an entry of its status kept back",     () => sdJwt((it) => void (it.credentialStatus = [{ "...": hashOfText(disclosure(null, entry())) }])), ...bad, "disclosure_malformed"],
  ["SD-JWT: its status kept back within itself",   () => sdJwt((it) => void (it.status = { _sd: [hashOfText(disclosure("status_list", {}))] })), ...bad, "disclosure_malformed"],
  ["SD-JWT: another hash",                        () => sdJwt((it) => void (it._sd_alg = "sha-512")), ...bad, "disclosure_malformed"],
  ["SD-JWT: with key binding",                    () => `${sdJwt()}${model2()}`, ...bad, "key_binding_unexpected"],
  ["SD-JWT: typ of old drafts",                   () => sdJwt(() => {}, { head: { typ: "vc+sd-jwt" } }), ...bad, "type_unexpected"],
  ["SD-JWT: no vct",                              () => sdJwt((it) => void delete it.vct), ...bad, "payload_malformed"],
  ["SD-JWT: sub is another",                      () => sdJwt((it) => void (it.sub = malloryDid)), ...bad, "claims_contradict"],
];

const ok = (change: (payload: any) => unknown = () => {}) => (world: World): string => world.anchor(model2(change));
const listed = (answer: string | ((url: string) => string), change: object = {}) => (world: World): string => {
  world.hosts[LIST] = typeof answer === "string" ? answer : answer(LIST);
  return world.anchor(model2((it) => void (it.credentialStatus = entry(change))));
};
const grants = (...statements: ReturnType<typeof grant>[]) => (world: World): string => ((world.grants[0]!.statements = statements), world.anchor(model2()));
const spoken = (...said: Parameters<typeof statement>[]) => (world: World): string => (world.standings.push({ speaker: customs, statements: said.map((each) => statement(...each)) }), world.anchor(model2()));
const rotated = newSigner("ES256");

const spoilt: readonly Row[] = [
  // signature and key
  ["the first byte of the signature",              (w) => { const it = w.anchor(model2()); const s = it.split(".")[2]!; return swapped(it, 2, (s[0] === "A" ? "B" : "A") + s.slice(1)); }, "altered", "signature_invalid"],
  ["zeros as signature",                           (w) => swapped(w.anchor(model2()), 2, encoded(Buffer.alloc(64).toString())), "altered", "signature_invalid"],
  ["a changed payload, anchored by nobody",        (w) => { const it = w.anchor(model2()); const payload = part(it, 1); payload.credentialSubject.authorisation.type = "AEOS"; return swapped(it, 1, encoded(payload)); }, "altered", "signature_invalid"],
  ["C4 alg swapped for one of another of its keys", (w) => w.anchor(model2(() => {}, { head: { alg: "ES256K" } })), "altered", "key_not_in_did"],
  ["another key of its own named",                 (w) => w.anchor(model2(() => {}, { head: { kid: kidOf(customsWeb, signers.EdDSA) } })), "altered", "key_not_in_did"],
  ["C13 a hijacked did:web with a new key",        (w) => { w.hosts["https://customs.example/.well-known/did.json"] = "{}"; return model2(() => {}, { signer: rotated }); }, "altered", "key_not_in_did"],
  ["C13 the same, anchored by a stranger",         (w) => w.anchor(model2(() => {}, { signer: rotated }), { issuer: stranger }), "altered", "key_not_in_did"],
  ["C13 the same by the did:ethr",                 () => model2((it) => void (it.issuer.id = customsDid), { head: { kid: kidOf(customsDid, rotated) }, signer: rotated }), "altered", "key_not_in_did"],
  ["C7 a key for showing who is there alone",      (w) => { const { name, value } = w.history[customs]![0] as any; w.history[customs]![0] = { ...w.history[customs]![0], name: name.replace("veriKey", "sigAuth"), value } as any; return w.anchor(model2()); }, "altered", "key_not_in_did"],
  ["the key was listed only later",                (w) => { const late = newSigner("ES256"); w.listKey(customs, late, { block: ANCHORED + 1 }); return w.anchor(model2(() => {}, { signer: late })); }, "altered", "key_not_in_did"],
  ["the key had ended by then",                    (w) => { const late = newSigner("ES256"); w.listKey(customs, late, { validTo: timeOf(ANCHORED) }); return w.anchor(model2(() => {}, { signer: late })); }, "altered", "key_not_in_did"],
  ["C11 taken off in the anchor's own block",      (w) => { const late = newSigner("ES256"); w.listKey(customs, late); w.listKey(customs, late, { block: ANCHORED, validTo: timeOf(ANCHORED) }); return w.anchor(model2(() => {}, { signer: late })); }, "altered", "key_not_in_did"],
  ["C9 a stolen key that has ended, not anchored", (w) => { const late = newSigner("ES256"); w.listKey(customs, late, { validTo: timeOf(1_500) }); return model2((it) => void (it.nbf = timeOf(1_000)), { signer: late }); }, "altered", "key_not_in_did"],
  ["C9 the same, anchored after its end",          (w) => { const late = newSigner("ES256"); w.listKey(customs, late, { validTo: timeOf(900) }); return w.anchor(model2(() => {}, { signer: late })); }, "altered", "key_not_in_did"],
  ["the ledger no longer named the did:web then",  (w) => { w.history[customs]!.push({ kind: "attribute", blockNumber: 60, logIndex: 0, validTo: timeOf(60), ...otherNameAttribute(customsWeb) }); return w.anchor(model2()); }, "not_found", "not_anchored"],
  // anchor
  ["C1 signed by a did:key",                       (w) => w.anchor(model2((it) => void (it.issuer.id = malloryDid), { head: { kid: `${malloryDid}#${malloryDid.slice(8)}` }, signer: mallory })), "not_found", "not_anchored"],
  ["C1 a did:web that nobody on the ledger is",    (w) => w.anchor(model2((it) => void (it.issuer.id = "did:web:evil.example"), { head: { kid: "did:web:evil.example#k" }, signer: mallory })), "not_found", "not_anchored"],
  ["C1 a did:web that a stranger is",              (w) => { w.nameWeb(stranger, "did:web:evil.example"); w.listKey(stranger, mallory); return w.anchor(model2((it) => void (it.issuer.id = "did:web:evil.example"), { head: { kid: kidOf("did:web:evil.example", mallory) }, signer: mallory }), { issuer: stranger }); }, "not_entitled", "no_accreditation"],
  ["a stranger who claims customs' did:web",       (w) => { w.nameWeb(stranger, customsWeb); w.listKey(stranger, mallory); return w.anchor(model2(() => {}, { signer: mallory }), { issuer: stranger }); }, "not_entitled", "no_accreditation"],
  ["not anchored",                                 () => model2(), "not_found", "not_anchored"],
  ["anchored by somebody else alone",              (w) => w.anchor(model2(), { issuer: stranger }), "not_found", "not_anchored"],
  ["anchored as another type",                     (w) => w.anchor(model2(), { documentType: "861" }), "not_found", "not_anchored"],
  ["the anchor is not final",                      (w) => w.anchor(model2(), { block: FINAL + 1 }), "undetermined", "awaiting_finality"],
  ["C9 not final, with a key that has ended",      (w) => { const late = newSigner("ES256"); w.listKey(customs, late, { validTo: NOW - 1 }); return w.anchor(model2(() => {}, { signer: late }), { block: FINAL + 1 }); }, "altered", "key_not_in_did"],
  ["the ledger is silent",                         (w) => { const it = w.anchor(model2()); w.silent = "ledger"; return it; }, "undetermined", "ledger_silent"],
  ["the ledger's logs are silent",                 (w) => { const it = w.anchor(model2((p) => void (p.issuer.id = customsDid), { head: { kid: kidOf(customsDid, signers.ES256) } })); w.silent = "history"; return it; }, "undetermined", "ledger_silent"],
  ["the index is behind",                          (w) => { const it = w.anchor(model2()); w.isIndexBehind = true; return it; }, "undetermined", "index_behind"],
  ["an identity of another ledger",                () => { const did = customsDid.replace("0x7a69", "0x1"); return model2((it) => void (it.issuer.id = did), { head: { kid: kidOf(did, signers.ES256) } }); }, "undetermined", "ledger_unknown"],
  // entitlement
  ["C2 nobody vouches for it",                     (w) => { w.grants = []; return w.anchor(model2()); }, "not_entitled", "no_accreditation"],
  ["C2 accredited for another type alone",         (w) => { const coo = (it: any): void => { it.type = ["VerifiableCredential", "CertificateOfOriginCredential"]; }; return w.anchor(model2(coo), { documentType: "861" }); }, "not_entitled", "shape_violated"],
  ["C2 the accreditation had ended",               grants(grant(100, { until: timeOf(999) })), "not_entitled", "accreditation_expired"],
  ["C2 it began later",                            grants(grant(100, { from: timeOf(1_001) })), "not_entitled", "accreditation_not_yet_valid"],
  ["C2 it was withdrawn before",                   grants(grant(100), grant(500, { isGranted: false })), "not_entitled", "accreditation_withdrawn"],
  ["its keys are declared stolen since before",    grants(grant(100), grant(1_500, { isGranted: false, isCompromised: true, from: timeOf(900) })), "not_entitled", "compromised"],
  ["C12 anchored after it was closed",             (w) => { w.deactivated[customs] = ANCHORED - 1; w.history[customs]!.push({ kind: "owner", owner: BURN_ADDRESS, blockNumber: ANCHORED - 1, logIndex: 1 }); return w.anchor(model2()); }, "altered", "key_not_in_did"],
  ["of a type that nobody knows",                  ok((it) => void (it.type = ["VerifiableCredential", "MagicCredential"])), "not_entitled", "credential_type_unknown"],
  ["signed, but not the shape of its type",        ok((it) => void delete it.credentialSubject.authorisation.number), "not_entitled", "shape_violated"],
  ["a country that is none",                       ok((it) => void (it.credentialSubject.tin.country = "XQ")), "not_entitled", "shape_violated"],
  ["without an id",                                ok((it) => void delete it.id), "not_entitled", "shape_violated"],
  // dates
  ["C21 at the second of its end",                 ok((it) => void (it.validUntil = dateOf(NOW))), "no_longer_valid", "expired"],
  ["C21 exp before validUntil",                    ok((it) => void (it.exp = NOW)), "no_longer_valid", "expired"],
  ["C21 it begins in 61 seconds",                  ok((it) => void (it.validFrom = dateOf(NOW + 61))), "no_longer_valid", "not_yet_valid"],
  ["C21 nbf after validFrom",                      ok((it) => void (it.nbf = NOW + 61)), "no_longer_valid", "not_yet_valid"],
  ["C6 an expired one of 1.1",                     (w) => w.anchor(model1((it) => { it.exp = NOW - 1; it.vc.expirationDate = dateOf(NOW - 1); })), "no_longer_valid", "expired"],
  ["1.1: expirationDate inside vc alone",          (w) => w.anchor(model1((it) => { delete it.exp; it.vc.expirationDate = dateOf(NOW - 1); })), "no_longer_valid", "expired"],
  ["1.1 not anchored",                             () => model1(), "not_found", "not_anchored"],
  ["SD-JWT expired",                               (w) => w.anchor(sdJwt((it) => void (it.exp = NOW))), "no_longer_valid", "expired"],
  // standing on the ledger
  ["revoked",                                      spoken(["revoked", NEWEST]), "no_longer_valid", "revoked"],
  ["suspended",                                    spoken(["suspended", 1_500]), "no_longer_valid", "suspended"],
  ["reinstated, not finally",                      spoken(["suspended", 1_500], ["active", FINAL + 1]), "no_longer_valid", "suspended"],
  ["revoked by who stands above",                  (w) => { w.standings.push({ speaker: federation, statements: [statement("revoked", 1_500)] }); return w.anchor(model2()); }, "no_longer_valid", "revoked"],
  ["the recognition has ended",                    grants(grant(100, { until: timeOf(1_500) })), "no_longer_valid", "recognition_ended"],
  ["the recognition was withdrawn",                grants(grant(100), grant(NEWEST, { isGranted: false })), "no_longer_valid", "recognition_ended"],
  // status lists
  ["C17 a set bit",                                listed((url) => statusList(url, { set: [42] })), "no_longer_valid", "revoked"],
  ["C17 a set bit in a stale list",                listed((url) => statusList(url, { set: [42], change: (it) => void (it.validUntil = dateOf(NOW - 9)) })), "no_longer_valid", "revoked"],
  ["C17 suspended in its list",                    listed((url) => statusList(url, { set: [42], purpose: "suspension" }), { statusPurpose: "suspension" }), "no_longer_valid", "suspended"],
  ["C17 no such list",                             ok((it) => void (it.credentialStatus = entry())), "undetermined", "status_silent"],
  ["C17 a list that is no credential",             listed("hello"), "undetermined", "status_silent"],
  ["C17 a list by somebody else",                  listed((url) => statusList(url, { signer: mallory, head: { kid: `${malloryDid}#x` }, change: (it) => void (it.issuer = malloryDid) })), "undetermined", "status_silent"],
  ["C17 a list signed by a key of nobody's",       listed((url) => statusList(url, { signer: rotated })), "undetermined", "status_silent"],
  ["C17 a list changed after it was signed",       listed((url) => { const it = statusList(url, { set: [42] }); return swapped(it, 1, statusList(url).split(".")[1]!); }), "undetermined", "status_silent"],
  ["C17 another list than the named one",          listed(() => statusList("https://customs.example/status/2")), "undetermined", "status_silent"],
  ["C17 a list of another purpose",                listed((url) => statusList(url, { purpose: "suspension" })), "undetermined", "status_silent"],
  ["C17 a list of 131,064 entries",                listed((url) => statusList(url, { bits: 131_064 })), "undetermined", "status_silent"],
  ["C17 an entry beyond the list",                 listed((url) => statusList(url), { statusListIndex: "131072" }), "undetermined", "status_silent"],
  ["C17 a list that has ended",                    listed((url) => statusList(url, { change: (it) => void (it.validUntil = dateOf(NOW)) })), "undetermined", "status_silent"],
  ["C17 a list older than it says it stays true",  listed((url) => statusList(url, { change: (it) => void (it.validFrom = dateOf(NOW - 400)) })), "undetermined", "status_silent"],
  ["C17 a list that never ends and has no ttl",    listed((url) => statusList(url, { change: (it) => { delete it.validUntil; delete it.credentialSubject.ttl; } })), "undetermined", "status_silent"],
  ["C17 a list that is no gzip",                   listed((url) => statusList(url, { change: (it) => void (it.credentialSubject.encodedList = `u${encoded("x".repeat(99))}`) })), "undetermined", "status_silent"],
  ["C17 a list that unpacks to 64 MB",             listed((url) => statusList(url, { bits: 2 ** 29 })), "undetermined", "status_silent"],
  ["C17 a list without the sign of its spelling",  listed((url) => statusList(url, { change: (it) => void (it.credentialSubject.encodedList = it.credentialSubject.encodedList.slice(1)) })), "undetermined", "status_silent"],
  ["C17 an entry of another kind",                 ok((it) => void (it.credentialStatus = { type: "StatusList2021Entry" })), "undetermined", "status_silent"],
  ["C17 an entry of another purpose",              ok((it) => void (it.credentialStatus = entry({ statusPurpose: "message" }))), "undetermined", "status_silent"],
  ["C17 an entry of two bits",                     listed((url) => statusList(url, { set: [84] }), { statusSize: 2 }), "undetermined", "status_silent"],
  ["C17 an entry of a size that is no number",     listed((url) => statusList(url), { statusSize: "1" }), "undetermined", "status_silent"],
  ["1.1: its status beside vc, a set bit",         (w) => { w.hosts[LIST] = statusList(LIST, { set: [42] }); return w.anchor(model1((it) => void (it.credentialStatus = entry()))); }, "no_longer_valid", "revoked"],
  ["1.1: a status in vc and another beside it",    (w) => { w.hosts[LIST] = statusList(LIST, { set: [42] }); return w.anchor(model1((it) => { it.vc.credentialStatus = entry({ statusListIndex: "7" }); it.credentialStatus = entry(); })); }, "no_longer_valid", "revoked"],
  ["1.1: its status beside vc, of another kind",   (w) => w.anchor(model1((it) => void (it.credentialStatus = { type: "StatusList2021Entry" }))), "undetermined", "status_silent"],
  ["SD-JWT: a token status list",                  (w) => w.anchor(sdJwt((it) => void (it.status = { status_list: { idx: 1, uri: "https://x.example" } }))), "undetermined", "status_silent"],
];

/** When customs closed its identity, where it did. */
const CLOSED = timeOf(1_500);
/** A list for the ten minutes from then on. */
const period = (from: number) => (it: any): void => Object.assign(it, { validFrom: dateOf(from), validUntil: dateOf(from + 600) });

/** Customs closed its identity after it had anchored a credential that names a list. */
function closed(list: string): (world: World) => string {
  return (w) => {
    w.deactivated[customs] = 1_500;
    w.history[customs]!.push({ kind: "owner", owner: BURN_ADDRESS, blockNumber: 1_500, logIndex: 1 });
    w.hosts[LIST] = list;
    return w.anchor(model2((it) => void (it.credentialStatus = entry())));
  };
}

const revokedByListAlone: readonly Row[] = [
  ["C17 closed, after its list had said revoked",  closed(statusList(LIST, { set: [42] })), "no_longer_valid", "revoked"],
  ["C17 closed, and the list is old by now",       closed(statusList(LIST, { set: [42], change: (it) => { it.validFrom = dateOf(NOW - 90_000); it.validUntil = dateOf(NOW - 80_000); } })), "no_longer_valid", "revoked"],
  ["C17 closed, and nobody serves its list",       closed("gone"), "undetermined", "status_silent"],
  ["C17 closed, and a list by a stranger's key",   closed(statusList(LIST, { signer: newSigner("ES256") })), "undetermined", "status_silent"],
  ["C17 closed, and a list that was old by then",  closed(statusList(LIST, { change: period(CLOSED - 601) })), "undetermined", "status_silent"],
  ["C17 closed, and a list that begins later",     closed(statusList(LIST, { change: period(NOW + 61) })), "undetermined", "status_silent"],
];

const good: readonly Row[] = [
  ["C12 closed, and its last list says nothing bad", closed(statusList(LIST, { change: period(CLOSED - 60) })), "authentic", undefined],
  ["C12 closed, and its service signs on by its last key", closed(statusList(LIST)), "authentic", undefined],
  ["in order",                                     ok(), "authentic", undefined],
  ["C11 listed in the anchor's own block",         (w) => { const late = newSigner("ES256"); w.listKey(customs, late, { block: ANCHORED }); return w.anchor(model2(() => {}, { signer: late })); }, "authentic", undefined],
  ["C8 the key was taken off the ledger later",    (w) => { const old = newSigner("ES256"); w.listKey(customs, old, { validTo: timeOf(1_500) }); return w.anchor(model2(() => {}, { signer: old })); }, "authentic", undefined],
  ["C12 closed after it was anchored, no list",    (w) => { closed("")(w); return w.anchor(model2()); }, "authentic", undefined],
  ["1.1: the same status in vc and beside it",     (w) => { w.hosts[LIST] = statusList(LIST); return w.anchor(model1((it) => void (it.credentialStatus = it.vc.credentialStatus = entry()))); }, "authentic", undefined],
  ["C17 an entry of one bit, said so",             listed((url) => statusList(url, { set: [41, 43] }), { statusSize: 1 }), "authentic", undefined],
  ["C19 r and n − s of P-256",                     (w) => mirrored(w.anchor(model2())), "authentic", undefined],
  ["C21 it begins in 60 seconds",                  ok((it) => void (it.validFrom = dateOf(NOW + 60))), "authentic", undefined],
  ["C21 a second before its end",                  ok((it) => void (it.validUntil = dateOf(NOW + 1))), "authentic", undefined],
  ["C17 a clear bit",                              listed((url) => statusList(url, { set: [41, 43] })), "authentic", undefined],
  ["unknown members",                              ok((it) => void (it.credentialSubject.extra = { a: 1 })), "authentic", undefined],
  ["a stranger anchored it, too",                  (w) => { const it = w.anchor(model2()); w.anchor(it, { issuer: stranger }); return it; }, "authentic", undefined],
  ["a white line at the end",                      (w) => `${w.anchor(model2())}\n`, "authentic", undefined],
  ["1.1 without a kid",                            (w) => { const it = model1(); const { kid: _, ...head } = part(it, 0); return w.anchor(jws(head, part(it, 1), signers.ES256K)); }, "authentic", undefined],
  ["1.1 with nothing said twice",                  (w) => w.anchor(model1((it) => { delete it.vc.id; delete it.vc.issuer; delete it.vc.issuanceDate; delete it.vc.expirationDate; delete it.vc.credentialSubject.id; })), "authentic", undefined],
  ["SD-JWT with nothing disclosed",                (w) => `${w.anchor(sdJwt()).split("~")[0]}~`, "authentic", undefined],
];

async function judged([, make]: Row) {
  const world = new World();
  const text = make(world);
  const report = (await credentialJudge(world.ports).judge(text)) as any;
  return { report, world };
}

const all = [...malformed, ...spoilt, ...revokedByListAlone];
test("more than a hundred ways", () => expect(all.length).toBeGreaterThanOrEqual(150));

describe.each([["malformed", malformed], ["spoilt", spoilt], ["revoked by a list alone", revokedByListAlone], ["still good", good]] as const)("%s", (_kind, rows) => {
  for (const row of rows) {
    const [what, , verdict, reason, flaw] = row;
    test(what, async () => {
      const { report } = await judged(row);
      expect([report.verdict, report.reason, report.flaw]).toEqual([verdict, reason, flaw]);
    });
  }
});

test("nobody's host is asked for a credential that is a no anyway", async () => {
  for (const row of all) {
    const { report, world } = await judged(row);
    const hasAsked = world.asked.filter((url) => url !== LIST);
    expect(hasAsked, row[0]).toEqual([]);
    // A list may be asked for once everything else is a yes: then nothing but the list decides.
    if (world.asked.length > 0) expect(["status_silent", "revoked", "suspended"], row[0]).toContain(report.reason);
  }
});
