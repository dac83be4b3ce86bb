// The 32-byte words of the Solidity ABI, read and written by hand: this is the path that every verdict takes.

import { id } from "ethers";
import type { Address } from "../../core/address.ts";
import { isDocumentType, type DocumentType } from "../../core/documentType.ts";
import { NO_END, type ChainHash } from "../../core/ledger.ts";
import { unreachable } from "./jsonRpc.ts";

const WORD_CHARACTERS = 64;
const ZERO_WORD = "0".repeat(WORD_CHARACTERS);
const ADDRESS_PADDING = "0".repeat(24);
const HEX = /^0x[0-9a-f]*$/;
const ASCII_ZERO_BYTES = /(00)*$/;

/** A contract's answer, word by word. Every method throws `ledger_unreachable` on an answer that this contract cannot give. */
export class Words {
  readonly #hex: string;
  /** In words. */
  readonly length: number;

  constructor(hex: unknown) {
    if (typeof hex !== "string" || !HEX.test(hex) || (hex.length - 2) % WORD_CHARACTERS !== 0) throw nonsense();
    this.#hex = hex;
    this.length = (hex.length - 2) / WORD_CHARACTERS;
  }

  /** The word at this place, 64 hex characters. */
  at(place: number): string {
    if (!(place < this.length)) throw nonsense();
    const start = 2 + place * WORD_CHARACTERS;
    return this.#hex.slice(start, start + WORD_CHARACTERS);
  }

  /** The number at this place: a uint40 or less. */
  number(place: number): number {
    const value = Number(`0x${this.at(place)}`);
    if (value > NO_END) throw nonsense();
    return value;
  }

  /** Whether the word at this place is anything but zero. */
  boolean(place: number): boolean {
    return this.number(place) !== 0;
  }

  /** The address at this place. */
  address(place: number): Address {
    return addressIn(this.at(place));
  }

  /** The 32 bytes at this place. */
  hash(place: number): ChainHash {
    return `0x${this.at(place)}`;
  }

  /** The bytes from this place on, as hex without `0x`; `length` in bytes. */
  bytes(place: number, length: number): string {
    const start = 2 + place * WORD_CHARACTERS;
    if (!(start + length * 2 <= this.#hex.length)) throw nonsense();
    return this.#hex.slice(start, start + length * 2);
  }

  /** Where the members of a lone dynamic array stand whose members have `width` words each. */
  rows(width: number): number[] {
    const count = this.number(1);
    if (this.number(0) !== 32 || this.length !== 2 + count * width) throw nonsense();
    return Array.from({ length: count }, (_, row) => 2 + row * width);
  }
}

/** The address in a word. */
export const addressIn = (word: string): Address => `0x${word.slice(24)}` as Address;

/** Whether a word says nothing. */
export const isZero = (word: string): boolean => word === ZERO_WORD;

/** The document type in a word (bytes8, left-aligned, zero-padded), or `null` when it is none of ours: a contract takes any bytes. */
export function documentTypeIn(word: string): DocumentType | null {
  const text = Buffer.from(word.slice(0, 16).replace(ASCII_ZERO_BYTES, ""), "hex").toString("latin1");
  return isDocumentType(text) ? text : null;
}

/** The first four bytes of a call: which function of a contract is meant. */
export const selector = (signature: string): string => id(signature).slice(0, 10);

/** An address as a word, without `0x`. */
export const addressWord = (address: Address): string => ADDRESS_PADDING + address.slice(2);

/** A document type as a word, without `0x`. */
export const documentTypeWord = (type: DocumentType): string => Buffer.from(type, "latin1").toString("hex").padEnd(WORD_CHARACTERS, "0");

/** A whole number as a word, without `0x`. */
export const countWord = (count: number): string => count.toString(16).padStart(WORD_CHARACTERS, "0");

const nonsense = () => unreachable("The ledger's endpoint gave an answer that the contract cannot give.");
