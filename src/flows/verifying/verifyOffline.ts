// Verify offline: judges a sealed document by evidence alone. Nobody is asked, so what the evidence does not prove stays unknown.

import type { Address } from "../../core/address.ts";
import { leafOf } from "../../core/digest.ts";
import type { AnchorEvidence, Subject } from "../../core/evidence.ts";
import type { ContractProof, EvidenceFile } from "../../core/evidenceFile.ts";
import { isSameLedger, ledgerIdOf, type AnchorName, type AnchorRecord, type ChainHash, type Head, type LeafName, type Ledger, type LedgerContract, type StandingStatement } from "../../core/ledger.ts";
import { anchorIn, anchorSlot, countIn, statementCountSlot, statementIn, statementSlots, ZERO_WORD, type Word } from "../../core/ledgerSlots.ts";
import { answer, silence, type Asked } from "../../core/outcome.ts";
import { reportOn, type Report } from "../../core/report.ts";
import type { Seal } from "../../core/seal.ts";
import type { ProofReader } from "./offlinePorts.ts";
import type { Clock } from "../ports.ts";

/** What an offline verdict rests on. */
export interface OfflineTerms {
  readonly evidence: EvidenceFile;
  /** The block that the person trusts, by its hash. */
  readonly blockHash: ChainHash;
  /** The ledger that the person believes in. */
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** What the issuer had said about the document by the evidence's block; `null` when the evidence does not prove it. */
export type ProvenStatements = readonly StandingStatement[] | null;

/** The report, and what is certain beside it. */
export interface OfflineAnswer {
  readonly report: Report;
  readonly statements: ProvenStatements;
}

/**
 * Tells what the evidence proves about a sealed document as at its block: integrity and anchoring.
 *
 * Whether the issuer was entitled and whether the document stands now it cannot tell, so this is never a yes.
 */
export async function verifyOffline(subject: Subject & { readonly seal: Seal }, terms: OfflineTerms, proofs: ProofReader): Promise<OfflineAnswer> {
  const { ledger, clock } = terms;
  const { seal } = subject;
  const name: AnchorName = { issuer: seal.issuer, documentType: seal.documentType, root: seal.root };
  const block = headOf(terms, proofs);
  const record: Asked<AnchorRecord | null> = block.isAnswered ? await recordIn(name, block.value.stateRoot, { terms, proofs }) : block;
  const statements = block.isAnswered && record.isAnswered ? await statementsIn({ ...name, leaf: leafOf(subject.digest) }, block.value.stateRoot, { terms, proofs }) : null;
  const unproven = silence("not_in_evidence");
  const speeches = statements === null ? unproven : answer([{ speaker: seal.issuer, statements }]);
  const anchor: AnchorEvidence = { name, record, account: null, grants: record.isAnswered ? unproven : record, names: new Map(), speeches, deactivatedIn: unproven };
  const report = reportOn({ subject, ledger: ledgerIdOf(ledger), trustRoots: [], head: block.isAnswered ? answer(block.value.head) : block, anchors: answer([anchor]), now: clock() });
  return { report, statements };
}

interface Means {
  readonly terms: Pick<OfflineTerms, "evidence" | "ledger">;
  readonly proofs: ProofReader;
}

/** The block is the one that the person trusts, and its header is that block's: every other step hangs from this one. */
function headOf({ evidence: { block, ledger }, blockHash, ledger: believed }: OfflineTerms, proofs: ProofReader): Asked<{ head: Head; stateRoot: ChainHash }> {
  if (!isSameLedger(ledger, ledgerIdOf(believed))) return silence("ledger_unknown");
  if (block.hash !== blockHash) return silence("evidence_other_block");
  const header = proofs.headerIn(block.header);
  if (header === null || header.hash !== blockHash) return silence("evidence_header_differs");
  const { hash, number, time, stateRoot } = header;
  return answer({ stateRoot, head: { hash, number, time, finalNumber: block.isFinal ? number : -1 } });
}

/** The anchor's record at the block, each step from the state root down proven. */
export async function recordIn(name: AnchorName, stateRoot: ChainHash, { terms: { evidence, ledger }, proofs }: Means): Promise<Asked<AnchorRecord | null>> {
  const words = await wordsOf(evidence.anchor, { contract: ledger.contracts.anchorRegistry, stateRoot, proofs });
  if (!words.isAnswered) return words;
  const word = await words.value(anchorSlot(name));
  return word.isAnswered ? answer(anchorIn(word.value)) : word;
}

/** Everything the issuer had said about the leaf, or `null` when the evidence leaves anything of it unproven. */
export async function statementsIn(name: LeafName, stateRoot: ChainHash, { terms: { evidence, ledger }, proofs }: Means): Promise<ProvenStatements> {
  if (evidence.standing === null) return null;
  const words = await wordsOf(evidence.standing, { contract: ledger.contracts.standingRegistry, stateRoot, proofs });
  if (!words.isAnswered) return null;
  const valueAt = async (slot: ChainHash): Promise<Word | null> => words.value(slot).then((word) => (word.isAnswered ? word.value : null));
  return readStatements(name.issuer, name, valueAt);
}

/** The statements that a storage holds, or `null` when a slot does not answer. */
async function readStatements(speaker: Address, name: LeafName, valueAt: (slot: ChainHash) => Promise<Word | null>): Promise<ProvenStatements> {
  const countSlot = statementCountSlot(speaker, name);
  const counted = await valueAt(countSlot);
  const count = counted === null ? null : countIn(counted);
  if (count === null) return null;
  const statements: StandingStatement[] = [];
  for (let place = 0; place < count; place += 1) {
    const slots = statementSlots(countSlot, place);
    const [word, replacement] = [await valueAt(slots.statement), await valueAt(slots.replacement)];
    const statement = word === null || replacement === null || word === ZERO_WORD ? null : statementIn(word, replacement);
    if (statement === null) return null;
    statements.push(statement);
  }
  return statements;
}

interface Place {
  readonly contract: LedgerContract;
  readonly stateRoot: ChainHash;
  readonly proofs: ProofReader;
}

/** A reader of the contract's storage, once account and code are proven to be the ledger's. */
async function wordsOf(given: ContractProof, { contract, stateRoot, proofs }: Place): Promise<Asked<(slot: ChainHash) => Promise<Asked<Word>>>> {
  if (given.address !== contract.address) return silence("evidence_other_account");
  const account = await proofs.accountIn(stateRoot, contract.address, given.accountProof);
  if (account === null) return silence("evidence_broken");
  if (account === "absent" || account.codeHash !== contract.codeHash) return silence("evidence_other_code");
  return answer(async (slot) => {
    const found = given.slots.find((each) => each.slot === slot);
    if (found === undefined) return silence("evidence_other_record");
    const word = await proofs.wordIn(account.storageRoot, slot, found.proof);
    return word === null ? silence("evidence_broken") : answer(word);
  });
}
