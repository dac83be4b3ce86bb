// Identities on the ledger: an address, and the did:ethr that names it.

import { Fault } from "./fault.ts";

/** An account or identity on the ledger: `0x` and 40 lower-case hex characters. */
export type Address = `0x${string}` & { readonly __kind: "address" };
/** A decentralized identifier (W3C DID Core) of the method `ethr`, with the chain id spelt out. */
export type Did = `did:ethr:0x${string}`;

/** Nobody holds a key to it: an identity that is given to it is deactivated (docs of `IAuthority`). Never zero, which hands the old key its power back. */
export const BURN_ADDRESS = `0x${"0".repeat(36)}dead` as Address;

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const DID = /^did:ethr:0x([1-9a-f][0-9a-f]{0,13}):(0x[0-9a-fA-F]{40})$/;

/** Whether `text` spells an address, in any case of letters. */
export const isAddress = (text: unknown): boolean => typeof text === "string" && ADDRESS.test(text);

/** The address that `text` spells, in lower case. Throws `address_malformed`. */
export function parseAddress(text: unknown): Address {
  if (!isAddress(text)) throw new Fault("address_malformed", "An address is 0x and 40 hex characters.");
  return (text as string).toLowerCase() as Address;
}

/** The DID of an identity on the chain with this id. */
export const didOf = (identity: Address, chainId: number): Did => `did:ethr:0x${chainId.toString(16)}:${identity}`;

/** The identity and chain id that a did:ethr names, or `null` when `text` is none that names its chain. */
export function parseDid(text: unknown): { chainId: number; identity: Address } | null {
  const match = typeof text === "string" ? DID.exec(text) : null;
  const chainId = match === null ? NaN : Number.parseInt(match[1]!, 16);
  return Number.isSafeInteger(chainId) ? { chainId, identity: parseAddress(match![2]) } : null;
}
