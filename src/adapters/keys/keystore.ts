// One signing key, encrypted: the keystore of Web3 Secret Storage, version 3, which every wallet of the field reads.

import { readFileSync } from "node:fs";
import { computeAddress, decryptKeystoreJson, encryptKeystoreJson, isError, isKeystoreJson, SigningKey } from "ethers";
import { Fault } from "../../core/fault.ts";
import type { Passphrase } from "./passphrase.ts";

/** Cost of opening a keystore (scrypt): our own passphrase cannot be guessed at any speed, a person's must be slow to guess. */
const COST = { own: { N: 2 ** 14, r: 8, p: 1 }, given: { N: 2 ** 17, r: 8, p: 1 } } as const;

/** The key as a keystore, ready to be written. */
export const sealKey = (key: { readonly address: string; readonly privateKey: string }, { secret, isOwn }: Passphrase): Promise<string> =>
  encryptKeystoreJson(key, secret.reveal(), { scrypt: isOwn ? COST.own : COST.given });

/** The keystore of `file` for the same key under another passphrase, with whatever our own keystores say besides. */
export async function sealAnew(file: string, privateKey: string, passphrase: Passphrase): Promise<string> {
  const text = await sealKey({ address: computeAddress(privateKey), privateKey }, passphrase);
  const { algorithm, publicKeyJwk } = JSON.parse(read(file)) as { readonly algorithm?: string; readonly publicKeyJwk?: object };
  return algorithm === undefined ? text : JSON.stringify({ ...(JSON.parse(text) as object), algorithm, publicKeyJwk });
}

/** The key in `file`. Throws `signing_key_unusable`, saying whether the passphrase is wrong or the file damaged. */
export async function openKey(file: string, { secret, from }: Passphrase): Promise<SigningKey> {
  const text = read(file);
  if (!isKeystoreJson(text)) throw damaged(file);
  try {
    return new SigningKey((await decryptKeystoreJson(text, secret.reveal())).privateKey);
  } catch (error) {
    if (isError(error, "INVALID_ARGUMENT") && error.argument === "password") {
      throw new Fault("signing_key_unusable", `The passphrase in ${from} is wrong: it does not open the key ${file}.`, { cause: error });
    }
    throw damaged(file, error);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Fault("signing_key_unusable", `The key ${file} cannot be read.`, { cause: error });
  }
}

const damaged = (file: string, cause?: unknown): Fault => new Fault("signing_key_unusable", `The key ${file} is damaged: it is no keystore that can be read.`, { cause });
