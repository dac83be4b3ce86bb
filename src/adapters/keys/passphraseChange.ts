// Changing the passphrase: every key is encrypted anew beside the old one; a single mark then makes the new ones count.
//
// Before the mark the old keys count, after it the new ones, whatever is killed when: whoever opens the folder next
// finishes what the mark says.

import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../../core/fault.ts";
import type { Address } from "../../core/address.ts";
import { writeFileWhole } from "../wholeFile.ts";
import { openKey, sealKey } from "./keystore.ts";
import { givenPassphrase, newPassphrase, write, type Passphrase, type PassphraseSource } from "./passphrase.ts";

interface Place {
  readonly folder: string;
  readonly ownPassphraseFile: string;
}

interface Change extends Place {
  readonly accounts: readonly Address[];
  readonly former: Passphrase;
  readonly next: PassphraseSource | null;
}

const NEXT = ".next";
const markIn = (folder: string): string => join(folder, "passphrase-changed");

/** Encrypts every key anew. Throws `signing_key_unusable`, having changed nothing, when one does not open. @returns how many there are. */
export async function changePassphrase({ folder, ownPassphraseFile, accounts, former, next }: Change): Promise<number> {
  dropStrays({ folder, ownPassphraseFile });
  const passphrase = nextPassphrase({ former, next, ownPassphraseFile });
  for (const account of accounts) {
    const file = join(folder, `${account}.json`);
    const { privateKey } = await openKey(file, former);
    writeFileSync(file + NEXT, await sealKey({ address: account, privateKey }, passphrase), { mode: 0o600, flag: "wx", flush: true });
    // What does not open must not take the place of what does.
    if ((await openKey(file + NEXT, passphrase)).privateKey !== privateKey) throw new Error(`Invariant broken: ${account} is the same key after it was encrypted anew.`);
  }
  if (passphrase.isOwn) write(ownPassphraseFile + NEXT, passphrase.secret);
  writeFileWhole(markIn(folder), passphrase.isOwn ? "own" : "given", 0o600);
  finishChange({ folder, ownPassphraseFile });
  return accounts.length;
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
  for (const name of nextIn(folder)) renameIfThere(join(folder, name));
  if (kind === "own") renameIfThere(ownPassphraseFile + NEXT);
  else rmSync(ownPassphraseFile, { force: true });
  rmSync(markIn(folder), { force: true });
}

/** What a change left that was killed before its mark. */
function dropStrays({ folder, ownPassphraseFile }: Place): void {
  for (const name of nextIn(folder)) rmSync(join(folder, name));
  rmSync(ownPassphraseFile + NEXT, { force: true });
}

const nextIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(`.json${NEXT}`));

function renameIfThere(file: string): void {
  try {
    renameSync(file, file.slice(0, -NEXT.length));
  } catch (error) {
    // Another process finished it at the same moment.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
