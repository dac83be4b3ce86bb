// A simulated process of the service: real flows and a real store, between a disk and a node, killed where chance has it.

import { finalBlocksIn } from "../../../src/adapters/store/finalBlocks.ts";
import { grantsIn } from "../../../src/adapters/store/grants.ts";
import { leasesIn } from "../../../src/adapters/store/leases.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import { storeIn } from "../../../src/adapters/store/store.ts";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { Fault } from "../../../src/core/fault.ts";
import { sharedDuties } from "../../../src/flows/carrying/duties.ts";
import type { GrantPorts } from "../../../src/flows/trust/grants.ts";
import type { IssuePorts, LedgerWriter, Store } from "../../../src/flows/issuing/issuePorts.ts";
import { recheckFinal, type FinalBlocks } from "../../../src/flows/carrying/recheckFinal.ts";
import { startWorking, type WorkPorts } from "../../../src/flows/carrying/work.ts";
import type { Head } from "../../../src/core/ledger.ts";
import { SteadyHead } from "../../../src/flows/verifying/steadyHead.ts";
import type { Gate } from "./disk.ts";
import { eachCall } from "./layered.ts";
import type { SimulatedNode } from "./node.ts";
import type { World } from "./world.ts";

/** Whatever a killed process tries fails so. */
export class Killed extends Error {}
/** A trouble of the disk, made on purpose. */
export class DiskFailed extends Error {}

/** Replaces ports of a process: how faults are planted, and how laws are watched. */
export type Planting = (ports: { store: Store; ledger: LedgerWriter }, process: SimulatedProcess) => { store: Store; ledger: LedgerWriter };

/** As the connection to a ledger does it: an endpoint that lies behind what was final is silent. */
function steady(node: SimulatedNode, memory: SteadyHead): LedgerWriter {
  const head = async (): Promise<Head> => memory.accept(await node.head(), (number) => node.hashAt(number));
  return { ...eachCall<LedgerWriter>(node, (_, call) => call()), head, saidAlready: async (body) => (await head(), node.saidAlready(body)) };
}

/** They have run out when they are given. */
const LEASE_SECONDS = -1;

/** One running service with its worker. */
export class SimulatedProcess implements Gate {
  readonly name: string;
  readonly issue: IssuePorts;
  readonly granting: GrantPorts;
  /** The node that it talks to. */
  readonly node: SimulatedNode;
  /** Durable, but in no transaction with anything: only a planted fault keeps something there. */
  readonly sideTable: Map<string, unknown>;
  readonly #world: World;
  readonly #workPorts: WorkPorts;
  readonly #finalBlocks: FinalBlocks;
  readonly #steady = new SteadyHead();
  #isDead = false;
  /** Steps until it is killed. */
  #stepsLeft = Infinity;
  #wake: () => void = () => {};
  #isPaused = () => {};

  constructor(world: World, name: string) {
    this.name = name;
    this.#world = world;
    this.node = world.node;
    this.sideTable = world.sideTable;
    const db = world.disk.openFor(this);
    this.#finalBlocks = finalBlocksIn(db);
    const real = { store: storeIn(db), ledger: this.#gated(steady(world.node, this.#steady)) };
    const { store, ledger } = world.planting(world.watch(real), this);
    const clock = (): number => world.now;
    const newId = (): string => `${name} ${world.draw()}`;
    this.issue = { store, accounts: registerIn(db), clock, newId, randomLeaf: () => leafOf(digestOf(Buffer.from(`random ${world.draw()}`))) };
    const ledgerWord = { isLastWord: async () => false, isLastWordSilenced: async () => false, hasSpoken: async () => false };
    this.granting = { grants: grantsIn(db), clock, newId, nameBooks: async () => [], ledgerWord, signing: { signerFor: async () => null } };
    const notice: WorkPorts["notice"] = (message, details) => this.#note(message, details);
    const pause = (): Promise<void> => new Promise((resolve) => {
      this.#wake = resolve;
      this.#isPaused();
    });
    // Beside others, what is done needs a lease; these can be taken away at any moment, which is the worst that leases can do.
    const leases = leasesIn(db, name, LEASE_SECONDS);
    const duties = world.isShared ? { duties: sharedDuties({ store, ledger, leases, clock, notice, pause: () => new Promise<void>(() => {}) }) } : {};
    this.#workPorts = { ...this.issue, ...duties, ledger, notice, pause, resendAfterSeconds: 2, outbidAfterSeconds: 7, limits: { size: 4, ageSeconds: 3 } };
  }

  /** Does what the application does before it lets the worker work. A start that fails is a start that is tried again. */
  async begin(): Promise<void> {
    const { ledger, store, notice } = this.#workPorts;
    for (const block of await this.#finalBlocks.finalBlocksBelow(Number.MAX_SAFE_INTEGER, 1)) this.#steady.remember(block);
    const blockAt = async (number: number) => this.node.blockAt(number);
    await recheckFinal({ store, finalBlocks: this.#finalBlocks, ledger: { head: () => ledger.head(), blockAt }, notice });
    const paused = new Promise<void>((resolve) => (this.#isPaused = resolve));
    startWorking(this.#workPorts);
    await paused;
  }

  /** Lets the worker make one round, to its end or the process's. */
  async work(): Promise<void> {
    if (this.#isDead) return;
    const paused = new Promise<void>((resolve) => (this.#isPaused = resolve));
    this.#wake();
    await paused;
  }

  /** It will be killed after so many more steps. */
  killAfter(steps: number): void {
    this.#stepsLeft = steps;
  }

  isDead(): boolean {
    return this.#isDead;
  }

  async die(where: string): Promise<never> {
    if (!this.#isDead) {
      this.#world.tell(`${this.name} is killed ${where}`);
      this.#isDead = true;
      await this.#world.disk.lose(this);
    }
    throw new Killed(where);
  }

  async pass<T>(step: string, act: () => Promise<T>): Promise<T> {
    const world = this.#world;
    if (this.#isDead) throw new Killed(step);
    await world.interleave();
    if (this.#isDead) throw new Killed(step);
    if ((this.#stepsLeft -= 1) <= 0) await this.die(`before ${step}`);
    if (step === "commit" && world.diskTrouble === "full") throw new DiskFailed("database or disk is full");
    const outcome = await act();
    if ((this.#stepsLeft -= 1) <= 0) await this.die(`after ${step}`);
    if (step === "commit" && world.diskTrouble === "replyLost") throw new DiskFailed("the connection to the database broke");
    return outcome;
  }

  /** The same node, at whose every question and answer the process may die. */
  #gated(ledger: LedgerWriter): LedgerWriter {
    return eachCall(ledger, (name, call) => this.pass(name, async () => call()));
  }

  #note(message: string, { problem, ...details }: Readonly<Record<string, unknown>>): void {
    this.#world.tell(`${this.name}: ${message} ${JSON.stringify(details)} ${String(problem ?? "")}`);
    const isForeseen = problem === undefined || typeof problem === "string" || problem instanceof Killed || problem instanceof DiskFailed || problem instanceof Fault || this.#isDead;
    if (!isForeseen) this.#world.broken(`an error of our own in a round of work: ${(problem as Error).stack ?? String(problem)}`);
  }
}
