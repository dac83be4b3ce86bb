/**
 * Goal: without a network the pages still open, tell what is certain and what was known when, and never say yes.
 * Method: the built pages in Chromium, loaded once with a service worker, then nothing answers any more; documents with seals and codes, each in order or spoilt in one way.
 */
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { digestOf, leafOf, type Digest } from "../../src/core/digest.ts";
import { codeSigningInput, writePaperCode } from "../../src/core/paperCode.ts";
import { publicKeyFromJwk, type PublicJwk } from "../../src/core/publicKey.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { leafStart } from "../../src/core/snapshotLeaf.ts";
import { englishSnapshot as words } from "../../src/words/english/snapshot.ts";
import { Bench } from "./bench.ts";
import { dropFiles, type GivenFile } from "./browser.ts";
import { chamber, origin, trustRoots } from "./reports.ts";
import { sealTextFor } from "./sealFile.ts";

const paper: GivenFile = { name: "certificate.pdf", content: "a certificate of origin" };
const digest = createHash("sha256").update(paper.content).digest("hex") as Digest;
const sealText = sealTextFor(paper.content);
const { chainId, genesis, anchorRegistry } = (JSON.parse(sealText) as { ledger: Snapshot["ledger"] }).ledger;

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const jwk = publicKey.export({ format: "jwk" }) as PublicJwk;
const { thumbprint } = publicKeyFromJwk(jwk as never)!;
const input = codeSigningInput({ issuer: chamber.address, chainId, documentType: origin, number: "XX-2026-208897", date: "2026-06-03", parties: ["Example Trading Ltd"], key: thumbprint });
const codeOver = (text: string): string => writePaperCode(input, new Uint8Array(sign("sha256", Buffer.from(text), { key: privateKey, dsaEncoding: "ieee-p1363" })));

const sealIssuer = (JSON.parse(sealText) as { issuer: Snapshot["issuers"][number]["did"] }).issuer;
const issuer = (did: typeof sealIssuer): Snapshot["issuers"][number] => ({ did, name: "Demo Chamber of Commerce", documentTypes: [origin], keys: [{ thumbprint, publicKeyJwk: jwk }] });
const issuers = [...new Set([sealIssuer, chamber.did])].map(issuer);
const sound: Snapshot = { ledger: { chainId, genesis, anchorRegistry }, block: { chainId, number: 7, hash: `0x${"ab".repeat(32)}`, time: "2026-06-03T09:59:58Z" }, trustRoots, issuers, spoken: [], isComplete: true };

let bench: Bench;
let page: Page;
beforeAll(async () => void (bench = await Bench.start()));
afterAll(() => bench?.stop());
beforeEach(() => {
  bench.service.others.clear();
  bench.service.isGone = false;
});
afterEach(async () => void (await bench.offences()));

/** A device that was here once with this snapshot, and has no network now. */
async function offline(snapshot: Snapshot | null, path = "/"): Promise<void> {
  if (snapshot !== null) bench.service.others.set("/v1/snapshot", () => ({ json: snapshot }));
  page = await bench.open({ width: 1280, isKept: true });
  if (snapshot !== null) await page.waitForSelector("[data-offline-ready]");
  bench.service.isGone = true;
  await page.goto(new URL(path, page.url()).href);
  await page.waitForSelector("main h1");
}

const facts = (): Promise<string | null> => page.locator("[data-offline]").getAttribute("data-offline");

const sealed = { name: `${paper.name}.seal.json`, content: sealText };
const spoken = (of: Digest): string[] => [leafStart(leafOf(of))];

it.each<[what: string, snapshot: Snapshot, verdict: string, facts: string]>([
  ["in order",                               sound,                                                  "undetermined", "fits_seal accredited_then nothing_said_then"],
  ["something was said about it",            { ...sound, spoken: spoken(digest) },                   "undetermined", "fits_seal accredited_then spoken_then"],
  ["the issuer was nobody",                  { ...sound, issuers: [] },                              "undetermined", "fits_seal not_accredited_then nothing_said_then"],
  ["the snapshot does not hold everything",  { ...sound, issuers: [], isComplete: false },           "undetermined", "fits_seal unknown_then spoken_unknown_then"],
  ["of another ledger",                      { ...sound, ledger: { ...sound.ledger, genesis: `0x${"00".repeat(32)}` } }, "undetermined", "fits_seal"],
])("a document with its seal, %s", async (_what, snapshot, verdict, said) => {
  await offline(snapshot);
  await dropFiles(page, [paper, sealed]);
  await page.waitForSelector(`article[data-verdict=${verdict}]`);
  expect(await facts()).toBe(said);
  const text = await page.locator("article").innerText();
  expect(text).toContain(words.notKnown);
  expect(text).toContain("3 June 2026, 09:59 UTC");
  expect(text).not.toMatch(/\bgenuine\b/i);
});

it("another file with that seal: altered, for that is certain", async () => {
  await offline(sound);
  await dropFiles(page, [{ ...paper, content: "another" }, sealed]);
  await page.waitForSelector("article[data-verdict=altered]");
  expect(await facts()).toBe("");
});

it("a file alone: nobody can be asked, and nothing is made up", async () => {
  await offline(sound);
  await dropFiles(page, [paper]);
  await page.waitForSelector("article[data-trouble=no_connection]");
});

it.each<[what: string, code: string, snapshot: Snapshot, verdict: string, facts: string]>([
  ["in order",             codeOver(input),       sound,                                                                   "undetermined", "signed accredited_then nothing_said_then"],
  ["forged",               codeOver("another"),   sound,                                                                   "altered",      ""],
  ["by a key not known",   codeOver(input),       { ...sound, issuers: issuers.map((each) => ({ ...each, keys: [] })) },   "undetermined", "key_unknown accredited_then nothing_said_then"],
  ["spoken about",         codeOver(input),       { ...sound, spoken: spoken(digestOf(new TextEncoder().encode(input))) }, "undetermined", "signed accredited_then spoken_then"],
])("a paper's code, %s", async (_what, code, snapshot, verdict, said) => {
  await offline(snapshot, `/c#${code}`);
  await page.waitForSelector(`article[data-verdict=${verdict}]`);
  expect(await facts()).toBe(said);
  expect(await page.locator("main").innerText()).not.toMatch(/\bgenuine\b/i);
});

it.each<[what: string, spoilt: unknown]>([
  ["no list of issuers", { ...sound, issuers: { 0: issuers[0] } }],
  ["no word on completeness", { ...sound, isComplete: "yes" }],
  ["no time", { ...sound, block: { ...sound.block, time: "now" } }],
])("a snapshot with %s is none", async (_what, spoilt) => {
  bench.service.others.set("/v1/snapshot", () => ({ json: spoilt }));
  page = await bench.open({ width: 1280, isKept: true });
  await page.evaluate(() => navigator.serviceWorker.ready);
  bench.service.isGone = true;
  await page.reload();
  await dropFiles(page, [paper, sealed]);
  await page.waitForSelector("article[data-trouble=no_connection]");
});
