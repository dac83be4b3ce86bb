// What the page of trust says: who vouches for whom, in force or not, at any moment; and what an administrator can do about it.

import type { GrantConsoleWords } from "./grantConsoleWords.ts";
import type { TypeWords } from "./words.ts";

/** The words of the page of trust. Names are fit to be shown; times are RFC 3339. */
export interface TrustWords {
  readonly title: string;
  readonly lead: string;
  readonly typeLabel: string;
  readonly loading: string;
  /** Nobody is believed for anything. */
  readonly noTypes: string;
  readonly nothingHere: (type: TypeWords) => string;
  readonly notLoaded: string;
  readonly again: string;
  readonly incomplete: string;
  asOf(block: number, time: string): string;
  readonly time: TimeWords;
  readonly states: StateWords;
  readonly drawing: DrawingWords;
  readonly list: ListWords;
  readonly details: DetailWords;
  readonly matrix: MatrixWords;
  readonly administration: GrantConsoleWords;
}

export interface TimeWords {
  readonly title: string;
  readonly label: string;
  readonly now: string;
  readonly backToNow: string;
  readonly earlier: string;
  readonly later: string;
  /** The moment that is shown, with whether it is the present, past or to come. */
  shown(when: string, place: "past" | "now" | "future"): string;
  /** By what a past or future moment is judged. */
  readonly byToday: string;
  readonly byTodayFuture: string;
  readonly farEnds: string;
  inForce(count: number, of: number): string;
}

/** Whether a grant or a party is in force, in a few words and in a sentence. */
export interface StateWords {
  readonly root: string;
  inForce(until: string | null): string;
  /** By the reason's code; the general words for one that is not among them. `least` has to fit into a small box. */
  readonly not: Readonly<Record<NotInForce, { readonly least: string; readonly short: string; readonly long: string }>>;
}

export const notInForceNames = ["accreditation_expired", "accreditation_withdrawn", "accreditation_not_yet_valid", "compromised", "issuer_deactivated", "grants_too_many", "no_accreditation"] as const;
export type NotInForce = (typeof notInForceNames)[number];

export interface DrawingWords {
  readonly title: string;
  /** What a reader who cannot see it is told in place of the picture. */
  summary(parts: { readonly parties: number; readonly inForce: number; readonly grants: number; readonly type: TypeWords }): string;
  readonly hint: string;
  readonly legend: string;
  readonly legendInForce: string;
  readonly legendNot: string;
  readonly legendStolen: string;
  /** On a node that stands for those of a grantor that are not drawn. */
  more(count: number): string;
  moreOf(count: number, grantor: string): string;
  limited(drawn: number, all: number): string;
  around(name: string): string;
  readonly drawAll: string;
}

export interface ListWords {
  readonly title: string;
  readonly caption: string;
  readonly filter: string;
  readonly nothing: string;
  readonly grantor: string;
  readonly grantee: string;
  readonly state: string;
  readonly from: string;
  readonly until: string;
  readonly passOn: string;
  readonly noEnd: string;
  readonly yes: string;
  readonly no: string;
  readonly open: string;
  openNamed(grantor: string, grantee: string): string;
  showing(shown: number, all: number): string;
  readonly showMore: string;
}

export interface DetailWords {
  readonly none: string;
  party(name: string): string;
  grant(grantor: string, grantee: string): string;
  readonly close: string;
  readonly identity: string;
  readonly believed: string;
  closed(block: number): string;
  /** Over grants, in force or not. */
  readonly received: string;
  readonly given: string;
  readonly nothing: string;
  andMore(count: number): string;
  readonly focus: string;
  readonly grantor: string;
  readonly grantee: string;
  readonly atMoment: string;
  readonly statements: string;
  readonly statementsHint: string;
  granted(passOn: string): string;
  readonly mayPassOn: string;
  readonly mayNotPassOn: string;
  readonly withdrawn: string;
  readonly withdrawnStolen: string;
  /** The time that a statement covers, and when it was said. */
  covers(from: string, until: string | null): string;
  recorded(time: string, block: number): string;
  readonly notFinal: string;
}

export interface MatrixWords {
  readonly title: string;
  readonly lead: string;
}
