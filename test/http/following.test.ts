/**
 * Goal: webhooks, watches, streams and pages belong to whoever asked for them, refuse what is wrong in words, and stay what they are while new things come.
 * Method: the real service over the real store; events are put into it by hand.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestOf } from "../../src/core/digest.ts";
import { eventKinds } from "../../src/flows/following/eventKinds.ts";
import { closeBatches } from "../../src/flows/carrying/batch.ts";
import * as answers from "../../src/http/openapi/answers.ts";
import * as following from "../../src/http/following/followSchemas.ts";
import { DIGEST, expectProblem, get, sendJson } from "./calls.ts";
import { addressOf, head, startService, type ServiceInTest } from "./serviceInTest.ts";

let service: ServiceInTest;
let [chamber, rival, reader] = ["", "", ""];
beforeAll(async () => {
  service = await startService();
  ({ chamber, rival } = service.keys);
  reader = (await service.apiKeys.create(addressOf("d"), { scopes: ["read"], expiresAt: null }, { by: "test", at: 1 })).apiKey;
});
afterAll(() => service.stop());

const URL_OF_ERP = "https://erp.example/hook";
const post = (path: string, body: unknown, key = chamber) => sendJson(service, path, { body, key });
const remove = (path: string, key = chamber) => get(service, path, key, "DELETE");

let counter = 0;
async function accept(change: object = {}, key = chamber): Promise<string> {
  const response = await post("/v1/documents", { digest: digestOf(Uint8Array.of(77, ++counter >> 8, counter)), documentType: "861", ...change }, key);
  expect(response.status).toBe(202);
  return ((await response.json()) as { id: string }).id;
}

/** Puts everything that waits into batches, and those into a block. */
async function anchorAll(state: "included" | "final" = "included"): Promise<void> {
  await closeBatches({ size: 4_000, ageSeconds: 0 }, { store: service.store, accounts: { accountFor: async (identity) => identity }, clock: () => Infinity, newId: () => "", randomLeaf: () => DIGEST as never });
  for (const account of ["d", "e"].map(addressOf)) for (const { id } of await service.store.openWrites(account, 100)) await service.store.setWrite(id, { state, block: head });
}

describe("webhooks", () => {
  test("made, listed, seen, its secret changed, removed; nobody else's", async () => {
    const response = await post("/v1/webhooks", { url: URL_OF_ERP }, reader);
    expect(response.status).toBe(201);
    const { secret, ...made } = following.webhookMade.strict().parse(await response.json());
    expect(response.headers.get("location")).toBe(`/v1/webhooks/${made.id}`);
    expect(made).toMatchObject({ url: URL_OF_ERP, events: [...eventKinds], enabled: true });
    expect(following.webhooks.strict().parse(await (await get(service, "/v1/webhooks", chamber)).json())).toEqual({ webhooks: [made] });
    expect(await (await get(service, `/v1/webhooks/${made.id}`, chamber)).text()).not.toContain(secret);
    const rotated = following.webhookRotated.strict().parse(await (await post(`/v1/webhooks/${made.id}/rotate`, undefined)).json());
    expect(rotated.secret).not.toBe(secret);
    expect(Buffer.from(rotated.secret.slice(6), "base64")).toHaveLength(32);
    expect(following.failures.strict().parse(await (await get(service, `/v1/webhooks/${made.id}/failures`, chamber)).json())).toEqual({ failures: [] });
    expect(await (await post(`/v1/webhooks/${made.id}/replay`, {})).json()).toEqual({ replayed: 0 });
    expect(await (await get(service, "/v1/webhooks", rival)).json()).toEqual({ webhooks: [] });
    for (const [method, path] of [["GET", ""], ["DELETE", ""], ["POST", "/rotate"], ["GET", "/failures"], ["POST", "/replay"]] as const) {
      await expectProblem(await sendJson(service, `/v1/webhooks/${made.id}${path}`, { method, key: rival, ...(method === "POST" ? { body: {} } : {}) }), 404, "not_found");
    }
    expect((await remove(`/v1/webhooks/${made.id}`)).status).toBe(204);
    await expectProblem(await remove(`/v1/webhooks/${made.id}`), 404, "not_found");
    expect(service.log()).not.toContain(secret);
  });

  test.each([
    ["no url",               {},                                                  /"url" is missing/],
    ["http",                 { url: "http://erp.example/" },                      /scheme_forbidden/],
    ["this machine",         { url: "https://127.0.0.1/" },                       /address_forbidden/],
    ["a private network",    { url: "https://192.168.0.1/" },                     /address_forbidden/],
    ["another port",         { url: "https://erp.example:8443/" },                /port_forbidden/],
    ["no address",           { url: "erp" },                                      /url_malformed/],
    ["an unknown event",     { url: URL_OF_ERP, events: ["document.eaten"] },     /document\.included/],
    ["no event",             { url: URL_OF_ERP, events: [] },                     /"events"/],
    ["a field too many",     { url: URL_OF_ERP, secret: "mine" },                 /"secret" is not known/],
  ])("refused: %s", async (_what, body, detail) => {
    expect(await expectProblem(await post("/v1/webhooks", body), 422, "request_malformed")).toMatch(detail);
  });

  test("twenty, and no more", async () => {
    const made = await Promise.all(Array.from({ length: 20 }, async () => ((await (await post("/v1/webhooks", { url: URL_OF_ERP }, rival)).json()) as { id: string }).id));
    await expectProblem(await post("/v1/webhooks", { url: URL_OF_ERP }, rival), 409, "limit_reached");
    for (const id of made) await remove(`/v1/webhooks/${id}`, rival);
  });
});

describe("watches", () => {
  test("made by a key that only reads, listed in pages, removed; nobody else's", async () => {
    const ids: string[] = [];
    for (let each = 0; each < 5; each += 1) {
      const response = await post("/v1/watches", { digest: digestOf(Uint8Array.of(each)), documentType: "861", issuer: addressOf("c") }, reader);
      expect(response.status).toBe(201);
      const made = following.watch.strict().parse(await response.json());
      expect(made).toMatchObject({ verdict: "not_found", reason: "not_anchored", hasSeal: false });
      ids.push(made.id);
    }
    const pages: string[][] = [];
    for (let cursor: string | undefined = ""; cursor !== undefined; ) {
      const { watches, next } = following.watches.strict().parse(await (await get(service, `/v1/watches?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`, chamber)).json());
      pages.push(watches.map(({ id }) => id));
      cursor = next;
    }
    // This ledger's clock stands still, so what is newer is settled by chance; nothing is left out or shown twice.
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pages.flat().toSorted()).toEqual(ids.toSorted());
    await expectProblem(await get(service, `/v1/watches/${ids[0]}`, rival), 404, "not_found");
    await expectProblem(await remove(`/v1/watches/${ids[0]}`, rival), 404, "not_found");
    for (const id of ids) expect((await remove(`/v1/watches/${id}`)).status).toBe(204);
    expect(await (await get(service, "/v1/watches", chamber)).json()).toEqual({ watches: [] });
  });

  test.each([
    [{},                                              422, "file_missing"],
    [{ digest: "x" },                                 422, "digest_malformed"],
    [{ digest: DIGEST, issuer: "did:web:x" },         422, "address_malformed"],
    [{ digest: DIGEST, documentType: "no type" },     422, "document_type_malformed"],
    [{ digest: DIGEST, seal: "{}" },                  422, "seal_malformed"],
  ])("refused: %j", async (body, status, code) => {
    await expectProblem(await post("/v1/watches", body), status, code);
  });

  test("only with a key", async () => {
    for (const path of ["/v1/watches", "/v1/webhooks", "/v1/events"]) await expectProblem(await get(service, path), 401, "key_missing");
  });
});

describe("pages of documents", () => {
  const page = async (query: string, key = chamber) => answers.documents.strict().parse(await (await get(service, `/v1/documents?${query}`, key)).json());

  test("newest first; what comes meanwhile shifts nothing", async () => {
    const ids: string[] = [];
    for (let each = 0; each < 5; each += 1) ids.unshift(await accept({ reference: `page ${each % 2}` }));
    const first = await page("limit=2");
    expect(first.documents.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    await accept();
    await accept({}, rival);
    const second = await page(`limit=2&cursor=${first.next}`);
    expect(second.documents.map(({ id }) => id)).toEqual(ids.slice(2, 4));
    expect((await page(encodeURI("reference=page 1"))).documents.map(({ id }) => id)).toEqual([ids[1], ids[3]]);
    expect((await page(encodeURI("reference=page 1"), rival)).documents).toEqual([]);
  });

  test("by state, from accepted to final", async () => {
    await anchorAll("final");
    const id = await accept({ reference: "by state" });
    expect((await page("state=accepted")).documents.map((each) => each.id)).toEqual([id]);
    await anchorAll("included");
    expect((await page("state=accepted")).documents).toEqual([]);
    expect((await page("state=included")).documents.map((each) => each.id)).toEqual([id]);
    expect((await page("state=included", rival)).documents).toEqual([]);
    const final = (await page("state=final")).documents;
    expect(final.length).toBeGreaterThan(5);
    expect(final.map((each) => each.id)).not.toContain(id);
  });

  test.each(["limit=0", "limit=101", "limit=x", "cursor=x", "cursor=WyJ4Il0", "state=gone", "reference="])("refused: %s", async (query) => {
    await expectProblem(await get(service, `/v1/documents?${query}`, chamber), 422, "request_malformed");
  });
});

/** Reads a stream until `count` events came. */
async function read(path: string, count: number, headers: Record<string, string> = {}, key = chamber): Promise<{ id: string; event: string; data: { sequence: number; data: { documentId: string } } }[]> {
  const cut = new AbortController();
  const response = await fetch(service.url + path, { headers: { authorization: `Bearer ${key}`, ...headers }, signal: cut.signal });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  let text = "";
  for await (const piece of response.body!) {
    text += Buffer.from(piece).toString();
    if ((text.match(/^data: /gm) ?? []).length >= count) break;
  }
  cut.abort();
  const field = (block: string, name: string): string => new RegExp(`^${name}: (.*)$`, "m").exec(block)![1]!;
  return text.split("\n\n").filter((block) => /^data: /m.test(block)).map((block) => ({ id: field(block, "id"), event: field(block, "event"), data: following.event.parse(JSON.parse(field(block, "data"))) as never }));
}

describe("streams", () => {
  test("from a place on, by header or query; about one document; the id is the sequence", async () => {
    const ids = [await accept(), await accept(), await accept()];
    await anchorAll("final");
    const all = await read("/v1/events?after=0", 6);
    expect(all.map(({ id }) => Number(id))).toEqual(all.map((_, place) => place + 1));
    expect(all.map(({ id }) => id)).toEqual(all.map(({ data }) => String(data.sequence)));
    const later = await read("/v1/events", 3, { "last-event-id": all[2]!.id });
    expect(later.slice(0, 3)).toEqual(all.slice(3, 6));
    const own = await read(`/v1/events?after=0&documentId=${ids[1]}`, 2);
    expect(own.map(({ event, data }) => [event, data.data.documentId])).toEqual([["document.included", ids[1]], ["document.final", ids[1]]]);
  });

  test("without a place only what comes from now on, and only one's own", async () => {
    const rivals = read("/v1/events", 1, {}, rival);
    const mine = read("/v1/events", 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const [own, others] = [await accept(), await accept({}, rival)];
    await anchorAll();
    expect((await mine).map(({ data }) => data.data.documentId)).toEqual([own]);
    expect((await rivals).map(({ data }) => data.data.documentId)).toEqual([others]);
  });

  test("refused: a place that is none, or that never was; too many streams", async () => {
    await expectProblem(await get(service, "/v1/events?after=x", chamber), 422, "request_malformed");
    await expectProblem(await get(service, "/v1/events?after=999999", chamber), 422, "request_malformed");
    const headers = { authorization: `Bearer ${rival}` };
    const cut = new AbortController();
    const open = await Promise.all(Array.from({ length: 10 }, () => fetch(`${service.url}/v1/events`, { headers, signal: cut.signal })));
    expect(open.map(({ status }) => status)).toEqual(Array(10).fill(200));
    await expectProblem(await fetch(`${service.url}/v1/events`, { headers }), 429, "too_many_requests");
    expect((await get(service, "/v1/events", chamber, "HEAD")).status).toBe(200);
    cut.abort();
    for (let patience = 100; patience > 0; patience -= 1) {
      const again = new AbortController();
      const { status } = await fetch(`${service.url}/v1/events`, { headers, signal: again.signal });
      again.abort();
      if (status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error("A closed stream still counts.");
  });
});
