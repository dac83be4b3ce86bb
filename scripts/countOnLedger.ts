// Counts from the ledger's events alone how often each document was anchored and what was said of its standing.
//
// It imports nothing: its own JSON-RPC, its own decoding, event names and layouts written down from contracts/interfaces.
// So a mistake that the service makes when it reads the ledger is not made here a second time.

/** keccak256 of Anchored(address,bytes8,bytes32,address,uint40,bytes32[]) */
const ANCHORED = "0x89147d7ffb2eb8fdadf64b8db4f1d2a951594529812dd81b5612254e61a37f4e";
/** keccak256 of StandingSet(address,address,bytes32,bytes8,uint8,uint8,bytes32,address) */
const STANDING_SET = "0x24e7364ebbadc5832b40c6995646aac4bf5472d602ca6e9eee520ad4f7979527";
const STANDINGS = ["active", "suspended", "revoked", "replaced"];

/** Blocks asked for at once: an answer stays of a size that every node gives. */
const BLOCKS_PER_QUESTION = 2_000;

interface Log {
  readonly topics: readonly string[];
  readonly data: string;
}

/** What one issuer's events say, by leaf as 64 hex characters. */
export interface LedgerCount {
  /** How often each leaf was anchored. */
  readonly anchored: Map<string, number>;
  /** What the issuer said of each leaf's standing, in order. */
  readonly standings: Map<string, string[]>;
  /** How often each leaf was revoked. */
  readonly revoked: Map<string, number>;
  /** Batches that were anchored. */
  readonly roots: number;
  /** The block up to which was counted. */
  readonly upTo: number;
}

/** Counts what one issuer said up to the newest final block. */
export async function countOnLedger(rpc: string, issuer: string): Promise<LedgerCount> {
  const { number } = (await ask(rpc, "eth_getBlockByNumber", ["finalized", false])) as { number: string };
  const upTo = Number(number);
  const count = { anchored: new Map<string, number>(), standings: new Map<string, string[]>(), revoked: new Map<string, number>(), roots: 0, upTo };
  for (let from = 0; from <= upTo; from += BLOCKS_PER_QUESTION) {
    const range = { fromBlock: hex(from), toBlock: hex(Math.min(upTo, from + BLOCKS_PER_QUESTION - 1)) };
    const logs = (await ask(rpc, "eth_getLogs", [{ ...range, topics: [[ANCHORED, STANDING_SET]] }])) as readonly Log[];
    for (const log of logs) if (isOf(log, issuer)) add(log, count);
  }
  return count;
}

/** Both events name the one in whose name was spoken as the first indexed word: issuer, and speaker. */
const isOf = ({ topics }: Log, address: string): boolean => topics[1]!.slice(26).toLowerCase() === address.slice(2).toLowerCase();

function add({ topics, data }: Log, count: { -readonly [Part in keyof LedgerCount]: LedgerCount[Part] }): void {
  const words = wordsOf(data);
  if (topics[0] === ANCHORED) {
    // account, size, where the leaves begin (in bytes), then their number and they themselves.
    const start = whole(words[2]!) / 32;
    count.roots += 1;
    for (const leaf of words.slice(start + 1, start + 1 + whole(words[start]!))) count.anchored.set(leaf, (count.anchored.get(leaf) ?? 0) + 1);
  } else {
    // document type, standing, reason, replacement, account; the leaf is the third indexed word.
    const leaf = topics[3]!.slice(2);
    const standing = STANDINGS[whole(words[1]!)]!;
    count.standings.set(leaf, [...(count.standings.get(leaf) ?? []), standing]);
    if (standing === "revoked") count.revoked.set(leaf, (count.revoked.get(leaf) ?? 0) + 1);
  }
}

const wordsOf = (data: string): string[] => data.slice(2).match(/.{64}/g) ?? [];
const whole = (word: string): number => Number(BigInt(`0x${word}`));
const hex = (number: number): string => `0x${number.toString(16)}`;

async function ask(rpc: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const reply = await fetch(rpc, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }) });
  const { result, error } = (await reply.json()) as { result?: unknown; error?: { message: string } };
  if (result === undefined || result === null) throw new Error(`The ledger at ${rpc} does not answer ${method}: ${error?.message ?? "no result"}`);
  return result;
}
