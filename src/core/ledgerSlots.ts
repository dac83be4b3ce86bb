// Where the registries keep their records: slots of the contracts' storage, and what stands in them.
//
// The layout is Solidity's: a mapping's value lies at keccak-256(key ‖ slot), a list's members behind keccak-256(slot). The
// contracts are immutable, so these places are for ever.

import { keccak_256 } from "@noble/hashes/sha3.js";
import { parseAddress, type Address } from "./address.ts";
import type { Digest } from "./digest.ts";
import { fromHex, toHex } from "./hex.ts";
import { standingReasons, standings, type AnchorName, type AnchorRecord, type ChainHash, type LeafName, type StandingStatement } from "./ledger.ts";

/** A storage slot's content: 64 lower-case hex characters. */
export type Word = string;

/** What stands in a slot that was never written. */
export const ZERO_WORD: Word = "0".repeat(64);

/** Each registry's records hang from its first slot; the DID registry's address is part of the code. */
const FIRST_SLOT = ZERO_WORD;

/** keccak-256 of bytes, as the chain spells hashes. */
export const keccak = (bytes: Uint8Array): ChainHash => `0x${toHex(keccak_256(bytes))}`;

const addressWord = (address: Address): Word => address.slice(2).padStart(64, "0");
const typeWord = (documentType: string): Word => toHex(new TextEncoder().encode(documentType)).padEnd(64, "0");
const under = (key: Word, slot: Word): Word => toHex(keccak_256(fromHex(key + slot)));
const behind = (slot: Word, count: number): Word => (BigInt(`0x${slot}`) + BigInt(count)).toString(16).padStart(64, "0");
const asSlot = (word: Word): ChainHash => `0x${word}`;

/** The slot of an anchor's record in `AnchorRegistry`. */
export const anchorSlot = ({ issuer, documentType, root }: AnchorName): ChainHash => asSlot(under(root, under(typeWord(documentType), under(addressWord(issuer), FIRST_SLOT))));

/** The slot of `StandingRegistry` that counts what `speaker` said about the leaf. */
export function statementCountSlot(speaker: Address, { issuer, documentType, leaf }: LeafName): ChainHash {
  return asSlot(under(leaf, under(typeWord(documentType), under(addressWord(issuer), under(addressWord(speaker), FIRST_SLOT)))));
}

/** The slots of the statement at `place`: the statement itself, and its replacement. */
export function statementSlots(countSlot: ChainHash, place: number): { readonly statement: ChainHash; readonly replacement: ChainHash } {
  const count = countSlot.slice(2);
  const first = toHex(keccak_256(fromHex(count)));
  return { statement: asSlot(behind(first, place)), replacement: asSlot(under(behind(ZERO_WORD, place), behind(count, 1))) };
}

/** The number in bytes `from` … `to` (exclusive) of a word, counted from its right end, where Solidity begins to pack. */
const packed = (word: Word, from: number, to: number): number => Number.parseInt(word.slice(64 - to * 2, 64 - from * 2), 16);

/** The anchor's record in a word, or `null` for one that was never written. */
export function anchorIn(word: Word): AnchorRecord | null {
  const size = packed(word, 10, 15);
  return size === 0 ? null : { time: packed(word, 0, 5), blockNumber: packed(word, 5, 10), size, hasLeaves: packed(word, 15, 16) !== 0 };
}

/** The statement in its words, or `null` for one that the contract cannot have written. */
export function statementIn(word: Word, replacement: Word): StandingStatement | null {
  const standing = standings[packed(word, 0, 1)];
  if (standing === undefined) return null;
  const reason = standingReasons[packed(word, 1, 2)] ?? "unspecified";
  const account = parseAddress(`0x${word.slice(0, 40)}`);
  return { standing, reason, time: packed(word, 2, 7), blockNumber: packed(word, 7, 12), account, replacement: replacement === ZERO_WORD ? null : (replacement as Digest) };
}

/** How many statements a word counts, or `null` when they are more than anybody proves one by one. */
export function countIn(word: Word): number | null {
  const count = BigInt(`0x${word}`);
  return count <= BigInt(STATEMENTS_LIMIT) ? Number(count) : null;
}

/** Statements of one speaker about one leaf that evidence carries. Two words say all that most ever say. */
export const STATEMENTS_LIMIT = 100;
