// The key folder: signing keys as encrypted V3 keystores, one file each.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Wallet, type SigningKey } from "ethers";
import { isAddress, parseAddress, type Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import { openKey, sealKey } from "./keystore.ts";
import { givenPassphrase, isGiven, ownPassphrase, type Passphrase, type PassphraseSource } from "./passphrase.ts";
import { changePassphrase, finishChange } from "./passphraseChange.ts";

/** Signing keys in a folder. Calls that open or make a key throw `signing_key_unusable` when it is missing or the passphrase is wrong. */
export interface KeyFolder {
  /** Makes a key and stores it. @returns its account. */
  create(): Promise<Address>;
  has(account: Address): boolean;
  accounts(): readonly Address[];
  signerFor(account: Address): Promise<SigningKey>;
  /** The passphrase, for whoever keeps other keys under it. */
  passphrase(): { readonly text: string; readonly isOwn: boolean };
  /** Throws when the passphrase does not open the keys that are there: another made under it could not be opened with them. */
  provePassphrase(): Promise<void>;
  /**
   * Encrypts every key anew, those that sign credentials too, all of them or none. Nobody else may use the folder meanwhile.
   *
   * @param next `null` to have a new passphrase made, where the present one was made here too.
   * @returns how many keys there are.
   */
  changePassphrase(next: PassphraseSource | null): Promise<number>;
}

/** Where keys lie, and where their passphrase is. */
export interface KeyFolderOptions {
  readonly folder: string;
  readonly passphrase: PassphraseSource;
  /** The file of the passphrase that is made here when the operator gives none. */
  readonly ownPassphraseFile: string;
}

/** Opens the keys in `folder`. */
export function openKeyFolder({ folder, passphrase: source, ownPassphraseFile }: KeyFolderOptions): KeyFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  finishChange({ folder, ownPassphraseFile });
  const opened = new Map<Address, Promise<SigningKey>>();
  const fileOf = (account: Address): string => join(folder, `${account}.json`);
  const accounts = (): readonly Address[] => readdirSync(folder).filter((name) => name.endsWith(".json") && isAddress(name.slice(0, -5))).map((name) => parseAddress(name.slice(0, -5)));
  const passphrase = (): Passphrase => (isGiven(source) ? givenPassphrase(source, "TRADESEAL_PASSPHRASE") : ownPassphrase(ownPassphraseFile, () => accounts().length === 0));

  const open = (account: Address): Promise<SigningKey> => {
    if (!existsSync(fileOf(account))) throw new Fault("signing_key_unusable", `There is no key for the account ${account} in ${folder}.`);
    return openKey(fileOf(account), passphrase());
  };

  const signerFor = (account: Address): Promise<SigningKey> => {
    const known = opened.get(account);
    if (known !== undefined) return known;
    const key = (async () => open(account))();
    opened.set(account, key);
    key.catch(() => opened.delete(account));
    return key;
  };

  const provePassphrase = async (): Promise<void> => {
    const [other] = accounts();
    if (other !== undefined) await signerFor(other);
  };

  return {
    async create() {
      await provePassphrase();
      const wallet = Wallet.createRandom();
      const account = parseAddress(wallet.address);
      writeFileSync(fileOf(account), await sealKey(wallet, passphrase()), { mode: 0o600, flag: "wx", flush: true });
      opened.set(account, Promise.resolve(wallet.signingKey));
      return account;
    },
    has: (account) => existsSync(fileOf(account)),
    accounts,
    signerFor,
    passphrase() {
      const { secret, isOwn } = passphrase();
      return { text: secret.reveal(), isOwn };
    },
    provePassphrase,
    changePassphrase: async (next) => changePassphrase({ folder, ownPassphraseFile, former: passphrase(), next }),
  };
}
