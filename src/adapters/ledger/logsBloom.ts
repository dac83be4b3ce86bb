// The bloom filter in a block's header: 2,048 bits that say of an address or topic "surely not here" or "perhaps" (Ethereum's yellow paper, 4.4.1).

import { keccak256 } from "ethers";
import { unreachable } from "./jsonRpc.ts";

const BLOOM = /^0x[0-9a-f]{512}$/i;
const BYTES = 256;

/** A header's bloom filter. */
export class LogsBloom {
  readonly #bytes: Buffer;

  /** Throws `ledger_unreachable` on what is no bloom filter. */
  constructor(hex: unknown) {
    if (typeof hex !== "string" || !BLOOM.test(hex)) throw unreachable("The ledger's endpoint gave a block without the filter of its events.");
    this.#bytes = Buffer.from(hex.slice(2), "hex");
  }

  /** Whether an event in the block may have this address or topic. `false` is certain. */
  mayHold(item: string): boolean {
    return bitsOf(item).every((bit) => (this.#bytes[BYTES - 1 - (bit >> 3)]! & (1 << (bit & 7))) !== 0);
  }

  /** Whether events with these addresses and topics, and no others, explain every bit. */
  isExplainedBy(items: Iterable<string>): boolean {
    const left = Buffer.from(this.#bytes);
    for (const item of items) for (const bit of bitsOf(item)) left[BYTES - 1 - (bit >> 3)]! &= ~(1 << (bit & 7));
    return left.every((byte) => byte === 0);
  }
}

/** Three times eleven bits of the item's hash. */
function bitsOf(item: string): number[] {
  const hash = keccak256(item);
  return [2, 6, 10].map((start) => parseInt(hash.slice(start, start + 4), 16) & 2047);
}
