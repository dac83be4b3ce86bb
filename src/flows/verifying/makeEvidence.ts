// Make evidence: has a node prove what the ledger keeps of a sealed document, and believes it only once the proofs hold.

import { leafOf } from "../../core/digest.ts";
import type { ContractProof, EvidenceFile } from "../../core/evidenceFile.ts";
import { Fault } from "../../core/fault.ts";
import { ledgerIdOf, type ChainHash, type Ledger, type LeafName } from "../../core/ledger.ts";
import { anchorSlot, countIn, statementCountSlot, statementSlots } from "../../core/ledgerSlots.ts";
import type { Seal } from "../../core/seal.ts";
import type { ProofReader, ProofSource } from "./offlinePorts.ts";
import { recordIn, statementsIn } from "./verifyOffline.ts";

export interface MakeEvidencePorts {
  readonly source: ProofSource;
  readonly proofs: ProofReader;
  readonly ledger: Ledger;
}

/** Evidence, with what it says as far as whoever keeps it should know. */
export interface MadeEvidence {
  readonly evidence: EvidenceFile;
  readonly blockNumber: number;
  /** Whether the ledger has the anchor at that block: evidence of its absence is evidence, too. */
  readonly isAnchored: boolean;
  readonly hasStanding: boolean;
}

/**
 * Evidence of the seal's anchor, and of what the issuer said about the document, at the newest final block.
 *
 * A node that keeps no older states proves the newest block; the file then says that it is not final.
 *
 * @throws Fault `evidence_unavailable` when the node cannot prove it, or its proofs do not hold.
 */
export async function makeEvidence(seal: Seal, ports: MakeEvidencePorts): Promise<MadeEvidence> {
  const { proofs, ledger } = ports;
  const { contracts } = ledger;
  const name = { issuer: seal.issuer, documentType: seal.documentType, root: seal.root, leaf: leafOf(seal.digest) };
  const place = await placeFor([anchorSlot(name)], ports);
  const standing = await standingAt(name, place, ports);
  const evidence: EvidenceFile = { ledger: ledgerIdOf(ledger), block: place.block, anchor: place.anchor, standing };
  const header = proofs.headerIn(place.block.header)!;
  const record = await recordIn(name, header.stateRoot, { terms: { evidence, ledger }, proofs });
  if (!record.isAnswered) throw lying(`its proof of ${contracts.anchorRegistry.address} does not hold (${record.reason})`);
  const statements = await statementsIn(name, header.stateRoot, { terms: { evidence, ledger }, proofs });
  if (standing !== null && statements === null) throw lying(`its proof of ${contracts.standingRegistry.address} does not hold`);
  return { evidence, blockNumber: header.number, isAnchored: record.value !== null, hasStanding: standing !== null };
}

interface ProvenPlace {
  readonly block: EvidenceFile["block"];
  /** The block whose state the node is asked for: it has the same state root as `block`. */
  readonly stateOf: number;
  readonly anchor: ContractProof;
}

/** The final block where the node still has its state, or where a newer block has the very same state; else the newest. */
async function placeFor(slots: readonly ChainHash[], { source, proofs, ledger }: MakeEvidencePorts): Promise<ProvenPlace> {
  const { address } = ledger.contracts.anchorRegistry;
  const head = await source.head();
  const finalBlock = await headerAt(head.finalNumber, source);
  const atFinal = await source.proofAt(head.finalNumber, address, slots);
  if (atFinal !== null) return { block: { ...finalBlock, isFinal: true }, stateOf: head.finalNumber, anchor: atFinal };
  const newest = await headerAt(head.number, source);
  const atNewest = await source.proofAt(head.number, address, slots);
  if (atNewest === null) throw new Fault("evidence_unavailable", `The ledger's endpoint keeps the state of neither block ${head.finalNumber}, its newest final one, nor block ${head.number}, its newest. Ask again, or ask a node that keeps older states.`);
  const isSameState = proofs.headerIn(newest.header)!.stateRoot === proofs.headerIn(finalBlock.header)!.stateRoot;
  return { block: isSameState ? { ...finalBlock, isFinal: true } : { ...newest, isFinal: head.number <= head.finalNumber }, stateOf: head.number, anchor: atNewest };
}

async function headerAt(number: number, source: ProofSource) {
  const header = await source.headerAt(number);
  if (header === null) throw new Fault("evidence_unavailable", `The ledger's endpoint does not give block ${number} any more. Ask again.`);
  return header;
}

/** What the issuer said about the leaf: first how often, then each word. `null` when that is more than evidence carries. */
async function standingAt(name: LeafName, { block, stateOf }: ProvenPlace, { source, proofs, ledger }: MakeEvidencePorts): Promise<ContractProof | null> {
  const { address } = ledger.contracts.standingRegistry;
  const countSlot = statementCountSlot(name.issuer, name);
  const counted = await source.proofAt(stateOf, address, [countSlot]);
  const account = counted === null ? null : await proofs.accountIn(proofs.headerIn(block.header)!.stateRoot, address, counted.accountProof);
  if (counted === null || account === null || account === "absent") return null;
  const word = await proofs.wordIn(account.storageRoot, countSlot, counted.slots[0]!.proof);
  if (word === null) throw lying(`its proof of ${address} does not hold`);
  const count = countIn(word);
  if (count === null || count === 0) return count === 0 ? counted : null;
  const slots = Array.from({ length: count }, (_, place) => statementSlots(countSlot, place)).flatMap(({ statement, replacement }) => [statement, replacement]);
  return source.proofAt(stateOf, address, [countSlot, ...slots]);
}

const lying = (what: string): Fault => new Fault("evidence_unavailable", `The ledger's endpoint cannot be believed: ${what}. Ask another node.`);
