// Bytes as text in the two spellings that keys and DIDs use: base64url (RFC 4648, no padding) and base58btc.

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** Reading base58 takes time by the square of its length. No key is longer. */
const BASE58_LIMIT_CHARACTERS = 128;

/** The bytes as base64url. */
export const toBase64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const BASE64URL_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** A character's six bits; 64 for what is none. */
const SIX_BITS = Uint8Array.from({ length: 128 }, (_, code) => BASE64URL_DIGITS.indexOf(String.fromCharCode(code)) & 0xff).map((bits) => Math.min(bits, 64));

/** The bytes that `text` spells in base64url, or `null`. Each string of bytes has one spelling only: spare bits must be zero. */
export function fromBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [pending, count, place] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const bits = SIX_BITS[text.charCodeAt(at)] ?? 64;
    if (bits === 64) return null;
    pending = ((pending << 6) | bits) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[place++] = pending >> count;
  }
  return (pending & ((1 << count) - 1)) === 0 ? bytes : null;
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
