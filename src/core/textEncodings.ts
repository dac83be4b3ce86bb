// Bytes as text in the two spellings that keys and DIDs use: base64url (RFC 4648, no padding) and base58btc.

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** Reading base58 takes time by the square of its length. No key is longer. */
const BASE58_LIMIT_CHARACTERS = 128;

/** The bytes as base64url. */
export const toBase64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const BASE64URL_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** The six bits that a byte of UTF-8 stands for; -1 for none, which no bits put beside it make positive. */
const SIX_BITS = Int8Array.from({ length: 256 }, (_, code) => BASE64URL_DIGITS.indexOf(String.fromCharCode(code)));
const encoder = new TextEncoder();

/** The bytes that `text` spells in base64url, or `null`. Each string of bytes has one spelling only: spare bits must be zero. */
export function fromBase64url(text: string): Uint8Array | null {
  const spare = text.length % 4;
  if (spare === 1) return null;
  // Filled up with what stands for zeros.
  const digits = encoder.encode(spare === 0 ? text : text + "AA".slice(spare - 2));
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [place, three, all] = [0, 0, 0];
  // Four digits at a time: every credential comes this way. What goes beyond the end of the array is dropped.
  for (let at = 0; at < digits.length; at += 4) {
    three = (SIX_BITS[digits[at]!]! << 18) | (SIX_BITS[digits[at + 1]!]! << 12) | (SIX_BITS[digits[at + 2]!]! << 6) | SIX_BITS[digits[at + 3]!]!;
    all |= three;
    bytes[place++] = three >> 16;
    bytes[place++] = three >> 8;
    bytes[place++] = three;
  }
  const dropped = spare === 0 ? 0 : three & (0xff_ff_ff >> (8 * (spare - 1)));
  return all < 0 || dropped !== 0 ? null : bytes;
}

/** The bytes as base58btc. */
export function toBase58(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = "";
  for (; number > 0n; number /= 58n) text = BASE58[Number(number % 58n)]! + text;
  return "1".repeat(leadingZeros(bytes)) + text;
}

/** The bytes that `text` spells in base58btc, or `null`. */
export function fromBase58(text: string): Uint8Array | null {
  if (text === "" || text.length > BASE58_LIMIT_CHARACTERS) return null;
  let number = 0n;
  for (const character of text) {
    const digit = BASE58.indexOf(character);
    if (digit < 0) return null;
    number = number * 58n + BigInt(digit);
  }
  const zeros = /^1*/.exec(text)![0].length;
  const bytes: number[] = [];
  for (; number > 0n; number /= 256n) bytes.unshift(Number(number % 256n));
  return Uint8Array.of(...new Array<number>(zeros).fill(0), ...bytes);
}

function leadingZeros(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? bytes.length : first;
}
