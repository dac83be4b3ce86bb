// Who is signed in: what `GET /v1/me` says of the holder of a key.

import type { DocumentType } from "../../../core/documentType.ts";
import type { ReportParty } from "../../../core/report.ts";
import { Unanswered } from "../trouble.ts";

/** Whose key it is, what it opens, and what may be issued with it. */
export interface Me {
  readonly issuer: ReportParty & { readonly name: string };
  readonly key: { readonly id: string; readonly scopes: readonly string[]; readonly expiresAt?: string };
  /** Absent: not known. */
  readonly mayIssue?: readonly { readonly documentType: DocumentType; readonly by?: { readonly name?: string; readonly did: string }; readonly until?: string }[];
}

type Members = Record<string, unknown>;
const isText = (value: unknown): boolean => typeof value === "string";
const membersOf = (value: unknown): Members => (typeof value === "object" && value !== null ? (value as Members) : {});

/** The holder. Throws {@link Unanswered} when the answer is none about a key. */
export function readMe(value: unknown): Me {
  const { issuer, key, mayIssue = [] } = membersOf(value);
  const { did, address, name } = membersOf(issuer);
  const { id, scopes, expiresAt = "" } = membersOf(key);
  const isWhole = [did, address, name, id, expiresAt].every(isText) && Array.isArray(scopes) && scopes.every(isText) && Array.isArray(mayIssue);
  if (!isWhole) throw new Unanswered({ is: "unreadable_answer" });
  return value as Me;
}
