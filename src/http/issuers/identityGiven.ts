// An identity as callers name it: by its address, or by its DID on this very chain.

import { didOf, parseAddress, parseDid, type Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";

/** The identity that `text` names; `what` it is to the caller. Throws `address_malformed` for none, and for one of another chain. */
export function identityGiven(text: string, { chainId, what }: { chainId: number; what: string }): Address {
  const did = parseDid(text);
  if (did !== null && did.chainId !== chainId) throw new Fault("address_malformed", `The ${what} is an identity of another chain than this ledger's (${didOf(did.identity, chainId).split(":")[2]}).`);
  return did?.identity ?? parseAddress(text);
}
