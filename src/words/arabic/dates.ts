// Dates in Arabic: Gregorian, in UTC, the month in letters, with the digits that stand on the paper. Isolated: a day beside a Latin name must not fall apart.

import { isolate } from "./isolate.ts";

const day = new Intl.DateTimeFormat("ar", { calendar: "gregory", numberingSystem: "latn", timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });

/** `time` as "3 مايو 2026"; as it came when it is no time. */
export function date(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : isolate(day.format(at));
}

/** `time` as "3 مايو 2026، 14:02 UTC"; as it came when it is no time. */
export function dateTime(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : isolate(`${day.format(at)}، ${at.toISOString().slice(11, 16)} UTC`);
}
