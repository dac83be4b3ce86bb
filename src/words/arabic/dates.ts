// Dates in Arabic: Gregorian, in UTC, the month in letters, with the digits that stand on the paper. Isolated: a day beside a Latin name must not fall apart.

import { isolate } from "../isolate.ts";

const day = new Intl.DateTimeFormat("ar", { calendar: "gregory", numberingSystem: "latn", timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });

/** `time` as "3 مايو 2026"; as it came when it is no time. */
export const date = (time: string): string => (isTime(time) ? isolate(plainDate(time)) : time);

/** `time` as "3 مايو 2026، 14:02 UTC"; as it came when it is no time. */
export const dateTime = (time: string): string => (isTime(time) ? isolate(plainDateTime(time)) : time);

/** The day where it stands alone, not isolated; as it came when it is no time. */
export const plainDate = (time: string): string => (isTime(time) ? day.format(new Date(time)) : time);

/** The day and the minute where they stand alone, not isolated; as they came when it is no time. */
export const plainDateTime = (time: string): string => (isTime(time) ? `${day.format(new Date(time))}، ${new Date(time).toISOString().slice(11, 16)} UTC` : time);

const isTime = (time: string): boolean => !Number.isNaN(new Date(time).getTime());
