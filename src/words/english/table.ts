// English: plain words, short sentences, for readers to whom it may be a second language.

import { englishFaults } from "./faults.ts";
import { englishPage } from "./page.ts";
import { englishReasons } from "./reasons.ts";
import { englishReceipt } from "./receipt.ts";
import { englishVerdicts } from "./verdicts.ts";
import { englishFrame } from "./frame.ts";
import { englishSigned } from "./signed.ts";
import { englishSnapshot } from "./snapshot.ts";
import { standingReasons, standings, standingWarnings } from "./standings.ts";
import { date, dateTime } from "./dates.ts";
import type { GrantParts, StandingParts, Words } from "../words.ts";

/** The English table. */
export const english: Words = {
  language: "en",
  verdicts: englishVerdicts,
  outcomes: { passed: "Yes", failed: "No", unknown: "Not known" },
  checks: {
    integrity: {
      question: "Does the file fit its seal?",
      passed: "It is the sealed file, bit by bit.",
      moot: { answer: "No seal was given", because: "So the ledger was searched for exactly these bytes." },
      failed: "The file and the seal do not belong together.",
      unknown: "This could not be compared.",
    },
    identified: {
      question: "Could only the issuer have recorded it?",
      passed: "The ledger takes a record only from the issuer or from somebody whom the issuer has appointed.",
      moot: { answer: "No record to ask about", because: "Where there is one, only the issuer or somebody whom it appointed can have made it." },
      failed: "It was not the issuer who signed.",
      unknown: "Who signed could not be found out.",
    },
    anchored: {
      question: "Is it on the ledger?",
      passed: "The record is there, and it is final.",
      failed: "There is no such record.",
      unknown: "This cannot be said now.",
    },
    entitled: {
      question: "Was the issuer entitled to issue it?",
      passed: "An authority that this verifier believes vouched for the issuer when the document was sealed.",
      failed: "It is not shown to be.",
      unknown: "This cannot be said now.",
    },
    current: {
      question: "Does it still stand?",
      passed: "Nobody who may do so has taken it back.",
      failed: "Not any more.",
      unknown: "This cannot be said now.",
    },
    held: {
      question: "Did the holder sign this very challenge, for this very verifier?",
      passed: "Yes: by a key of the one of whom the credentials speak.",
      failed: "It is not shown that the holder presents it.",
      unknown: "The holder’s key could not be read.",
    },
  },
  reasons: englishReasons,
  standings,
  standingReasons,
  standingWarnings,
  documentTypes: {
    "861": { one: "certificate of origin", many: "certificates of origin" },
    "380": { one: "commercial invoice", many: "commercial invoices" },
    "705": { one: "bill of lading", many: "bills of lading" },
    "851": { one: "phytosanitary certificate", many: "phytosanitary certificates" },
    AEO: { one: "AEO certificate", many: "AEO certificates" },
    TOI: { one: "transport-operator identifier", many: "transport-operator identifiers" },
    ACR: { one: "accreditation", many: "accreditations" },
    RCT: { one: "receipt", many: "receipts" },
  },
  unnamedType: (documentType) => ({ one: `document of type ${documentType}`, many: `documents of type ${documentType}` }),
  anyDocument: { one: "document", many: "documents" },
  faults: englishFaults,
  date,
  dateTime,
  standing,
  replacement: (digest) => `The document in its place has the digest ${digest}.`,
  replaced: (since) => `This document replaced an earlier one on ${date(since)}.`,
  predecessor: (digest) => `The earlier document has the digest ${digest}.`,
  grant,
  recognition,
  alsoVouching: (names) => `${names.length === 1 ? "Another authority that this verifier believes leads" : "Further authorities that this verifier believes lead"} to the issuer, too: ${names.join("; ")}.`,
  asAt: (when, sentence) => `As at ${dateTime(when)}: ${sentence}`,
  asAtOnly: (when) => `You asked how it stood on ${dateTime(when)}. The answer rests on what the ledger says today about that moment, and says nothing about any later one.`,
  authenticThen: {
    means: "These are the very bytes that were issued. The issuer was entitled to issue them, and they stood at that moment.",
    todo: "If it matters whether the document stands today, check it again without a moment of the past.",
  },
  notAnchoredThen: {
    means: "The ledger had no record of these bytes by that moment.",
    todo: "If the document may have been sealed later, check it again as at a later moment, or without one.",
  },
  currentThen: {
    question: "Did it stand at that moment?",
    passed: "Nobody who may do so had taken it back by then.",
    failed: "Not at that moment.",
    unknown: "This cannot be said now.",
  },
  trustRoot: (name, { many }) => `This verifier believes ${name} for ${many}.`,
  likenesses: {
    mixed_script: "Take care: this name mixes letters of different scripts. Compare the identifier.",
    confusable: "Take care: this name looks like the name of somebody else. Compare the identifier.",
  },
  noPath: (name, { many }) => `No authority that this verifier believes leads to ${name} for ${many}.`,
  frame: englishFrame,
  page: englishPage,
  receipt: englishReceipt,
  snapshot: englishSnapshot,
  signed: englishSigned,
};

function standing({ standing, since, by, reason }: StandingParts): string {
  if (standing === "active" && since === null) return "It stands. Nobody has said anything against it.";
  const who = by === null ? "" : ` by ${by}`;
  const when = since === null ? "" : ` since ${dateTime(since)}`;
  return standing === "active" ? `It stands again${when}, reinstated${who}.` : `${standings[standing]}${when}${who}: ${standingReasons[reason]}.`;
}

function recognition({ grantor, grantee, type, from, until }: GrantParts): string {
  const end = until === null ? "" : `, until ${date(until)}`;
  return `${grantor} recognises ${type.many} by ${grantee} since ${date(from)}${end}.`;
}

function grant({ grantor, grantee, type, from, until }: GrantParts): string {
  const end = until === null ? "" : `, until ${date(until)}`;
  return `${grantor} accredits ${grantee} for ${type.many} since ${date(from)}${end}.`;
}
