/**
 * Goal: an issuer does its work in the console, on the real service and ledger: signs in, anchors by dropping, takes back, issues a certificate and gets its PDF; and what others read follows.
 * Method: headless Chromium on a service of its own; what the console did is checked on the page for everybody.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { digestOf } from "../../src/core/digest.ts";
import { englishIssuer as says } from "../../src/words/english/issuer.ts";
import { englishSignIn as signInWords } from "../../src/words/english/signIn.ts";
import { dropFiles, startBrowser } from "../web/browser.ts";

/** Pictures for people to look at; kept out of git. */
const pictures = join(import.meta.dirname, "../screenshots");

let service: ServiceProcess;
let browser: Browser;
let page: Page;
const offences: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startServiceProcess({ dataFolder: temporaryFolder() }), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  page.on("console", (message) => void (message.type() === "error" && offences.push(message.text())));
  page.on("request", (request) => {
    if (!request.url().startsWith(service.url) && !request.url().startsWith("blob:")) offences.push(request.url());
    if (request.url().includes(service.keyOf("chamber"))) offences.push("the key stands in an address");
  });
  await page.goto(`${service.url}/issuer`);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** What anybody reads who drops these bytes on the page for checking. */
async function verdictOn(name: string, content: Buffer | string): Promise<string | null> {
  const other = await browser.newPage();
  await other.goto(service.url);
  await other.setInputFiles("input[type=file]", [{ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) }]);
  const card = other.locator("article[data-verdict]").first();
  await card.waitFor();
  const verdict = await card.getAttribute("data-verdict");
  await other.close();
  return verdict;
}

const button = (name: string | RegExp) => page.getByRole("button", { name });
const certificate = { name: "certificate 42.pdf", content: "a certificate of origin, anchored in the console" };

test("signs in: who, and what may be issued now", async () => {
  await page.getByLabel(signInWords.key).fill(service.keyOf("chamber"));
  await button(signInWords.signIn).click();
  await page.locator(".signed-in summary").click();
  const text = await page.locator(".signed-in").innerText();
  expect(text).toContain("Demo Chamber of Commerce");
  expect(text).toContain("certificates of origin, says Demo Customs Administration");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("anchors by dropping, live up to final, and downloads the seal", async () => {
  await page.selectOption("#anchor-type", "861");
  await dropFiles(page, [certificate]);
  await page.locator("[data-anchor=final]").waitFor();
  await page.screenshot({ path: join(pictures, "issuer-anchored.png"), fullPage: true });
  const [download] = await Promise.all([page.waitForEvent("download"), button(says.anchor.sealOf(certificate.name)).click()]);
  const seal = JSON.parse(readFileSync(await download.path(), "utf8")) as { digest: string };
  expect(seal.digest).toBe(digestOf(Buffer.from(certificate.content)));
  expect(await verdictOn(certificate.name, certificate.content)).toBe("authentic");
});

test("the same file again is the same document", async () => {
  await dropFiles(page, [certificate]);
  await expect.poll(() => page.locator("[data-anchor=final]").count()).toBe(2);
  await page.getByRole("link", { name: says.sections.documents }).click();
  await expect.poll(() => page.locator("[data-document]").count()).toBe(1);
});

test("found by its reference, revoked in the dialog, and nobody takes it for valid any more", async () => {
  await page.getByLabel(says.list.reference).fill(certificate.name);
  await button(says.list.find).click();
  await page.getByRole("link", { name: certificate.name }).click();
  await page.locator(".check-now[data-verdict=authentic]").waitFor();
  await button(/^Revoke/).click();
  await page.getByRole("dialog").getByText("Genuine, but revoked by Demo Chamber of Commerce").waitFor();
  await page.getByLabel(says.standing.reason, { exact: true }).selectOption("issued_in_error");
  await page.getByLabel(says.standing.understood).check();
  await page.screenshot({ path: join(pictures, "issuer-revoke.png") });
  await button(says.standing.confirm.revoke).click();
  await page.locator("[data-own-standing=revoked]").waitFor();
  await page.locator(".check-now[data-verdict=no_longer_valid]").waitFor();
  await expect.poll(() => verdictOn(certificate.name, certificate.content)).toBe("no_longer_valid");
});

test("a folder in bulk, up to final", async () => {
  await page.getByRole("link", { name: says.sections.folder }).click();
  // The field listens once it was painted.
  await page.getByRole("heading", { name: says.sections.folder }).waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
  await dropFiles(page, Array.from({ length: 120 }, (_none, place) => ({ name: `invoice-${place}.pdf`, content: `invoice ${place}` })));
  await page.selectOption("#folder-type", "861");
  await button(says.folder.start).click();
  await page.locator("[data-folder=done]").waitFor();
  await page.getByText(says.folder.progress(120, 120), { exact: true }).waitFor();
  await page.getByText(says.folder.tally(says.anchor.stages.final.name, 120)).waitFor();
  await page.screenshot({ path: join(pictures, "issuer-folder.png"), fullPage: true });
});

/** Fills the field at this path of the subject. */
async function fill(path: string, value: string): Promise<void> {
  const field = page.locator(`#field-credentialSubject-${path}`);
  const isSelect = await field.evaluate((element) => element.tagName === "SELECT", undefined);
  if (isSelect) await field.selectOption(value);
  else await field.fill(value);
}

test("a certificate of origin filled in: wrong places at their fields, then the PDF, which is authentic", async () => {
  await page.getByRole("link", { name: says.sections.issue }).click();
  const entries: readonly (readonly [string, string])[] = [
    ["certificateNumber", "CO-7"], ["formType", "CO"], ["issuingCountry", "KE"], ["issuePlace-name", "Nairobi"], ["issueDate", "2026-06-03"], ["exporter-name", "Example Trading Ltd"], ["exportCountry", "KE"],
    ["items-0-marks", "N/M"], ["items-0-packages-count", "1"], ["items-0-packages-kind", "NE"], ["items-0-description", "Tea"], ["items-0-originCountry", "KE"],
    ["items-0-quantity-value", "0.5"], ["items-0-quantity-unit", "H87"], ["items-0-grossWeight-value", "1"], ["items-0-grossWeight-unit", "KGM"],
    ["exporterDeclaration-statement", "I declare."], ["exporterDeclaration-signedBy", "E"], ["exporterDeclaration-date", "2026-06-03"], ["certification-statement", "It is certified."], ["certification-date", "2026-06-03"],
  ];
  for (const [path, value] of entries) await fill(path, value);
  await button(says.issue.send).click();
  await page.locator(".error-summary").waitFor();
  await page.locator(".error-summary a").first().click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-credentialSubject-items-0-hsCode");
  await page.screenshot({ path: join(pictures, "issuer-form.png"), fullPage: true });
  await fill("items-0-hsCode", "090240");
  await button(says.issue.send).click();
  await page.locator(".error-summary a", { hasText: "Consignee" }).click();
  await page.locator("#field-credentialSubject-importerUnknown").check();
  await button(says.issue.send).click();
  await page.locator("[data-issued=final]").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), button(says.issue.pdf).click()]);
  const pdf = readFileSync(await download.path());
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  await page.screenshot({ path: join(pictures, "issuer-issued.png"), fullPage: true });
  await expect.poll(() => verdictOn("certificate.pdf", pdf)).toBe("authentic");
  await page.getByRole("link", { name: says.sections.documents }).click();
  for (const part of Object.values(says.issue.roles)) await page.getByRole("link", { name: `CO-7 · ${part}`, exact: true }).waitFor();
});

test("keys, delegation and webhooks are there; signing out forgets everything", async () => {
  await page.getByRole("link", { name: says.sections.settings }).click();
  await page.getByText(says.keys.isThis).waitFor();
  await page.getByText(says.keys.mayWriteYes, { exact: true }).waitFor();
  await page.getByText(says.hooks.none).waitFor();
  await page.screenshot({ path: join(pictures, "issuer-settings.png"), fullPage: true });
  await button(signInWords.signOut).click();
  await page.getByLabel(signInWords.key).waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  // The service's refusals of the form are errors to the browser's console, on purpose.
  expect(offences.filter((offence) => !offence.includes("422"))).toEqual([]);
});
