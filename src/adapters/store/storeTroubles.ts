// Troubles of the store that pass: a full disk, a database that is busy or away. What was acknowledged is not touched by them.

import { Fault } from "../../core/fault.ts";

/** SQLite's result codes (https://www.sqlite.org/rescode.html) for what an operator can mend while the service runs. */
const SQLITE: Readonly<Record<number, string>> = {
  5: "its database is busy",
  8: "its database is read-only",
  10: "its disk does not take what is written",
  13: "its disk is full",
  14: "its database cannot be opened",
};

/** Gives what `work` gives; what passes by itself or with an operator's help becomes the fault `overloaded`, so that callers try again. */
export async function orOverloaded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // The low byte is the code, the others say more about it.
    const reason = SQLITE[((error as { errcode?: number }).errcode ?? 0) & 0xff];
    if (reason === undefined) throw error;
    throw new Fault("overloaded", `The service cannot store anything at the moment: ${reason}. What it has answered before is safe. Send the rest again later.`, { cause: error });
  }
}
