// Dates in traditional Chinese: Gregorian, in UTC; year, month and day are named, so that none is taken for another.

const day = new Intl.DateTimeFormat("zh-Hant", { calendar: "gregory", numberingSystem: "latn", timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });

/** `time` as "2026年5月3日"; as it came when it is no time. */
export function date(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : day.format(at);
}

/** `time` as "2026年5月3日 14:02 UTC"; as it came when it is no time. */
export function dateTime(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : `${day.format(at)} ${at.toISOString().slice(11, 16)} UTC`;
}
