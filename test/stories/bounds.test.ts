/**
 * Goal: a large federation, a deep one, and strangers without number cost a verifier well under a second, and change no answer.
 * Method: the real index holds all their grants, a ledger that answers by script holds the statements, and the real flow gathers and judges;
 * the first question fills the index's memory, the second is measured. The bound is loose: each takes a few milliseconds on a machine with nothing else to do.
 */
import { expect, test } from "vitest";
import { SqliteIndex } from "../../src/adapters/index/sqliteIndex.ts";
import { openDatabase } from "../../src/adapters/store/nodeSqlite.ts";
import type { Address } from "../../src/core/address.ts";
import type { ChainHash, GrantName, GrantStatement } from "../../src/core/ledger.ts";
import type { Subject } from "../../src/core/evidence.ts";
import { leafOf } from "../../src/core/digest.ts";
import type { LedgerEvent, VerifyPorts } from "../../src/flows/ports.ts";
import { verify } from "../../src/flows/verifying/verify.ts";
import { ANCHORED_AT, anchorInOrder, blockTime, chamber, customs, digest, granted, head, identity, ledger, origin, seal, trustRoot, withdrawn } from "../core/world.ts";

type Grant = readonly [grantor: Address, grantee: Address, ...statements: GrantStatement[]];

/** A verifier on a ledger that says just this, with one anchor of the document by `issuer`. */
function verifierOf(grants: readonly Grant[], issuer: Address): VerifyPorts {
  const said = new Map(grants.map(([grantor, grantee, ...statements]) => [`${grantor}>${grantee}`, statements]));
  const place = { blockNumber: 100, blockHash: head.hash, logIndex: 0 };
  const accredited = grants.map(([grantor, grantee]): LedgerEvent => ({ ...place, kind: "accredited", grantor, grantee, documentType: origin, mayPassOn: true, name: "Somebody", credentialDigest: NONE, particulars: NONE }));
  const anchored: LedgerEvent = { ...place, ...blockTime(ANCHORED_AT), kind: "anchored", issuer, documentType: origin, root: seal.root, size: 1, account: issuer, leaves: [leafOf(digest)] };
  const index = new SqliteIndex(openDatabase(":memory:"), "bounds");
  index.add([...accredited, anchored], { after: null, reached: head });
  const record = anchorInOrder.record.isAnswered ? anchorInOrder.record.value : null;
  return {
    ledger: { id: ledger, head: async () => head, anchorOf: async () => record, standingsOf: async () => [], didChangedIn: async () => 0, grantsOf: async ({ grantor, grantee }: GrantName) => said.get(`${grantor}>${grantee}`) ?? [] },
    index,
    follower: { reach: async () => true },
    trustRoots: () => [trustRoot(customs, origin)],
    clock: () => head.time,
  };
}

const NONE: ChainHash = `0x${"00".repeat(32)}`;
const some = (count: number, from: number): Address[] => Array.from({ length: count }, (_, place) => identity(from + place));
const many = some(10_000, 1_000_000);
const unknown = some(10_000, 2_000_000);
const deep = some(16, 3_000_000);
const chain: Grant[] = deep.map((each, place) => [deep[place - 1] ?? customs, each, granted(100 + place)]);
const strangers: Grant[] = unknown.map((each) => [each, chamber, granted(200), withdrawn(300, { isCompromised: true })]);
const quarrels: Grant[] = unknown.map((each, place) => [each, unknown[(place + 1) % unknown.length]!, granted(200)]);

const worlds: readonly [what: string, grants: readonly Grant[], issuer: Address, verdict: string, links: number | undefined][] = [
  ["10,000 accredited by one authority",               many.map((each): Grant => [customs, each, granted(100)]),                         many[9_999]!, "authentic",    1],
  ["10,000 under one authority, and one nobody knows", many.map((each): Grant => [customs, each, granted(100)]),                         chamber,      "not_entitled", undefined],
  ["depth 16",                                         chain,                                                                            deep[15]!,    "authentic",    16],
  ["depth 16, broken in the middle",                   chain.map((grant, place): Grant => (place === 8 ? [grant[0], grant[1], granted(108, { mayPassOn: false })] : grant)), deep[15]!, "not_entitled", undefined],
  ["10,000 strangers' grants to a real issuer",        [[customs, chamber, granted(100)], ...strangers],                                 chamber,      "authentic",    1],
  ["10,000 strangers' grants and nobody else's",       strangers,                                                                        chamber,      "not_entitled", undefined],
  ["10,000 strangers in a ring, beside a real issuer", [[customs, chamber, granted(100)], ...quarrels],                                  chamber,      "authentic",    1],
  ["all of it together",                               [...chain, ...many.map((each): Grant => [customs, each, granted(100)]), ...strangers, [customs, chamber, granted(100)]], chamber, "authentic", 1],
];

const subject: Subject = { digest, seal: null, documentType: null };

test.for(worlds)("%s", async ([, grants, issuer, verdict, links]) => {
  const ports = verifierOf(grants, issuer);
  await verify(subject, ports);
  const start = performance.now();
  const report = await verify(subject, ports);
  const took = performance.now() - start;
  expect(report.verdict).toBe(verdict);
  expect(report.anchors[0]!.path?.length).toBe(links);
  // Ten times what it takes on a machine with nothing else to do: what grows out of bounds takes far longer.
  expect(took).toBeLessThan(10_000);
});
