// Arguments for the sentences that are chosen by codes: each code once, and each part once absent.

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
  "offline.lastSaid": ["active", ...changed].map((to) => [{ standing: to, reason: "fraud" }, SINCE]),
  "recognitions.inForce": [[SINCE, null], [SINCE, SINCE]],
  "recognitions.notInForce": ["accreditation_expired", "accreditation_withdrawn", "accreditation_not_yet_valid", "compromised", "issuer_deactivated", "grants_too_many", "no_accreditation"].flatMap((reason) => [[reason, null], [reason, SINCE]]),
  "signed.verdicts.altered.headline": [headline({}), headline({ reason: "holder_not_subject" })],
  "signed.period": periods,
  "operators.holds": periods,
  "recognitions.path": [[[mark("first"), mark("second"), mark("third")]]],
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

const STANDINGS = ["suspend", "reinstate", "revoke", "replace"];
const issuer: Samples = {
  "sign.mayIssueBy": [null, SINCE].map((until) => [mark("type"), mark("by"), until]),
  "standing.title": STANDINGS.map((change) => [change, type]),
  "standing.consequence": STANDINGS.filter((change) => change !== "reinstate").map((change) => [change, mark("reads")]),
  "standing.done": STANDINGS.map((change) => [change]),
  "issue.limit": [[0, 5], [1, 5]],
  "issue.errors": [[1], [2]],
};

const desk: Samples = {
  "credential.sendAll": [[1], [2]],
  "many.finished": [[[[mark("first"), 1], [mark("second"), 2]]]],
  "print.checked": [[mark("from"), mark("from")], [mark("from"), mark("until")]],
  "print.counts": [[1, 1], [2, 2], [1, 2]],
};

const named = { one: "⟦type⟧", many: "⟦type⟧" };
const granted = [null, SINCE].flatMap((at) => [true, false].map((mayPassOn) => [{ grantor: mark("grantor"), grantee: mark("grantee"), type: named, from: at, until: at, mayPassOn }]));
const trust: Samples = {
  "time.shown": ["past", "now", "future"].map((place) => [SINCE, place]),
  "states.inForce": [[null], [SINCE]],
  "details.covers": [[mark("from"), null], [mark("from"), mark("until")]],
  "administration.grantConsequences": granted,
  "administration.recognitionConsequences": granted,
  "administration.withdrawalConsequences": [null, SINCE].flatMap((from) => [true, false].map((isLasting) => [{ grantor: mark("grantor"), grantee: mark("grantee"), type: named, from, isCompromised: isLasting, isLasting }])),
  "administration.said.progress": ["grant", "withdrawal"].map((kind) => [kind, mark("grantee"), mark("state")]),
};

/** By the name of the table; one without a line gets marks alone. */
export const samples: Readonly<Record<string, Samples>> = { tables: words, papers: paper, factTables: facts, deskTables: desk, trustTables: trust, issuerTables: issuer };
