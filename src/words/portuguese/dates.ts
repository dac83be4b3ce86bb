// Dates in Portuguese.

import { intlDates } from "../intlDates.ts";

/** `date` gives "3 de maio de 2026", `dateTime` gives "3 de maio de 2026, 14:02 UTC"; both as it came when it is no time. */
export const { date, dateTime } = intlDates("pt", { day: ({ day, month, year }) => `${day} de ${month} de ${year}` });
