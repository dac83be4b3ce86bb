// Pairs: who at which moment. An entitlement depends on others, then and whenever they spoke; this finds them all, once.

import type { Address } from "./address.ts";
import type { GrantGraph, GrantList, Question } from "./entitlement.ts";
import type { GrantStatement } from "./ledger.ts";

/** An identity at a moment. There is one object per pair, so that sets can hold it. */
export interface Pair extends Question {
  /** What grantors said about it, one entry a grantor. */
  readonly heard: Heard[];
  /** What has to be weighed again when something becomes true of this pair. */
  readonly dependents: Heard[];
}

/** What one grantor said about a pair, newest first. */
export interface Heard {
  readonly grantee: Pair;
  /** The grantor at the same moment. */
  readonly grantor: Pair;
  readonly said: readonly Said[];
}

/** A statement, and its grantor at the time of saying it. */
export interface Said {
  readonly statement: GrantStatement;
  readonly speaker: Pair;
}

/** About a second's work: nobody may make a verifier think for minutes. */
const EFFORT_LIMIT = 2_000_000;
/** What one grantor's list costs, beside one for each of its statements. */
const EFFORT_PER_LIST = 10;

/** Every pair that the questions put to it depend on. */
export class Pairs {
  /** From the questions upwards. */
  readonly all: Pair[] = [];
  /** All that was said about any of them, from the trust roots downwards. */
  readonly heard: Heard[] = [];
  /** Those of them in which somebody is called compromised. */
  readonly accusations: Heard[] = [];
  readonly #graph: GrantGraph;
  readonly #listsTo: ReadonlyMap<Address, readonly GrantList[]>;
  readonly #known = new Map<Address, Map<number, Pair>>();
  #effort = 0;

  constructor(graph: GrantGraph) {
    this.#graph = graph;
    this.#listsTo = Map.groupBy(graph.lists, ({ grantee }) => grantee);
  }

  /** Finds what `questions` depend on. Returns whether it was few enough to be weighed. */
  explore(questions: readonly Question[]): boolean {
    const moments = new Set(questions.map(({ moment }) => moment));
    for (const { identity, moment } of questions) this.#pairOf(identity, moment);
    for (const pair of this.all) {
      for (const list of this.listsTo(pair.identity)) {
        this.#hear(list, pair);
        // Where an accreditation is missing, its grantor shows whether it once was there.
        if (moments.has(pair.moment)) this.#pairOf(list.grantor, pair.moment);
      }
      if (this.#effort > EFFORT_LIMIT) return false;
    }
    this.heard.reverse();
    return true;
  }

  at({ identity, moment }: Question): Pair | undefined {
    return this.#known.get(identity)?.get(moment);
  }

  listsTo(identity: Address): readonly GrantList[] {
    return this.#listsTo.get(identity) ?? [];
  }

  /** Statements of `list` that speak about `moment` and are far enough on the ledger to be heard, newest first. */
  covering(list: GrantList, moment: number): readonly GrantStatement[] {
    const { finalBlock, deactivatedIn } = this.#graph;
    const silentFrom = deactivatedIn.get(list.grantor) ?? Infinity;
    return list.statements
      .filter((statement) => statement.from <= moment && moment < statement.until)
      .filter((statement) => !statement.isGranted || (statement.blockNumber <= finalBlock && statement.blockNumber < silentFrom))
      .reverse();
  }

  #pairOf(identity: Address, moment: number): Pair {
    const ofIdentity = this.#known.get(identity) ?? new Map<number, Pair>();
    if (ofIdentity.size === 0) this.#known.set(identity, ofIdentity);
    const known = ofIdentity.get(moment);
    if (known !== undefined) return known;
    const pair: Pair = { identity, moment, heard: [], dependents: [] };
    ofIdentity.set(moment, pair);
    this.all.push(pair);
    return pair;
  }

  #hear(list: GrantList, grantee: Pair): void {
    const statements = this.covering(list, grantee.moment);
    if (statements.length === 0) return;
    const grantor = this.#pairOf(list.grantor, grantee.moment);
    const said = statements.map((statement) => ({ statement, speaker: this.#pairOf(list.grantor, statement.time) }));
    const heard = { grantee, grantor, said };
    for (const pair of new Set([grantor, ...said.map(({ speaker }) => speaker)])) pair.dependents.push(heard);
    grantee.heard.push(heard);
    this.heard.push(heard);
    if (statements.some(({ isCompromised }) => isCompromised)) this.accusations.push(heard);
    this.#effort += EFFORT_PER_LIST + statements.length;
  }
}
