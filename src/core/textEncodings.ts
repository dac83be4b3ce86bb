// Bytes as text in the two spellings that keys and DIDs use: base64url (RFC 4648, no padding) and base58btc.

const BASE64URL = /^[A-Za-z0-9_-]*$/;
const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** Reading base58 takes time by the square of its length. No key is longer. */
const BASE58_LIMIT_CHARACTERS = 128;

/** The bytes as base64url. */
export const toBase64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

/** The bytes that `text` spells in base64url, or `null`. Each string of bytes has one spelling only: spare bits must be zero. */
export function fromBase64url(text: string): Uint8Array | null {
  if (!BASE64URL.test(text) || text.length % 4 === 1) return null;
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  return toBase64url(bytes) === text ? bytes : null;
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
