/**
 * Goal: who owns an identity and who may speak for it is read as the ledger has it, history included; a delegation that was
 * revoked, or an owner who was changed, is not said twice.
 * Method: the published ERC-1056 registry on a real chain, one identity for each history.
 */
import { encodeBytes32String, Interface } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { erc1056 } from "../../../src/adapters/contracts.generated.ts";
import { identityReader } from "../../../src/adapters/ledger/identities.ts";
import { unsignedTransaction } from "../../../src/adapters/ledger/unsigned.ts";
import { BURN_ADDRESS, parseAddress } from "../../../src/core/address.ts";
import type { IdentityReader } from "../../../src/flows/identities/ledgerIdentity.ts";
import { person, startLedger } from "./chain.ts";
import { until } from "../../until.ts";

const people = ["ada", "bea", "cleo", "dora", "eva", "fay"].map(person) as [Person, Person, Person, Person, Person, Person];
type Person = ReturnType<typeof person>;
const [ada, bea, cleo, dora, eva, fay] = people;
const registry = new Interface(erc1056.abi);
const ZERO = parseAddress(`0x${"0".repeat(40)}`);
let world: Awaited<ReturnType<typeof startLedger>>;
let identities: IdentityReader;
beforeAll(async () => {
  world = await startLedger(people);
  identities = identityReader(world.connection);
});
afterAll(() => world.stop());

test("an identity that never changed owns itself", async () => {
  expect(await identities.identityOf(fay.address)).toMatchObject({ owner: fay.address, lastChange: 0, isDeactivated: false, delegations: [] });
});

test("delegated, renewed, revoked, delegated to another: each with its end, the oldest first", async () => {
  const delegate = (to: Person, validitySeconds: number) => ({ kind: "delegate", identity: ada.address, delegate: to.address, validitySeconds }) as const;
  const revoke = { kind: "revokeDelegate", identity: ada.address, delegate: bea.address } as const;
  expect(await world.writer.saidAlready(revoke, ada.address), "what never was need not be revoked").not.toBeNull();
  const first = await world.carry(delegate(bea, 1_000), ada.address);
  expect((await identities.identityOf(ada.address)).delegations).toEqual([{ delegate: bea.address, end: first.block.time + 1_000, isInForce: true }]);
  expect(await world.writer.saidAlready(revoke, ada.address)).toBeNull();
  expect(await world.writer.saidAlready(delegate(bea, 2_000), ada.address), "half of it is left").not.toBeNull();
  expect(await world.writer.saidAlready(delegate(bea, 2_100), ada.address)).toBeNull();
  const renewed = await world.carry(delegate(bea, 5_000), ada.address);
  await world.carry(delegate(cleo, 7_000), ada.address);
  const revoked = await world.carry(revoke, ada.address);
  expect((await world.writer.saidAlready(revoke, ada.address))!.number).toBe(revoked.block.number);
  const { delegations, owner, lastChange } = await identities.identityOf(ada.address);
  expect(delegations.map(({ delegate: who, isInForce }) => [who, isInForce])).toEqual([[bea.address, false], [cleo.address, true]]);
  expect(delegations[0]!.end).toBe(revoked.block.time);
  expect(renewed.block.time + 5_000).toBeGreaterThan(delegations[0]!.end);
  expect([owner, lastChange]).toEqual([ada.address, revoked.block.number]);
});

test("delegates of another type may not write, and are not listed; one without an end is", async () => {
  const raw = (name: string, args: readonly unknown[]) => send(dora, registry.encodeFunctionData(name, args));
  await raw("addDelegate", [dora.address, encodeBytes32String("veriKey"), bea.address, 5_000]);
  await raw("setAttribute", [dora.address, encodeBytes32String("did/pub/x"), `0x${"ab".repeat(100)}`, 5_000]);
  await raw("addDelegate", [dora.address, encodeBytes32String("tradeseal"), eva.address, 2n ** 200n]);
  expect((await identities.identityOf(dora.address)).delegations).toEqual([{ delegate: eva.address, end: 2 ** 40 - 1, isInForce: true }]);
});

test("an owner who was changed speaks, and the former one does not; a delegate outlives it", async () => {
  const change = { kind: "changeOwner", identity: cleo.address, owner: bea.address } as const;
  await world.carry({ kind: "delegate", identity: cleo.address, delegate: eva.address, validitySeconds: 5_000 }, cleo.address);
  expect(await world.writer.saidAlready(change, cleo.address)).toBeNull();
  const { block } = await world.carry(change, cleo.address);
  expect((await world.writer.saidAlready(change, cleo.address))!.number).toBe(block.number);
  expect(await identities.identityOf(cleo.address)).toMatchObject({ owner: bea.address, isDeactivated: false, delegations: [{ delegate: eva.address, isInForce: true }] });
  await expect(world.carry({ kind: "revokeDelegate", identity: cleo.address, delegate: eva.address }, cleo.address)).rejects.toMatchObject({ code: "write_refused" });
  await world.carry({ kind: "revokeDelegate", identity: cleo.address, delegate: eva.address }, bea.address);
  expect((await identities.identityOf(cleo.address)).delegations[0]!.isInForce).toBe(false);
});

for (const [what, nobody, owner] of [["the burn address", BURN_ADDRESS, BURN_ADDRESS], ["zero, which leaves the old key its power", ZERO, eva.address]] as const) {
  test(`given to ${what}: deactivated, for good`, async () => {
    const identity = nobody === ZERO ? eva : bea;
    await world.carry({ kind: "changeOwner", identity: identity.address, owner: nobody }, identity.address);
    expect(await identities.identityOf(identity.address)).toMatchObject({ owner, isDeactivated: true });
  });
}

test("the transaction to be signed elsewhere is the call that we would make", () => {
  const body = { kind: "delegate", identity: ada.address, delegate: bea.address, validitySeconds: 90 } as const;
  const { from, to, data, value, chainId } = unsignedTransaction(body, ada.address, world.ledger);
  expect({ from, to, value, chainId }).toEqual({ from: ada.address, to: world.ledger.contracts.didRegistry.address, value: "0x0", chainId: "0x7a69" });
  expect(registry.parseTransaction({ data })!.args.toArray()).toEqual([expect.stringMatching(new RegExp(ada.address, "i")), encodeBytes32String("tradeseal"), expect.stringMatching(new RegExp(bea.address, "i")), 90n]);
});

/** Sends a call that none of our writes makes. */
async function send(by: Person, data: string): Promise<void> {
  const { Transaction } = await import("ethers");
  const transaction = Transaction.from({ type: 2, chainId: 31_337, nonce: await world.writer.nonceOf(by.address), to: world.ledger.contracts.didRegistry.address, data, gasLimit: 500_000n, maxFeePerGas: 10n ** 10n, maxPriorityFeePerGas: 10n ** 9n });
  transaction.signature = by.key.sign(transaction.unsignedHash);
  await world.writer.broadcast(transaction.serialized as `0x${string}`);
  world.chain.nudge();
  await until(async () => (await world.writer.receiptOf(transaction.hash as `0x${string}`)) !== null);
}
