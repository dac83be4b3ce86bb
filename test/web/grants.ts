// A small world of grants as a service would tell it, and an API around it.

import { didOf, parseAddress, type Address } from "../../src/core/address.ts";
import type { DocumentType } from "../../src/core/documentType.ts";
import { secondsOf, statesAt, type GraphGrant, type GraphParty, type GraphStatement, type TrustGraph } from "../../src/core/trustGraph.ts";
import type { FakeService, Route } from "./fakeService.ts";

export const NOW = "2026-11-22T10:00:00Z";
const CHAIN = 31337;
export const addressOf = (number: number): Address => parseAddress(`0x${number.toString(16).padStart(40, "0")}`);

export const says = (change: Partial<GraphStatement> = {}): GraphStatement => ({ kind: "grant", from: "2026-01-01T00:00:00Z", until: "2031-01-01T00:00:00Z", mayPassOn: false, compromised: false, recordedAt: "2026-01-01T09:00:00Z", blockNumber: 7, ...change });
export const withdraws = (change: Partial<GraphStatement> = {}): GraphStatement => {
  const { until: _until, ...open } = says({ kind: "withdrawal", from: "2026-06-01T00:00:00Z", recordedAt: "2026-06-03T08:30:00Z", blockNumber: 40 });
  return { ...open, ...change };
};

export const party = (number: number, name: string, change: Partial<GraphParty> = {}): GraphParty => ({ did: didOf(addressOf(number), CHAIN), address: addressOf(number), name, isTrustRoot: false, ...change });
export const grantOf = (grantor: number, grantee: number, statements: GraphStatement[] = [says()]): GraphGrant => ({ grantor: addressOf(grantor), grantee: addressOf(grantee), statements, isInForce: false });

/** The graph, each grant judged as the service would. */
export function graphOf(parties: readonly GraphParty[], grants: readonly GraphGrant[], change: Partial<TrustGraph> = {}): TrustGraph {
  const block = { chainId: CHAIN, number: 120, finalNumber: 120, hash: `0x${"cd".repeat(32)}` as const, time: NOW };
  const graph: TrustGraph = { documentType: "861" as DocumentType, parties, grants, isComplete: true, asOf: NOW, block, ...change };
  const states = statesAt(graph, secondsOf(NOW));
  return { ...graph, grants: grants.map((grant, place) => ({ ...grant, isInForce: states[place]!.path !== null, ...(states[place]!.reason === null ? {} : { reason: states[place]!.reason! }) })) };
}

/** Two trust roots, customs below them, chambers below these; something of everything. */
export const world = graphOf(
  [
    party(1, "World Federation of Chambers", { isTrustRoot: true }),
    party(2, "Ministry of Trade of Northland", { isTrustRoot: true }),
    party(3, "Customs of Northland"),
    party(4, "Customs of Southland"),
    party(5, "Chamber of Commerce of Harbour City"),
    party(6, "Chamber of Commerce of the Hills"),
    party(7, "Chamber of Old Town"),
    party(8, "Southland Exporters’ Office"),
    party(9, "Chamber of Commerce of the Lakes"),
    party(10, "Branch Office East", { closedInBlock: 90 }),
  ],
  [
    grantOf(1, 3, [says({ mayPassOn: true })]),
    grantOf(2, 3, [says({ mayPassOn: true, from: "2025-03-01T00:00:00Z", recordedAt: "2025-03-01T08:00:00Z", blockNumber: 2, until: "2026-09-01T00:00:00Z" })]),
    grantOf(1, 4, [says({ mayPassOn: true }), says({ mayPassOn: true, until: "2036-01-01T00:00:00Z", recordedAt: "2026-08-01T10:00:00Z", blockNumber: 60 })]),
    grantOf(3, 5, [says({ from: "2026-02-01T00:00:00Z", recordedAt: "2026-02-01T11:00:00Z", blockNumber: 11 })]),
    grantOf(3, 6, [says({ blockNumber: 12, from: "2026-02-01T00:00:00Z", recordedAt: "2026-02-01T12:00:00Z" }), withdraws()]),
    grantOf(3, 7, [says({ blockNumber: 13, from: "2026-02-01T00:00:00Z", recordedAt: "2026-02-01T12:30:00Z" }), withdraws({ compromised: true, from: "2026-07-01T00:00:00Z", recordedAt: "2026-07-04T09:00:00Z", blockNumber: 50 })]),
    grantOf(4, 8, [says({ blockNumber: 14, recordedAt: "2026-02-02T12:00:00Z", from: "2026-02-02T00:00:00Z" })]),
    grantOf(4, 9, [says({ blockNumber: 70, recordedAt: "2026-09-02T12:00:00Z", from: "2027-01-01T00:00:00Z" })]),
    grantOf(1, 9, [says({ blockNumber: 15, recordedAt: "2026-02-03T12:00:00Z" })]),
    grantOf(3, 10, [says({ blockNumber: 16, from: "2026-02-01T00:00:00Z", recordedAt: "2026-02-04T12:00:00Z" })]),
  ],
);

const AEO = "AEO" as DocumentType;
const recognition = (recogniser: number, recognised: number, names: readonly [string, string], change: Record<string, unknown> = {}) => ({
  documentType: AEO,
  recogniser: { did: didOf(addressOf(recogniser), CHAIN), address: addressOf(recogniser), name: names[0] },
  recognised: { did: didOf(addressOf(recognised), CHAIN), address: addressOf(recognised), name: names[1] },
  ...{ from: "2026-01-01T00:00:00Z", recordedAt: "2026-01-01T09:00:00Z", mayPassOn: false, isInForce: true, ...change },
});
export const recognitions = {
  recognitions: [
    recognition(3, 4, ["Customs of Northland", "Customs of Southland"]),
    recognition(4, 3, ["Customs of Southland", "Customs of Northland"], { isInForce: false, reason: "accreditation_withdrawn", until: "2026-06-01T00:00:00Z" }),
  ],
  isComplete: true,
  block: world.block,
};

export const holder = { id: "5f1d0c2b7a9e4f36", issuer: { did: didOf(addressOf(3), CHAIN), address: addressOf(3), name: "Customs of Northland" }, scopes: ["accredit", "read"] };

/** A statement as its grantor sees it. */
export const ownStatement = (id: string, change: Record<string, unknown> = {}) => ({
  ...{ id, kind: "grant", grantor: holder.issuer, grantee: { did: didOf(addressOf(5), CHAIN), address: addressOf(5), name: "Chamber of Commerce of Harbour City" } },
  ...{ documentType: "861", from: "2026-02-01T00:00:00Z", until: "2031-01-01T00:00:00Z", mayPassOn: false, state: "final", acceptedAt: "2026-02-01T10:59:58Z", recordedAt: "2026-02-01T11:00:00Z", ledgerSays: "granted", ...change },
});

export const KEY = "ts_5f1d0c2b7a9e4f36_secret";
const unknownKey = { status: 401, problem: { type: "/problems/key_unknown", title: "", status: 401, code: "key_unknown", detail: "This API key is not one of this service.", requestId: "r-1" } };

/** What `/v1/me` answers to this holder. */
export const meOf = ({ id, issuer, scopes }: typeof holder): object => ({ issuer, key: { id, scopes } });

/** A resource that only this key opens. */
export const withKey = (route: Route): Route => (call) => (call.headers.authorization === `Bearer ${KEY}` ? route(call) : unknownKey);

/** The API around this graph, with nobody having said anything of their own. */
export function serve(service: FakeService, graph: TrustGraph = world): void {
  service.routes.clear();
  service.routes.set("GET /v1/trust-graph", ({ query }) => ({ json: query.get("documentType") === graph.documentType ? graph : graphOf(graph.parties.filter(({ isTrustRoot }) => isTrustRoot), [], { documentType: query.get("documentType") as DocumentType }) }));
  service.routes.set("GET /v1/recognitions", () => ({ json: recognitions }));
  service.routes.set("GET /v1/me", withKey(() => ({ json: meOf(holder) })));
  service.routes.set("GET /v1/grants", withKey(() => ({ json: { grants: [ownStatement("g-1")] } })));
}

/** So many that they cannot all be drawn: one root, `wide` customs, the rest chambers below them. */
export function crowd(count: number, wide: number): TrustGraph {
  const parties = Array.from({ length: count }, (_, number) => party(number + 1, number === 0 ? "Federation" : number <= wide ? `Customs ${number}` : `Chamber of Commerce and Industry ${number}`, { isTrustRoot: number === 0 }));
  const grants = parties.slice(1).map((_, place) => (place < wide ? grantOf(1, place + 2, [says({ mayPassOn: true })]) : grantOf((place % wide) + 2, place + 2, place % 7 === 0 ? [says(), withdraws()] : [says()])));
  return graphOf(parties, grants);
}

