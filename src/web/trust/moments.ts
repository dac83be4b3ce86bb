// Moments: how far the slider reaches, and when something changes.

import { secondsOf, type TrustGraph } from "../../core/trustGraph.ts";

const DAY = 86_400;
/** What begins or ends further away would make all else too small to see. */
const REACH = 30 * 365 * DAY;
/** About as many steps as a hand can tell apart. */
const STEPS = 2_000;

export interface Reach {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  /** When something changes, oldest first. */
  readonly changes: readonly number[];
  /** Whether something begins or ends beyond. */
  readonly hasMore: boolean;
}

/** From just before the first statement to just after the latest end. */
export function reachOf({ grants, asOf }: TrustGraph): Reach {
  const now = secondsOf(asOf);
  const all = grants.flatMap(({ statements }) => statements.flatMap(({ from, until, recordedAt }) => [from, recordedAt, ...(until === undefined ? [] : [until])].map(secondsOf)));
  const near = all.filter((moment) => Math.abs(moment - now) <= REACH);
  const [first, last] = [least(near, now), -least(near.map((moment) => -moment), -now)];
  const step = niceStep((last - first) / STEPS);
  return { start: first - step, end: last + step, step, changes: [...new Set(near)].sort((left, right) => left - right), hasMore: near.length < all.length };
}

/** No spread into arguments: there may be thousands. */
const least = (values: readonly number[], start: number): number => values.reduce((so, value) => Math.min(so, value), start);

const niceStep = (seconds: number): number => [1, 60, 3_600, DAY].findLast((step) => step <= Math.max(seconds, 1))!;

export const changeBefore = ({ changes }: Reach, moment: number): number | null => changes.findLast((change) => change < moment) ?? null;
export const changeAfter = ({ changes }: Reach, moment: number): number | null => changes.find((change) => change > moment) ?? null;
