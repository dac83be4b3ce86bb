// Follow: keeps the index in step with the ledger, through reorganisations, and rebuilds it from nothing.

import { Fault } from "../../core/fault.ts";
import type { Block } from "../../core/ledger.ts";
import { treeOf } from "../../core/merkle.ts";
import type { IndexFollower, IndexWriter, LedgerEvent, LedgerEvents } from "../ports.ts";

export interface FollowPorts {
  readonly events: LedgerEvents;
  readonly index: IndexWriter;
  /** Where reading begins; 0 when absent. */
  readonly firstBlock?: number;
  /** Told how far a long read has come. */
  readonly progress?: (reached: number, target: number) => void;
  /** Told about events that contradict themselves. */
  readonly notice?: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

/** Blocks read in one go. */
const STRETCH = 2_000;

/** A follower that reads on whenever a block beyond the index is asked for. Callers who ask meanwhile share the read. */
export function followerOf(ports: FollowPorts): IndexFollower {
  let reading: Promise<void> = Promise.resolve();
  const readOn = (): Promise<void> => (reading = reading.catch(() => {}).then(() => follow(ports)));
  return {
    async reach(block) {
      const { events, index } = ports;
      if (index.reached()?.hash === block.hash) return true;
      await readOn();
      const reached = index.reached();
      if (reached === null || reached.number < block.number) return false;
      // Further blocks may have come since. The index follows one branch: it holds for `block` when `block` lies on that branch.
      return reached.hash === block.hash || (await events.blockAt(block.number))?.hash === block.hash;
    },
  };
}

/** Brings the index to the newest block: goes back to where the ledger and the index part, then reads on. */
export async function follow(ports: FollowPorts): Promise<void> {
  const { events, index, progress, firstBlock = 0 } = ports;
  const head = await events.head();
  await refuseOlderChain(ports);
  let reached = await lastCommonBlock(ports);
  while (reached === null || reached.number < head.number) {
    // A chain that is shorter than it should be is read to its end all the same.
    const from = reached === null ? Math.min(firstBlock, head.number) : reached.number + 1;
    const to = Math.min(from + STRETCH - 1, head.number);
    const last: Block | null = to === head.number ? head : await events.blockAt(to);
    const found = await events.eventsBetween(from, to);
    // The chain may have turned while we read: events count only if the stretch still ends in the block it ended in before.
    const still = await events.blockAt(to);
    if (last === null || still?.hash !== last.hash) throw new Fault("ledger_unreachable", "The ledger was reorganised while it was read; it is read again.");
    const isAdded = index.add(found.filter((event) => isSound(event, ports)), { after: reached, reached: { number: last.number, hash: last.hash, time: last.time } });
    if (!isAdded) throw new Fault("ledger_unreachable", "The index was rebuilt while the ledger was read; it is read again.");
    reached = last;
    progress?.(to, head.number);
  }
  const final = head.finalNumber > (index.finalMark()?.number ?? 0) ? await events.blockAt(head.finalNumber) : null;
  if (final !== null) index.markFinal(final);
}

/** An endpoint that lacks what was final before lags behind, or shows another chain: what it says now is not believed. */
async function refuseOlderChain({ events, index, notice }: FollowPorts): Promise<void> {
  const mark = index.finalMark();
  if (mark === null || (await events.blockAt(mark.number))?.hash === mark.hash) return;
  notice?.("the ledger's endpoint does not hold a block that was final before", { number: mark.number, hash: mark.hash });
  throw new Fault("ledger_unreachable", `The ledger's endpoint does not hold block ${mark.number}, which was final before: it lags behind, or shows another chain. If the ledger itself has lost blocks that were final, "tradeseal rebuild" reads it anew.`);
}

async function lastCommonBlock({ events, index }: FollowPorts): Promise<Block | null> {
  const remembered = index.reachedBefore();
  for (const block of remembered) {
    const now = await events.blockAt(block.number);
    if (now?.hash === block.hash) {
      if (block !== remembered[0]) index.forgetAbove(block.number);
      return block;
    }
  }
  if (remembered.length > 0) index.forgetAbove(-1);
  return null;
}

/** The contract recomputed the root when it published leaves; an endpoint that shows other leaves is not believed. */
function isSound(event: LedgerEvent, { notice }: FollowPorts): boolean {
  if (event.kind !== "anchored" || event.leaves.length === 0) return true;
  const isTrue = event.leaves.length === event.size && treeOf(event.leaves).root === event.root;
  if (!isTrue) notice?.("leaves that do not lead to their root were left out of the index", { issuer: event.issuer, root: event.root, blockNumber: event.blockNumber });
  return isTrue;
}
