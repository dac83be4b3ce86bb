/**
 * Goal: an identity's document is what the ledger had at the end of a given block, for every history; and a node that does not tell all is found out.
 * Method: the published ERC-1056 registry on a real chain. Named histories, then generated ones against a plain model, resolved at the end of every
 * block; then a node that keeps events back.
 */
import fc from "fast-check";
import { p256 } from "@noble/curves/nist.js";
import { ed25519 } from "@noble/curves/ed25519.js";
import { encodeBytes32String, getBytes, id, Interface, SigningKey, Transaction } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { erc1056 } from "../../../src/adapters/contracts.generated.ts";
import { LedgerConnection } from "../../../src/adapters/ledger/connection.ts";
import { identityHistory } from "../../../src/adapters/ledger/identityHistory.ts";
import { didOf, type Address } from "../../../src/core/address.ts";
import { assertionKeys, type DidDocument } from "../../../src/core/identities/didDocument.ts";
import type { Block } from "../../../src/core/ledger.ts";
import { keyAttribute, otherNameAttribute, type Attribute } from "../../../src/core/identities/keyAttribute.ts";
import { publicKeyFromBytes, type Algorithm, type PublicKey } from "../../../src/core/publicKey.ts";
import { identitiesThrough } from "../../../src/flows/identities/identities.ts";
import type { Identities } from "../../../src/flows/identities/identityPorts.ts";
import { person, startLedger } from "./chain.ts";
import { until } from "../../until.ts";

type Person = ReturnType<typeof person>;
const [first, second, third] = ["first-owner", "second-owner", "third-owner"].map(person) as [Person, Person, Person];
const people = [first, second, third];
const abi = new Interface(erc1056.abi);
const BURN = "0x000000000000000000000000000000000000dEaD";
let world: Awaited<ReturnType<typeof startLedger>>;
let identities: Identities;
let lastIdentity = 0;

beforeAll(async () => {
  world = await startLedger(people);
  identities = identitiesOn(world.connection);
});
afterAll(() => world.stop());

const identitiesOn = (connection: LedgerConnection): Identities =>
  identitiesThrough({
    ...{ chainId: world.ledger.chainId, history: identityHistory(connection), clock: () => 0, isLoopbackFetched: false },
    fetcher: { fetch: () => Promise.reject(new Error("nobody is asked")) },
    ownIdentity: async () => null,
  });

const seed = (name: string): Uint8Array => getBytes(id(name));
const makers: Record<Algorithm, (secret: Uint8Array) => Uint8Array> = {
  ES256: (secret) => p256.getPublicKey(secret),
  ES256K: (secret) => getBytes(SigningKey.computePublicKey(secret, true)),
  EdDSA: (secret) => ed25519.getPublicKey(secret),
};
const keyOf = (algorithm: Algorithm, name: string): PublicKey => publicKeyFromBytes(algorithm, makers[algorithm](seed(name)))!;
const keys = [keyOf("ES256", "a"), keyOf("ES256K", "b"), keyOf("EdDSA", "c")] as const;

/** A call of the registry by somebody. */
interface Call {
  readonly by: Person;
  readonly name: string;
  readonly args: readonly unknown[];
}
const set = (identity: Address, { name, value }: Attribute, seconds: number): [string, unknown[]] => ["setAttribute", [identity, encodeBytes32String(name), value, seconds]];
const unset = (identity: Address, { name, value }: Attribute): [string, unknown[]] => ["revokeAttribute", [identity, encodeBytes32String(name), value]];

/** A new identity with its own key, and what its history is made with. */
async function newIdentity() {
  const self = person(`identity ${(lastIdentity += 1)}`);
  await world.chain.fund([self.address]);
  return self;
}

/** All calls in one block, in this order. They are one person's: sent last nonce first, none can be taken before the others are there. */
async function block(calls: readonly Call[]): Promise<Block> {
  const nonce = await world.writer.nonceOf(calls[0]!.by.address);
  const signed = calls.map(({ by, name, args }, place) => {
    const data = abi.encodeFunctionData(name, args);
    const transaction = Transaction.from({ type: 2, chainId: world.ledger.chainId, nonce: nonce + place, to: world.ledger.contracts.didRegistry.address, data, gasLimit: 200_000n, value: 0n, maxPriorityFeePerGas: 1_000_000_000n, maxFeePerGas: 100_000_000_000n });
    transaction.signature = by.key.sign(transaction.unsignedHash);
    return { raw: transaction.serialized as `0x${string}`, hash: transaction.hash as `0x${string}` };
  });
  for (const { raw } of signed.toReversed()) await world.writer.broadcast(raw);
  world.chain.nudge();
  await until(async () => (await world.writer.receiptOf(signed.at(-1)!.hash)) !== null);
  const receipts = await Promise.all(signed.map(({ hash }) => world.writer.receiptOf(hash)));
  expect(receipts.map((receipt) => [receipt?.isSuccess, receipt?.block.number]), "every call in one block").toEqual(signed.map(() => [true, receipts[0]!.block.number]));
  return receipts[0]!.block;
}
const call = (by: Person, [name, args]: [string, readonly unknown[]]): Call => ({ by, name, args });

async function documentAt(identity: Address, at: Block): Promise<DidDocument> {
  const resolution = await identities.resolve(didOf(identity, world.ledger.chainId), at);
  expect(resolution.is).toBe("resolved");
  return (resolution as { document: DidDocument }).document;
}
/** Who may sign credentials: thumbprints, and accounts. */
const signersIn = (document: DidDocument): string[] => assertionKeys(document).map(({ key }) => (key.kind === "public" ? key.publicKey.thumbprint : key.account)).sort();
const YEAR = 31_536_000;

test("an identity of which the ledger never heard is its own owner", async () => {
  const { address } = person("nobody wrote");
  const document = await documentAt(address, await world.connection.head());
  expect(document).toMatchObject({ id: didOf(address, world.ledger.chainId), alsoKnownAs: [], isDeactivated: false });
  expect(signersIn(document)).toEqual([address]);
});

test("rotated, revoked, expired, added again, in one block: each counts from the end of its block on", async () => {
  const self = await newIdentity();
  const { address } = self;
  const [a, b] = keys;
  const listed = await block([call(self, set(address, keyAttribute(a), YEAR))]);
  const rotated = await block([call(self, ["changeOwner", [address, second.address]])]);
  const revoked = await block([call(second, unset(address, keyAttribute(a)))]);
  const again = await block([call(second, set(address, keyAttribute(a), YEAR)), call(second, set(address, keyAttribute(b), 1))]);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const expired = await block([call(second, set(address, otherNameAttribute("did:web:issuer.example"), YEAR))]);
  const both = await block([call(second, unset(address, keyAttribute(a))), call(second, set(address, keyAttribute(a), YEAR))]);
  const other = await block([call(second, set(address, keyAttribute(b), YEAR)), call(second, unset(address, keyAttribute(b)))]);
  const closed = await block([call(second, ["changeOwner", [address, BURN]])]);

  const told = await Promise.all([listed, rotated, revoked, again, expired, both, other, closed].map((at) => documentAt(address, at)));
  expect(told.map(signersIn)).toEqual([
    [address, a.thumbprint].sort(),
    [second.address, a.thumbprint].sort(),
    [second.address],
    [second.address, a.thumbprint, b.thumbprint].sort(),
    [second.address, a.thumbprint].sort(),
    [second.address, a.thumbprint].sort(),
    [second.address, a.thumbprint].sort(),
    [],
  ]);
  expect(told.map(({ isDeactivated }) => isDeactivated)).toEqual([false, false, false, false, false, false, false, true]);
  expect(told.map(({ alsoKnownAs }) => alsoKnownAs.length)).toEqual([0, 0, 0, 0, 1, 1, 1, 0]);
  const before = (await world.connection.blockAt(listed.number - 1))!;
  expect(signersIn(await documentAt(address, before))).toEqual([address]);
});

test("an owner of zero closes the identity for good, though the registry then takes its first key again", async () => {
  const self = await newIdentity();
  const zero = await block([call(self, ["changeOwner", [self.address, `0x${"0".repeat(40)}`]])]);
  const taken = await block([call(self, ["changeOwner", [self.address, self.address]]), call(self, set(self.address, keyAttribute(keys[0]), YEAR))]);
  expect([await documentAt(self.address, zero), await documentAt(self.address, taken)].map((document) => [document.isDeactivated, signersIn(document)])).toEqual([[true, []], [true, []]]);
});

test("a delegate that writes to the ledger signs no credentials, nor does a sigAuth one; a veriKey one does", async () => {
  const self = await newIdentity();
  const at = await block([
    call(self, ["addDelegate", [self.address, encodeBytes32String("tradeseal"), first.address, YEAR]]),
    call(self, ["addDelegate", [self.address, encodeBytes32String("sigAuth"), second.address, YEAR]]),
    call(self, ["addDelegate", [self.address, encodeBytes32String("veriKey"), third.address, YEAR]]),
  ]);
  const document = await documentAt(self.address, at);
  expect(signersIn(document)).toEqual([self.address, third.address].sort());
  expect(document.methods.map(({ id, purposes }) => [id.split("#")[1], purposes])).toEqual([
    ["controller", ["assertionMethod", "authentication"]],
    ["delegate-2", ["authentication"]],
    ["delegate-3", ["assertionMethod"]],
  ]);
});

test("writes of kind attribute are said once, revoked once, and refused to a stranger", async () => {
  const self = person("attribute writer");
  world.keys.set(self.address, self.key);
  await world.chain.fund([self.address]);
  const attribute = { kind: "attribute", identity: self.address, validitySeconds: YEAR, ...keyAttribute(keys[2]) } as const;
  const revocation = { kind: "revokeAttribute", identity: self.address, ...keyAttribute(keys[2]) } as const;
  expect(await world.writer.saidAlready(attribute, self.address)).toBeNull();
  expect((await world.writer.saidAlready(revocation, self.address))?.number, "nothing need be revoked").toBe(0);
  const { block: listed } = await world.carry(attribute, self.address);
  expect(await world.writer.saidAlready(attribute, self.address)).toEqual(listed);
  expect(await world.writer.saidAlready({ ...attribute, validitySeconds: 3 * YEAR }, self.address), "a renewal is something new").toBeNull();
  expect(await world.writer.saidAlready(revocation, self.address)).toBeNull();
  const { block: revoked } = await world.carry(revocation, self.address);
  expect(await world.writer.saidAlready(revocation, self.address)).toEqual(revoked);
  expect(await world.writer.saidAlready(attribute, self.address)).toBeNull();
  await expect(world.carry(attribute, first.address)).rejects.toMatchObject({ code: "write_refused" });
});

/** What may happen to an identity, by places in small lists so that histories really collide. */
const operation = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant("list" as const), key: fc.nat(2), seconds: fc.constantFrom(1, 2, YEAR) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("unlist" as const), key: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("delegate" as const), to: fc.nat(2), seconds: fc.constantFrom(1, YEAR) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("undelegate" as const), to: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("rotate" as const), to: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("name" as const), seconds: fc.constantFrom(1, YEAR) }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;
/** Whoever hands over has no say afterwards. */
const oneOwners = (steps: Operation[]): Operation[] => steps.slice(0, steps.findIndex(({ does }) => does === "rotate") + 1 || steps.length);
const history = fc.record({ blocks: fc.array(fc.array(operation, { minLength: 1, maxLength: 3 }).map(oneOwners), { minLength: 1, maxLength: 6 }), ending: fc.constantFrom("open", "burnt", "zero") });
const OTHER = otherNameAttribute("did:web:issuer.example");

/** A plain reading of the same story: who owns, and until when each thing is listed. */
class Model {
  owner: Person;
  readonly ends = new Map<string, number>();
  isClosed = false;
  constructor(self: Person) {
    this.owner = self;
  }
  perform(step: Operation, time: number): void {
    if (step.does === "list") this.ends.set(keys[step.key]!.thumbprint, time + step.seconds);
    if (step.does === "unlist") this.ends.delete(keys[step.key]!.thumbprint);
    if (step.does === "delegate") this.ends.set(people[step.to]!.address, time + step.seconds);
    if (step.does === "undelegate") this.ends.delete(people[step.to]!.address);
    if (step.does === "rotate") this.owner = people[step.to]!;
    if (step.does === "name") this.ends.set("name", time + step.seconds);
  }
  /** A copy: what is true at this time, if nothing else happens. */
  seenAt(time: number) {
    if (this.isClosed) return { signers: [], names: 0, isDeactivated: true };
    const listed = [...this.ends].filter(([, end]) => end > time).map(([what]) => what);
    return { signers: [this.owner.address as string, ...listed.filter((what) => what !== "name")].sort(), names: listed.includes("name") ? 1 : 0, isDeactivated: false };
  }
}

function callFor(step: Operation, identity: Address): [string, unknown[]] {
  const veriKey = encodeBytes32String("veriKey");
  if (step.does === "list") return set(identity, keyAttribute(keys[step.key]!), step.seconds);
  if (step.does === "unlist") return unset(identity, keyAttribute(keys[step.key]!));
  if (step.does === "delegate") return ["addDelegate", [identity, veriKey, people[step.to]!.address, step.seconds]];
  if (step.does === "undelegate") return ["revokeDelegate", [identity, veriKey, people[step.to]!.address]];
  if (step.does === "rotate") return ["changeOwner", [identity, people[step.to]!.address]];
  return set(identity, OTHER, step.seconds);
}

test("property: at the end of every block of a generated history the document is what a plain reading says", async () => {
  const runs = process.env["TRADESEAL_LONG"] === "1" ? 300 : 12;
  await fc.assert(
    fc.asyncProperty(history, async ({ blocks, ending }) => {
      const self = await newIdentity();
      const model = new Model(self);
      const expected: { at: Block; seen: ReturnType<Model["seenAt"]> }[] = [];
      for (const steps of blocks) {
        const at = await block(steps.map((step) => call(model.owner, callFor(step, self.address))));
        for (const step of steps) model.perform(step, at.time);
        expected.push({ at, seen: model.seenAt(at.time) });
      }
      if (ending !== "open") {
        const at = await block([call(model.owner, ["changeOwner", [self.address, ending === "burnt" ? BURN : `0x${"0".repeat(40)}`]])]);
        model.isClosed = true;
        expected.push({ at, seen: model.seenAt(at.time) });
      }
      for (const { at, seen } of expected) {
        const document = await documentAt(self.address, at);
        const told = { signers: [...new Set(signersIn(document))], names: document.alsoKnownAs.length, isDeactivated: document.isDeactivated };
        expect(told).toEqual({ ...seen, signers: [...new Set(seen.signers)] });
      }
    }),
    { numRuns: runs },
  );
}, 300_000);

/** A connection whose node tells something else. */
function lying(twist: (method: string, result: unknown, params: readonly unknown[]) => unknown): LedgerConnection {
  const connection = new LedgerConnection({ ledger: world.ledger, url: world.chain.url });
  const read = connection.read.bind(connection);
  connection.read = async (method, params, options) => twist(method, await read(method, params, options), params);
  return connection;
}

test("a node that keeps something back, or speaks of another branch, leaves the document unknown and never shorter", async () => {
  const self = await newIdentity();
  await block([call(self, set(self.address, keyAttribute(keys[0]), YEAR)), call(self, set(self.address, keyAttribute(keys[1]), YEAR))]);
  await block([call(self, unset(self.address, keyAttribute(keys[0])))]);
  const at = await world.connection.head();
  const did = didOf(self.address, world.ledger.chainId);
  const logs = (change: (list: Record<string, unknown>[]) => unknown) => (method: string, result: unknown) => (method === "eth_getLogs" ? change(result as Record<string, unknown>[]) : result);
  const twists: [what: string, twist: Parameters<typeof lying>[0]][] = [
    ["no events at all",             logs(() => [])],
    ["the first of two kept back",   logs((list) => list.slice(-1))],
    ["no list",                      logs(() => ({}))],
    ["an event of another kind",     logs((list) => list.map((log) => ({ ...log, topics: [id("Other()")] })))],
    ["an event of another block",    logs((list) => list.map((log) => ({ ...log, blockNumber: "0x1" })))],
    ["torn data",                    logs((list) => list.map((log) => ({ ...log, data: "0x00" })))],
    ["another branch by now",        (method, result, params) => (method === "eth_getBlockByNumber" && params[0] !== "latest" && result !== null ? { ...(result as object), hash: `0x${"e".repeat(64)}` } : result)],
    ["a last change that never was", (method, result) => (method === "eth_call" ? `0x${"1".padStart(64, "0")}` : result)],
  ];
  for (const [what, twist] of twists) {
    const connection = lying(twist);
    expect(await identitiesOn(connection).resolve(did, at), what).toEqual({ is: "unknown", why: "ledger_silent" });
    connection.close();
  }
  expect(await identities.resolve(did, { ...at, number: at.number + 5 })).toEqual({ is: "unknown", why: "ledger_silent" });
  expect(await identities.resolve(`did:ethr:0x1:${self.address}`, at)).toEqual({ is: "unknown", why: "ledger_unknown" });
  expect((await identities.resolve(did, at)).is).toBe("resolved");
});

test("an outage is unknown, and not remembered", async () => {
  const connection = new LedgerConnection({ ledger: world.ledger, url: "http://127.0.0.1:1" });
  const did = didOf(first.address, world.ledger.chainId);
  expect(await identitiesOn(connection).resolve(did, await world.connection.head())).toEqual({ is: "unknown", why: "ledger_silent" });
  connection.close();
});
