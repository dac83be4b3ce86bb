/**
 * Goal: what a transaction offers keeps to geth's rules and to the cap, and what cannot be paid says so, with the account and what to do.
 * Method: the sum itself by table and property; then a real chain whose base fee is set, and an account without means.
 */
import fc from "fast-check";
import { Transaction } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { feesAbove } from "../../../src/adapters/ledger/fees.ts";
import { LedgerConnection } from "../../../src/adapters/ledger/connection.ts";
import { interfaces } from "../../../src/adapters/ledger/writeCalls.ts";
import { ledgerWriter } from "../../../src/adapters/ledger/writer.ts";
import { leafOf, parseDigest } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import type { LedgerWriter, WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import { person } from "./chain.ts";
import { startExternalChain } from "./externalChain.ts";
import { lyingProxy, type Answer } from "./lyingProxy.ts";

const GWEI = 1_000_000_000n;
const [rich, poor] = [person("rich"), person("penniless")];
const bid = (maxFeePerGas: bigint, maxPriorityFeePerGas: bigint): Transaction => Transaction.from({ type: 2, chainId: 1, maxFeePerGas, maxPriorityFeePerGas, gasLimit: 21_000 });

test("property: a replacement offers at least a tenth more of both, or is refused in words; nothing is above the cap", () => {
  const amount = fc.bigInt({ min: 0n, max: 2_000n * GWEI });
  fc.assert(
    fc.property(amount, amount, amount, amount, fc.option(amount), (baseFee, tip, fee, formerTip, cap) => {
      const replaced = bid(fee + formerTip, formerTip);
      try {
        const fees = feesAbove(baseFee, tip, { replaced, cap });
        expect(fees.maxFeePerGas * 10n).toBeGreaterThanOrEqual((fee + formerTip) * 11n);
        expect(fees.maxPriorityFeePerGas * 10n).toBeGreaterThanOrEqual(formerTip * 11n);
        expect(fees.maxFeePerGas).toBeGreaterThanOrEqual(baseFee + fees.maxPriorityFeePerGas);
        if (cap !== null) expect(fees.maxFeePerGas).toBeLessThanOrEqual(cap);
      } catch (error) {
        if ((error as { code?: string }).code !== "write_refused") throw error;
        expect(cap).not.toBeNull();
        expect((error as Error).message).toContain("TRADESEAL_MAX_FEE_GWEI");
      }
    }),
  );
});

let chain: Awaited<ReturnType<typeof startExternalChain>>;
let connection: LedgerConnection;
let writer: LedgerWriter;
let lastSeed = 0;
beforeAll(async () => {
  chain = await startExternalChain({ slots: 1 });
  await chain.fund(rich.address);
  connection = new LedgerConnection({ ledger: chain.ledger, url: chain.url });
  const keys = new Map([rich, poor].map(({ address, key }) => [address, key]));
  writer = ledgerWriter(connection, async (account) => keys.get(account)!, { feeCap: 50n * GWEI });
});
afterAll(async () => {
  connection.close();
  await chain.stop();
});

function anchorBy(issuer: typeof rich): WriteBody {
  const leaves = [leafOf(parseDigest((lastSeed += 1).toString(16).padStart(64, "0")))];
  return { kind: "anchor", issuer: issuer.address, documentType: parseDocumentType("861"), leaves, root: treeOf(leaves).root, isPublished: true };
}
const baseFee = async (fee: bigint): Promise<void> => {
  await chain.call("anvil_setNextBlockBaseFeePerGas", `0x${fee.toString(16)}`);
  await chain.mine();
};

test("no means: refused, naming the account and what to do", async () => {
  const refused = writer.sign(anchorBy(poor), { account: poor.address, nonce: 0, replaced: null });
  await expect(refused).rejects.toMatchObject({ code: "write_refused", message: expect.stringMatching(new RegExp(`${poor.address} holds 0\\.0 .* Send some to it`)) });
});

test("a base fee thirty times as high: what is dearer than the cap waits in words, and goes when it is cheaper again", async () => {
  await baseFee(2n * GWEI);
  const body = anchorBy(rich);
  const terms = { account: rich.address, nonce: await writer.nonceOf(rich.address) };
  const first = await writer.sign(body, { ...terms, replaced: null });
  await writer.broadcast(first.raw);
  await baseFee(60n * GWEI);
  await expect(writer.sign(body, { ...terms, replaced: first as never })).rejects.toMatchObject({ code: "write_refused", message: expect.stringMatching(/wants 6\d\.?\d* gwei .* allows 50\.0/) });
  await baseFee(20n * GWEI);
  const dearer = await writer.sign(body, { ...terms, replaced: first as never });
  expect(dearer.maxFeePerGas).toBeGreaterThan((first.maxFeePerGas * 11n) / 10n);
  await writer.broadcast(dearer.raw);
  await chain.mine();
  expect([await writer.receiptOf(first.hash), (await writer.receiptOf(dearer.hash))?.isSuccess]).toEqual([null, true]);
});

test("a gap is filled by a transfer of nothing, once, however often it is asked for", async () => {
  const nonce = await writer.nonceOf(rich.address);
  const body = anchorBy(rich);
  const behind = await writer.sign(body, { account: rich.address, nonce: nonce + 1, replaced: null });
  await writer.broadcast(behind.raw);
  for (let each = 0; each < 3; each += 1) await writer.fill(rich.address, nonce);
  await chain.mine();
  expect(await writer.nonceOf(rich.address)).toBe(nonce + 2);
  expect((await writer.receiptOf(behind.hash))!.isSuccess).toBe(true);
  const { transactions } = (await chain.call("eth_getBlockByNumber", "latest", true)) as { transactions: { nonce: string; from: string; to: string; value: string; input: string }[] };
  expect(transactions.find((each) => Number(each.nonce) === nonce)).toMatchObject({ from: rich.address, to: rich.address, value: "0x0", input: "0x" });
});

test("of several nodes behind one address one lags and calls impossible what is possible at the newest block: that is not for good", async () => {
  const proxy = await lyingProxy(chain.url);
  const other = new LedgerConnection({ ledger: chain.ledger, url: proxy.url });
  const through = ledgerWriter(other, async () => rich.key);
  const { leaves, documentType } = anchorBy(rich) as WriteBody & { kind: "anchor" };
  const word: WriteBody = { kind: "standing", speaker: rich.address, issuer: rich.address, documentType, leaves, standing: "suspended", reason: "fraud", replacement: null };
  const data = interfaces.standingRegistry.encodeErrorResult("StandingIsFinal", [`0x${leaves[0]}`, 2]);
  const behind: Answer = { error: { code: 3, message: "execution reverted", data } as NonNullable<Answer["error"]> };
  proxy.lie = ({ method }, honest) => (method === "eth_estimateGas" ? behind : honest);
  await expect(through.sign(word, { account: rich.address, nonce: 0, replaced: null })).rejects.toMatchObject({ code: "write_refused" });
  proxy.lie = ({ method }, honest) => (method === "eth_estimateGas" ? behind : method === "eth_call" ? { error: { code: -32000, message: "header not found" } } : honest);
  await expect(through.sign(word, { account: rich.address, nonce: 0, replaced: null })).rejects.toMatchObject({ code: "write_refused" });
  proxy.lie = ({ method }, honest) => (method === "eth_estimateGas" || method === "eth_call" ? behind : honest);
  await expect(through.sign(word, { account: rich.address, nonce: 0, replaced: null })).rejects.toMatchObject({ code: "write_impossible" });
  other.close();
  await proxy.close();
});
