// What JSON-RPC says about blocks, as values.

import type { Block, ChainHash } from "../../core/ledger.ts";
import { unreachable } from "./jsonRpc.ts";

const QUANTITY = /^0x[0-9a-f]{1,64}$/i;
const HASH = /^0x[0-9a-f]{64}$/i;

/** A number as JSON-RPC spells it. */
export const toQuantity = (number: number): string => `0x${number.toString(16)}`;

/** The whole number that a quantity spells. Throws `ledger_unreachable` when it spells none. */
export function numberFrom(quantity: unknown): number {
  const number = typeof quantity === "string" && QUANTITY.test(quantity) ? Number(quantity) : NaN;
  if (!Number.isSafeInteger(number)) throw unreachable("The ledger's endpoint gave something that is no number.");
  return number;
}

/** The amount that a quantity spells. Throws `ledger_unreachable` when it spells none. */
export function bigintFrom(quantity: unknown): bigint {
  if (typeof quantity !== "string" || !QUANTITY.test(quantity)) throw unreachable("The ledger's endpoint gave something that is no number.");
  return BigInt(quantity);
}

/** The hash in an answer. Throws `ledger_unreachable` when it is none. */
export function hashFrom(value: unknown): ChainHash {
  if (typeof value !== "string" || !HASH.test(value)) throw unreachable("The ledger's endpoint gave something that is no hash.");
  return value.toLowerCase() as ChainHash;
}

/** The block in an answer. Throws `ledger_unreachable` when it is none. */
export function blockFrom(value: unknown): Block {
  const { number, hash, timestamp } = (value ?? {}) as Record<string, unknown>;
  return { number: numberFrom(number), hash: hashFrom(hash), time: numberFrom(timestamp) };
}
