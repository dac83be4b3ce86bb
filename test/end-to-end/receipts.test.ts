/**
 * Goal: a receipt of a check holds on the real ledger, says the same years later, and is never taken for a yes about today.
 * Method: a document's check is kept, the document revoked, the receipt checked again; receipts that lie, and receipts of somebody whom nobody lists.
 */

import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import type { ReceiptReport } from "../../src/flows/verifying/judgeReceipt.ts";
import { parsePaperCode } from "../../src/core/paperCode.ts";
import type { Report } from "../../src/core/report.ts";
import { englishReceipt } from "../../src/words/english/receipt.ts";
import { startBrowser } from "../web/browser.ts";

interface Made {
  readonly id: string;
  readonly number: string;
  readonly receipt: string;
  readonly state: string;
  readonly sheet: string;
  readonly report: Report;
}
type Checked = Report & { readonly subject: { readonly receipt?: ReceiptReport } };

let service: ServiceProcess;
beforeAll(async () => void (service = await startServiceProcess({ dataFolder: temporaryFolder() })));
afterAll(() => service?.stop());

const digest = createHash("sha256").update("a certificate of which proof is kept").digest("hex");
const post = async <T>(path: string, body: object, key?: string): Promise<T> => (await fetch(`${service.url}${path}`, { method: "POST", headers: { "content-type": "application/json", ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) }, body: JSON.stringify(body) })).json() as Promise<T>;
const checked = (credential: string): Promise<Checked> => post("/v1/verifications", { credential });

let made: Made;
let documentId: string;

test("a check is kept: judged anew, signed, anchored", async () => {
  documentId = (await post<{ id: string }>("/v1/documents", { digest, documentType: "861" }, service.keyOf("chamber"))).id;
  await expect.poll(async () => (await post<Report>("/v1/verifications", { digest })).verdict).toBe("authentic");
  made = await post<Made>("/v1/receipts", { digest });
  expect(made).toMatchObject({ state: "accepted", report: { verdict: "authentic" } });
  await expect.poll(async () => (await (await fetch(`${service.url}/v1/receipts/${made.id}`)).json()) as object).toMatchObject({ state: "final", receipt: made.receipt });
  const report = await checked(made.receipt);
  expect(report).toMatchObject({ verdict: "authentic", issuer: { name: "Demo Customs Administration" }, subject: { documentType: "RCT", receipt: { number: made.number, digest, said: { verdict: "authentic" }, then: { verdict: "authentic" }, now: { verdict: "authentic" } } } });
});

test("the page to print is a PDF, recorded with the receipt", async () => {
  const pdf = Buffer.from(await (await fetch(`${service.url}${made.sheet}`)).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await post<Report>("/v1/verifications", { digest: createHash("sha256").update(pdf).digest("hex") })).toMatchObject({ verdict: "authentic", subject: { documentType: "RCT" } });
});

test("who opened a paper's code keeps proof of that check", async () => {
  const key = service.keyOf("chamber");
  const { code } = await post<{ code: string }>("/v1/codes", { documentType: "861", number: "XX-2026-77", date: "2026-06-03", parties: ["Example Trading Ltd"] }, key);
  await post("/v1/papers", { digest: createHash("sha256").update("a paper with a code").digest("hex"), code }, key);
  const asked = parsePaperCode(code).digest;
  await expect.poll(async () => (await post<Report>("/v1/verifications", { digest: asked })).verdict).toBe("authentic");
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${service.url}/c#${code.slice(code.indexOf("#") + 1)}`);
    await page.locator("article[data-verdict=authentic]").waitFor();
    await page.getByRole("button", { name: englishReceipt.keep }).click();
    const number = /R-[A-Z0-9]+/.exec(await page.locator("[data-proof=made] h3").innerText());
    expect(number).not.toBeNull();
  } finally {
    await browser.close();
  }
});

test("the document is revoked: the receipt stands, says what was found then, and what is so today", async () => {
  await fetch(`${service.url}/v1/documents/${documentId}/standing`, { method: "PUT", headers: { authorization: `Bearer ${service.keyOf("chamber")}`, "content-type": "application/json" }, body: JSON.stringify({ standing: "revoked", reason: "fraud" }) });
  await expect.poll(async () => (await checked(made.receipt)).subject.receipt?.now).toEqual({ verdict: "no_longer_valid", reason: "revoked" });
  expect(await checked(made.receipt)).toMatchObject({ verdict: "authentic", subject: { receipt: { said: { verdict: "authentic" }, then: { verdict: "authentic" } } } });
});

test("a receipt of what is not authentic says so, with its reason", async () => {
  const unknown = createHash("sha256").update("nobody sealed this").digest("hex");
  const { receipt, report } = await post<Made>("/v1/receipts", { digest: unknown, documentType: "861", language: "en" });
  expect(report).toMatchObject({ verdict: "not_found" });
  await expect.poll(async () => (await checked(receipt)).verdict).toBe("authentic");
  expect((await checked(receipt)).subject.receipt).toMatchObject({ said: { verdict: "not_found", reason: "not_anchored" }, now: { verdict: "not_found" } });
});

test("one letter changed in what a receipt says: altered, and nothing of it is judged again", async () => {
  const [header, payload, signature] = made.receipt.split(".");
  const lied = Buffer.from(payload!, "base64url").toString().replace(made.number, "R-0000000000000");
  const report = await checked([header, Buffer.from(lied).toString("base64url"), signature].join("."));
  // Its digest is another's, which nobody anchored; the signature does not fit.
  expect(report.verdict).toBe("altered");
});

test("what the caller says it found counts for nothing, and unknown words are refused", async () => {
  expect(await post("/v1/receipts", { digest, verdict: "authentic" })).toMatchObject({ code: "request_malformed" });
  // What is signed is judged as a whole, which a receipt could not hold: the answer says so.
  for (const signed of ["credential", "code", "presentation"]) expect(await post("/v1/receipts", { [signed]: "a.b.c" })).toMatchObject({ code: "request_malformed", detail: expect.stringContaining(`not of a ${signed}`) });
  expect(await post("/v1/receipts", { digest, language: "xx" })).toMatchObject({ code: "request_malformed" });
  expect(await (await fetch(`${service.url}/v1/receipts/nobody`)).json()).toMatchObject({ code: "not_found" });
});
