// The ledger as an issuer sees it.

import { formatEther, keccak256, recoverAddress, Transaction, type SignatureLike } from "ethers";
import type { Address } from "../../core/address.ts";
import { Fault, invariant } from "../../core/fault.ts";
import type { ChainHash } from "../../core/ledger.ts";
import type { Attempt, LedgerWriter, Receipt, WriteBody } from "../../flows/issuing/issuePorts.ts";
import type { LedgerConnection } from "./connection.ts";
import { feesAbove, GAS_LIMIT, gasLimitFor, type Fees } from "./fees.ts";
import { RpcError } from "./jsonRpc.ts";
import { bigintFrom, hashFrom, numberFrom, toQuantity } from "./quantities.ts";
import { ledgerReader } from "./reader.ts";
import { refusalFrom } from "./refusals.ts";
import { saidOn } from "./said.ts";
import { callFor } from "./writeCalls.ts";

/** Signs 32-byte digests with one account's key. An ethers `SigningKey` is one; so is whatever asks a key service. */
export interface TransactionSigner {
  sign(digest: string): SignatureLike | Promise<SignatureLike>;
}

/** Trying a batch of thousands takes a node longer than looking something up. */
const ESTIMATE_TIMEOUT_MS = 10_000;
/** For nodes that know no going rate: a thousand-millionth of the currency, for a million gas a thousandth. */
const TIP_WITHOUT_ADVICE = 1_000_000_000n;

type Terms = Parameters<LedgerWriter["sign"]>[1];

/** What may be chosen. */
export interface WriterOptions {
  /** The most that a unit of gas may cost, in wei; without it, whatever the ledger wants. */
  readonly feeCap?: bigint | null;
}

/** Writes to the ledger over `connection`, signing as `signerFor` has it. */
export function ledgerWriter(connection: LedgerConnection, signerFor: (account: Address) => Promise<TransactionSigner>, { feeCap = null }: WriterOptions = {}): LedgerWriter {
  const reader = ledgerReader(connection);
  const means: Means = { connection, signerFor, feeCap };
  return {
    head: () => connection.head(),
    nonceOf: async (account) => numberFrom(await connection.read("eth_getTransactionCount", [account, "latest"])),
    receiptOf: (hash) => receiptOf(hash, connection),
    saidAlready: (body, account) => saidOn({ connection, reader, account }, body),
    sign: (body, terms) => sign(body, terms, means),
    broadcast: (raw) => broadcast(raw, connection),
    fill: fillerThrough(means),
  };
}

async function receiptOf(hash: ChainHash, connection: LedgerConnection): Promise<Receipt | null> {
  const receipt = (await connection.read("eth_getTransactionReceipt", [hash])) as Record<string, unknown> | null;
  if (receipt === null) return null;
  const block = await connection.blockAt(numberFrom(receipt["blockNumber"]));
  // A reorganisation between the two questions took the block away, and the receipt with it.
  return block?.hash === hashFrom(receipt["blockHash"]) ? { block, isSuccess: numberFrom(receipt["status"]) === 1 } : null;
}

interface Means {
  readonly connection: LedgerConnection;
  readonly signerFor: (account: Address) => Promise<TransactionSigner>;
  readonly feeCap: bigint | null;
}

async function sign(body: WriteBody, { account, nonce, replaced }: Terms, means: Means): Promise<Pick<Attempt, "hash" | "raw" | "maxFeePerGas">> {
  const { connection } = means;
  const { to, input } = callFor(body, connection.ledger);
  const former = replaced === null ? null : Transaction.from(replaced.raw);
  // In the pending block a replaced transaction has done its work: an estimate there would be for one that does nothing.
  const gasLimit = former === null ? gasFor({ from: account, to, data: input }, connection) : former.gasLimit;
  return signed({ account, nonce, to, data: input, gasLimit, replaced: former }, means);
}

interface Unsigned {
  readonly account: Address;
  readonly nonce: number;
  readonly to: Address;
  readonly data: string;
  readonly gasLimit: bigint | Promise<bigint>;
  readonly replaced: Transaction | null;
}

async function signed({ account, nonce, to, data, gasLimit: gas, replaced }: Unsigned, { connection, signerFor, feeCap }: Means): Promise<Pick<Attempt, "hash" | "raw" | "maxFeePerGas">> {
  const [gasLimit, fees, balance, signer] = await Promise.all([
    gas,
    feesNow({ replaced, cap: feeCap }, connection),
    connection.read("eth_getBalance", [account, "latest"]).then(bigintFrom),
    signerFor(account),
  ]);
  const cost = gasLimit * fees.maxFeePerGas;
  if (balance < cost) {
    throw new Fault("write_refused", `The account ${account} holds ${formatEther(balance)} of the ledger's currency, and this may cost ${formatEther(cost)}. Send some to it: what waits goes on by itself.`);
  }
  const transaction = Transaction.from({ type: 2, chainId: connection.ledger.chainId, nonce, to, data, value: 0n, gasLimit, ...fees });
  // Serialised and hashed once each: ethers does so at every look, and a batch of thousands takes it a tenth of a second.
  const digest = keccak256(transaction.unsignedSerialized);
  const signature = await signer.sign(digest);
  invariant(recoverAddress(digest, signature).toLowerCase() === account, `the signer given for ${account} signs for it`);
  transaction.signature = signature;
  const raw = transaction.serialized as ChainHash;
  return { hash: keccak256(raw) as ChainHash, raw, maxFeePerGas: fees.maxFeePerGas };
}

/** A plain transfer costs just this. */
const TRANSFER_GAS = 21_000n;
/** How long a filler waits before its fee is raised. */
const FILLER_PATIENCE_MS = 30_000;

/** Fills nonces by transfers of nothing from the account to itself. They say nothing, so nothing need be remembered of them but what was paid. */
function fillerThrough(means: Means): LedgerWriter["fill"] {
  const sent = new Map<string, { readonly raw: `0x${string}`; readonly atMs: number }>();
  return async (account, nonce) => {
    const former = sent.get(account);
    const replaced = former === undefined ? null : Transaction.from(former.raw);
    const isSame = replaced?.nonce === nonce;
    const pending = numberFrom(await means.connection.read("eth_getTransactionCount", [account, "pending"]));
    const isPatient = former !== undefined && isSame && performance.now() - former.atMs < FILLER_PATIENCE_MS;
    if (isPatient && pending > nonce) return;
    if (isPatient) return broadcast(former.raw, means.connection);
    const { raw } = await signed({ account, nonce, to: account, data: "0x", gasLimit: TRANSFER_GAS, replaced: isSame ? replaced : null }, means);
    sent.set(account, { raw, atMs: performance.now() });
    await broadcast(raw, means.connection);
  };
}

/** Estimated in the pending block, where the account's earlier writes have done their work. */
async function gasFor(call: { from: Address; to: Address; data: string }, connection: LedgerConnection): Promise<bigint> {
  const estimate = await connection.call("eth_estimateGas", [call, "pending"], { timeoutMs: ESTIMATE_TIMEOUT_MS }).catch(async (error: unknown) => Promise.reject(await lastingRefusal(refusalFrom(error), call, connection)));
  const gas = bigintFrom(estimate);
  if (gas > GAS_LIMIT) throw new Fault("write_refused", `This would cost ${gas} gas; a transaction may cost ${GAS_LIMIT}.`);
  return gasLimitFor(gas);
}

/**
 * What is impossible for good is so at the newest block, too. Several nodes may stand behind one address, and one that lags
 * knows nothing of what makes a write possible; asked for a block by its number, it says that it has none.
 */
async function lastingRefusal(refusal: unknown, call: object, connection: LedgerConnection): Promise<unknown> {
  if (!(refusal instanceof Fault) || refusal.code !== "write_impossible") return refusal;
  const { number } = await connection.head();
  const again = await connection.call("eth_call", [call, toQuantity(number)], { timeoutMs: ESTIMATE_TIMEOUT_MS }).catch(refusalFrom);
  return again instanceof Fault ? again : new Fault("write_refused", `${refusal.message} At block ${number} it does not; it is tried again.`);
}

async function feesNow(limits: Parameters<typeof feesAbove>[2], connection: LedgerConnection): Promise<Fees> {
  const [newest, advised] = await Promise.all([
    connection.read("eth_getBlockByNumber", ["latest", false]) as Promise<Record<string, unknown> | null>,
    connection.call("eth_maxPriorityFeePerGas", []).catch(withoutAdvice),
  ]);
  const baseFee = newest?.["baseFeePerGas"];
  const tip = typeof advised === "bigint" ? advised : bigintFrom(advised);
  return feesAbove(baseFee === undefined ? 0n : bigintFrom(baseFee), tip, limits);
}

function withoutAdvice(error: unknown): bigint {
  if (error instanceof RpcError) return TIP_WITHOUT_ADVICE;
  throw error;
}

async function broadcast(raw: `0x${string}`, connection: LedgerConnection): Promise<void> {
  try {
    await connection.call("eth_sendRawTransaction", [raw], { isAlone: true });
  } catch (error) {
    // Nodes word "I have it already" in many ways. Whether they have it is a question of its own.
    const isKnown = error instanceof RpcError && (await connection.read("eth_getTransactionByHash", [keccak256(raw)])) !== null;
    if (!isKnown) throw refusalFrom(error);
  }
}

