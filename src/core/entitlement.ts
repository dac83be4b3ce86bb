// Who is entitled: paths of grants from this verifier's trust roots (docs/entitlement.md has the rule in words).

import type { Address } from "./address.ts";
import { isAbove, weigh, type Carrier, type Certainty } from "./bounds.ts";
import type { GrantStatement } from "./ledger.ts";
import { answer, silence, type Asked, type Reason } from "./outcome.ts";
import { Pairs } from "./pairs.ts";
import { linksTo, rootsBehind } from "./vouching.ts";

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
  /** A path through each grantor whose grant carries the identity at that moment. */
  pathsTo(question: Question): readonly (readonly Link[])[];
  /** Every trust root from which a path leads to the identity at that moment, the nearest first; at most `limit`. */
  rootsBehind(question: Question, limit: number): readonly Address[];
  /** Why this grantor's statements do not carry the identity at that moment. */
  reasonAgainstGrant(grantor: Address, question: Question): Reason;
  /** Why there is no path. */
  reasonAgainst(question: Question): Reason;
  /** Whether what the identity said at that moment may not count, because a grantor above it called its keys stolen. Asked before good news is believed. */
  isSilenced(question: Question): boolean;
  /** Whether it surely does not count. Asked before bad news is dismissed. */
  isSurelySilenced(question: Question): boolean;
  /** The identity's grantors, and theirs, that may have had a path of their own at that moment, one that does not lead through the identity. */
  grantorsAbove(question: Question): ReadonlySet<Address>;
}

/** Judges the grants of `graph` for all of `questions` together, unless there are more than can be weighed. */
export function judgeGrants(graph: GrantGraph, questions: readonly Question[]): Asked<Entitlements> {
  const pairs = new Pairs(graph);
  if (!pairs.explore(questions)) return silence("grants_too_many");
  return answer(answersFrom({ pairs, graph, ...weigh(pairs, graph.trustRoots) }));
}

interface Weighed extends Certainty {
  readonly pairs: Pairs;
  readonly graph: GrantGraph;
}

function answersFrom(weighed: Weighed): Entitlements {
  const { pairs, surely, possibly } = weighed;
  return {
    pathTo: (question) => pathTo(weighed, question),
    pathsTo: (question) => linksTo(pairs.at(question)!, weighed).map((link) => [...passOnPath(weighed, { identity: link.grantor, moment: question.moment })!, link]),
    rootsBehind: (question, limit) => rootsBehind(pairs.at(question)!, weighed, limit),
    reasonAgainstGrant: (grantor, question) => reasonAgainstGrant(weighed, grantor, question),
    reasonAgainst: (question) => reasonAgainst(weighed, question),
    isSilenced: (question) => possibly.silenced.has(pairs.at(question)!),
    isSurelySilenced: (question) => surely.silenced.has(pairs.at(question)!),
    grantorsAbove: (question) => grantorsAbove(weighed, question),
  };
}

const pathTo = (weighed: Weighed, question: Question): readonly Link[] | null => walkUp(weighed, weighed.surely.carriers.issue.get(weighed.pairs.at(question)!));
const passOnPath = (weighed: Weighed, question: Question): readonly Link[] | null => walkUp(weighed, weighed.surely.carriers.passOn.get(weighed.pairs.at(question)!));

function walkUp({ surely }: Weighed, first: Carrier | undefined): readonly Link[] | null {
  const path: Link[] = [];
  let carrier = first;
  while (carrier !== "trust root") {
    if (carrier === undefined) return null;
    path.push(carrier.link);
    carrier = surely.carriers.passOn.get(carrier.grantor);
  }
  return path.reverse();
}

/** Bad news comes from above: who possibly had a path may speak. */
function grantorsAbove({ pairs, surely, possibly }: Weighed, { identity, moment }: Question): ReadonlySet<Address> {
  const above = new Set<Address>();
  const open = [pairs.at({ identity, moment })!];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    for (const { grantor, said } of pair.heard) {
      const hasVouched = said.some(({ statement }) => statement.isGranted);
      if (!hasVouched || above.has(grantor.identity) || !isAbove(grantor, identity, { own: possibly, other: surely })) continue;
      above.add(grantor.identity);
      open.push(grantor);
    }
  }
  return above;
}

/** From the most to the least telling. */
const severity: readonly Reason[] = ["compromised", "accreditation_withdrawn", "accreditation_expired", "accreditation_not_yet_valid", "no_accreditation"];

/** Looks where each way to a trust root breaks, at this identity's grants or further up, and names the most telling break. */
function reasonAgainst(weighed: Weighed, { identity, moment }: Question): Reason {
  const reasons = new Set<Reason>();
  const seen = new Set<Address>();
  const open = [identity];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const list of weighed.pairs.listsTo(at)) {
      if (mayPassOn(weighed, list.grantor, moment)) reasons.add(breakIn(weighed, list, moment));
      else open.push(list.grantor);
    }
  }
  return severity.find((reason) => reasons.has(reason)) ?? "no_accreditation";
}

function reasonAgainstGrant(weighed: Weighed, grantor: Address, { identity, moment }: Question): Reason {
  const list = weighed.pairs.listsTo(identity).find((each) => each.grantor === grantor);
  return list === undefined || !mayPassOn(weighed, grantor, moment) ? "no_accreditation" : breakIn(weighed, list, moment);
}

/** A trust root always may; of anyone else we know when the question led there. */
function mayPassOn({ pairs, graph, surely }: Weighed, identity: Address, moment: number): boolean {
  const pair = pairs.at({ identity, moment });
  return graph.trustRoots.has(identity) || (pair !== undefined && surely.isEntitled(pair, "passOn"));
}

/** Why a grantor's statements do not carry the grantee at that moment. */
function breakIn({ pairs, graph }: Weighed, list: GrantList, moment: number): Reason {
  const last = pairs.covering(list, moment)[0];
  if (last !== undefined) return last.isGranted ? "no_accreditation" : last.isCompromised ? "compromised" : "accreditation_withdrawn";
  // What a deactivated identity granted was never heard, so it did not begin later either.
  const silentFrom = graph.deactivatedIn.get(list.grantor) ?? Infinity;
  const grants = list.statements.filter(({ isGranted, blockNumber }) => isGranted && blockNumber < silentFrom);
  if (grants.some(({ until }) => until <= moment)) return "accreditation_expired";
  return grants.length > 0 ? "accreditation_not_yet_valid" : "no_accreditation";
}
