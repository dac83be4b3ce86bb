// Keys that sign credentials, one encrypted V3 keystore each. A keystore holds 32 bytes: enough for each of the algorithms.

import { createECDH, createHash, createPrivateKey, createPublicKey, randomBytes, sign, type KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { computeAddress, decryptKeystoreJson, encryptKeystoreJson, getBytes, hexlify, SigningKey } from "ethers";
import { Fault, invariant } from "../core/fault.ts";
import { publicKeyFromBytes, type Algorithm, type PublicKey } from "../core/publicKey.ts";

/** Cost of opening a keystore, as for the ledger's keys: they lie under the same passphrase, and a person's must be slow to guess. */
const COST = { own: { N: 2 ** 14, r: 8, p: 1 }, given: { N: 2 ** 17, r: 8, p: 1 } } as const;
const SECRET_BYTES = 32;
/** PKCS #8 around an Ed25519 seed (RFC 8410). */
const ED25519_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const CURVES = { ES256: "prime256v1", ES256K: "secp256k1" } as const;

/** Credential signing keys in a folder. A key goes by its thumbprint (RFC 7638). */
export interface CredentialKeys {
  /** Makes a key and stores it. */
  create(algorithm: Algorithm): Promise<PublicKey>;
  has(thumbprint: string): boolean;
  /** The signature over `bytes` as JWS has it. Throws `data_folder_unusable` when the key is missing or cannot be opened. */
  sign(key: PublicKey, bytes: Uint8Array): Promise<Uint8Array>;
}

/** The passphrase under which the keys lie: made here (`isOwn`), or a person's. */
export interface CredentialPassphrase {
  readonly passphrase: () => { readonly text: string; readonly isOwn: boolean };
  /** Rejects when it is not the one of the other keys: a key under another could not be opened with them. */
  readonly provePassphrase: () => Promise<void>;
}

/** Opens the keys in `folder`, which is made when the first key is. */
export function openCredentialKeys(folder: string, { passphrase, provePassphrase }: CredentialPassphrase): CredentialKeys {
  const fileOf = (thumbprint: string): string => join(folder, `${thumbprint}.json`);
  const opened = new Map<string, Promise<Buffer>>();

  async function open({ algorithm, thumbprint }: PublicKey): Promise<Buffer> {
    const file = fileOf(thumbprint);
    if (!existsSync(file)) throw new Fault("data_folder_unusable", `There is no key ${thumbprint} in ${folder}.`);
    const secret = await decryptKeystoreJson(readFileSync(file, "utf8"), passphrase().text).then(
      ({ privateKey }) => Buffer.from(getBytes(privateKey)),
      (cause: unknown) => Promise.reject(new Fault("data_folder_unusable", `The key ${file} does not open with this service's passphrase.`, { cause })),
    );
    invariant(publicKeyOf(algorithm, secret).thumbprint === thumbprint, "a key file holds the key that it is named after");
    return secret;
  }

  return {
    async create(algorithm) {
      await provePassphrase();
      const { text, isOwn } = passphrase();
      const secret = randomBytes(SECRET_BYTES);
      const key = publicKeyOf(algorithm, secret);
      const privateKey = hexlify(secret);
      // The format asks for an account. It is the one this secret would have on the ledger, and is used nowhere.
      const keystore = JSON.parse(await encryptKeystoreJson({ address: computeAddress(privateKey), privateKey }, text, { scrypt: isOwn ? COST.own : COST.given })) as object;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(fileOf(key.thumbprint), JSON.stringify({ ...keystore, algorithm, publicKeyJwk: key.jwk }), { mode: 0o600, flag: "wx", flush: true });
      opened.set(key.thumbprint, Promise.resolve(secret));
      return key;
    },
    has: (thumbprint) => existsSync(fileOf(thumbprint)),
    async sign(key, bytes) {
      const secret = opened.get(key.thumbprint) ?? open(key);
      opened.set(key.thumbprint, secret);
      secret.catch(() => opened.delete(key.thumbprint));
      return signatureOf(key.algorithm, await secret, bytes);
    },
  };
}

function publicKeyOf(algorithm: Algorithm, secret: Buffer): PublicKey {
  const key = publicKeyFromBytes(algorithm, algorithm === "EdDSA" ? edwardsPublicBytes(secret) : pointOf(CURVES[algorithm], secret));
  invariant(key !== null, "a secret made here has a public key");
  return key;
}

function pointOf(curve: string, secret: Buffer): Uint8Array {
  const pair = createECDH(curve);
  pair.setPrivateKey(secret);
  return Uint8Array.from(pair.getPublicKey(null, "compressed"));
}

const edwardsPrivateKey = (secret: Buffer): KeyObject => createPrivateKey({ key: Buffer.concat([ED25519_PREFIX, secret]), format: "der", type: "pkcs8" });

const edwardsPublicBytes = (secret: Buffer): Uint8Array => Uint8Array.from(createPublicKey(edwardsPrivateKey(secret)).export({ format: "der", type: "spki" }).subarray(-SECRET_BYTES));

function signatureOf(algorithm: Algorithm, secret: Buffer, bytes: Uint8Array): Uint8Array {
  if (algorithm === "EdDSA") return sign(null, bytes, edwardsPrivateKey(secret));
  if (algorithm === "ES256") return sign("sha256", bytes, { key: p256PrivateKey(secret), dsaEncoding: "ieee-p1363" });
  // By ethers: OpenSSL gives the high half of `s` as often as the low one, and verifiers of ES256K may refuse it.
  const { r, s } = new SigningKey(hexlify(secret)).sign(createHash("sha256").update(bytes).digest());
  return getBytes(r + s.slice(2));
}

function p256PrivateKey(secret: Buffer): KeyObject {
  const { jwk } = publicKeyOf("ES256", secret);
  return createPrivateKey({ key: { ...jwk, d: secret.toString("base64url") }, format: "jwk" });
}
