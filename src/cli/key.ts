// tradeseal key: signing keys in the data folder, or in a token; and, in a file, those of holders.

import { Command } from "commander";
import { filesIn, lockFolder } from "../office.ts";
import { readNewPassphrase, type PassphraseSource } from "../config.ts";
import { Complaint } from "./terminal/complaint.ts";
import { inDataFolder, inNewDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { withHelp } from "./terminal/help.ts";
import { keyHolderCommand } from "./keyHolder.ts";
import { dataOption, pkcs11Option } from "./terminal/options.ts";
import { didText } from "./folder/parties.ts";
import { say, table } from "./terminal/terminal.ts";

/** The command `tradeseal key`. */
export function keyCommand(): Command {
  const command = new Command("key").summary("make signing keys, change their passphrase").description("Signing keys in the data folder, or in a token; and, in files of their own, the keys of those who hold credentials.").addCommand(createCommand()).addCommand(changePassphraseCommand()).addCommand(keyHolderCommand());
  return withHelp(command, { examples: ["tradeseal key create", "tradeseal key change-passphrase", "tradeseal key holder --out holder.jwk"], exits: { 0: "done" } });
}

interface CreateOptions extends DataOptions {
  readonly pkcs11?: string;
}

function createCommand(): Command {
  const command = new Command("create")
    .description("Makes a signing key and stores it, encrypted, in the data folder; or in a token, which it never leaves. For a key with an issuer and an API key, see 'tradeseal issuer create'.")
    .addOption(pkcs11Option())
    .addOption(dataOption())
    .action((options: CreateOptions) => inNewDataFolder(options, (folder) => createKey(options, folder)));
  return withHelp(command, { examples: ["tradeseal key create --data ./data", "tradeseal key create --pkcs11 chamber"], exits: { 0: "done", 65: "the data folder, or the token, cannot be used" } });
}

async function createKey({ pkcs11 }: CreateOptions, { office: { keys }, config }: OpenFolder): Promise<void> {
  if (pkcs11 === undefined) {
    const address = await keys.create();
    say("A signing key was made.", ...table([["address", address], ["DID", didText(address, config)], ["kept in", `${filesIn(config.dataFolder).keys}/${address}.json`]]));
    return;
  }
  const { account, isNew } = await keys.token.create(pkcs11);
  say(isNew ? "A signing key was made in the token." : "The token holds a key of this label; it is used.", ...table([["address", account], ["DID", didText(account, config)], ["kept in", `the token, as "${pkcs11}"`]]));
}

interface ChangeOptions extends DataOptions {
  readonly newPassphraseFile?: string;
}

function changePassphraseCommand(): Command {
  const command = new Command("change-passphrase")
    .description(
      "Encrypts every signing key in the data folder anew, all of them or none. The new passphrase comes from a file or from TRADESEAL_NEW_PASSPHRASE, never from the command line; " +
        "where the present one was made in the data folder, a new one is made. No service may run meanwhile.",
    )
    .option("--new-passphrase-file <file>", "file that holds the new passphrase (default: the environment's TRADESEAL_NEW_PASSPHRASE_FILE or TRADESEAL_NEW_PASSPHRASE)")
    .addOption(dataOption())
    .action((options: ChangeOptions) => inDataFolder(options, (folder) => changePassphrase(options, folder)));
  return withHelp(command, { examples: ["tradeseal key change-passphrase", "tradeseal key change-passphrase --new-passphrase-file ./new-passphrase"], exits: { 0: "done", 65: "a key does not open, or a service runs; nothing was changed" } });
}

async function changePassphrase({ newPassphraseFile }: ChangeOptions, { office: { keys }, config }: OpenFolder): Promise<void> {
  const next = nextSource(newPassphraseFile);
  const release = lockFolder(config.dataFolder);
  try {
    const count = await keys.changePassphrase(next);
    say(`The passphrase was changed; ${count === 1 ? "one key is" : `${count} keys are`} encrypted with the new one.`);
  } finally {
    release();
  }
  if (next === null) say(...table([["kept in", filesIn(config.dataFolder).passphrase]]));
  else say(next.file === null ? "From now on give the new one as TRADESEAL_PASSPHRASE." : `From now on name it: TRADESEAL_PASSPHRASE_FILE=${next.file}`);
}

function nextSource(file: string | undefined): PassphraseSource | null {
  const named = readNewPassphrase();
  const isNamed = named.file !== null || named.text !== null;
  if (file !== undefined && isNamed) throw new Complaint("wrong_use", "The new passphrase is named twice: on the command line and in the environment.");
  if (file !== undefined) return { file, text: null };
  return isNamed ? named : null;
}
