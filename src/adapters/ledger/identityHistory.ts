// Everything that the ERC-1056 registry ever said about an identity, from its events alone: no node need keep old state.

import type { Address } from "../../core/address.ts";
import type { IdentityChange } from "../../core/identities/didEthr.ts";
import type { Block, Head } from "../../core/ledger.ts";
import type { IdentityHistory } from "../../flows/identities/identityPorts.ts";
import { addressWord, Words } from "./abiWords.ts";
import { BlockMemory } from "./blockMemory.ts";
import type { LedgerConnection } from "./connection.ts";
import { changeFrom, changeTopics, type ReadChange } from "./identityChanges.ts";
import { unreachable } from "./jsonRpc.ts";
import { toQuantity } from "./quantities.ts";
import { interfaces } from "./writeCalls.ts";

const CHANGED = interfaces.didRegistry.getFunction("changed")!.selector;
/** More blocks with changes of one identity than this are not followed. */
const BLOCKS_LIMIT = 1_000;
const IDENTITIES_LIMIT = 1_000;

/** The changes in one block, as found there. */
interface Chapter {
  readonly blockNumber: number;
  readonly blockHash: string;
  readonly changes: readonly IdentityChange[];
}

/**
 * The histories of identities over `connection`.
 *
 * The registry remembers the block of an identity's last change, and each event the block of the one before. So the whole
 * history is found block by block, and an event that a node keeps back is missed.
 */
export function identityHistory(connection: LedgerConnection): IdentityHistory {
  const memory = new BlockMemory();
  /** Newest chapter first. What stands in a block, named by its hash, and before it, never changes. */
  const known = new Map<Address, readonly Chapter[]>();

  async function chaptersAt(identity: Address, head: Head): Promise<readonly Chapter[]> {
    const chapters: Chapter[] = [];
    const former = known.get(identity) ?? [];
    for (let block = await lastChange(identity, head, connection); block > 0; ) {
      const { chapter, previous } = await chapterIn(block, identity, connection);
      const place = former.findIndex(({ blockHash }) => blockHash === chapter.blockHash);
      chapters.push(...(place < 0 ? [chapter] : former.slice(place)));
      if (chapters.length > BLOCKS_LIMIT) throw unreachable(`The identity ${identity} was changed in more than ${BLOCKS_LIMIT} blocks.`);
      block = place < 0 ? previous : 0;
    }
    known.delete(identity);
    known.set(identity, chapters);
    if (known.size > IDENTITIES_LIMIT) known.delete(known.keys().next().value!);
    return chapters;
  }

  return {
    async changesUntil(identity, at) {
      const head = await connection.head();
      const chapters = await memory.recall(head.hash, identity, () => chaptersAt(identity, head));
      await refuseOtherBranch([head, at], connection);
      return chapters.filter(({ blockNumber }) => blockNumber <= at.number).toReversed().flatMap(({ changes }) => changes);
    },
  };
}

/** The block of the identity's last change of any kind, or 0. Asked at the newest block: older state a node may have dropped. */
async function lastChange(identity: Address, { hash }: Head, connection: LedgerConnection): Promise<number> {
  const { address: to } = connection.ledger.contracts.didRegistry;
  const answer = await connection.read("eth_call", [{ to, data: CHANGED + addressWord(identity) }, { blockHash: hash, requireCanonical: true }]);
  return new Words(answer).number(0);
}

async function chapterIn(blockNumber: number, identity: Address, connection: LedgerConnection): Promise<{ chapter: Chapter; previous: number }> {
  const { address } = connection.ledger.contracts.didRegistry;
  const block = toQuantity(blockNumber);
  const logs = await connection.read("eth_getLogs", [{ address, topics: [changeTopics, `0x${addressWord(identity)}`], fromBlock: block, toBlock: block }]);
  if (!Array.isArray(logs)) throw unreachable("The ledger's endpoint gave something that is no list of events.");
  const found = logs.map(changeFrom).toSorted((left, right) => left.change.logIndex - right.change.logIndex);
  const [first] = found;
  if (first === undefined || !found.every((read, place) => fits(read, { first, blockNumber, isFirst: place === 0 }))) {
    throw unreachable(`The ledger's endpoint does not give the changes of ${identity} in block ${blockNumber} as the registry made them.`);
  }
  return { chapter: { blockNumber, blockHash: first.blockHash, changes: found.map(({ change }) => change) }, previous: first.previous };
}

/** The first change in a block points to an earlier one, each further change to this very block. */
function fits({ change, blockHash, previous }: ReadChange, { first, blockNumber, isFirst }: { first: ReadChange; blockNumber: number; isFirst: boolean }): boolean {
  const isLinked = isFirst ? previous < blockNumber : previous === blockNumber;
  return isLinked && change.blockNumber === blockNumber && blockHash === first.blockHash;
}

/** What was read holds for the blocks in question only while they are on the chain. */
async function refuseOtherBranch(blocks: readonly Block[], connection: LedgerConnection): Promise<void> {
  const now = await Promise.all(blocks.map(({ number }) => connection.blockAt(number)));
  if (blocks.some(({ hash }, place) => now[place]?.hash !== hash)) throw unreachable("A block in question is not on the chain, or not any more.");
}
