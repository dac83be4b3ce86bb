// The period of a credential: members with a zone (RFC 3339), claims of JWT in whole seconds (RFC 7519).

import type { Json } from "../json.ts";
import { momentFrom } from "../moment.ts";

/** Clocks differ. */
export const SKEW_SECONDS = 60;

/** From when until when, in Unix seconds: from `from` on, and no longer at `until`. `null`: not said. */
export interface Period {
  readonly from: number | null;
  readonly until: number | null;
}

/** Where a period stands. */
export interface PeriodMembers {
  readonly nbf?: Json | undefined;
  readonly exp?: Json | undefined;
  readonly iat?: Json | undefined;
  readonly validFrom?: Json | undefined;
  readonly validUntil?: Json | undefined;
}

/** The last second that RFC 3339 can write. What is later was counted in milliseconds. */
const LAST_SECOND = 253_402_300_799;

/**
 * The period that these members name, or what is wrong with them.
 *
 * `agreeing`: claim and member are two spellings of one moment. `narrower`: the claim is about the signature, and both hold.
 */
export function periodOf({ nbf, exp, iat, validFrom, validUntil }: PeriodMembers, how: "agreeing" | "narrower"): Period | "date_malformed" | "claims_contradict" {
  const claims = [nbf, exp, iat].map(seconds);
  const members = [validFrom, validUntil].map(moment);
  if ([...claims, ...members].includes("malformed")) return "date_malformed";
  const [fromClaim, untilClaim] = claims as (number | null)[];
  const [fromMember, untilMember] = members as (number | null)[];
  if (how === "agreeing" && [[fromClaim, fromMember], [untilClaim, untilMember]].some(([claim, member]) => claim != null && member != null && claim !== member)) return "claims_contradict";
  const from = either(fromClaim, fromMember, Math.max);
  const until = either(untilClaim, untilMember, Math.min);
  return from !== null && until !== null && until <= from ? "claims_contradict" : { from, until };
}

function either(left: number | null | undefined, right: number | null | undefined, choose: (left: number, right: number) => number): number | null {
  return left != null && right != null ? choose(left, right) : (left ?? right ?? null);
}

function seconds(value: Json | undefined): number | null | "malformed" {
  if (value === undefined) return null;
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= LAST_SECOND ? value : "malformed";
}

function moment(value: Json | undefined): number | null | "malformed" {
  if (value === undefined) return null;
  return typeof value === "string" ? (momentFrom(value) ?? "malformed") : "malformed";
}
