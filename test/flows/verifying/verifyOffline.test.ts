/**
 * Goal: evidence proves a sealed document's anchor with nobody asked; evidence that was changed in any one way proves
 * nothing and says what is wrong with it; and it is never a yes. A node that lies about its proofs is found out (H7).
 * Method: the real contracts on a real chain prove a few documents; then one thing is spoilt per row.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proofSource } from "../../../src/adapters/ledger/proofs.ts";
import { proofReader } from "../../../src/adapters/proofs.ts";
import { digestOf, leafOf, type Digest } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { parseEvidence, writeEvidence, type ContractProof, type EvidenceFile, type HexBytes } from "../../../src/core/evidenceFile.ts";
import { ledgerIdOf, type ChainHash, type Ledger } from "../../../src/core/ledger.ts";
import { keccak } from "../../../src/core/ledgerSlots.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import type { Reason } from "../../../src/core/outcome.ts";
import type { Seal } from "../../../src/core/seal.ts";
import { makeEvidence } from "../../../src/flows/verifying/makeEvidence.ts";
import type { ProofSource } from "../../../src/flows/verifying/offlinePorts.ts";
import { verifyOffline } from "../../../src/flows/verifying/verifyOffline.ts";
import { person, startLedger } from "../../adapters/ledger/chain.ts";
import { until } from "../../until.ts";

const issuer = person("offline issuer");
const origin = parseDocumentType("861");
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
let world: Awaited<ReturnType<typeof startLedger>>;
let paper: Seal, revoked: Seal, unknown: Seal;
let ofYoungLedger: EvidenceFile, evidence: EvidenceFile, ofRevoked: EvidenceFile, ofUnknown: EvidenceFile;
let source: ProofSource;

function sealsOver(...texts: string[]): Seal[] {
  const digests = texts.map((text) => digestOf(bytesOf(text)));
  const tree = treeOf(digests.map(leafOf));
  return digests.map((digest, index) => ({ ledger: ledgerIdOf(world.ledger), issuer: issuer.address, documentType: origin, digest, root: tree.root, index, size: tree.size, path: tree.pathOf(index), unknown: {} }));
}

const make = async (seal: Seal, from = source) => (await makeEvidence(seal, { source: from, proofs: proofReader, ledger: world.ledger })).evidence;

beforeAll(async () => {
  world = await startLedger([issuer]);
  source = proofSource(world.connection);
  [paper, revoked] = sealsOver("paper", "revoked") as [Seal, Seal];
  [unknown] = sealsOver("nobody anchored this") as [Seal];
  const anchored = await world.carry({ kind: "anchor", issuer: issuer.address, documentType: origin, root: paper.root, leaves: [paper, revoked].map(({ digest }) => leafOf(digest)), isPublished: true }, issuer.address);
  await until(async () => (await world.reader.head()).finalNumber >= anchored.block.number);
  ofYoungLedger = await make(paper);
  const word = { kind: "standing", speaker: issuer.address, issuer: issuer.address, documentType: origin, leaves: [leafOf(revoked.digest)], reason: "wrong_content" } as const;
  await world.carry({ ...word, standing: "suspended", replacement: null }, issuer.address);
  const { block } = await world.carry({ ...word, standing: "replaced", reason: "superseded", replacement: paper.digest }, issuer.address);
  await until(async () => (await world.reader.head()).finalNumber >= block.number);
  [evidence, ofRevoked, ofUnknown] = [await make(paper), await make(revoked), await make(unknown)];
});
afterAll(() => world.stop());

interface Given {
  readonly evidence: EvidenceFile;
  readonly blockHash: ChainHash;
  readonly ledger: Ledger;
  readonly seal: Seal;
  readonly digest: Digest;
}

const inOrder = (): Given => ({ evidence, blockHash: evidence.block.hash, ledger: world.ledger, seal: paper, digest: paper.digest });

async function judged(given: Given) {
  const { seal, digest, ...terms } = given;
  const written = parseEvidence(bytesOf(writeEvidence(terms.evidence)));
  const { report, statements } = await verifyOffline({ digest, seal, documentType: null }, { ...terms, evidence: written, clock: () => 2_000_000_000 }, proofReader);
  const of = (check: string) => report.findings.find((finding) => finding.check === check)!;
  return { report, statements, verdict: report.verdict, reason: report.reason, integrity: of("integrity").outcome, anchored: of("anchored"), entitled: of("entitled"), current: of("current") };
}

test("evidence in order: integrity and anchoring are certain, entitlement and standing are not, and it is no yes", async () => {
  const { report, statements, ...answer } = await judged(inOrder());
  expect(answer).toMatchObject({ verdict: "undetermined", reason: "not_in_evidence", integrity: "passed", anchored: { outcome: "passed" }, entitled: { outcome: "unknown", reason: "not_in_evidence" }, current: { outcome: "unknown", reason: "not_in_evidence" } });
  const record = await world.reader.anchorOf(paper, await world.reader.head());
  expect(report.anchors[0]).toMatchObject({ blockNumber: record!.blockNumber, size: 2, isFinal: true });
  expect(report.block).toMatchObject({ hash: evidence.block.hash, number: (await world.reader.head()).finalNumber });
  expect(statements).toEqual([]);
});

test("what the issuer had said is proven word by word, as the contract has it", async () => {
  const { statements, verdict } = await judged({ ...inOrder(), evidence: ofRevoked, blockHash: ofRevoked.block.hash, seal: revoked, digest: revoked.digest });
  const name = { issuer: issuer.address, documentType: origin, leaf: leafOf(revoked.digest) };
  expect(statements).toEqual(await world.reader.standingsOf(issuer.address, name, await world.reader.head()));
  expect(statements!.map(({ standing }) => standing)).toEqual(["suspended", "replaced"]);
  expect(verdict).toBe("undetermined");
});

test("on a ledger on which nobody ever spoke of a standing, that too is proven", async () => {
  const { statements, anchored } = await judged({ ...inOrder(), evidence: ofYoungLedger, blockHash: ofYoungLedger.block.hash });
  expect([statements, anchored.outcome]).toEqual([[], "passed"]);
});

test("an anchor that is not there is proven absent as at the block: not_found", async () => {
  const answer = await judged({ ...inOrder(), evidence: ofUnknown, blockHash: ofUnknown.block.hash, seal: unknown, digest: unknown.digest });
  expect(answer).toMatchObject({ verdict: "not_found", reason: "not_anchored" });
});

test("another file with the seal: altered, whatever the evidence says", async () => {
  expect(await judged({ ...inOrder(), digest: digestOf(bytesOf("another")) })).toMatchObject({ verdict: "altered", reason: "file_differs" });
});

const flipped = (bytes: HexBytes, at = bytes.length - 3): HexBytes => `${bytes.slice(0, at)}${bytes[at] === "0" ? "1" : "0"}${bytes.slice(at + 1)}` as HexBytes;
const flippedIn = (nodes: readonly HexBytes[], place: number): HexBytes[] => nodes.map((node, each) => (each === place ? flipped(node) : node));
const onAnchor = (change: (anchor: ContractProof) => Partial<ContractProof>) => (given: Given): Given => ({ ...given, evidence: { ...given.evidence, anchor: { ...given.evidence.anchor, ...change(given.evidence.anchor) } } });
const onSlot = (change: (anchor: ContractProof) => Partial<ContractProof["slots"][number]>) => onAnchor((anchor) => ({ slots: [{ ...anchor.slots[0]!, ...change(anchor) }] }));
const onBlock = (change: Partial<EvidenceFile["block"]>) => (given: Given): Given => ({ ...given, evidence: { ...given.evidence, block: { ...given.evidence.block, ...change } } });
const otherCode = (given: Given): Given => ({ ...given, ledger: { ...given.ledger, contracts: { ...given.ledger.contracts, anchorRegistry: { ...given.ledger.contracts.anchorRegistry, codeHash: `0x${"7".repeat(64)}` } } } });

const spoilt: readonly [what: string, spoil: (given: Given) => Given, reason: Reason][] = [
  ["another trusted block",                     (given) => ({ ...given, blockHash: `0x${"1".repeat(64)}` }),                                   "evidence_other_block"],
  ["a header changed in one bit",               (given) => onBlock({ header: flipped(given.evidence.block.header) })(given),                   "evidence_header_differs"],
  ["no header",                                 onBlock({ header: "0x" }),                                                                     "evidence_header_differs"],
  ["a header that is no list",                  (given) => ({ ...onBlock({ header: "0x80", hash: keccak(Uint8Array.of(0x80)) })(given), blockHash: keccak(Uint8Array.of(0x80)) }), "evidence_header_differs"],
  ["the first account node tampered with",      onAnchor(({ accountProof }) => ({ accountProof: flippedIn(accountProof, 0) })),                "evidence_broken"],
  ["the last account node tampered with",       onAnchor(({ accountProof }) => ({ accountProof: flippedIn(accountProof, accountProof.length - 1) })), "evidence_broken"],
  ["the last account node missing",             onAnchor(({ accountProof }) => ({ accountProof: accountProof.slice(0, -1) })),                 "evidence_broken"],
  ["no account nodes",                          onAnchor(() => ({ accountProof: [] })),                                                        "evidence_broken"],
  ["a storage node tampered with",              onSlot(({ slots }) => ({ proof: flippedIn(slots[0]!.proof, slots[0]!.proof.length - 1) })),    "evidence_broken"],
  ["no storage nodes",                          onSlot(() => ({ proof: [] })),                                                                 "evidence_broken"],
  ["the storage proof of another contract",     (given) => onSlot(() => ({ proof: ofRevoked.standing!.slots[1]!.proof }))(given),              "evidence_broken"],
  ["another slot, honestly labelled",           onSlot(() => ({ slot: `0x${"5".repeat(64)}` })),                                               "evidence_other_record"],
  ["another document's evidence",               (given) => ({ ...given, evidence: ofUnknown, blockHash: ofUnknown.block.hash }),               "evidence_other_record"],
  ["another account, honestly labelled",        (given) => onAnchor(() => ({ address: world.ledger.contracts.standingRegistry.address }))(given), "evidence_other_account"],
  ["another account's nodes under our label",   (given) => onAnchor(() => ({ accountProof: given.evidence.standing!.accountProof }))(given),   "evidence_broken"],
  ["another code than the ledger's",            otherCode,                                                                                     "evidence_other_code"],
  ["the evidence of another ledger",            (given) => ({ ...given, evidence: { ...given.evidence, ledger: { ...given.evidence.ledger, genesis: `0x${"7".repeat(64)}` } } }), "ledger_unknown"],
  ["the seal of another ledger",                (given) => ({ ...given, seal: { ...given.seal, ledger: { ...given.seal.ledger, chainId: 5 } } }), "ledger_unknown"],
  ["a block that was not final",                onBlock({ isFinal: false }),                                                                   "awaiting_finality"],
];

describe("spoilt in one way", () => {
  for (const [what, spoil, reason] of spoilt) {
    test(`${what}: ${reason}`, async () => {
      const { verdict, anchored } = await judged(spoil(inOrder()));
      expect([verdict, anchored]).toEqual(["undetermined", { check: "anchored", outcome: "unknown", reason }]);
    });
  }

  test("every bit of every proof counts", async () => {
    const { anchor } = evidence;
    const last = anchor.slots[0]!.proof.length - 1;
    for (let at = 2; at < anchor.slots[0]!.proof[last]!.length; at += 7) {
      const spoil = onSlot(({ slots }) => ({ proof: slots[0]!.proof.map((node, place) => (place === last ? flipped(node, at) : node)) }));
      expect((await judged(spoil(inOrder()))).anchored.outcome, `character ${at}`).toBe("unknown");
    }
  });

  test("a standing that was tampered with is not told at all", async () => {
    const { standing } = ofRevoked;
    const given = { ...inOrder(), blockHash: ofRevoked.block.hash, seal: revoked, digest: revoked.digest };
    for (const place of standing!.slots.keys()) {
      const slots = standing!.slots.map((slot, each) => (each === place ? { ...slot, proof: flippedIn(slot.proof, slot.proof.length - 1) } : slot));
      expect((await judged({ ...given, evidence: { ...ofRevoked, standing: { ...standing!, slots } } })).statements).toBeNull();
    }
    // Words left out are noticed by their count.
    expect((await judged({ ...given, evidence: { ...ofRevoked, standing: { ...standing!, slots: standing!.slots.slice(0, 3) } } })).statements).toBeNull();
  });
});

describe("a node that makes evidence", () => {
  const lying = (change: Partial<ProofSource>): ProofSource => ({ ...source, ...change });

  test("proves the final block", async () => {
    expect(evidence.block).toMatchObject({ isFinal: true, hash: (await world.connection.blockAt((await world.reader.head()).finalNumber))!.hash });
  });

  const lies: readonly [what: string, lie: () => Partial<ProofSource>][] = [
    ["of another account",     () => ({ proofAt: async (block, _address, slots) => source.proofAt(block, world.ledger.contracts.didRegistry.address, slots) })],
    ["with a node changed",    () => ({ proofAt: async (...asked) => { const given = (await source.proofAt(...asked))!; return { ...given, accountProof: flippedIn(given.accountProof, 0) }; } })],
    ["of an older state",      () => ({ proofAt: async (_block, address, slots) => source.proofAt(1, address, slots) })],
    ["of another slot",        () => ({ proofAt: async (block, address, slots) => { const given = (await source.proofAt(block, address, slots.map(() => `0x${"5".repeat(64)}` as ChainHash)))!; return { ...given, slots: given.slots.map(({ proof }, place) => ({ slot: slots[place]!, proof: proof.slice(0, -1) })) }; } })],
  ];
  for (const [what, lie] of lies) {
    test(`is found out when it gives a proof ${what}`, async () => {
      await expect(make(paper, lying(lie()))).rejects.toMatchObject({ code: "evidence_unavailable" });
    });
  }

  test("that keeps only its newest state proves that one, and the file says that it is not final", async () => {
    const { number } = await world.reader.head();
    const newestOnly = lying({ proofAt: async (block, ...asked) => (block === number ? source.proofAt(block, ...asked) : null), head: async () => ({ ...(await source.head()), finalNumber: 1 }) });
    const made = await make(paper, newestOnly);
    expect(made.block.isFinal).toBe(false);
    expect(await judged({ ...inOrder(), evidence: made, blockHash: made.block.hash })).toMatchObject({ verdict: "undetermined", anchored: { reason: "awaiting_finality" } });
  });

  test("that keeps only its newest state, which is the final block's too: the final block is proven", async () => {
    const { number } = await world.reader.head();
    // An idle chain without system calls: its last blocks change nothing. This one's do, so the newest header stands in for the final one.
    const idle = lying({ headerAt: () => source.headerAt(number), proofAt: async (block, ...asked) => (block === number ? source.proofAt(block, ...asked) : null) });
    const made = await make(paper, idle);
    expect(made.block.isFinal).toBe(true);
    expect((await judged({ ...inOrder(), evidence: made, blockHash: made.block.hash })).anchored.outcome).toBe("passed");
  });

  test("that keeps no state at all says so", async () => {
    await expect(make(paper, lying({ proofAt: async () => null }))).rejects.toMatchObject({ code: "evidence_unavailable", message: expect.stringContaining("keeps the state of neither block") });
  });
});

const malformed: readonly [what: string, text: () => string, says: string][] = [
  ["no JSON",              () => "{",                                                                "not readable JSON"],
  ["a list",               () => "[]",                                                               "a JSON object"],
  ["another format",       () => writeEvidence(evidence).replace("evidence/1", "evidence/2"),        "format"],
  ["a node that is none",  () => writeEvidence(evidence).replace('"accountProof":["0x', '"accountProof":["0xz'), "anchor.accountProof"],
  ["no slots",             () => writeEvidence({ ...evidence, anchor: { ...evidence.anchor, slots: [] } }), "anchor.slots"],
  ["a header too long",    () => writeEvidence({ ...evidence, block: { ...evidence.block, header: `0x${"c0".repeat(32_769)}` } }), "block.header"],
  ["too many nodes",       () => writeEvidence({ ...evidence, anchor: { ...evidence.anchor, accountProof: Array(66).fill("0x00") } }), "anchor.accountProof"],
  ["more than a megabyte", () => " ".repeat(1_048_577),                                              "at most"],
];
for (const [what, text, says] of malformed) {
  test(`malformed: ${what}`, () => {
    expect(() => parseEvidence(bytesOf(text()))).toThrow(expect.objectContaining({ code: "evidence_malformed", message: expect.stringContaining(says) }));
  });
}
