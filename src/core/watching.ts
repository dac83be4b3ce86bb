// Watching: when a holder of a watch is told that a document is judged otherwise, and when it is judged again.

import type { Address } from "./address.ts";
import type { Reason } from "./outcome.ts";
import type { Report, ReportAnchor } from "./report.ts";
import { byPreference, type Verdict } from "./verdict.ts";

/** A verdict and why, when it is not `authentic`. */
export interface Judged {
  readonly verdict: Verdict;
  readonly reason: Reason | null;
}

/** What the holder was last told, and since when nothing sure is known. */
export interface Known extends Judged {
  /** In Unix seconds; `null` while the document is judged for sure. */
  readonly doubtSince: number | null;
}

/** A silence shorter than this is nobody's business: the ledger was asleep, or a block is not final yet. */
export const DOUBT_TOLD_AFTER_SECONDS = 3_600;
/** Everything is judged again after this time, whether anything was seen to happen or not. */
export const SWEEP_SECONDS = 86_400;
const DOUBT_PAUSE_SECONDS = { least: 2, most: 300 } as const;

/** A watch's verdict: the report's, or, when only one issuer's word counts, that of its best anchor. */
export function judgedIn(report: Report, issuer: Address | null): Judged {
  if (issuer === null) return { verdict: report.verdict, reason: report.reason ?? null };
  const own = report.anchors.filter((anchor) => anchor.issuer.address === issuer);
  const eligible = own.filter(({ isFinal }) => isFinal !== false);
  const [best] = (eligible.length > 0 ? eligible : own).toSorted(byPreference);
  if (best !== undefined) return { verdict: best.verdict, reason: best.reason ?? null };
  // Without an anchor of this issuer: a report that could not look is no proof that there is none.
  const looked = report.block !== undefined && report.findings.every(({ check, outcome, reason }) => check !== "anchored" || outcome !== "unknown" || reason === "awaiting_finality");
  return looked ? { verdict: "not_found", reason: "not_anchored" } : { verdict: "undetermined", reason: report.reason ?? null };
}

/** What is known after a new judgement, and whether the holder is told. A doubt that passes leaves no trace; a fall behind it is told. */
export function afterJudging(known: Known, judged: Judged, now: number): { readonly known: Known; readonly isTold: boolean } {
  if (judged.verdict !== "undetermined") {
    const isSame = judged.verdict === known.verdict && judged.reason === known.reason;
    return { known: { ...judged, doubtSince: null }, isTold: !isSame };
  }
  const doubtSince = known.doubtSince ?? now;
  const isNews = known.verdict !== "undetermined" && now - doubtSince >= DOUBT_TOLD_AFTER_SECONDS;
  if (isNews) return { known: { ...judged, doubtSince }, isTold: true };
  return { known: { ...known, doubtSince }, isTold: false };
}

/** When to judge again, in Unix seconds. `spread` (0 … 1) keeps watches that were made together from coming due together; `turns` are moments of which no event tells. */
export function dueAfter({ doubtSince }: Known, report: Report, { now, spread, turns }: { now: number; spread: number; turns: readonly number[] }): number {
  if (doubtSince !== null) return now + Math.min(Math.max(now - doubtSince, DOUBT_PAUSE_SECONDS.least), DOUBT_PAUSE_SECONDS.most);
  return Math.min(now + SWEEP_SECONDS * (0.9 + 0.1 * spread), ...endsIn(report, now), ...turns.map((turn) => turn + 1).filter((turn) => turn > now));
}

/** The moments to come at which a path of grants ends: just behind them the verdict may be another. */
function endsIn(report: Report, now: number): number[] {
  const ends = report.anchors.flatMap(({ path = [], presentPath = [] }) => [...path, ...presentPath]).flatMap(({ until }) => (until === undefined ? [] : [Date.parse(until) / 1000 + 1]));
  return ends.filter((end) => end > now);
}

/** Whose anchors the verdict rests on: what happens above these issuers may change it. */
export const tiesIn = ({ anchors }: Report): Pick<ReportAnchor, "issuer" | "documentType">[] => [...new Map(anchors.map((anchor) => [`${anchor.issuer.address} ${anchor.documentType}`, anchor])).values()];
