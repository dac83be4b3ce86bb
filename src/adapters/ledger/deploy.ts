// Puts a new ledger's contracts on a chain. It can be run again after any crash: what stands already stays.

import { AbiCoder, concat, formatEther, getCreateAddress, keccak256, SigningKey, Transaction, computeAddress } from "ethers";
import { parseAddress, type Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import { contractNames, type ChainHash, type ContractName, type Ledger, type LedgerContract } from "../../core/ledger.ts";
import { accreditationRegistry, anchorRegistry, erc1056, standingRegistry } from "../contracts.generated.ts";
import { codeHash } from "./connection.ts";
import { feesAbove } from "./fees.ts";
import { JsonRpc, RpcError } from "./jsonRpc.ts";
import { bigintFrom, blockFrom, numberFrom } from "./quantities.ts";
import { refusalFrom } from "./refusals.ts";

const POLL_MS = 10;
const PATIENCE_MS = 60_000;
/** Above what any of the contracts costs; what is not used is not paid. */
const DEPLOYMENT_GAS = 4_000_000n;

/** How a ledger is made. */
export interface Deployment {
  readonly url: string;
  /** A key that signs nothing else: the contracts' addresses follow from it, and from the order of its transactions. */
  readonly deployer: SigningKey;
  /** Called when transactions wait to be included, for a chain that has to be told. */
  readonly nudge?: () => void;
}

/** The ledger whose contracts were deployed by this key, deploying what is not there yet. Throws `ledger_unreachable` or `write_refused`. */
export async function deployLedger(deployment: Deployment): Promise<Ledger> {
  const { firstBlock: _, ...ledger } = await deployExternalLedger(deployment);
  return ledger;
}

/** A reorganisation may bring the deployment into an earlier block than the one it was first in. */
const MARGIN_BLOCKS = 100;

/** The same, with the block at which reading can begin, where nothing stood there before. */
export async function deployExternalLedger({ url, deployer, nudge }: Deployment): Promise<Ledger> {
  const rpc = new JsonRpc(url);
  try {
    const [chainId, genesis, newest] = await Promise.all([rpc.call("eth_chainId", []), rpc.call("eth_getBlockByNumber", ["0x0", false]), rpc.call("eth_blockNumber", [])]);
    const site: Site = { rpc, deployer, chainId: numberFrom(chainId), addresses: addressesOf(deployer) };
    const { isNew } = await sendMissing(site);
    nudge?.();
    const ledger = { chainId: site.chainId, genesis: blockFrom(genesis).hash, contracts: await onceTheyStand(site) };
    return isNew ? { ...ledger, firstBlock: Math.max(0, numberFrom(newest) - MARGIN_BLOCKS) } : ledger;
  } catch (error) {
    throw refusalFrom(error);
  } finally {
    rpc.close();
  }
}

interface Site {
  readonly rpc: JsonRpc;
  readonly deployer: SigningKey;
  readonly chainId: number;
  readonly addresses: Readonly<Record<ContractName, Address>>;
}

/** The n-th contract is created by the deployer's n-th transaction. */
function addressesOf(deployer: SigningKey): Record<ContractName, Address> {
  const from = computeAddress(deployer.publicKey);
  return Object.fromEntries(contractNames.map((name, nonce) => [name, parseAddress(getCreateAddress({ from, nonce }))])) as Record<ContractName, Address>;
}

/** @returns whether nothing had been sent before. */
async function sendMissing(site: Site): Promise<{ isNew: boolean }> {
  const { rpc, deployer } = site;
  const from = computeAddress(deployer.publicKey).toLowerCase();
  const [codes, nonce, newest, tip, balance] = await Promise.all([
    codesAt(site),
    rpc.call("eth_getTransactionCount", [from, "latest"]).then(numberFrom),
    rpc.call("eth_getBlockByNumber", ["latest", false]) as Promise<Record<string, unknown>>,
    rpc.call("eth_maxPriorityFeePerGas", []).then(bigintFrom),
    rpc.call("eth_getBalance", [from, "latest"]).then(bigintFrom),
  ]);
  const fees = feesAbove(bigintFrom(newest["baseFeePerGas"] ?? "0x0"), tip, { replaced: null, cap: null });
  const missing = contractNames.filter((_, place) => codes[place] === "0x");
  const cost = BigInt(missing.length) * DEPLOYMENT_GAS * fees.maxFeePerGas;
  if (balance < cost) {
    throw new Fault("write_refused", `The account ${from}, which deploys, holds ${formatEther(balance)} of the ledger's currency, and must show ${formatEther(cost)} for ${missing.length} contracts (what is not used is not paid). Send it that much, and run this again.`);
  }
  for (const name of missing) {
    const place = contractNames.indexOf(name);
    if (place < nonce) throw new Fault("write_refused", `The deployer's transaction ${place} should have created ${name} and did not: another key is needed.`);
    await send(creationOf(name, place, { site, fees }), rpc);
  }
  return { isNew: nonce === 0 && missing.length === contractNames.length };
}

function creationOf(name: ContractName, nonce: number, { site, fees }: { site: Site; fees: ReturnType<typeof feesAbove> }): Transaction {
  const { chainId, deployer } = site;
  const transaction = Transaction.from({ type: 2, chainId, nonce, data: creationCode(name, site), gasLimit: DEPLOYMENT_GAS, value: 0n, ...fees });
  transaction.signature = deployer.sign(transaction.unsignedHash);
  return transaction;
}

const bytecodes = { didRegistry: erc1056, anchorRegistry, standingRegistry, accreditationRegistry };

/** Our registries are told where the DID registry will stand; it need not stand there yet. */
function creationCode(name: ContractName, { addresses }: Site): string {
  const { bytecode } = bytecodes[name];
  if (name === "didRegistry") return bytecode;
  return concat([bytecode, AbiCoder.defaultAbiCoder().encode(["address"], [addresses.didRegistry])]);
}

async function send(transaction: Transaction, rpc: JsonRpc): Promise<void> {
  try {
    await rpc.call("eth_sendRawTransaction", [transaction.serialized], { isAlone: true });
  } catch (error) {
    const isOnItsWay = error instanceof RpcError && (await rpc.call("eth_getTransactionByHash", [keccak256(transaction.serialized)])) !== null;
    if (!isOnItsWay) throw error;
  }
}

/** Waits until all four stand. */
async function onceTheyStand(site: Site): Promise<Record<ContractName, LedgerContract>> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const codes = await codesAt(site);
    if (!codes.includes("0x")) return contractsFrom(codes, site);
    if (Date.now() > deadline) throw new Fault("ledger_unreachable", `The contracts are not on the chain after ${PATIENCE_MS / 1000} seconds.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

const contractsFrom = (codes: readonly unknown[], { addresses }: Site): Record<ContractName, LedgerContract> =>
  Object.fromEntries(contractNames.map((name, place) => [name, { address: addresses[name], codeHash: codeHash(codes[place]) as ChainHash }])) as Record<ContractName, LedgerContract>;

const codesAt = ({ rpc, addresses }: Site): Promise<unknown[]> => Promise.all(contractNames.map((name) => rpc.call("eth_getCode", [addresses[name], "latest"])));

