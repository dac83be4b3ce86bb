/**
 * Goal: what is issued together is stored together, shares a record, and changes its standing in one transaction; no place of
 * a status list is ever given twice; the same request with the same key is the same issuance.
 * Method: one suite for both databases; issuing with a signer that signs nothing, batches closed by the flow that does so.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentPagesIn } from "../../../src/adapters/store/documentPages.ts";
import { issuancesIn } from "../../../src/adapters/store/issuances.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { openStoreDatabase, storeIn, type Database } from "../../../src/adapters/store/store.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import type { StatusPlace } from "../../../src/core/credentials/statusListNames.ts";
import { closeBatches } from "../../../src/flows/carrying/batch.ts";
import { changeStanding } from "../../../src/flows/issuing/issue.ts";
import type { NewCredential, NewIssuance, NewPart, StoredIssuance } from "../../../src/flows/issuing/issuancePorts.ts";
import type { NewStandingWord, Store, StoredDocument } from "../../../src/flows/issuing/issuePorts.ts";
import { freePlaces } from "../../../src/flows/issuing/statusPlaces.ts";
import { aeo, chamber, identity, origin } from "../../core/world.ts";
import { databases, type TestDatabase } from "./databases.ts";

let count = 0;
const next = (): number => (count += 1);
const digestNumber = (number: number) => digestOf(Buffer.from(`part ${number}`));
const places = (position: number, list = 1): readonly StatusPlace[] => [{ purpose: "revocation", list, position }, { purpose: "suspension", list, position: position + 1 }];

function credential(changes: Partial<NewCredential> = {}): NewCredential {
  const id = `credential-${next()}`;
  const kept = { shape: "coo", format: "vc+jwt", text: `${id}.text`, subject: { items: [1, "two", null] }, validFrom: 5, validUntil: null } as const;
  return { id, ...kept, consent: { publishName: false, shareWithMraPartners: true }, places: places(next() * 2), identifiers: [], ...changes };
}

function part(role: NewPart["role"], given: NewCredential | null = null): NewPart {
  const digest = digestNumber(next());
  return { role, documentId: `document-${next()}`, digest, leaf: leafOf(digest), reference: role, credential: given };
}

/** The bytes of a document that is there already, as a part of something else. */
const samePart = (role: NewPart["role"], { digest, leaf }: StoredDocument): NewPart => ({ role, documentId: `document-${next()}`, digest, leaf, reference: null, credential: null });

const issuance = (changes: Partial<NewIssuance> = {}): NewIssuance => ({ id: `issuance-${next()}`, issuer: chamber, documentType: origin, acceptedAt: 1_790_000_000.5, parts: [part("credential", credential()), part("pdf"), part("code")], idempotency: null, ...changes });
const keyed = (key: string, request = "a") => ({ key, requestDigest: digestOf(Buffer.from(request)) });

describe.each(databases)("on $name", ({ make }) => {
  let place: TestDatabase;
  let db: Database;
  let store: Store;
  const issuances = () => issuancesIn(db);
  const accept = async (changes: Partial<NewIssuance> = {}): Promise<StoredIssuance> => {
    const answer = await issuances().accept(issuance(changes));
    return "issuance" in answer ? answer.issuance : expect.fail(JSON.stringify(answer));
  };
  const close = (size: number) => closeBatches({ size, ageSeconds: 0 }, { store, accounts: { accountFor: async (issuer) => issuer }, clock: () => 1e10, newId: () => "", randomLeaf: () => leafOf(digestNumber(0)) });
  const standingWrites = async () => (await store.openWrites(chamber, 1_000)).flatMap(({ body }) => (body.kind === "standing" ? [body] : []));

  beforeAll(async () => {
    place = await make();
    db = await openStoreDatabase(place.open());
    store = storeIn(db);
    await registerIn(db).addIssuer({ address: chamber, name: "Chamber", account: chamber }, 1);
  });
  afterAll(async () => {
    await db.destroy();
    place.remove();
  });

  test("an issuance comes back as it was given, by its id, by each credential's id, and in the list", async () => {
    const given = issuance();
    const stored = await accept(given);
    expect(stored.parts.map(({ role, document, credential: one }) => [role, document.digest, document.reference, one?.id])).toEqual(given.parts.map(({ role, digest, reference, credential: one }) => [role, digest, reference, one?.id]));
    expect(await issuances().issuanceById(given.id)).toEqual(stored);
    const one = stored.parts[0]!.credential!;
    const { places: _, identifiers: __, ...kept } = given.parts[0]!.credential!;
    expect(one).toMatchObject({ ...kept, issuanceId: given.id, issuer: chamber, document: stored.parts[0]!.document });
    expect(await issuances().credentialById(one.id)).toEqual(one);
    const another = (await accept()).parts[0]!.credential!;
    expect((await issuances().credentialsOf(chamber, { before: null, limit: 2 })).map(({ id }) => id)).toEqual([another.id, one.id]);
    expect((await issuances().credentialsOf(chamber, { before: another.number, limit: 1 })).map(({ id }) => id)).toEqual([one.id]);
    await issuances().setConsent(one.id, { publishName: true, shareWithMraPartners: false });
    expect((await issuances().credentialById(one.id))!.consent).toEqual({ publishName: true, shareWithMraPartners: false });
    expect([await issuances().credentialById("none"), await issuances().issuanceById("none")]).toEqual([null, null]);
  });

  test("a list tells of each document which part it is; of what was issued under several roles the one that was made here, and of what was issued alone nothing", async () => {
    const { rolesOf, documentsOf } = documentPagesIn(db);
    const alone = digestNumber(next());
    await store.acceptDocuments([{ id: "alone", issuer: chamber, documentType: origin, digest: alone, leaf: leafOf(alone), reference: null, isPublished: true, isReanchor: false, idempotency: null, acceptedAt: 1 }]);
    const { parts } = await accept();
    const [whole, pdf, code] = parts.map(({ document }) => document.id);
    // Codes without end on one paper; and somebody who calls a credential a PDF.
    for (let turn = 0; turn < 3; turn += 1) await accept({ parts: [samePart("pdf", parts[1]!.document), part("code")] });
    await accept({ parts: [samePart("pdf", parts[0]!.document), part("code")] });
    expect(await rolesOf(["alone", "none", whole!, pdf!, code!])).toEqual(new Map([[whole, "credential"], [pdf, "pdf"], [code, "code"]]));
    expect(await rolesOf([])).toEqual(new Map());
    const page = await documentsOf(chamber, {}, { before: null, limit: 101 });
    expect([...(await rolesOf(page.map(({ document }) => document.id))).values()].toSorted().filter((role, at, all) => all.indexOf(role) === at)).toEqual(["code", "credential", "pdf"]);
  });

  test("the same request with its key is the same issuance, however many ask at once; another request with it is refused", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => issuances().accept(issuance({ idempotency: keyed("k1") }))));
    const ids = answers.map((answer) => ("issuance" in answer ? answer.issuance.id : "none"));
    expect(new Set(ids).size).toBe(1);
    expect(answers.filter((answer) => "issuance" in answer && answer.isNew)).toHaveLength(1);
    expect(await issuances().answered(chamber, keyed("k1"))).toMatchObject({ issuance: { id: ids[0] }, isNew: false });
    expect(await issuances().accept(issuance({ idempotency: keyed("k1", "b") }))).toEqual({ conflict: "idempotency" });
    expect(await issuances().answered(identity(9), keyed("k1"))).toBeNull();
  });

  test("a place is given once: whoever comes second stores nothing at all", async () => {
    const first = credential({ places: places(70_000) });
    await accept({ parts: [part("credential", first)] });
    const late = issuance({ parts: [part("pdf"), part("credential", credential({ places: [places(80_000)[0]!, places(70_000)[1]!] }))], idempotency: keyed("late") });
    expect(await issuances().accept(late)).toEqual({ conflict: "place" });
    expect([await issuances().issuanceById(late.id), await store.documentById(late.parts[0]!.documentId), await issuances().answered(chamber, keyed("late"))]).toEqual([null, null, null]);
    expect(await issuances().takenIn({ issuer: chamber, purpose: "revocation", number: 1 }, [70_000, 70_001, 80_000])).toEqual(new Set([70_000]));
    // In another list and another issuer's, the same place is another one.
    await accept({ parts: [part("credential", credential({ places: places(70_000, 2) }))] });
    expect([await issuances().newestList(chamber, "suspension"), await issuances().newestList(identity(9), "suspension")]).toEqual([2, 0]);
    const listed = await issuances().listedIn({ issuer: chamber, purpose: "revocation", number: 2 }, { after: -1, limit: 10 });
    expect(listed).toMatchObject([{ position: 70_000, documentType: origin, standing: "active" }]);
  });

  test("places are drawn among the free ones; when all that were drawn are taken the next list begins", async () => {
    const always = (byte: number) => (bytes: number) => new Uint8Array(bytes).fill(byte);
    const [fresh, other] = [identity(21), identity(22)];
    await registerIn(db).addIssuer({ address: fresh, name: "Fresh", account: fresh }, 1);
    const drawn = await freePlaces(fresh, { issuances: issuances(), random: always(1) });
    const position = 0x010101 % 131_072;
    expect(drawn).toEqual([{ purpose: "revocation", list: 1, position }, { purpose: "suspension", list: 1, position }]);
    await accept({ issuer: fresh, parts: [part("credential", credential({ places: drawn }))] });
    expect(await freePlaces(fresh, { issuances: issuances(), random: always(1) })).toEqual(drawn.map((one) => ({ ...one, list: 2 })));
    expect(await freePlaces(other, { issuances: issuances(), random: always(1) })).toEqual(drawn);
  });

  test("all parts fall by one change, in one transaction, also where the limits would cut them in two", async () => {
    await db.deleteFrom("standing_changes").execute();
    const issued: StoredIssuance[] = [];
    for (let turn = 0; turn < 70; turn += 1) issued.push(await accept());
    for (const { parts } of issued) await changeStanding(parts[turnOf(parts)]!.document, { standing: "suspended", reason: "fraud", replacement: null, note: null }, { store, clock: () => 5 });
    for (const { id } of issued) expect((await issuances().issuanceById(id))!.parts.map(({ document }) => document.standing)).toEqual(["suspended", "suspended", "suspended"]);
    // 70 issuances of three parts: more than a write takes, and than a round looks at.
    while ((await close(100)) > 0);
    const writes = await standingWrites();
    const leavesOf = ({ parts }: StoredIssuance) => parts.map(({ document }) => document.leaf).toSorted();
    for (const one of issued) expect(writes.filter(({ leaves }) => leavesOf(one).every((leaf) => leaves.includes(leaf)))).toHaveLength(1);
    expect(writes.flatMap(({ leaves }) => leaves)).toHaveLength(210);
  });

  test("all parts share a record, also where a full batch would cut them in two", async () => {
    while ((await close(4_000)) > 0);
    const issued: StoredIssuance[] = [];
    for (let turn = 0; turn < 5; turn += 1) issued.push(await accept());
    await close(6);
    await close(6);
    for (let rounds = 0; rounds < 20; rounds += 1) await close(6);
    for (const { id } of issued) {
      const records = (await issuances().issuanceById(id))!.parts.map(({ document }) => document.batch?.writeId);
      expect([records.includes(undefined), new Set(records).size]).toEqual([false, 1]);
    }
  });

  describe("credentials by an identifier", () => {
    const [eori, other] = [{ scheme: "EORI", value: "BE0123456789" }, { scheme: "LEI", value: "BE0123456789" }];
    const said = { none: [false, false], name: [true, false], share: [false, true], both: [true, true] } as const;
    const ids: Record<string, string> = {};
    beforeAll(async () => {
      for (const [what, [publishName, shareWithMraPartners]] of Object.entries(said)) {
        const given = credential({ shape: "aeo", identifiers: [eori], consent: { publishName, shareWithMraPartners } });
        await accept({ parts: [part("credential", given)] });
        ids[what] = given.id;
      }
      const toi = credential({ shape: "toi", identifiers: [other], consent: { publishName: true, shareWithMraPartners: true } });
      await accept({ parts: [part("credential", toi)] });
      ids["toi"] = toi.id;
    });
    const shapes = ["aeo"] as const;
    const all = { issuers: [chamber], shapes, by: chamber, consent: [] };
    const [byName, byShare] = [{ publishName: true }, { shareWithMraPartners: true }];

    test.each<[what: string, told: Parameters<ReturnType<typeof issuances>["credentialsNaming"]>[1], expected: string[]]>([
      ["whoever issued it",        all,                                                            ["both", "share", "name", "none"]],
      ["who may know names",       { ...all, by: null, consent: [byName] },                        ["both", "name"]],
      ["partners",                 { ...all, by: null, consent: [byShare] },                       ["both", "share"]],
      ["partners, for anybody",    { ...all, by: null, consent: [{ ...byName, ...byShare }] },     ["both"]],
      ["either",                   { ...all, by: null, consent: [byName, byShare] },               ["both", "share", "name"]],
      ["nobody",                   { ...all, by: null },                                           []],
      ["another issuer",           { ...all, by: identity(77) },                                   []],
      ["of another issuer",        { ...all, issuers: [identity(77)] },                            []],
      ["of no issuer",             { ...all, issuers: [] },                                        []],
      ["of another shape",         { ...all, shapes: ["toi"] },                                    ["toi"]],
    ])("%s", async (_what, told, expected) => {
      expect((await issuances().credentialsNaming({ scheme: null, value: eori.value }, told, 10)).map(({ id }) => id)).toEqual(expected.map((what) => ids[what]));
    });

    test("the newest first, no more than asked for, and by the scheme where one is named", async () => {
      const naming = async (scheme: string | null, value: string, limit = 10): Promise<string[]> => (await issuances().credentialsNaming({ scheme, value }, { ...all, shapes: ["aeo", "toi"] }, limit)).map(({ id }) => id);
      expect([await naming(null, eori.value, 2), await naming("LEI", eori.value), await naming("GLN", eori.value)]).toEqual([[ids["toi"], ids["both"]], [ids["toi"]], []]);
      for (const value of ["BE012345678", "BE%", "be0123456789", "BE012345678_", ""]) expect(await naming(null, value)).toEqual([]);
    });
  });

  test("what is final stays: a part that was revoked alone before is not spoken of again", async () => {
    const { parts } = await accept();
    await db.updateTable("documents").set({ standing: "revoked" }).where("id", "=", parts[1]!.document.id).execute();
    await changeStanding(parts[0]!.document, { standing: "revoked", reason: "fraud", replacement: null, note: null }, { store, clock: () => 5 });
    const waiting = await store.standingsWaiting(10);
    expect(waiting.map(({ document }) => document.leaf)).toEqual([parts[0]!.document.leaf, parts[2]!.document.leaf]);
  });

  const standingsOf = async ({ id }: StoredIssuance): Promise<string[]> => (await issuances().issuanceById(id))!.parts.map(({ document }) => document.standing);

  test("a part that was anchored again takes the others with it, whichever of its documents is named", async () => {
    const issued = await accept();
    const { digest, leaf } = issued.parts[1]!.document;
    const [again] = await store.acceptDocuments([{ id: `document-${next()}`, issuer: chamber, documentType: origin, digest, leaf, reference: null, isPublished: true, isReanchor: true, idempotency: null, acceptedAt: 6 }]);
    await changeStanding((again as { document: StoredDocument }).document, { standing: "revoked", reason: "fraud", replacement: null, note: null }, { store, clock: () => 7 });
    expect(await standingsOf(issued)).toEqual(["revoked", "revoked", "revoked"]);
  });

  test("a paper that was issued with two codes takes both with it, and each of them takes the other", async () => {
    for (const named of [0, 1]) {
      const paper = part("pdf");
      const [first, second] = [await accept({ parts: [paper, part("code")] }), await accept({ parts: [{ ...paper, documentId: `document-${next()}` }, part("code")] })];
      await changeStanding(second.parts[named]!.document, { standing: "suspended", reason: "fraud", replacement: null, note: null }, { store, clock: () => 7 });
      expect([await standingsOf(first), await standingsOf(second)]).toEqual([["suspended", "suspended"], ["suspended", "suspended"]]);
      for (const { parts } of [first, second]) expect((await issuances().issuedWith(parts[1]!.document))!.leaves, "a code knows the paper and its other code").toHaveLength(2);
    }
  });

  test("no more than 200 parts hang together, so one transaction takes all of them back", async () => {
    const pdf = part("pdf");
    const withCode = () => issuances().accept(issuance({ parts: [{ ...pdf, documentId: `document-${next()}` }, part("code")] }));
    const first = (await withCode()) as { issuance: StoredIssuance };
    for (let codes = 2; codes < 200; codes += 1) expect(await withCode()).toHaveProperty("issuance");
    expect(await withCode()).toEqual({ conflict: "parts" });
    const document = first.issuance.parts[0]!.document;
    const leaves = [document.leaf, ...(await issuances().issuedWith(document))!.leaves].toSorted();
    expect(leaves).toHaveLength(200);

    const grantor = identity(32);
    const word = { id: `word-${next()}`, speaker: grantor, issuer: chamber, documentType: origin, digest: pdf.digest, leaf: pdf.leaf, standing: "suspended", reason: "fraud", replacement: null, note: null, acceptedAt: 8 } as const;
    await store.acceptStandingWord(word, grantor);
    await changeStanding(document, { standing: "suspended", reason: "fraud", replacement: null, note: null }, { store, clock: () => 9 });
    while ((await close(4_000)) > 0);
    for (const speaker of [grantor, chamber]) {
      const writes = (await store.openWrites(speaker, 1_000)).flatMap(({ body }) => (body.kind === "standing" && body.leaves.includes(pdf.leaf) ? [body.leaves] : []));
      expect(writes.map((write) => write.toSorted())).toEqual([leaves]);
    }
  });

  describe("a grantor's word", () => {
    const grantor = identity(31);
    const about = ({ digest, leaf }: StoredDocument, change: Partial<NewStandingWord> = {}): NewStandingWord => ({ id: `word-${next()}`, speaker: grantor, issuer: chamber, documentType: origin, digest, leaf, standing: "suspended", reason: "fraud", replacement: null, note: null, acceptedAt: 8, ...change });
    const say = (document: StoredDocument, change: Partial<NewStandingWord> = {}) => store.acceptStandingWord(about(document, change), grantor);
    const saidOf = async ({ parts }: StoredIssuance): Promise<string[][]> => {
      const own = new Set<string>(parts.map(({ document }) => document.leaf));
      return (await store.openWrites(grantor, 1_000)).flatMap(({ body }) => (body.kind === "standing" && body.leaves.some((leaf) => own.has(leaf)) ? [[body.standing, ...body.leaves.map((leaf) => parts.find(({ document }) => document.leaf === leaf)!.role)]] : []));
    };

    test("takes everything with it that was issued with the document, in one transaction, whichever part it names", async () => {
      const issued = await accept();
      const [one, pdf, code] = issued.parts.map(({ document }) => document);
      expect(await say(pdf!)).toMatchObject({ isNew: true, word: { digest: pdf!.digest, standing: "suspended" } });
      expect(await say(code!)).toMatchObject({ isNew: false, word: { digest: code!.digest, standing: "suspended" } });
      expect(await say(one!, { standing: "active" })).toMatchObject({ isNew: true });
      expect(await say(code!, { standing: "revoked" })).toMatchObject({ isNew: true });
      expect(await say(pdf!, { standing: "active" })).toMatchObject({ forbiddenBy: { standing: "revoked" } });
      expect(await saidOf(issued)).toEqual([["suspended", "pdf", "credential", "code"], ["active", "credential", "pdf", "code"], ["revoked", "code", "credential", "pdf"]]);
    });

    test("that was given about one part alone is completed when it is said again; what is final, and what was never taken back, is left alone", async () => {
      const issued = await accept();
      const pdf = issued.parts[1]!.document;
      const said = await say(pdf, { standing: "revoked" });
      await db.deleteFrom("standing_words").where("speaker", "=", grantor).where("digest", "!=", pdf.digest).execute();
      expect(await say(pdf, { standing: "revoked" })).toMatchObject({ isNew: true, word: { id: "word" in said && said.word.id, digest: pdf.digest } });
      const other = await accept();
      await say(other.parts[0]!.document, { standing: "active" });
      expect([(await saidOf(issued)).at(-1), await saidOf(other)]).toEqual([["revoked", "credential", "code"], [["active", "credential"]]]);
    });

    test("about what was issued alone, or is not known here, is about that alone", async () => {
      const [alone, unknown] = [await accept({ parts: [part("pdf")] }), part("pdf")];
      await say(alone.parts[0]!.document);
      await say(unknown as unknown as StoredDocument);
      expect(await saidOf(alone)).toEqual([["suspended", "pdf"]]);
      expect((await store.openWrites(grantor, 1_000)).at(-1)!.body).toMatchObject({ leaves: [unknown.leaf] });
    });
  });

  test("what was issued with a document is known by each part, with the credential's period, and to nobody else", async () => {
    const { parts } = await accept({ parts: [part("credential", credential({ validFrom: 7, validUntil: 90 })), part("pdf"), part("code")] });
    const leaves = parts.map(({ document }) => document.leaf);
    for (const { document } of parts) expect(await issuances().issuedWith(document)).toEqual({ period: { from: 7, until: 90 }, leaves: leaves.filter((leaf) => leaf !== document.leaf) });
    const [endless, bare] = [await accept(), await accept({ parts: [part("pdf")] })];
    const one = parts[0]!.document;
    const others = [endless.parts[1]!.document, bare.parts[0]!.document, { ...one, issuer: identity(9) }, { ...one, documentType: aeo }];
    expect(await Promise.all(others.map((each) => issuances().issuedWith(each)))).toMatchObject([{ period: { from: 5, until: null } }, { period: null, leaves: [] }, null, null]);
  });
});

/** Each time by another part: it must not matter which of them is named. */
const turnOf = (parts: readonly unknown[]): number => next() % parts.length;
