// Accounts whose keys lie in a token: the folder keeps their labels, the token their keys.

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { computeAddress, recoverAddress, Signature } from "ethers";
import { parseAddress, type Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import { writeFileWhole } from "../wholeFile.ts";
import { openToken, type Token, type TokenOptions } from "./token.ts";

/** What signs for an account whose key lies in a token. */
export interface TokenSigner {
  sign(digest: string): Promise<Signature>;
}

/** Signing keys in a token. Calls throw `signing_key_unusable` when the token does not do as asked. */
export interface TokenKeys {
  /** The account of the key under `label`, made where the token has none of this label. */
  create(label: string): Promise<{ readonly account: Address; readonly isNew: boolean }>;
  has(account: Address): boolean;
  /** The label of the account's key, or `null` when it lies in no token. */
  labelOf(account: Address): string | null;
  signerFor(account: Address): Promise<TokenSigner>;
}

/** The keys in the token that `options` name; their labels are kept in `folder`. Nothing is asked of the token before it is needed. */
export function tokenKeys(folder: string, options: TokenOptions | null): TokenKeys {
  const token = options === null ? null : openToken(options);
  const fileOf = (account: Address): string => join(folder, `${account}.pkcs11.json`);
  const has = (account: Address): boolean => existsSync(fileOf(account));
  const labelOf = (account: Address): string | null => (has(account) ? (JSON.parse(readFileSync(fileOf(account), "utf8")) as { label: string }).label : null);
  const opened = (): Token => {
    if (token === null) throw new Fault("signing_key_unusable", "No token is named: set TRADESEAL_PKCS11_MODULE, TRADESEAL_PKCS11_TOKEN and TRADESEAL_PKCS11_PIN_FILE.");
    return token;
  };

  return {
    async create(label) {
      const isNew = (await opened().publicKey(label)) === null;
      if (isNew) await opened().generate(label);
      const account = accountOf((await opened().publicKey(label))!);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileWhole(fileOf(account), `${JSON.stringify({ format: "tradeseal-pkcs11-key/1", address: account, label })}\n`);
      return { account, isNew };
    },
    has,
    labelOf,
    async signerFor(account) {
      const label = labelOf(account);
      if (label === null) throw new Fault("signing_key_unusable", `There is no key for the account ${account}.`);
      return { sign: async (digest) => signatureFor(account, digest, await opened().sign(label, Buffer.from(digest.slice(2), "hex"))) };
    },
  };
}

const accountOf = (publicKey: Buffer): Address => parseAddress(computeAddress(`0x${publicKey.toString("hex")}`));

/** Half the order of secp256k1. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** The signature as the ledger takes it: s in the lower half (EIP-2), and the recovery id that leads to the account. */
export function signatureFor(account: Address, digest: string, rs: Buffer): Signature {
  const r = `0x${rs.subarray(0, 32).toString("hex")}`;
  const high = BigInt(`0x${rs.subarray(32).toString("hex")}`);
  const s = `0x${(high > HALF_ORDER ? ORDER - high : high).toString(16).padStart(64, "0")}`;
  const fitting = ([27, 28] as const).map((v) => Signature.from({ r, s, v })).find((signature) => isOf(account, digest, signature));
  if (fitting === undefined) throw new Fault("signing_key_unusable", `The token signed with another key than that of ${account}.`);
  return fitting;
}

function isOf(account: Address, digest: string, signature: Signature): boolean {
  try {
    return recoverAddress(digest, signature).toLowerCase() === account;
  } catch {
    // Numbers that are no point of the curve lead to nobody.
    return false;
  }
}
