// Who is entitled: paths of grants from this verifier's trust roots (docs/entitlement.md has the rule in words).
//
// Whether a statement counts depends on other statements, and a withdrawal can depend on what it withdraws. The answer is
// the well-founded one: two bounds, "surely" and "possibly", close in on each other; good news counts when it surely
// holds, bad news when it possibly does. So a riddle in the grants is never a yes.

import type { Address } from "./address.ts";
import type { GrantStatement } from "./ledger.ts";
import type { Reason } from "./outcome.ts";

/** All that one grantor said about one grantee for the type in question, oldest first. */
export interface GrantList {
  readonly grantor: Address;
  readonly grantee: Address;
  readonly statements: readonly GrantStatement[];
}

/** The grants around an issuer for one document type, as the ledger has them at one block. */
export interface GrantGraph {
  /** Believed for this type by this verifier, at every moment. */
  readonly trustRoots: ReadonlySet<Address>;
  readonly lists: readonly GrantList[];
  /** Grants recorded in later blocks do not count yet; withdrawals do. */
  readonly finalBlock: number;
  /** Per identity, the block in which its DID was deactivated. What it granted from then on does not count. */
  readonly deactivatedIn: ReadonlyMap<Address, number>;
}

/** One grant on the path, as the statement that carries it. */
export interface Link {
  readonly grantor: Address;
  readonly grantee: Address;
  readonly statement: GrantStatement;
}

/** "Was this identity entitled at this moment (Unix seconds)?" */
export interface Question {
  readonly identity: Address;
  readonly moment: number;
}

/** Answers about one graph. Every {@link Question} must have been named when it was made. */
export interface Entitlements {
  /** The grants that lead from a trust root to the identity at that moment, root first; `null` when there are none. A trust root's path is empty. */
  pathTo(question: Question): readonly Link[] | null;
  /** Why there is no path. */
  reasonAgainst(question: Question): Reason;
  /** Whether what the identity said at that moment does not count, because a grantor on its path called its keys stolen. */
  isSilenced(question: Question): boolean;
  /** The identity's grantors, and theirs, with a path of their own at that moment. */
  grantorsAbove(question: Question): ReadonlySet<Address>;
}

type Need = "issue" | "passOn";
/** What is held to be true of (identity, moment) pairs: entitled, with or without the right to pass on, and silenced. */
interface Bounds {
  isEntitled(identity: Address, moment: number, need: Need): boolean;
  isSilenced(identity: Address, moment: number): boolean;
}

const keyOf = (identity: Address, moment: number): string => `${identity}@${moment}`;
const everything: Bounds = { isEntitled: () => true, isSilenced: () => true };

/** Judges the grants of `graph` for all of `questions` together. */
export function judgeGrants(graph: GrantGraph, questions: readonly Question[]): Entitlements {
  const world = new World(graph, questions);
  let possibly: Bounds = everything;
  let surely = world.grow(possibly);
  for (let before = -1; surely.count !== before; ) {
    before = surely.count;
    possibly = world.grow(surely);
    surely = world.grow(possibly);
  }
  return answersFrom(world, surely, possibly);
}

/** The bounds as they grow round by round, with the grant that first carried each entitlement. */
class Grown implements Bounds {
  readonly carriers = new Map<string, Link | "trust root">();
  readonly silenced = new Set<string>();

  get count(): number {
    return this.carriers.size + this.silenced.size;
  }
  isEntitled(identity: Address, moment: number, need: Need): boolean {
    return this.carriers.has(`${keyOf(identity, moment)}/${need}`);
  }
  isSilenced(identity: Address, moment: number): boolean {
    return this.silenced.has(keyOf(identity, moment));
  }
}

/** The graph with every pair that the questions depend on. */
class World {
  readonly graph: GrantGraph;
  readonly pairs: readonly Question[];
  readonly #listsTo = new Map<Address, GrantList[]>();

  constructor(graph: GrantGraph, questions: readonly Question[]) {
    this.graph = graph;
    for (const list of graph.lists) {
      const known = this.#listsTo.get(list.grantee);
      if (known === undefined) this.#listsTo.set(list.grantee, [list]);
      else known.push(list);
    }
    this.pairs = this.#closure(questions);
  }

  listsTo(identity: Address): readonly GrantList[] {
    return this.#listsTo.get(identity) ?? [];
  }

  /** Statements of `list` that speak about `moment` and are far enough on the ledger to be heard, newest first. */
  covering(list: GrantList, moment: number): readonly GrantStatement[] {
    const { finalBlock, deactivatedIn } = this.graph;
    const silentFrom = deactivatedIn.get(list.grantor) ?? Infinity;
    return list.statements
      .filter((statement) => statement.from <= moment && moment < statement.until)
      .filter((statement) => !statement.isGranted || (statement.blockNumber <= finalBlock && statement.blockNumber < silentFrom))
      .reverse();
  }

  #closure(questions: readonly Question[]): Question[] {
    const seen = new Map<string, Question>();
    const open = [...questions];
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
      const key = keyOf(pair.identity, pair.moment);
      if (seen.has(key)) continue;
      seen.set(key, pair);
      for (const list of this.listsTo(pair.identity)) {
        const heard = this.covering(list, pair.moment);
        if (heard.length > 0) open.push({ identity: list.grantor, moment: pair.moment });
        for (const { time } of heard) open.push({ identity: list.grantor, moment: time });
      }
    }
    return [...seen.values()];
  }

  /** The least that holds when doubt is settled by `other`: wanted news needs this bound, unwanted news only the other. */
  grow(other: Bounds): Grown {
    const own = new Grown();
    for (const { identity, moment } of this.pairs) {
      if (!this.graph.trustRoots.has(identity)) continue;
      for (const need of ["issue", "passOn"]) own.carriers.set(`${keyOf(identity, moment)}/${need}`, "trust root");
    }
    for (let before = -1; own.count !== before; ) {
      before = own.count;
      for (const pair of this.pairs) this.#growPair(pair, own, other);
    }
    return own;
  }

  #growPair({ identity, moment }: Question, own: Grown, other: Bounds): void {
    for (const list of this.listsTo(identity)) {
      for (const need of ["issue", "passOn"] as const) {
        if (own.isEntitled(identity, moment, need)) continue;
        const grant = this.lastWord(list, moment, { isWanted: (said) => carries(said, need), own, other });
        if (grant !== null) own.carriers.set(`${keyOf(identity, moment)}/${need}`, { grantor: list.grantor, grantee: identity, statement: grant });
      }
      if (!own.isSilenced(identity, moment) && this.#silences(list, moment, own, other)) own.silenced.add(keyOf(identity, moment));
    }
  }

  /** The last statement that counts, if it is a wanted one. */
  lastWord(list: GrantList, moment: number, { isWanted, own, other }: Hearing): GrantStatement | null {
    for (const statement of this.covering(list, moment)) {
      const wanted = isWanted(statement);
      const [believing, silencing] = wanted ? [own, other] : [other, own];
      const counts = [moment, statement.time].every((at) => believing.isEntitled(list.grantor, at, "passOn")) && !silencing.isSilenced(list.grantor, statement.time);
      if (counts) return wanted ? statement : null;
    }
    return null;
  }

  /** Only a grantor that had already vouched at the moment can call it compromised: others cannot silence anybody. */
  #silences(list: GrantList, moment: number, own: Bounds, other: Bounds): boolean {
    const word = this.lastWord(list, moment, { isWanted: (said) => said.isCompromised, own, other });
    return word !== null && this.covering(list, moment).some((said) => said.isGranted && said.time <= moment);
  }
}

interface Hearing {
  isWanted(statement: GrantStatement): boolean;
  readonly own: Bounds;
  readonly other: Bounds;
}

const carries = ({ isGranted, mayPassOn }: GrantStatement, need: Need): boolean => isGranted && (need === "issue" || mayPassOn);

function answersFrom(world: World, surely: Grown, possibly: Bounds): Entitlements {
  return {
    pathTo: ({ identity, moment }) => pathFrom(surely, identity, moment),
    reasonAgainst: (question) => worst(reasonsAgainst(world, surely, question, new Set())),
    isSilenced: ({ identity, moment }) => possibly.isSilenced(identity, moment),
    grantorsAbove: (question) => grantorsAbove(world, surely, question),
  };
}

/** Every grant was carried by an earlier one, so the walk ends at a trust root. */
function pathFrom(surely: Grown, identity: Address, moment: number): readonly Link[] | null {
  const path: Link[] = [];
  let carrier = surely.carriers.get(`${keyOf(identity, moment)}/issue`);
  while (carrier !== "trust root") {
    if (carrier === undefined) return null;
    path.unshift(carrier);
    carrier = surely.carriers.get(`${keyOf(carrier.grantor, moment)}/passOn`);
  }
  return path;
}

function grantorsAbove(world: World, surely: Grown, { identity, moment }: Question): ReadonlySet<Address> {
  const above = new Set<Address>();
  const open = [identity];
  for (let grantee = open.pop(); grantee !== undefined; grantee = open.pop()) {
    for (const list of world.listsTo(grantee)) {
      const vouched = world.covering(list, moment).some(({ isGranted }) => isGranted);
      if (!vouched || above.has(list.grantor) || !surely.isEntitled(list.grantor, moment, "passOn")) continue;
      above.add(list.grantor);
      open.push(list.grantor);
    }
  }
  above.delete(identity);
  return above;
}

/** From the most to the least telling. */
const severity: readonly Reason[] = ["compromised", "accreditation_withdrawn", "accreditation_expired", "accreditation_not_yet_valid", "no_accreditation"];
const worst = (reasons: readonly Reason[]): Reason => severity.find((reason) => reasons.includes(reason)) ?? "no_accreditation";

/** Looks where each way to a trust root breaks: at this identity's grants, or further up. */
function reasonsAgainst(world: World, surely: Grown, { identity, moment }: Question, seen: Set<Address>): Reason[] {
  if (seen.has(identity)) return [];
  seen.add(identity);
  return world.listsTo(identity).flatMap((list): Reason[] => {
    const isVouchedFor = world.graph.trustRoots.has(list.grantor) || surely.isEntitled(list.grantor, moment, "passOn");
    if (!isVouchedFor) return reasonsAgainst(world, surely, { identity: list.grantor, moment }, seen);
    const last = world.covering(list, moment)[0];
    if (last !== undefined) return last.isGranted ? [] : [last.isCompromised ? "compromised" : "accreditation_withdrawn"];
    const grants = list.statements.filter(({ isGranted }) => isGranted);
    if (grants.some(({ until }) => until <= moment)) return ["accreditation_expired"];
    return grants.length > 0 ? ["accreditation_not_yet_valid"] : [];
  });
}
