// A backup: a folder with a copy of everything that a data folder holds and nobody can make again, and a list of what it should hold.

import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Fault } from "../core/fault.ts";
import { parseJson, type JsonObject } from "../core/json.ts";
import { writeFileWhole } from "./wholeFile.ts";

const LIST = "backup.json";
const FORMAT = "tradeseal-backup/1";
/** What a data folder holds beside the store; the index can be made anew, and what runs is no data. */
const KEPT = ["ledger.json", "trust-roots.json", "demo.json", "passphrase", "keys", "ledger/state.json"] as const;

/** Makes `folder` for a backup. Throws `data_folder_unusable` when something is in it. */
export function makeBackupFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) throw new Fault("data_folder_unusable", `${folder} is not empty. Name a new folder for each backup.`);
}

/** Copies files of `from` that are to be kept, but not the store, to `to`. */
export function copyKept(from: string, to: string): void {
  for (const name of KEPT) for (const file of filesUnder(from, name)) copyFile(join(from, file), join(to, file));
}

/** Copies a file, for its owner alone. */
export function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  copyFileSync(from, to);
  // Whatever disk it lay on between: keys and passphrases are their owner's alone.
  chmodSync(to, 0o600);
}

/** The files that `name` is or holds, as paths within `folder`. Files that are being written are none yet. */
function filesUnder(folder: string, name: string): string[] {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path).filter((entry) => !entry.endsWith(".new")).flatMap((entry) => filesUnder(folder, join(name, entry)));
}

/** Lists what the backup holds, each file with its SHA-256. A backup without its list is none. */
export async function closeBackup(folder: string, madeAt: number): Promise<readonly string[]> {
  const names = filesUnder(folder, ".").map((name) => join(name)).sort();
  const files: Record<string, string> = {};
  for (const name of names) files[name] = await sha256Of(join(folder, name));
  writeFileWhole(join(folder, LIST), `${JSON.stringify({ format: FORMAT, madeAt: new Date(madeAt * 1000).toISOString(), files }, null, 2)}\n`, 0o600);
  return names;
}

/** The files of a backup that was found to be whole. Throws `data_folder_unusable`, naming what is missing or differs. */
export async function checkedBackup(folder: string): Promise<{ readonly madeAt: string; readonly files: readonly string[] }> {
  const { format, madeAt, files } = listIn(folder);
  if (format !== FORMAT || typeof files !== "object" || files === null) throw new Fault("data_folder_unusable", `${join(folder, LIST)} is not the list of a backup that this release reads.`);
  for (const [name, digest] of Object.entries(files as JsonObject)) {
    const file = join(folder, name);
    if (!existsSync(file)) throw new Fault("data_folder_unusable", `The backup in ${folder} lacks ${name}.`);
    if (!isWithin(folder, name)) throw new Fault("data_folder_unusable", `The backup in ${folder} lists what is not its own: ${name} does not lie within it.`);
    if ((await sha256Of(file)) !== digest) throw new Fault("data_folder_unusable", `In the backup in ${folder}, ${name} is not what was backed up. Take another backup.`);
  }
  return { madeAt: String(madeAt), files: Object.keys(files) };
}

/** A backup may have come from anywhere: its list leads out of it neither by a name nor by a link. */
const isWithin = (folder: string, name: string): boolean => realpathSync(join(folder, name)) === join(realpathSync(folder), name) && join("/", name) === `/${name}` && statSync(join(folder, name)).isFile();

function listIn(folder: string): JsonObject {
  try {
    return parseJson(readFileSync(join(folder, LIST), "utf8")) as JsonObject;
  } catch (error) {
    throw new Fault("data_folder_unusable", `${folder} holds no whole backup: ${LIST} cannot be read (${(error as Error).message}).`, { cause: error });
  }
}

/** Puts the files of a backup that are not the store into `to`. */
export function putBack(from: string, files: readonly string[], to: string): void {
  for (const name of files.filter((name) => KEPT.some((kept) => name === kept || name.startsWith(`${kept}/`)))) copyFile(join(from, name), join(to, name));
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
