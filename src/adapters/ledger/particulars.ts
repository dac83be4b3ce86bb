// Particulars: the hash by which the ledger keeps what only an event tells about a grant.

import { AbiCoder, keccak256 } from "ethers";
import type { Address } from "../../core/address.ts";
import type { ChainHash } from "../../core/ledger.ts";

/** keccak-256 over name, credential digest and acting account, as the accreditation registry stores it. */
export const particularsHash = (name: string, credentialDigest: ChainHash, account: Address): ChainHash =>
  keccak256(AbiCoder.defaultAbiCoder().encode(["string", "bytes32", "address"], [name, credentialDigest, account])) as ChainHash;
