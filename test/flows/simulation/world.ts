// The simulated world: processes, callers, a node, a chain, a disk and a clock, all driven by one seed.

import { randomFrom, type Random } from "../../../scripts/seededRandom.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { storeIn } from "../../../src/adapters/store/store.ts";
import type { Attempt, LedgerWriter, Store, WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import { Chain, type Fate } from "./chain.ts";
import { Clients, issuer } from "./clients.ts";
import type { Disk, Gate } from "./disk.ts";
import { changed } from "./layered.ts";
import { lawsBrokenAtTheEnd } from "./laws.ts";
import { SimulatedNode, type Condition } from "./node.ts";
import { SimulatedProcess, type Planting } from "./process.ts";
import { wordsIn } from "./words.ts";

/** How one run is set up. */
export interface Setup {
  readonly seed: number;
  readonly disk: Disk;
  /** Processes at once. Two or more agree by leases who carries what. */
  readonly processes?: number;
  readonly planting?: Planting;
  /** Told what happens, line by line. */
  readonly tell?: (line: string) => void;
}

/** What a run found. */
export interface Outcome {
  readonly broken: readonly string[];
  readonly documents: number;
  readonly kills: number;
}

/** Reads the disk without ever being in trouble. */
const bystander: Gate = { isDead: () => false, pass: (_, act) => act() };
const CALM_ROUNDS_LIMIT = 250;

/** A world with its troubles. */
export class World {
  now = 1_000_000;
  diskTrouble: "none" | "full" | "replyLost" = "none";
  /** Somebody else spent nonces of ours: words can come out of order for a while, and the last is still the right one. */
  isNonceTaken = false;
  readonly disk: Disk;
  readonly planting: Planting;
  readonly tell: (line: string) => void;
  readonly chain: Chain;
  readonly node: SimulatedNode;
  readonly clients: Clients;
  readonly brokenLaws: string[] = [];
  readonly sideTable = new Map<string, unknown>();
  /** Whether several processes share the store. */
  readonly isShared: boolean;
  /** Transactions that were on the disk before they went out, by their raw bytes. */
  readonly #stored = new Set<string>();
  readonly #bodies = new Map<number, WriteBody>();
  readonly #random: Random;
  readonly #processes: (SimulatedProcess | null)[];
  #drawn = 0;
  #kills = 0;
  #isCalm = false;

  constructor({ seed, disk, processes = 1, planting = (ports) => ports, tell = () => {} }: Setup) {
    this.#random = randomFrom(seed);
    this.disk = disk;
    this.isShared = processes > 1;
    this.planting = planting;
    this.tell = tell;
    this.chain = new Chain(this.#random, 1 + this.#random.below(6));
    this.node = new SimulatedNode(this.chain);
    this.clients = new Clients(this, this.#random);
    this.#processes = Array.from({ length: processes }, () => null);
  }

  /** Runs the world to its end: troubles, then calm, then the laws. */
  async run(): Promise<Outcome> {
    const db = this.disk.openFor(bystander);
    await registerIn(db).addIssuer({ address: issuer, name: "Chamber", account: issuer }, 0);
    const steps = 4 + this.#random.below(16);
    for (let step = 0; step < steps && this.brokenLaws.length === 0; step += 1) await this.#step(step);
    const store = storeIn(db);
    if (this.brokenLaws.length === 0) await this.#calmDown(store);
    if (this.brokenLaws.length === 0) this.brokenLaws.push(...(await lawsBrokenAtTheEnd(this, store)));
    for (const each of this.#processes) await each?.die("at the end").catch(() => {});
    return { broken: this.brokenLaws, documents: this.clients.requests.filter(({ answers }) => answers.length > 0).length, kills: this.#kills };
  }

  /** A number that was not drawn before in this world. */
  draw(): number {
    return (this.#drawn += 1);
  }

  broken(law: string): void {
    this.tell(`LAW BROKEN: ${law}`);
    this.brokenLaws.push(law);
  }

  /** Between two steps of a process others have their turn, and the chain may move on. */
  async interleave(): Promise<void> {
    for (let turns = this.#random.below(3); turns > 0; turns -= 1) await null;
    if (!this.#isCalm && this.#random.isLucky(0.01)) this.#chainMoves();
  }

  /** The ports, watched: what no process may do, whatever it was told. */
  watch({ store, ledger }: { store: Store; ledger: LedgerWriter }): { store: Store; ledger: LedgerWriter } {
    return { store: changed(store, (lower) => this.#watched(lower)), ledger: { ...ledger, broadcast: (raw) => this.#broadcast(raw, ledger) } };
  }

  #watched(store: Store): Partial<Store> {
    return {
      openWrites: async (account, limit) => {
        const writes = await store.openWrites(account, limit);
        for (const { id, body } of writes) this.#learn(id, body);
        return writes;
      },
      addAttempt: async (attempt) => {
        this.tell(`  write ${attempt.writeId} is bound to nonce ${attempt.nonce} by ${attempt.hash}`);
        await store.addAttempt(attempt);
        this.#stored.add(attempt.raw);
        await this.#mustBeAlone(attempt);
      },
      setWrite: async (id, change) => {
        this.tell(`  write ${id}: ${JSON.stringify(change)}`);
        const body = this.#bodies.get(id);
        const isUntrue = change.state === "final" && body !== undefined && !this.chain.hasFinally(body);
        await store.setWrite(id, change);
        if (isUntrue) this.broken(`write ${id} (${body.kind}) is called final, and the ledger's final blocks do not say it`);
      },
    };
  }

  async #broadcast(raw: `0x${string}`, ledger: LedgerWriter): Promise<void> {
    const { hash, nonce } = this.node.transactionOf(raw);
    this.tell(`  ${hash} (nonce ${nonce}) is sent`);
    if (!this.#stored.has(raw) && !(await this.#isOnDisk(raw))) this.broken(`${hash} went out before it was stored`);
    await ledger.broadcast(raw);
  }

  #learn(id: number, body: WriteBody): void {
    if (!this.#bodies.has(id)) this.tell(`  write ${id}: ${wordsIn(body).map(({ subject, word }) => `${subject.slice(0, 22)} ${word.slice(0, 12)}`).join(", ")}`);
    this.#bodies.set(id, body);
  }

  /** A commit whose answer was lost may have stored it all the same. */
  async #isOnDisk(raw: string): Promise<boolean> {
    return (await this.disk.openFor(bystander).selectFrom("attempts").select("id").where("raw", "=", raw).executeTakeFirst()) !== undefined;
  }

  /** No two writes that are under way may hold the same nonce. */
  async #mustBeAlone({ account, nonce, writeId }: Attempt): Promise<void> {
    const other = await this.disk
      .openFor(bystander)
      .selectFrom("attempts")
      .innerJoin("writes", "writes.id", "attempts.write_id")
      .select("attempts.write_id")
      .where("attempts.account", "=", account)
      .where("attempts.nonce", "=", nonce)
      .where("attempts.write_id", "!=", writeId)
      .where("writes.state", "not in", ["final", "refused"])
      .executeTakeFirst();
    if (other !== undefined) this.broken(`nonce ${nonce} is given to write ${writeId} while write ${other.write_id} holds it`);
  }

  async #step(step: number): Promise<void> {
    this.now += 1 + this.#random.below(3);
    this.#trouble();
    this.tell(`step ${step}: node ${this.node.condition}, disk ${this.diskTrouble}, head ${this.chain.blocks.length - 1}, final ${this.chain.finalNumber}, time ${this.now}`);
    const acts = this.#processes.map(async (each, place) => {
      const process = each === null || each.isDead() ? await this.#start(place) : each;
      if (process === null) return;
      if (this.#random.isLucky(0.3)) process.killAfter(this.#random.below(80));
      const callers = Array.from({ length: this.#random.below(4) }, () => this.clients.askSomething(process));
      const rounds = async (): Promise<void> => {
        for (let round = this.#random.below(4); round > 0; round -= 1) await process.work();
      };
      await Promise.all([...callers, rounds()]);
      process.killAfter(Infinity);
      if (process.isDead()) this.#kills += 1;
    });
    await Promise.all(acts);
  }

  async #start(place: number): Promise<SimulatedProcess | null> {
    const process = new SimulatedProcess(this, `process ${this.draw()}`);
    this.#processes[place] = process;
    try {
      await process.begin();
      return process;
    } catch (error) {
      this.tell(`${process.name} does not start: ${(error as Error).message}`);
      await process.die("at its start").catch(() => {});
      return null;
    }
  }

  #trouble(): void {
    const random = this.#random;
    const condition = random.isLucky(0.5) ? "well" : random.pick<Condition>(["well", "down", "replyLost", "behind", "onOldFork"]);
    this.node.condition = condition;
    this.node.lag = 1 + random.below(4);
    this.diskTrouble = random.isLucky(0.08) ? random.pick(["full", "replyLost"] as const) : "none";
    if (random.isLucky(0.08)) this.#clockJumps();
    this.#chainMoves();
    if (random.isLucky(0.4)) this.#chainMoves();
  }

  #clockJumps(): void {
    const seconds = Math.round((this.#random.next() - 0.5) * 2 * 10 ** (1 + this.#random.below(6)));
    this.now += seconds;
    this.tell(`the clock jumps by ${seconds} s`);
  }

  #chainMoves(): void {
    const { chain } = this;
    const random = this.#random;
    const choice = random.next();
    if (choice < 0.45) chain.mine(random.isLucky(0.2) ? 1 : Infinity);
    else if (choice < 0.6) for (let blocks = 1 + random.below(8); blocks > 0; blocks -= 1) chain.mine();
    else if (choice < 0.78) this.#reorganise();
    else if (choice < 0.86) chain.forget(random.isLucky(0.3) ? Infinity : 1);
    else if (choice < 0.9) chain.baseFee = chain.baseFee * BigInt(1 + random.below(6)) + 1n;
    else if (choice < 0.92) this.#takeNonce();
    else if (choice < 0.94) chain.baseFee = 10n;
  }

  #reorganise(): void {
    const { chain } = this;
    const fate = this.#random.pick<Fate>(["back to the pool", "lost", "some of each"]);
    this.node.oldFork = chain.blocks;
    const lost = chain.reorganise(1 + this.#random.below(this.#random.isLucky(0.2) ? 40 : 4), fate);
    this.tell(`the chain loses ${lost} blocks, their transactions are ${fate}`);
    // The ledger that was killed comes back shorter; a fork that wins is longer.
    const isFork = this.#random.isLucky(0.7);
    for (let each = isFork ? lost + 1 : 0; each > 0; each -= 1) chain.mine(this.#random.isLucky(0.5) ? 0 : Infinity);
  }

  #takeNonce(): void {
    if (!this.#random.isLucky(0.5)) return;
    this.isNonceTaken = true;
    this.chain.takeNonce(issuer);
    this.tell("somebody else with the key takes a nonce");
  }

  /** The troubles are over: everything must come to its end by itself. */
  async #calmDown(store: Store): Promise<void> {
    this.tell("calm returns");
    this.#isCalm = true;
    this.node.condition = "well";
    this.diskTrouble = "none";
    for (let round = 0; round < CALM_ROUNDS_LIMIT; round += 1) {
      this.now += 3;
      for (let blocks = 3; blocks > 0; blocks -= 1) this.chain.mine();
      for (const [place, each] of this.#processes.entries()) await (each === null || each.isDead() ? this.#start(place) : each.work());
      if (await isDone(store)) return;
    }
    this.broken(`not everything came to its end within ${CALM_ROUNDS_LIMIT} calm rounds`);
  }
}

async function isDone(store: Store): Promise<boolean> {
  const [accounts, documents, standings] = await Promise.all([store.accountsAtWork(), store.documentsWaiting(1), store.standingsWaiting(1)]);
  return accounts.length + documents.length + standings.length === 0;
}
