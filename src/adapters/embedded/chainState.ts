// The state that anvil dumps, without what it need not remember.

import { gunzipSync, gzipSync } from "node:zlib";

interface State {
  blocks: readonly StoredBlock[];
  readonly transactions: Mined[];
}

interface StoredBlock {
  readonly header: { readonly number: string | number; readonly timestamp: string | number };
}

/** A transaction as anvil remembers it. The traces of one that anchors a batch have a node for every hash: 90 % of a state. */
interface Mined {
  readonly info: { traces: readonly unknown[] };
}

/** This many nodes of traces are worth taking out of anvil's memory too. */
const TRACES_WORTHWHILE = 1_000;

/** A state without traces, as `--load-state` takes it; and, where worthwhile, what takes them out of the running anvil. */
export interface SlimState {
  readonly file: Uint8Array;
  /** For `anvil_loadState`: the same transactions, and nothing else, again. */
  readonly patch: string | null;
}

/** Takes the traces, and what is no part of the chain, out of a state as `anvil_dumpState` gives it. */
export function slim(dump: string): SlimState {
  const state = JSON.parse(gunzipSync(Buffer.from(dump.slice(2), "hex")).toString()) as State;
  const traced = state.transactions.filter(({ info }) => info.traces.length > 0);
  const nodes = traced.reduce((count, { info }) => count + info.traces.length, 0);
  for (const { info } of traced) info.traces = [];
  state.blocks = withOneGenesis(state.blocks);
  return { file: Buffer.from(JSON.stringify(state)), patch: nodes < TRACES_WORTHWHILE ? null : patchOf(traced) };
}

/**
 * Anvil makes a first block at every start, also when it then loads a chain that has one, and dumps them all. The chain's
 * own is the oldest; with two of them in a file, chance would decide at the next start which ledger this is.
 */
function withOneGenesis(blocks: readonly StoredBlock[]): readonly StoredBlock[] {
  const isFirst = ({ header }: StoredBlock): boolean => Number(header.number) === 0;
  const oldest = blocks.filter(isFirst).toSorted((left, right) => Number(left.header.timestamp) - Number(right.header.timestamp))[0];
  return blocks.filter((block) => !isFirst(block) || block === oldest);
}

function patchOf(transactions: readonly Mined[]): string {
  const patch = { block: null, accounts: {}, best_block_number: null, blocks: [], transactions, historical_states: null };
  return `0x${gzipSync(JSON.stringify(patch), { level: 1 }).toString("hex")}`;
}
