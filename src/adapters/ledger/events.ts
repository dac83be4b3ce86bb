// The ledger's events, for whoever follows them.

import { contractNames } from "../../core/ledger.ts";
import type { LedgerEvent, LedgerEvents, WantedEvents } from "../../flows/ports.ts";
import type { LedgerConnection } from "./connection.ts";
import { eventDecoder, topicFilters, type TopicFilter } from "./eventDecoding.ts";
import { RpcError, unreachable } from "./jsonRpc.ts";
import { assuredLogs } from "./newestLogs.ts";
import { numberFrom, toQuantity } from "./quantities.ts";

/** Where asking begins. Nodes that allow less say so, and the ranges halve. */
const RANGE_LIMIT_BLOCKS = 10_000;
/** Searching the logs of thousands of blocks takes a node longer than any other question. */
const TIMEOUT_MS = 20_000;
/** How many blocks at the end of a range are held against their headers: nodes were seen to find a block's events later than the block. */
const NEWEST_BLOCKS = 16;

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

  async function logsBetween(from: number, to: number, filters: readonly TopicFilter[]): Promise<readonly unknown[]> {
    const logs: unknown[] = [];
    for (let next = from; next <= to; ) {
      const last = Math.min(to, next + width - 1);
      const found = await Promise.all(filters.map((topics) => logsOf({ from: next, to: last }, topics)));
      if (found.includes(null)) {
        width = Math.ceil((last - next + 1) / 2);
        continue;
      }
      logs.push(...found.flatMap((some) => some!));
      next = last + 1;
    }
    return logs;
  }

  async function eventsBetween(from: number, to: number, wanted?: WantedEvents): Promise<readonly LedgerEvent[]> {
    if (from > to) return [];
    const filters = topicFilters(wanted);
    const newest = Math.max(from, to - NEWEST_BLOCKS + 1);
    const given = await logsBetween(from, to, filters);
    const isOlder = (log: unknown): boolean => blockOf(log) < newest;
    const older = given.filter(isOlder);
    if (older.some((log) => blockOf(log) < from)) throw unreachable("The ledger's endpoint gave events of blocks that were not asked for.");
    const sight = { given: given.filter((log) => !isOlder(log)), again: () => logsBetween(newest, to, filters) };
    const logs = [...older, ...(await assuredLogs(sight, { from: newest, to, addresses: address, filters }, connection))];
    const events = logs.map(decode).filter((event) => event !== null);
    return events.sort((left, right) => left.blockNumber - right.blockNumber || left.logIndex - right.logIndex);
  }

  return { head: () => connection.head(), blockAt: (number) => connection.blockAt(number), eventsBetween };
}

const blockOf = (log: unknown): number => numberFrom((log as { blockNumber?: unknown } | null)?.blockNumber);
