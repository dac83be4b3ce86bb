// When to mine, and when to take a snapshot, so that "final" means: inside a snapshot that reached the disk.
//
// Anvil calls block h - 2 final as soon as block h is mined. So before h is mined, a snapshot holding h - 2 must be on
// the disk. Nothing is mined, and nothing written, while no transaction waits and every transaction is final.

import type { NodeCall } from "./nodeCalls.ts";
import type { Snapshots } from "./snapshots.ts";

/** With `--slots-in-an-epoch 1`: how far the final block lies behind the newest. */
const FINAL_DEPTH = 2;
/** After a block that took nothing although transactions waited: they may wait for a fee that is far away. */
const FRUITLESS_PAUSE_MS = 1_000;

/** A run of the chain, as the keeper finds it. */
interface Takeover {
  readonly call: NodeCall;
  readonly snapshots: Pick<Snapshots, "take">;
  readonly isFromSnapshot: boolean;
}

/** Keeps one run of the chain. */
export class Keeper {
  readonly #call: NodeCall;
  readonly #snapshots: Takeover["snapshots"];
  /** The newest block inside the snapshot on the disk. */
  #kept: number;
  #newest: number;
  /** The newest block that holds transactions, as far as it matters: final ones do not. */
  #newestUsed: number;
  #fruitlessAt = -Infinity;

  private constructor({ call, snapshots, newest, newestUsed, kept }: Takeover & { newest: number; newestUsed: number; kept: number }) {
    this.#call = call;
    this.#snapshots = snapshots;
    this.#newest = newest;
    this.#newestUsed = newestUsed;
    this.#kept = kept;
  }

  /** Takes over a chain that was just started. A new one's first block is kept before this returns. */
  static async of(takeover: Takeover): Promise<Keeper> {
    const { call, isFromSnapshot } = takeover;
    const newest = Number(await call("eth_blockNumber"));
    const keeper = new Keeper({ ...takeover, newest, newestUsed: await newestUsed(newest, call), kept: isFromSnapshot ? newest : -1 });
    await keeper.keep();
    return keeper;
  }

  /** Mines one block if one is wanted. @returns whether it did. */
  async step(): Promise<boolean> {
    const isSettled = this.#newestUsed <= this.#newest - FINAL_DEPTH;
    const isAwaited = await this.#isAwaited();
    if (isSettled && !isAwaited) return false;
    const next = this.#newest + 1;
    if (next - FINAL_DEPTH > this.#kept) await this.keep();
    await this.#call("evm_mine");
    this.#newest = next;
    if (await holdsTransactions(next, this.#call)) this.#newestUsed = next;
    else if (isAwaited) this.#fruitlessAt = performance.now();
    return true;
  }

  /** Makes sure that the newest block is inside a snapshot that reached the disk. */
  async keep(): Promise<void> {
    if (this.#kept === this.#newest) return;
    await this.#snapshots.take();
    this.#kept = this.#newest;
  }

  async #isAwaited(): Promise<boolean> {
    if (performance.now() < this.#fruitlessAt + FRUITLESS_PAUSE_MS) return false;
    const { pending } = (await this.#call("txpool_status")) as { pending: string };
    return Number(pending) > 0;
  }
}

async function newestUsed(newest: number, call: NodeCall): Promise<number> {
  for (let number = newest; number > newest - FINAL_DEPTH && number > 0; number -= 1) {
    if (await holdsTransactions(number, call)) return number;
  }
  return -FINAL_DEPTH;
}

const holdsTransactions = async (number: number, call: NodeCall): Promise<boolean> =>
  Number(await call("eth_getBlockTransactionCountByNumber", `0x${number.toString(16)}`)) > 0;
