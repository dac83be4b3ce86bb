/**
 * Goal: every way in which a document can fail to be authentic is caught, by the check that should catch it, and named.
 * Method: start from evidence in perfect order, spoil exactly one thing, and name the findings that must change and the verdict.
 */
import { describe, expect, it } from "vitest";
import type { Address } from "../../src/core/address.ts";
import type { CheckName } from "../../src/core/checks.ts";
import { digestOf, leafOf, type Root } from "../../src/core/digest.ts";
import type { AnchorEvidence, Claim, Evidence } from "../../src/core/evidence.ts";
import { treeOf } from "../../src/core/merkle.ts";
import { answer, failed, silence, unknown, type Outcome, type Reason } from "../../src/core/outcome.ts";
import { judge, type Verdict } from "../../src/core/verdict.ts";
import {
  aeo,
  anchorInOrder,
  ANCHORED_AT,
  blockTime,
  chamber,
  customs,
  digest,
  federation,
  FINAL_AT,
  granted,
  identity,
  inOrder,
  ledger,
  NEWEST_AT,
  office,
  origin,
  says,
  seal,
  stands,
  stranger,
  trustRoot,
  withdrawn,
} from "./world.ts";
import type { englishCredentialReasons } from "../../src/words/english/credentials.ts";

type Change = (evidence: Evidence) => Evidence;
const set = (change: Partial<Evidence>): Change => (evidence) => ({ ...evidence, ...change });
const subject = (change: Partial<Evidence["subject"]>): Change => (evidence) => ({ ...evidence, subject: { ...evidence.subject, ...change } });
const anchor = (change: Partial<AnchorEvidence>): Change => (evidence) => ({
  ...evidence,
  anchors: evidence.anchors.isAnswered ? answer(evidence.anchors.value.map((each) => ({ ...each, ...change }))) : evidence.anchors,
});
const sealed = (change: Partial<typeof seal>): Change => subject({ seal: { ...seal, ...change } });
const grants = (...lists: ReturnType<typeof says>[]): Change => anchor({ grants: answer(lists) });
const speeches = (...spoken: (readonly [Address, ...ReturnType<typeof stands>[]])[]): Change =>
  anchor({ speeches: answer(spoken.map(([speaker, ...statements]) => ({ speaker, statements }))) });
const recorded = (change: object): Change => anchor({ record: answer({ ...blockTime(ANCHORED_AT), size: 5, hasLeaves: true, ...change }) });
const both = (...changes: Change[]): Change => (evidence) => changes.reduce((each, change) => change(each), evidence);

/** The same evidence about a right that lasts. */
const lasting: Change = both(sealed({ documentType: aeo }), anchor({ name: { ...anchorInOrder.name, documentType: aeo } }), set({ trustRoots: [trustRoot(customs, aeo)] }));
const otherLedger = (change: Partial<typeof ledger>): Change => sealed({ ledger: { ...ledger, ...change } });
const fits = { isAnswered: true, value: "fits" } as const;
/** Something signed: its signature fits, and it says nothing against itself. */
const claiming = (change: Partial<Claim>): Change => both(subject({ seal: null }), set({ claim: { signing: fits, from: null, until: null, statuses: [], flaw: null, ...change } }), anchor({ signing: fits }));
const code = claiming({});
const stolen = { isCompromised: true };
const hash = "ab".repeat(32) as Root;
const swapped = treeOf([leafOf(digest), leafOf(digestOf(Uint8Array.of(9)))]);

type Row = readonly [what: string, change: Change, findings: Partial<Record<CheckName, Outcome>>, verdict: Verdict];
const silent = unknown("ledger_silent");
const nobody = { entitled: unknown("not_anchored"), current: unknown("not_anchored") };

const spoilt: readonly Row[] = [
  // integrity
  ["another file",                          subject({ digest: digestOf(Uint8Array.of(0)) }),   { integrity: failed("file_differs") }, "altered"],
  ["a seal for another file",               sealed({ digest: digestOf(Uint8Array.of(0)) }),    { integrity: failed("file_differs") }, "altered"],
  ["leaf moved by one",                     sealed({ index: 3 }),                              { integrity: failed("path_broken") }, "altered"],
  ["leaf moved to the end",                 sealed({ index: 4 }),                              { integrity: failed("path_broken") }, "altered"],
  ["a hash of the path changed",            sealed({ path: [hash, ...seal.path.slice(1)] }),   { integrity: failed("path_broken") }, "altered"],
  ["a hash of the path left out",           sealed({ path: seal.path.slice(1) }),              { integrity: failed("path_broken") }, "altered"],
  ["a hash too many on the path",           sealed({ path: [...seal.path, hash] }),            { integrity: failed("path_broken") }, "altered"],
  ["the path turned round",                 sealed({ path: seal.path.toReversed() }),          { integrity: failed("path_broken") }, "altered"],
  ["another root in the seal",              sealed({ root: hash }),                            { integrity: failed("path_broken") }, "altered"],
  ["another size with the same way up",     sealed({ size: 6 }),                               { integrity: failed("path_broken") }, "altered"],
  ["a batch recorded with another size",    recorded({ size: 6 }),                             { integrity: failed("path_broken") }, "altered"],
  ["a tree of two for a batch of five",     sealed({ root: swapped.root, index: 0, size: 2, path: swapped.pathOf(0) }), { integrity: failed("path_broken") }, "altered"],
  ["altered and the ledger silent",         both(subject({ digest: digestOf(Uint8Array.of(0)) }), set({ head: silence("ledger_silent") })), { integrity: failed("file_differs"), anchored: silent, entitled: silent, current: silent }, "altered"],

  // anchored
  ["no such record",                        anchor({ record: answer(null) }),                  { anchored: failed("not_anchored"), ...nobody }, "not_found"],
  ["no anchor at all",                      set({ anchors: answer([]) }),                      { anchored: failed("not_anchored"), ...nobody }, "not_found"],
  ["a block short of final",                recorded(blockTime(FINAL_AT + 1)),                 { anchored: unknown("awaiting_finality") }, "undetermined"],
  ["in the newest block",                   recorded(blockTime(NEWEST_AT)),                    { anchored: unknown("awaiting_finality") }, "undetermined"],
  ["the ledger silent",                     set({ head: silence("ledger_silent") }),           { anchored: silent, entitled: silent, current: silent }, "undetermined"],
  ["the endpoint speaks for another chain", set({ head: silence("ledger_unknown") }),          { anchored: unknown("ledger_unknown"), entitled: unknown("ledger_unknown"), current: unknown("ledger_unknown") }, "undetermined"],
  ["the index behind",                      set({ anchors: silence("index_behind") }),         { anchored: unknown("index_behind"), entitled: unknown("index_behind"), current: unknown("index_behind") }, "undetermined"],
  ["the record not answered",               anchor({ record: silence("ledger_silent") }),      { anchored: silent, entitled: silent, current: silent }, "undetermined"],
  ["a seal of another chain",               otherLedger({ chainId: 1 }),                       { anchored: unknown("ledger_unknown") }, "undetermined"],
  ["a seal of another genesis",             otherLedger({ genesis: `0x${"00".repeat(32)}` }),  { anchored: unknown("ledger_unknown") }, "undetermined"],
  ["a seal of another registry",            otherLedger({ anchorRegistry: identity(77) }),     { anchored: unknown("ledger_unknown") }, "undetermined"],

  // entitled
  ["asked for as another type",             subject({ documentType: aeo }),                    { entitled: failed("other_type") }, "not_entitled"],
  ["the DID deactivated before",            anchor({ deactivatedIn: answer(new Map([[chamber, ANCHORED_AT - 1]])) }), { entitled: failed("issuer_deactivated") }, "not_entitled"],
  ["the DID deactivated in that block",     anchor({ deactivatedIn: answer(new Map([[chamber, ANCHORED_AT]])) }),     { entitled: failed("issuer_deactivated") }, "not_entitled"],
  ["no trust root configured",              set({ trustRoots: [] }),                           { entitled: failed("no_accreditation") }, "not_entitled"],
  ["the trust root for another type only",  set({ trustRoots: [trustRoot(customs, aeo)] }),    { entitled: failed("no_accreditation") }, "not_entitled"],
  ["another trust root",                    set({ trustRoots: [trustRoot(federation, origin)] }), { entitled: failed("no_accreditation") }, "not_entitled"],
  ["no grants",                             grants(),                                          { entitled: failed("no_accreditation") }, "not_entitled"],
  ["a stranger's grant",                    grants(says(stranger, chamber, granted(100))),     { entitled: failed("no_accreditation") }, "not_entitled"],
  ["accredited a second too late",          grants(says(customs, chamber, granted(ANCHORED_AT + 1))), { entitled: failed("accreditation_not_yet_valid") }, "not_entitled"],
  ["accredited until that second",          grants(says(customs, chamber, granted(100, { until: ANCHORED_AT }))), { entitled: failed("accreditation_expired") }, "not_entitled"],
  ["withdrawn before",                      grants(says(customs, chamber, granted(100), withdrawn(900))), { entitled: failed("accreditation_withdrawn") }, "not_entitled"],
  ["withdrawn back to before, not final",   grants(says(customs, chamber, granted(100), withdrawn(NEWEST_AT, { from: 900 }))), { entitled: failed("accreditation_withdrawn") }, "not_entitled"],
  ["the grant not final",                   grants(says(customs, chamber, granted(FINAL_AT + 1, { from: 900 }))), { entitled: failed("accreditation_not_yet_valid") }, "not_entitled"],
  ["keys stolen before",                    grants(says(customs, chamber, granted(100), withdrawn(1500, { from: 900, ...stolen }))), { entitled: failed("compromised") }, "not_entitled"],
  ["keys called stolen by one of two",      both(grants(says(customs, chamber, granted(100)), says(federation, chamber, granted(100), withdrawn(1500, { from: 900, ...stolen }))), set({ trustRoots: [trustRoot(customs, origin), trustRoot(federation, origin)] })), { entitled: failed("compromised") }, "not_entitled"],
  ["the grants not answered",               anchor({ grants: silence("ledger_silent") }),      { entitled: silent, current: silent }, "undetermined"],
  ["more grants than are followed",         anchor({ grants: silence("grants_too_many") }),    { entitled: unknown("grants_too_many"), current: unknown("grants_too_many") }, "undetermined"],
  ["deactivations not known",               anchor({ deactivatedIn: silence("index_behind") }), { entitled: unknown("index_behind"), current: unknown("index_behind") }, "undetermined"],

  // current
  ["revoked",                               speeches([chamber, stands("revoked", 1500)]),      { current: failed("revoked") }, "no_longer_valid"],
  ["suspended",                             speeches([chamber, stands("suspended", 1500)]),    { current: failed("suspended") }, "no_longer_valid"],
  ["replaced",                              speeches([chamber, stands("replaced", 1500)]),     { current: failed("replaced") }, "no_longer_valid"],
  ["revoked before it was anchored",        speeches([chamber, stands("revoked", 500)]),       { current: failed("revoked") }, "no_longer_valid"],
  ["revoked, not final",                    speeches([chamber, stands("revoked", NEWEST_AT)]), { current: failed("revoked") }, "no_longer_valid"],
  ["suspended, not final",                  speeches([chamber, stands("suspended", NEWEST_AT)]), { current: failed("suspended") }, "no_longer_valid"],
  ["reinstated, not final",                 speeches([chamber, stands("suspended", 1500), stands("active", FINAL_AT + 1)]), { current: failed("suspended") }, "no_longer_valid"],
  ["suspended again",                       speeches([chamber, stands("suspended", 1500), stands("active", 1600), stands("suspended", 1700)]), { current: failed("suspended") }, "no_longer_valid"],
  ["revoked, then anything",                speeches([chamber, stands("revoked", 1500), stands("active", 1600)]), { current: failed("revoked") }, "no_longer_valid"],
  ["replaced, then anything",               speeches([chamber, stands("replaced", 1500), stands("suspended", 1600)]), { current: failed("replaced") }, "no_longer_valid"],
  ["suspended by customs",                  speeches([customs, stands("suspended", 1500)]),    { current: failed("suspended") }, "no_longer_valid"],
  ["revoked by customs, whose grant has ended", both(grants(says(customs, chamber, granted(100, { until: 1500 }))), speeches([customs, stands("revoked", 1600)])), { current: failed("revoked") }, "no_longer_valid"],
  ["revoked by customs, active to itself",  speeches([chamber, stands("suspended", 1400), stands("active", 1500)], [customs, stands("revoked", 1500)]), { current: failed("revoked") }, "no_longer_valid"],
  ["the worst of two speakers: revoked",    speeches([chamber, stands("replaced", 1500)], [customs, stands("revoked", 1500)]), { current: failed("revoked") }, "no_longer_valid"],
  ["the worst of two speakers: replaced",   speeches([customs, stands("suspended", 1500)], [chamber, stands("replaced", 1500)]), { current: failed("replaced") }, "no_longer_valid"],
  ["suspended by customs, though the chamber reinstates", speeches([customs, stands("suspended", 1500)], [chamber, stands("suspended", 1550), stands("active", 1600)]), { current: failed("suspended") }, "no_longer_valid"],
  ["reinstated by a thief",                 both(speeches([chamber, stands("suspended", 1100), stands("active", 1350)]), grants(says(customs, chamber, granted(100), withdrawn(1400, { from: 1300, ...stolen })))), { current: failed("suspended") }, "no_longer_valid"],
  ["what was said not answered",            anchor({ speeches: silence("ledger_silent") }),    { entitled: silent, current: silent }, "undetermined"],

  // rights that last
  ["a right whose grant ended",             both(lasting, grants(says(customs, chamber, granted(100, { until: 1800 })))), { current: failed("recognition_ended") }, "no_longer_valid"],
  ["a right whose grant ends this second",  both(lasting, grants(says(customs, chamber, granted(100, { until: NEWEST_AT })))), { current: failed("recognition_ended") }, "no_longer_valid"],
  ["a right whose grant was withdrawn",     both(lasting, grants(says(customs, chamber, granted(100), withdrawn(NEWEST_AT)))), { current: failed("recognition_ended") }, "no_longer_valid"],
  ["a right, keys stolen since",            both(lasting, grants(says(customs, chamber, granted(100), withdrawn(1900, stolen)))), { current: failed("recognition_ended") }, "no_longer_valid"],
  ["a right, keys called stolen by one of two", both(lasting, set({ trustRoots: [trustRoot(customs, aeo), trustRoot(federation, aeo)] }), grants(says(customs, chamber, granted(100)), says(federation, chamber, granted(100), withdrawn(1900, stolen)))), { current: failed("recognition_ended") }, "no_longer_valid"],
  ["a right by the verifier's clock, on an idle chain", both(lasting, set({ now: 9_000 }), grants(says(customs, chamber, granted(100, { until: 8_000 })))), { current: failed("recognition_ended") }, "no_longer_valid"],
  ["a right by the ledger's time, with a slow clock", both(lasting, set({ now: 0 }), grants(says(customs, chamber, granted(100, { until: 2_005 })))), { current: failed("recognition_ended") }, "no_longer_valid"],
  // issued here with a credential that names a period
  ["its period has ended",                  anchor({ period: { from: 0, until: NEWEST_AT } }), { current: failed("expired") }, "no_longer_valid"],
  ["its period has ended by the verifier's clock", both(set({ now: 9_000 }), anchor({ period: { from: 0, until: 9_000 } })), { current: failed("expired") }, "no_longer_valid"],
  ["its period has not begun",              anchor({ period: { from: NEWEST_AT + 61, until: null } }), { current: failed("not_yet_valid") }, "no_longer_valid"],
  ["its period ended by a past moment",     both(subject({ asAt: 1_500 }), anchor({ period: { from: 0, until: 1_500 } })), { current: failed("expired") }, "no_longer_valid"],
  ["its period has ended, and it is revoked", both(anchor({ period: { from: 0, until: 1_500 } }), speeches([chamber, stands("revoked", 1500)])), { current: failed("revoked") }, "no_longer_valid"],
  // a code names no period itself
  ["a code whose certificate's period has ended", both(code, anchor({ period: { from: 0, until: NEWEST_AT } })), { current: failed("expired") }, "no_longer_valid"],
  ["a code whose certificate's period has not begun", both(code, anchor({ period: { from: NEWEST_AT + 61, until: null } })), { current: failed("not_yet_valid") }, "no_longer_valid"],
  ["a claim that is suspended by its list, its period ended", both(claiming({ statuses: [{ purpose: "suspension", says: "set" }] }), anchor({ period: { from: 0, until: NEWEST_AT } })), { current: failed("suspended") }, "no_longer_valid"],
  ["a claim whose list is silent, its period ended", both(claiming({ statuses: [{ purpose: "revocation", says: "silent" }] }), anchor({ period: { from: 0, until: NEWEST_AT } })), { current: failed("expired") }, "no_longer_valid"],
];

const harmless: readonly [what: string, change: Change][] = [
  ["nothing",                                        (evidence) => evidence],
  ["in its period, until the second before",         anchor({ period: { from: NEWEST_AT + 60, until: NEWEST_AT + 1 } })],
  ["a period that ended since the moment asked for", both(subject({ asAt: 1_500 }), anchor({ period: { from: 0, until: 1_501 } }))],
  ["no seal",                                        subject({ seal: null })],
  ["the type it has",                                subject({ documentType: origin })],
  ["anchored in the last final block",               recorded(blockTime(FINAL_AT))],
  ["deactivated a block later",                      anchor({ deactivatedIn: answer(new Map([[chamber, ANCHORED_AT + 1]])) })],
  ["accredited until a second later",                grants(says(customs, chamber, granted(100, { until: ANCHORED_AT + 1 })))],
  ["accreditation withdrawn since",                  grants(says(customs, chamber, granted(100), withdrawn(1500)))],
  ["keys stolen since",                              grants(says(customs, chamber, granted(100), withdrawn(1500, stolen)))],
  ["accredited by the right not to pass on",         grants(says(customs, chamber, granted(100, { mayPassOn: false })))],
  ["a chamber that is itself a trust root",          both(set({ trustRoots: [trustRoot(chamber, origin)] }), grants())],
  ["reinstated",                                     speeches([chamber, stands("suspended", 1500), stands("active", 1600)])],
  ["reinstated in the last final block",             speeches([chamber, stands("suspended", 1500), stands("active", FINAL_AT)])],
  ["revoked by an authority that vouched only since", both(grants(says(customs, chamber, granted(100)), says(federation, chamber, granted(1500))), speeches([federation, stands("revoked", 1600)]), set({ trustRoots: [trustRoot(customs, origin), trustRoot(federation, origin)] }))],
  ["called active",                                  speeches([chamber, stands("active", 1600)])],
  ["revoked by a stranger",                          speeches([stranger, stands("revoked", 1500)])],
  ["revoked by an authority that never vouched",     both(speeches([federation, stands("revoked", 1500)]), set({ trustRoots: [trustRoot(customs, origin), trustRoot(federation, origin)] }))],
  ["revoked by one the chamber accredited",          both(grants(says(customs, chamber, granted(100)), says(chamber, office, granted(200)), says(office, chamber, granted(300))), speeches([office, stands("revoked", 1500)]))],
  ["revoked by a thief",                             both(speeches([chamber, stands("revoked", 1350)]), grants(says(customs, chamber, granted(100), withdrawn(1400, { from: 1300, ...stolen }))))],
  ["a right that lasts, still vouched for",          lasting],
  ["a right, vouched for anew after a gap",          both(lasting, grants(says(customs, chamber, granted(100, { until: 1500 }), granted(1900))))],
  ["a fact, years later",                            set({ now: 2_000_000_000 })],
];

const findingsOf = (evidence: Evidence): Partial<Record<CheckName, Outcome>> =>
  Object.fromEntries(judge(evidence).best.findings.filter(({ outcome }) => outcome.is !== "passed").map(({ check, outcome }) => [check, outcome]));

describe("one thing spoilt", () => {
  it.each(spoilt)("%s", (_, change, findings, verdict) => {
    const evidence = change(inOrder);
    expect(findingsOf(evidence)).toEqual(findings);
    const { best } = judge(evidence);
    expect(best.verdict).toBe(verdict);
    expect(best.reason).toBe(Object.values(findings).map((outcome) => (outcome.is === "passed" ? null : outcome.reason))[0]);
  });

  it.each(harmless)("harmless: %s", (_, change) => {
    const evidence = change(inOrder);
    expect(findingsOf(evidence)).toEqual({});
    expect(judge(evidence).best).toMatchObject({ verdict: "authentic", reason: null });
  });

  /** Documents have no signature of their own; test/core/accreditationChecks.test.ts and test/flows/spoilt*.test.ts have these. */
  type OfCredentials = "credential_malformed" | "signature_invalid" | "key_not_in_did" | "did_unresolvable" | keyof typeof englishCredentialReasons;
  /** Only evidence without a node has these: test/flows/verifying/verifyOffline.test.ts. */
  type Offline = "not_in_evidence" | `evidence_${string}`;

  it("every reason there is comes up", () => {
    const reasons = new Set(spoilt.flatMap(([, , findings]) => Object.values(findings).map((outcome) => (outcome.is === "passed" ? null : outcome.reason))));
    const all: Record<Exclude<Reason, OfCredentials | Offline> | "expired" | "not_yet_valid", true> = {
      file_differs: true, path_broken: true, not_anchored: true, awaiting_finality: true, ledger_silent: true, ledger_unknown: true, index_behind: true,
      grants_too_many: true, no_accreditation: true, accreditation_withdrawn: true, accreditation_expired: true, accreditation_not_yet_valid: true,
      compromised: true, issuer_deactivated: true, other_type: true, revoked: true, suspended: true, replaced: true, recognition_ended: true, expired: true, not_yet_valid: true,
    };
    expect([...reasons].toSorted()).toEqual(Object.keys(all).toSorted());
  });

  it("without a seal integrity passes, and everything else is asked as before", () => {
    for (const [, change] of spoilt) {
      const { integrity: _, ...others } = findingsOf(change(inOrder));
      const bare = subject({ seal: null })(change(inOrder));
      const isAboutTheSealsLedger = others.anchored?.is === "unknown" && others.anchored.reason === "ledger_unknown" && inOrder.head === change(inOrder).head;
      if (!isAboutTheSealsLedger) expect(findingsOf(bare)).toEqual(others);
    }
  });
});

describe("a riddle in the grants", () => {
  // Each of the two says that the other's keys were stolen from 1200 on.
  const quarrel = [
    says(customs, chamber, granted(100)),
    says(customs, office, granted(100)),
    says(chamber, office, granted(200), withdrawn(1200, { from: 1200, ...stolen })),
    says(office, chamber, granted(200), withdrawn(1200, { from: 1200, ...stolen })),
  ];
  it("does not carry a document anchored in it", () => {
    expect(judge(both(grants(...quarrel), recorded(blockTime(1300)))(inOrder)).best).toMatchObject({ verdict: "not_entitled", reason: "compromised" });
  });
  it("does not take a revocation back", () => {
    expect(judge(both(grants(...quarrel), speeches([chamber, stands("revoked", 1300)]))(inOrder)).best).toMatchObject({ verdict: "no_longer_valid", reason: "revoked" });
  });
  it("does not reinstate", () => {
    const spoken = speeches([chamber, stands("suspended", 1100), stands("active", 1300)]);
    expect(judge(both(grants(...quarrel), spoken)(inOrder)).best).toMatchObject({ verdict: "no_longer_valid", reason: "suspended" });
  });
});

describe("several anchors of the same bytes", () => {
  const bare = subject({ seal: null })(inOrder);
  const other: AnchorEvidence = { ...anchorInOrder, name: { ...anchorInOrder.name, issuer: stranger } };
  const unfinished = { record: answer({ ...blockTime(NEWEST_AT), size: 5, hasLeaves: true }) };
  const revoked = { speeches: answer([{ speaker: chamber, statements: [stands("revoked", 1500)] }]) };
  const rows: readonly [what: string, anchors: readonly AnchorEvidence[], verdict: Verdict, reason: Reason | null][] = [
    ["a stranger's beside the chamber's",        [other, anchorInOrder],                                                "authentic",       null],
    ["a stranger's alone",                       [other],                                                               "not_entitled",    "no_accreditation"],
    ["a stranger's beside a revoked one",        [other, { ...anchorInOrder, ...revoked }],                             "no_longer_valid", "revoked"],
    ["a stranger's, the chamber's not final",    [other, { ...anchorInOrder, ...unfinished }],                          "not_entitled",    "no_accreditation"],
    ["the chamber's, a stranger's not final",    [{ ...other, ...unfinished }, anchorInOrder],                          "authentic",       null],
    ["none final",                               [{ ...other, ...unfinished }, { ...anchorInOrder, ...unfinished }],    "undetermined",    "awaiting_finality"],
    ["a stranger's, the chamber's not answered", [other, { ...anchorInOrder, record: silence("ledger_silent") }],       "undetermined",    "ledger_silent"],
    ["the chamber's, a stranger's not answered", [{ ...other, record: silence("ledger_silent") }, anchorInOrder],       "authentic",       null],
    ["a revoked one, another's grants silent",   [{ ...anchorInOrder, ...revoked }, { ...other, grants: silence("ledger_silent") }], "undetermined", "ledger_silent"],
    ["a stranger's, one that is not there",      [{ ...anchorInOrder, record: answer(null) }, other],                   "not_entitled",    "no_accreditation"],
    ["neither there",                            [{ ...anchorInOrder, record: answer(null) }, { ...other, record: answer(null) }], "not_found", "not_anchored"],
  ];

  it.each(rows)("%s", (_, anchors, verdict, reason) => {
    for (const order of [anchors, anchors.toReversed()]) {
      const { best, all } = judge({ ...bare, anchors: answer(order) });
      expect(best).toMatchObject({ verdict, reason });
      expect(all).toHaveLength(anchors.length);
    }
  });
});

describe("silence", () => {
  const silences: readonly [what: string, change: Change][] = [
    ["of the ledger",         set({ head: silence("ledger_silent") })],
    ["of the index",          set({ anchors: silence("index_behind") })],
    ["about the record",      anchor({ record: silence("ledger_silent") })],
    ["about the grants",      anchor({ grants: silence("ledger_silent") })],
    ["about the standing",    anchor({ speeches: silence("ledger_silent") })],
    ["about deactivations",   anchor({ deactivatedIn: silence("index_behind") })],
  ];

  it.each(silences)("%s turns every yes into doubt, and nothing into a yes", (_, isSilent) => {
    for (const [what, change] of harmless) expect(judge(isSilent(change(inOrder))).best.verdict, what).toBe("undetermined");
    for (const [what, change, , verdict] of spoilt) {
      expect(["undetermined", "altered", verdict], what).toContain(judge(isSilent(change(inOrder))).best.verdict);
    }
  });
});
