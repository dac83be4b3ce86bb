/**
 * Goal: who scans a paper's code reads what the issuer signed and how it stands, and never takes an unsigned code for a signed one; what stands on the paper is told to no server.
 * Method: one good code on the built page in Chromium, spoilt in one way per row. The API answers by script; the signature is judged by the page itself.
 */
import { generateKeyPairSync, sign } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { parseDocumentType } from "../../src/core/documentType.ts";
import { codeSigningInput, writePaperCode } from "../../src/core/paperCode.ts";
import { publicKeyFromJwk } from "../../src/core/publicKey.ts";
import type { Report } from "../../src/core/report.ts";
import { englishCode as words } from "../../src/words/english/code.ts";
import { englishDesk } from "../../src/words/english/desk.ts";
import { englishReceipt } from "../../src/words/english/receipt.ts";
import { english } from "../../src/words/english/table.ts";
import { Bench } from "./bench.ts";
import type { Answer } from "./fakeService.ts";
import { authentic, chamber, origin, replacement, reports, stranger } from "./reports.ts";

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const jwk = publicKey.export({ format: "jwk" }) as { kty: string; crv: string; x: string; y: string };
const { thumbprint } = publicKeyFromJwk(jwk)!;
const essentials = { issuer: chamber.address, chainId: 0x7a69, documentType: origin, number: "XX-2026-208897", date: "2026-06-03", parties: ["Example Trading Ltd", "<b>Købmand</b>"], key: thumbprint };
const input = codeSigningInput(essentials);
const signed = (bytes: string): Uint8Array => new Uint8Array(sign("sha256", Buffer.from(bytes), { key: privateKey, dsaEncoding: "ieee-p1363" }));
const good = writePaperCode(input, signed(input));
const bySomebodyElse = writePaperCode(input, signed("something else"));

const keysPath = `/v1/issuers/${chamber.did}/keys`;
const listed = { json: { did: chamber.did, blockNumber: 120, keys: [{ thumbprint, publicKeyJwk: jwk }] } };

let bench: Bench;
let page: Page;
beforeAll(async () => void (bench = await Bench.start()));
afterAll(() => bench?.stop());
afterEach(async () => expect(await bench.offences()).toEqual([]));

async function open(code: string, { report, keys = listed, width = 1280 }: { report: Answer; keys?: Answer | { json: unknown }; width?: number }): Promise<string> {
  bench.service.script = () => report;
  bench.service.others.set(keysPath, () => keys);
  page = await bench.open({ width, path: `/c#${code}` });
  const card = page.locator("article:is([data-verdict], [data-trouble])").first();
  await card.waitFor();
  return (await card.getAttribute("data-verdict")) ?? (await card.getAttribute("data-trouble"))!;
}

/** The code given to the page that checks documents, then whatever else. */
async function pasted(code: string, report: Report, ...others: readonly string[]): Promise<void> {
  bench.service.script = () => ({ report });
  bench.service.others.set(keysPath, () => listed);
  page = await bench.open({ width: 1280 });
  await page.getByText(englishDesk.intake.paste).click();
  for (const text of [code, ...others]) {
    await page.fill("#pasted", text);
    await page.getByRole("button", { name: englishDesk.intake.check, exact: true }).click();
    await page.waitForSelector("article[data-verdict], tr[data-row=authentic]");
  }
}

const ofStranger: Report = { ...authentic, issuer: stranger, anchors: [{ ...authentic.anchors[0]!, issuer: stranger }] };

const unknownIssuer: Report = { ...reports.not_entitled, issuer: chamber, anchors: reports.not_entitled.anchors.map((anchor) => ({ ...anchor, issuer: chamber })) };

it.each<[what: string, code: string, world: Parameters<typeof open>[1], outcome: string, essentials: string | null]>([
  ["in order",                              good,             { report: { report: authentic } },                                            "authentic",       "signed"],
  ["revoked since",                         good,             { report: { report: reports.no_longer_valid } },                              "no_longer_valid", "signed"],
  ["by an issuer nobody vouches for",       good,             { report: { report: unknownIssuer } },                                        "not_entitled",    "unsigned"],
  ["without a record",                      good,             { report: { report: reports.not_found } },                                    "not_found",       "unsigned"],
  ["not final yet",                         good,             { report: { report: reports.undetermined } },                                 "undetermined",    "unsigned"],
  ["signed by another key",                 bySomebodyElse,   { report: { report: authentic } },                                            "altered",         "unsigned"],
  ["by a key that is not the issuer's",     good,             { report: { report: authentic }, keys: { json: { ...listed.json, keys: [] } } }, "altered",      "unsigned"],
  ["keys of somebody else",                 good,             { report: { report: authentic }, keys: { json: { ...listed.json, did: stranger.did } } }, "undetermined", "unsigned"],
  ["nobody tells the keys",                 good,             { report: { report: authentic }, keys: "hang up" },                           "undetermined",    "unsigned"],
  ["the keys are no list",                  good,             { report: { report: authentic }, keys: { json: { did: chamber.did, keys: { 0: jwk } } } }, "undetermined", "unsigned"],
  ["a yes about another issuer's record",   good,             { report: { report: ofStranger } },                                           "unreadable_answer", "unsigned"],
  ["no connection",                         good,             { report: "hang up" },                                                        "no_connection",   "unsigned"],
  ["cut short",                             good.slice(0, -9), { report: { report: authentic } },                                           "code_malformed",  null],
  ["another party in it",                   good.replace(/^1\.(.{40})./, (_, start: string) => `1.${start}A`), { report: { report: authentic } }, "code_malformed", null],
  ["no code at all",                        "",               { report: { report: authentic } },                                            "no_code",         null],
])("%s", async (_what, code, world, outcome, shown) => {
  expect(await open(code, world)).toBe(outcome);
  const section = page.locator("[data-essentials]");
  expect(shown === null ? await section.count() : await section.getAttribute("data-essentials")).toBe(shown ?? 0);
  if (shown === "signed") expect(await section.innerText()).toContain(words.copied);
  if (outcome !== "authentic") expect(await page.locator("main").innerText()).not.toMatch(/\bgenuine (?!,)/i);
});

it("tells the service the digest, the issuer and the type, and nothing that stands on the paper", async () => {
  await open(good, { report: { report: authentic } });
  expect(bench.service.asked.map((body) => Object.keys(JSON.parse(body) as object))).toEqual([["digest", "documentType", "issuer"]]);
  expect(bench.service.asked.join()).not.toMatch(/208897|Example|2026-06-03/);
});

it("leads from a paper that was replaced to the document in its place", async () => {
  await open(good, { report: { report: reports.no_longer_valid } });
  await page.getByText(english.page.details).click();
  await page.getByRole("link", { name: english.page.replacement }).click();
  await page.waitForURL(`**/?digest=${replacement}`);
});

it("shows the number as it is printed, and markup in a name as text", async () => {
  await open(good, { report: { report: authentic } });
  const shown = await page.locator("[data-essentials]").innerText();
  for (const text of ["XX-2026-208897", "3 June 2026", "<b>Købmand</b>", "Demo Chamber of Commerce"]) expect(shown).toContain(text);
});

const receiptCode = (found: string): string => {
  const receipt = codeSigningInput({ ...essentials, documentType: parseDocumentType("RCT"), parties: ["Customs", found, "ab".repeat(16)] });
  return writePaperCode(receipt, signed(receipt));
};
const RCT = parseDocumentType("RCT");
const ofReceipt: Report = { ...authentic, subject: { ...authentic.subject, documentType: RCT }, anchors: authentic.anchors.map((anchor) => ({ ...anchor, documentType: RCT })) };

it.each([
  ["on the code's own page", "/c#"],
  ["on the page that checks documents", "/"],
])("a receipt's code that holds looks like no yes, and says first that it tells nothing of the document today: %s", async (_where, path) => {
  const code = receiptCode("authentic");
  if (path === "/c#") await open(code, { report: { report: ofReceipt } });
  else await pasted(`/c#${code}`, ofReceipt);
  const card = page.locator("article[data-verdict=authentic]");
  const text = await card.innerText();
  expect(await card.locator("h2").innerText()).toBe("Receipt of an earlier check, signed by Demo Chamber of Commerce");
  expect(await page.locator("article [data-mark=authentic], article.tone-authentic").count()).toBe(0);
  expect(text).toContain(words.aboutReceipt);
  // The one "genuine" is what was found on that day; before it stands what it is about.
  expect(text.indexOf(words.aboutReceipt)).toBeLessThan(text.search(/genuine/i));
  expect(text.match(/genuine/gi)).toEqual(["Genuine"]);
});

it("a receipt's code that is not answered for says what it is about, too", async () => {
  await open(receiptCode("authentic"), { report: "hang up" });
  const text = await page.locator("[data-essentials]").innerText();
  expect(text.indexOf(words.aboutReceipt)).toBe(0);
});

it("among many, a receipt's code is called a receipt", async () => {
  await pasted(`/c#${receiptCode("authentic")}`, ofReceipt, "ab".repeat(32), "cd".repeat(32));
  const row = page.locator("tr[data-row]").filter({ hasText: "Receipt of a check" });
  expect([await row.count(), await row.locator("[data-mark=authentic]").count()]).toEqual([1, 0]);
});

it.each<[found: string, shown: RegExp, never: RegExp]>([
  ["authentic", /“Genuine”, on that day/, /As at/],
  ["authentic 2020-01-01T00:00:00Z", /As at 1 January 2020.*“Genuine”/, /on that day/],
])("a receipt's code that says %j is told as what it is about", async (found, shown, never) => {
  await open(receiptCode(found), { report: { report: ofReceipt } });
  const said = await page.locator("[data-essentials]").innerText();
  expect(said).toMatch(shown);
  expect(said).not.toMatch(never);
});

it.each<[what: string, code: string, world: Parameters<typeof open>[1], isOffered: boolean]>([
  ["that holds",                       good,           { report: { report: authentic } },                          true],
  ["that was revoked since",           good,           { report: { report: reports.no_longer_valid } },            true],
  ["without a record",                 good,           { report: { report: reports.not_found } },                  true],
  // The receipt would be about the digest, which another's signature has in common with the issuer's.
  ["signed by another key",            bySomebodyElse, { report: { report: authentic } },                          false],
  ["of which nobody tells the keys",   good,           { report: { report: authentic }, keys: "hang up" },         false],
  ["of which nothing could be asked",  good,           { report: "hang up" },                                      false],
])("proof is kept of the check of a code %s, where a receipt would say the same", async (_what, code, world, isOffered) => {
  await open(code, world);
  const button = page.getByRole("button", { name: englishReceipt.keep });
  expect(await button.count()).toBe(isOffered ? 1 : 0);
  if (!isOffered) return;
  const bodies: unknown[] = [];
  bench.service.routes.set("POST /v1/receipts", ({ body }) => (bodies.push(JSON.parse(body)), { status: 201, json: { id: "r-1", number: "R-1", receipt: "a.b.c", state: "accepted" } }));
  await button.click();
  await page.locator("[data-proof=made]").waitFor();
  expect(bodies).toEqual([{ ...(JSON.parse(bench.service.asked[0]!) as object), language: "en" }]);
});

it("on the page that checks documents, too, no proof is offered of a code that its issuer did not sign", async () => {
  await pasted(`/c#${bySomebodyElse}`, authentic);
  expect(await page.getByRole("button", { name: englishReceipt.keep }).count()).toBe(0);
});

it("reads the next code when the address changes", async () => {
  await open(bySomebodyElse, { report: { report: authentic } });
  await page.evaluate((code) => void (location.hash = code), good);
  await page.waitForSelector("article[data-verdict=authentic], article[data-verdict=altered]");
  // The same digest, another signature: what is shown must be about the code that is in the address now.
  await expect.poll(() => page.locator("article").first().getAttribute("data-verdict")).toBe("authentic");
});

it.each([360, 1280])("axe finds nothing and nothing runs over the edge at %i pixels", async (width) => {
  await open(good, { report: { report: authentic }, width });
  expect(await bench.violations()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});
