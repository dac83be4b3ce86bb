// Changing the passphrase: every key is encrypted anew beside the old one; a single mark then makes the new ones count.
//
// Before the mark the old keys count, after it the new ones, whatever is killed when: whoever opens the folder next
// finishes what the mark says.

import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../../core/fault.ts";
import { writeFileWhole } from "../wholeFile.ts";
import { openKey, sealAnew } from "./keystore.ts";
import { givenPassphrase, newPassphrase, write, type Passphrase, type PassphraseSource } from "./passphrase.ts";

interface Place {
  readonly folder: string;
  readonly ownPassphraseFile: string;
}

interface Change extends Place {
  readonly former: Passphrase;
  readonly next: PassphraseSource | null;
}

const NEXT = ".next";
const markIn = (folder: string): string => join(folder, "passphrase-changed");

/** Encrypts every key anew. Throws `signing_key_unusable`, having changed nothing, when one does not open. @returns how many there are. */
export async function changePassphrase({ folder, ownPassphraseFile, former, next }: Change): Promise<number> {
  dropStrays({ folder, ownPassphraseFile });
  const passphrase = nextPassphrase({ former, next, ownPassphraseFile });
  const files = keystoresIn(folder);
  for (const file of files) {
    const { privateKey } = await openKey(file, former);
    writeFileSync(file + NEXT, await sealAnew(file, privateKey, passphrase), { mode: 0o600, flag: "wx", flush: true });
    // What does not open must not take the place of what does.
    if ((await openKey(file + NEXT, passphrase)).privateKey !== privateKey) throw new Error(`Invariant broken: ${file} holds the same key after it was encrypted anew.`);
  }
  if (passphrase.isOwn) write(ownPassphraseFile + NEXT, passphrase.secret);
  writeFileWhole(markIn(folder), passphrase.isOwn ? "own" : "given", 0o600);
  finishChange({ folder, ownPassphraseFile });
  return files.length;
}

function nextPassphrase({ former, next, ownPassphraseFile }: Pick<Change, "former" | "next" | "ownPassphraseFile">): Passphrase {
  if (next !== null) return givenPassphrase(next, "TRADESEAL_NEW_PASSPHRASE");
  if (!former.isOwn) throw new Fault("configuration_invalid", "The present passphrase is yours and not one made here: name the new one with --new-passphrase-file, TRADESEAL_NEW_PASSPHRASE_FILE or TRADESEAL_NEW_PASSPHRASE.");
  return { secret: newPassphrase(), from: ownPassphraseFile, isOwn: true };
}

/** Makes the new keys count where a change was marked as done; else changes nothing. Several may do so at once. */
export function finishChange({ folder, ownPassphraseFile }: Place): void {
  if (!existsSync(markIn(folder))) return;
  const kind = readFileSync(markIn(folder), "utf8");
  for (const file of nextIn(folder)) renameIfThere(file);
  if (kind === "own") renameIfThere(ownPassphraseFile + NEXT);
  else rmSync(ownPassphraseFile, { force: true });
  rmSync(markIn(folder), { force: true });
}

/** What a change left that was killed before its mark. */
function dropStrays({ folder, ownPassphraseFile }: Place): void {
  for (const file of nextIn(folder)) rmSync(file);
  rmSync(ownPassphraseFile + NEXT, { force: true });
}

const nextIn = (folder: string): readonly string[] => filesIn(folder).filter((file) => file.endsWith(`.json${NEXT}`));

/** Other files may lie there, such as the list of a token's keys. */
const KEYSTORE = /\/(?:0x[0-9a-fA-F]{40}|credentials\/[\w-]{43})\.json$/;
const keystoresIn = (folder: string): readonly string[] => filesIn(folder).filter((file) => KEYSTORE.test(file));

/** Keys that sign credentials lie in a folder of their own, under the same passphrase. */
function filesIn(folder: string): readonly string[] {
  const folders = [folder, join(folder, "credentials")].filter((each) => existsSync(each));
  return folders.flatMap((each) => readdirSync(each).map((name) => join(each, name)));
}

function renameIfThere(file: string): void {
  try {
    renameSync(file, file.slice(0, -NEXT.length));
  } catch (error) {
    // Another process finished it at the same moment.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
