// Cryptoki: the C interface of PKCS#11 2.40, called in the library that a token's maker provides.

import { Fault } from "../../core/fault.ts";

/** What a call answered when it was not CKR_OK. */
export class CryptokiError extends Error {
  override readonly name = "CryptokiError";
  readonly code: number;

  constructor(call: string, code: number) {
    super(`${call} answered 0x${code.toString(16).padStart(8, "0")}${names[code] === undefined ? "" : ` (${names[code]})`}`);
    this.code = code;
  }
}

/** Return values that operators meet (PKCS#11 2.40, section 5.1.6); only these are told by name. */
const names: Readonly<Record<number, string>> = {
  0x05: "CKR_GENERAL_ERROR",
  0x30: "CKR_DEVICE_ERROR",
  0x32: "CKR_DEVICE_REMOVED",
  0x70: "CKR_MECHANISM_INVALID",
  0xa0: "CKR_PIN_INCORRECT",
  0xa4: "CKR_PIN_LOCKED",
  0xb3: "CKR_SESSION_HANDLE_INVALID",
  0xe0: "CKR_TOKEN_NOT_PRESENT",
  0x101: "CKR_USER_NOT_LOGGED_IN",
};
const ALREADY_INITIALIZED = 0x191;
export const ALREADY_LOGGED_IN = 0x100;

/** A handle or count, as the interface has it. */
export type Ulong = bigint;
/** One attribute of an object; in questions `value` is where the answer goes. */
export interface Attribute {
  readonly type: number;
  readonly value: Buffer;
}

/** The calls that we make. Each throws {@link CryptokiError}; none blocks the event loop. */
export interface Cryptoki {
  slotsWithToken(): Promise<readonly Ulong[]>;
  tokenLabel(slot: Ulong): Promise<string>;
  openSession(slot: Ulong): Promise<Ulong>;
  login(session: Ulong, pin: Buffer): Promise<void>;
  find(session: Ulong, template: readonly Attribute[]): Promise<readonly Ulong[]>;
  /** The attribute's value, of at most 256 bytes. */
  attribute(session: Ulong, object: Ulong, type: number): Promise<Buffer>;
  generateKeyPair(session: Ulong, templates: { readonly mechanism: number; readonly publicKey: readonly Attribute[]; readonly privateKey: readonly Attribute[] }): Promise<void>;
  sign(session: Ulong, terms: { readonly mechanism: number; readonly key: Ulong; readonly data: Buffer; readonly length: number }): Promise<Buffer>;
}

type Call = (...args: readonly unknown[]) => Promise<void>;

const WORD = 8;
const FIND_LIMIT = 16;
const ATTRIBUTE_LIMIT_BYTES = 256;
/** CKF_SERIAL_SESSION | CKF_RW_SESSION */
const SESSION_FLAGS = 6n;
const CKU_USER = 1n;
const CKF_OS_LOCKING_OK = 2n;

/** Loads the library at `path`. Throws `signing_key_unusable` when it is none. */
export async function loadCryptoki(path: string): Promise<Cryptoki> {
  const call = await binding(path);
  await call.initialize({ createMutex: null, destroyMutex: null, lockMutex: null, unlockMutex: null, flags: CKF_OS_LOCKING_OK, reserved: null }).catch(unless(ALREADY_INITIALIZED));
  return {
    async slotsWithToken() {
      const count = word();
      await call.getSlotList(1, null, count);
      const list = Buffer.alloc(WORD * Number(read(count)));
      await call.getSlotList(1, list, count);
      return Array.from({ length: Number(read(count)) }, (_, place) => list.readBigUInt64LE(place * WORD));
    },
    async tokenLabel(slot) {
      // CK_TOKEN_INFO begins with the label: 32 bytes, padded with blanks.
      const info = Buffer.alloc(512);
      await call.getTokenInfo(slot, info);
      return info.subarray(0, 32).toString().trimEnd();
    },
    async openSession(slot) {
      const session = word();
      await call.openSession(slot, SESSION_FLAGS, null, null, session);
      return read(session);
    },
    login: (session, pin) => call.login(session, CKU_USER, pin, pin.length),
    find: (session, template) => find(call, session, template),
    async attribute(session, object, type) {
      const value = Buffer.alloc(ATTRIBUTE_LIMIT_BYTES);
      await call.getAttributeValue(session, object, raw([{ type, value }]), 1);
      return value;
    },
    generateKeyPair: (session, { mechanism, publicKey, privateKey }) =>
      call.generateKeyPair(session, mechanismOf(mechanism), raw(publicKey), publicKey.length, raw(privateKey), privateKey.length, word(), word()),
    async sign(session, { mechanism, key, data, length }) {
      const [signature, written] = [Buffer.alloc(length), word(length)];
      await call.signInit(session, mechanismOf(mechanism), key);
      await call.sign(session, data, data.length, signature, written);
      if (Number(read(written)) !== length) throw new CryptokiError("C_Sign with another length", 0);
      return signature;
    },
  };
}

async function find(call: Binding, session: Ulong, template: readonly Attribute[]): Promise<readonly Ulong[]> {
  const [objects, count] = [Buffer.alloc(WORD * FIND_LIMIT), word()];
  await call.findObjectsInit(session, raw(template), template.length);
  try {
    await call.findObjects(session, objects, FIND_LIMIT, count);
  } finally {
    await call.findObjectsFinal(session);
  }
  return Array.from({ length: Number(read(count)) }, (_, place) => objects.readBigUInt64LE(place * WORD));
}

const raw = (template: readonly Attribute[]) => template.map(({ type, value }) => ({ type, value, length: value.length }));
const word = (value = 0): Buffer => {
  const bytes = Buffer.alloc(WORD);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const read = (bytes: Buffer): Ulong => bytes.readBigUInt64LE();
/** CK_MECHANISM without a parameter. */
const mechanismOf = (type: number): Buffer => Buffer.concat([word(type), Buffer.alloc(2 * WORD)]);

type Binding = Awaited<ReturnType<typeof binding>>;

/** The functions by name. Makers export them all, though only C_GetFunctionList is promised. */
async function binding(path: string) {
  const { default: koffi } = await import("koffi");
  if (koffi.sizeof("unsigned long") !== WORD) throw new Fault("configuration_invalid", "PKCS#11 works here on 64-bit Linux and macOS only.");
  const [ulong, bytes] = ["unsigned long", "void *"];
  const attributes = koffi.pointer(koffi.struct({ type: ulong, value: bytes, length: ulong }));
  const initializing = koffi.pointer(koffi.struct({ createMutex: bytes, destroyMutex: bytes, lockMutex: bytes, unlockMutex: bytes, flags: ulong, reserved: bytes }));
  // Deep: the library brings an OpenSSL of its own, and must not be given Node's instead.
  const library = attempt(path, () => koffi.load(path, { deep: true }));
  const bind = (name: string, ...types: readonly (string | typeof attributes)[]): Call => {
    const native = attempt(path, () => library.func(name, ulong, [...types]));
    return (...args) =>
      new Promise((resolve, reject) =>
        native.async(...args, (error: unknown, answer: number | bigint) => {
          if (error) reject(error as Error);
          else if (Number(answer) === 0) resolve();
          else reject(new CryptokiError(name, Number(answer)));
        }),
      );
  };
  return {
    initialize: bind("C_Initialize", initializing),
    getSlotList: bind("C_GetSlotList", "uint8_t", bytes, bytes),
    getTokenInfo: bind("C_GetTokenInfo", ulong, bytes),
    openSession: bind("C_OpenSession", ulong, ulong, bytes, bytes, bytes),
    login: bind("C_Login", ulong, ulong, bytes, ulong),
    findObjectsInit: bind("C_FindObjectsInit", ulong, attributes, ulong),
    findObjects: bind("C_FindObjects", ulong, bytes, ulong, bytes),
    findObjectsFinal: bind("C_FindObjectsFinal", ulong),
    getAttributeValue: bind("C_GetAttributeValue", ulong, ulong, attributes, ulong),
    generateKeyPair: bind("C_GenerateKeyPair", ulong, bytes, attributes, ulong, attributes, ulong, bytes, bytes),
    signInit: bind("C_SignInit", ulong, bytes, ulong),
    sign: bind("C_Sign", ulong, bytes, ulong, bytes, bytes),
  };
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Fault("signing_key_unusable", `The PKCS#11 library ${path} cannot be loaded: ${(error as Error).message}`, { cause: error });
  }
}

/** Passes over one answer that is as good as none. */
export const unless = (code: number) => (error: unknown): void => {
  if (!(error instanceof CryptokiError && error.code === code)) throw error;
};
