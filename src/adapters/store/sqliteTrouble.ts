// What SQLite reports when it cannot serve, as faults. Each of these passes without a restart once its cause is gone.

import { storeUnavailable } from "./storeTrouble.ts";

/** Primary result codes: https://www.sqlite.org/rescode.html */
const TROUBLES: Readonly<Record<number, string>> = {
  5: "another process keeps it busy",
  8: "it is read-only; see who may write in the data folder, and whether its disk is mounted for writing",
  10: "its disk reports an error",
  13: "its disk is full",
  14: "its file cannot be opened; see whether the data folder is there and who may write in it",
};

/** The fault that an error of SQLite stands for, or the error itself when it is none of these troubles. */
export function sqliteTrouble(error: unknown): unknown {
  const code = error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : -1;
  const why = TROUBLES[code];
  return why === undefined ? error : storeUnavailable(why, error);
}

/** What `act` answers; troubles of SQLite are faults. */
export function withTroubles<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw sqliteTrouble(error);
  }
}
