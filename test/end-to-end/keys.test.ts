/**
 * Goal: whoever holds a key can lend it, change it and give it up, and each time the documents say the right thing.
 * Method: a running service with its own ledger and a token (SoftHSM), worked by the real command line beside it; an owner
 * whose key is nowhere near signs what the command line prints, with a wallet.
 */

import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { JsonRpcProvider, Wallet } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { LedgerConnection } from "../../src/adapters/ledger/connection.ts";
import { ledgerWriter } from "../../src/adapters/ledger/writer.ts";
import { readLedgerFile } from "../../src/ledgerAccess.ts";
import { openOffice } from "../../src/office.ts";
import { BURN_ADDRESS, parseAddress, type Address } from "../../src/core/address.ts";
import { leafOf, parseDigest, type Digest } from "../../src/core/digest.ts";
import { parseDocumentType } from "../../src/core/documentType.ts";
import { treeOf } from "../../src/core/merkle.ts";
import type { Report } from "../../src/core/report.ts";
import { Secret } from "../../src/core/secret.ts";
import type { WriteBody } from "../../src/flows/issuing/issuePorts.ts";
import { PIN, softToken } from "../adapters/pkcs11/softToken.ts";
import { tradeseal, type Run } from "../cli/program.ts";
import { until } from "../until.ts";

const PASSPHRASE = "correct-horse-battery-staple-7291";
const ORIGIN = parseDocumentType("861");
let token: ReturnType<typeof softToken>;
let service: ServiceProcess;
let provider: JsonRpcProvider;
let environment: Record<string, string>;
/** Everything that the command line ever said. */
const said: string[] = [];

beforeAll(async () => {
  token = softToken();
  const dataFolder = temporaryFolder();
  const settings = { ...token.settings, TRADESEAL_PASSPHRASE: PASSPHRASE, TRADESEAL_BATCH_AGE: "0" };
  service = await startServiceProcess({ dataFolder, settings });
  environment = { ...settings, TRADESEAL_DATA: dataFolder };
  provider = new JsonRpcProvider(service.demo.rpc, undefined, { staticNetwork: true, cacheTimeout: -1, pollingInterval: 50 });
});
afterAll(async () => {
  provider?.destroy();
  await service?.stop();
  token?.remove();
});

async function run(...args: string[]): Promise<Run> {
  const ended = await tradeseal(args, { folder: service.dataFolder, environment });
  said.push(ended.stdout, ended.stderr);
  return ended;
}
async function done(...args: string[]): Promise<string> {
  const ended = await run(...args);
  expect(ended, args.join(" ")).toMatchObject({ code: 0 });
  return ended.stdout;
}
const valueOf = (name: string, text: string): string => new RegExp(`^  ${name} {2,}(.*)$`, "m").exec(text)![1]!;

interface Made {
  readonly address: Address;
  readonly apiKey: string;
}

/** An issuer whom customs accredits for certificates of origin. */
async function makeIssuer(name: string, ...more: string[]): Promise<Made & { text: string }> {
  const text = await done("issuer", "create", "--name", name, ...more);
  const address = parseAddress(valueOf("address", text));
  await done("accredit", "--grantor", "Demo Customs Administration", "--grantee", name, "--type", "861", "--from", "2026-01-01", "--wait", "final");
  return { address, apiKey: valueOf("API key", text), text };
}

async function call(method: string, path: string, { apiKey }: Made, body?: object): Promise<{ status: number; body: Record<string, string> }> {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/json" };
  const reply = await fetch(service.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: reply.status, body: (await reply.json()) as Record<string, string> };
}

const newDigest = (): Digest => parseDigest(randomBytes(32).toString("hex"));
async function post(issuer: Made, digest = newDigest()): Promise<{ id: string; digest: Digest }> {
  const { status, body } = await call("POST", "/v1/documents", issuer, { digest, documentType: "861" });
  expect(status).toBe(202);
  return { id: body["id"]!, digest };
}
const documentOf = async (issuer: Made, id: string): Promise<Record<string, string>> => (await call("GET", `/v1/documents/${id}`, issuer)).body;
const untilFinal = (issuer: Made, id: string): Promise<boolean> => until(async () => (await documentOf(issuer, id))["state"] === "final");
async function anchor(issuer: Made): Promise<Digest> {
  const { id, digest } = await post(issuer);
  await untilFinal(issuer, id);
  return digest;
}

async function verify(digest: Digest): Promise<Report> {
  const reply = await fetch(`${service.url}/v1/verifications`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ digest }) });
  return (await reply.json()) as Report;
}

/** Somebody with a wallet of their own, which takes what the command line prints as it stands. */
async function walletOwner() {
  const wallet = new Wallet(Wallet.createRandom().privateKey, provider);
  const address = parseAddress(wallet.address);
  await provider.send("anvil_setBalance", [address, "0xde0b6b3a7640000"]);
  const sign = async (json: string): Promise<void> => {
    const receipt = await (await wallet.sendTransaction(JSON.parse(json) as object)).wait();
    expect(receipt!.status).toBe(1);
  };
  return { wallet, address, sign };
}

/** Signs in an account's own name, past the service: as a thief of the key would. */
async function signAs(account: Address, body: WriteBody): Promise<{ raw: `0x${string}`; send(): Promise<void> }> {
  const ledger = readLedgerFile(`${service.dataFolder}/ledger.json`);
  await provider.send("anvil_setBalance", [account, "0xde0b6b3a7640000"]);
  const connection = new LedgerConnection({ ledger, url: service.demo.rpc, timeoutMs: 20_000 });
  const office = await openOffice({ dataFolder: service.dataFolder, passphraseFile: null, passphrase: new Secret(PASSPHRASE) });
  try {
    const writer = ledgerWriter(connection, (signer) => office.keys.signerFor(signer));
    const { raw, hash } = await writer.sign(body, { account, nonce: await writer.nonceOf(account), replaced: null });
    const send = async (): Promise<void> => {
      await provider.send("eth_sendRawTransaction", [raw]);
      await until(async () => (await provider.getTransactionReceipt(hash))?.status === 1);
      const { blockNumber } = (await provider.getTransactionReceipt(hash))!;
      await until(async () => (await provider.getBlock("finalized"))!.number >= blockNumber);
    };
    return { raw, send };
  } finally {
    await office.close();
    connection.close();
  }
}

function anchorOf(issuer: Address, digest: Digest): WriteBody {
  const leaves = [leafOf(digest)];
  return { kind: "anchor", issuer, documentType: ORIGIN, leaves, root: treeOf(leaves).root, isPublished: true };
}

interface Shown {
  readonly owner: string;
  readonly account: Address;
  readonly keyIn: string;
  readonly isDeactivated: boolean;
  readonly mayWrite: boolean;
  readonly delegates: readonly { readonly address: string; readonly ends: string; readonly isInForce: boolean }[];
}
const show = async (address: Address): Promise<Shown> => JSON.parse(await done("issuer", "show", address, "--json")) as Shown;
const refusalsIn = (log: string, account: string): number => log.split("\n").filter((line) => line.includes("refuses a write") && line.includes(account)).length;

test("an issuer that keeps its key delegates, and the service anchors for it until it revokes; renewed, its documents go on", async () => {
  const owner = await walletOwner();
  const ministry = await makeIssuer("Ministry of Trade", "--identity", owner.address);
  const account = valueOf("signs for it", ministry.text);
  expect(ministry.address).toBe(owner.address);
  expect(await show(owner.address)).toMatchObject({ owner: owner.address, account, mayWrite: false, delegates: [] });

  expect(await done("issuer", "delegate", "Ministry of Trade", "--for", "1d")).toContain(`cast send --from ${owner.address} --chain 31337 --value 0 0x`);
  await owner.sign(await done("issuer", "delegate", "Ministry of Trade", "--for", "1d", "--json"));
  expect(await show(owner.address)).toMatchObject({ mayWrite: true, delegates: [{ address: account, isInForce: true }] });
  const before = await anchor(ministry);
  expect(await verify(before)).toMatchObject({ verdict: "authentic", issuer: { address: owner.address }, anchors: [{ account }] });

  await owner.sign(await done("issuer", "delegate", "Ministry of Trade", "--revoke", "--json"));
  const waiting = [await post(ministry)];
  await until(async () => (await documentOf(ministry, waiting[0]!.id))["problem"] !== undefined);
  waiting.push(await post(ministry), await post(ministry));
  await until(async () => (await documentOf(ministry, waiting[2]!.id))["problem"] !== undefined);
  for (const { id, digest } of waiting) {
    expect(await documentOf(ministry, id)).toMatchObject({ state: "batched", problem: expect.stringContaining("no delegation to it is in force") });
    expect((await verify(digest)).verdict).toBe("not_found");
  }
  expect(refusalsIn(service.log(), account), "the operator is told once, however many documents wait").toBe(1);
  expect((await show(owner.address)).mayWrite).toBe(false);
  expect((await verify(before)).verdict, "what was anchored before stays").toBe("authentic");

  await owner.sign(await done("issuer", "delegate", "Ministry of Trade", "--for", "2d", "--json"));
  for (const { id, digest } of waiting) {
    await untilFinal(ministry, id);
    expect((await verify(digest)).verdict).toBe("authentic");
  }
}, 150_000);

test("a delegation of seconds ends by itself, and with it the right to write", async () => {
  const owner = await walletOwner();
  const chamber = await makeIssuer("Chamber of Seconds", "--identity", owner.address);
  const account = parseAddress(valueOf("signs for it", chamber.text));
  await owner.sign(await done("issuer", "delegate", owner.address, "--for", "4s", "--json"));
  expect((await show(owner.address)).mayWrite).toBe(true);
  await pause(5_000);
  await expect(signAs(account, anchorOf(owner.address, newDigest()))).rejects.toMatchObject({ code: "write_refused" });
});

test("rotated: delegates and the old key are worth nothing, the new key says everything, also of old documents", async () => {
  const chamber = await makeIssuer("Rotating Chamber");
  const former = chamber.address;
  const { address: stranger } = await makeIssuer("Hosted Service");
  const old = await anchor(chamber);
  await done("issuer", "delegate", former, "--to", stranger, "--wait", "final");
  await signAs(stranger, anchorOf(former, newDigest()));

  const rotating = run("issuer", "rotate", "Rotating Chamber");
  const meanwhile = await post(chamber);
  const rotated = await rotating;
  expect(rotated).toMatchObject({ code: 0 });
  const next = parseAddress(valueOf("owner now", rotated.stdout));
  expect(next).not.toBe(former);
  expect(await show(former)).toMatchObject({ owner: next, account: next, keyIn: "key folder", mayWrite: true, isDeactivated: false, delegates: [{ address: stranger, isInForce: false }] });

  for (const thief of [former, stranger]) await expect(signAs(thief, anchorOf(former, newDigest())), thief).rejects.toMatchObject({ code: "write_refused", message: expect.stringContaining("NotAuthorised") });
  await untilFinal(chamber, meanwhile.id);
  const fresh = await anchor(chamber);
  expect(await verify(old)).toMatchObject({ verdict: "authentic", anchors: [{ account: former }] });
  expect((await verify(meanwhile.digest)).verdict).toBe("authentic");
  expect(await verify(fresh)).toMatchObject({ verdict: "authentic", anchors: [{ account: next }] });

  const { body } = await call("GET", `/v1/documents?digest=${old}`, chamber);
  const [{ id }] = (body as unknown as { documents: [{ id: string }] }).documents;
  expect((await call("PUT", `/v1/documents/${id}/standing`, chamber, { standing: "revoked", reason: "fraud" })).status).toBe(202);
  await until(async () => (await verify(old)).reason === "revoked");

  const again = await run("issuer", "rotate", "Rotating Chamber", "--to", next);
  expect(again).toMatchObject({ code: 64, stderr: expect.stringContaining("is the owner already") });
});

test("given up: nothing more is accepted, old documents stay, and what a leftover delegate anchors does not count", async () => {
  const chamber = await makeIssuer("Closing Chamber");
  const old = await anchor(chamber);
  expect(await run("issuer", "deactivate", "Closing Chamber")).toMatchObject({ code: 64, stderr: expect.stringContaining("--yes") });
  await done("issuer", "deactivate", "Closing Chamber", "--yes");
  expect(await show(chamber.address)).toMatchObject({ owner: BURN_ADDRESS, isDeactivated: true, mayWrite: false });
  expect(await call("POST", "/v1/documents", chamber, { digest: newDigest(), documentType: "861" })).toMatchObject({ status: 409, body: { code: "issuer_deactivated" } });
  expect((await verify(old)).verdict).toBe("authentic");
  await expect(signAs(chamber.address, anchorOf(chamber.address, newDigest()))).rejects.toMatchObject({ code: "write_refused" });
  expect(await run("issuer", "rotate", "Closing Chamber")).toMatchObject({ code: 1, stderr: expect.stringContaining("[issuer_deactivated]") });

  const owner = await walletOwner();
  const careless = await makeIssuer("Careless Chamber", "--identity", owner.address);
  const account = parseAddress(valueOf("signs for it", careless.text));
  await owner.sign(await done("issuer", "delegate", owner.address, "--json"));
  const before = await anchor(careless);
  // The owner gives the identity up with a wallet, and leaves the delegate.
  const { to } = JSON.parse(await done("issuer", "delegate", owner.address, "--revoke", "--json")) as { to: string };
  const word = (address: string): string => address.slice(2).padStart(64, "0");
  await owner.sign(JSON.stringify({ to, data: `0xf00d4b5d${word(owner.address)}${word(BURN_ADDRESS)}` }));
  const after = newDigest();
  await (await signAs(account, anchorOf(owner.address, after))).send();
  expect(await verify(after)).toMatchObject({ verdict: "not_entitled", reason: "issuer_deactivated" });
  expect((await verify(before)).verdict).toBe("authentic");
  expect(await call("POST", "/v1/documents", careless, { digest: newDigest(), documentType: "861" })).toMatchObject({ status: 409, body: { code: "issuer_deactivated" } });
});

test("an issuer whose key lies in a token anchors, and hands its identity to another key there", async () => {
  const laboratory = await makeIssuer("Laboratory", "--pkcs11", "laboratory");
  expect(await show(laboratory.address)).toMatchObject({ owner: laboratory.address, account: laboratory.address, keyIn: "token: laboratory", mayWrite: true });
  const first = await anchor(laboratory);
  expect(await verify(first)).toMatchObject({ verdict: "authentic", anchors: [{ account: laboratory.address }] });
  const next = valueOf("owner now", await done("issuer", "rotate", "Laboratory", "--pkcs11", "laboratory-2"));
  const second = await anchor(laboratory);
  expect(await verify(second)).toMatchObject({ verdict: "authentic", issuer: { address: laboratory.address }, anchors: [{ account: next }] });
  expect((await verify(first)).verdict).toBe("authentic");
});

test("no passphrase, PIN or private key ever stood in a log or in what a command said", async () => {
  const office = await openOffice({ dataFolder: service.dataFolder, passphraseFile: null, passphrase: new Secret(PASSPHRASE) });
  const privateKeys = await Promise.all(office.keys.accounts().map(async (account) => (await office.keys.folder.signerFor(account)).privateKey.slice(2)));
  await office.close();
  const wrong = await tradeseal(["issuer", "create", "--name", "Wrong"], { folder: service.dataFolder, environment: { ...environment, TRADESEAL_PASSPHRASE: "wrong-passphrase-8842", TRADESEAL_DEBUG: "1" } });
  expect(wrong).toMatchObject({ code: 65, stderr: expect.stringContaining("The passphrase in TRADESEAL_PASSPHRASE is wrong") });
  const everything = [...said, service.log(), wrong.stdout, wrong.stderr].join("\n");
  expect(privateKeys.length).toBeGreaterThan(5);
  expect(said.join("").length).toBeGreaterThan(5_000);
  for (const secret of [PASSPHRASE, "wrong-passphrase-8842", PIN, ...privateKeys]) expect(everything.toLowerCase().includes(secret.toLowerCase())).toBe(false);
});
