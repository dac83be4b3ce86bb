/**
 * Goal: what an issuer hands in is stored once, answered only when stored, and seen by that issuer alone.
 * Method: the real store. The road to the ledger is walked by hand, one step at a time.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestOf } from "../../../src/core/digest.ts";
import { parseSeal, writeSeal } from "../../../src/core/seal.ts";
import { closeBatches } from "../../../src/flows/carrying/batch.ts";
import * as answers from "../../../src/http/openapi/answers.ts";
import { DIGEST, expectProblem, get, sendForm, sendJson } from "../calls.ts";
import { addressOf, head, ledger, startService, type ServiceInTest } from "../serviceInTest.ts";

const PATH = "/v1/documents";
let service: ServiceInTest;
let [chamber, rival] = ["", ""];
beforeAll(async () => {
  service = await startService();
  ({ chamber, rival } = service.keys);
});
afterAll(() => service.stop());

let counter = 0;
/** A digest that no other test uses. */
const freshDigest = (): string => digestOf(Uint8Array.of(++counter >> 8, counter));

async function accept(body: object, { key = chamber, headers = {} } = {}) {
  const response = await sendJson(service, PATH, { body, key, headers });
  expect(response.status).toBe(202);
  const accepted = answers.documentAccepted.strict().parse(await response.json());
  expect(response.headers.get("location")).toBe(`${PATH}/${accepted.id}`);
  return accepted;
}

/** Puts everything that waits into batches, and those into a block. */
async function anchorAll(): Promise<void> {
  await closeBatches({ size: 4_000, ageSeconds: 0 }, { store: service.store, accounts: { accountFor: async (identity) => identity }, clock: () => Infinity, newId: () => "", randomLeaf: () => DIGEST as never });
  for (const account of ["d", "e"].map(addressOf)) {
    for (const { id } of await service.store.openWrites(account, 100)) await service.store.setWrite(id, { state: "included", block: head });
  }
}

describe("accepting", () => {
  test("JSON: stored, and the worker woken", async () => {
    const before = service.nudges();
    const digest = freshDigest();
    const accepted = await accept({ digest, documentType: "861", reference: "CO 42" });
    expect(accepted).toMatchObject({ digest, documentType: "861", state: "accepted", standing: "active" });
    expect(await service.store.documentById(accepted.id)).toMatchObject({ issuer: addressOf("d"), reference: "CO 42", isPublished: true });
    expect(service.nudges()).toBe(before + 1);
  });

  test("multipart, parts in any order", async () => {
    for (const order of [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]]) {
      const bytes = Uint8Array.of(9, ...order);
      const parts = [["file", new Blob([bytes])], ["documentType", "380"], ["reference", "é"], ["publish", "false"]] as const;
      const response = await sendForm(service, PATH, order.map((place) => parts[place]!), chamber);
      const { id, digest } = answers.documentAccepted.parse(await response.json());
      expect(digest).toBe(digestOf(bytes));
      expect(await service.store.documentById(id)).toMatchObject({ documentType: "380", reference: "é", isPublished: false });
    }
  });

  test("the same bytes again: the first one's id and present state; another type or reanchor: a new one", async () => {
    const digest = freshDigest();
    const first = await accept({ digest, documentType: "861" });
    await anchorAll();
    expect(await accept({ digest, documentType: "861" })).toEqual({ ...first, state: "included" });
    expect((await accept({ digest, documentType: "380" })).id).not.toBe(first.id);
    expect(await accept({ digest, documentType: "861", reanchor: true })).toMatchObject({ state: "accepted" });
    expect((await accept({ digest, documentType: "861" }, { key: rival })).id).not.toBe(first.id);
  });

  const spoilt: readonly [what: string, change: object, code: string, names: RegExp][] = [
    ["no digest",           { digest: undefined },              "file_missing",            /"digest"/],
    ["no type",             { documentType: undefined },        "document_type_malformed", /"documentType" is missing/],
    ["a type of nine",      { documentType: "ABCDEFGHI" },      "document_type_malformed", /"documentType"/],
    ["publish as text",     { publish: "true" },                "request_malformed",       /"publish" must be true or false/],
    ["reanchor as number",  { reanchor: 1 },                    "request_malformed",       /"reanchor"/],
    ["a long reference",    { reference: "x".repeat(201) },     "request_malformed",       /"reference"/],
    ["an empty reference",  { reference: "" },                  "request_malformed",       /"reference"/],
    ["a line in it",        { reference: "a\nb" },              "request_malformed",       /"reference"/],
    ["an unknown field",    { issuer: addressOf("e") },         "request_malformed",       /"issuer"/],
  ];
  test.each(spoilt)("refused: %s", async (_what, change, code, names) => {
    const response = await sendJson(service, PATH, { body: { digest: DIGEST, documentType: "861", ...change }, key: chamber });
    expect(await expectProblem(response, 422, code)).toMatch(names);
  });

  test("refused in a form: a flag that is none", async () => {
    const response = await sendForm(service, PATH, [["publish", "yes"], ["documentType", "861"], ["file", new Blob(["x"])]], chamber);
    expect(await expectProblem(response, 422, "request_malformed")).toMatch(/"publish"/);
  });
});

describe("Idempotency-Key", () => {
  test("the same request a hundred times at once is one document", async () => {
    const [digest, headers] = [freshDigest(), { "idempotency-key": "hundred" }];
    const accepted = await Promise.all(Array.from({ length: 100 }, () => accept({ digest, documentType: "861", reanchor: true }, { headers })));
    expect(new Set(accepted.map(({ id }) => id)).size).toBe(1);
    expect(await service.store.documentsByDigest(addressOf("d"), digest as never)).toHaveLength(1);
  });

  test("another request with the same key is refused, whatever differs; another issuer's key is its own", async () => {
    const headers = { "idempotency-key": "k1" };
    const body = { digest: freshDigest(), documentType: "861" };
    const first = await accept(body, { headers });
    expect(await accept({ ...body, publish: true, reanchor: false }, { headers }), "spelling out what is so anyway is no other request").toEqual(first);
    for (const change of [{ digest: freshDigest() }, { documentType: "380" }, { publish: false }, { reference: "r" }, { reanchor: true }]) {
      await expectProblem(await sendJson(service, PATH, { body: { ...body, ...change }, key: chamber, headers }), 409, "idempotency_conflict");
    }
    expect((await accept(body, { headers, key: rival })).id).not.toBe(first.id);
  });

  test.each(["", "a b", "x".repeat(256), "é"])("refused: %j", async (value) => {
    const response = await sendJson(service, PATH, { body: { digest: DIGEST, documentType: "861" }, key: chamber, headers: { "idempotency-key": value } });
    expect(await expectProblem(response, 422, "request_malformed")).toMatch(/Idempotency-Key/);
  });
});

describe("reading", () => {
  test("a document on its way, its seal, and the list", async () => {
    const digest = freshDigest();
    const { id } = await accept({ digest, documentType: "861", reference: "CO 7" });
    expect(await expectProblem(await get(service, `${PATH}/${id}/seal`, chamber), 409, "not_anchored_yet")).toMatch(/accepted/);
    await expectProblem(await get(service, `${PATH}/${id}/evidence`, chamber), 409, "not_anchored_yet");
    await anchorAll();

    const view = answers.document.strict().parse(await (await get(service, `${PATH}/${id}`, chamber)).json());
    expect(view).toMatchObject({ id, digest, documentType: "861", reference: "CO 7", state: "included", anchoredAt: "2026-09-21T14:13:20Z", standing: "active" });

    await expectProblem(await get(service, `${PATH}/${id}/evidence`, chamber), 503, "evidence_unavailable");
    const response = await get(service, `${PATH}/${id}/seal`, chamber);
    const text = await response.text();
    const seal = parseSeal(text);
    expect(writeSeal(seal), "canonical bytes").toBe(text);
    expect(seal).toMatchObject({ digest, root: view.root, issuer: addressOf("d"), ledger: { chainId: ledger.chainId } });
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="861-${digest.slice(0, 16)}.seal.json"`);

    const list = async (query: string, key = chamber) => answers.documents.strict().parse(await (await get(service, `${PATH}?${query}`, key)).json()).documents;
    expect(await list(`digest=${digest}`)).toEqual([view]);
    expect(await list(`digest=${digest}&documentType=380`)).toEqual([]);
    expect(await list(`digest=${digest}`, rival)).toEqual([]);
  });

  test("what the ledger refuses says why", async () => {
    const { id } = await accept({ digest: freshDigest(), documentType: "705" });
    await anchorAll();
    const { batch } = (await service.store.documentById(id))!;
    await service.store.setWrite(batch!.writeId, { state: "batched", block: null, problem: "no funds" });
    const view = answers.document.parse(await (await get(service, `${PATH}/${id}`, chamber)).json());
    expect(view).toMatchObject({ state: "batched", problem: "no funds" });
    expect(view.anchoredAt).toBeUndefined();
  });

  test("another issuer's document is not there", async () => {
    const { id } = await accept({ digest: freshDigest(), documentType: "861" });
    await anchorAll();
    for (const path of [`${PATH}/${id}`, `${PATH}/${id}/seal`, `${PATH}/${id}/evidence`]) await expectProblem(await get(service, path, rival), 404, "not_found");
    await expectProblem(await sendJson(service, `${PATH}/${id}/standing`, { body: { standing: "revoked" }, key: rival, method: "PUT" }), 404, "not_found");
    expect(await service.store.documentById(id)).toMatchObject({ standing: "active" });
  });

  test.each([
    ["?digest=x",                     422, "digest_malformed"],
    [`?digest=${DIGEST}&digest=${DIGEST}`, 422, "digest_malformed"],
    [`?digest=${DIGEST}&documentType=`, 422, "document_type_malformed"],
    [`?digest=${DIGEST}&type=861`,    422, "request_malformed"],
    ["/%E0%A4%A",                     422, "request_malformed"],
    ["/nothing%00here",               404, "not_found"],
  ])("refused: %s", async (path, status, code) => {
    await expectProblem(await get(service, PATH + path, chamber), status, code);
  });
});
