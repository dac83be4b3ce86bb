// The ledger as a verifier sees it: every answer as of one block, named by its hash.

import type { Address } from "../../core/address.ts";
import type { Digest } from "../../core/digest.ts";
import {
  ledgerIdOf,
  NO_END,
  standingReasons,
  standings,
  type AnchorName,
  type AnchorRecord,
  type Block,
  type GrantName,
  type GrantStatement,
  type LeafName,
  type StandingStatement,
} from "../../core/ledger.ts";
import type { LedgerReader } from "../../flows/ports.ts";
import { addressWord, documentTypeWord, isZero, selector, Words } from "./abiWords.ts";
import { BlockMemory } from "./blockMemory.ts";
import type { LedgerConnection } from "./connection.ts";
import { unreachable } from "./jsonRpc.ts";


const ANCHOR_OF = selector("anchorOf(address,bytes8,bytes32)");
const STANDINGS_OF = selector("statementsOf(address,address,bytes8,bytes32)");
const GRANTS_OF = selector("statementsOf(address,address,bytes8)");
const CHANGED = selector("changed(address)");

/** Reads the ledger over `connection`. What was read at the newest few blocks is remembered. */
export function ledgerReader(connection: LedgerConnection): LedgerReader {
  const { ledger } = connection;
  const { didRegistry, anchorRegistry, standingRegistry, accreditationRegistry } = ledger.contracts;
  const memory = new BlockMemory();
  const ask = <T>(to: Address, question: string, { at, decode }: { at: Block; decode: (answer: unknown) => T }): Promise<T> =>
    memory.recall(at.hash, question, async () => {
      // By hash and canonical (EIP-1898): a block that a reorganisation took away must not answer.
      const answer = await connection.read("eth_call", [{ to, data: question }, { blockHash: at.hash, requireCanonical: true }]);
      return decode(answer);
    });
  return {
    id: ledgerIdOf(ledger),
    head: () => connection.head(),
    anchorOf: (name, at) => ask(anchorRegistry.address, anchorQuestion(name), { at, decode: decodeAnchor }),
    standingsOf: (speaker, name, at) => ask(standingRegistry.address, standingsQuestion(speaker, name), { at, decode: decodeStandings }),
    didChangedIn: (identity, at) => ask(didRegistry.address, CHANGED + addressWord(identity), { at, decode: (answer) => new Words(answer).number(0) }),
    grantsOf: (name, at) => ask(accreditationRegistry.address, grantsQuestion(name), { at, decode: decodeGrants }),
  };
}

/** The call data of `anchorOf`. */
export const anchorQuestion = ({ issuer, documentType, root }: AnchorName): string => ANCHOR_OF + addressWord(issuer) + documentTypeWord(documentType) + root;

/** The call data of the standing registry's `statementsOf`. */
export const standingsQuestion = (speaker: Address, { issuer, documentType, leaf }: LeafName): string =>
  STANDINGS_OF + addressWord(speaker) + addressWord(issuer) + documentTypeWord(documentType) + leaf;

/** The call data of the accreditation registry's `statementsOf`. */
export const grantsQuestion = ({ grantor, grantee, documentType }: GrantName): string =>
  GRANTS_OF + addressWord(grantor) + addressWord(grantee) + documentTypeWord(documentType);

/** What `anchorOf` answered, or `null` for "never anchored". Throws `ledger_unreachable` on what cannot be its answer. */
export function decodeAnchor(answer: unknown): AnchorRecord | null {
  const words = new Words(answer);
  if (words.length !== 4) throw unreachable("The ledger's endpoint gave an answer that the contract cannot give.");
  const size = words.number(2);
  return size === 0 ? null : { time: words.number(0), blockNumber: words.number(1), size, hasLeaves: words.boolean(3) };
}

/** What the standing registry's `statementsOf` answered. Throws `ledger_unreachable` on what cannot be its answer. */
export function decodeStandings(answer: unknown): readonly StandingStatement[] {
  const words = new Words(answer);
  return words.rows(6).map((row) => {
    const standing = standings[words.number(row)];
    if (standing === undefined) throw unreachable("The ledger's endpoint gave a standing that does not exist.");
    const replacement = words.at(row + 5);
    return {
      standing,
      reason: standingReasons[words.number(row + 1)] ?? "unspecified",
      replacement: isZero(replacement) ? null : (replacement as Digest),
      time: words.number(row + 2),
      blockNumber: words.number(row + 3),
      account: words.address(row + 4),
    };
  });
}

/** What the accreditation registry's `statementsOf` answered. Throws `ledger_unreachable` on what cannot be its answer. */
export function decodeGrants(answer: unknown): readonly GrantStatement[] {
  const words = new Words(answer);
  return words.rows(8).map((row) => {
    const isGranted = words.boolean(row + 4);
    return {
      isGranted,
      from: words.number(row),
      until: isGranted ? words.number(row + 1) : NO_END,
      mayPassOn: words.boolean(row + 5),
      isCompromised: words.boolean(row + 6),
      time: words.number(row + 2),
      blockNumber: words.number(row + 3),
      particulars: words.hash(row + 7),
    };
  });
}
