// Recheck: a chain may lose blocks that it called final. What was said in them is carried again.

import { Fault } from "../../core/fault.ts";
import type { Block } from "../../core/ledger.ts";
import type { Store } from "../issuing/issuePorts.ts";
import type { LedgerEvents } from "../ports.ts";

/** A block, by its name. */
export type BlockName = Pick<Block, "number" | "hash">;

/** The blocks in which final writes were included. */
export interface FinalBlocks {
  /** Each once, newest first, at most `limit`, of those below block `below`. */
  finalBlocksBelow(below: number, limit: number): Promise<readonly BlockName[]>;
}

export interface RecheckPorts {
  readonly finalBlocks: FinalBlocks;
  readonly store: Pick<Store, "reopenAbove">;
  readonly ledger: Pick<LedgerEvents, "head" | "blockAt">;
  /** Told about what an operator should know. */
  readonly notice: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

/** Blocks looked at together. While one of them is lost, as many more are looked at. */
const LOOK_BLOCKS = 64;
const PAUSE_SECONDS = 10;

/** Looks every ten seconds, for as long as the service runs. */
export function keepRechecking(ports: RecheckPorts & { readonly pause: (seconds: number, signal: AbortSignal) => Promise<void> }): { stop(): Promise<void> } {
  const ending = new AbortController();
  const watch = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await ports.pause(PAUSE_SECONDS, ending.signal);
      if (!ending.signal.aborted) await recheckFinal(ports).catch((error: unknown) => tell(error, ports));
    }
  };
  const watching = watch();
  return {
    async stop() {
      ending.abort();
      await watching;
    },
  };
}

/** Opens writes again that were final in blocks which the ledger does not have any more. @returns how many. */
export async function recheckFinal(ports: RecheckPorts): Promise<number> {
  const { finalBlocks, store, ledger, notice } = ports;
  let lowestLost = Infinity;
  for (let below = Number.MAX_SAFE_INTEGER; ; ) {
    const blocks = await finalBlocks.finalBlocksBelow(below, LOOK_BLOCKS);
    const lost = await lostAmong(blocks, ledger);
    if (lost.length === 0) break;
    lowestLost = below = Math.min(...lost.map(({ number }) => number));
  }
  if (lowestLost === Infinity) return 0;
  const count = await store.reopenAbove(lowestLost - 1);
  notice("the ledger lost blocks that were final; what was said in them is carried again", { from: lowestLost, writes: count });
  return count;
}

async function lostAmong(blocks: readonly BlockName[], ledger: RecheckPorts["ledger"]): Promise<readonly BlockName[]> {
  if (blocks.length === 0) return [];
  const found = await Promise.all(blocks.map(({ number }) => ledger.blockAt(number)));
  // A block that is only missing may be one that the endpoint does not have yet.
  return blocks.filter(({ hash }, place) => (found[place]?.hash ?? hash) !== hash);
}

/** A silent ledger is the worker's to tell. The next look comes. */
function tell(error: unknown, { notice }: RecheckPorts): void {
  if (!(error instanceof Fault)) notice("what was final could not be looked at again", { problem: error });
}
