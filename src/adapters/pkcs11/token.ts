// A token: keys that never leave it, found by their label, signing for secp256k1.

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Fault } from "../../core/fault.ts";
import { ALREADY_LOGGED_IN, CryptokiError, loadCryptoki, unless, type Attribute, type Cryptoki, type Ulong } from "./cryptoki.ts";

/** How a token is reached. */
export interface TokenOptions {
  /** The maker's library. */
  readonly module: string;
  /** The token's label. */
  readonly label: string;
  readonly pinFile: string;
}

/** Keys in a token. Every call throws `signing_key_unusable` when the token does not do as asked. */
export interface Token {
  /** The public key under this label, 65 bytes beginning with 4, or `null` when there is none. */
  publicKey(label: string): Promise<Buffer | null>;
  /** Makes a key pair that cannot be taken out of the token. */
  generate(label: string): Promise<void>;
  /** r and s, 32 bytes each. */
  sign(label: string, digest: Buffer): Promise<Buffer>;
}

const [CKA_CLASS, CKA_TOKEN, CKA_PRIVATE, CKA_LABEL, CKA_KEY_TYPE, CKA_ID] = [0x000, 0x001, 0x002, 0x003, 0x100, 0x102] as const;
const [CKA_SENSITIVE, CKA_SIGN, CKA_VERIFY, CKA_EXTRACTABLE, CKA_EC_PARAMS, CKA_EC_POINT] = [0x103, 0x108, 0x10a, 0x162, 0x180, 0x181] as const;
const [CKO_PUBLIC_KEY, CKO_PRIVATE_KEY, CKK_EC] = [2, 3, 3] as const;
const [CKM_EC_KEY_PAIR_GEN, CKM_ECDSA] = [0x1040, 0x1041] as const;
/** The object identifier 1.3.132.0.10 in DER. */
const SECP256K1 = Buffer.from("06052b8104000a", "hex");
const [YES, NO] = [Buffer.of(1), Buffer.of(0)] as const;
const POINT_BYTES = 65;

/** Opens the token at its first use, and again after it was away. */
export function openToken(options: TokenOptions): Token {
  let opening: Promise<Opened> | null = null;
  // A PIN that was refused is not tried again, however often we are asked: tokens lock themselves after a few tries.
  let refusedPin: Buffer | null = null;
  // One call after the other: a session does one thing at a time.
  let last: Promise<unknown> = Promise.resolve();

  const openWith = async (pin: Buffer): Promise<Opened> => {
    if (refusedPin?.equals(pin) === true) throw new Fault("signing_key_unusable", `The token "${options.label}" refused this PIN before; it is not tried again until the file ${options.pinFile} holds another one.`);
    return open(options, pin).catch((error: unknown) => {
      if (isPinAnswer(error)) refusedPin = pin;
      throw error;
    });
  };
  const attempt = async <T>(work: (opened: Opened) => Promise<T>): Promise<T> => {
    opening ??= openWith(pinIn(options.pinFile));
    const opened = await opening.catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return work(opened).catch((error: unknown) => {
      // The token may have been away, and the session with it.
      if (error instanceof CryptokiError) opening = null;
      throw error;
    });
  };
  const inSession = <T>(work: (opened: Opened) => Promise<T>): Promise<T> => {
    const turn = last.then(() => attempt(work).catch((error: unknown) => (mayPass(error) ? attempt(work) : Promise.reject(error)))).catch((error: unknown) => Promise.reject(faultFrom(error, options)));
    last = turn.catch(() => {});
    return turn;
  };

  return {
    publicKey: (label) => inSession((opened) => publicKey(opened, label)),
    generate: (label) => inSession((opened) => generate(opened, label)),
    sign: (label, digest) =>
      inSession(async (opened) => {
        const key = await only(opened, CKO_PRIVATE_KEY, label);
        if (key === null) throw new Fault("signing_key_unusable", `The token "${options.label}" holds no private key "${label}".`);
        return opened.cryptoki.sign(opened.session, { mechanism: CKM_ECDSA, key, data: digest, length: 64 });
      }),
  };
}

interface Opened {
  readonly cryptoki: Cryptoki;
  readonly session: Ulong;
}

async function open({ module, label }: TokenOptions, pin: Buffer): Promise<Opened> {
  const cryptoki = await loadCryptoki(module);
  const slots = await cryptoki.slotsWithToken();
  const labels = await Promise.all(slots.map((slot) => cryptoki.tokenLabel(slot)));
  const slot = slots[labels.indexOf(label)];
  if (slot === undefined) throw new Fault("signing_key_unusable", `There is no token "${label}" at ${module}.`);
  const session = await cryptoki.openSession(slot);
  await cryptoki.login(session, pin).catch(unless(ALREADY_LOGGED_IN));
  return { cryptoki, session };
}

function pinIn(file: string): Buffer {
  try {
    return Buffer.from(readFileSync(file, "utf8").trim());
  } catch (error) {
    throw new Fault("signing_key_unusable", `The file ${file} with the token's PIN cannot be read.`, { cause: error });
  }
}

async function only({ cryptoki, session }: Opened, objectClass: number, label: string): Promise<Ulong | null> {
  const found = await cryptoki.find(session, [attribute(CKA_CLASS, word(objectClass)), attribute(CKA_KEY_TYPE, word(CKK_EC)), attribute(CKA_LABEL, Buffer.from(label))]);
  if (found.length > 1) throw new Fault("signing_key_unusable", `The token holds several keys "${label}": which one is meant would be a guess.`);
  return found[0] ?? null;
}

async function publicKey(opened: Opened, label: string): Promise<Buffer | null> {
  const { cryptoki, session } = opened;
  const key = await only(opened, CKO_PUBLIC_KEY, label);
  if (key === null) return null;
  const curve = await cryptoki.attribute(session, key, CKA_EC_PARAMS);
  if (!curve.subarray(0, SECP256K1.length).equals(SECP256K1)) throw new Fault("signing_key_unusable", `The key "${label}" in the token is not of the curve secp256k1.`);
  const point = await cryptoki.attribute(session, key, CKA_EC_POINT);
  // An octet string in DER that holds the point; some tokens give the bare point.
  const start = point[0] === 0x04 && point[1] === POINT_BYTES && point[2] === 0x04 ? 2 : 0;
  return point.subarray(start, start + POINT_BYTES);
}

function generate({ cryptoki, session }: Opened, label: string): Promise<void> {
  const shared = [attribute(CKA_TOKEN, YES), attribute(CKA_LABEL, Buffer.from(label)), attribute(CKA_ID, randomBytes(16))];
  return cryptoki.generateKeyPair(session, {
    mechanism: CKM_EC_KEY_PAIR_GEN,
    publicKey: [...shared, attribute(CKA_EC_PARAMS, SECP256K1), attribute(CKA_VERIFY, YES)],
    privateKey: [...shared, attribute(CKA_PRIVATE, YES), attribute(CKA_SENSITIVE, YES), attribute(CKA_EXTRACTABLE, NO), attribute(CKA_SIGN, YES)],
  });
}

const attribute = (type: number, value: Buffer): Attribute => ({ type, value });

function word(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

/** CKR_PIN_INCORRECT and its like. */
const PIN_ANSWERS = new Set([0xa0, 0xa1, 0xa2, 0xa3, 0xa4]);
const isPinAnswer = (error: unknown): error is CryptokiError => error instanceof CryptokiError && PIN_ANSWERS.has(error.code);
/** A session that is gone is opened anew, once. */
const mayPass = (error: unknown): boolean => error instanceof CryptokiError && !isPinAnswer(error);

function faultFrom(error: unknown, { label }: TokenOptions): unknown {
  if (!(error instanceof CryptokiError)) return error;
  return new Fault("signing_key_unusable", `The token "${label}" ${isPinAnswer(error) ? "does not take the PIN" : "does not do as asked"}: ${error.message}.`, { cause: error });
}
