// Dates in Russian. "года" in full, since the dot of its short form would end a sentence twice.

import { intlDates } from "../intlDates.ts";

/** `date` gives "3 мая 2026 года", `dateTime` gives "3 мая 2026 года, 14:02 UTC"; both as it came when it is no time. */
export const { date, dateTime } = intlDates("ru", { day: ({ day, month, year }) => `${day} ${month} ${year} года` });
