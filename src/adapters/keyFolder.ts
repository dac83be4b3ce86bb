// The key folder: signing keys as encrypted V3 keystores, one file each.

import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decryptKeystoreJson, encryptKeystoreJson, SigningKey, Wallet } from "ethers";
import { parseAddress, type Address } from "../core/address.ts";
import { Fault } from "../core/fault.ts";

/** Cost of opening a keystore. The passphrase made here has 256 random bits, so this need not slow a guesser down. */
const SCRYPT = { N: 2 ** 14, r: 8, p: 1 };

/** Signing keys in a folder. */
export interface KeyFolder {
  /** Makes a key and stores it. @returns its account. */
  create(): Promise<Address>;
  has(account: Address): boolean;
  /** The account's key. Throws `data_folder_unusable` when it is missing or cannot be opened. */
  signerFor(account: Address): Promise<SigningKey>;
}

/** Opens the keys in `folder`. Without a passphrase file of the operator's, one is made beside the folder. */
export function openKeyFolder(folder: string, passphraseFile: string): KeyFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const opened = new Map<Address, Promise<SigningKey>>();
  const fileOf = (account: Address): string => join(folder, `${account}.json`);
  const passphrase = passphraseIn(passphraseFile);

  const open = async (account: Address): Promise<SigningKey> => {
    if (!existsSync(fileOf(account))) throw new Fault("data_folder_unusable", `There is no key for the account ${account} in ${folder}.`);
    try {
      const { privateKey } = await decryptKeystoreJson(readFileSync(fileOf(account), "utf8"), passphrase);
      return new SigningKey(privateKey);
    } catch (error) {
      throw new Fault("data_folder_unusable", `The key ${fileOf(account)} does not open with the passphrase in ${passphraseFile}.`, { cause: error });
    }
  };

  return {
    async create() {
      const wallet = Wallet.createRandom();
      const account = parseAddress(wallet.address);
      const keystore = await encryptKeystoreJson({ address: wallet.address, privateKey: wallet.privateKey }, passphrase, { scrypt: SCRYPT });
      writeFileSync(fileOf(account), keystore, { mode: 0o600, flag: "wx", flush: true });
      opened.set(account, Promise.resolve(wallet.signingKey));
      return account;
    },
    has: (account) => existsSync(fileOf(account)),
    signerFor(account) {
      const known = opened.get(account);
      if (known !== undefined) return known;
      const key = open(account);
      opened.set(account, key);
      key.catch(() => opened.delete(account));
      return key;
    },
  };
}

function passphraseIn(file: string): string {
  try {
    if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx", flush: true });
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new Fault("data_folder_unusable", `The passphrase file ${file} cannot be read or made.`, { cause: error });
  }
}
