/**
 * Goal: an officer at /operators reads what the ledger says: an operator by its number, a list, a paper, and what the operator signs for this very request.
 * Method: headless Chromium on a service of its own with its demonstration; certificates are issued by the API, and the operator presents by the real command line.
 */

import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { multibaseOf } from "../../src/core/identities/multikey.ts";
import { publicKeyFromJwk, type PublicJwk } from "../../src/core/publicKey.ts";
import { problemsOutsideSdJwt } from "../../src/core/shapes/disclosure.ts";
import { shapes } from "../../src/core/shapes/shapes.ts";
import { tradeseal } from "../cli/program.ts";
import { subjects } from "../core/shapes/samples.ts";
import { startBrowser } from "../web/browser.ts";
import { until } from "../until.ts";

const EORI = "BE0123456789";
const folder = temporaryFolder();
/** Pictures for people to look at; kept out of git. */
const pictures = join(import.meta.dirname, "../screenshots");
let service: ServiceProcess;
let browser: Browser;
let page: Page;
let aeo: { id: string; credential: string };
const offences: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startServiceProcess({ dataFolder: temporaryFolder() }), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("console", (message) => void (/content security policy/i.test(message.text()) && offences.push(message.text())));
  page.on("pageerror", (error) => void offences.push(String(error)));
  page.on("request", (request) => void (!request.url().startsWith(service.url) && !request.url().startsWith("blob:") && offences.push(request.url())));
  const [issued, origin] = await Promise.all([
    call<{ id: string; credential: string }>("POST", "/v1/credentials", "customs", { type: "AEOCredential", format: "vc+jwt", credentialSubject: { ...openSubject(), id: operatorWith("holder.jwk") } }),
    call<{ id: string }>("POST", "/v1/credentials", "chamber", { type: "CertificateOfOriginCredential", format: "dc+sd-jwt", credentialSubject: subjects.coo }),
  ]);
  aeo = issued;
  writeFileSync(join(folder, "aeo.jwt"), `${aeo.credential}\n`);
  await call("PUT", `/v1/credentials/${aeo.id}/consent`, "customs", { publishName: true, shareWithMraPartners: true });
  for (const [id, role] of [[aeo.id, "customs"], [origin.id, "chamber"]] as const) await until(async () => (await call<{ state: string }>("GET", `/v1/credentials/${id}`, role)).state === "final");
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function call<T>(method: string, path: string, role: "chamber" | "customs", body?: object): Promise<T> {
  const reply = await fetch(service.url + path, { method, headers: { authorization: `Bearer ${service.keyOf(role)}`, "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const answer = (await reply.json()) as T;
  expect(reply.status, JSON.stringify(answer)).toBeLessThan(300);
  return answer;
}

/** The operator's key, in a file as its wallet keeps it; its DID. */
function operatorWith(file: string): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = privateKey.export({ format: "jwk" });
  writeFileSync(join(folder, file), JSON.stringify(jwk));
  const { d: _, ...open } = jwk;
  return `did:key:${multibaseOf(publicKeyFromJwk(open as unknown as PublicJwk)!)}`;
}

/** Without the members that are for authorities only. */
function openSubject(): object {
  const open = structuredClone(subjects.aeo) as unknown as Record<string, any>;
  for (const { pointer } of problemsOutsideSdJwt(shapes.aeo.subject, open, "")) {
    const names = pointer.split("/").slice(1);
    delete names.slice(0, -1).reduce((place, name) => place[name], open)[names.at(-1)!];
  }
  return open;
}

const card = (view: string) => page.locator(`[data-view=${view}] article:is([data-verdict], [data-outcome], [data-trouble])`).first();
const said = async (view: string): Promise<string> => (await card(view).getAttribute("data-verdict")) ?? (await card(view).getAttribute("data-outcome")) ?? (await card(view).getAttribute("data-trouble"))!;

async function lookUp(identifier: string): Promise<string> {
  await page.goto("about:blank");
  await page.goto(`${service.url}/operators`);
  await page.fill("#identifier", identifier);
  await page.keyboard.press("Enter");
  await card("operator").waitFor();
  return said("operator");
}

test("an operator by its number; another number says nothing", async () => {
  expect(await lookUp("be 0123 456 789")).toBe("authentic");
  const text = await card("operator").innerText();
  for (const each of ["Authorised: genuine AEO certificate by Demo Customs Administration", "Example Trading Ltd", "KEAEOF0001234"]) expect(text).toContain(each);
  await page.screenshot({ path: join(pictures, "desk-operator.png"), fullPage: true });
  expect(await lookUp("NOBODY1")).toBe("nothing");
});

test("a list, without a key and with one", async () => {
  const answers = (): Promise<(string | null)[]> => page.locator("[data-view=list] tbody tr").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-answer")));
  await page.goto(`${service.url}/operators#list`);
  await page.fill("#list", `identifier;scheme\n${EORI};EORI\nNOBODY1;\n`);
  await page.locator("[data-view=list] button[type=submit]").click();
  await page.waitForSelector("[data-list=done]");
  expect(await answers()).toEqual(["authentic", "nothing"]);
  await page.locator(".desk-key summary").click();
  await page.fill("#api-key", service.keyOf("customs"));
  await page.keyboard.press("Enter");
  await page.locator(".signed-in").waitFor();
  await page.fill("#list", `${EORI}\nNOBODY1,EORI\n${EORI},NO-SCHEME\n`);
  await page.locator("[data-view=list] button[type=submit]").click();
  await expect.poll(answers).toEqual(["authentic", "nothing", "unasked"]);
});

test("a paper by its number, its issuer and one more thing", async () => {
  await page.goto("about:blank");
  await page.goto(`${service.url}/operators#paper`);
  await page.waitForSelector("#paper-issuer option:nth-child(3)", { state: "attached" });
  await page.selectOption("#paper-issuer", service.demo.issuers.find(({ role }) => role === "chamber")!.did);
  await page.fill("#paper-number", subjects.coo.certificateNumber);
  await page.selectOption("#paper-thing", "consigneeName");
  for (const [value, outcome] of [["somebody else", "nothing"], ["buyer nv", "authentic"]] as const) {
    await page.fill("#paper-value", value);
    await page.keyboard.press("Enter");
    await expect.poll(() => said("paper").catch(() => "")).toBe(outcome);
  }
});

/** Asks on the page: what the operator is shown. */
async function requested(): Promise<{ challenge: string; link: string }> {
  await page.goto("about:blank");
  await page.goto(`${service.url}/operators#presentation`);
  await page.locator(".desk-start button").click();
  await page.waitForSelector(".desk-code");
  const [challenge, link] = [(await page.getAttribute("[data-challenge]", "data-challenge"))!, await page.locator(".desk-request a").innerText()];
  return { challenge, link };
}

async function signed(...request: string[]): Promise<string> {
  const { code, stdout, stderr } = await tradeseal(["present", "aeo.jwt", "--key", "holder.jwk", ...request], { folder });
  expect([code, stderr]).toEqual([0, ""]);
  return stdout.trim();
}

test("the operator follows the link and hands in: the officer's page shows it; a second answer comes too late", async () => {
  const { challenge, link } = await requested();
  const presentation = await signed("-c", challenge, "-a", service.url);
  const operator = await browser.newPage();
  await operator.goto(link);
  await operator.fill("#hand-in", presentation);
  await operator.locator("form button[type=submit]").click();
  await operator.waitForSelector("[data-outcome=handed_in]");
  await operator.close();
  await card("presentation").waitFor();
  expect(await said("presentation")).toBe("authentic");
  for (const each of ["Shown by its holder: genuine AEO certificate", "KEAEOF0001234", "P051234567X", subjects.aeo.legalName]) expect(await card("presentation").innerText()).toContain(each);
  await page.screenshot({ path: join(pictures, "desk-presented.png"), fullPage: true });
  const again = await fetch(`${service.url}/v1/challenges/${challenge}/presentation`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ presentation }) });
  expect(again.status).toBe(404);
});

test("the operator's program is given the link, signs, and hands in", async () => {
  const { link } = await requested();
  expect(await signed("--request", link)).toContain("Handed in at");
  await card("presentation").waitFor();
  expect(await said("presentation")).toBe("authentic");
  expect((await tradeseal(["present", "aeo.jwt", "--key", "holder.jwk", "--request", link], { folder })).code).toBe(1);
});

test("suspended: said of the operator, and of what it pastes", async () => {
  await call("PUT", `/v1/credentials/${aeo.id}/standing`, "customs", { standing: "suspended", reason: "under_investigation" });
  await expect.poll(() => lookUp(EORI)).toBe("no_longer_valid");
  expect(await card("operator").innerText()).not.toMatch(/genuine/i);
  const { challenge } = await requested();
  await page.fill("#pasted", await signed("-c", challenge, "-a", service.url));
  await page.locator("[data-view=presentation] form button[type=submit]").click();
  await card("presentation").waitFor();
  expect(await said("presentation")).toBe("no_longer_valid");
  expect(offences).toEqual([]);
});
