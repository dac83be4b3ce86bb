/**
 * Goal: what people bring, a folder of five hundred files, a credential, a paper with a code before the camera, is answered on the page by the real service and ledger.
 * Method: headless Chromium on a service of its own; files are dropped as a folder of this machine, and the camera is Chromium's own, showing a picture of a code that the service made.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type Demo, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { englishCode } from "../../src/words/english/code.ts";
import { englishDesk } from "../../src/words/english/desk.ts";
import { englishFlaws } from "../../src/words/english/flaws.ts";
import { english } from "../../src/words/english/table.ts";
import { subjects } from "../core/shapes/samples.ts";
import { startBrowser } from "../web/browser.ts";
import { cameraFlags, videoOf } from "../web/codePictures.ts";
import { until } from "../until.ts";

type Role = Demo["issuers"][number]["role"];

const folder = temporaryFolder();
const shipment = join(folder, "shipment");
const digestOf = (content: string): string => createHash("sha256").update(content).digest("hex");
const contentOf = (at: number): string => `Certificate number ${at}`;

let service: ServiceProcess;
let browser: Browser;
let page: Page;
const offences: string[] = [];

async function call<T>(role: Role, path: string, body: object | string): Promise<T> {
  const isText = typeof body === "string";
  const headers = { authorization: `Bearer ${service.keyOf(role)}`, "content-type": isText ? "application/x-ndjson" : "application/json" };
  const reply = await fetch(service.url + path, { method: "POST", headers, body: isText ? body : JSON.stringify(body) });
  const text = await reply.text();
  expect(reply.status, text).toBeLessThan(300);
  return (isText ? text : JSON.parse(text)) as T;
}

const verdictOn = async (question: object): Promise<string> => (await call<{ verdict: string }>("chamber", "/v1/verifications", question)).verdict;
const untilVerdict = (question: object, verdict: string): Promise<boolean> => until(async () => (await verdictOn(question)) === verdict);

const linesFor = (numbers: readonly number[], documentType: string): string => numbers.map((at) => `${JSON.stringify({ digest: digestOf(contentOf(at)), documentType })}\n`).join("");

/** Certificates 0 to 497 are the chamber's, 498 is the rogue's, 499 was changed on its way. */
async function sendShipment(): Promise<void> {
  mkdirSync(join(shipment, "second part"), { recursive: true });
  for (let at = 0; at < 500; at += 1) writeFileSync(join(shipment, at < 250 ? "" : "second part", `${String(at).padStart(3, "0")}.pdf`), at === 499 ? "changed" : contentOf(at));
  await call("chamber", "/v1/documents:bulk", linesFor([...Array(498).keys(), 499], "861"));
  await call("rogue", "/v1/documents:bulk", linesFor([498], "861"));
  await untilVerdict({ digest: digestOf(contentOf(499)) }, "authentic");
  await untilVerdict({ digest: digestOf(contentOf(498)) }, "not_entitled");
}

/** A code as the service makes it for a paper, recorded with that paper. */
async function codeOnLedger(): Promise<{ link: string; code: string }> {
  const made = await call<{ link: string; code: string; digest: string }>("chamber", "/v1/codes", { documentType: "861", number: "CO 2026/77", date: "2026-06-03", parties: ["Example Trading Ltd", "Købmand & Sønner A/S"] });
  await call("chamber", "/v1/papers", { digest: digestOf("the paper with its code"), code: made.code });
  await untilVerdict({ digest: made.digest }, "authentic");
  return made;
}

let made: Awaited<ReturnType<typeof codeOnLedger>>;

beforeAll(async () => {
  service = await startServiceProcess({ dataFolder: temporaryFolder() });
  [made] = await Promise.all([codeOnLedger(), sendShipment()]);
  const video = join(folder, "camera.y4m");
  writeFileSync(video, videoOf([made.link]));
  browser = await startBrowser(cameraFlags(video));
  // The person allows the camera, as far as the page's own headers do.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, permissions: ["camera"] });
  page = await context.newPage();
  page.on("console", (message) => void (message.type() === "error" && offences.push(message.text())));
  page.on("request", (request) => void (!request.url().startsWith(service.url) && !request.url().startsWith("blob:") && offences.push(request.url())));
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

test("a folder of five hundred files is dropped: all answered, the odd ones found, and listed for a spreadsheet", async () => {
  await page.goto(`${service.url}/`);
  await page.waitForSelector(".drop");
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [shipment], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) await session.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data });
  await page.waitForSelector("[data-finished=true]");
  const count = (verdict: string): Promise<number> => page.locator(`tr[data-row=${verdict}]`).count();
  expect([await count("authentic"), await count("not_entitled"), await count("not_found")]).toEqual([498, 1, 1]);
  await page.locator("[data-group=not_entitled]").click();
  await page.getByRole("button", { name: "shipment/second part/498.pdf" }).click();
  expect(await page.locator("article").innerText()).toContain(english.verdicts.not_entitled.headline({ reason: null } as never));
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: englishDesk.many.exportCsv }).click()]);
  const lines = readFileSync((await download.path())!, "utf8").trimEnd().split("\r\n");
  expect(lines).toHaveLength(501);
  expect(lines.filter((line) => line.includes('"authentic"') && line.includes("Demo Chamber of Commerce"))).toHaveLength(498);
});

test("a paper with a code is held before the camera: checked on the ledger, its words shown, its link not followed", async () => {
  await page.goto(`${service.url}/`);
  expect((await fetch(`${service.url}/`)).headers.get("permissions-policy")).toContain("camera=(self)");
  await page.getByRole("button", { name: englishDesk.intake.scan }).click();
  const card = page.locator("article[data-verdict]");
  await card.waitFor();
  expect([await card.getAttribute("data-verdict"), await card.locator("h2").innerText()]).toEqual(["authentic", "Genuine code of a certificate of origin by Demo Chamber of Commerce"]);
  const says = await page.locator("[data-essentials=signed]").innerText();
  for (const expected of [englishCode.signed, "CO 2026/77", "3 June 2026", "Example Trading Ltd", "Købmand & Sønner A/S"]) expect(says).toContain(expected);
  expect(await card.locator("[data-check=integrity]").innerText()).toContain(english.signed.checks.integrity.passed);
  expect(new URL(page.url()).pathname).toBe("/");
});

test("a credential is dropped: sent by the button alone, judged by the ledger, what it says shown", async () => {
  const { credential, digest } = await call<{ credential: string; digest: string }>("chamber", "/v1/credentials", { type: "CertificateOfOriginCredential", format: "dc+sd-jwt", credentialSubject: subjects.coo, document: false });
  await untilVerdict({ digest }, "authentic");
  await page.goto(`${service.url}/`);
  await page.setInputFiles("input[type=file]", [{ name: "certificate.jwt", mimeType: "application/octet-stream", buffer: Buffer.from(credential) }]);
  await page.getByRole("button", { name: englishDesk.credential.sendNamed("certificate.jwt") }).click();
  const card = page.locator("article[data-verdict]");
  await card.waitFor();
  expect([await card.getAttribute("data-verdict"), JSON.parse((await card.locator("[data-sent]").textContent())!)]).toEqual(["authentic", { credential }]);
  await page.locator("[data-credential=said] dl").first().waitFor();
  for (const each of [subjects.coo.certificateNumber, subjects.coo.consignee!.name, subjects.coo.items[0]!.hsCode, englishFlaws.disclosed]) expect(await page.locator("[data-credential]").innerText()).toContain(each);
  expect(await card.locator("[data-check=integrity]").getAttribute("data-outcome")).toBe("passed");
  // One letter of what was signed is changed: the same words are nobody's now.
  const [jwt = "", ...disclosures] = credential.split("~");
  const [head, payload = "", signature] = jwt.split(".");
  const forged = Buffer.from(Buffer.from(payload, "base64url").toString().replace(subjects.coo.certificateNumber, "FORGED-1")).toString("base64url");
  await page.setInputFiles("input[type=file]", [{ name: "forged.jwt", mimeType: "application/octet-stream", buffer: Buffer.from([[head, forged, signature].join("."), ...disclosures].join("~")) }]);
  await page.getByRole("button", { name: englishDesk.credential.sendNamed("forged.jwt") }).click();
  const claimed = page.locator("article[data-verdict=altered] [data-credential=claimed]");
  await claimed.locator("dl").first().waitFor();
  expect(await claimed.innerText()).toContain("FORGED-1");
  expect(await claimed.locator("h3").innerText()).toBe(english.signed.claimed);
});

test("nothing went elsewhere, against the policy, or wrong", () => expect(offences).toEqual([]));
