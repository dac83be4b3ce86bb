// Dates in Spanish.

import { intlDates } from "../intlDates.ts";

/** `date` gives "3 de mayo de 2026", `dateTime` gives "3 de mayo de 2026, 14:02 UTC"; both as it came when it is no time. */
export const { date, dateTime } = intlDates("es", { day: ({ day, month, year }) => `${day} de ${month} de ${year}` });
