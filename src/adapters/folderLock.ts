// The lock on a data folder: one service at a time, or several that share a store elsewhere. It ends with the process, however the process ends.

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

/** How long a look at the lock by somebody else may last. */
const LOOK_MS = 2_000;

/** Takes part in the folder, beside others that do the same. Throws `data_folder_unusable` while a process has it for itself. @returns how to leave it. */
export function shareFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, "lock.sqlite"));
  try {
    lock.exec(`PRAGMA busy_timeout = ${LOOK_MS}; BEGIN; SELECT count(*) FROM sqlite_master;`);
  } catch (error) {
    lock.close();
    throw new Fault("data_folder_unusable", `A service with a store of its own is running on ${folder}. Stop it first, or use another data folder (TRADESEAL_DATA).`, { cause: error });
  }
  return () => lock.close();
}

/** More processes than one machine has use for. */
const PLACES = 64;

/** Takes a place of one's own among those that share the folder. @returns its number, from 1, and how to leave it. */
export function takePlace(folder: string): { readonly place: number; readonly leave: () => void } {
  for (let place = 1; place <= PLACES; place += 1) {
    const lock = new DatabaseSync(join(folder, `place-${place}.sqlite`));
    try {
      lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;");
      return { place, leave: () => lock.close() };
    } catch {
      lock.close();
    }
  }
  throw new Fault("data_folder_unusable", `${PLACES} processes share ${folder} already, or nothing can be written there. Use another data folder (TRADESEAL_DATA).`);
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
