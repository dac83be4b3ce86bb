/**
 * Goal: whatever a partner's service gives or does, only its own certificates about this very operator are told, as we judge them; and whoever was not heard is named.
 * Method: one good answer of a partner, spoilt in one way per row; the world's ledger, keys and signatures are real, its hosts answer by script.
 */
import { afterEach, describe, expect, test } from "vitest";
import { guardedFetcher } from "../../../src/adapters/fetching/guardedFetcher.ts";
import { didOf } from "../../../src/core/address.ts";
import { Fault } from "../../../src/core/fault.ts";
import { dateOf } from "../../../src/core/report.ts";
import type { Fetched } from "../../../src/flows/identities/identityPorts.ts";
import { readPartnerQuestion, type PartnerSilence } from "../../../src/core/operators/partnerQuestion.ts";
import { ANCHORED, CHAIN, customs, customsWeb, federation, grant, header, kidOf, mallory, model1, model2, NEWEST, newSigner, sdJwt, signers, statement, stranger, timeOf } from "../credentialWorld.ts";
import { bytesOf, customsDid, deskWorld, didDocument, DOCUMENT_URL, ENDPOINT, federationDid, type DeskWorld } from "./deskWorld.ts";

const open: DeskWorld[] = [];
const start = async (...given: Parameters<typeof deskWorld>): Promise<DeskWorld> => {
  const world = await deskWorld(...given);
  open.push(world);
  return world;
};
afterEach(async () => void (await Promise.all(open.splice(0).map((each) => each.stop()))));

const EORI = { scheme: null, value: "BE0123456789" };
const answer = (text: string, change: object = {}): Fetched => bytesOf({ credentials: [{ question: 0, credential: text, publishName: true, ...change }], isComplete: true });
/** What is told: verdicts with reasons, and who was silent why. */
async function told({ desk }: DeskWorld, { asker = null as Parameters<DeskWorld["desk"]["lookUp"]>[1], question = EORI as { scheme: string | null; value: string } } = {}): Promise<[told: string[], silent: string[]]> {
  const { answers } = await desk.lookUp([question], asker);
  const { authorisations, silent, isComplete } = answers[0]!;
  expect(isComplete).toBe(silent.length === 0);
  return [authorisations.map(({ verdict, reason }) => verdict + (reason === undefined ? "" : `: ${reason}`)), silent.map(({ why }) => why)];
}

type Spoil = (given: DeskWorld, good: string) => Fetched | Promise<Fetched> | void;
const of = (change: (payload: any) => void) => (given: DeskWorld): Fetched => answer(given.world.anchor(model2(change)));
const refused = (refusal: Extract<Fetched, { isFetched: false }>["refusal"]) => (): Fetched => ({ isFetched: false, refusal });

describe("what a partner gives", () => {
  const rows: readonly [what: string, spoil: Spoil, told: readonly string[], silent: readonly PartnerSilence[]][] = [
    ["a good certificate",                         () => undefined,                                                                     ["authentic"], []],
    ["one of data model 1.1",                      (given) => answer(given.world.anchor(model1())),                                     ["authentic"], []],
    ["an SD-JWT with its disclosures",             (given) => answer(given.world.anchor(sdJwt())),                                      ["authentic"], []],
    ["nothing",                                    () => bytesOf({ credentials: [], isComplete: true }),                                [], []],
    ["the same twenty times",                      (_, good) => bytesOf({ credentials: Array(20).fill({ question: 0, credential: good, publishName: true }), isComplete: true }), ["authentic"], []],
    ["one whose holder lets nobody be told",       (_, good) => answer(good, { publishName: false }),                                   [], []],
    ["one for a question that nobody asked",       (_, good) => answer(good, { question: 1 }),                                          [], []],
    ["less than it has",                           (_, good) => bytesOf({ credentials: [{ question: 0, credential: good, publishName: true }], isComplete: false }), ["authentic"], ["cut_short"]],
    ["one that was suspended",                     (given) => void given.world.standings.push({ speaker: customs, statements: [statement("suspended", NEWEST)] }), ["no_longer_valid: suspended"], []],
    ["one that was revoked by who recognises it",  (given) => void given.world.standings.push({ speaker: federation, statements: [statement("revoked", NEWEST)] }), ["no_longer_valid: revoked"], []],
    ["one whose time is over",                     of((payload) => void (payload.validUntil = dateOf(timeOf(NEWEST - 1)))),                      ["no_longer_valid: expired"], []],
    ["another operator's",                         of((payload) => { payload.credentialSubject.otherIdentifiers = [{ scheme: "EORI", value: "FR9876543210" }]; }), [], ["unusable"]],
    ["one that says the number elsewhere",         of((payload) => { payload.credentialSubject.otherIdentifiers = []; payload.credentialSubject.note = EORI.value; }), [], ["unusable"]],
    ["one that is not on the ledger",              () => answer(model2((payload) => (payload.id = "urn:uuid:1"))),                      [], ["unusable"]],
    ["one anchored by a stranger",                 (given) => answer(given.world.anchor(model2((payload) => (payload.id = "urn:uuid:1")), { issuer: stranger })), [], ["unusable"]],
    ["one signed by somebody else",                (given) => answer(given.world.anchor(model2(() => {}, { signer: mallory, head: { kid: kidOf(customsWeb, signers.ES256), alg: "ES256" } }))), [], ["unusable"]],
    ["one by a key that is not listed",            (given) => answer(given.world.anchor(model2(() => {}, { signer: newSigner("ES256") }))), [], ["unusable"]],
    ["one of another shape",                       of((payload) => { delete payload.credentialSubject.authorisation; }),                [], ["unusable"]],
    ["a certificate of origin",                    of((payload) => { payload.type = ["VerifiableCredential", "CertificateOfOriginCredential"]; }), [], ["unusable"]],
    ["no credential",                              () => answer("eyJhbGciOiJub25lIn0.e30."),                                            [], ["unusable"]],
    ["a good one among bad ones",                  (_, good) => bytesOf({ credentials: [{ question: 0, credential: "x", publishName: true }, { question: 0, credential: good, publishName: true }], isComplete: true }), ["authentic"], ["unusable"]],
    ["an answer larger than is read",              refused("too_large"),                                                                [], ["no_answer"]],
    ["a way to somewhere else",                    refused("redirected"),                                                               [], ["no_answer"]],
    ["no answer in time",                          refused("answer_timeout"),                                                           [], ["no_answer"]],
    ["no place to ask from at the moment",         refused("too_busy"),                                                                 [], ["no_answer"]],
    ["a refusal",                                  refused("status_unexpected"),                                                        [], ["refused"]],
    ["no JSON",                                    () => bytesOf("<html>"),                                                             [], ["no_answer"]],
    ["JSON of two meanings",                       () => bytesOf('{"credentials":[],"credentials":[],"isComplete":true}'),              [], ["no_answer"]],
    ["a list where an object must be",             () => bytesOf([]),                                                                   [], ["no_answer"]],
    ["no word on whether that is all",             () => bytesOf({ credentials: [] }),                                                  [], ["no_answer"]],
    ["credentials that are no texts",              () => bytesOf({ credentials: [{ question: 0, credential: 5, publishName: true }], isComplete: true }), [], ["no_answer"]],
    ["more credentials than are read",             (_, good) => bytesOf({ credentials: Array(501).fill({ question: 0, credential: good, publishName: true }), isComplete: true }), [], ["no_answer"]],
    ["a document without the service",             (given) => void (given.world.hosts[DOCUMENT_URL] = didDocument({ service: [] })),    [], ["no_address"]],
    ["a document with another service",            (given) => void (given.world.hosts[DOCUMENT_URL] = didDocument({ service: [{ type: "LinkedDomains", serviceEndpoint: ENDPOINT }] })), [], ["no_address"]],
    ["another DID's document",                     (given) => void (given.world.hosts[DOCUMENT_URL] = didDocument({ id: "did:web:other.example" })), [], ["no_address"]],
    ["a document that does not come",              (given) => void (given.world.hosts[DOCUMENT_URL] = { isFetched: false, refusal: "connect_failed" }), [], ["no_answer"]],
    ["keys that the ledger does not tell",         (given) => void (given.world.silent = "history"),                                    [], ["no_answer", "no_answer"]],
  ];

  test.each(rows)("%s", async (_what, spoil, expected, silent) => {
    const given = await start();
    const good = given.world.anchor(model2());
    given.partner = () => answer(good);
    const spoilt = await spoil(given, good);
    if (spoilt !== undefined) given.partner = () => spoilt;
    expect(await told(given)).toEqual([expected, silent]);
  });

  test("certificates of another recognised authority count only when that one gives them", async () => {
    const given = await start();
    const other = "did:web:other.example";
    given.world.grants.push({ grantor: federation, grantee: stranger, statements: [grant(100)] });
    given.world.nameWeb(stranger, other);
    given.world.listKey(stranger, signers.ES256);
    const foreign = given.world.anchor(model2((payload) => void (payload.issuer = { id: other }), { head: header({ kid: kidOf(other, signers.ES256) }) }), { issuer: stranger });
    given.world.hosts["https://other.example/.well-known/did.json"] = JSON.stringify({ id: other, service: [{ type: "TradesealOperators", serviceEndpoint: "https://other.example/ask" }] });
    given.partner = (url) => (url === ENDPOINT ? answer(foreign) : bytesOf({ credentials: [], isComplete: true }));
    expect(await told(given)).toEqual([[], ["unusable"]]);
    given.partner = (url) => (url === ENDPOINT ? bytesOf({ credentials: [], isComplete: true }) : answer(foreign));
    expect(await told(given)).toEqual([["authentic"], []]);
  });

  test.each(["https://127.0.0.1/ask", "http://customs.example/ask", "https://169.254.169.254/latest", "https://localhost:6379/", "file:///etc/passwd", "https://user:word@customs.example/ask", "x"])("its document cannot lead us to %s", async (serviceEndpoint) => {
    const real = guardedFetcher({ lookup: async () => ["127.0.0.1"] });
    const given = await start({ change: (ports) => ({ ...ports, fetcher: { ...ports.fetcher, ask: real.ask } }) });
    given.world.hosts[DOCUMENT_URL] = didDocument({ service: [{ type: "TradesealOperators", serviceEndpoint }] });
    expect(await told(given)).toEqual([[], ["no_answer"]]);
  });

  test("who did not answer is not asked again for half a minute, and then is", async () => {
    const given = await start();
    const good = given.world.anchor(model2());
    given.partner = refused("answer_timeout");
    await told(given);
    given.partner = () => answer(good);
    expect([await told(given), given.posted.length]).toEqual([[[], ["no_answer"]], 1]);
    given.world.now += 31;
    expect([await told(given), given.posted.length]).toEqual([[["authentic"], []], 2]);
  });

  test("an authority that names another's service as its own silences nobody but itself", async () => {
    const given = await start();
    const otherWeb = "did:web:other.example";
    given.world.grants = [{ grantor: federation, grantee: stranger, statements: [grant(100)] }, ...given.world.grants];
    given.world.nameWeb(stranger, otherWeb);
    given.world.hosts["https://other.example/.well-known/did.json"] = JSON.stringify({ id: otherWeb, service: [{ type: "TradesealOperators", serviceEndpoint: ENDPOINT }] });
    const good = given.world.anchor(model2());
    const isForCustoms = (body: string): boolean => readPartnerQuestion((JSON.parse(body) as { question: string }).question)?.audience.identity === customs;
    given.partner = (_url, body) => (isForCustoms(body) ? answer(good) : { isFetched: false, refusal: "status_unexpected" });
    await told(given);
    expect(await told(given)).toEqual([["authentic"], ["refused"]]);
  });
});

describe("who is asked", () => {
  test("by a question for this one authority, about this identifier, signed by our own", async () => {
    const given = await start();
    await told(given);
    expect(given.posted.map(({ url }) => url)).toEqual([ENDPOINT]);
    expect(readPartnerQuestion(given.posted[0]!.question)).toMatchObject({ asker: { did: federationDid }, audience: { identity: customs }, askedFor: "anybody", questions: [EORI] });
  });

  test.each<[string, (given: DeskWorld) => void, number]>([
    ["recognised", () => {}, 1],
    ["recognised until lately", ({ world }: DeskWorld) => void world.grants[0]!.statements.push({ ...grant(NEWEST), isGranted: false }), 1],
    ["whose keys were stolen", ({ world }: DeskWorld) => void world.grants[0]!.statements.push({ ...grant(NEWEST), isGranted: false, isCompromised: true }), 0],
    ["never recognised", ({ world }: DeskWorld) => void (world.grants = []), 0],
    ["recognised from next year on", ({ world }: DeskWorld) => void (world.grants[0]!.statements = [grant(100, { from: timeOf(NEWEST) + 1e7 })]), 0],
  ])("an authority %s", async (_what, change, times) => {
    const given = await start();
    change(given);
    await told(given);
    expect(given.posted).toHaveLength(times);
  });

  test("where recognition ended the certificate says so", async () => {
    const given = await start();
    const good = given.world.anchor(model2());
    given.partner = () => answer(good);
    given.world.grants[0]!.statements.push({ ...grant(NEWEST), isGranted: false });
    expect(await told(given)).toEqual([["no_longer_valid: recognition_ended"], []]);
  });

  test("nobody for an authority whose service this is", async () => {
    const given = await start({ own: [customs, federation], change: (ports) => ({ ...ports, ownIdentity: async (did) => (did === customsWeb ? customs : null) }) });
    expect([await told(given), given.posted]).toEqual([[[], []], []]);
  });

  test("in the name of an issuer of a programme, whatever others have keys here", async () => {
    const given = await start({ own: [stranger, federation], change: (ports) => ({ ...ports, signerOf: () => ports.signerOf(federation) }) });
    await told(given);
    expect(readPartnerQuestion(given.posted[0]!.question)!.asker.identity).toBe(federation);
  });

  test("by the newest block: who is asked is read once for each, and anew for the next", async () => {
    const newest = { hash: "0x1" };
    const given = await start({ change: (ports) => {
      const [roots, { head, ...ledger }] = [ports.judging.trustRoots(), ports.judging.ledger];
      return { ...ports, judging: { ...ports.judging, trustRoots: () => roots, ledger: { ...ledger, head: async () => ({ ...(await head()), hash: newest.hash as never }) } } };
    } });
    await told(given);
    given.world.grants[0]!.statements.push({ ...grant(NEWEST), isGranted: false, isCompromised: true });
    newest.hash = "0x2";
    await told(given);
    expect(given.posted).toHaveLength(1);
  });

  test("nobody, where no issuer here may ask: it is named as silent", async () => {
    expect(await told(await start({ key: null }))).toEqual([[], ["cannot_ask"]]);
    expect(await told(await start({ own: [] }))).toEqual([[], ["cannot_ask"]]);
    expect(await told(await start({ own: [stranger] }))).toEqual([[], ["cannot_ask"]]);
  });
});

describe("our own store", () => {
  const own = { own: [customs, federation] };
  const [none, name, share] = [{ publishName: false, shareWithMraPartners: false }, { publishName: true, shareWithMraPartners: false }, { publishName: false, shareWithMraPartners: true }];
  const askers = { anybody: null, "its issuer": customs, "an authority": federation, "another issuer": stranger } as const;

  test.each([
    ["none",              none,  { anybody: [],            "its issuer": ["authentic"], "an authority": [],            "another issuer": [] }],
    ["publishName",       name,  { anybody: ["authentic"], "its issuer": ["authentic"], "an authority": ["authentic"], "another issuer": ["authentic"] }],
    ["share",             share, { anybody: [],            "its issuer": ["authentic"], "an authority": ["authentic"], "another issuer": [] }],
  ] as const)("with consent %s, told to", async (_what, consent, expected) => {
    const given = await start(own);
    const id = await given.store(given.world.anchor(model2()), consent);
    for (const [who, asker] of Object.entries(askers)) expect([who, (await told(given, { asker }))[0]]).toEqual([who, expected[who as keyof typeof askers]]);
    await given.setConsent(id, none);
    expect((await told(given))[0]).toEqual([]);
  });

  test("a consent that is taken back while partners are asked counts", async () => {
    const given = await start(own);
    const id = await given.store(given.world.anchor(model2()), name);
    given.partner = async () => (await given.setConsent(id, none), bytesOf({ credentials: [], isComplete: true }));
    expect((await told(given))[0]).toEqual([]);
  });

  test.each<[string, (given: DeskWorld) => void, string[]]>([
    ["its own word does not count: nobody recognises the issuer", ({ world }: DeskWorld) => void (world.grants = []), []],
    ["recognition ended", ({ world }: DeskWorld) => void world.grants[0]!.statements.push({ ...grant(NEWEST), isGranted: false }), ["no_longer_valid: recognition_ended"]],
    ["suspended on the ledger, whatever the store says", ({ world }: DeskWorld) => void world.standings.push({ speaker: customs, statements: [statement("suspended", NEWEST)] }), ["no_longer_valid: suspended"]],
    ["not on the ledger", ({ world }: DeskWorld) => void (world.anchors = []), []],
  ])("%s", async (_what, change, expected) => {
    const given = await start(own);
    await given.store(given.world.anchor(model2()), name);
    change(given);
    expect((await told(given))[0]).toEqual(expected);
  });

  test("a silent ledger is no answer at all", async () => {
    const given = await start(own);
    await given.store(given.world.anchor(model2()), name);
    given.world.silent = "ledger";
    await expect(given.desk.lookUp([EORI], null)).rejects.toMatchObject({ code: "ledger_unreachable" });
    given.world.silent = "nobody";
    given.world.isIndexBehind = true;
    await expect(given.desk.lookUp([EORI], null)).rejects.toMatchObject({ code: "ledger_unreachable" });
  });

  test.each([["EORI", "BE0123456789", 1], ["LEI", "BE0123456789", 0], [null, "BE012345678", 0], [null, "%", 0], [null, "BE_123456789", 0], ["DID", "BE0123456789", 0], ["LEI", "5493000EXAMPLE000096", 1]] as const)("scheme %s, %s", async (scheme, value, count) => {
    const given = await start(own);
    await given.store(given.world.anchor(model2()), name);
    expect((await told(given, { question: { scheme, value } }))[0]).toHaveLength(count);
  });

  test("several questions at once: each has its own answer, all at one block", async () => {
    const given = await start(own);
    await given.store(given.world.anchor(model2(), { block: ANCHORED }), name);
    const { answers, block } = await given.desk.lookUp([{ scheme: null, value: "NOBODY" }, EORI], null);
    expect([answers.map(({ authorisations }) => authorisations.length), block.number]).toEqual([[0, 1], NEWEST]);
    expect(answers[1]!.authorisations[0]).toMatchObject({ name: "Example Trading Ltd", foundAt: "here", issuer: { did: customsDid, name: "Customs" }, says: { number: "KEAEOF0001234" } });
    expect(JSON.stringify(answers)).not.toMatch(/5493000EXAMPLE|P051234567X|Port Road|UG-CODE/);
    expect(didOf(customs, CHAIN)).toBe(customsDid);
  });
});

describe("what is not sure", () => {
  const own = [customs, federation];
  const name = { publishName: true, shareWithMraPartners: false };
  /** A desk whose index does something at some of the times when it is asked to reach a block. The first four are before anything is judged, then every third judges. */
  const reaching = async (at: (call: number) => boolean): Promise<DeskWorld> => {
    let calls = 0;
    const given = await start({ own, change: (ports) => ({ ...ports, judging: { ...ports.judging, follower: { reach: async () => at((calls += 1)) } } }) });
    await given.store(given.world.anchor(model2()), name);
    return given;
  };

  test("when the ledger moves on while we judge, all is judged again at its new block", async () => {
    expect(await told(await reaching((call) => call !== 5))).toEqual([["authentic"], []]);
  });

  test("when it moves on again and again, there is no answer", async () => {
    await expect((await reaching((call) => call < 5 || call % 3 !== 2)).desk.lookUp([EORI], null)).rejects.toMatchObject({ code: "ledger_unreachable" });
  });

  const isComplete = async ({ desk }: DeskWorld): Promise<[count: number, isComplete: boolean]> => {
    const { answers: [first] } = await desk.lookUp([EORI], null);
    return [first!.authorisations.length, first!.isComplete];
  };

  test("when it does not answer while we judge, nothing follows from an empty list", async () => {
    const given = await reaching((call) => {
      if (call === 5) throw new Fault("ledger_unreachable", "no answer");
      return true;
    });
    expect(await isComplete(given)).toEqual([0, false]);
  });

  test("when there are more grants than can be weighed", async () => {
    const many = Array.from({ length: 5_001 }, (_, at) => ({ grantor: federation, grantee: `0x${at.toString(16).padStart(40, "7")}` as never, name: "X", particulars: `0x${"00".repeat(32)}` as const }));
    const given = await start({ own, change: (ports) => ({ ...ports, judging: { ...ports.judging, index: { ...ports.judging.index, grantsBelow: () => many } } }) });
    expect(await isComplete(given)).toEqual([0, false]);
  });

  test("when an operator has more certificates than are judged", async () => {
    const given = await start({ own });
    for (let number = 0; number < 20; number += 1) {
      if (number === 19) expect(await isComplete(given)).toEqual([1, true]);
      await given.store(given.world.anchor(model2((payload) => void (payload.id = `urn:uuid:${number}`))), name);
    }
    expect(await isComplete(given)).toEqual([1, false]);
  });
});
