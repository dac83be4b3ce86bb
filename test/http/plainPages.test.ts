/**
 * Goal: the pages that are plain HTML can be read by everybody: with a keyboard, with a screen reader, on a phone, and they lead home.
 * Method: the service in the test's process, its pages in Chromium, light and dark, judged by axe.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressOf, emptyLedger, hashOf, head, startService, type ServiceInTest } from "./serviceInTest.ts";
import { parseDocumentType } from "../../src/core/documentType.ts";
import { NO_END } from "../../src/core/ledger.ts";
import { startBrowser, violationsOn } from "../web/browser.ts";

const [home, abroad, far] = ["1", "2", "3"].map(addressOf) as [ReturnType<typeof addressOf>, ReturnType<typeof addressOf>, ReturnType<typeof addressOf>];
const types = ["AEO", "TOI"].map(parseDocumentType);
const empty = emptyLedger();
/** One that recognises two, for two types: tables with lines and columns, more than one to a page. */
const verify = {
  ...empty,
  ledger: { ...empty.ledger, grantsOf: async () => [{ isGranted: true, from: head.time - 500, until: NO_END, mayPassOn: false, isCompromised: false, time: head.time - 500, blockNumber: 1, particulars: hashOf("5") }] },
  index: { ...empty.index, grantsBelow: () => [abroad, far].map((grantee) => ({ grantor: home, grantee, name: `Customs ${grantee.at(-1)} with a name that does not fit a phone`, particulars: hashOf("5") })) },
  trustRoots: () => [{ address: home, name: "Home Customs", documentTypes: types }],
};

let service: ServiceInTest;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  service = await startService({ verify });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function open(path: string, { width = 360, colorScheme = "light" }: { width?: number; colorScheme?: "light" | "dark" } = {}): Promise<void> {
  await page?.context().close();
  page = await (await browser.newContext({ viewport: { width, height: 800 }, colorScheme })).newPage();
  await page.goto(`http://127.0.0.1:${service.port}${path}`);
}

test.each([
  ["/docs", "light"],
  ["/docs", "dark"],
  ["/problems/ledger_unreachable", "light"],
  ["/recognitions", "light"],
  ["/recognitions", "dark"],
  ["/recognitions?lang=ar", "light"],
] as const)("%s, %s: axe finds nothing, and nothing runs over a phone's edge", async (path, colorScheme) => {
  await open(path, { colorScheme });
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await page.locator("main h1").count()).toBe(1);
});

test.each([
  ["/docs", "/"],
  ["/recognitions", "/"],
  ["/recognitions?lang=fr", "/?lang=fr"],
  ["/recognitions?lang=%22%3E%3Cb%3E", "/?lang=en"],
])("%s leads home, in the language that was chosen", async (path, target) => {
  await open(path);
  const link = page.locator("header a.brand");
  expect([await link.innerText(), await link.getAttribute("href")]).toEqual(["Tradeseal", target]);
});
