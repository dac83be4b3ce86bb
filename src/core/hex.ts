// Bytes as lower-case hex, the only spelling of bytes in seals, reports and the API.

import { bytesToHex as encode, hexToBytes as decode } from "@noble/hashes/utils.js";

/** The bytes as lower-case hex without `0x`. */
export const toHex = (bytes: Uint8Array): string => encode(bytes);

/** The bytes that a string of hex, already checked, stands for. */
export const fromHex = (hex: string): Uint8Array => decode(hex);
