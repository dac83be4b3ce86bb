// A node of the simulated chain, through which the service reads and writes: silent, behind, on a fork, or well.

import { Fault } from "../../../src/core/fault.ts";
import type { Block, ChainHash, Head } from "../../../src/core/ledger.ts";
import type { Attempt, LedgerWriter, WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import type { Address } from "../../../src/core/address.ts";
import { nonceIn, type Chain, type ChainBlock, type Transaction } from "./chain.ts";
import { saidBy, wordsIn } from "./words.ts";

/** How the node is. `replyLost`: it does what it is told and nobody hears of it. */
export type Condition = "well" | "down" | "replyLost" | "behind" | "onOldFork";

/** The ledger port on a simulated chain. */
export class SimulatedNode implements LedgerWriter {
  condition: Condition = "well";
  /** Blocks that this node knew before the last reorganisation. */
  oldFork: readonly ChainBlock[] | null = null;
  /** How many blocks it lies behind while it is behind. */
  lag = 2;
  readonly #chain: Chain;
  readonly #signed = new Map<string, Transaction>();
  #drawn = 0;

  constructor(chain: Chain) {
    this.#chain = chain;
  }

  async head(): Promise<Head> {
    const view = this.#view();
    const { number, hash, time } = view.at(-1)!;
    const { blocks, finalNumber, finalDepth } = this.#chain;
    // A node that lies behind knows of no more final blocks than its own chain makes so.
    return { number, hash, time, finalNumber: view === blocks ? finalNumber : Math.min(finalNumber, Math.max(0, number - finalDepth)) };
  }

  async hashAt(number: number): Promise<ChainHash | null> {
    return this.#view()[number]?.hash ?? null;
  }

  async blockAt(number: number): Promise<Block | null> {
    const found = this.#view()[number];
    return found === undefined ? null : { number, hash: found.hash, time: found.time };
  }

  async nonceOf(account: Address): Promise<number> {
    return nonceIn(this.#view(), account);
  }

  async receiptOf(wanted: ChainHash) {
    for (const { included, number, hash, time } of this.#view()) {
      const found = included.find(({ transaction }) => transaction.hash === wanted);
      if (found !== undefined) return { block: { number, hash, time }, isSuccess: found.isSuccess };
    }
    return null;
  }

  async saidAlready(body: WriteBody): Promise<Block | null> {
    const blocks = this.#view();
    const since = wordsIn(body).map(({ subject, word }) => {
      const block = blocks.findLast(({ events }) => events.some((event) => event.subject === subject));
      // Of what nobody spoke about, active is said since ever.
      if (block === undefined) return word === "active" ? blocks[0]! : null;
      return block.events.findLast((event) => event.subject === subject)!.word === word ? block : null;
    });
    if (since.includes(null)) return null;
    const { number, hash, time } = (since as ChainBlock[]).reduce((latest, block) => (block.number > latest.number ? block : latest));
    return { number, hash, time };
  }

  async sign(body: WriteBody, { account, nonce, replaced }: { account: Address; nonce: number; replaced: Attempt | null }) {
    this.#mustAnswer();
    const isImpossible = replaced === null && saidBy(body, this.#chain.pendingWords(account)) === null;
    if (isImpossible) throw new Fault("write_impossible", `The ledger can never take this: ${body.kind}.`);
    const outbidding = replaced === null ? 0n : replaced.maxFeePerGas + replaced.maxFeePerGas / 8n + 1n;
    const wanted = 2n * this.#chain.baseFee;
    const maxFeePerGas = wanted > outbidding ? wanted : outbidding;
    const hash = `0xtransaction${(this.#drawn += 1)}` as ChainHash;
    const raw = `0xraw${this.#drawn}` as const;
    this.#signed.set(raw, { hash, account, nonce, maxFeePerGas, body });
    return { hash, raw, maxFeePerGas };
  }

  async broadcast(raw: `0x${string}`): Promise<void> {
    this.#mustAnswer();
    this.#chain.take(this.#signed.get(raw)!);
    if (this.condition === "replyLost") throw new Fault("ledger_unreachable", "The reply was lost.");
  }

  async fill(account: Address, nonce: number): Promise<void> {
    this.#mustAnswer();
    const hash = `0xfiller${(this.#drawn += 1)}` as ChainHash;
    this.#chain.take({ hash, account, nonce, maxFeePerGas: 2n * this.#chain.baseFee, body: null });
    if (this.condition === "replyLost") throw new Fault("ledger_unreachable", "The reply was lost.");
  }

  /** The transaction that was signed as `raw`. */
  transactionOf(raw: string): Transaction {
    return this.#signed.get(raw)!;
  }

  /** The account's next nonce as a node sees it that counts its pool. Nobody should ask it that: see the planted faults. */
  pendingNonceOf(account: Address): number {
    this.#mustAnswer();
    let nonce = nonceIn(this.#chain.blocks, account);
    while (this.#chain.pool.some((transaction) => transaction.account === account && transaction.nonce === nonce)) nonce += 1;
    return nonce;
  }

  #view(): readonly ChainBlock[] {
    this.#mustAnswer();
    const { blocks } = this.#chain;
    if (this.condition === "onOldFork" && this.oldFork !== null) return this.oldFork;
    return this.condition === "behind" ? blocks.slice(0, Math.max(1, blocks.length - this.lag)) : blocks;
  }

  #mustAnswer(): void {
    if (this.condition === "down") throw new Fault("ledger_unreachable", "No answer.");
  }
}
