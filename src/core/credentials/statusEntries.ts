// Status entries of a credential (W3C Bitstring Status List 1.0): which bit of which list speaks of it.

import { isObject, type Json, type JsonObject } from "../json.ts";

/** One entry. `null`: an entry of another kind, of which nobody here can tell what it says. */
export type StatusEntry = BitstringEntry | null;

export interface BitstringEntry {
  readonly purpose: "revocation" | "suspension";
  /** Counted from 0, the leftmost bit. */
  readonly index: number;
  /** Where the list is found, and what it is called. */
  readonly list: string;
}

/** Nobody needs more. */
const ENTRIES_LIMIT = 4;
const INDEX = /^(?:0|[1-9][0-9]{0,9})$/;
const LIST_LIMIT_CHARACTERS = 2_000;

/** The entries in `credentialStatus`; a `status` of other families (Token Status List) counts as one that nobody here can read. */
export function entriesIn(value: Json | undefined, otherStatus: Json | undefined): readonly StatusEntry[] | "status_malformed" {
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
  if (list.length > ENTRIES_LIMIT || !list.every(isObject)) return "status_malformed";
  const entries = list.map(entryFrom);
  if (entries.includes("malformed")) return "status_malformed";
  return [...(entries as StatusEntry[]), ...(otherStatus === undefined ? [] : [null])];
}

function entryFrom({ type, statusPurpose, statusListIndex, statusListCredential, statusSize = 1 }: JsonObject): StatusEntry | "malformed" {
  if (typeof type !== "string") return "malformed";
  if (type !== "BitstringStatusListEntry") return null;
  const isFit = typeof statusListIndex === "string" && INDEX.test(statusListIndex) && typeof statusListCredential === "string" && statusListCredential.length <= LIST_LIMIT_CHARACTERS;
  if (!isFit || typeof statusPurpose !== "string") return "malformed";
  // Entries of several bits stand elsewhere in the list: its bit at the index speaks of another credential.
  const isKnown = statusSize === 1 && (statusPurpose === "revocation" || statusPurpose === "suspension");
  return isKnown ? { purpose: statusPurpose, index: Number(statusListIndex), list: statusListCredential } : null;
}
