// A chain in memory that keeps to geth's rules: nonces in order, 10 % more to replace, a pool that forgets, forks.
//
// What the contracts do is done here too: a repeat of the last word changes nothing, what is final is not changed, and a
// withdrawal needs something to withdraw. What was said is counted from events alone.

import { Fault } from "../../../src/core/fault.ts";
import type { Address } from "../../../src/core/address.ts";
import type { Block, ChainHash } from "../../../src/core/ledger.ts";
import type { WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import type { Random } from "../../../scripts/seededRandom.ts";
import { saidBy, wordsIn, type Word } from "./words.ts";

/** A signed transaction. `body` is `null` when it says nothing of ours. */
export interface Transaction {
  readonly hash: ChainHash;
  readonly account: Address;
  readonly nonce: number;
  readonly maxFeePerGas: bigint;
  readonly body: WriteBody | null;
}

/** A block with what was in it and what came of it. */
export interface ChainBlock extends Block {
  readonly included: readonly { readonly transaction: Transaction; readonly isSuccess: boolean }[];
  readonly events: readonly Word[];
}

/** Where transactions go that a reorganisation takes out of their blocks. */
export type Fate = "back to the pool" | "lost" | "some of each";

/** The chain as all nodes will see it in the end. */
export class Chain {
  blocks: readonly ChainBlock[] = [{ number: 0, hash: "0xgenesis", time: 0, included: [], events: [] }];
  finalNumber = 0;
  baseFee = 10n;
  /** How deep a block must lie to be final. */
  readonly finalDepth: number;
  /** Hashes of every transaction that the pool has taken, ever. */
  pool: Transaction[] = [];
  readonly #random: Random;
  #drawn = 0;

  constructor(random: Random, finalDepth: number) {
    this.#random = random;
    this.finalDepth = finalDepth;
  }

  get events(): readonly Word[] {
    return this.blocks.flatMap(({ events }) => events);
  }

  /** Events that no reorganisation takes away. */
  get finalEvents(): readonly Word[] {
    return this.blocks.slice(0, this.finalNumber + 1).flatMap(({ events }) => events);
  }

  /** Takes a transaction into the pool, or refuses as geth does. */
  take(transaction: Transaction): void {
    const isKnown = this.pool.includes(transaction) || isIncluded(this.blocks, transaction);
    if (isKnown) return;
    if (transaction.nonce < nonceIn(this.blocks, transaction.account)) throw new Fault("write_refused", "nonce too low");
    const rival = this.pool.find(({ account, nonce }) => account === transaction.account && nonce === transaction.nonce);
    if (rival !== undefined && transaction.maxFeePerGas * 10n < rival.maxFeePerGas * 11n) throw new Fault("write_refused", "replacement transaction underpriced");
    this.pool = [...this.pool.filter((other) => other !== rival), transaction];
  }

  /** Mines a block of at most `limit` transactions that pay enough, each account's in the order of nonces. */
  mine(limit = Infinity): void {
    const included: { transaction: Transaction; isSuccess: boolean }[] = [];
    const events: Word[] = [];
    const earlier = this.events;
    const number = this.blocks.length;
    const nonces = new Map<Address, number>();
    for (let next = this.#ready(nonces); next !== undefined && included.length < limit; next = this.#ready(nonces)) {
      nonces.set(next.account, next.nonce + 1);
      const said = next.body === null ? [] : saidBy(next.body, [...earlier, ...events]);
      included.push({ transaction: next, isSuccess: said !== null });
      events.push(...(said ?? []));
      this.pool = this.pool.filter((other) => other.account !== next!.account || other.nonce > next!.nonce);
    }
    this.#append({ number, hash: this.#newHash("block"), time: number, included, events });
  }

  #ready(nonces: ReadonlyMap<Address, number>): Transaction | undefined {
    return this.pool.find(({ account, nonce, maxFeePerGas }) => maxFeePerGas >= this.baseFee && nonce === (nonces.get(account) ?? nonceIn(this.blocks, account)));
  }

  #append(block: ChainBlock): void {
    this.blocks = [...this.blocks, block];
    this.finalNumber = Math.max(this.finalNumber, block.number - this.finalDepth);
  }

  /** Takes up to `depth` blocks away that are not final. @returns how many. */
  reorganise(depth: number, fate: Fate): number {
    const kept = this.blocks.slice(0, Math.max(this.finalNumber + 1, this.blocks.length - depth));
    const lost = this.blocks.slice(kept.length);
    this.blocks = kept;
    const returned = lost.flatMap(({ included }) => included.map(({ transaction }) => transaction)).filter(() => fate === "back to the pool" || (fate === "some of each" && this.#random.isLucky(0.5)));
    this.pool = [...returned, ...this.pool].filter(({ nonce, account }) => nonce >= nonceIn(this.blocks, account));
    // Of two for the same nonce the pool keeps one: the one that was in a block.
    this.pool = this.pool.filter((transaction, place) => this.pool.findIndex(({ account, nonce }) => account === transaction.account && nonce === transaction.nonce) === place);
    return lost.length;
  }

  /** Forgets transactions: one of them, or all. */
  forget(count: number): void {
    for (let each = 0; each < count && this.pool.length > 0; each += 1) this.pool = this.pool.toSpliced(this.#random.below(this.pool.length), 1);
  }

  /** Somebody else who has the key takes the account's next nonce. */
  takeNonce(account: Address): void {
    const nonce = nonceIn(this.blocks, account);
    this.pool = [{ hash: this.#newHash("foreign"), account, nonce, maxFeePerGas: 2n ** 60n, body: null }, ...this.pool.filter((other) => other.account !== account || other.nonce !== nonce)];
    this.mine(1);
  }

  #newHash(kind: string): ChainHash {
    return `0x${kind}${(this.#drawn += 1)}`;
  }

  /** What the account's transactions in blocks and pool will have said, for whoever estimates a new one. */
  pendingWords(account: Address): readonly Word[] {
    const words = [...this.events];
    const own = this.pool.filter((transaction) => transaction.account === account && transaction.body !== null).toSorted((left, right) => left.nonce - right.nonce);
    for (const { body } of own) words.push(...(saidBy(body!, words) ?? []));
    return words;
  }

  /** Whether all that `body` says was said in blocks that are final, at some time. */
  hasFinally(body: WriteBody): boolean {
    const events = this.finalEvents;
    return wordsIn(body).every(({ subject, word }) => events.some((event) => event.subject === subject && event.word === word) || word === "active");
  }
}

/** How many transactions of the account these blocks hold. */
export const nonceIn = (blocks: readonly ChainBlock[], account: Address): number =>
  blocks.reduce((count, { included }) => count + included.filter(({ transaction }) => transaction.account === account).length, 0);

const isIncluded = (blocks: readonly ChainBlock[], transaction: Transaction): boolean => blocks.some(({ included }) => included.some((each) => each.transaction === transaction));
