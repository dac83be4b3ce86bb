// Status lists (W3C Bitstring Status List 1.0): their names, the entries that point into them, and their bits.

import { isAddress, parseAddress, type Address } from "../address.ts";
import type { JsonObject } from "../json.ts";

export const statusPurposes = ["revocation", "suspension"] as const;
/** What a set bit of a list means. */
export type StatusPurpose = (typeof statusPurposes)[number];

/** Entries of a list: the least that W3C allows, so that a look at a list tells little of who was looked up. */
export const LIST_ENTRIES = 131_072;

/** Names a list: lists are kept per issuer and purpose, and numbered from 1. */
export interface StatusListName {
  readonly issuer: Address;
  readonly purpose: StatusPurpose;
  readonly number: number;
}

/** A place in a list. No place is ever given twice. */
export interface StatusPlace {
  readonly purpose: StatusPurpose;
  readonly list: number;
  readonly position: number;
}

/** The name as it stands in addresses. */
export const statusListText = ({ issuer, purpose, number }: StatusListName): string => `${issuer}-${purpose}-${number}`;

/** The list that `text` names, or `null`. A list has one spelling. */
export function parseStatusList(text: string): StatusListName | null {
  const [, address, purpose, number] = /^(0x[0-9a-f]{40})-(revocation|suspension)-([1-9]\d{0,8})$/.exec(text) ?? [];
  if (!isAddress(address)) return null;
  return { issuer: parseAddress(address), purpose: purpose as StatusPurpose, number: Number(number) };
}

/** Where the list is found under `base`. */
export const statusListAddress = (base: string, name: StatusListName): string => `${base}/status/${statusListText(name)}`;

/** A place as a credential's `credentialStatus` names it. */
export function statusEntry(base: string, issuer: Address, { purpose, list, position }: StatusPlace): JsonObject {
  const statusListCredential = statusListAddress(base, { issuer, purpose, number: list });
  return { id: `${statusListCredential}#${position}`, type: "BitstringStatusListEntry", statusPurpose: purpose, statusListIndex: String(position), statusListCredential };
}

/** A list's bits, entry 0 leftmost, with those at `positions` set. */
export function bitsWith(positions: Iterable<number>): Uint8Array {
  const bits = new Uint8Array(LIST_ENTRIES / 8);
  for (const position of positions) bits[position >> 3]! |= 0x80 >> (position & 7);
  return bits;
}
