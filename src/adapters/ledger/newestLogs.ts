// Whether a node gave all the events of its newest blocks. Some show a block before they can find its events.

import { setTimeout as pause } from "node:timers/promises";
import { LogsBloom } from "./logsBloom.ts";
import type { LedgerConnection } from "./connection.ts";
import type { TopicFilter } from "./eventDecoding.ts";
import { noneIfRefused, unreachable } from "./jsonRpc.ts";
import { hashFrom, numberFrom, toQuantity } from "./quantities.ts";

/** Between looks at a node that lacks events of a block which it shows. */
const PAUSES_MS = [20, 60, 150, 300];

/** What was asked for: events of the blocks `from` … `to`, of these contracts, let through by one of the filters. */
export interface AskedLogs {
  readonly from: number;
  readonly to: number;
  readonly addresses: readonly string[];
  readonly filters: readonly TopicFilter[];
}

interface Header {
  readonly number: number;
  readonly hash: string;
  readonly bloom: LogsBloom;
  readonly transactions: readonly string[];
}

interface Log {
  readonly address: string;
  readonly topics: readonly string[];
  /** All that it says and where it stands, for comparing. */
  readonly text: string;
  readonly blockNumber: number;
  readonly blockHash: string;
}

/**
 * The logs that were `given`, or those given when asked `again`, once nothing speaks against their being all that was asked for.
 *
 * What a node lacks now it may have in a moment. What it goes on lacking is a fault, `ledger_unreachable`, so that nobody
 * takes it for "nothing there".
 */
export async function assuredLogs({ given, again }: { given: readonly unknown[]; again: () => Promise<readonly unknown[]> }, asked: AskedLogs, connection: LedgerConnection): Promise<readonly unknown[]> {
  let logs = given;
  let doubt = await doubtAbout(logs, asked, connection);
  for (const pauseMs of PAUSES_MS) {
    if (doubt === null) break;
    await pause(pauseMs);
    logs = await again();
    doubt = await doubtAbout(logs, asked, connection);
  }
  if (doubt === null) return logs;
  throw unreachable(`The ledger's endpoint does not give the events of its newest blocks: ${doubt}. They are asked for again; should it last, ask another endpoint.`);
}

/**
 * What speaks against the logs, in words; `null` when nothing does.
 *
 * A header's bloom filter says where there is surely nothing. Where it says "perhaps", the block's receipts decide, and
 * they are believed only when they explain the whole filter.
 */
async function doubtAbout(logs: readonly unknown[], asked: AskedLogs, connection: LedgerConnection): Promise<string | null> {
  const { from, to } = asked;
  const numbers = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  const blocks = await Promise.all(numbers.map((number) => connection.read("eth_getBlockByNumber", [toQuantity(number), false])));
  const missing = numbers.find((_, place) => blocks[place] === null);
  if (missing !== undefined) return `block ${missing} is not there`;
  const found = Map.groupBy(logs.map(logFrom), ({ blockNumber }) => blockNumber);
  const astray = [...found.keys()].find((number) => number < from || number > to);
  if (astray !== undefined) return `an event of block ${astray} was not asked for`;
  const doubts = await Promise.all(blocks.map((block, place) => doubtOf(headerFrom(block, numbers[place]!), found.get(numbers[place]!) ?? [], { asked, connection })));
  return doubts.find((doubt) => doubt !== null) ?? null;
}

async function doubtOf(header: Header, found: readonly Log[], { asked, connection }: { asked: AskedLogs; connection: LedgerConnection }): Promise<string | null> {
  const { number, hash, bloom } = header;
  if (found.some(({ blockHash }) => blockHash !== hash)) return `block ${number} was exchanged for another`;
  if (found.some((log) => !itemsOf(log).every((item) => bloom.mayHold(item)))) return `the header of block ${number} denies an event that was given for it`;
  if (!mayHold(bloom, asked)) return null;
  const receipts = await receiptsOf(header, connection);
  if (receipts === null) return `block ${number} is there, and the receipts of its transactions are not`;
  const logs = receipts.flatMap(logsIn);
  if (!bloom.isExplainedBy(new Set(logs.flatMap(itemsOf)))) return `the receipts of block ${number} lack events that its header tells of`;
  const texts = new Set(found.map(({ text }) => text));
  const due = logs.filter((log) => isAsked(log, asked));
  return due.length === texts.size && due.every(({ text }) => texts.has(text)) ? null : `events of block ${number} are missing, or are not those of its receipts`;
}

/** Every receipt of the block's transactions, or `null` when one is missing or is of another block. */
async function receiptsOf({ number, hash, transactions }: Header, connection: LedgerConnection): Promise<readonly Record<string, unknown>[] | null> {
  const answer = await connection.call("eth_getBlockReceipts", [toQuantity(number)], { isAlone: true }).catch(noneIfRefused);
  // Nodes that do not know the question, or refuse it, are asked for one receipt after the other, which every node answers.
  const receipts = Array.isArray(answer) ? answer : await Promise.all(transactions.map((transaction) => connection.read("eth_getTransactionReceipt", [transaction])));
  const there = receipts.filter((receipt): receipt is Record<string, unknown> => typeof receipt === "object" && receipt !== null);
  const hashes = new Set(there.map(({ transactionHash }) => String(transactionHash).toLowerCase()));
  const isWhole = transactions.every((transaction) => hashes.has(transaction)) && there.every(({ blockHash }) => String(blockHash).toLowerCase() === hash);
  return isWhole ? there : null;
}

const mayHold = (bloom: LogsBloom, { addresses, filters }: AskedLogs): boolean =>
  addresses.some((address) => bloom.mayHold(address)) && filters.some((topics) => topics.every((choice) => choice === null || choice.some((topic) => bloom.mayHold(topic))));

const isAsked = (log: Log, { addresses, filters }: AskedLogs): boolean =>
  addresses.includes(log.address) && filters.some((topics) => topics.every((choice, place) => choice === null || choice.includes(log.topics[place]!)));

const itemsOf = ({ address, topics }: Log): string[] => [address, ...topics];

function headerFrom(value: unknown, asked: number): Header {
  const { number, hash, logsBloom, transactions } = value as Record<string, unknown>;
  if (numberFrom(number) !== asked) throw unreachable(`The ledger's endpoint gave block ${numberFrom(number)} for block ${asked}.`);
  return { number: asked, hash: hashFrom(hash), bloom: new LogsBloom(logsBloom), transactions: Array.isArray(transactions) ? transactions.map(hashFrom) : [] };
}

const logsIn = ({ logs }: Record<string, unknown>): Log[] => (Array.isArray(logs) ? logs.map(logFrom) : []);

/** Throws `ledger_unreachable` on what is no log. */
function logFrom(value: unknown): Log {
  const { address, topics, data, logIndex, blockNumber, blockHash } = (value ?? {}) as Record<string, unknown>;
  const words = (Array.isArray(topics) ? topics : []).map(hashFrom);
  const [from, place, block] = [String(address).toLowerCase(), numberFrom(logIndex), hashFrom(blockHash)];
  const text = [place, block, from, ...words, String(data).toLowerCase()].join();
  return { address: from, topics: words, text, blockNumber: numberFrom(blockNumber), blockHash: block };
}
