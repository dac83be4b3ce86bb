// Answers about operators as a table: the columns of a list, and what of an authorisation stands in them.

import type { Authorisation } from "../authorisation.ts";

/** What stands before and behind the authorisation's own columns is the table's. */
export const operatorColumns = ["line", "identifier", "scheme", "answer", "reason", "documentType", "number", "programme", "type", "name", "issuer", "issuerDid", "validFrom", "validUntil", "standing", "standingSince", "furtherAuthorisations", "isComplete"] as const;

/** From `reason` to `standingSince`; empty fields where there is no authorisation. */
export function authorisationFields(best: Authorisation | undefined): readonly string[] {
  if (best === undefined) return operatorColumns.slice(operatorColumns.indexOf("reason"), operatorColumns.indexOf("furtherAuthorisations")).map(() => "");
  const { reason = "", documentType, says, name = "", issuer, validFrom = "", validUntil = "", standing } = best;
  const said = (member: string): string => (typeof says[member] === "string" ? says[member] : "");
  return [reason, documentType, said("number"), said("programme"), said("type"), name, issuer.name ?? "", issuer.did, validFrom, validUntil, standing?.standing ?? "", standing?.since ?? ""];
}
