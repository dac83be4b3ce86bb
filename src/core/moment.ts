// Moments as people and programs write them (RFC 3339).

const MOMENT = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;

/** Unix seconds, fractions dropped, of an RFC 3339 time with its zone; `null` for anything else, also for a day that is in no calendar, and before 1970. */
export function momentFrom(text: string): number | null {
  const [, date, time, zone] = MOMENT.exec(text) ?? [];
  if (date === undefined) return null;
  const seconds = Date.parse(`${date}T${time}${zone!.toUpperCase()}`) / 1000;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // A 30th of February is read as the 2nd of March by some: a date must come back as it was.
  const isReal = !Number.isNaN(seconds) && !Number.isNaN(midnight) && new Date(midnight).getUTCDate() === Number(date.slice(-2));
  return isReal && seconds >= 0 ? seconds : null;
}

/** Whether `text` is a day of the calendar, `YYYY-MM-DD`, not before 1970. */
export const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && momentFrom(`${text}T00:00:00Z`) !== null;
