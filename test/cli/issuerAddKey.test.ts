/**
 * Goal: an issuer's keys for signing credentials are made, listed on the ledger, found by others under did:ethr and did:web alike, and sign.
 * Method: the real program and a real service; what it serves is fetched by the guarded fetcher as a stranger would, and every key's signature is
 * checked by Node's own crypto.
 */
import { createPublicKey, verify } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../scripts/serviceProcess.ts";
import { guardedFetcher } from "../../src/adapters/fetching/guardedFetcher.ts";
import { LedgerConnection } from "../../src/adapters/ledger/connection.ts";
import { identityHistory } from "../../src/adapters/ledger/identityHistory.ts";
import { readLedgerFile } from "../../src/ledgerAccess.ts";
import { openOffice } from "../../src/office.ts";
import { parseAddress } from "../../src/core/address.ts";
import { assertionKeys, type DidDocument } from "../../src/core/identities/didDocument.ts";
import { isMirroredAs } from "../../src/core/identities/didEthr.ts";
import { algorithms, type PublicKey } from "../../src/core/publicKey.ts";
import { identitiesThrough } from "../../src/flows/identities/identities.ts";
import type { Identities } from "../../src/flows/identities/identityPorts.ts";
import { startServe, untilReady } from "./ownService.ts";
import { testFolder, tradeseal, valueOf, type Run } from "./program.ts";

const folder = testFolder();
let environment: Record<string, string>;
let service: ReturnType<typeof startServe>;
let chamber: string;
let connection: LedgerConnection;
let identities: Identities;
const here = (...args: string[]): Promise<Run> => tradeseal(args, { folder: folder.name, environment });

beforeAll(async () => {
  const port = await freePort();
  environment = { PORT: String(port), TRADESEAL_DATA: folder.at("data"), TRADESEAL_LOG_LEVEL: "error" };
  chamber = valueOf("address", await here("issuer", "create", "--name", "Chamber"));
  const early = await here("issuer", "add-key", "Chamber", "--algorithm", "ES256");
  expect([early.code, early.stderr]).toEqual([64, expect.stringContaining("start the service once")]);
  service = startServe(environment);
  await untilReady(`http://127.0.0.1:${port}`);
  const { rpc } = JSON.parse(readFileSync(folder.at("data/running.json"), "utf8")) as { rpc: string };
  const ledger = readLedgerFile(folder.at("data/ledger.json"));
  connection = new LedgerConnection({ ledger, url: rpc });
  identities = identitiesThrough({
    ...{ chainId: ledger.chainId, history: identityHistory(connection), fetcher: guardedFetcher({ isLoopbackAllowed: true }) },
    ...{ clock: () => Date.now() / 1000, ownIdentity: async () => null, isLoopbackFetched: true },
  });
});
afterAll(async () => {
  connection?.close();
  const ended = new Promise((resolve) => service.once("exit", resolve));
  service.kill("SIGTERM");
  await ended;
  folder.remove();
});

async function resolved(did: string): Promise<DidDocument> {
  const resolution = await identities.resolve(did, await connection.head());
  expect(resolution, did).toMatchObject({ is: "resolved" });
  return (resolution as { document: DidDocument }).document;
}

test("a key of each algorithm is listed, found by strangers, and signs", async () => {
  const made = [];
  for (const algorithm of algorithms) made.push(await here("issuer", "add-key", "Chamber", "--algorithm", algorithm, "--wait", "final"));
  expect(made.map(({ code }) => code)).toEqual([0, 0, 0]);
  const [ledgerIds, webIds] = [made.map((run) => valueOf("known as", run)), made.map((run) => valueOf("and as", run))];
  const [did, didWeb] = [ledgerIds[0]!.split("#")[0]!, webIds[0]!.split("#")[0]!];

  const onLedger = await resolved(did);
  const onWeb = await resolved(didWeb);
  const publicKeys = (document: DidDocument) => assertionKeys(document).flatMap(({ id, key }) => (key.kind === "public" ? [{ id, key: key.publicKey }] : []));
  expect(publicKeys(onLedger).map(({ id }) => id).sort()).toEqual(ledgerIds.toSorted());
  expect(publicKeys(onWeb).map(({ id }) => id).sort()).toEqual(webIds.toSorted());
  expect(publicKeys(onWeb).map(({ key }) => key)).toEqual(publicKeys(onLedger).map(({ key }) => key));
  expect([isMirroredAs(onLedger, didWeb), onWeb.alsoKnownAs]).toEqual([true, [did]]);

  const office = await openOffice({ dataFolder: folder.at("data"), passphraseFile: null });
  for (const { key } of publicKeys(onLedger)) {
    const signature = await office.credentialKeys.sign(key, Buffer.from("said"));
    expect([isSignature(key, "said", signature), isSignature(key, "not said", signature)], key.algorithm).toEqual([true, false]);
    if (key.algorithm === "ES256K") expect(signature[32]! < 0x80, "the low half").toBe(true);
  }
  await office.close();
});

function isSignature({ algorithm, jwk }: PublicKey, said: string, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: { ...jwk }, format: "jwk" });
  return algorithm === "EdDSA" ? verify(null, Buffer.from(said), key, signature) : verify("sha256", Buffer.from(said), { key, dsaEncoding: "ieee-p1363" }, signature);
}

test("keys are kept encrypted, for their owner's eyes only", () => {
  const keys = folder.at("data/keys/credentials");
  for (const file of readdirSync(keys)) {
    const keystore = JSON.parse(readFileSync(`${keys}/${file}`, "utf8")) as Record<string, unknown>;
    expect(keystore).toMatchObject({ version: 3, Crypto: { kdf: "scrypt", cipher: "aes-128-ctr" } });
    expect(JSON.stringify(keystore)).not.toMatch(/"d"/);
    expect(statSync(`${keys}/${file}`).mode & 0o777).toBe(0o600);
  }
  expect(readdirSync(keys)).toHaveLength(algorithms.length);
});

test("the document is served to any page, may be kept for a minute, and is there for issuers of this service only", async () => {
  const at = (address: string): Promise<Response> => fetch(`http://127.0.0.1:${environment["PORT"]}/issuers/${address}/did.json`);
  const { status, headers } = await at(chamber);
  expect([status, headers.get("content-type"), headers.get("cache-control"), headers.get("access-control-allow-origin")]).toEqual([200, "application/did+json; charset=utf-8", "public, max-age=60", "*"]);
  const others = await Promise.all([at(`0x${"5".repeat(40)}`), at("x"), at(parseAddress(chamber).toUpperCase().replace("0X", "0x"))]);
  expect(others.map((other) => other.status)).toEqual([404, 404, 404]);
});

test.each([
  ["an issuer nobody knows",   ["Nobody", "--algorithm", "ES256"],                               "Registered here: Chamber."],
  ["an issuer elsewhere",      [`0x${"6".repeat(40)}`, "--algorithm", "ES256"],                  "holds no key"],
  ["no algorithm",             ["Chamber"],                                                      "--algorithm"],
  ["an algorithm of no use",   ["Chamber", "--algorithm", "RS256"],                              "ES256, ES256K, EdDSA"],
  ["an end in the past",       ["Chamber", "--algorithm", "ES256", "--until", "2020-01-01"],     "would end (2020-01-01T00:00:00Z)"],
])("%s: 64, and no key is made", async (_what, args, says) => {
  const before = readdirSync(folder.at("data/keys/credentials")).length;
  const refused = await here("issuer", "add-key", ...args);
  expect(refused.stderr).toContain(says);
  expect(refused.code).toBe(64);
  expect(readdirSync(folder.at("data/keys/credentials"))).toHaveLength(before);
});
