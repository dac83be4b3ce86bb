// Bytes as text in the two spellings that keys and DIDs use: base64url (RFC 4648, no padding) and base58btc.

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** Reading base58 takes time by the square of its length. No key is longer. */
const BASE58_LIMIT_CHARACTERS = 128;

/** The bytes as base64url. */
export const toBase64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const BASE64URL_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** A character's six bits; -1 for what is none, which no bits put beside it make positive. */
const SIX_BITS = Int32Array.from({ length: 256 }, (_, code) => BASE64URL_DIGITS.indexOf(String.fromCharCode(code)));
const sixBits = (text: string, at: number): number => SIX_BITS[text.charCodeAt(at)] ?? -1;

/** The bytes that `text` spells in base64url, or `null`. Each string of bytes has one spelling only: spare bits must be zero. */
export function fromBase64url(text: string): Uint8Array | null {
  const spare = text.length % 4;
  if (spare === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  const whole = text.length - spare;
  let [place, refused] = [0, 0];
  // Four characters at a time: every credential comes this way.
  for (let at = 0; at < whole; at += 4) {
    const three = (sixBits(text, at) << 18) | (sixBits(text, at + 1) << 12) | (sixBits(text, at + 2) << 6) | sixBits(text, at + 3);
    refused |= three;
    bytes[place++] = three >> 16;
    bytes[place++] = three >> 8;
    bytes[place++] = three;
  }
  if (spare === 0) return refused < 0 ? null : bytes;
  const last = (sixBits(text, whole) << 18) | (sixBits(text, whole + 1) << 12) | (spare === 3 ? sixBits(text, whole + 2) << 6 : 0);
  bytes[place++] = last >> 16;
  if (spare === 3) bytes[place] = last >> 8;
  const unused = spare === 3 ? 0xff : 0xffff;
  return (refused | last) < 0 || (last & unused) !== 0 ? null : bytes;
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
