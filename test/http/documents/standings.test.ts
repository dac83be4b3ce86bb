/**
 * Goal: a standing changes only as it may, and is answered only when stored.
 * Method: one document per row, walked through its changes.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { digestOf, leafOf, parseDigest } from "../../../src/core/digest.ts";
import * as answers from "../../../src/http/openapi/answers.ts";
import { DIGEST, expectProblem, sendJson } from "../calls.ts";
import { startService, type ServiceInTest } from "../serviceInTest.ts";

let service: ServiceInTest;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

let counter = 0;
async function newDocument(): Promise<{ id: string; digest: string }> {
  const digest = digestOf(Uint8Array.of(++counter));
  const response = await sendJson(service, "/v1/documents", { body: { digest, documentType: "861" }, key: service.keys.chamber });
  return answers.documentAccepted.parse(await response.json());
}

const put = (id: string, body: unknown): Promise<Response> => sendJson(service, `/v1/documents/${id}/standing`, { body, key: service.keys.chamber, method: "PUT" });

const replaced = { standing: "replaced", replacement: DIGEST };

const walks: readonly [what: string, steps: readonly (readonly [body: object, status: number])[]][] = [
  ["suspend, reinstate, suspend",  [[{ standing: "suspended" }, 202], [{ standing: "active" }, 202], [{ standing: "suspended" }, 202]]],
  ["revoked is final",             [[{ standing: "revoked" }, 202], [{ standing: "active" }, 409], [{ standing: "suspended" }, 409], [replaced, 409]]],
  ["replaced is final",            [[replaced, 202], [{ standing: "revoked" }, 409], [{ ...replaced, replacement: "cd".repeat(32) }, 409]]],
  ["suspended may be revoked",     [[{ standing: "suspended" }, 202], [{ standing: "revoked" }, 202]]],
  ["the same again",               [[{ standing: "revoked" }, 202], [{ standing: "revoked" }, 202], [{ standing: "active" }, 409]]],
  ["active at once",               [[{ standing: "active" }, 202]]],
];

test.each(walks)("%s", async (_what, steps) => {
  const { id } = await newDocument();
  for (const [body, status] of steps) {
    const response = await put(id, body);
    if (status === 409) await expectProblem(response, 409, "standing_forbidden");
    else expect(answers.document.strict().parse(await response.json())).toMatchObject({ id, ...body });
    expect(response.status).toBe(status);
  }
});

test("a listed reason goes on the ledger; any other stays here", async () => {
  const [listed, own] = [await newDocument(), await newDocument()];
  await put(listed.id, { standing: "revoked", reason: "issued_in_error" });
  await put(own.id, { standing: "revoked", reason: "The clerk’s mistake" });
  const waiting = await service.store.standingsWaiting(1_000);
  const reasonFor = (digest: string) => waiting.find(({ document }) => document.leaf === leafOf(parseDigest(digest)))?.reason;
  expect([listed, own].map(({ digest }) => reasonFor(digest))).toEqual(["issued_in_error", "unspecified"]);
});

const spoilt: readonly [what: string, body: unknown, code: string, names: RegExp][] = [
  ["no standing",               {},                                              "request_malformed", /"standing" is missing/],
  ["no such standing",          { standing: "cancelled" },                       "request_malformed", /"standing" must be suspended/],
  ["a standing in a list",      { standing: ["revoked"] },                       "request_malformed", /"standing"/],
  ["replaced by nothing",       { standing: "replaced" },                        "request_malformed", /"replacement"/],
  ["a replacement out of place", { standing: "revoked", replacement: DIGEST },   "request_malformed", /"replacement"/],
  ["no digest",                 { standing: "replaced", replacement: "x" },      "digest_malformed",  /"replacement"/],
  ["a reason of two lines",     { standing: "revoked", reason: "a\u0000b" },     "request_malformed", /"reason"/],
  ["a long reason",             { standing: "revoked", reason: "x".repeat(201) }, "request_malformed", /"reason"/],
  ["an unknown field",          { standing: "revoked", force: true },            "request_malformed", /"force"/],
];

test.each(spoilt)("refused: %s", async (_what, body, code, names) => {
  const { id } = await newDocument();
  expect(await expectProblem(await put(id, body), 422, code)).toMatch(names);
  expect(await service.store.documentById(id)).toMatchObject({ standing: "active" });
});

test("refused: replaced by itself", async () => {
  const { id, digest } = await newDocument();
  expect(await expectProblem(await put(id, { standing: "replaced", replacement: digest }), 422, "request_malformed")).toMatch(/"replacement"/);
});
