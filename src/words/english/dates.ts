// Dates in English, always in UTC and with the month in letters, since 03/05 is two different days.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `time` as "3 May 2026"; as it came when it is no time. */
export function date(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

/** `time` as "3 May 2026, 14:02 UTC"; as it came when it is no time. */
export function dateTime(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : `${date(time)}, ${at.toISOString().slice(11, 16)} UTC`;
}
