// The lock on a data folder: one service at a time. It ends with the process, however the process ends.

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Fault } from "../core/fault.ts";

/** Takes the folder. Throws `data_folder_unusable` while another process holds it. @returns how to give it back. */
export function lockFolder(folder: string): () => void {
  // SQLite's lock is the operating system's: no stale file is left behind by a kill.
  const lock = new DatabaseSync(join(folder, "lock.sqlite"));
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");
  } catch (error) {
    lock.close();
    throw new Fault("data_folder_unusable", `A service is running on ${folder} already. Stop it first, or use another data folder (TRADESEAL_DATA).`, { cause: error });
  }
  return () => lock.close();
}

/** Whether another process holds the folder. */
export function isFolderLocked(folder: string): boolean {
  try {
    lockFolder(folder)();
    return false;
  } catch (error) {
    if (error instanceof Fault) return true;
    throw error;
  }
}
