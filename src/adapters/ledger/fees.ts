// What a transaction offers to pay (EIP-1559).

import type { Transaction } from "ethers";

/** In wei per gas. */
export interface Fees {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

/** A transaction costs at most this much gas (EIP-7825). */
export const GAS_LIMIT = 16_777_216n;

/** Enough for six full blocks in a row; and enough to take the place of `replaced` (geth asks for 10 %, some for 12.5 %). */
export function feesAbove(baseFee: bigint, tip: bigint, replaced: Transaction | null): Fees {
  const maxPriorityFeePerGas = larger(tip, outbid(replaced?.maxPriorityFeePerGas));
  const maxFeePerGas = larger(2n * baseFee + maxPriorityFeePerGas, outbid(replaced?.maxFeePerGas));
  return { maxFeePerGas, maxPriorityFeePerGas };
}

/** The estimate with room for a ledger that moved on meanwhile. */
export const gasLimitFor = (estimate: bigint): bigint => smaller((estimate * 6n) / 5n, GAS_LIMIT);

/** An eighth more, rounded up: also from one wei. */
const outbid = (fee: bigint | null | undefined): bigint => (fee === null || fee === undefined ? 0n : fee + fee / 8n + 1n);
const larger = (left: bigint, right: bigint): bigint => (left > right ? left : right);
const smaller = (left: bigint, right: bigint): bigint => (left < right ? left : right);
