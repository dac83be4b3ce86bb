/**
 * Goal: on the real service the pages go on without it, keep proof while they have it, speak a language that runs from right to left, and can be used by keyboard alone.
 * Method: headless Chromium; a document is anchored and checked, proof of that is kept and checked in turn; then the service ends, and the page is opened again.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { arabic } from "../../src/words/arabic/table.ts";
import { englishReceipt } from "../../src/words/english/receipt.ts";
import { startBrowser } from "../web/browser.ts";

const certificate = Buffer.from("a certificate that is looked at where there is no line");
const name = "certificate.txt";

let service: ServiceProcess;
let browser: Browser;
let page: Page;
let seal: Buffer;

beforeAll(async () => {
  [service, browser] = await Promise.all([startServiceProcess({ dataFolder: temporaryFolder() }), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function give(files: readonly { name: string; content: Buffer }[], verdict: string): Promise<string> {
  await page.setInputFiles("input[type=file]", files.map((file) => ({ name: file.name, mimeType: "application/octet-stream", buffer: file.content })));
  const card = page.locator(`article[data-verdict=${verdict}]`).first();
  await card.waitFor();
  return card.innerText();
}

test("the document is on the ledger", async () => {
  const headers = { authorization: `Bearer ${service.keyOf("chamber")}`, "content-type": "application/json" };
  const digest = createHash("sha256").update(certificate).digest("hex");
  const { id } = (await (await fetch(`${service.url}/v1/documents`, { method: "POST", headers, body: JSON.stringify({ digest, documentType: "861" }) })).json()) as { id: string };
  await expect.poll(async () => ((await (await fetch(`${service.url}/v1/documents/${id}`, { headers })).json()) as { state: string }).state).toBe("final");
  seal = Buffer.from(await (await fetch(`${service.url}/v1/documents/${id}/seal`, { headers })).arrayBuffer());
});

test("in Arabic: from right to left, and the same answer", async () => {
  await page.goto(`${service.url}/?lang=ar`);
  await page.waitForSelector("main");
  expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual(["rtl", "ar"]);
  expect(await give([{ name, content: certificate }], "authentic")).toContain(arabic.page.todo);
});

/** Presses Tab until the element has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Forty presses of Tab did not lead to ${selector}.`);
}

test("by keyboard alone: a digest is typed and checked, and another language is chosen", async () => {
  await page.goto(`${service.url}/`);
  await page.waitForSelector("main");
  await tabTo(".paste > summary");
  await page.keyboard.press("Enter");
  await tabTo("#pasted");
  await page.keyboard.type(createHash("sha256").update(certificate).digest("hex"));
  await tabTo(".paste button");
  await page.keyboard.press("Enter");
  await page.locator("article[data-verdict=authentic]").waitFor();
  await page.goto(`${service.url}/`);
  await page.waitForSelector("main");
  await tabTo(".language > summary");
  for (const key of ["Enter", "ArrowDown", "Escape", "Enter"]) await page.keyboard.press(key);
  await tabTo(".language a[hreflang=fr]");
  await page.keyboard.press("Enter");
  await page.locator("html[lang=fr] main").waitFor();
  expect(new URL(page.url()).searchParams.get("lang")).toBe("fr");
});

test("proof of a check is kept, and is checked like any credential", async () => {
  await page.goto(`${service.url}/`);
  await give([{ name, content: certificate }], "authentic");
  await page.getByRole("button", { name: englishReceipt.keep }).click();
  const link = page.locator("[data-proof=made] a[download$='.jwt']");
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const receipt = readFileSync(await download.path());
  const verdictOf = async (): Promise<string> => ((await (await fetch(`${service.url}/v1/verifications`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ credential: receipt.toString() }) })).json()) as { verdict: string }).verdict;
  await expect.poll(verdictOf).toBe("authentic");
  await page.goto(`${service.url}/`);
  await page.setInputFiles("input[type=file]", [{ name: "receipt.jwt", mimeType: "application/octet-stream", buffer: receipt }]);
  await page.locator("[data-held] button").first().click();
  await page.locator("[data-receipt='authentic authentic authentic']").waitFor();
});

test("the service is gone: the page opens, tells what is certain and what was known, and says no yes", async () => {
  await page.goto(`${service.url}/`);
  await page.locator("[data-offline-ready]").waitFor();
  await service.stop();
  await page.reload();
  const said = await give([{ name, content: certificate }, { name: `${name}.seal.json`, content: seal }], "undetermined");
  expect(await page.locator("[data-offline]").getAttribute("data-offline")).toBe("fits_seal accredited_then nothing_said_then");
  expect(said).not.toMatch(/\bgenuine\b/i);
});
