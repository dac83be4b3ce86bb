// The passphrase of the signing keys: the operator's, or one that is made in the data folder.

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Fault } from "../../core/fault.ts";
import { Secret } from "../../core/secret.ts";

/** Where the operator keeps the passphrase; both `null` when it is ours to keep. */
export interface PassphraseSource {
  readonly file: string | null;
  readonly text: Secret | null;
}

/** A passphrase, and where it came from, as people are told. */
export interface Passphrase {
  readonly secret: Secret;
  readonly from: string;
  /** Made here of 256 random bits, so that nothing need slow a guesser down. */
  readonly isOwn: boolean;
}

/** Whether the operator keeps a passphrase there. */
export const isGiven = ({ file, text }: PassphraseSource): boolean => file !== null || text !== null;

/** The operator's passphrase. Throws `signing_key_unusable` when it cannot be read or is empty. */
export function givenPassphrase({ file, text }: PassphraseSource, name: string): Passphrase {
  if (text !== null) return { secret: text, from: name, isOwn: false };
  return { secret: secretIn(file!), from: file!, isOwn: false };
}

/** The passphrase made here, made now where there is none and `mayMake` allows it. Throws `signing_key_unusable`. */
export function ownPassphrase(file: string, mayMake: () => boolean): Passphrase {
  if (!existsSync(file)) {
    if (!mayMake()) throw new Fault("signing_key_unusable", `There are keys, but the file ${file} with their passphrase is missing. Put it back, or name the passphrase with TRADESEAL_PASSPHRASE_FILE.`);
    write(file, newPassphrase());
  }
  return { secret: secretIn(file), from: file, isOwn: true };
}

/** A passphrase that nobody guesses. */
export const newPassphrase = (): Secret => new Secret(randomBytes(32).toString("hex"));

/** Writes a passphrase to a file that does not exist yet. */
export function write(file: string, secret: Secret): void {
  try {
    writeFileSync(file, `${secret.reveal()}\n`, { mode: 0o600, flag: "wx", flush: true });
  } catch (error) {
    throw new Fault("signing_key_unusable", `The passphrase file ${file} cannot be made.`, { cause: error });
  }
}

function secretIn(file: string): Secret {
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new Fault("signing_key_unusable", `The passphrase file ${file} cannot be read.`, { cause: error });
  }
  if (text === "") throw new Fault("signing_key_unusable", `The passphrase file ${file} is empty.`);
  return new Secret(text);
}
