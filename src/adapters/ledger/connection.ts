// The way to one ledger: nothing is asked of an endpoint before it has shown that it speaks for this very ledger.

import { keccak256 } from "ethers";
import { Fault } from "../../core/fault.ts";
import { contractNames, type Block, type Head, type Ledger } from "../../core/ledger.ts";
import { SteadyHead } from "../../flows/verifying/steadyHead.ts";
import { JoinedRead } from "./joinedRead.ts";
import { JsonRpc, noneIfRefused, RpcError, unreachable, type CallOptions } from "./jsonRpc.ts";
import { blockFrom, numberFrom, toQuantity } from "./quantities.ts";

/** Where a ledger is reached, and what is expected there. */
export interface ConnectionOptions {
  readonly ledger: Ledger;
  readonly url: string;
  readonly timeoutMs?: number;
  /** How many blocks deep a block is final, for nodes that do not know the tag `finalized`. Without it, nothing is final there. */
  readonly confirmationCount?: number | null;
  /** How old the newest block may be, on chains whose blocks come steadily. An older one is not believed to be the newest. */
  readonly staleAfterSeconds?: number | null;
  /** Told about what an operator should know. */
  readonly notice?: (message: string, details: Readonly<Record<string, unknown>>) => void;
  /** Whether the chain is our own, of one node: that cannot lie behind itself. */
  readonly isEmbedded?: boolean;
}

/**
 * A connection to one ledger. Every call throws `ledger_unreachable` when no answer comes in time, and
 * `ledger_mismatch` as long as the endpoint speaks for another ledger.
 */
export class LedgerConnection {
  readonly ledger: Ledger;
  readonly #rpc: JsonRpc;
  readonly #confirmationCount: number | null;
  readonly #staleAfterSeconds: number;
  readonly #notice: NonNullable<ConnectionOptions["notice"]>;
  /** The newest block's number when it was last read. */
  #lastNumber = 0;
  /** What was told last about an endpoint that cannot be used; `null` while it can. */
  #trouble: string | null = null;
  readonly #heads = new JoinedRead(() => this.#readHead().then((head) => this.#well(head), (error: unknown) => this.#ill(error)));
  readonly #isEmbedded: boolean;
  readonly #steady = new SteadyHead();
  /** The count of losses at which the endpoint was last found to speak for our ledger. */
  #checkedAt = -1;
  readonly #comparisons = new JoinedRead(() => this.#compare());

  constructor({ ledger, url, timeoutMs, confirmationCount, staleAfterSeconds, notice = () => {}, isEmbedded = false }: ConnectionOptions) {
    this.ledger = ledger;
    this.#rpc = new JsonRpc(url, { timeoutMs });
    this.#confirmationCount = confirmationCount ?? null;
    this.#staleAfterSeconds = staleAfterSeconds ?? Infinity;
    this.#notice = notice;
    this.#isEmbedded = isEmbedded;
  }

  /** The node's answer; throws {@link RpcError} when the node answers with an error. */
  async call(method: string, params: readonly unknown[], options?: CallOptions): Promise<unknown> {
    if (this.#mustCompare()) await this.#comparisons.ask();
    const result = await this.#rpc.call(method, params, options);
    // Another node may have taken over the address while we asked.
    if (this.#mustCompare()) await this.#comparisons.ask();
    return result;
  }

  /** The node's answer to a question that it has no reason to refuse. */
  async read(method: string, params: readonly unknown[], options?: CallOptions): Promise<unknown> {
    try {
      return await this.call(method, params, options);
    } catch (error) {
      throw error instanceof RpcError ? unreachable(`The ledger's endpoint did not answer ${method}: ${error.message}`, error) : error;
    }
  }

  /** The newest block, read after this call was made; callers of the same moment share a reading. Rejects with `ledger_unreachable` while the endpoint lies behind what was final. */
  head(): Promise<Head> {
    return this.#heads.ask();
  }

  /** Remembers a block that was final before this connection was made: an endpoint without it lies behind. */
  remember(block: Pick<Block, "number" | "hash">): void {
    this.#steady.remember(block);
  }

  /** The block with this number, or `null` when the chain is shorter. */
  async blockAt(number: number): Promise<Block | null> {
    const block = await this.read("eth_getBlockByNumber", [toQuantity(number), false]);
    if (block === null) return null;
    const found = blockFrom(block);
    if (found.number !== number) throw unreachable(`The ledger's endpoint gave block ${found.number} for block ${number}.`);
    return found;
  }

  /** Closes the connections that are kept open. */
  close(): void {
    this.#rpc.close();
  }

  async #readHead(): Promise<Head> {
    const [newest, finalized] = await Promise.all([
      this.read("eth_getBlockByNumber", ["latest", false]),
      this.call("eth_getBlockByNumber", ["finalized", false]).catch(noneIfRefused),
    ]);
    const block = blockFrom(newest);
    this.#refuseStale(block);
    // Chains without finality answer with their first block, if they answer: that is no word.
    const word = isBlock(finalized) ? numberFrom(finalized.number) : 0;
    const finalNumber = word > 0 ? word : block.number - (this.#confirmationCount ?? Infinity);
    const head = { ...block, finalNumber: Math.max(0, Math.min(finalNumber, block.number)) };
    return this.#isEmbedded ? head : this.#steady.accept(head, async (number) => (await this.blockAt(number))?.hash ?? null);
  }

  #well(head: Head): Head {
    this.#trouble = null;
    return head;
  }

  #ill(error: unknown): never {
    const problem = (error as Error).message;
    if (problem !== this.#trouble) this.#notice("the ledger cannot be read; it is asked again", { problem });
    this.#trouble = problem;
    throw error;
  }

  #refuseStale({ number, time }: Block): void {
    if (number < this.#lastNumber) this.#notice("the ledger's endpoint went back to an older block: it lags behind, or the ledger was reorganised", { from: this.#lastNumber, to: number });
    this.#lastNumber = number;
    const age = Math.floor(Date.now() / 1000 - time);
    if (age > this.#staleAfterSeconds) throw unreachable(`The newest block that the ledger's endpoint shows, ${number}, is ${age} seconds old, and TRADESEAL_LEDGER_STALE_AFTER allows ${this.#staleAfterSeconds}: the endpoint has fallen behind, or the ledger stands still.`);
  }

  #mustCompare(): boolean {
    return this.#checkedAt !== this.#rpc.losses;
  }

  async #compare(): Promise<void> {
    const losses = this.#rpc.losses;
    const difference = await differenceFrom(this.ledger, this.#rpc);
    if (difference !== null) throw new Fault("ledger_mismatch", `The endpoint speaks for another ledger: ${difference}.`);
    this.#checkedAt = losses;
  }
}

/** What sets the endpoint's ledger apart from ours, or `null` when it is the same. */
async function differenceFrom({ chainId, genesis, contracts }: Ledger, rpc: JsonRpc): Promise<string | null> {
  const ask = (method: string, params: readonly unknown[]) => rpc.call(method, params).catch(unreachableIfRefused);
  const [chain, first, ...codes] = await Promise.all([
    ask("eth_chainId", []),
    ask("eth_getBlockByNumber", ["0x0", false]),
    ...contractNames.map((name) => ask("eth_getCode", [contracts[name].address, "latest"])),
  ]);
  if (numberFrom(chain) !== chainId) return `its chain id is ${numberFrom(chain)} and not ${chainId}`;
  if (blockFrom(first).hash !== genesis) return `its first block is ${blockFrom(first).hash} and not ${genesis}`;
  const other = contractNames.find((name, place) => codeHash(codes[place]) !== contracts[name].codeHash);
  return other === undefined ? null : `the code at ${contracts[other].address} is not our ${other}`;
}

/** keccak-256 of a contract's code as `eth_getCode` gives it. */
export function codeHash(code: unknown): string {
  if (typeof code !== "string" || !/^0x([0-9a-f]{2})*$/i.test(code)) throw unreachable("The ledger's endpoint gave something that is no code.");
  return keccak256(code);
}

const isBlock = (value: unknown): value is { number: unknown } => typeof value === "object" && value !== null;

function unreachableIfRefused(error: unknown): never {
  throw error instanceof RpcError ? unreachable(`The ledger's endpoint refused a question: ${error.message}`, error) : error;
}
