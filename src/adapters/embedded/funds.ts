// Transactions cost something on every chain; on the embedded one we make what they cost.

import type { Address } from "../../core/address.ts";
import type { NodeCall } from "./nodeCalls.ts";

const ETHER = 10n ** 18n;
const ENOUGH = 1_000_000n * ETHER;
const LOW = 1_000n * ETHER;

/** Fills the accounts that have little left. */
export async function fundThrough(call: NodeCall, addresses: readonly Address[]): Promise<void> {
  for (const address of addresses) {
    const balance = BigInt(String(await call("eth_getBalance", address, "latest")));
    if (balance < LOW) await call("anvil_setBalance", address, `0x${ENOUGH.toString(16)}`);
  }
}
