// A write as a transaction to be signed elsewhere, in the form that wallets take (EIP-1193, `eth_sendTransaction`).

import type { Address } from "../../core/address.ts";
import type { Ledger } from "../../core/ledger.ts";
import type { WriteBody } from "../../flows/issuing/issuePorts.ts";
import { toQuantity } from "./quantities.ts";
import { callFor } from "./writeCalls.ts";

/** What a wallet needs to sign; it adds nonce and fees itself. */
export interface UnsignedTransaction {
  readonly from: Address;
  readonly to: Address;
  readonly data: string;
  readonly value: "0x0";
  readonly chainId: string;
}

/** The transaction by which `from` says on the ledger what `body` says. */
export function unsignedTransaction(body: WriteBody, from: Address, ledger: Ledger): UnsignedTransaction {
  const { to, input } = callFor(body, ledger);
  return { from, to, data: input, value: "0x0", chainId: toQuantity(ledger.chainId) };
}
