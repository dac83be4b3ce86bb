// Answers of the operators' desk as they come from a service, read strictly: what contradicts itself is no answer.

import type { Authorisation } from "../authorisation.ts";
import { isObject } from "../json.ts";
import type { ReportParty } from "../report.ts";
import { isCount, isGrant, isParty, isStanding, isText, isTruth, isVerdict, listOf, object, oneOf, optional, type Test } from "../reportReader.ts";

/** What is known of one operator. */
export interface OperatorFound {
  readonly authorisations: readonly Authorisation[];
  /** Whether everybody was heard. When not, nothing follows from what is missing. */
  readonly isComplete: boolean;
  readonly silent: readonly { readonly authority: Pick<ReportParty, "did" | "name" | "likeness">; readonly why: string }[];
  /** Absent in a line of a list. */
  readonly block?: { readonly number: number; readonly time: string };
}

/** A line of an answered list: what is known, or why the line has no answer. */
export type OperatorLine = { readonly line: number } & ({ readonly found: OperatorFound } | { readonly error: { readonly code: string; readonly detail: string } });

/** The answer to a question about one operator; `null` when it is none. */
export function readOperatorFound(value: unknown): OperatorFound | null {
  // Where everybody was heard and nobody told anything, the service says 404.
  return isFound(value) && isSettled(value as OperatorFound) ? (value as OperatorFound) : null;
}

/** A line of the answer to a list; `null` when it is none. */
export function readOperatorLine(value: unknown): OperatorLine | null {
  if (object({ line: isCount, error: object({ code: isText, detail: isText }) })(value)) return value as OperatorLine;
  if (!isLine(value)) return null;
  const { line, authorisations, isComplete, silent = [] } = value as { line: number; silent?: { did: ReportParty["did"]; why: string }[] } & Pick<OperatorFound, "authorisations" | "isComplete">;
  return { line, found: { authorisations, isComplete, silent: silent.map(({ did, why }) => ({ authority: { did }, why })) } };
}

const isSettled = ({ authorisations, isComplete }: OperatorFound): boolean => authorisations.length > 0 || !isComplete;

const hasForm = object({
  ...{ documentType: isText, type: isText, verdict: isVerdict, reason: optional(isText), issuer: isParty, name: optional(isText), says: isObject },
  ...{ validFrom: optional(isText), validUntil: optional(isText), standing: optional(isStanding), recognition: optional(listOf(isGrant)), foundAt: oneOf(["here", "partner"]), digest: isText },
});

/** Nothing that holds has a reason why it does not, has another standing than active, or comes from an issuer whom nobody recognises. */
const isAuthorisation: Test = (value) => {
  if (!hasForm(value)) return false;
  const { verdict, reason, standing, recognition } = value as Authorisation;
  return verdict === "authentic" ? reason === undefined && (standing === undefined || standing.standing === "active") && recognition !== undefined : true;
};

const isFound = object({
  authorisations: listOf(isAuthorisation),
  isComplete: isTruth,
  silent: listOf(object({ authority: object({ did: isText, name: optional(isText), likeness: optional(isText) }), why: isText })),
  block: optional(object({ number: isCount, time: isText })),
});
const isLine = object({ line: isCount, authorisations: listOf(isAuthorisation), isComplete: isTruth, silent: optional(listOf(object({ did: isText, why: isText }))) });
