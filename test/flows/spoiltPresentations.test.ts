/**
 * Goal: a presentation counts once, for whom it was made, by whom its credentials speak of; every way to fall short has its reason.
 * Method: the world of credentials in perfect order; one good presentation of each format, spoilt in one way a row.
 */
import { describe, expect, test } from "vitest";
import { dateOf } from "../../src/core/report.ts";
import { makeChallenge } from "../../src/flows/presenting/challenges.ts";
import { signedJudge } from "../../src/flows/verifying/judgeSigned.ts";
import { report as reportSchema } from "../../src/http/openapi/answers.ts";
import { encoded, hashOfText, jws, kidOf, mallory, malloryDid, model1, model2, newSigner, NOW, operator, operatorKey, sdJwt, statement, customs, World } from "./credentialWorld.ts";

const AUDIENCE = "https://border.example";
const NONCE = "kQ0y2Jm0vV0m2m3Zy1dF0k";
const operatorKid = `${operator}#${operator.slice("did:key:".length)}`;

interface Making {
  change?: (payload: any) => unknown;
  head?: object;
  signer?: typeof operatorKey;
  inner?: readonly unknown[];
}

const envelope = (text: string, type = text.includes("~") ? "dc+sd-jwt" : "vc+jwt"): object => ({ "@context": "https://www.w3.org/ns/credentials/v2", id: `data:application/${type},${text}`, type: "EnvelopedVerifiableCredential" });

/** Data model 2.0. */
function vp2(world: World, { change = () => {}, head = {}, signer = operatorKey, inner }: Making = {}): string {
  const payload = { "@context": ["https://www.w3.org/ns/credentials/v2"], type: ["VerifiablePresentation"], holder: operator, nonce: NONCE, aud: AUDIENCE, iat: NOW, verifiableCredential: inner ?? [envelope(world.anchor(model2()))] };
  change(payload);
  return jws({ alg: signer.algorithm, kid: operatorKid, typ: "vp+jwt", ...head }, payload, signer);
}

/** Data model 1.1. */
function vp1(world: World, { change = () => {}, head = {}, signer = operatorKey, inner }: Making = {}): string {
  const payload = { iss: operator, nonce: NONCE, aud: [AUDIENCE], iat: NOW, exp: NOW + 60, vp: { "@context": ["https://www.w3.org/2018/credentials/v1"], type: ["VerifiablePresentation"], verifiableCredential: inner ?? [world.anchor(model1())] } };
  change(payload);
  return jws({ alg: signer.algorithm, typ: "JWT", ...head }, payload, signer);
}

/** SD-JWT with key binding. */
function bound(world: World, { change = () => {}, head = {}, signer = operatorKey, text = world.anchor(sdJwt()) }: Omit<Making, "inner"> & { text?: string } = {}): string {
  const payload = { nonce: NONCE, aud: AUDIENCE, iat: NOW, sd_hash: hashOfText(text) };
  change(payload);
  return text + jws({ alg: signer.algorithm, typ: "kb+jwt", ...head }, payload, signer);
}

type Question = Partial<{ challenge: string; audience: string; age: number; isMade: boolean }>;
type Row = readonly [what: string, make: (world: World) => string, verdict: string, reason: string | undefined, question?: Question];

async function judged(make: (world: World) => string, { challenge = NONCE, audience = AUDIENCE, age = 0, isMade = true }: Question = {}, world = new World()) {
  const ports = { challenges: world.challenges, clock: () => NOW - age, newChallenge: () => NONCE };
  if (isMade) await makeChallenge(AUDIENCE, ports);
  const judge = signedJudge({ ...world.ports, challenges: world.challenges });
  const text = make(world);
  const ask = async (): Promise<any> => judge.judge({ presentation: text, challenge, audience });
  return { report: await ask(), again: ask, world };
}

const web = "did:web:operator.example";
const byWeb = (document: object | null) => (world: World): string => {
  if (document !== null) world.hosts["https://operator.example/.well-known/did.json"] = JSON.stringify(document);
  const text = world.anchor(model2((it) => void (it.credentialSubject.id = web)));
  return vp2(world, { inner: [envelope(text)], change: (it) => void (it.holder = web), head: { kid: kidOf(web, operatorKey) } });
};
const method = { id: kidOf(web, operatorKey), type: "JsonWebKey", controller: web, publicKeyJwk: operatorKey.key.jwk };
const revoked = (world: World): string => (world.standings.push({ speaker: customs, statements: [statement("revoked", 1_500)] }), "");

const good: readonly Row[] = [
  ["2.0",                                          (w) => vp2(w),  "authentic", undefined],
  ["1.1",                                          (w) => vp1(w),  "authentic", undefined],
  ["SD-JWT with key binding",                      (w) => bound(w), "authentic", undefined],
  ["SD-JWT that shows one member of two",          (w) => { const [jwt, name] = w.anchor(sdJwt()).split("~"); return bound(w, { text: `${jwt}~${name}~` }); }, "authentic", undefined],
  ["2.0 with credentials of three formats",        (w) => vp2(w, { inner: [envelope(w.anchor(model2())), envelope(w.anchor(model1()), "jwt"), envelope(w.anchor(sdJwt((it) => void delete it.cnf)))] }), "authentic", undefined],
  ["a holder by its did:web",                      byWeb({ id: web, verificationMethod: [method], authentication: [method.id] }), "authentic", undefined],
];

const spoilt: readonly Row[] = [
  // the bytes
  ["no bytes",                                     () => "", "altered", "presentation_malformed"],
  ["a credential in its place",                    (w) => w.anchor(model2()), "altered", "presentation_malformed"],
  ["no nonce",                                     (w) => vp2(w, { change: (it) => void delete it.nonce }), "altered", "presentation_malformed"],
  ["no audience",                                  (w) => vp2(w, { change: (it) => void delete it.aud }), "altered", "presentation_malformed"],
  ["C18 two audiences",                            (w) => vp2(w, { change: (it) => void (it.aud = [AUDIENCE, "https://evil.example"]) }), "altered", "presentation_malformed"],
  ["no credential",                                (w) => vp2(w, { inner: [] }), "altered", "presentation_malformed"],
  ["a credential that is not enveloped",           (w) => vp2(w, { inner: [model2()] }), "altered", "presentation_malformed"],
  ["an unsigned credential",                       (w) => vp2(w, { inner: [{ type: ["VerifiableCredential"] }] }), "altered", "presentation_malformed"],
  ["eleven credentials",                           (w) => vp2(w, { inner: Array.from({ length: 11 }, () => envelope("a.b.c")) }), "altered", "presentation_malformed"],
  ["C4 alg none",                                  (w) => vp2(w, { head: { alg: "none" } }), "altered", "presentation_malformed"],
  ["C5 jwk in the header",                         (w) => vp2(w, { head: { jwk: operatorKey.key.jwk } }), "altered", "presentation_malformed"],
  ["C6 cty",                                       (w) => vp1(w, { head: { cty: "JWT" } }), "altered", "presentation_malformed"],
  ["kid of another than the holder",               (w) => vp2(w, { head: { kid: `${malloryDid}#x` } }), "altered", "presentation_malformed"],
  ["iss is not the holder",                        (w) => vp2(w, { change: (it) => void (it.iss = malloryDid) }), "altered", "presentation_malformed"],
  ["no type",                                      (w) => vp2(w, { change: (it) => void (it.type = ["VerifiableCredential"]) }), "altered", "presentation_malformed"],
  ["C3 a vp beside the presentation",              (w) => vp2(w, { change: (it) => void (it.vp = {}) }), "altered", "presentation_malformed"],
  ["1.1: no vp",                                   (w) => vp1(w, { change: (it) => void delete it.vp }), "altered", "presentation_malformed"],
  ["1.1: vp.holder is another",                    (w) => vp1(w, { change: (it) => void (it.vp.holder = malloryDid) }), "altered", "presentation_malformed"],
  ["C21 iat is text",                              (w) => vp2(w, { change: (it) => void (it.iat = "1") }), "altered", "presentation_malformed"],
  ["SD-JWT without key binding",                   (w) => w.anchor(sdJwt()), "altered", "presentation_malformed"],
  ["SD-JWT that is bound to no key",               (w) => bound(w, { text: w.anchor(sdJwt((it) => void delete it.cnf)) }), "altered", "presentation_malformed"],
  ["SD-JWT: a hash of other disclosures",          (w) => { const it = bound(w); return it.split("~").filter((_, at) => at !== 1).join("~"); }, "altered", "presentation_malformed"],
  ["SD-JWT: no sd_hash",                           (w) => bound(w, { change: (it) => void delete it.sd_hash }), "altered", "presentation_malformed"],
  ["SD-JWT: no iat",                               (w) => bound(w, { change: (it) => void delete it.iat }), "altered", "presentation_malformed"],
  ["SD-JWT: a typ that is none",                   (w) => bound(w, { head: { typ: "JWT" } }), "altered", "presentation_malformed"],
  ["SD-JWT: a secret in cnf",                      (w) => bound(w, { text: w.anchor(sdJwt((it) => void (it.cnf.jwk.d = "AA"))) }), "altered", "presentation_malformed"],
  // the challenge
  ["C18 another challenge",                        (w) => vp2(w, { change: (it) => void (it.nonce = "another") }), "altered", "challenge_mismatch"],
  ["C18 an empty challenge",                       (w) => vp2(w, { change: (it) => void (it.nonce = "") }), "altered", "challenge_mismatch"],
  ["C18 a challenge that nobody made",             (w) => vp2(w), "altered", "challenge_unknown", { isMade: false }],
  ["C18 a challenge that has ended",               (w) => vp2(w), "altered", "challenge_expired", { age: 300 }],
  ["C18 made for another audience",                (w) => vp2(w, { change: (it) => void (it.aud = "https://evil.example") }), "altered", "audience_mismatch"],
  ["C18 an audience with a slash more",            (w) => vp2(w, { change: (it) => void (it.aud = `${AUDIENCE}/`) }), "altered", "audience_mismatch"],
  ["C18 asked for another audience than the challenge's", (w) => vp2(w, { change: (it) => void (it.aud = "https://evil.example") }), "altered", "audience_mismatch", { audience: "https://evil.example" }],
  ["C18 SD-JWT for another audience",              (w) => bound(w, { change: (it) => void (it.aud = "https://evil.example") }), "altered", "audience_mismatch"],
  ["signed six minutes ago",                       (w) => bound(w, { change: (it) => void (it.iat = NOW - 361) }), "altered", "presentation_expired"],
  ["signed in the future",                         (w) => bound(w, { change: (it) => void (it.iat = NOW + 61) }), "altered", "presentation_expired"],
  ["exp is now",                                   (w) => vp1(w, { change: (it) => void (it.exp = NOW) }), "altered", "presentation_expired"],
  // the holder
  ["C18 by somebody of whom it does not speak",    (w) => vp2(w, { change: (it) => void (it.holder = malloryDid), head: { kid: `${malloryDid}#${malloryDid.slice(8)}` }, signer: mallory }), "altered", "holder_not_subject"],
  ["1.1: by somebody of whom it does not speak",   (w) => vp1(w, { change: (it) => void (it.iss = malloryDid), signer: mallory }), "altered", "holder_not_subject"],
  ["one of two credentials is another's",          (w) => vp2(w, { inner: [envelope(w.anchor(model2())), envelope(w.anchor(model2((it) => void (it.credentialSubject.id = malloryDid))))] }), "altered", "holder_not_subject"],
  ["signed by another key",                        (w) => vp2(w, { signer: { ...operatorKey, secret: newSigner("ES256").secret } }), "altered", "signature_invalid"],
  ["signed by a key of another kind",              (w) => vp2(w, { signer: mallory }), "altered", "holder_not_subject"],
  ["a key that the DID does not have",             (w) => vp2(w, { head: { kid: `${operator}#other` } }), "altered", "holder_not_subject"],
  ["SD-JWT bound by another key",                  (w) => bound(w, { signer: newSigner("ES256") }), "altered", "signature_invalid"],
  ["a changed presentation",                       (w) => { const it = vp2(w, { change: (p) => void (p.note = 1) }); const [head, , signed] = it.split("."); return [head, vp2(w).split(".")[1], signed].join("."); }, "altered", "signature_invalid"],
  ["a did:web whose host is silent",               byWeb(null), "undetermined", "did_unresolvable"],
  ["a did:web that lists the key for nothing",     byWeb({ id: web, verificationMethod: [method], assertionMethod: [method.id] }), "altered", "holder_not_subject"],
  ["C16 a did:web with 4,000 keys",                byWeb({ id: web, verificationMethod: Array.from({ length: 900 }, (_, at) => ({ ...method, id: `${web}#${at}` })), authentication: [method.id] }), "undetermined", "did_unresolvable"],
  ["a did:web that is another's",                  byWeb({ id: "did:web:evil.example", verificationMethod: [method], authentication: [method.id] }), "undetermined", "did_unresolvable"],
  // the credentials in it
  ["C18 a broken credential",                      (w) => vp2(w, { inner: [envelope("a.b.c")] }), "altered", "credential_malformed"],
  ["a credential with a broken signature",         (w) => { const it = w.anchor(model2()); const [head, body] = it.split("."); return vp2(w, { inner: [envelope(`${head}.${body}.${encoded("x".repeat(64))}`)] }); }, "altered", "signature_invalid"],
  ["one that nobody anchored among good ones",     (w) => vp2(w, { inner: [envelope(w.anchor(model2())), envelope(model2((it) => void (it.name = "Other")))] }), "not_found", "not_anchored"],
  ["one that has expired among good ones",         (w) => vp2(w, { inner: [envelope(w.anchor(model2())), envelope(w.anchor(model2((it) => void (it.validUntil = dateOf(NOW)))))] }), "no_longer_valid", "expired"],
  ["one of nobody's shape among good ones",        (w) => vp2(w, { inner: [envelope(w.anchor(model2())), envelope(w.anchor(model2((it) => void delete it.id)))] }), "not_entitled", "shape_violated"],
  ["one that is not final among good ones",        (w) => vp2(w, { inner: [envelope(w.anchor(model2())), envelope(w.anchor(model2((it) => void (it.name = "Other")), { block: 2_005 }))] }), "undetermined", "awaiting_finality"],
  ["1.1: revoked",                                 (w) => vp1(w, { inner: [w.anchor(model1())] }) + revoked(w), "no_longer_valid", "revoked"],
  ["SD-JWT: expired",                              (w) => bound(w, { text: w.anchor(sdJwt((it) => void (it.exp = NOW))) }), "no_longer_valid", "expired"],
  ["a presentation inside a presentation",         (w) => vp2(w, { inner: [envelope(vp2(w))] }), "altered", "credential_malformed"],
];

for (const [what, make, verdict, reason] of good) test(`in order: ${what}`, async () => {
  const { report, again } = await judged(make);
  expect([report.verdict, report.reason]).toEqual([verdict, reason]);
  expect(report.findings).toContainEqual({ check: "held", outcome: "passed" });
  expect(reportSchema.parse(report)).toEqual(report);
  expect(await again(), "C18 replayed").toMatchObject({ verdict: "altered", reason: "challenge_used" });
});

describe("spoilt", () => {
  for (const [what, make, verdict, reason, question] of spoilt) test(what, async () => {
    const { report, again, world } = await judged(make, question);
    expect([report.verdict, report.reason]).toEqual([verdict, reason]);
    const second = await again();
    if (second.reason !== "presentation_malformed" && question?.isMade !== false && reason !== "challenge_mismatch") expect(second.reason, "the challenge is used up, whatever the verdict").toMatch(/challenge_used|challenge_mismatch/);
    expect(world.asked.filter((url) => !url.startsWith("https://operator.example/"))).toEqual([]);
  });
});

test("C1 a holder's host is not asked while no entitled issuer spoke of it", async () => {
  const { report, world } = await judged((w) => vp2(w, { inner: [envelope(model2((it) => void (it.credentialSubject.id = web)))], change: (it) => void (it.holder = web), head: { kid: kidOf(web, operatorKey) } }));
  expect([report.verdict, world.asked]).toEqual(["not_found", []]);
});

test("a list of credentials tells each one's verdict", async () => {
  const { report } = await judged((w) => vp2(w, { inner: [envelope(w.anchor(model2())), envelope(w.anchor(model2((it) => void (it.validUntil = dateOf(NOW)))))] }));
  expect(report.credentials.map((each: any) => each.verdict)).toEqual(["authentic", "no_longer_valid"]);
  expect(report.subject).not.toHaveProperty("credential");
});

test("of one credential the report itself tells what it says, as that credential's own does", async () => {
  const { report } = await judged((w) => vp2(w));
  expect(report.subject.credential).toEqual(report.credentials[0].subject.credential);
  expect(report.subject).toMatchObject({ presentation: { format: "vp+jwt" }, credential: { format: "vc+jwt", type: "AEOCredential" } });
});
