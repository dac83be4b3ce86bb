/**
 * Goal: the page tells a person what the ledger says, in a real browser, on the real service.
 * Method: headless Chromium on a service of its own; documents are anchored by the API, dropped on the page, and the headline is read.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { halt } from "../../scripts/haltProcess.ts";
import { startServiceProcess, temporaryFolder, type Demo, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { startBrowser } from "../web/browser.ts";

/** Pictures for people to look at; kept out of git. */
const pictures = join(import.meta.dirname, "../screenshots");
const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, `../../docs/samples/${name}.pdf`));

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

interface Anchored {
  readonly id: string;
  readonly seal: Buffer;
}

async function anchor(role: Demo["issuers"][number]["role"], documentType: string, bytes: Buffer): Promise<Anchored> {
  const headers = { authorization: `Bearer ${service.keyOf(role)}` };
  const body = new FormData();
  body.set("documentType", documentType);
  body.set("file", new Blob([new Uint8Array(bytes)]));
  const { id } = (await (await fetch(`${service.url}/v1/documents`, { method: "POST", headers, body })).json()) as { id: string };
  await expect.poll(async () => ((await (await fetch(`${service.url}/v1/documents/${id}`, { headers })).json()) as { state: string }).state).toBe("final");
  return { id, seal: Buffer.from(await (await fetch(`${service.url}/v1/documents/${id}/seal`, { headers })).arrayBuffer()) };
}

/** Gives the page these files and reads the verdict and headline of the first card. */
async function check(files: readonly { name: string; content: Buffer }[], picture: string): Promise<{ verdict: string; headline: string; text: string }> {
  await page.goto(`${service.url}/`);
  await page.setInputFiles("input[type=file]", files.map(({ name, content }) => ({ name, mimeType: "application/octet-stream", buffer: content })));
  const card = page.locator("article[data-verdict]").first();
  await card.waitFor();
  await page.screenshot({ path: join(pictures, `${picture}.png`), fullPage: true });
  return { verdict: (await card.getAttribute("data-verdict"))!, headline: await card.locator("h2").innerText(), text: await card.innerText() };
}

const certificate = sample("certificate-of-origin");
const changed = Buffer.from(certificate);
changed[4_000]! ^= 1;
let anchored: Anchored;

test("authentic, with the issuer and who vouches for it", async () => {
  anchored = await anchor("chamber", "861", certificate);
  const { verdict, headline, text } = await check([{ name: "certificate-of-origin.pdf", content: certificate }], "authentic");
  expect({ verdict, headline }).toEqual({ verdict: "authentic", headline: "Genuine certificate of origin by Demo Chamber of Commerce" });
  expect(text).toContain("Demo Customs Administration");
});

test("one byte changed: altered with its seal, not found without", async () => {
  const seal = { name: "certificate-of-origin.pdf.seal.json", content: anchored.seal };
  expect(await check([{ name: "certificate-of-origin.pdf", content: changed }, seal], "altered")).toMatchObject({ verdict: "altered" });
  expect(await check([{ name: "certificate-of-origin.pdf", content: changed }], "not_found")).toMatchObject({ verdict: "not_found" });
});

test("the rogue's invoice: issuer not recognised", async () => {
  const invoice = sample("commercial-invoice");
  await anchor("rogue", "380", invoice);
  expect(await check([{ name: "invoice.pdf", content: invoice }], "not_entitled")).toMatchObject({ verdict: "not_entitled", headline: "Issuer not recognised" });
});

test("revoked: genuine, but no longer valid", async () => {
  const headers = { authorization: `Bearer ${service.keyOf("chamber")}`, "content-type": "application/json" };
  await fetch(`${service.url}/v1/documents/${anchored.id}/standing`, { method: "PUT", headers, body: JSON.stringify({ standing: "revoked", reason: "issued_in_error" }) });
  await expect.poll(async () => (await check([{ name: "certificate-of-origin.pdf", content: certificate }], "no_longer_valid")).verdict).toBe("no_longer_valid");
  expect(await page.locator("article h2").first().innerText()).toMatch(/^Genuine, but revoked since .* by Demo Chamber of Commerce$/);
});

/** Opens a page of the service and reads the verdict of its card. */
async function verdictAt(address: string): Promise<string> {
  await page.goto("about:blank");
  await page.goto(address);
  const card = page.locator("article[data-verdict]");
  await card.waitFor();
  return (await card.getAttribute("data-verdict"))!;
}

test("a paper's code: genuine, altered by one letter, revoked with its paper", async () => {
  const headers = { authorization: `Bearer ${service.keyOf("chamber")}`, "content-type": "application/json" };
  const call = async <T>(method: string, path: string, body: object): Promise<T> => (await fetch(`${service.url}${path}`, { method, headers, body: JSON.stringify(body) })).json() as Promise<T>;
  const { code, link } = await call<{ code: string; link: string }>("POST", "/v1/codes", { documentType: "861", number: "XX-2026-208897", date: "2026-06-03", parties: ["Example Trading Ltd"] });
  const digest = createHash("sha256").update("a paper with this code on it").digest("hex");
  const { documents } = await call<{ documents: { id: string }[] }>("POST", "/v1/papers", { digest, code });
  await expect.poll(async () => verdictAt(link)).toBe("authentic");
  expect(await page.locator("[data-essentials=signed]").innerText()).toContain("XX-2026-208897");
  await page.screenshot({ path: join(pictures, "code.png"), fullPage: true });
  expect(await verdictAt(link.replace(/\.(\w|-)([\w-]{85})$/, (_, first: string, rest: string) => `.${first === "A" ? "B" : "A"}${rest}`))).toBe("altered");
  await call("PUT", `/v1/documents/${documents[0]!.id}/standing`, { standing: "revoked", reason: "issued_in_error" });
  await expect.poll(async () => verdictAt(link)).toBe("no_longer_valid");
});

test("the ledger stopped: cannot be determined now", async () => {
  halt(service.demo.ledgerPid);
  try {
    expect(await check([{ name: "certificate-of-origin.pdf", content: certificate }], "undetermined")).toMatchObject({ verdict: "undetermined" });
  } finally {
    process.kill(service.demo.ledgerPid, "SIGCONT");
  }
});

test("on a phone nothing is cut off, and nothing went elsewhere or against the policy", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${service.url}/`);
  const files = [{ name: "certificate-of-origin.pdf", content: certificate }, { name: "invoice.pdf", content: sample("commercial-invoice") }];
  await page.setInputFiles("input[type=file]", files.map(({ name, content }) => ({ name, mimeType: "application/octet-stream", buffer: content })));
  await page.waitForSelector("[data-finished=true]");
  await page.getByRole("button", { name: "invoice.pdf" }).click();
  await page.screenshot({ path: join(pictures, "phone.png"), fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(offences).toEqual([]);
});
