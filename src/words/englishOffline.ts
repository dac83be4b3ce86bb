// What is said about a document that was judged offline, in English: what is certain, what is not, and what all of it hangs on.

import type { StandingStatement } from "../core/ledger.ts";
import { dateTime } from "./englishDates.ts";
import { english } from "./english.ts";

/** The evidence's block, as people read it. */
export interface OfflineBlock {
  readonly number: number;
  readonly hash: string;
  /** RFC 3339. */
  readonly time: string;
}

/** Sentences about an offline judgement. */
export const englishOffline = {
  nothingProven: "Nobody was asked, and the evidence proves nothing.",
  anchored: ({ number, time }: OfflineBlock): string => `Certain as at block ${number}, ${dateTime(time)}: the ledger had the issuer’s record of this document.`,
  notFinal: ({ number }: OfflineBlock): string => `Whoever made the evidence says that block ${number} was not final: a reorganisation may have taken it away.`,
  absent: ({ number, time }: OfflineBlock): string => `Certain as at block ${number}, ${dateTime(time)}: the ledger had no such record. It may have come later.`,
  nothingSaid: "By that block its issuer had said nothing against it.",
  lastSaid: ({ standing, reason }: StandingStatement, time: string): string => `By that block the last word of its issuer was “${english.standings[standing]}”, since ${dateTime(time)}: ${english.standingReasons[reason]}.`,
  takenBack: "Do not accept it, unless the ledger itself says otherwise.",
  standingUnproven: "What its issuer had said about it by that block is not in the evidence.",
  unknown: "Not known without a network: whether the issuer was entitled, and whether the document stands today.",
  trust: ({ hash }: OfflineBlock): string => `All this hangs on ${hash} being a block of this ledger: take that hash from somebody you trust, never from whoever gave you the document.`,
} as const;
