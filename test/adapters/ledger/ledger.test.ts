/**
 * Goal: what is written to the ledger is read from it, event and record alike, and refusals say why.
 * Method: every kind of write on a real chain with the real contracts, there and back.
 */
import { particularsHash } from "../../../src/adapters/ledger/particulars.ts";
import { Interface, Transaction } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deployLedger } from "../../../src/adapters/ledger/deploy.ts";
import { erc1056 } from "../../../src/adapters/contracts.generated.ts";
import { leafOf, parseDigest, type Leaf } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { NO_END, type ChainHash } from "../../../src/core/ledger.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import type { Attempt, WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import type { LedgerEvent } from "../../../src/flows/ports.ts";
import { person, startLedger } from "./chain.ts";
import { until } from "../../until.ts";

const [issuer, authority, stranger, service, poor] = ["issuer", "authority", "stranger", "service", "poor"].map(person) as [Person, Person, Person, Person, Person];
type Person = ReturnType<typeof person>;
const origin = parseDocumentType("861");
const aeo = parseDocumentType("AEO");
let world: Awaited<ReturnType<typeof startLedger>>;
let lastSeed = 0;

beforeAll(async () => {
  world = await startLedger([issuer, authority, stranger, service, poor]);
});
afterAll(() => world.stop());

const freshLeaf = (): Leaf => leafOf(parseDigest((lastSeed += 1).toString(16).padStart(64, "0")));
function batchOf(count: number, isPublished: boolean): WriteBody & { kind: "anchor" } {
  const leaves = Array.from({ length: count }, freshLeaf);
  return { kind: "anchor", issuer: issuer.address, documentType: origin, leaves, root: treeOf(leaves).root, isPublished };
}
const standing = (leaves: readonly Leaf[], change: Partial<WriteBody & { kind: "standing" }>): WriteBody => ({
  ...{ kind: "standing", speaker: issuer.address, issuer: issuer.address, documentType: origin, leaves },
  ...{ standing: "revoked", reason: "fraud", replacement: null },
  ...change,
});
const grant: WriteBody & { kind: "accredit" } = {
  ...{ kind: "accredit", grantor: authority.address, grantee: issuer.address, documentType: aeo },
  ...{ from: 1_700_000_000, until: NO_END, mayPassOn: true, name: "Cámara de Comercio", credentialDigest: `0x${"c".repeat(64)}` },
};
const eventsIn = (block: number): Promise<readonly LedgerEvent[]> => world.events.eventsBetween(block, block);

for (const isPublished of [true, false]) {
  test(`a batch whose leaves are ${isPublished ? "published" : "private"}`, async () => {
    const body = batchOf(3, isPublished);
    expect(await world.writer.saidAlready(body, issuer.address)).toBeNull();
    const { block, isSuccess } = await world.carry(body, issuer.address);
    const at = await world.reader.head();
    expect(isSuccess).toBe(true);
    expect(await world.reader.anchorOf(body, at)).toEqual({ time: block.time, blockNumber: block.number, size: 3, hasLeaves: isPublished });
    const { issuer: by, documentType, root, leaves } = body;
    const place = { blockNumber: block.number, blockHash: block.hash, logIndex: 0 };
    expect(await eventsIn(block.number)).toEqual([{ ...place, kind: "anchored", issuer: by, documentType, root, size: 3, account: by, leaves: isPublished ? leaves : [] }]);
    expect(await world.writer.saidAlready(body, issuer.address)).toEqual(block);
    expect(await world.reader.anchorOf({ ...body, documentType: aeo }, at)).toBeNull();
  });
}

test("leaves published later: said only when they are, since the block in which they were", async () => {
  const body = batchOf(2, false);
  const first = await world.carry(body, issuer.address);
  const published = { ...body, isPublished: true };
  expect(await world.writer.saidAlready(published, issuer.address)).toBeNull();
  const second = await world.carry(published, issuer.address);
  await until(async () => (await world.reader.head()).finalNumber >= second.block.number);
  expect(await world.writer.saidAlready(published, issuer.address)).toEqual(second.block);
  expect(await world.writer.saidAlready(body, issuer.address)).toEqual(first.block);
});

test("standings: suspended, reinstated, replaced", async () => {
  const leaves = [freshLeaf(), freshLeaf()];
  const replacement = parseDigest("d".repeat(64));
  const changes = [
    { standing: "suspended", reason: "under_investigation", replacement: null },
    { standing: "active", reason: "unspecified", replacement: null },
    { standing: "replaced", reason: "superseded", replacement },
  ] as const;
  const expected = [];
  for (const change of changes) {
    const body = standing(leaves, change);
    const { block } = await world.carry(body, issuer.address);
    expected.push({ ...change, time: block.time, blockNumber: block.number, account: issuer.address });
    expect(await world.writer.saidAlready(body, issuer.address)).toEqual(block);
    const named = leaves.map((leaf) => ({ kind: "standingSet", speaker: issuer.address, issuer: issuer.address, documentType: origin, leaf, replacement: change.replacement }));
    expect(await eventsIn(block.number)).toMatchObject(named);
  }
  const at = await world.reader.head();
  const name = { issuer: issuer.address, documentType: origin, leaf: leaves[1]! };
  expect(await world.reader.standingsOf(issuer.address, name, at)).toEqual(expected);
  expect(await world.reader.standingsOf(authority.address, name, at)).toEqual([]);
  expect(await world.writer.saidAlready(standing(leaves, changes[0]), issuer.address)).toBeNull();
});

test("of what nobody spoke about, active is said since ever, and revoked is not", async () => {
  const leaves = [freshLeaf()];
  expect(await world.writer.saidAlready(standing(leaves, { standing: "active" }), issuer.address)).toMatchObject({ number: 0 });
  expect(await world.writer.saidAlready(standing(leaves, {}), issuer.address)).toBeNull();
});

test("a grant, changed and withdrawn", async () => {
  const limited = { ...grant, until: 1_800_000_000, mayPassOn: false };
  const withdrawal: WriteBody = { kind: "withdraw", grantor: grant.grantor, grantee: grant.grantee, documentType: aeo, from: 1_750_000_000, isCompromised: true };
  const blocks = [];
  for (const body of [grant, limited, withdrawal]) {
    expect(await world.writer.saidAlready(body, authority.address)).toBeNull();
    blocks.push((await world.carry(body, authority.address)).block);
    expect(await world.writer.saidAlready(body, authority.address)).toEqual(blocks.at(-1));
  }
  const [granted] = (await eventsIn(blocks[0]!.number)) as [LedgerEvent & { kind: "accredited" }];
  expect(granted).toMatchObject({ kind: "accredited", name: grant.name, credentialDigest: grant.credentialDigest, grantee: issuer.address });
  expect(await eventsIn(blocks[2]!.number)).toMatchObject([{ kind: "withdrawn", grantor: authority.address }]);
  const recorded = blocks.map(({ time, number }) => ({ time, blockNumber: number }));
  const { particulars } = granted;
  expect(await world.reader.grantsOf(grant, await world.reader.head())).toEqual([
    { ...recorded[0], isGranted: true, from: grant.from, until: NO_END, mayPassOn: true, isCompromised: false, particulars },
    { ...recorded[1], isGranted: true, from: grant.from, until: 1_800_000_000, mayPassOn: false, isCompromised: false, particulars },
    { ...recorded[2], isGranted: false, from: 1_750_000_000, until: NO_END, mayPassOn: false, isCompromised: true, particulars: particularsHash("", `0x${"0".repeat(64)}`, authority.address) },
  ]);
});

test("a delegate may write for the identity, once it is one", async () => {
  const body = batchOf(1, true);
  await expect(world.carry(body, service.address)).rejects.toMatchObject({ code: "write_refused" });
  const delegation: WriteBody = { kind: "delegate", identity: issuer.address, delegate: service.address, validitySeconds: 86_400 };
  expect(await world.writer.saidAlready(delegation, issuer.address)).toBeNull();
  const { block } = await world.carry(delegation, issuer.address);
  expect(await world.writer.saidAlready(delegation, issuer.address)).toEqual(block);
  expect(await world.writer.saidAlready({ ...delegation, validitySeconds: 86_400 * 365 }, issuer.address)).toBeNull();
  const { isSuccess } = await world.carry(body, service.address);
  expect(isSuccess).toBe(true);
  const at = await world.reader.head();
  expect(await eventsIn((await world.reader.anchorOf(body, at))!.blockNumber)).toMatchObject([{ account: service.address, issuer: issuer.address }]);
});

test("an identity given to nobody is deactivated", async () => {
  const data = new Interface(erc1056.abi).encodeFunctionData("changeOwner", [stranger.address, "0x000000000000000000000000000000000000dEaD"]);
  const transaction = Transaction.from({ type: 2, chainId: 31_337, nonce: 0, to: world.ledger.contracts.didRegistry.address, data, gasLimit: 100_000n, maxFeePerGas: 10n ** 10n });
  transaction.signature = stranger.key.sign(transaction.unsignedHash);
  await world.writer.broadcast(transaction.serialized as ChainHash);
  await until(async () => (await world.writer.receiptOf(transaction.hash as ChainHash)) !== null);
  const { block } = (await world.writer.receiptOf(transaction.hash as ChainHash))!;
  expect(await eventsIn(block.number)).toMatchObject([{ kind: "didChanged", identity: stranger.address, isDeactivated: true }]);
});

test("what another account said in the issuer's name is not said by us", async () => {
  const leaf = freshLeaf();
  const word = standing([leaf], { standing: "suspended" });
  const { block } = await world.carry(word, issuer.address);
  expect(await world.writer.saidAlready(word, issuer.address)).toEqual(block);
  expect(await world.writer.saidAlready(word, service.address)).toBeNull();
  expect(await world.reader.didChangedIn(stranger.address, await world.reader.head())).toBeGreaterThan(0);
});

test("refusals name the contract's error and its arguments", async () => {
  const refusal = async (body: WriteBody, account = issuer) => {
    const nonce = await world.writer.nonceOf(account.address);
    return world.writer.sign(body, { account: account.address, nonce, replaced: null }).then(String, (error: { code: string; message: string }) => `${error.code} ${error.message}`);
  };
  const anchored = batchOf(1, false);
  await world.carry(anchored, issuer.address);
  expect(await refusal(anchored, authority)).toMatch(new RegExp(`^write_refused.*NotAuthorised.*${authority.address}.*${issuer.address}`, "i"));
  expect(await refusal({ ...anchored, leaves: [freshLeaf(), freshLeaf()] })).toMatch(/^write_refused.*SizeContradicted.*with 1 leaves, not 2/);
  expect(await refusal({ ...grant, until: 5, from: 5 }, authority)).toMatch(/^write_impossible.*PeriodEmpty.*5 and 5/);
  expect(await refusal({ ...grant, name: "x".repeat(201) }, authority)).toMatch(/^write_impossible.*NameLength.*has 201/);
  expect(await refusal({ kind: "delegate", identity: issuer.address, delegate: stranger.address, validitySeconds: 5 }, authority)).toMatch(/^write_refused.*bad_actor/);
  const leaf = freshLeaf();
  await world.carry(standing([leaf], {}), issuer.address);
  expect(await refusal(standing([leaf], { standing: "suspended" }))).toMatch(new RegExp(`^write_impossible.*StandingIsFinal.*${leaf} is revoked`));
});

test("an account that cannot pay is told so before anything is sent", async () => {
  const { address } = poor;
  await world.connection.call("anvil_setBalance", [address, "0x1"]);
  const body = { ...batchOf(1, true), issuer: address };
  await expect(world.writer.sign(body, { account: address, nonce: 0, replaced: null })).rejects.toMatchObject({ code: "write_refused", message: expect.stringMatching(/holds 0\.0+1 /) });
});

test("a batch of 3,990 fits into a transaction; its leaves come back in their order", async () => {
  const body = batchOf(3_990, true);
  const { block, attempt } = await world.carry(body, issuer.address);
  expect(attempt.raw.length / 2).toBeLessThan(128 * 1024);
  const [event] = await eventsIn(block.number);
  expect(event).toMatchObject({ kind: "anchored", leaves: body.leaves });
});

test("sent again, a transaction is no fault: waiting or included", async () => {
  const body = batchOf(1, true);
  const attempt = await world.writer.sign(body, { account: issuer.address, nonce: await world.writer.nonceOf(issuer.address), replaced: null });
  await world.writer.broadcast(attempt.raw);
  await world.writer.broadcast(attempt.raw);
  await until(async () => (await world.writer.receiptOf(attempt.hash)) !== null);
  await world.writer.broadcast(attempt.raw);
});

test("a transaction whose nonce went to another is refused", async () => {
  const nonce = await world.writer.nonceOf(issuer.address);
  const late = await world.writer.sign(batchOf(1, true), { account: issuer.address, nonce, replaced: null });
  await world.carry(batchOf(1, true), issuer.address);
  await expect(world.writer.broadcast(late.raw)).rejects.toMatchObject({ code: "write_refused" });
  expect(await world.writer.receiptOf(late.hash)).toBeNull();
});

test("a dearer attempt outbids in both fees, keeps nonce and gas, and takes the place of the first", async () => {
  const body = batchOf(1, true);
  const terms = { account: issuer.address, nonce: (await world.writer.nonceOf(issuer.address)) + 1, replaced: null };
  const first = await world.writer.sign(body, terms);
  await world.writer.broadcast(first.raw);
  const replaced: Attempt = { ...first, writeId: 1, account: issuer.address, nonce: terms.nonce, sentAt: 0, lastSentAt: 0 };
  const second = await world.writer.sign(body, { ...terms, replaced });
  await world.writer.broadcast(second.raw);
  const [before, after] = [first.raw, second.raw].map((raw) => Transaction.from(raw)) as [Transaction, Transaction];
  for (const fee of ["maxFeePerGas", "maxPriorityFeePerGas"] as const) expect(after[fee]! * 1000n).toBeGreaterThanOrEqual(before[fee]! * 1125n);
  expect([after.nonce, after.gasLimit, after.data]).toEqual([before.nonce, before.gasLimit, before.data]);
  await world.carry(batchOf(1, true), issuer.address);
  await until(async () => (await world.writer.receiptOf(second.hash)) !== null);
  expect(await world.writer.receiptOf(first.hash)).toBeNull();
});

test("writes that build on each other can be signed before the first is included", async () => {
  const account = authority.address;
  const nonce = await world.writer.nonceOf(account);
  const fresh = { ...grant, grantee: service.address };
  const granted = await world.writer.sign(fresh, { account, nonce, replaced: null });
  await world.writer.broadcast(granted.raw);
  const withdrawn = await world.writer.sign({ kind: "withdraw", grantor: account, grantee: service.address, documentType: aeo, from: 1, isCompromised: false }, { account, nonce: nonce + 1, replaced: null });
  await world.writer.broadcast(withdrawn.raw);
  await until(async () => (await world.writer.receiptOf(withdrawn.hash)) !== null);
  expect((await world.writer.receiptOf(withdrawn.hash))!.isSuccess).toBe(true);
});

test("a block that the node does not know does not answer", async () => {
  const at = { ...(await world.reader.head()), hash: `0x${"e".repeat(64)}` as ChainHash };
  await expect(world.reader.anchorOf(batchOf(1, true), at)).rejects.toMatchObject({ code: "ledger_unreachable" });
});

test("blocks beyond the newest are null", async () => {
  expect(await world.events.blockAt(1_000_000)).toBeNull();
  expect(await world.events.blockAt(0)).toMatchObject({ number: 0, hash: world.ledger.genesis });
});

test("deploying again changes nothing", async () => {
  expect(await deployLedger({ url: world.chain.url, deployer: person("deployer").key })).toEqual(world.ledger);
});
