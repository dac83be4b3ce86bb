/**
 * Goal: whoever reads the graph of grants can tell, for any moment, which grant was in force and why others were not, exactly as the service judges; and nobody can make the answer boundless.
 * Method: the real service on a scripted ledger with a small world; a row a grant and moment, judged from the answer alone, and the present held against the service's own word.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Address } from "../../../src/core/address.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { NO_END, type GrantStatement } from "../../../src/core/ledger.ts";
import { secondsOf, statesAt, type TrustGraph } from "../../../src/core/trustGraph.ts";
import { readTrustGraph } from "../../../src/core/trustGraphReader.ts";
import { STATEMENTS_LIMIT } from "../../../src/flows/trust/trustGraph.ts";
import type { VerifyPorts } from "../../../src/flows/ports.ts";
import { trustGraph as schema } from "../../../src/http/trust/trustGraphSchemas.ts";
import { expectProblem, get } from "../calls.ts";
import { addressOf, emptyLedger, hashOf, head, startService, type ServiceInTest } from "../serviceInTest.ts";

const [root, chamber, office, taken, stolen, closed, late, look] = "12345678".split("").map(addressOf) as [Address, Address, Address, Address, Address, Address, Address, Address];
const ORIGIN = parseDocumentType("861");
const now = head.time;
const says = (change: Partial<GrantStatement> = {}): GrantStatement => ({ isGranted: true, from: now - 500, until: NO_END, mayPassOn: false, isCompromised: false, time: now - 500, blockNumber: 1, particulars: hashOf("5"), ...change });
const withdraws = (change: Partial<GrantStatement> = {}): GrantStatement => says({ isGranted: false, from: now - 100, time: now - 50, blockNumber: 6, ...change });

const world: readonly [grantor: Address, grantee: Address, name: string, statements: GrantStatement[]][] = [
  [root,    chamber, "Chamber",        [says({ mayPassOn: true, until: now + 1_000 })]],
  [chamber, office,  "Office",         [says({ from: now - 200, time: now - 200, blockNumber: 6 })]],
  [root,    taken,   "Taken",          [says(), withdraws()]],
  [root,    stolen,  "Stolen",         [says(), withdraws({ isCompromised: true })]],
  [root,    closed,  "Closed",         [says(), says({ until: now, blockNumber: 3, time: now - 300 })]],
  [root,    late,    "Late",           [says({ blockNumber: head.number + 1 })]],
  [chamber, look,    "Homе Customs",   [says()]],
];

function ports(statements: (grantee: Address) => GrantStatement[] = (grantee) => world.find((row) => row[1] === grantee)![3]): VerifyPorts {
  const empty = emptyLedger();
  const named = world.map(([grantor, grantee, name]) => ({ grantor, grantee, name, particulars: hashOf("5") }));
  return {
    ...empty,
    ledger: { ...empty.ledger, grantsOf: async ({ grantee }) => statements(grantee) },
    index: { ...empty.index, grantsBelow: (type) => (type === ORIGIN ? named : []), deactivatedIn: (identity) => (identity === closed ? 5 : null) },
    trustRoots: () => [{ address: root, name: "Home Customs", documentTypes: [ORIGIN] }],
  };
}

let service: ServiceInTest;
let graph: TrustGraph;
beforeAll(async () => {
  service = await startService({ verify: ports() });
  const told: unknown = await (await get(service, "/v1/trust-graph?documentType=861")).json();
  schema.strict().parse(told);
  graph = readTrustGraph(told, "861")!;
});
afterAll(() => service.stop());

const rows: readonly [what: string, grantee: Address, moment: number, says: string][] = [
  ["now",                               chamber, now,         "in force"],
  ["before it was given",               chamber, now - 501,   "accreditation_not_yet_valid"],
  ["in its first second",               chamber, now - 500,   "in force"],
  ["in its last second",                chamber, now + 999,   "in force"],
  ["at its end",                        chamber, now + 1_000, "accreditation_expired"],
  ["by way of another",                 office,  now,         "in force"],
  ["whose grantor's right has ended",   office,  now + 1_000, "no_accreditation"],
  ["before the withdrawal",             taken,   now - 101,   "in force"],
  ["since the withdrawal",              taken,   now - 100,   "accreditation_withdrawn"],
  ["since the theft",                   stolen,  now - 100,   "compromised"],
  ["before the theft",                  stolen,  now - 101,   "in force"],
  ["of an identity that is closed",     closed,  now,         "issuer_deactivated"],
  ["surely before it was closed",       closed,  now - 301,   "in force"],
  ["in the second of a word before",    closed,  now - 300,   "issuer_deactivated"],
  ["when closing cannot be ruled out",  closed,  now - 299,   "issuer_deactivated"],
  ["of a block that is not final",      late,    now,         "accreditation_not_yet_valid"],
];

describe("judged from the answer alone", () => {
  test.each(rows)("%s (%s at %i)", (_what, grantee, moment, expected) => {
    const state = statesAt(graph, moment).find(({ list }) => list.grantee === grantee)!;
    // What is not final is not heard, however it is put.
    if (grantee === late) expect(state.path).toBeNull();
    else expect(state.path === null ? state.reason : "in force").toBe(expected);
  });

  test("the present is what the service says it is", () => {
    const own = statesAt(graph, secondsOf(graph.asOf)).map(({ path, reason }) => [path !== null, reason]);
    expect(graph.grants.map(({ isInForce, reason = null }) => [isInForce, reason])).toEqual(own);
    expect(new Set(own.map(([isInForce]) => isInForce)).size).toBe(2);
  });
});

test("parties have names, trust roots their own, look-alikes a mark, and the closed the block", () => {
  const party = (address: Address) => graph.parties.find((each) => each.address === address)!;
  expect(party(root)).toMatchObject({ name: "Home Customs", isTrustRoot: true });
  expect(party(chamber)).toEqual({ did: `did:ethr:0x7a69:${chamber}`, address: chamber, name: "Chamber", isTrustRoot: false });
  expect(party(look).likeness).toBe("confusable");
  expect(party(closed).closedInBlock).toBe(5);
  expect(graph.block).toMatchObject({ number: head.number, finalNumber: head.finalNumber });
});

test("a type for which nobody is believed has an empty graph; one must be named", async () => {
  expect(await (await get(service, "/v1/trust-graph?documentType=380")).json()).toMatchObject({ parties: [], grants: [], isComplete: true });
  expect(await expectProblem(await get(service, "/v1/trust-graph"), 422, "document_type_malformed")).toContain("is missing");
  await expectProblem(await get(service, "/v1/trust-graph?documentType=%3Cb%3E"), 422, "document_type_malformed");
  await expectProblem(await get(service, "/v1/trust-graph?documentType=861&limit=9"), 422, "request_malformed");
});

test("with more statements than are told nothing is called in force, at no moment", async () => {
  const many = Array.from({ length: STATEMENTS_LIMIT }, () => says());
  const busy = await startService({ verify: ports((grantee) => (grantee === office ? many : [says({ mayPassOn: true })])) });
  try {
    const told = readTrustGraph(await (await get(busy, "/v1/trust-graph?documentType=861")).json(), "861")!;
    expect([told.isComplete, told.grants.some(({ isInForce }) => isInForce), told.grants.length]).toEqual([false, false, world.length - 1]);
    expect(statesAt(told, now).map(({ reason }) => reason)).toEqual(told.grants.map(() => "grants_too_many"));
  } finally {
    await busy.stop();
  }
});

test.each<[what: string, spoil: (good: TrustGraph) => unknown]>([
  ["nothing",                     () => null],
  ["another type",                (good) => ({ ...good, documentType: "AEO" })],
  ["a grant to nobody known",     (good) => ({ ...good, parties: good.parties.slice(1) })],
  ["a party that stands twice",   (good) => ({ ...good, parties: [...good.parties, good.parties[0]] })],
  ["a time that is none",         (good) => ({ ...good, asOf: "yesterday" })],
  ["a statement of a third kind", (good) => ({ ...good, grants: [{ ...good.grants[0], statements: [{ ...good.grants[0]!.statements[0], kind: "rumour" }] }] })],
  ["no final block",              (good) => ({ ...good, block: { ...good.block, finalNumber: "9" } })],
])("an answer with %s is none", (_what, spoil) => expect(readTrustGraph(spoil(graph), "861")).toBeNull());
