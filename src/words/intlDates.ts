// Dates in languages other than English, always in UTC, with Latin digits and the month in letters, since 03/05 is two different days.

/** A day's parts as a language writes them beside each other: the month in the case that a day asks for. */
export interface DayParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** How one language writes days and moments. */
export interface IntlDates {
  /** An RFC 3339 time as a day; as it came when it is no time. */
  date(time: string): string;
  /** An RFC 3339 time to the minute, with its zone; as it came when it is no time. */
  dateTime(time: string): string;
}

/** The dates of `language` (BCP 47). The parts come from Intl, their order from `day`, so that every browser and the service write the same. */
export function intlDates(language: string, { day, between = ", " }: { day: (parts: DayParts) => string; between?: string }): IntlDates {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const dayOf = (at: Date): string => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return day({ day: parts.get("day")!, month: parts.get("month")!, year: parts.get("year")! });
  };
  const orAsItCame = (time: string, write: (at: Date) => string): string => {
    const at = new Date(time);
    return Number.isNaN(at.getTime()) ? time : write(at);
  };
  return {
    date: (time) => orAsItCame(time, dayOf),
    dateTime: (time) => orAsItCame(time, (at) => `${dayOf(at)}${between}${at.toISOString().slice(11, 16)} UTC`),
  };
}
