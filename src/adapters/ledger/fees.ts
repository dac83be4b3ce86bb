// What a transaction offers to pay (EIP-1559).

import { formatUnits, type Transaction } from "ethers";
import { Fault } from "../../core/fault.ts";

/** In wei per gas. */
export interface Fees {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

/** A transaction costs at most this much gas (EIP-7825). */
export const GAS_LIMIT = 16_777_216n;

/**
 * Enough for six full blocks in a row; and enough to take the place of `replaced` (geth asks for 10 % more of both, some for
 * 12.5 %). Never above `cap`: what is not to be had for that is refused (`write_refused`), and waits.
 */
export function feesAbove(baseFee: bigint, tip: bigint, { replaced, cap }: { readonly replaced: Transaction | null; readonly cap: bigint | null }): Fees {
  const maxPriorityFeePerGas = larger(tip, outbid(replaced?.maxPriorityFeePerGas));
  const least = larger(baseFee + maxPriorityFeePerGas, outbid(replaced?.maxFeePerGas));
  if (cap !== null && least > cap) throw new Fault("write_refused", tooDear(least, cap));
  const wanted = larger(2n * baseFee + maxPriorityFeePerGas, least);
  return { maxFeePerGas: cap === null ? wanted : smaller(wanted, cap), maxPriorityFeePerGas };
}

const tooDear = (least: bigint, cap: bigint): string =>
  `The ledger wants ${gwei(least)} gwei for a unit of gas at present, and TRADESEAL_MAX_FEE_GWEI allows ${gwei(cap)}. This waits until it is cheaper, or more is allowed.`;

const gwei = (fee: bigint): string => formatUnits(fee, "gwei");

/** The estimate with room for a ledger that moved on meanwhile. */
export const gasLimitFor = (estimate: bigint): bigint => smaller((estimate * 6n) / 5n, GAS_LIMIT);

/** An eighth more, rounded up: also from one wei. */
const outbid = (fee: bigint | null | undefined): bigint => (fee === null || fee === undefined ? 0n : fee + fee / 8n + 1n);
const larger = (left: bigint, right: bigint): bigint => (left > right ? left : right);
const smaller = (left: bigint, right: bigint): bigint => (left < right ? left : right);
