/**
 * Goal: an administrator sees on the page what stands on the ledger at any moment, accredits a newcomer there and takes it back there; and what the page did is what verifiers then say.
 * Method: headless Chromium on a real service with its own ledger; the newcomer anchors a document by API, and the page that checks documents is asked before, between and after.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { englishSignIn as signIn } from "../../src/words/english/signIn.ts";
import { englishTrust as said } from "../../src/words/english/trust.ts";
import { secondsOf, statesAt } from "../../src/core/trustGraph.ts";
import { readTrustGraph } from "../../src/core/trustGraphReader.ts";
import { startBrowser } from "../web/browser.ts";

const root = join(import.meta.dirname, "../..");
const certificate = readFileSync(join(root, "docs/samples/certificate-of-origin.pdf"));
const say = said.administration;

let service: ServiceProcess;
let browser: Browser;
let page: Page;
const offences: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startServiceProcess({ dataFolder: temporaryFolder() }), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("console", (message) => void (message.type() === "error" && offences.push(message.text())));
  page.on("request", (request) => void (!request.url().startsWith(service.url) && !request.url().startsWith("blob:") && offences.push(request.url())));
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const issuer = (wanted: string) => {
  const { name, did } = service.demo.issuers.find(({ role }) => role === wanted)!;
  return { name, address: did.split(":").at(-1)! };
};
const rogue = () => issuer("rogue");
const customs = () => issuer("customs");
const chamber = () => issuer("chamber");

async function headline(): Promise<string> {
  const other = await browser.newPage();
  try {
    await other.goto(`${service.url}/`);
    await other.setInputFiles("input[type=file]", [{ name: "certificate.pdf", mimeType: "application/pdf", buffer: certificate }]);
    const card = other.locator("article[data-verdict]");
    await card.waitFor();
    return `${await card.getAttribute("data-verdict")}: ${await card.locator("h2").innerText()}`;
  } finally {
    await other.close();
  }
}

async function anchor(): Promise<void> {
  const headers = { authorization: `Bearer ${service.keyOf("rogue")}` };
  const body = new FormData();
  body.set("documentType", "861");
  body.set("file", new Blob([new Uint8Array(certificate)]));
  const { id } = (await (await fetch(`${service.url}/v1/documents`, { method: "POST", headers, body })).json()) as { id: string };
  await expect.poll(async () => ((await (await fetch(`${service.url}/v1/documents/${id}`, { headers })).json()) as { state: string }).state).toBe("final");
}

const grantTo = (address: string) => page.locator(`[data-grant="${customs().address} ${address}"]`);

test("the demonstration's grant is drawn in force, and not before it began; the page judges as the service does", async () => {
  await page.goto(`${service.url}/trust`);
  await page.locator(`[data-party="${chamber().address}"][data-look="in"]`).waitFor();
  expect(await page.locator(`[data-line="${customs().address} ${chamber().address}"]`).getAttribute("data-look")).toBe("in");
  await page.getByRole("button", { name: said.time.earlier }).click();
  await page.locator("input[type=range]").focus();
  await page.keyboard.press("Home");
  expect(await grantTo(chamber().address).innerText()).toContain(said.states.not.accreditation_not_yet_valid.short);
  const graph = readTrustGraph(await (await fetch(`${service.url}/v1/trust-graph?documentType=861`)).json(), "861")!;
  expect(statesAt(graph, secondsOf(graph.asOf)).map(({ path }) => path !== null)).toEqual(graph.grants.map(({ isInForce }) => isInForce));
});

test("a newcomer is accredited by the page: its document, sealed after that, is authentic", async () => {
  await page.goto(`${service.url}/trust`);
  await page.getByLabel(signIn.key).fill(service.keyOf("customs"));
  await page.getByRole("button", { name: signIn.signIn, exact: true }).click();
  await page.getByRole("button", { name: say.accredit }).last().click();
  await page.getByLabel(say.fields.grantee).fill(rogue().address);
  await page.getByLabel(say.fields.name).fill("Newcomer Chamber");
  await page.getByRole("button", { name: say.goOn }).click();
  expect(await page.getByRole("dialog").innerText()).toContain(`From the moment it is final, ${customs().name} vouches for Newcomer Chamber for certificates of origin`);
  await page.getByRole("button", { name: say.send, exact: true }).click();
  await page.locator('[data-kind="grant"][data-state="final"]').filter({ hasText: "Newcomer Chamber" }).waitFor();
  await page.locator(`[data-party="${rogue().address}"][data-look="in"]`).waitFor();
  await anchor();
  expect(await headline()).toBe("authentic: Genuine certificate of origin by Newcomer Chamber");
});

test("withdrawn by the page with its keys called stolen from the beginning on: the page says so, and the document is nobody's", async () => {
  await page.locator(`[data-party="${rogue().address}"]`).click();
  await page.locator(".details .neighbour").first().click();
  await page.locator(".details").getByRole("button", { name: say.withdraw, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(say.fields.effective).fill("2020-01-01T00:00:00");
  await dialog.getByLabel(say.fields.compromised).check();
  await dialog.getByRole("button", { name: say.sendWithdrawal, exact: true }).click();
  await page.locator('[data-kind="withdrawal"][data-state="final"]').waitFor();
  await page.locator(`[data-party="${rogue().address}"][data-look="stolen"]`).waitFor();
  expect(await grantTo(rogue().address).innerText()).toContain(said.states.not.compromised.short);
  expect(await headline()).toMatch(/^not_entitled: /);
});

test("nothing went elsewhere, against the policy, or over a phone's edge; no key was left behind", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage))).not.toContain(service.keyOf("customs"));
  expect(offences).toEqual([]);
});
