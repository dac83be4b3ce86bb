// ledger.json: which ledger a verifier believes in, read strictly.

import { parseAddress } from "./address.ts";
import { parseJson, type JsonObject } from "./json.ts";
import { contractNames, type ChainHash, type ContractName, type Ledger, type LedgerContract } from "./ledger.ts";

const CHAIN_HASH = /^0x[0-9a-f]{64}$/;

/** The ledger that `text` describes. Throws an error that names what is wrong. */
export function parseLedger(text: string): Ledger {
  const { chainId, genesis, contracts, firstBlock } = parseJson(text) as JsonObject;
  if (!Number.isSafeInteger(chainId) || (chainId as number) <= 0) throw new TypeError("chainId must be a whole number above 0");
  if (firstBlock !== undefined && (!Number.isSafeInteger(firstBlock) || (firstBlock as number) < 0)) throw new TypeError("firstBlock must be a whole number of 0 or more");
  const found = contractNames.map((name): [ContractName, LedgerContract] => [name, contractFrom(name, (contracts as JsonObject | undefined)?.[name] as JsonObject | undefined)]);
  const ledger = { chainId: chainId as number, genesis: chainHash("genesis", genesis), contracts: Object.fromEntries(found) as Record<ContractName, LedgerContract> };
  return firstBlock === undefined ? ledger : { ...ledger, firstBlock: firstBlock as number };
}

function contractFrom(name: string, contract: JsonObject | undefined): LedgerContract {
  if (contract === undefined) throw new TypeError(`contracts.${name} is missing`);
  return { address: parseAddress(contract["address"]), codeHash: chainHash(`contracts.${name}.codeHash`, contract["codeHash"]) };
}

function chainHash(member: string, value: unknown): ChainHash {
  if (typeof value !== "string" || !CHAIN_HASH.test(value)) throw new TypeError(`${member} must be 0x and 64 lower-case hex characters`);
  return value as ChainHash;
}
