// Dates in French: the first of a month is an ordinal.

import { intlDates } from "../intlDates.ts";

/** `date` gives "3 mai 2026", `dateTime` gives "3 mai 2026 à 14:02 UTC"; both as it came when it is no time. */
export const { date, dateTime } = intlDates("fr", { day: ({ day, month, year }) => `${day === "1" ? "1er" : day} ${month} ${year}`, between: " à " });
