/**
 * Goal: nothing is called final before it is on the disk; everything becomes final; and then there is rest.
 * Method: a chain made of two lists, driven by scripts of transactions and failing snapshots, with the law checked at every block.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Keeper } from "../../../src/adapters/embedded/keeper.ts";

/** A chain whose blocks are numbers of transactions. `disk` is the newest block that survives a kill. */
class ToyChain {
  readonly blocks = [0];
  pool = 0;
  disk = -1;
  failures = 0;

  readonly call = async (method: string, ...params: readonly unknown[]): Promise<unknown> => {
    if (method === "eth_blockNumber") return this.#newest;
    if (method === "txpool_status") return { pending: `0x${this.pool.toString(16)}` };
    if (method === "eth_getBlockTransactionCountByNumber") return this.blocks[Number(params[0])];
    expect(method).toBe("evm_mine");
    this.blocks.push(this.pool);
    this.pool = 0;
    expect(this.final).toBeLessThanOrEqual(this.disk);
    return "0x0";
  };

  readonly snapshots = {
    take: async (): Promise<void> => {
      if (this.failures > 0) throw new Error(`disk full, ${(this.failures -= 1)} more times`);
      this.disk = this.#newest;
    },
  };

  get #newest(): number {
    return this.blocks.length - 1;
  }
  get final(): number {
    return Math.max(0, this.#newest - 2);
  }

  /** Loses what is not on the disk. */
  kill(): void {
    this.blocks.length = this.disk + 1;
    this.pool = 0;
  }
}

const takeOver = (chain: ToyChain): Promise<Keeper> => Keeper.of({ call: chain.call, snapshots: chain.snapshots, isFromSnapshot: chain.disk >= 0 });
const anEvent = fc.constantFrom("send", "send", "step", "step", "step", "disk full", "kill");

test("property: what is final survives a kill, whatever happens; and once there is calm, all is final and nothing moves", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anEvent, { maxLength: 60 }), async (script) => {
      const chain = new ToyChain();
      let keeper = await takeOver(chain);
      for (const event of script) {
        if (event === "send") chain.pool += 1;
        if (event === "disk full") chain.failures = 2;
        if (event === "step") await keeper.step().catch(() => {});
        if (event === "kill") {
          const final = chain.blocks.slice(0, chain.final + 1);
          chain.kill();
          expect(chain.blocks.slice(0, final.length)).toEqual(final);
          keeper = await takeOver(chain);
        }
      }
      chain.failures = 0;
      while (await keeper.step());
      expect(chain.pool).toBe(0);
      expect(chain.blocks.slice(chain.final + 1).every((transactions) => transactions === 0)).toBe(true);
      const { length } = chain.blocks;
      expect(await keeper.step()).toBe(false);
      expect(chain.blocks).toHaveLength(length);
    }),
    { numRuns: 500 },
  );
});

test("a new chain's first block is kept at once", async () => {
  const chain = new ToyChain();
  await takeOver(chain);
  expect(chain.disk).toBe(0);
});

test("transactions that no block takes do not make blocks without end", async () => {
  const chain = new ToyChain();
  const keeper = await takeOver(chain);
  const stuck = async (method: string, ...params: readonly unknown[]): Promise<unknown> => (method === "txpool_status" ? { pending: "0x1" } : chain.call(method, ...params));
  const other = await Keeper.of({ call: stuck, snapshots: chain.snapshots, isFromSnapshot: true });
  expect(await other.step()).toBe(true);
  expect(await other.step()).toBe(false);
  expect(await keeper.step()).toBe(false);
});
