// The ledger's events, for whoever follows them.

import { contractNames } from "../../core/ledger.ts";
import type { LedgerEvent, LedgerEvents, WantedEvents } from "../../flows/ports.ts";
import type { LedgerConnection } from "./connection.ts";
import { eventDecoder, topicFilters, type TopicFilter } from "./eventDecoding.ts";
import { RpcError, unreachable } from "./jsonRpc.ts";
import { toQuantity } from "./quantities.ts";

/** Where asking begins. Nodes that allow less say so, and the ranges halve. */
const RANGE_LIMIT_BLOCKS = 10_000;
/** Searching the logs of thousands of blocks takes a node longer than any other question. */
const TIMEOUT_MS = 20_000;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Follows the four contracts' events over `connection`. Logs that no contract of ours would write are left out. */
export function ledgerEvents(connection: LedgerConnection): LedgerEvents {
  const { contracts } = connection.ledger;
  const decode = eventDecoder(contracts);
  const address = contractNames.map((name) => contracts[name].address);
  /** Shrinks to what the node allows. */
  let width = RANGE_LIMIT_BLOCKS;

  async function logsOf({ from, to }: Range, topics: TopicFilter): Promise<readonly unknown[] | null> {
    const filter = { address, topics, fromBlock: toQuantity(from), toBlock: toQuantity(to) };
    try {
      const logs = await connection.call("eth_getLogs", [filter], { isAlone: true, timeoutMs: TIMEOUT_MS });
      if (Array.isArray(logs)) return logs;
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      if (to > from) return null;
      throw unreachable(`The ledger's endpoint does not give the events of block ${from}: ${error.message}`, error);
    }
    throw unreachable("The ledger's endpoint gave something that is no list of events.");
  }

  async function eventsBetween(from: number, to: number, wanted?: WantedEvents): Promise<readonly LedgerEvent[]> {
    const filters = topicFilters(wanted);
    const events: LedgerEvent[] = [];
    for (let next = from; next <= to; ) {
      const last = Math.min(to, next + width - 1);
      const found = await Promise.all(filters.map((topics) => logsOf({ from: next, to: last }, topics)));
      if (found.includes(null)) {
        width = Math.ceil((last - next + 1) / 2);
        continue;
      }
      for (const log of found.flatMap((logs) => logs!)) {
        const event = decode(log);
        if (event !== null) events.push(event);
      }
      next = last + 1;
    }
    return events.sort((left, right) => left.blockNumber - right.blockNumber || left.logIndex - right.logIndex);
  }

  return { head: () => connection.head(), blockAt: (number) => connection.blockAt(number), eventsBetween };
}
