// Drafts: what an administrator is about to say, checked before it is sent.

import { isAddress, parseAddress, parseDid, type Address } from "../../../core/address.ts";
import { isDocumentType } from "../../../core/documentType.ts";
import type { Json } from "../../../core/json.ts";
import { momentFrom } from "../../../core/moment.ts";
import type { FieldFlaw } from "../../../words/grantConsoleWords.ts";

export interface GrantDraft {
  readonly grantee: string;
  readonly name: string;
  readonly type: string;
  /** As a field for date and time gives it, in UTC; empty for now, or without an end. */
  readonly from: string;
  readonly until: string;
  readonly mayPassOn: boolean;
}

export interface WithdrawalDraft {
  readonly from: string;
  readonly isCompromised: boolean;
}

/** Whom the grant must not be for, and on which chain. */
export interface Own {
  readonly address: string;
  readonly chainId: number;
}

/** The contract takes no longer name. */
const NAME_LIMIT_BYTES = 200;

/** The address that the text names on this ledger, or `null`. */
export function granteeIn(text: string, { chainId }: Own): Address | null {
  const did = parseDid(text.trim());
  if (did !== null) return did.chainId === chainId ? did.identity : null;
  return isAddress(text.trim()) ? parseAddress(text.trim()) : null;
}

/** The moment as RFC 3339; `null` for an empty field, `undefined` for what is no moment. */
export function timeIn(text: string): string | null | undefined {
  if (text === "") return null;
  const time = `${text.length === 16 ? `${text}:00` : text.slice(0, 19)}Z`;
  return momentFrom(time) === null ? undefined : time;
}

/** What is wrong with the draft, by its fields. */
export function flawsIn({ grantee, name, type, from, until }: GrantDraft, own: Own): Partial<Record<keyof GrantDraft, FieldFlaw>> {
  const address = granteeIn(grantee, own);
  const [begin, end] = [timeIn(from), timeIn(until)];
  const length = new TextEncoder().encode(name.trim()).length;
  return {
    ...(address === null ? { grantee: "grantee" } : address === own.address ? { grantee: "own" } : {}),
    ...(length === 0 || length > NAME_LIMIT_BYTES ? { name: "name" } : {}),
    ...(isDocumentType(type) ? {} : { type: "type" }),
    ...(begin === undefined ? { from: "from" } : {}),
    ...(end === undefined ? { until: "until" } : begin !== undefined && begin !== null && end !== null && end <= begin ? { until: "order" } : {}),
  };
}

/** The grant as the service takes it. */
export function grantBody({ grantee, name, type, from, until, mayPassOn }: GrantDraft, { own, isLikenessKnown }: { own: Own; isLikenessKnown: boolean }): Json {
  const [begin, end] = [timeIn(from), timeIn(until)];
  return {
    ...{ grantee: granteeIn(grantee, own)!, documentTypes: [type], name: name.trim(), mayPassOn },
    ...(begin == null ? {} : { from: begin }),
    ...(end == null ? {} : { until: end }),
    ...(isLikenessKnown ? { despiteLikeness: true } : {}),
  };
}

/** The withdrawal as the service takes it. */
export function withdrawalBody(grantee: Address, type: string, { from, isCompromised }: WithdrawalDraft): Json {
  const begin = timeIn(from);
  return { grantee, documentTypes: [type], compromised: isCompromised, ...(begin == null ? {} : { from: begin }) };
}
