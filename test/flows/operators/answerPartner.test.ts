/**
 * Goal: credentials are given to the service of a recognised authority alone, where their holders let partners be told; and a question is never passed on.
 * Method: one good question, signed as another service would, spoilt in one way per row; customs' own desk, its store and the ledger's keys are real.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { operatorTypes } from "../../../src/core/authorisation.ts";
import { didOf } from "../../../src/core/address.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import type { Consent } from "../../../src/flows/issuing/issuancePorts.ts";
import type { DeskPorts } from "../../../src/flows/operators/operatorPorts.ts";
import { trustRoot } from "../../core/world.ts";
import { credentialOf as shaped } from "../../core/shapes/samples.ts";
import { CHAIN, chamber, customs, federation, grant, jws, mallory, malloryDid, model2, NEWEST, newSigner, NOW, signers, stranger } from "../credentialWorld.ts";
import { deskWorld, federationDid, federationKey, type DeskWorld } from "./deskWorld.ts";

let given: DeskWorld;
let id: string;
const BOTH: Consent = { publishName: true, shareWithMraPartners: true };
const credential = model2();
beforeAll(async () => {
  given = await deskWorld({ own: [customs, chamber] });
  given.world.listKey(stranger, signers.EdDSA);
  id = await given.store(given.world.anchor(credential), BOTH, customs);
});
beforeEach(() => given.setConsent(id, BOTH));
afterAll(() => given.stop());

const EORI = { value: "BE0123456789" };
const audience = didOf(customs, CHAIN);
const strangerDid = didOf(stranger, CHAIN);
const payload = (change: object = {}): object => ({ iss: federationDid, aud: audience, iat: NOW, exp: NOW + 60, askedFor: "authority", questions: [EORI], ...change });
const head = (change: object = {}): object => ({ alg: "ES256", kid: `${federationDid}#${federationKey.key.thumbprint}`, typ: "tradeseal-operators+jwt", ...change });
const ask = (change: object = {}, { header = {}, signer = federationKey } = {}): string => jws(head(header), payload(change), signer);
const given_ = async (question: string): Promise<string[]> => (await given.desk.answer(question)).credentials.map((each) => `${each.question} ${each.credential === credential ? "the credential" : "?"} ${each.publishName}`);

describe("a good question", () => {
  test.each<[what: string, consent: Partial<Consent>, askedFor: string, expected: string[]]>([
    ["both",         {},                              "authority", ["0 the credential true"]],
    ["both",         {},                              "anybody",   ["0 the credential true"]],
    ["sharing only", { publishName: false },          "authority", ["0 the credential false"]],
    ["sharing only", { publishName: false },          "anybody",   []],
    ["name only",    { shareWithMraPartners: false }, "authority", []],
    ["name only",    { shareWithMraPartners: false }, "anybody",   []],
    ["nothing",      { publishName: false, shareWithMraPartners: false }, "authority", []],
  ])("with consent to %s (%o), for %s", async (_what, consent, askedFor, expected) => {
    await given.setConsent(id, { ...BOTH, ...consent });
    expect(await given_(ask({ askedFor }))).toEqual(expected);
  });

  test("by scheme, by several identifiers, and by nothing but the whole of one", async () => {
    const questions = [{ value: "BE0123456789", scheme: "EORI" }, { value: "BE012345678" }, { value: "%" }, { value: "be0123456789" }, { value: "BE0123456789", scheme: "LEI" }, { value: "CPR20091234" }];
    expect(await given_(ask({ questions }))).toEqual(["0 the credential true", "5 the credential true"]);
  });

  test("about another issuer of the same service: that one's alone", async () => {
    expect(await given_(ask({ aud: didOf(chamber, CHAIN) }))).toEqual([]);
  });

  test("is answered with certificates of types for which the asker is entitled, and no others", async () => {
    const text = model2((good) => Object.assign(good, { ...(shaped("toi") as object), credentialStatus: undefined, issuer: good.issuer, validFrom: good.validFrom, validUntil: good.validUntil }));
    await given.store(text, BOTH, customs);
    const questions = [{ value: "NISC", scheme: "SCAC" }];
    expect((await given.desk.answer(ask({ questions }))).credentials).toEqual([]);
    const both = await deskWorld({ own: [customs], change: (ports) => ({ ...ports, judging: { ...ports.judging, trustRoots: () => ports.judging.trustRoots().map((root) => ({ ...root, documentTypes: operatorTypes })) } }) });
    await both.store(text, BOTH, customs);
    expect((await both.desk.answer(ask({ questions }))).credentials).toEqual([{ question: 0, credential: text, publishName: true }]);
    await both.stop();
  });

  test("is answered with so much text and no more, and says so", async () => {
    const large = await deskWorld({ own: [customs] });
    for (let number = 0; number < 10; number += 1) await large.store(model2((good) => void Object.assign(good, { id: `urn:uuid:${number}`, note: "x".repeat(40_000) })), BOTH, customs);
    const questions = ["BE0123456789", "5493000EXAMPLE000096", "P051234567X", "CPR20091234"].map((value) => ({ value }));
    const { credentials, isComplete } = await large.desk.answer(ask({ questions }));
    expect([credentials.length, isComplete]).toEqual([20, false]);
    await large.stop();
  });

  test("is answered from our own store: nobody else is asked", async () => {
    const before = given.world.asked.length;
    await given.desk.answer(ask());
    expect([given.world.asked.length, given.posted]).toEqual([before, []]);
  });
});

describe("a spoilt question", () => {
  const aMinute = { iat: NOW - 200, exp: NOW - 140 };
  test.each<[what: string, question: () => string, code: string]>([
    ["no question",                         () => "x",                                                            "request_malformed"],
    ["a credential",                        () => credential,                                                     "request_malformed"],
    ["put to somebody else",                () => ask({ aud: federationDid }),                                    "request_malformed"],
    ["put to an issuer on another ledger",  () => ask({ aud: didOf(customs, 1) }),                                "request_malformed"],
    ["put to several",                      () => ask({ aud: [audience] }),                                       "request_malformed"],
    ["too old",                             () => ask(aMinute),                                                   "request_malformed"],
    ["for tomorrow",                        () => ask({ iat: NOW + 86_400, exp: NOW + 86_460 }),                  "request_malformed"],
    ["good for a day",                      () => ask({ exp: NOW + 86_400 }),                                     "request_malformed"],
    ["with times as text",                  () => ask({ iat: String(NOW) }),                                      "request_malformed"],
    ["for nobody we know",                  () => ask({ askedFor: "me" }),                                        "request_malformed"],
    ["with a member more",                  () => ask({ sub: "x" }),                                              "request_malformed"],
    ["with a header member more",           () => ask({}, { header: { jku: "https://x.example" } }),              "request_malformed"],
    ["of another typ",                      () => ask({}, { header: { typ: "vc+jwt" } }),                         "request_malformed"],
    ["by alg none",                         () => ask({}, { header: { alg: "none" } }),                           "request_malformed"],
    ["without questions",                   () => ask({ questions: [] }),                                         "request_malformed"],
    ["with 51 questions",                   () => ask({ questions: Array(51).fill(EORI) }),                       "request_malformed"],
    ["with a number as identifier",         () => ask({ questions: [{ value: 5 }] }),                             "request_malformed"],
    ["with a hidden character",             () => ask({ questions: [{ value: "A\u0000" }] }),                     "request_malformed"],
    ["with an object as scheme",            () => ask({ questions: [{ ...EORI, scheme: {} }] }),                  "request_malformed"],
    ["by a key of somebody else's DID",     () => ask({}, { header: { kid: `${malloryDid}#x` } }),                "request_malformed"],
    ["by a did:key",                        () => ask({ iss: malloryDid }, { header: { kid: `${malloryDid}#x` }, signer: mallory }), "request_malformed"],
    ["by somebody on another ledger",       () => ask({ iss: didOf(federation, 1) }, { header: { kid: `${didOf(federation, 1)}#${federationKey.key.thumbprint}` } }), "request_malformed"],
    ["signed by somebody else",             () => ask({}, { signer: newSigner("ES256") }),                        "partner_unknown"],
    ["by a key that is not listed",         () => { const signer = newSigner("ES256"); return ask({}, { header: { kid: `${federationDid}#${signer.key.thumbprint}` }, signer }); }, "partner_unknown"],
    ["by a stranger, with its own key",     () => ask({ iss: strangerDid }, { header: { alg: "EdDSA", kid: `${strangerDid}#${signers.EdDSA.key.thumbprint}` }, signer: signers.EdDSA as never }), "partner_unknown"],
    ["changed after it was signed",         () => ask().replace(/^([^.]*\.)(.)/, (_all, first: string, second: string) => first + (second === "e" ? "f" : "e")), "request_malformed"],
  ])("%s", async (_what, question, code) => {
    await expect(given.desk.answer(question())).rejects.toMatchObject({ code });
  });

  test("by an authority whose recognition here has ended, or whose key was taken back", async () => {
    const { world } = given;
    world.grants.push({ grantor: federation, grantee: stranger, statements: [grant(100)] });
    const question = (): string => ask({ iss: strangerDid }, { header: { alg: "EdDSA", kid: `${strangerDid}#${signers.EdDSA.key.thumbprint}` }, signer: signers.EdDSA as never });
    expect(await given_(question())).toEqual(["0 the credential true"]);
    world.grants.at(-1)!.statements.push({ ...grant(NEWEST), isGranted: false });
    await expect(given.desk.answer(question())).rejects.toMatchObject({ code: "partner_unknown" });
    world.grants.pop();
    await expect(given.desk.answer(question())).rejects.toMatchObject({ code: "partner_unknown" });
  });

  test("by a trust root whose keys another one calls stolen", async () => {
    const roots = [federation, stranger].map((root) => trustRoot(root, parseDocumentType("AEO")));
    const judging = (ports: DeskPorts): DeskPorts["judging"] => new Proxy(ports.judging, { get: (target, name) => (name === "trustRoots" ? () => roots : Reflect.get(target, name)) });
    const two = await deskWorld({ own: [customs, chamber], change: (ports) => ({ ...ports, judging: judging(ports) }) });
    try {
      await two.store(two.world.anchor(credential), BOTH, customs);
      two.world.grants.push({ grantor: stranger, grantee: federation, statements: [grant(100, { mayPassOn: true })] });
      expect((await two.desk.answer(ask())).credentials).toHaveLength(1);
      two.world.grants.at(-1)!.statements.push({ ...grant(NEWEST), isGranted: false, isCompromised: true });
      two.world.now += 10;
      await expect(two.desk.answer(ask({ iat: NOW + 10, exp: NOW + 70 }))).rejects.toMatchObject({ code: "partner_unknown" });
    } finally {
      await two.stop();
    }
  });

  test("by a trust root that gave up its identity", async () => {
    given.world.deactivated[federation] = NEWEST;
    await expect(given.desk.answer(ask())).rejects.toMatchObject({ code: "partner_unknown" });
    delete given.world.deactivated[federation];
    expect(await given_(ask())).toHaveLength(1);
  });

  test("a ledger that does not tell is no refusal", async () => {
    given.world.silent = "ledger";
    await expect(given.desk.answer(ask())).rejects.toMatchObject({ code: "ledger_unreachable" });
    given.world.silent = "nobody";
  });
});
