/**
 * Goal: a grantor's word about another's document is stored once, in order and as its own, answered only then, and never refused for want of authority.
 * Method: the real service and store on a scripted index in which customs vouches for the chamber; words walked through, then each spoilt in one way.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { didOf } from "../../../src/core/address.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { Fault } from "../../../src/core/fault.ts";
import type { FoundAnchor, VerifyPorts } from "../../../src/flows/ports.ts";
import * as answers from "../../../src/http/openapi/answers.ts";
import { DIGEST, expectProblem, get, sendJson } from "../calls.ts";
import { addressOf, customs, emptyLedger, hashOf, ledger, startService, type ServiceInTest } from "../serviceInTest.ts";

// The key of "chamber" in the service under test speaks for the grantor here; the documents are the exporter's.
const [grantor, exporter] = [addressOf("d"), addressOf("f")];
const type = parseDocumentType("861");
const known = digestOf(Uint8Array.of(1));
let isSilent = false;

function ports(): VerifyPorts {
  const empty = emptyLedger();
  const anchored = { issuer: exporter, documentType: type, root: leafOf(known) as never, index: 0, size: 1, account: exporter, blockNumber: 1 } satisfies FoundAnchor;
  return {
    ...empty,
    ledger: { ...empty.ledger, head: async () => (isSilent ? Promise.reject(new Fault("ledger_unreachable", "no answer")) : empty.ledger.head()) },
    index: {
      ...empty.index,
      grantsAbove: (grantee, _type, roots) => (grantee === exporter && roots.includes(customs.address) ? [{ grantor: customs.address, grantee: grantor, name: "", particulars: hashOf("0") }, { grantor, grantee: exporter, name: "", particulars: hashOf("0") }] : []),
      anchorsOf: (leaf) => (leaf === leafOf(known) ? [anchored] : []),
    },
  };
}

let service: ServiceInTest;
beforeAll(async () => void (service = await startService({ verify: ports() })));
afterAll(() => service.stop());

const post = (body: object, key = service.keys.chamber): Promise<Response> => sendJson(service, "/v1/standings", { body, key });
const about = (digest: string, change: object = {}): object => ({ issuer: exporter, documentType: "861", digest, standing: "suspended", ...change });
let counter = 10;
const fresh = (): string => digestOf(Uint8Array.of((counter += 1)));
const accepted = async (response: Response) => {
  expect(response.status).toBe(202);
  return answers.standingWord.strict().parse(await response.json());
};

test("it is stored as the speaker's own, with a write that carries it", async () => {
  const word = await accepted(await post(about(known, { reason: "under_investigation" })));
  expect(word).toMatchObject({ speaker: didOf(grantor, ledger.chainId), issuer: didOf(exporter, ledger.chainId), standing: "suspended", reason: "under_investigation", state: "batched", warnings: [] });
  const [write] = (await service.store.openWrites(grantor, 100)).filter(({ body }) => body.kind === "standing" && body.leaves.includes(leafOf(known)));
  expect(write).toMatchObject({ account: grantor, body: { kind: "standing", speaker: grantor, issuer: exporter, documentType: "861", standing: "suspended", reason: "under_investigation", replacement: null } });
  const shown = await get(service, `/v1/standings/${word.id}`, service.keys.chamber);
  expect(await shown.json()).toEqual(word);
});

test("a word is shown to its speaker alone", async () => {
  const { id } = await accepted(await post(about(fresh())));
  await expectProblem(await get(service, `/v1/standings/${id}`, service.keys.rival), 404, "not_found");
  await expectProblem(await get(service, `/v1/standings/${id}`), 401, "key_missing");
  await expectProblem(await get(service, "/v1/standings/nothing", service.keys.chamber), 404, "not_found");
});

const replaced = { standing: "replaced", replacement: DIGEST };
const walks: readonly [what: string, steps: readonly (readonly [change: object, status: number])[], writes: number][] = [
  ["suspend, reinstate, suspend",      [[{}, 202], [{ standing: "active" }, 202], [{}, 202]],                     3],
  ["the same again is the first word", [[{}, 202], [{}, 202], [{ reason: "fraud" }, 202]],                        1],
  ["revoked is final",                 [[{ standing: "revoked" }, 202], [{ standing: "active" }, 409], [{}, 409]], 1],
  ["replaced is final",                [[replaced, 202], [{ standing: "revoked" }, 409], [replaced, 202]],        1],
];

test.each(walks)("%s", async (_what, steps, writes) => {
  const digest = fresh();
  for (const [change, status] of steps) {
    const response = await post(about(digest, change));
    if (status === 409) await expectProblem(response, 409, "standing_forbidden");
    expect(response.status).toBe(status);
  }
  const carried = (await service.store.openWrites(grantor, 1_000)).filter(({ body }) => body.kind === "standing" && body.leaves.includes(leafOf(digest as never)));
  expect(carried).toHaveLength(writes);
});

test("two at once are two words in some order, or one and a refusal, never two final ones", async () => {
  const digest = fresh();
  const statuses = (await Promise.all([post(about(digest, { standing: "revoked" })), post(about(digest, replaced))])).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([202, 409]);
});

const warned: readonly [what: string, body: () => object, key: "chamber" | "rival", codes: readonly string[]][] = [
  ["a grantor about a known document",     () => about(known),                              "chamber", []],
  ["a grantor about an unknown document",  () => about(fresh()),                            "chamber", ["document_unknown"]],
  ["a stranger about a known document",    () => about(known),                              "rival",   ["not_above_issuer"]],
  ["a grantor about another type",         () => about(known, { documentType: "380" }),     "chamber", ["not_above_issuer", "document_unknown"]],
  ["somebody about a stranger's document", () => about(known, { issuer: addressOf("9") }),  "chamber", ["not_above_issuer", "document_unknown"]],
  ["by the issuer's DID",                  () => about(known, { issuer: didOf(exporter, ledger.chainId) }), "chamber", []],
];

test.each(warned)("said, and warned of: %s", async (_what, body, key, codes) => {
  const word = await accepted(await post(body(), service.keys[key]));
  expect(word.warnings.map(({ code }) => code)).toEqual(codes);
});

test("a silent ledger keeps nobody from speaking", async () => {
  isSilent = true;
  try {
    expect((await accepted(await post(about(fresh())))).warnings.map(({ code }) => code)).toEqual(["not_looked_up"]);
  } finally {
    isSilent = false;
  }
});

test("a document of one's own has a door of its own; one that is only anchored elsewhere has this one", async () => {
  const own = fresh();
  expect(await accepted(await post(about(own, { issuer: grantor })))).toMatchObject({ issuer: didOf(grantor, ledger.chainId) });
  const other = fresh();
  await sendJson(service, "/v1/documents", { body: { digest: other, documentType: "861" }, key: service.keys.chamber });
  expect(await expectProblem(await post(about(other, { issuer: grantor })), 422, "request_malformed")).toMatch(/\/v1\/documents\/\S+\/standing/);
});

const spoilt: readonly [what: string, change: object, code: string, names: RegExp][] = [
  ["no issuer",                 { issuer: undefined },                        "address_malformed",       /"issuer" is missing/],
  ["a name for an issuer",      { issuer: "Chamber" },                        "address_malformed",       /"issuer"/],
  ["a did:web",                 { issuer: "did:web:customs.example" },        "address_malformed",       /"issuer"/],
  ["a DID of another chain",    { issuer: didOf(exporter, 1) },               "address_malformed",       /another|chain 1/],
  ["no type",                   { documentType: undefined },                  "document_type_malformed", /"documentType"/],
  ["no digest",                 { digest: undefined },                        "file_missing",            /"digest"/],
  ["no such standing",          { standing: "cancelled" },                    "request_malformed",       /"standing"/],
  ["replaced by nothing",       { standing: "replaced" },                     "request_malformed",       /"replacement"/],
  ["replaced by itself",        { standing: "replaced", digest: DIGEST, replacement: DIGEST }, "request_malformed", /"replacement"/],
  ["a replacement out of place", { replacement: DIGEST },                     "request_malformed",       /"replacement"/],
  ["an unknown field",          { force: true },                              "request_malformed",       /"force"/],
];

test.each(spoilt)("refused: %s", async (_what, change, code, names) => {
  expect(await expectProblem(await post(about(fresh(), change)), 422, code)).toMatch(names);
});

test("refused: without a key, or with a wrong one", async () => {
  await expectProblem(await sendJson(service, "/v1/standings", { body: about(known) }), 401, "key_missing");
  await expectProblem(await post(about(known), "tradeseal_no"), 401, "key_unknown");
});
