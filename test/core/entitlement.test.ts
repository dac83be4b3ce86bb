/**
 * Goal: a path of grants counts exactly as docs/entitlement.md says, whatever was said about whom, when and by whom.
 * Method: stories, each a list of statements over time and the question that they decide. Block numbers are times; blocks up to 2000 are final.
 */
import { describe, expect, it } from "vitest";
import type { Address } from "../../src/core/address.ts";
import { judgeGrants, type Entitlements, type GrantGraph, type GrantList } from "../../src/core/entitlement.ts";
import type { Reason } from "../../src/core/outcome.ts";
import { chamber, customs, federation, FINAL_AT, granted, identity, office, says, stranger, withdrawn } from "./world.ts";

const graphOf = (lists: readonly GrantList[], change: Partial<GrantGraph> = {}): GrantGraph => ({
  ...{ trustRoots: new Set([customs]), lists, finalBlock: FINAL_AT, deactivatedIn: new Map() },
  ...change,
});

function judged(graph: GrantGraph, identity: Address, ...moments: number[]): Entitlements {
  const entitlements = judgeGrants(graph, moments.map((moment) => ({ identity, moment })));
  if (!entitlements.isAnswered) expect.unreachable(entitlements.reason);
  return entitlements.value;
}

interface Story {
  readonly what: string;
  readonly lists: readonly GrantList[];
  /** About whom; the chamber unless told otherwise. */
  readonly who?: Address;
  readonly at: number;
  /** The path's grantees, or why there is none. */
  readonly gives: readonly Address[] | Reason;
  readonly isSilenced?: true;
  readonly change?: Partial<GrantGraph>;
}

/** Grants down a chain of identities, the first by customs, each recorded a second after the one above. */
const chain = (...links: readonly Address[]): GrantList[] =>
  links.map((grantee, place) => says(place === 0 ? customs : links[place - 1]!, grantee, granted(100 + place)));
const both = { trustRoots: new Set([customs, federation]) };
const noPassOn = { mayPassOn: false };
const stolen = { isCompromised: true };

const stories: readonly Story[] = [
  { what: "granted",                                   lists: [says(customs, chamber, granted(100))],                              at: 1000, gives: [chamber] },
  { what: "a trust root needs nobody",                 lists: [],                                                      who: customs, at: 1000, gives: [] },
  { what: "a trust root, whatever strangers say",      lists: [says(stranger, customs, granted(50), withdrawn(60, stolen))], who: customs, at: 1000, gives: [] },
  { what: "nobody said anything",                      lists: [],                                                                  at: 1000, gives: "no_accreditation" },
  { what: "no trust root at all",                      lists: [says(customs, chamber, granted(100))],                              at: 1000, gives: "no_accreditation", change: { trustRoots: new Set() } },
  { what: "a stranger's grant",                        lists: [says(stranger, chamber, granted(100))],                             at: 1000, gives: "no_accreditation" },
  { what: "a grant to oneself",                        lists: [says(chamber, chamber, granted(100))],                              at: 1000, gives: "no_accreditation" },
  { what: "the other way round",                       lists: [says(chamber, customs, granted(100))],                              at: 1000, gives: "no_accreditation" },

  // Periods
  { what: "at its first second",                       lists: [says(customs, chamber, granted(100))],                              at: 100,  gives: [chamber] },
  { what: "a second before it begins",                 lists: [says(customs, chamber, granted(100))],                              at: 99,   gives: "accreditation_not_yet_valid" },
  { what: "at its last second",                        lists: [says(customs, chamber, granted(100, { until: 1001 }))],             at: 1000, gives: [chamber] },
  { what: "at the second at which it ends",            lists: [says(customs, chamber, granted(100, { until: 1000 }))],             at: 1000, gives: "accreditation_expired" },
  { what: "renewed in time",                           lists: [says(customs, chamber, granted(100, { until: 900 }), granted(800, { until: 1800 }))], at: 1000, gives: [chamber] },
  { what: "in the gap before a late renewal",          lists: [says(customs, chamber, granted(100, { until: 900 }), granted(1100))], at: 1000, gives: "accreditation_expired" },
  { what: "overlapping: the older still runs",         lists: [says(customs, chamber, granted(100), granted(200, { until: 500 }))], at: 1000, gives: [chamber] },
  { what: "backdated",                                 lists: [says(customs, chamber, granted(1500, { from: 900 }))],              at: 1000, gives: [chamber] },
  { what: "not backdated far enough",                  lists: [says(customs, chamber, granted(1500, { from: 1001 }))],             at: 1000, gives: "accreditation_not_yet_valid" },

  // Finality
  { what: "a grant in the last final block",           lists: [says(customs, chamber, granted(2000, { from: 900 }))],              at: 1000, gives: [chamber] },
  { what: "a grant not yet final",                     lists: [says(customs, chamber, granted(2001, { from: 900 }))],              at: 1000, gives: "accreditation_not_yet_valid" },
  { what: "a renewal not yet final leaves the older",  lists: [says(customs, chamber, granted(100), granted(2001, { from: 900, mayPassOn: false }))], at: 1000, gives: [chamber] },
  { what: "a withdrawal counts at once",               lists: [says(customs, chamber, granted(100), withdrawn(2001, { from: 900 }))], at: 1000, gives: "accreditation_withdrawn" },
  { what: "a heal not yet final",                      lists: [says(customs, chamber, granted(100), withdrawn(500), granted(2001, { from: 500 }))], at: 1000, gives: "accreditation_withdrawn" },

  // Withdrawals
  { what: "withdrawn before",                          lists: [says(customs, chamber, granted(100), withdrawn(900))],              at: 1000, gives: "accreditation_withdrawn" },
  { what: "withdrawn at that second",                  lists: [says(customs, chamber, granted(100), withdrawn(1000))],             at: 1000, gives: "accreditation_withdrawn" },
  { what: "withdrawn a second after",                  lists: [says(customs, chamber, granted(100), withdrawn(1001))],             at: 1000, gives: [chamber] },
  { what: "withdrawn later, dated back",               lists: [says(customs, chamber, granted(100), withdrawn(1500, { from: 900 }))], at: 1000, gives: "accreditation_withdrawn" },
  { what: "regranted after a withdrawal",              lists: [says(customs, chamber, granted(100), withdrawn(500), granted(900))], at: 1000, gives: [chamber] },
  { what: "between withdrawal and regrant",            lists: [says(customs, chamber, granted(100), withdrawn(500), granted(1200))], at: 1000, gives: "accreditation_withdrawn" },
  { what: "a vandalised history, healed",              lists: [says(customs, chamber, granted(100), withdrawn(1200, { from: 0 }), granted(1300, { from: 100 }))], at: 1000, gives: [chamber] },
  { what: "a stranger withdraws",                      lists: [says(customs, chamber, granted(100)), says(stranger, chamber, granted(100), withdrawn(200))], at: 1000, gives: [chamber] },
  { what: "one authority withdraws, another does not", lists: [says(customs, chamber, granted(100), withdrawn(200)), says(federation, chamber, granted(100))], at: 1000, gives: [chamber], change: both },
  { what: "another authority's trust root only",       lists: [says(customs, chamber, granted(100))],                              at: 1000, gives: "no_accreditation", change: { trustRoots: new Set([federation]) } },

  // Passing on
  { what: "passed on",                                 lists: chain(chamber, office),                                  who: office, at: 1000, gives: [chamber, office] },
  { what: "passed on without the right to",            lists: [says(customs, chamber, granted(100, noPassOn)), says(chamber, office, granted(200))], who: office, at: 1000, gives: "no_accreditation" },
  { what: "without the right to pass on, for itself",  lists: [says(customs, chamber, granted(100, noPassOn))],                    at: 1000, gives: [chamber] },
  { what: "right to pass on taken by a later grant",   lists: [says(customs, chamber, granted(100), granted(150, noPassOn)), says(chamber, office, granted(200))], who: office, at: 1000, gives: "no_accreditation" },
  { what: "right to pass on given too late",           lists: [says(customs, chamber, granted(100, noPassOn), granted(300)), says(chamber, office, granted(200))], who: office, at: 1000, gives: "no_accreditation" },
  { what: "given too late, but dated back",            lists: [says(customs, chamber, granted(100, noPassOn), granted(300, { from: 100 })), says(chamber, office, granted(200))], who: office, at: 1000, gives: [chamber, office] },
  { what: "granted before one had the right",          lists: [says(customs, chamber, granted(500)), says(chamber, office, granted(200))], who: office, at: 1000, gives: "no_accreditation" },
  { what: "granted again once one had the right",      lists: [says(customs, chamber, granted(500)), says(chamber, office, granted(200), granted(600, { from: 500 }))], who: office, at: 1000, gives: [chamber, office] },
  { what: "the grantor's own right ended",             lists: [says(customs, chamber, granted(100, { until: 900 })), says(chamber, office, granted(200))], who: office, at: 1000, gives: "accreditation_expired" },
  { what: "the grantor's own right was withdrawn",     lists: [says(customs, chamber, granted(100), withdrawn(900)), says(chamber, office, granted(200))], who: office, at: 1000, gives: "accreditation_withdrawn" },
  { what: "expired under a chamber in good order",     lists: [says(customs, chamber, granted(100)), says(chamber, office, granted(200, { until: 900 }))], who: office, at: 1000, gives: "accreditation_expired" },
  { what: "not yet begun under a chamber in order",    lists: [says(customs, chamber, granted(100)), says(chamber, office, granted(200, { from: 1100 }))], who: office, at: 1000, gives: "accreditation_not_yet_valid" },
  { what: "withdrawn by one who had lost the right",   lists: [says(customs, chamber, granted(100, { until: 500 })), says(chamber, office, granted(200), withdrawn(600, { from: 300 }))], who: office, at: 400, gives: [chamber, office] },
  { what: "backdated by one entitled only today",      lists: [says(customs, chamber, granted(1200)), says(chamber, office, granted(1300, { from: 900 }))], who: office, at: 1000, gives: "accreditation_not_yet_valid" },
  { what: "two grant each other",                      lists: [says(chamber, office, granted(100)), says(office, chamber, granted(100))], at: 1000, gives: "no_accreditation" },
  { what: "two grant each other after the root left",  lists: [says(customs, chamber, granted(100), withdrawn(900)), says(chamber, office, granted(200)), says(office, chamber, granted(300))], at: 1000, gives: "accreditation_withdrawn" },
  { what: "before the second of two paths began",         lists: [says(customs, chamber, granted(100)), says(chamber, office, granted(200)), says(customs, office, granted(300))], who: office, at: 250, gives: [chamber, office] },
  { what: "sixteen links",                             lists: chain(...Array.from({ length: 16 }, (_, place) => identity(100 + place))), who: identity(115), at: 1000, gives: Array.from({ length: 16 }, (_, place) => identity(100 + place)) },
  { what: "sixteen links, the third withdrawn",        lists: [...chain(...Array.from({ length: 16 }, (_, place) => identity(100 + place))), says(identity(101), identity(102), granted(102), withdrawn(800))].toSpliced(2, 1), who: identity(115), at: 1000, gives: "accreditation_withdrawn" },

  // Deactivated DIDs
  { what: "granted before the grantor's end",          lists: [says(customs, chamber, granted(100))],                              at: 1000, gives: [chamber], change: { deactivatedIn: new Map([[customs, 101]]) } },
  { what: "granted in the block of the grantor's end", lists: [says(customs, chamber, granted(100))],                              at: 1000, gives: "no_accreditation", change: { deactivatedIn: new Map([[customs, 100]]) } },
  { what: "withdrawn after the grantor's end",         lists: [says(customs, chamber, granted(100), withdrawn(900))],              at: 1000, gives: "accreditation_withdrawn", change: { deactivatedIn: new Map([[customs, 500]]) } },

  // Stolen keys. Monday is 1000, Tuesday 1100, Wednesday 1200, Thursday 1300.
  { what: "stolen on Tuesday: Wednesday's anchor",     lists: [says(customs, chamber, granted(100), withdrawn(1300, { from: 1100, ...stolen }))], at: 1200, gives: "compromised", isSilenced: true },
  { what: "stolen on Tuesday: Monday's anchor",        lists: [says(customs, chamber, granted(100), withdrawn(1300, { from: 1100, ...stolen }))], at: 1000, gives: [chamber] },
  { what: "stolen on Tuesday: Wednesday, new keys",    lists: [says(customs, chamber, granted(100), withdrawn(1300, { from: 1100, ...stolen }), granted(1400))], at: 1200, gives: "compromised", isSilenced: true },
  { what: "stolen on Tuesday: Friday, new keys",       lists: [says(customs, chamber, granted(100), withdrawn(1300, { from: 1100, ...stolen }), granted(1400))], at: 1500, gives: [chamber] },
  { what: "stolen on Tuesday, taken back as an error", lists: [says(customs, chamber, granted(100), withdrawn(1300, { from: 1100, ...stolen }), granted(1400, { from: 1100 }))], at: 1200, gives: [chamber] },
  { what: "stolen, then a plain withdrawal instead",   lists: [says(customs, chamber, granted(100), withdrawn(1300, { from: 1100, ...stolen }), withdrawn(1400, { from: 1100 }))], at: 1200, gives: "accreditation_withdrawn" },
  { what: "the thief's grant of Wednesday",            lists: [says(customs, chamber, granted(100), withdrawn(1300, { from: 1100, ...stolen }), granted(1400)), says(chamber, office, granted(1200, { from: 900 }))], who: office, at: 1500, gives: "no_accreditation" },
  { what: "the chamber's grant of Monday, after all",  lists: [says(customs, chamber, granted(100), withdrawn(1300, { from: 1100, ...stolen }), granted(1400)), says(chamber, office, granted(1000))], who: office, at: 1500, gives: [chamber, office] },
  { what: "the thief's withdrawal of Wednesday",       lists: [says(customs, chamber, granted(100), withdrawn(1300, { from: 1100, ...stolen }), granted(1400)), says(chamber, office, granted(1000), withdrawn(1200, { from: 900 }))], who: office, at: 1500, gives: [chamber, office] },
  { what: "compromised, not final, counts at once",    lists: [says(customs, chamber, granted(100), withdrawn(2005, { from: 1100, ...stolen }))], at: 1200, gives: "compromised", isSilenced: true },
  { what: "a stranger calls it compromised",           lists: [says(customs, chamber, granted(100)), says(stranger, chamber, granted(100), withdrawn(200, stolen))], at: 1000, gives: [chamber] },
  { what: "an authority that never vouched calls it",  lists: [says(customs, chamber, granted(100)), says(federation, chamber, withdrawn(200, stolen))], at: 1000, gives: [chamber], change: both },
  { what: "an authority that vouched only later",      lists: [says(customs, chamber, granted(100)), says(federation, chamber, granted(1500, { from: 100 }), withdrawn(1600, { from: 100, ...stolen }))], at: 1000, gives: [chamber], change: both },
  { what: "a second authority that vouched calls it",  lists: [says(customs, chamber, granted(100)), says(federation, chamber, granted(100), withdrawn(200, stolen))], at: 1000, gives: [chamber], isSilenced: true, change: both },
  { what: "its accreditation there had ended before",  lists: [says(customs, chamber, granted(100)), says(federation, chamber, granted(100, { until: 900 }), withdrawn(950, { from: 950, ...stolen }))], at: 1000, gives: [chamber], change: both },
  { what: "compromised by itself",                     lists: [says(customs, chamber, granted(100)), says(chamber, chamber, granted(200), withdrawn(300, stolen))], at: 1000, gives: [chamber] },
  { what: "compromised by one it accredited",          lists: [says(customs, chamber, granted(100)), says(chamber, office, granted(200)), says(office, chamber, granted(300), withdrawn(400, { from: 300, ...stolen }))], at: 1000, gives: [chamber] },
  { what: "the same, then withdrew that one",          lists: [says(customs, chamber, granted(100)), says(chamber, office, granted(200), withdrawn(500, { from: 200 })), says(office, chamber, granted(300), withdrawn(400, { from: 300, ...stolen }))], at: 1000, gives: [chamber] },
  { what: "a trust root, by one it accredited",        lists: [says(customs, chamber, granted(100)), says(chamber, customs, granted(300), withdrawn(400, { from: 300, ...stolen }))], who: customs, at: 1000, gives: [] },
  { what: "a trust root, by another trust root",       lists: [says(federation, customs, granted(100), withdrawn(400, { from: 300, ...stolen }))], who: customs, at: 1000, gives: [], isSilenced: true, change: both },
];

describe("stories", () => {
  it.each(stories)("$what", ({ lists, who = chamber, at, gives, isSilenced = false, change = {} }) => {
    const question = { identity: who, moment: at };
    const entitlements = judged(graphOf(lists, change), who, at);
    const path = entitlements.pathTo(question);
    expect(path === null ? entitlements.reasonAgainst(question) : path.map(({ grantee }) => grantee)).toEqual(gives);
    expect(entitlements.isSilenced(question)).toBe(isSilenced);
    expect(entitlements.isSurelySilenced(question)).toBe(isSilenced);
  });

  it("a path names the statements that carry it", () => {
    const renewed = granted(800, { from: 900, until: 1800 });
    const lists = [says(customs, chamber, granted(100, { until: 900 }), renewed), says(chamber, office, granted(850))];
    const path = judged(graphOf(lists), office, 1000).pathTo({ identity: office, moment: 1000 });
    expect(path).toEqual([
      { grantor: customs, grantee: chamber, statement: renewed },
      { grantor: chamber, grantee: office, statement: granted(850) },
    ]);
  });
});

describe("who is above", () => {
  const aboveAt = (lists: readonly GrantList[], who: Address, moment: number, change: Partial<GrantGraph> = {}): readonly Address[] =>
    [...judged(graphOf(lists, change), who, moment).grantorsAbove({ identity: who, moment })].toSorted();

  it("grantors and theirs, not the identity itself", () => {
    expect(aboveAt(chain(chamber, office), office, 1000)).toEqual([customs, chamber]);
    expect(aboveAt(chain(chamber, office), customs, 1000)).toEqual([]);
  });
  it("also one that has withdrawn, since the document was issued on its word", () => {
    expect(aboveAt([says(customs, chamber, granted(100), withdrawn(1500, { from: 900 }))], chamber, 1000)).toEqual([customs]);
  });
  it("not one that spoke about another time, nor one that never vouched", () => {
    expect(aboveAt([says(customs, chamber, granted(100, { until: 900 }))], chamber, 1000)).toEqual([]);
    expect(aboveAt([says(customs, chamber, withdrawn(100))], chamber, 1000)).toEqual([]);
  });
  it("not strangers, nor those that could not pass on", () => {
    const lists = [says(customs, chamber, granted(100)), says(stranger, chamber, granted(100)), says(customs, office, granted(100, noPassOn)), says(office, chamber, granted(200))];
    expect(aboveAt(lists, chamber, 1000)).toEqual([customs]);
  });
  it("not those below, though they grant upwards", () => {
    const lists = [...chain(chamber, office), says(office, chamber, granted(300)), says(office, customs, granted(300))];
    expect(aboveAt(lists, chamber, 1000)).toEqual([customs]);
    expect(aboveAt(lists, customs, 1000)).toEqual([]);
    expect(aboveAt(lists, office, 1000)).toEqual([customs, chamber]);
  });
  it("one that is below and also has a path of its own", () => {
    const lists = [...chain(chamber, office), says(office, chamber, granted(300)), says(federation, office, granted(100))];
    expect(aboveAt(lists, chamber, 1000, both)).toEqual([customs, office, federation].toSorted());
  });
});

/**
 * A riddle: the chamber and the office are each other's grantors, each vouched for by customs too, and each says that
 * the other's keys were stolen when it spoke. If the one is right the other's word does not count: nothing tells which.
 */
const riddle: readonly GrantList[] = [
  says(customs, chamber, granted(100)),
  says(customs, office, granted(100)),
  says(chamber, office, granted(200), withdrawn(500, { from: 500, ...stolen })),
  says(office, chamber, granted(200), withdrawn(500, { from: 500, ...stolen })),
];

it("a riddle is neither surely so nor surely not, and what was said then carries nothing", () => {
  const trade = identity(9);
  const lists = [...riddle, says(chamber, trade, granted(600))];
  for (const who of [chamber, office]) {
    const entitlements = judged(graphOf(lists), who, 600);
    expect(entitlements.isSilenced({ identity: who, moment: 600 })).toBe(true);
    expect(entitlements.isSurelySilenced({ identity: who, moment: 600 })).toBe(false);
  }
  expect(judged(graphOf(lists), trade, 1000).pathTo({ identity: trade, moment: 1000 })).toBeNull();
});

it("a withdrawal made in a riddle may count, so it does", () => {
  const trade = identity(9);
  const lists = [...riddle, says(chamber, trade, granted(400), withdrawn(600, { from: 450 }))];
  expect(judged(graphOf(lists), trade, 1000).pathTo({ identity: trade, moment: 1000 })).toBeNull();
  expect(judged(graphOf(lists), trade, 420).pathTo({ identity: trade, moment: 420 })).not.toBeNull();
});

it("whoever may be above may speak: doubt does not take a grantor's word away", () => {
  const trade = identity(9);
  // The chamber's right to pass on hangs on a statement made in the riddle; the trader's own right does not.
  const above = identity(10);
  const lists = [...riddle, says(chamber, above, granted(600)), says(above, trade, granted(700)), says(customs, trade, granted(700))];
  const entitlements = judged(graphOf(lists), trade, 1000);
  expect(entitlements.pathTo({ identity: trade, moment: 1000 })).toHaveLength(1);
  expect(entitlements.grantorsAbove({ identity: trade, moment: 1000 }).has(above)).toBe(true);
});

it("the order of questions makes no difference, even when an accuser's own path is found last", () => {
  const [first, second, third, last] = [identity(20), identity(21), identity(22), identity(23)] as const;
  const ways = [says(customs, first, granted(1000)), says(first, second, granted(1000)), says(second, third, granted(1000)), says(third, last, granted(1000)), says(last, office, granted(1000))];
  const accusation = [says(customs, chamber, granted(1000)), says(chamber, office, granted(1000)), says(office, chamber, granted(1000), withdrawn(1000, stolen))];
  const asked = [first, second, third, last, chamber];
  for (const order of [asked, asked.toReversed(), [chamber]]) {
    const questions = order.map((who) => ({ identity: who, moment: 1000 }));
    const entitlements = judgeGrants(graphOf([...ways, ...accusation]), questions);
    expect(entitlements.isAnswered && entitlements.value.isSurelySilenced({ identity: chamber, moment: 1000 })).toBe(true);
  }
});

describe("large worlds are weighed in well under a second, alone on a machine", () => {
  const some = (count: number): Address[] => Array.from({ length: count }, (_, place) => identity(1_000_000 + place));
  const wide = some(10_000);
  const deep = some(16);
  const worlds: readonly [what: string, lists: readonly GrantList[], who: Address, links: number | null][] = [
    ["10,000 under one authority",              wide.map((each) => says(customs, each, granted(100))),                                   wide[9_999]!, 1],
    ["10,000 renewals of one grant",            [says(customs, chamber, ...wide.map((_, place) => granted(100 + place / 100)))],         chamber, 1],
    ["10,000 renewals, one link down",          [says(customs, office, granted(50)), says(office, chamber, ...wide.map((_, place) => granted(100 + place / 100)))], chamber, 2],
    ["10,000 strangers' grants",                [says(customs, chamber, granted(100)), ...wide.map((each) => says(each, chamber, granted(200), withdrawn(300, stolen)))], chamber, 1],
    ["10,000 strangers and nobody else",        wide.map((each) => says(each, chamber, granted(200))),                                   chamber, null],
    ["a chain of 10,000 strangers",             wide.map((each, place) => says(each, wide[place + 1] ?? chamber, granted(200))),         chamber, null],
    ["10,000 authorities vouch for one",        wide.flatMap((each) => [says(customs, each, granted(100)), says(each, chamber, granted(200))]), chamber, 2],
    ["depth 16",                                chain(...deep),                                                                          deep[15]!, 16],
    ["depth 16, each granted 100 times",        deep.map((each, place) => says(deep[place - 1] ?? customs, each, ...wide.slice(0, 100).map((_, time) => granted(100 + place + time / 100)))), deep[15]!, 16],
    ["depth 300",                               chain(...some(300)),                                                                     some(300)[299]!, 300],
  ];

  it.each(worlds)("%s", (_, lists, who, links) => {
    const start = performance.now();
    const entitlements = judged(graphOf(lists), who, 1000);
    const question = { identity: who, moment: 1000 };
    expect(entitlements.pathTo(question)?.length ?? null).toBe(links);
    if (links === null) expect(entitlements.reasonAgainst(question)).toBe("no_accreditation");
    expect(entitlements.grantorsAbove(question).has(customs)).toBe(links !== null);
    expect(performance.now() - start).toBeLessThan(5_000); // A tenth of a second or two, on a machine with nothing else to do.
  });

  it("what would take minutes is refused within about one", () => {
    const start = performance.now();
    const links = some(20_000);
    const graph = graphOf(chain(...links), { finalBlock: Infinity });
    expect(judgeGrants(graph, [{ identity: links.at(-1)!, moment: 1_000_000 }])).toEqual({ isAnswered: false, reason: "grants_too_many" });
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
