// Rules of the certificate of origin: what one member demands of another.

import type { Rule, RuleProblem } from "./credential.ts";
import type { CooSubject } from "./coo.ts";
import { inOrder } from "./parts.ts";

/** With a preference: the agreement, and each item's criterion. Without one: no agreement. */
function* preference({ isPreferential, tradeAgreement, items }: CooSubject): Iterable<RuleProblem> {
  if (!isPreferential) {
    if (tradeAgreement !== undefined) yield { path: ["tradeAgreement"], code: "not_allowed", detail: "Expected no trade agreement, because isPreferential is false; found one." };
    return;
  }
  if (tradeAgreement === undefined) yield { path: ["tradeAgreement"], code: "missing", detail: "Expected the trade agreement, because isPreferential is true; found nothing." };
  for (const [at, { originCriterion }] of items.entries()) {
    if (originCriterion === undefined) yield { path: ["items", at, "originCriterion"], code: "missing", detail: "Expected the origin criterion, because isPreferential is true; found nothing." };
  }
}

function* consignee({ consignee: named, importerUnknown = false }: CooSubject): Iterable<RuleProblem> {
  if (importerUnknown && named !== undefined) yield { path: ["consignee"], code: "not_allowed", detail: "Expected no consignee, because importerUnknown is true; found one." };
  if (!importerUnknown && named === undefined) yield { path: ["consignee"], code: "missing", detail: "Expected the consignee, because importerUnknown is not true; found nothing." };
}

function* totals({ totals: told, items }: CooSubject): Iterable<RuleProblem> {
  const sum = items.reduce((total, { packages }) => total + packages.count, 0);
  if (told !== undefined && told.packages !== sum) yield { path: ["totals", "packages"], code: "contradiction", detail: `Expected the sum of the items' packages, ${sum}; found ${told.packages}.` };
}

function* sequence({ items }: CooSubject): Iterable<RuleProblem> {
  const seen = new Set<number>();
  for (const [at, { sequence: number }] of items.entries()) {
    if (seen.has(number)) yield { path: ["items", at, "sequence"], code: "contradiction", detail: `Expected each number once; found ${number} again.` };
    seen.add(number);
  }
}

function* copies({ flags, replaces, certificateNumber, issueDate }: CooSubject): Iterable<RuleProblem> {
  if (flags.certifiedTrueCopy && replaces === undefined) yield { path: ["replaces"], code: "missing", detail: "Expected the certificate that was copied, because certifiedTrueCopy is true; found nothing." };
  if (replaces === undefined) return;
  if (!flags.certifiedTrueCopy && replaces.certificateNumber === certificateNumber) yield { path: ["replaces", "certificateNumber"], code: "contradiction", detail: "Expected the number of another certificate; found this one's own." };
  const isLater = replaces.issueDate !== undefined && replaces.issueDate > issueDate;
  if (isLater) yield { path: ["replaces", "issueDate"], code: "contradiction", detail: `Expected a day not after issueDate, ${issueDate}; found "${replaces.issueDate}".` };
}

/** All of them. */
export const cooRules: readonly Rule<CooSubject>[] = [
  preference,
  consignee,
  totals,
  sequence,
  copies,
  ({ exporterDeclaration, certification }) => inOrder([], { first: exporterDeclaration.date, then: certification.date, names: ["exporterDeclaration.date", "certification.date"] }),
  // A certified true copy bears the day of its original.
  ({ certification, issueDate, flags }) => inOrder([], { first: flags.certifiedTrueCopy ? undefined : certification.date, then: issueDate, names: ["certification.date", "issueDate"] }),
];
