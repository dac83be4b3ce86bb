// Arguments for the sentences that are chosen by codes: each code once, and each part once absent.

import { explainedMeanings } from "../src/words/explainedMeanings.ts";
import { mark, type Samples } from "./languages.ts";

const type = mark("type");
const SINCE = "2026-05-03T14:02:10Z";

const headline = (change: object): readonly unknown[] => [{ type, issuer: mark("issuer"), reason: null, standing: null, recognition: null, ...change }];
const standing = (change: object): readonly unknown[] => [{ standing: "active", since: SINCE, by: mark("by"), reason: "fraud", replacement: null, ...change }];
const grants = [null, SINCE].map((until) => [{ grantor: mark("grantor"), grantee: mark("grantee"), type, from: SINCE, until }]);
const periods = [[null, null], [mark("from"), null], [null, mark("until")], [mark("from"), mark("until")]];
const ofReasons = ["path_broken", "signature_invalid", "key_not_in_did", "ledger_unknown", "accreditation_withdrawn", "accreditation_expired", "accreditation_not_yet_valid", "compromised", "issuer_deactivated", "other_type", "recognition_ended", "no_accreditation"].map((reason) => headline({ reason }));
const changed = ["suspended", "revoked", "replaced"];

const words: Samples = {
  "verdicts.authentic.headline": [headline({}), headline({ recognition: { by: mark("recogniser"), since: SINCE } })],
  "verdicts.altered.headline": [headline({}), ...ofReasons],
  "verdicts.not_found.headline": [headline({}), ...ofReasons],
  "verdicts.undetermined.headline": [headline({}), ...ofReasons],
  "verdicts.not_entitled.headline": [headline({}), ...ofReasons],
  "verdicts.no_longer_valid.headline": [headline({}), ...changed.flatMap((to) => [standing({ standing: to }), standing({ standing: to, since: null, by: null })]).map(([said]) => headline({ standing: said }))],
  date: [[SINCE]],
  dateTime: [[SINCE]],
  standing: [...["active", ...changed].flatMap((to) => [standing({ standing: to }), standing({ standing: to, by: null })]), standing({ since: null, by: null })],
  grant: grants,
  recognition: grants,
  alsoVouching: [[[mark("first")]], [[mark("first"), mark("second")]]],
  "signed.verdicts.altered.headline": [headline({}), headline({ reason: "holder_not_subject" })],
  ...Object.fromEntries(["accreditation", "claimedAccreditation"].map((name) => [`signed.${name}`, [[{ verdict: mark("verdict"), grantee: mark("grantee"), grantor: mark("grantor"), type }]]])),
  "signed.period": periods,
};

/** Of Rec. 20, Rec. 21 and Rec. 19, as far as English has names for them. */
const UNITS = ["KGM", "GRM", "TNE", "LTR", "MTR", "MTK", "MTQ", "KWH", "H87", "C62", "NPR", "PR", "DZN", "SET", "HLT"];
const KINDS = ["CT", "BX", "BG", "PX", "DR", "CR", "PK", "RO", "BE", "CS", "BA", "BL", "SA", "VR", "VL", "NE"];
const replaced = (change: object): readonly unknown[] => [{ isCopy: false, number: mark("number"), date: SINCE, reason: mark("reason"), ...change }];

const paper: Samples = {
  day: [[SINCE]],
  moment: [[SINCE]],
  country: ["DE", "NL", "BR", "EG"].map((code) => [code]),
  number: ["1", "12000.50", "1234567"].map((decimal) => [decimal]),
  measure: UNITS.flatMap((unit) => ["1", "2", "5", "960.5"].map((value) => [value, unit])),
  packages: KINDS.flatMap((kind) => [1, 2, 5, 21, 1100].map((count) => [count, kind])),
  transportMode: ["1", "2", "3", "4", "5", "6", "7", "8"].map((mode) => [mode]),
  "origin.route": [[mark("from"), null], [null, mark("to")], [mark("from"), mark("to")]],
  "origin.replaces": [replaced({}), replaced({ isCopy: true }), replaced({ date: null, reason: null })],
};

const facts: Samples = {
  ...{ day: [[SINCE]], moment: [[SINCE]], country: paper["country"]!, verdict: [["authentic"], ["not_entitled"]], documentType: [["861"], ["AEO"], ["999"]] },
  ...{ numbered: [[mark("value"), mark("scheme")]], goods: [[mark("first"), 1], [mark("first"), 3]] },
};

/** A list of verdicts, lists that are whole and lists that are not. */
const desk: Samples = {
  "credential.sendAll": [[1], [5]],
  "many.finished": [[[[mark("first"), 2], [mark("second"), 3]]]],
  "print.checked": [[SINCE, SINCE], [mark("from"), mark("until")]],
  "print.counts": [[1, 1], [5, 5], [1, 5], [3, 5]],
};

const consequences = [{}, { from: SINCE, until: SINCE }, { mayPassOn: true }].map((change) => [{ grantor: mark("grantor"), grantee: mark("grantee"), type: { one: mark("type.one"), many: "⟦type⟧" }, from: null, until: null, mayPassOn: false, ...change }]);
const withdrawals = [{}, { from: SINCE }, { isCompromised: true }, { isLasting: true }].map((change) => [{ grantor: mark("grantor"), grantee: mark("grantee"), type: { one: mark("type.one"), many: "⟦type⟧" }, from: null, isCompromised: false, isLasting: false, ...change }]);
const trust: Samples = {
  "time.shown": ["now", "past", "future"].map((place) => [SINCE, place]),
  "time.inForce": [[1, 1], [0, 5]],
  "states.inForce": [[null], [SINCE]],
  "list.showing": [[1, 1], [3, 5]],
  "details.covers": [[SINCE, null], [SINCE, SINCE]],
  "administration.grantConsequences": consequences,
  "administration.recognitionConsequences": consequences,
  "administration.withdrawalConsequences": withdrawals,
  "administration.said.progress": ["grant", "withdrawal"].map((kind) => [kind, mark("grantee"), mark("state")]),
};

const counts = [[1], [5], [1234]];
const changes = ["suspend", "reinstate", "revoke", "replace"];
const issuer: Samples = {
  "mayIssue.by": [[mark("type"), mark("by"), null], [mark("type"), mark("by"), SINCE]],
  "folder.chosen": counts,
  "folder.leftOut": counts.map(([count]) => [count, mark("names")]),
  "folder.progress": [[1, 1234]],
  "folder.tally": [[mark("stage"), 1234]],
  "folder.refused": counts,
  "folder.resume": [[1, 1234, mark("type")]],
  "folder.more": counts,
  "list.page": counts.map(([count]) => [count, 2]),
  "standing.title": changes.map((change) => [change, { one: mark("one"), many: mark("many") }]),
  "standing.consequence": changes.map((change) => [change, mark("reads")]),
  "standing.done": changes.map((change) => [change]),
  "issue.limit": [[0, 5], [1, 5]],
  "issue.errors": [[1], [5]],
};

const recognitions: Samples = {
  "inForce": [[SINCE, null], [SINCE, SINCE]],
  "notInForce": ["accreditation_expired", "accreditation_withdrawn", "accreditation_not_yet_valid", "compromised", "issuer_deactivated", "grants_too_many", "no_accreditation"].flatMap((reason) => [[reason, null], [reason, SINCE]]),
  "path": [[[mark("first"), mark("second"), mark("third")]]],
};

const operators: Samples = {
  "holds": periods,
};

const offline: Samples = {
  "lastSaid": ["active", ...changed].map((to) => [{ standing: to, reason: "fraud" }, SINCE]),
};

const desks = (verdict: string, change: object = {}): readonly unknown[] => headline({ verdict, ...change });
const operatorsPage: Samples = {
  ...Object.fromEntries(Object.entries(facts).map(([path, calls]) => [`facts.${path}`, calls])),
  headline: [
    ...[desks("authentic"), desks("authentic", { recognition: { by: mark("recogniser"), since: SINCE } }), desks("undetermined"), desks("not_entitled"), desks("altered"), desks("not_found")],
    ...[null, "recognition_ended", "expired", "not_yet_valid"].map((reason) => desks("no_longer_valid", { reason })),
    ...["active", ...changed].flatMap((to) => [standing({ standing: to }), standing({ standing: to, since: null, by: null })]).map(([said]) => desks("no_longer_valid", { standing: said })),
  ],
  asOf: [[12, SINCE]],
  "list.tooMany": [[11_000, 10_000], [300, 200]],
  "list.shown": [[1, 1], [5, 5], [3, 5]],
  "list.furtherOnes": [[1], [5]],
  "paper.certificate": [[mark("number"), SINCE]],
  "presentation.goodUntil": [[SINCE]],
  "presentation.credential": [[1, 1], [2, 5]],
  "recent.lines": [[1], [5]],
};

const forms: Samples = { meaning: explainedMeanings.map((meaning) => [meaning]) };

/** By the name of the table; one without a line gets marks alone. */
export const samples: Readonly<Record<string, Samples>> = { tables: words, recognitionTables: recognitions, operatorTables: operators, operatorsPageTables: operatorsPage, offlineTables: offline, papers: paper, factTables: facts, deskTables: desk, trustTables: trust, issuerTables: issuer, formTables: forms };
