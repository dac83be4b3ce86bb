/**
 * Goal: keys open with their passphrase and with no other; a change of it is whole or not at all, whatever is killed when.
 * Method: real keystores in a temporary folder; the change is cut off after each of its writes, by a folder laid out as
 * that cut would leave it.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { decryptKeystoreJson } from "ethers";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openCredentialKeys } from "../../../src/adapters/credentialKeys.ts";
import { openKeyFolder } from "../../../src/adapters/keys/keyFolder.ts";
import type { Address } from "../../../src/core/address.ts";
import { Secret } from "../../../src/core/secret.ts";

const base = mkdtempSync(join(tmpdir(), "tradeseal-keys-"));
afterAll(() => rmSync(base, { recursive: true }));

let place: string;
let ownPassphraseFile: string;
beforeEach(() => {
  place = join(mkdtempSync(join(base, "case-")), "keys");
  ownPassphraseFile = join(place, "..", "passphrase");
});

const given = (text: string | null) => ({ file: null, text: text === null ? null : new Secret(text) });
const open = (text: string | null = null) => openKeyFolder({ folder: place, passphrase: given(text), ownPassphraseFile });
const credentialKeys = (text: string | null = null) => openCredentialKeys(join(place, "credentials"), open(text));
const file = (account: Address): string => join(place, `${account}.json`);

test("a key is a V3 keystore that other software opens", async () => {
  const account = await open("a passphrase of mine").create();
  const { privateKey } = await decryptKeystoreJson(readFileSync(file(account), "utf8"), "a passphrase of mine");
  expect((await open("a passphrase of mine").signerFor(account)).privateKey).toBe(privateKey);
  expect(JSON.parse(readFileSync(file(account), "utf8")).Crypto.kdfparams.n, "a person's passphrase must be slow to guess").toBe(2 ** 17);
});

const troubles: readonly [what: string, spoil: (account: Address) => ReturnType<typeof open>, says: RegExp][] = [
  ["a wrong passphrase",           ()        => open("wrong"),                                                          /The passphrase in TRADESEAL_PASSPHRASE is wrong/],
  ["an empty passphrase file",     ()        => { writeFileSync(ownPassphraseFile, "\n"); return open(); },             /passphrase file .* is empty/],
  ["a passphrase file that is gone", ()      => { rmSync(ownPassphraseFile); return open(); },                          /with their passphrase is missing/],
  ["a damaged key",                (account) => { writeFileSync(file(account), "{}"); return open(); },                 /is damaged/],
  ["a key that is not there",      (account) => { rmSync(file(account)); return open(); },                              /There is no key for the account/],
];

for (const [what, spoil, says] of troubles) {
  test(`${what}: a fault that says so`, async () => {
    const account = await open().create();
    const keys = spoil(account);
    await expect(keys.signerFor(account)).rejects.toMatchObject({ code: "signing_key_unusable", message: expect.stringMatching(says) });
  });
}

test("the operator's passphrase file that is missing is never made up", async () => {
  const keys = openKeyFolder({ folder: place, passphrase: { file: join(place, "nothing"), text: null }, ownPassphraseFile });
  await expect(keys.create()).rejects.toMatchObject({ code: "signing_key_unusable" });
  expect(existsSync(join(place, "nothing"))).toBe(false);
});

test("no key is added under another passphrase than the rest", async () => {
  await open().create();
  await expect(open("another").create()).rejects.toMatchObject({ message: expect.stringContaining("is wrong") });
  expect(open().accounts()).toHaveLength(1);
});

test("a changed passphrase opens all keys, and the former none", async () => {
  const accounts = [await open().create(), await open().create()];
  const former = readFileSync(ownPassphraseFile, "utf8");
  expect(await open().changePassphrase(null)).toBe(2);
  expect(readFileSync(ownPassphraseFile, "utf8")).not.toBe(former);
  for (const account of accounts) await expect(open().signerFor(account)).resolves.toBeDefined();
  await expect(open(former.trim()).signerFor(accounts[0]!)).rejects.toMatchObject({ code: "signing_key_unusable" });

  expect(await open().changePassphrase(given("mine from now on"))).toBe(2);
  expect(existsSync(ownPassphraseFile), "it would open nothing any more").toBe(false);
  for (const account of accounts) await expect(open("mine from now on").signerFor(account)).resolves.toBeDefined();
  await expect(open("mine from now on").changePassphrase(null)).rejects.toMatchObject({ code: "configuration_invalid" });
  expect(readdirSync(place).toSorted()).toEqual(accounts.map((account) => `${account}.json`).toSorted());
});

test("one key that does not open: nothing is changed", async () => {
  const accounts = [await open().create(), await open().create()].toSorted();
  writeFileSync(file(accounts[1]!), "{}");
  const before = readdirSync(place).filter((name) => name.endsWith(".json")).map((name) => readFileSync(join(place, name), "utf8"));
  await expect(open().changePassphrase(null)).rejects.toMatchObject({ code: "signing_key_unusable" });
  expect(readdirSync(place).filter((name) => name.endsWith(".json")).map((name) => readFileSync(join(place, name), "utf8"))).toEqual(before);
  await expect(open().signerFor(accounts[0]!)).resolves.toBeDefined();
});

test("keys that sign credentials change with the others, and say what they said; one that does not open stops it all", async () => {
  const account = await open().create();
  const [credentials, publicKey] = [credentialKeys(), await credentialKeys().create("ES256")];
  const keystore = join(place, "credentials", `${publicKey.thumbprint}.json`);
  const former = JSON.parse(readFileSync(keystore, "utf8"));
  expect(await open().changePassphrase(given("mine from now on"))).toBe(2);
  const { algorithm, publicKeyJwk, Crypto } = JSON.parse(readFileSync(keystore, "utf8"));
  expect([algorithm, publicKeyJwk, Crypto.kdfparams.n]).toEqual([former.algorithm, former.publicKeyJwk, 2 ** 17]);
  await expect(credentialKeys("mine from now on").sign(publicKey, Buffer.from("said"))).resolves.toHaveLength(64);
  await expect(credentialKeys("another").sign(publicKey, Buffer.from("said"))).rejects.toMatchObject({ code: "data_folder_unusable" });
  await expect(credentialKeys("another").create("ES256"), "under another passphrase it would be lost").rejects.toMatchObject({ code: "signing_key_unusable" });
  expect([credentials.has(publicKey.thumbprint), readdirSync(join(place, "credentials"))]).toEqual([true, [`${publicKey.thumbprint}.json`]]);

  writeFileSync(keystore, "{}");
  await expect(open("mine from now on").changePassphrase(given("another"))).rejects.toMatchObject({ code: "signing_key_unusable" });
  await expect(open("mine from now on").signerFor(account)).resolves.toBeDefined();
});

test("cut off anywhere, the folder is as before or as after, and the next change still works", async () => {
  const accounts = [await open().create(), await open().create()].toSorted();
  const publicKey = await credentialKeys().create("EdDSA");
  const root = join(place, "..");
  const before = contentOf(root);
  await open().changePassphrase(null);
  const after = contentOf(root);
  const keyNames = [...accounts.map((account) => `keys/${account}.json`), `keys/credentials/${publicKey.thumbprint}.json`];
  const next = new Map([...keyNames, "passphrase"].map((name) => [`${name}.next`, after.get(name)!]));

  // Before the mark: any number of new files beside the old ones. After it: any number of them moved already.
  const cuts: { isAfter: boolean; content: Map<string, string> }[] = [];
  for (let written = 0; written <= next.size; written += 1) cuts.push({ isAfter: false, content: new Map([...before, ...[...next].slice(0, written)]) });
  for (let moved = 0; moved <= next.size; moved += 1) {
    const content = new Map([...before, ...next, ["keys/passphrase-changed", "own"]]);
    for (const [name, text] of [...next].slice(0, moved)) {
      content.set(name.slice(0, -".next".length), text);
      content.delete(name);
    }
    cuts.push({ isAfter: true, content });
  }
  for (const { isAfter, content } of cuts) {
    layOut(root, content);
    for (const account of accounts) await expect(open().signerFor(account)).resolves.toBeDefined();
    await expect(credentialKeys().sign(publicKey, Buffer.from("said"))).resolves.toHaveLength(64);
    expect(readFileSync(ownPassphraseFile, "utf8")).toBe((isAfter ? after : before).get("passphrase"));
    expect(await open().changePassphrase(null)).toBe(3);
    expect([...contentOf(root).keys()].toSorted()).toEqual([...before.keys()].toSorted());
  }
});

function contentOf(root: string): Map<string, string> {
  const names = ["passphrase", ...readdirSync(join(root, "keys"), { recursive: true }).map((name) => `keys/${String(name)}`)].filter((name) => statSync(join(root, name), { throwIfNoEntry: false })?.isFile() === true);
  return new Map(names.map((name) => [name, readFileSync(join(root, name), "utf8")]));
}

function layOut(root: string, content: ReadonlyMap<string, string>): void {
  rmSync(root, { recursive: true });
  mkdirSync(join(root, "keys/credentials"), { recursive: true });
  for (const [name, text] of content) writeFileSync(join(root, name), text);
}

test("a secret does not come out by printing", () => {
  const secret = new Secret("do not show");
  expect([String(secret), `${secret}`, JSON.stringify({ secret }), inspect(secret), inspect({ deep: { secret } }, { showHidden: true })].join()).not.toContain("do not show");
});
