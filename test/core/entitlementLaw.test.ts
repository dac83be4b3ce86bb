/**
 * Goal: `judgeGrants` answers what the rule says, in any world of grants and not only in those that a person thinks up.
 * Method: the rule of docs/entitlement.md written down once more, as plainly and wastefully as can be, over every identity at
 * every moment; then both are asked everything about random worlds. In worlds where grants only lead downwards the rule is
 * a recursion; in arbitrary ones it is the alternating fixpoint of its sentences read as a logic program.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Address } from "../../src/core/address.ts";
import { judgeGrants, type GrantGraph, type GrantList } from "../../src/core/entitlement.ts";
import { NO_END, type GrantStatement } from "../../src/core/ledger.ts";
import { granted, identity, says, withdrawn } from "./world.ts";

const numRuns = process.env["TRADESEAL_LONG"] === "1" ? 10_000 : 500;
const people = [1, 2, 3, 4, 5].map(identity);
const moments = [0, 1, 2, 3, 4, 5, 6, 7];

const anyStatement: fc.Arbitrary<GrantStatement> = fc
  .record({ time: fc.nat(7), from: fc.nat(7), length: fc.oneof(fc.constant(NO_END), fc.integer({ min: 1, max: 5 })), kind: fc.nat(9) })
  .map(({ time, from, length, kind }) => {
    if (kind < 6) return granted(time, { from, until: Math.min(from + length, NO_END), mayPassOn: kind > 0 });
    return withdrawn(time, { from, isCompromised: kind < 9 });
  });
const anyStatements = fc.array(anyStatement, { minLength: 1, maxLength: 4 }).map((each) => each.toSorted((one, other) => one.time - other.time));
/** Most lists begin with a plain early grant: else nearly nobody is entitled and there is nothing to compare. */
const anyHistory = fc.tuple(fc.boolean(), anyStatements).map(([isEarly, later]) => (isEarly ? [granted(0), ...later] : later));

const worldOf = (pairs: readonly (readonly [number, number])[]): fc.Arbitrary<GrantGraph> =>
  fc
    .record({
      lists: fc.uniqueArray(fc.tuple(fc.constantFrom(...pairs), anyHistory), { minLength: 5, maxLength: 12, selector: ([pair]) => pair.join() }),
      rootCount: fc.constantFrom(1, 1, 2),
      finalBlock: fc.integer({ min: 5, max: 7 }),
      ended: fc.option(fc.tuple(fc.constantFrom(...people), fc.integer({ min: 1, max: 7 })), { freq: 4 }),
    })
    .map(({ lists, rootCount, finalBlock, ended }) => ({
      trustRoots: new Set(people.slice(0, rootCount)),
      lists: lists.map(([[grantor, grantee], statements]) => says(people[grantor]!, people[grantee]!, ...statements)),
      finalBlock,
      deactivatedIn: new Map(ended === null ? [] : [ended]),
    }));
const allPairs = people.flatMap((_, grantor) => people.map((_, grantee) => [grantor, grantee] as const));
/** Two of equal rank who call each other's keys stolen: the seed of riddles, which mere chance seldom plants. */
const anyQuarrel = fc.tuple(worldOf(allPairs), fc.nat(7), fc.nat(7), anyHistory).map(([world, one, other, history]): GrantGraph => {
  const accuse = (time: number): GrantStatement[] => [granted(0), withdrawn(time, { from: Math.min(one, other), isCompromised: true })];
  const [customs, left, right, below] = people as [Address, Address, Address, Address];
  const quarrel = [says(customs, left, granted(0)), says(customs, right, granted(0)), says(left, right, ...accuse(one)), says(right, left, ...accuse(other)), says(right, below, ...history)];
  const isElsewhere = (list: GrantList): boolean => !quarrel.some(({ grantor, grantee }) => grantor === list.grantor && grantee === list.grantee);
  return { ...world, lists: [...quarrel, ...world.lists.filter(isElsewhere)] };
});
const anyWorld = fc.oneof({ arbitrary: worldOf(allPairs), weight: 2 }, { arbitrary: anyQuarrel, weight: 1 });
const anyDownwardWorld = worldOf(allPairs.filter(([grantor, grantee]) => grantor < grantee));

/** What can be heard of `list` about `moment`, newest first: grants once final and from grantors not yet deactivated, withdrawals at once. */
function heardOf({ lists: _, ...graph }: GrantGraph, list: GrantList, moment: number): GrantStatement[] {
  return list.statements.toReversed().filter((said) => {
    const isCovering = said.from <= moment && said.until > moment;
    const isAudible = !said.isGranted || (said.blockNumber <= graph.finalBlock && !(said.blockNumber >= (graph.deactivatedIn.get(list.grantor) ?? Infinity)));
    return isCovering && isAudible;
  });
}

/** One answer to everything. */
interface Answers {
  isEntitled(who: Address, moment: number): boolean;
  isSilenced(who: Address, moment: number): boolean;
  isSurelySilenced(who: Address, moment: number): boolean;
}

/** The rule as a recursion. It ends because in a downward world every question leads to questions about somebody higher. */
function byRecursion(graph: GrantGraph): Answers {
  const counts = (list: GrantList, said: GrantStatement, moment: number): boolean =>
    mayPassOn(list.grantor, moment) && mayPassOn(list.grantor, said.time) && !isSilenced(list.grantor, said.time);
  const lastThatCounts = (list: GrantList, moment: number): GrantStatement | undefined => heardOf(graph, list, moment).find((said) => counts(list, said, moment));
  const listsTo = (who: Address): GrantList[] => graph.lists.filter(({ grantee }) => grantee === who);
  const mayPassOn = (who: Address, moment: number): boolean =>
    graph.trustRoots.has(who) || listsTo(who).some((list) => lastThatCounts(list, moment)?.isGranted === true && lastThatCounts(list, moment)?.mayPassOn === true);
  const isEntitled = (who: Address, moment: number): boolean =>
    graph.trustRoots.has(who) || listsTo(who).some((list) => lastThatCounts(list, moment)?.isGranted === true);
  const isSilenced = (who: Address, moment: number): boolean =>
    listsTo(who).some(
      (list) =>
        lastThatCounts(list, moment)?.isCompromised === true && heardOf(graph, list, moment).some((said) => said.isGranted && said.time <= moment),
    );
  return { isEntitled, isSilenced, isSurelySilenced: isSilenced };
}

/** Everything held to be true, as sentences. */
type Truths = ReadonlySet<string>;

/** The least set of sentences that follow when "not" is answered by `assumed`. */
function consequences(graph: GrantGraph, assumed: Truths): Truths {
  const truths = new Set<string>();
  const lists = [...graph.lists.entries()];
  const orderOf = (list: GrantList, said: GrantStatement): number => list.statements.indexOf(said);

  /** The last of those that count: it counts, and nothing newer of another kind does. */
  const hasLast = (number: number, list: GrantList, moment: number, isSuch: (said: GrantStatement) => boolean): boolean => {
    const heard = heardOf(graph, list, moment);
    return heard.some((said, place) => {
      const newer = heard.slice(0, place).filter((each) => !isSuch(each));
      return isSuch(said) && truths.has(`${number}/${orderOf(list, said)} counts at ${moment}`) && newer.every((each) => !assumed.has(`${number}/${orderOf(list, each)} counts at ${moment}`));
    });
  };
  const passesOn = (said: GrantStatement): boolean => said.isGranted && said.mayPassOn;
  /** By trying every path: a path to `who` from a trust root on which `without` does not stand. */
  const hasPathWithout = (who: Address, without: Address, moment: number, behind: readonly Address[] = []): boolean =>
    who !== without &&
    !behind.includes(who) &&
    (graph.trustRoots.has(who) ||
      lists.some(([number, list]) => list.grantee === who && hasLast(number, list, moment, passesOn) && hasPathWithout(list.grantor, without, moment, [...behind, who])));

  const conclude = (): void => {
    for (const moment of moments) {
      for (const root of graph.trustRoots) truths.add(`${root} may issue at ${moment}`).add(`${root} may pass on at ${moment}`);
      for (const [number, list] of lists) {
        const { grantor, grantee } = list;
        const heard = heardOf(graph, list, moment);
        for (const said of heard) {
          const isEntitled = truths.has(`${grantor} may pass on at ${moment}`) && truths.has(`${grantor} may pass on at ${said.time}`);
          if (isEntitled && !assumed.has(`${grantor} is silenced at ${said.time}`)) truths.add(`${number}/${orderOf(list, said)} counts at ${moment}`);
        }
        if (hasLast(number, list, moment, (said) => said.isGranted)) truths.add(`${grantee} may issue at ${moment}`);
        if (hasLast(number, list, moment, passesOn)) truths.add(`${grantee} may pass on at ${moment}`);
        const hadVouched = heard.some((said) => said.isGranted && said.time <= moment);
        const isAccused = hadVouched && hasLast(number, list, moment, (said) => said.isCompromised);
        if (isAccused && hasPathWithout(grantor, grantee, moment)) truths.add(`${grantee} is silenced at ${moment}`);
        // Not a rule of its own: who is above, for comparison.
        if (heard.some((said) => said.isGranted) && hasPathWithout(grantor, grantee, moment)) truths.add(`${grantor} is above ${grantee} at ${moment}`);
      }
    }
  };
  for (let before = -1; truths.size !== before; ) {
    before = truths.size;
    conclude();
  }
  return truths;
}

function byAlternatingFixpoint(graph: GrantGraph): Answers & { isAbove(grantor: Address, who: Address, moment: number): boolean } {
  let surely: Truths = new Set();
  let possibly: Truths = consequences(graph, surely);
  for (let before = ""; before !== `${surely.size} ${possibly.size}`; ) {
    before = `${surely.size} ${possibly.size}`;
    surely = consequences(graph, possibly);
    possibly = consequences(graph, surely);
  }
  return {
    isEntitled: (who, moment) => surely.has(`${who} may issue at ${moment}`),
    isSilenced: (who, moment) => possibly.has(`${who} is silenced at ${moment}`),
    isSurelySilenced: (who, moment) => surely.has(`${who} is silenced at ${moment}`),
    isAbove: (grantor, who, moment) => possibly.has(`${grantor} is above ${who} at ${moment}`),
  };
}

const questions = people.flatMap((who) => moments.map((moment) => ({ identity: who, moment })));

function compare(graph: GrantGraph, expected: Answers): void {
  const together = judgeGrants(graph, questions);
  for (const question of questions) {
    const { identity: who, moment } = question;
    for (const entitlements of [together, judgeGrants(graph, [question])]) {
      if (!entitlements.isAnswered) return expect.unreachable();
      const { pathTo, isSilenced, isSurelySilenced } = entitlements.value;
      const path = pathTo(question);
      const found = [path !== null, isSilenced(question), isSurelySilenced(question)];
      expect(found, `${who} at ${moment}`).toEqual([expected.isEntitled(who, moment), expected.isSilenced(who, moment), expected.isSurelySilenced(who, moment)]);
      if (path === null) continue;
      const stations = [...path.map(({ grantor }) => grantor), who];
      expect(graph.trustRoots.has(stations[0]!)).toBe(true);
      expect(path.map(({ grantee }) => grantee)).toEqual(stations.slice(1));
      expect(new Set(stations).size).toBe(stations.length);
      for (const [place, { statement }] of path.entries()) {
        expect(statement).toMatchObject({ isGranted: true, ...(place < path.length - 1 ? { mayPassOn: true } : {}) });
        expect(statement.from <= moment && moment < statement.until && statement.blockNumber <= graph.finalBlock).toBe(true);
      }
    }
  }
}

describe("judgeGrants is the rule", () => {
  it("in worlds where grants lead downwards", () => {
    fc.assert(
      fc.property(anyDownwardWorld, (graph) => compare(graph, byRecursion(graph))),
      { numRuns },
    );
  }, 600_000);

  it("in any world", () => {
    fc.assert(
      fc.property(anyWorld, (graph) => compare(graph, byAlternatingFixpoint(graph))),
      { numRuns },
    );
  }, 600_000);

  it("the two ways of writing the rule down agree where both apply", () => {
    fc.assert(
      fc.property(anyDownwardWorld, (graph) => {
        const [one, other] = [byRecursion(graph), byAlternatingFixpoint(graph)];
        for (const { identity: who, moment } of questions) {
          expect([one.isEntitled(who, moment), one.isSilenced(who, moment)]).toEqual([other.isEntitled(who, moment), other.isSilenced(who, moment)]);
        }
      }),
      { numRuns: numRuns / 5 },
    );
  }, 600_000);

  it("about who is directly above whom", () => {
    fc.assert(
      fc.property(anyWorld, (graph) => {
        const { isAbove } = byAlternatingFixpoint(graph);
        const entitlements = judgeGrants(graph, questions);
        for (const question of questions) {
          const found = entitlements.isAnswered ? entitlements.value.grantorsAbove(question) : new Set<Address>();
          expect(found.has(question.identity)).toBe(false);
          for (const grantor of people) if (isAbove(grantor, question.identity, question.moment)) expect(found.has(grantor)).toBe(true);
          const isAnybodyAbove = people.some((grantor) => isAbove(grantor, question.identity, question.moment));
          expect(found.size > 0).toBe(isAnybodyAbove);
        }
      }),
      { numRuns: numRuns / 2 },
    );
  }, 600_000);
});

it("random worlds are not all alike: each kind of answer comes up often", () => {
  let [entitled, silenced, riddles] = [0, 0, 0];
  fc.assert(
    fc.property(anyWorld, (graph) => {
      const { isEntitled, isSilenced, isSurelySilenced } = byAlternatingFixpoint(graph);
      for (const { identity: who, moment } of questions.filter(({ identity: each }) => !graph.trustRoots.has(each))) {
        if (isEntitled(who, moment)) entitled++;
        if (isSilenced(who, moment)) silenced++;
        if (isSilenced(who, moment) && !isSurelySilenced(who, moment)) riddles++;
      }
    }),
    { numRuns: 200, seed: 1 },
  );
  expect(entitled).toBeGreaterThan(500);
  expect(silenced).toBeGreaterThan(50);
  expect(riddles).toBeGreaterThan(50);
});
