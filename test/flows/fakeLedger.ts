// A ledger that misbehaves by script: it is unreachable, loses replies, drops transactions, reorganises, dies.

import { Fault } from "../../src/core/fault.ts";
import type { Address } from "../../src/core/address.ts";
import type { Block, ChainHash, Head } from "../../src/core/ledger.ts";
import type { LedgerWriter, WriteBody } from "../../src/flows/issuing/issuePorts.ts";

/** One thing that goes wrong, or right, between two rounds. */
export type Trouble = "mine" | "unreachable" | "replyLost" | "drop" | "reorganise" | "killed" | "finalise" | "foreignNonce" | "nothing";

interface Transaction {
  readonly hash: ChainHash;
  readonly account: Address;
  readonly nonce: number;
  readonly body: WriteBody;
}

interface FakeBlock extends Block {
  readonly transactions: readonly Transaction[];
}

const foreign = { kind: "delegate", identity: "0x", delegate: "0x", validitySeconds: 0 } as unknown as WriteBody;

/** A chain in memory. What is said twice is said once, as in the contracts; `said` counts what was truly added. */
export class FakeLedger implements LedgerWriter {
  blocks: FakeBlock[] = [{ number: 0, hash: "0xgenesis" as ChainHash, time: 0, transactions: [] }];
  finalNumber = 0;
  trouble: Trouble = "nothing";
  #pool: Transaction[] = [];
  #signed = new Map<string, Transaction>();
  #count = 0;

  async head(): Promise<Head> {
    this.#mayFail();
    const { number, hash, time } = this.blocks.at(-1)!;
    return { number, hash, time, finalNumber: this.finalNumber };
  }

  async nonceOf(account: Address): Promise<number> {
    this.#mayFail();
    return this.#included().filter((transaction) => transaction.account === account).length;
  }

  async receiptOf(hash: ChainHash) {
    this.#mayFail();
    const block = this.blocks.find(({ transactions }) => transactions.some((transaction) => transaction.hash === hash));
    return block === undefined ? null : { block, isSuccess: true };
  }

  async saidAlready(body: WriteBody): Promise<Block | null> {
    this.#mayFail();
    const lastWords = subjectsOf(body).map((subject) => this.words().findLast((said) => said.subject === subject));
    // Of what nobody spoke about, active is said since ever.
    return lastWords.every((last) => (last?.word ?? "active") === wordOf(body)) ? (lastWords[0]?.block ?? this.blocks[0]!) : null;
  }

  async sign(body: WriteBody, { account, nonce }: { account: Address; nonce: number }) {
    this.#mayFail();
    const hash = `0x${(this.#count += 1)}` as ChainHash;
    const raw = `0xraw${this.#count}` as const;
    this.#signed.set(raw, { hash, account, nonce, body });
    return { hash, raw, maxFeePerGas: 1n };
  }

  async broadcast(raw: `0x${string}`): Promise<void> {
    this.#mayFail();
    const transaction = this.#signed.get(raw)!;
    const isKnown = [...this.#pool, ...this.#included()].some(({ hash }) => hash === transaction.hash);
    if (!isKnown) this.#pool.push(transaction);
    if (this.trouble === "replyLost") throw new Fault("ledger_unreachable", "The reply was lost.");
  }

  async fill(account: Address, nonce: number): Promise<void> {
    this.#mayFail();
    const isKnown = this.#pool.some((transaction) => transaction.account === account && transaction.nonce === nonce);
    if (!isKnown) this.#pool.push({ hash: `0xfiller${(this.#count += 1)}` as ChainHash, account, nonce, body: foreign });
  }

  /** Lets one thing happen. */
  happen(trouble: Trouble): void {
    this.trouble = trouble;
    if (trouble === "mine" || trouble === "finalise") this.#mine();
    if (trouble === "finalise") this.finalNumber = this.blocks.at(-1)!.number;
    if (trouble === "drop") this.#pool.pop();
    if (trouble === "reorganise") this.#lose({ isPoolKept: true });
    if (trouble === "killed") this.#lose({ isPoolKept: false });
    if (trouble === "foreignNonce") this.#useNonce();
  }

  /** Everything that the chain says, in order: only what changed its last word. */
  words(): readonly { subject: string; word: string; block: Block }[] {
    const said: { subject: string; word: string; block: Block }[] = [];
    for (const block of this.blocks) {
      for (const { body } of block.transactions.filter((transaction) => transaction.body !== foreign)) {
        const word = wordOf(body);
        const news = subjectsOf(body).filter((subject) => (said.findLast((earlier) => earlier.subject === subject)?.word ?? "active") !== word);
        said.push(...news.map((subject) => ({ subject, word, block })));
      }
    }
    return said;
  }

  #included(): Transaction[] {
    return this.blocks.flatMap(({ transactions }) => transactions);
  }

  #mine(): void {
    const transactions: Transaction[] = [];
    for (let isMoving = true; isMoving; ) {
      const ready = this.#pool.find(({ account, nonce }) => nonce === [...this.#included(), ...transactions].filter((mined) => mined.account === account).length);
      isMoving = ready !== undefined;
      if (ready !== undefined) {
        transactions.push(ready);
        this.#pool = this.#pool.filter(({ account, nonce }) => account !== ready.account || nonce > ready.nonce);
      }
    }
    const number = this.blocks.length;
    this.blocks.push({ number, hash: `0xblock${(this.#count += 1)}` as ChainHash, time: number, transactions });
  }

  /** Blocks that are not final are gone; their transactions return to the pool, or not. */
  #lose({ isPoolKept }: { isPoolKept: boolean }): void {
    const lost = this.blocks.splice(this.finalNumber + 1);
    this.#pool = isPoolKept ? [...lost.flatMap(({ transactions }) => transactions), ...this.#pool].filter(({ body }) => body !== foreign) : [];
  }

  /** Somebody else with the key takes the next nonce. */
  #useNonce(): void {
    const account = this.#pool[0]?.account;
    if (account === undefined) return;
    const nonce = this.#included().filter((transaction) => transaction.account === account).length;
    const block = { number: this.blocks.length, hash: `0xblock${(this.#count += 1)}` as ChainHash, time: this.blocks.length };
    this.blocks.push({ ...block, transactions: [{ hash: `0xforeign${this.#count}` as ChainHash, account, nonce, body: foreign }] });
    this.#pool = this.#pool.filter((transaction) => transaction.nonce > nonce);
  }

  #mayFail(): void {
    if (this.trouble === "unreachable") throw new Fault("ledger_unreachable", "No answer.");
  }
}

function subjectsOf(body: WriteBody): readonly string[] {
  if (body.kind === "standing") return body.leaves.map((leaf) => `standing ${leaf}`);
  return [body.kind === "anchor" ? `anchor ${body.root}` : body.kind];
}
const wordOf = (body: WriteBody): string => (body.kind === "standing" ? body.standing : "said");
