/**
 * Goal: in the console nothing acknowledged is lost and nothing done twice; nothing is taken back by accident; the key goes to the service alone; whatever strangers wrote is shown harmlessly; trouble says what happened and what to do.
 * Method: the built page in Chromium, under the policy that the service sends, with an API that answers by script. Every test ends by asking for policy violations, scripts that ran and requests that went elsewhere.
 */
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { issuerSections } from "../../src/words/issuerWords.ts";
import { englishIssuer as says } from "../../src/words/english/issuer.ts";
import { englishSignIn as signInWords } from "../../src/words/english/signIn.ts";
import { english } from "../../src/words/english/table.ts";
import { Bench, type View } from "./bench.ts";
import { dropFiles } from "./browser.ts";
import type { Call } from "./fakeService.ts";
import { IssuerService, KEY, problem } from "./issuerService.ts";
import { authentic, chamber, reports } from "./reports.ts";

const SCRIPT_BUDGET_BYTES = 60_000;
const paper = { name: "certificate.pdf", content: "a certificate of origin" };
const digestOf = (content: string): string => createHash("sha256").update(content).digest("hex");

let bench: Bench;
let service: IssuerService;
let page: Page;

beforeAll(async () => void (bench = await Bench.start()));
afterAll(() => bench?.stop());
beforeEach(() => {
  service = new IssuerService();
  bench.service.api = (call) => service.answer(call);
  bench.service.script = () => ({ report: authentic });
});
afterEach(async () => expect(await bench.offences()).toEqual([]));

const button = (name: string | RegExp) => page.getByRole("button", { name });
const open = async (view: Partial<View> = {}): Promise<void> => void (page = await bench.open({ width: 1280, path: "/issuer", ...view }));

async function signIn({ keep = false } = {}): Promise<void> {
  await page.getByLabel(signInWords.key).fill(KEY);
  if (keep) await page.getByLabel(signInWords.keep).check();
  await button(signInWords.signIn).click();
}

/** Opens the console at one of its parts, signed in. */
async function enter(section = "anchor", view: Partial<View> & { keep?: boolean } = {}): Promise<void> {
  await open({ ...view, path: `/issuer#${section}` });
  await signIn(view.keep === undefined ? {} : { keep: view.keep });
  await page.locator(".signed-in").waitFor();
}

/** Another part of the console, once it has nothing more to fetch. */
async function goTo(section: string): Promise<void> {
  await page.evaluate((name) => void (location.hash = name), section);
  await page.waitForFunction((name) => document.querySelector(`.sections [aria-current]`)?.getAttribute("href") === `#${name.split("/")[0]}`, section);
  await page.waitForLoadState("networkidle");
  await expect.poll(() => page.getByText(english.page.asking).count()).toBe(0);
}

describe("signing in", () => {
  it("the key goes into the header alone, and is gone when the page is loaded again", async () => {
    await enter();
    expect(service.sent("GET", "/v1/me")[0]!.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(service.calls.some(({ path, query }) => `${path}?${query}`.includes(KEY))).toBe(false);
    expect(await page.evaluate((key) => location.href.includes(key) || JSON.stringify(sessionStorage) !== "{}" || JSON.stringify(localStorage) !== "{}" || document.cookie !== "", KEY)).toBe(false);
    await page.reload();
    await page.getByLabel(signInWords.key).waitFor();
  });

  it("stays until the tab is closed when that is ticked; signing out forgets it", async () => {
    await enter("anchor", { keep: true });
    await page.reload();
    await page.locator(".signed-in").waitFor();
    await button(signInWords.signOut).click();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.reload();
    await page.getByLabel(signInWords.key).waitFor();
  });

  it("a key that the tab keeps holds on every page; signing out anywhere ends it here", async () => {
    await enter("anchor", { keep: true });
    await page.goto(`${bench.origin}/operators`);
    await page.locator(".desk-key summary").getByText(signInWords.signedIn(service.name)).waitFor();
    await page.goto(`${bench.origin}/trust`);
    await page.getByRole("heading", { name: signInWords.signedIn(service.name) }).waitFor();
    await button(signInWords.signOut).click();
    await page.getByText(signInWords.signedOut).waitFor();
    await page.goto(`${bench.origin}/issuer`);
    await page.getByLabel(signInWords.key).waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it("whoever goes in or out finds the focus in the place of what is gone", async () => {
    const focused = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.id);
    await enter();
    expect(await focused()).toBe("signed-in");
    await button(signInWords.signOut).click();
    await page.getByText(signInWords.signedOut).waitFor();
    expect(await focused()).toBe("api-key");
  });

  it("a service that is silent when the page is loaded again takes no kept key away", async () => {
    await enter("anchor", { keep: true });
    service.trouble = () => "hang up";
    await page.reload();
    await page.getByText(signInWords.failed).waitFor();
    service.trouble = () => null;
    await page.reload();
    await page.locator(".signed-in").waitFor();
  });

  it.each(["key_expired", "key_revoked", "key_unknown"] as const)("%s: told at the door, and again when it happens later", async (code) => {
    service.trouble = () => problem(401, code);
    await open();
    await signIn();
    await page.getByText(signInWords.why[code].means).waitFor();
    for (const words of [signInWords.failed, signInWords.why[code].todo]) expect(await page.getByRole("alert").innerText()).toContain(words);
    service.trouble = () => null;
    await signIn();
    await page.locator(".signed-in").waitFor();
    service.trouble = () => problem(401, code);
    await page.getByRole("link", { name: says.sections.documents }).click();
    await page.getByText(signInWords.why[code].means).waitFor();
    expect(await page.getByRole("alert").innerText()).toContain(signInWords.ended);
    expect(await page.getByLabel(signInWords.key).inputValue()).toBe("");
  });

  it("other trouble is none of the key's", async () => {
    service.trouble = () => "hang up";
    await open();
    await signIn();
    await page.getByText(english.page.troubles.no_connection.means).waitFor();
  });

  it("by keyboard alone; an empty field is said to be", async () => {
    await open();
    await page.getByLabel(signInWords.key).focus();
    await page.keyboard.press("Enter");
    await page.getByText(signInWords.missing).waitFor();
    await page.keyboard.type(KEY);
    await page.keyboard.press("Enter");
    await page.locator(".signed-in").waitFor();
  });

  it("says what may be issued; that nothing may; that it is not known", async () => {
    await enter();
    await page.locator(".signed-in summary").click();
    expect(await page.locator(".signed-in").innerText()).toContain("certificates of origin, says Customs of Example, until 1 January 2031");
    for (const [mayIssue, expected] of [[[], says.mayIssue.nothing], [undefined, says.mayIssue.unknown]] as const) {
      service.mayIssue = mayIssue;
      await enter();
      expect(await page.locator(".signed-in").innerText()).toContain(expected);
    }
  });

  it("a key that may only look is offered nothing else", async () => {
    service.scopes = ["read"];
    service.accept({ digest: "ab".repeat(32), documentType: "861" });
    for (const section of ["anchor", "folder", "issue", "documents/d1"]) {
      await enter(section);
      await page.locator("section[aria-labelledby=section-title]").getByText(says.mayIssue.readOnly).waitFor();
    }
  });
});

describe("anchoring", () => {
  const drop = async (file = paper): Promise<void> => {
    await page.selectOption("#anchor-type", "861");
    await dropFiles(page, [file]);
  };

  it("only digest, type and name go out; states are live and read out; the seal can be had", async () => {
    await enter();
    await drop();
    await page.locator("[data-anchor=final]").waitFor();
    expect(service.sent("POST", "/v1/documents").map(({ body }) => JSON.parse(body))).toEqual([{ digest: digestOf(paper.content), documentType: "861", reference: paper.name }]);
    expect(await page.locator("[role=log]").innerText()).toContain(says.anchor.stageSaid(paper.name, says.anchor.stages.final.name));
    expect(await bench.violations()).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent("download"), button(says.anchor.sealOf(paper.name)).click()]);
    expect(download.suggestedFilename()).toBe(`861-${digestOf(paper.content).slice(0, 16)}.seal.json`);
  });

  it("a lost answer: sent again under the same name, so there is one document", async () => {
    await enter();
    let isLost = true;
    // Browsers themselves send some requests again whose connection broke.
    service.trouble = (call) => {
      if (call.path !== "/v1/documents" || !isLost) return null;
      service.accept(JSON.parse(call.body));
      return "hang up";
    };
    await drop();
    await page.getByText(says.anchor.failed, { exact: true }).last().waitFor();
    isLost = false;
    await button(says.anchor.retryNamed(paper.name)).click();
    await page.locator("[data-anchor=final]").waitFor();
    const names = service.sent("POST", "/v1/documents").map(({ headers }) => headers["idempotency-key"]);
    expect(names.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(1);
    expect(service.documents).toHaveLength(1);
  });

  it("without a type nothing is sent, and the field says so", async () => {
    await enter();
    await dropFiles(page, [paper]);
    await page.getByText(says.anchor.typeFirst).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("anchor-type");
    expect(service.sent("POST", "/v1/documents")).toEqual([]);
  });

  it("a type for which nobody vouches is said to be one, before anything is sent", async () => {
    await enter();
    await page.selectOption("#anchor-type", "705");
    await page.getByText(says.anchor.notEntitled("bills of lading")).waitFor();
  });

  it("a silence is told, and ends by itself; what the ledger says against it is shown harmlessly", async () => {
    service.problemOf = "no funds <img src=x onerror=alert(1)>\u202e";
    let isSilent = true;
    service.trouble = ({ path }) => (path === "/v1/documents/d1" && isSilent ? "hang up" : null);
    await enter();
    await drop();
    await page.getByText(says.anchor.silent).waitFor();
    isSilent = false;
    await page.locator("[data-anchor=final]").waitFor();
    expect(await page.locator("article").innerText()).toContain("no funds <img src=x onerror=alert(1)>[U+202E]");
  });

  it.each([
    ["markup",                   "<svg onload=alert(1)>.pdf"],
    ["a right-to-left override", "invoice\u202efdp.exe"],
    ["300 characters",           "x".repeat(300)],
  ])("%s in a file's name", async (_what, name) => {
    await enter("anchor", { width: 360 });
    await drop({ ...paper, name });
    await page.locator("article .stages").waitFor();
    expect(JSON.parse(service.sent("POST", "/v1/documents")[0]!.body).reference.length).toBeLessThanOrEqual(200);
    expect(await page.locator("svg[onload]").count()).toBe(0);
    expect(await page.locator("article .file-name").innerText()).not.toMatch(/\u202e/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

describe("a folder", () => {
  const files = Array.from({ length: 250 }, (_none, place) => ({ name: place === 7 ? "refused.pdf" : `f${place}.pdf`, content: `file ${place}` }));
  const begin = async (): Promise<void> => {
    await dropFiles(page, [...files, { name: ".DS_Store", content: "x" }]);
    await page.selectOption("#folder-type", "861");
    await button(says.folder.start).click();
  };
  const bulk = (): Call[] => service.sent("POST", "/v1/documents:bulk");

  it("each is answered once; the refused one says why and holds up nothing; system files are told", async () => {
    await enter("folder");
    await begin();
    await page.locator("[data-folder=done]").waitFor();
    expect(await page.locator("[data-folder]").innerText()).toContain(says.folder.progress(249, 250));
    expect(await page.locator("main").innerText()).toContain(says.folder.leftOut(1, ".DS_Store"));
    expect(await page.locator("tbody tr").first().innerText()).toContain("The field <b>x</b> is wrong.");
    expect(service.documents).toHaveLength(249);
    expect(await bench.violations()).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent("download"), button(says.folder.save).click()]);
    expect(download.suggestedFilename()).toBe("tradeseal.csv");
  });

  it("stopped, loaded again: what was acknowledged is shown, the same folder goes on, nothing acknowledged is sent again", async () => {
    await enter("folder", { keep: true });
    service.trouble = ({ path }) => (path === "/v1/documents:bulk" && bulk().length > 1 ? "stay silent" : null);
    await begin();
    await expect.poll(() => bulk().length).toBeGreaterThan(1);
    await button(says.folder.stop).click();
    await page.locator("[data-folder=stopped]").waitFor();
    const acknowledged = service.documents.length;
    expect(acknowledged).toBeGreaterThan(100);
    service.trouble = () => null;
    service.calls.length = 0;
    await page.reload();
    await page.getByText(says.folder.resume(acknowledged, 250, "certificate of origin")).waitFor();
    expect(await page.locator(`[data-earlier="${acknowledged}"] tbody a`).count()).toBe(100);
    await dropFiles(page, files);
    await page.selectOption("#folder-type", "380");
    await page.getByText(says.folder.otherType).waitFor();
    expect(await button(says.folder.start).isDisabled()).toBe(true);
    await page.selectOption("#folder-type", "861");
    await button(says.folder.start).click();
    await page.locator("[data-folder=done]").waitFor();
    expect(service.documents).toHaveLength(249);
    const first = bulk()[0]!.body.trim().split("\n").map((line) => (JSON.parse(line) as { digest: string }).digest);
    expect(first.filter((digest) => service.documents.findIndex((each) => each.digest === digest) >= 249 - acknowledged)).toEqual([]);
  });

  it("an answer that breaks off: what was answered counts, the rest is sent again by itself", async () => {
    await enter("folder");
    service.trouble = ({ path, body }) => {
      if (path !== "/v1/documents:bulk" || bulk().length > 1) return null;
      const lines = body.trim().split("\n").slice(0, 7).map((line) => service.accept(JSON.parse(line)));
      return { status: 200, text: lines.map(({ digest, id, state }) => `${JSON.stringify({ digest, id, state })}\n`).join("") + JSON.stringify({ line: 8, error: { code: "overloaded", detail: "Full." } }) + "\n" };
    };
    await begin();
    await page.locator("[data-folder=waiting]").waitFor();
    await page.locator("[data-folder=done]").waitFor();
    expect(bulk()[1]!.body.trim().split("\n")).toHaveLength(193);
    expect(service.documents).toHaveLength(249);
  });

  it("a hostile answer about other digests accepts nothing", async () => {
    await enter("folder");
    service.trouble = ({ path }) => (path === "/v1/documents:bulk" ? { status: 200, text: `${JSON.stringify({ digest: "00".repeat(32), id: "x", state: "final" })}\n` } : null);
    await begin();
    await page.locator("[data-folder=broken]").waitFor();
    expect(await page.locator("[data-folder]").innerText()).toContain(says.folder.progress(0, 250));
  });
});

describe("the list", () => {
  it("page by page, newest first; found by reference, digest, type, state and days", async () => {
    for (let place = 0; place < 60; place += 1) service.accept({ digest: digestOf(String(place)), documentType: "861", reference: `CO ${place}` });
    await enter("documents");
    const shown = (): Promise<string[]> => page.locator("[data-document]").evaluateAll((rows) => rows.map((row) => row.querySelector("a")!.innerText));
    await expect.poll(async () => (await shown())[0]).toBe("CO 59");
    await button(says.list.older).click();
    await expect.poll(async () => (await shown())[0]).toBe("CO 34");
    await button(says.list.newer).click();
    await expect.poll(async () => (await shown())[0]).toBe("CO 59");
    await page.getByLabel(says.list.reference).fill("CO 3");
    await page.getByText(says.list.narrow).click();
    await page.locator("#find-state").selectOption("accepted");
    await page.getByLabel(says.list.from).fill("2026-11-01");
    await page.getByLabel(says.list.until).fill("2026-11-30");
    await button(says.list.find).click();
    await expect.poll(shown).toEqual(["CO 3"]);
    const { query } = service.sent("GET", "/v1/documents").at(-1)!;
    expect(Object.fromEntries(query)).toEqual({ reference: "CO 3", state: "accepted", acceptedFrom: "2026-11-01T00:00:00Z", acceptedUntil: "2026-12-01T00:00:00.000Z", limit: "25" });
  });

  it("says what to do when there is nothing, and when it could not be asked", async () => {
    await enter("documents");
    await page.getByText(says.list.none).waitFor();
    service.trouble = () => problem(503, "store_unavailable");
    await button(says.list.find).click();
    await page.getByText(english.faults.store_unavailable.means).waitFor();
    service.trouble = () => null;
    await button(says.again).click();
    await page.getByText(says.list.none).waitFor();
  });

  it("no JSON of ours is trouble, not a broken page", async () => {
    await enter("documents");
    service.trouble = () => ({ status: 200, json: { documents: [{ id: 7 }] } });
    await button(says.list.find).click();
    await page.getByText(english.page.troubles.unreadable_answer.means).waitFor();
  });
});

describe("the documents of one certificate", () => {
  const parts = [["credential", "aa"], ["pdf", "bb"], ["code", "cc"], ["<b>seal</b>", "dd"], [undefined, "ee"]] as const;
  beforeEach(() => {
    for (const [role, byte] of parts) Object.assign(service.accept({ digest: byte.repeat(32), documentType: "861", reference: "CO-2026-0042" }), role === undefined ? {} : { role });
  });

  it("each row says which part it is; a part that the page does not know is shown as letters", async () => {
    await enter("documents");
    const { credential, pdf, code } = says.issue.roles;
    expect(await page.locator(".document-link").allInnerTexts()).toEqual(["CO-2026-0042", ...["<b>seal</b>", code, pdf, credential].map((part) => `CO-2026-0042 · ${part}`)]);
  });

  it("so does the document itself", async () => {
    await enter("documents/d2");
    await page.getByRole("heading", { name: `CO-2026-0042 · ${says.issue.roles["pdf"]}` }).waitFor();
  });
});

describe("changing a standing", () => {
  const document = { digest: "ab".repeat(32), documentType: "861", reference: "CO <b>1</b>" };
  const puts = (): unknown[] => service.sent("PUT", "/v1/documents/d1/standing").map(({ body }) => JSON.parse(body));
  beforeEach(async () => {
    service.accept(document);
    await enter("documents/d1");
  });

  it("the dialog says what everybody will read, keeps the focus, and Escape does nothing to the document", async () => {
    await button(/^Revoke/).click();
    const text = await page.getByRole("dialog").innerText();
    for (const expected of ["Everyone who checks it will read “Genuine, but revoked by Chamber of Example” from the next block on.", says.standing.forEver, "CO <b>1</b>"]) expect(text).toContain(expected);
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => globalThis.document.activeElement === globalThis.document.body || globalThis.document.activeElement!.closest("dialog") !== null)).toBe(true);
    }
    expect(await bench.violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(await page.evaluate(() => globalThis.document.activeElement!.textContent)).toMatch(/^Revoke/);
    expect(puts()).toEqual([]);
  });

  it("needs a reason, and a tick for what cannot be undone", async () => {
    await button(/^Revoke/).click();
    await button(says.standing.confirm.revoke).click();
    await page.getByText(says.standing.reasonNeeded).waitFor();
    await page.locator("#standing-reason").selectOption("fraud");
    await button(says.standing.confirm.revoke).click();
    await page.getByText(says.standing.understoodNeeded).waitFor();
    expect(puts()).toEqual([]);
    await page.getByLabel(says.standing.understood).check();
    await button(says.standing.confirm.revoke).click();
    await page.getByText(says.list.over).waitFor();
    expect(puts()).toEqual([{ standing: "revoked", reason: "fraud" }]);
  });

  it("suspended and reinstated", async () => {
    for (const [name, confirm, standing] of [[/^Suspend/, says.standing.confirm.suspend, "suspended"], [/^Reinstate/, says.standing.confirm.reinstate, "active"]] as const) {
      await button(name).click();
      await page.locator("#standing-reason").selectOption("under_investigation");
      await button(confirm).click();
      await page.locator(`[data-own-standing=${standing}]`).waitFor();
    }
    expect(puts()).toEqual([{ standing: "suspended", reason: "under_investigation" }, { standing: "active", reason: "under_investigation" }]);
  });

  it("replaced by a file, never by itself", async () => {
    await button(/^Replace/).click();
    await page.getByLabel(says.standing.newDocument).fill(document.digest);
    await page.locator("#standing-reason").selectOption("wrong_content");
    await page.getByLabel(says.standing.understood).check();
    await button(says.standing.confirm.replace).click();
    await page.getByText(says.standing.sameDocument).waitFor();
    await page.getByRole("dialog").locator("input[type=file]").setInputFiles([{ name: "new.pdf", mimeType: "application/pdf", buffer: Buffer.from("new") }]);
    await expect.poll(() => page.getByLabel(says.standing.newDocument).inputValue()).toBe(digestOf("new"));
    await button(says.standing.confirm.replace).click();
    await page.getByText(says.list.over).waitFor();
    expect(puts()).toEqual([{ standing: "replaced", reason: "wrong_content", replacement: digestOf("new") }]);
  });

  it("until the ledger has the word it is said that it has not, and asked again", async () => {
    await page.locator(".check-now[data-verdict=authentic]").waitFor();
    await button(/^Suspend/).click();
    await page.locator("#standing-reason").selectOption("fraud");
    await button(says.standing.confirm.suspend).click();
    await page.getByText(says.list.checkBehind).waitFor();
    const [anchor] = reports.no_longer_valid.anchors;
    const findings = reports.no_longer_valid.findings.map((finding) => (finding.reason === "replaced" ? { ...finding, reason: "suspended" as const } : finding));
    const standing = { standing: "suspended", since: "2026-05-03T10:00:00Z", reason: "fraud", by: chamber } as const;
    bench.service.script = () => ({ report: { ...reports.no_longer_valid, reason: "suspended", findings, anchors: [{ ...anchor!, reason: "suspended", standing }] } });
    await page.locator(".check-now[data-verdict=no_longer_valid]").waitFor();
    await expect.poll(() => page.getByText(says.list.checkBehind).count()).toBe(0);
  });

  it("a refusal stays in the dialog", async () => {
    service.trouble = ({ method }) => (method === "PUT" ? problem(409, "standing_forbidden") : null);
    await button(/^Suspend/).click();
    await page.locator("#standing-reason").selectOption("fraud");
    await button(says.standing.confirm.suspend).click();
    await page.getByRole("dialog").getByText(english.faults.standing_forbidden.means).waitFor();
  });
});

describe("certificates", () => {
  const at = (path: string) => page.locator(`#field-credentialSubject-${path}`);
  const posts = (): Call[] => service.sent("POST", "/v1/credentials");

  it("the form is the schema's: required marks, lists, codes in words, days; drafts outlive a reload", async () => {
    await enter("issue", { keep: true });
    await at("certificateNumber").fill("CO-1");
    await at("exportCountry").selectOption({ label: "Kenya (KE)" });
    await at("issueDate").fill("2026-06-03");
    await button(says.issue.add("Item")).click();
    expect(await at("items-1-sequence").inputValue()).toBe("2");
    await button(says.issue.remove("Item", 2)).click();
    await page.reload();
    await expect.poll(() => at("certificateNumber").inputValue()).toBe("CO-1");
    await button(says.issue.send).click();
    await page.locator("[data-issued=final]").waitFor();
    expect(JSON.parse(posts()[0]!.body)).toMatchObject({ type: "CertificateOfOriginCredential", credentialSubject: { certificateNumber: "CO-1", exportCountry: "KE", issueDate: "2026-06-03", isPreferential: false, items: [{ sequence: 1 }] } });
    expect(JSON.parse(posts()[0]!.body).credentialSubject).not.toHaveProperty("transport");
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.includes("draft")))).toEqual([]);
  });

  it("every form speaks the page's words, and asks for nothing that the service fills in", async () => {
    await enter("issue");
    for (const kind of ["coo", "aeo", "toi"]) {
      await page.locator("#form-kind").selectOption(kind);
      await page.locator(`form.certificate[data-form=${kind}]`).waitFor();
      expect(await page.locator(".certificate [lang]:not(option)").allInnerTexts()).toEqual([]);
      expect(await page.locator(".certificate :is([id$=-registrar], [id$=-idScheme], [id$=-registeredName], [id$=Subject-type])").count()).toBe(0);
    }
    expect(await at("operatorTypes-0").locator("option").allInnerTexts()).toContain("Road carrier");
    expect(await page.locator("#field-credentialSubject-operatorIdentifier-scheme option").allInnerTexts()).toContain("Company number");
  });

  it("a member that the page has no words for is spelt, and marked as English", async () => {
    const schema = { properties: { credentialSubject: { type: "object", properties: { shoeSize: { type: "string", enum: ["small\u202e"], description: "The size of <b>shoes</b>." }, unlocode: { type: "string", description: "The place, by its UN/LOCODE. For authorities only." } } } } };
    service.trouble = ({ path }) => (path.startsWith("/schemas/") ? { status: 200, json: schema } : null);
    await enter("issue");
    await page.locator(".certificate .optional summary").click();
    expect(await page.locator(".certificate [lang=en]:not(option)").allInnerTexts()).toEqual(["Shoe size", "The size of <b>shoes</b>."]);
    expect(await at("shoeSize").locator("option").last().innerText()).toBe("small[U+202E]");
    expect(await at("unlocode-hint").innerText()).toBe("The place, by its UN/LOCODE. For authorities only. For example KEMBA, NLRTM.");
  });

  it("each error stands at its field and in a summary that leads there, also behind folds; a stranger's words stay words", async () => {
    await enter("issue");
    const errors = [
      { pointer: "/credentialSubject/items/0/hsCode", code: "missing", detail: "Expected <b>a code</b>." },
      { pointer: "/credentialSubject/transport/mode", code: "not_in_list", detail: "Expected 1 to 8." },
      { pointer: "/credentialSubject/nowhere/at/all", code: "new_code", detail: "Odd\u202e." },
    ];
    service.trouble = ({ method, path }) => (method === "POST" && path === "/v1/credentials" ? problem(422, "credential_invalid", { errors }) : null);
    await button(says.issue.send).click();
    await page.getByText(says.issue.errors(3)).waitFor();
    expect(await page.locator("#field-credentialSubject-items-0-hsCode-error").innerText()).toContain(`${says.issue.problems["missing"]} Expected <b>a code</b>.`);
    await page.locator(".error-summary a").nth(1).click();
    expect(await page.evaluate(() => document.activeElement!.id)).toBe("field-credentialSubject-transport-mode");
    expect(await at("transport-mode").getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(".error-summary li").nth(2).innerText()).toContain("Odd[U+202E].");
    expect(await bench.violations()).toEqual([]);
  });

  it("a lost answer is said to be one; pressed again it is the same request; changed, or after issuing, it is another", async () => {
    await enter("issue");
    await at("certificateNumber").fill("CO-1");
    service.trouble = ({ method, path }) => (method === "POST" && path === "/v1/credentials" ? "hang up" : null);
    await button(says.issue.send).click();
    await page.getByText(says.issue.unknownOutcome).waitFor();
    service.trouble = () => null;
    await button(says.issue.send).click();
    await button(says.issue.another).click();
    await at("certificateNumber").fill("CO-1");
    await button(says.issue.send).click();
    await page.locator("[data-issued]").waitFor();
    const names = posts().map(({ headers }) => headers["idempotency-key"]);
    expect(names.length).toBeGreaterThan(2);
    expect(new Set(names.slice(0, -1)).size).toBe(1);
    expect(names.at(-1)).not.toBe(names[0]);
  });

  it("what was issued earlier is listed with its standing, and leads to its PDF", async () => {
    await enter("issue");
    await page.getByText(says.issue.earlierNone).waitFor();
    await button(says.issue.send).click();
    await button(says.issue.another).click();
    await page.locator("[data-credential=c1] [data-standing=suspended]").waitFor();
    await page.locator("[data-credential=c1]").getByRole("button", { name: "PDF" }).click();
    await page.locator("[data-credential=c1] [data-pdf]").waitFor();
    expect(await bench.violations()).toEqual([]);
  });

  it("an AEO certificate has a PDF in the language chosen, and a consent that can be changed later", async () => {
    await enter("issue");
    await page.locator("#form-kind").selectOption("aeo");
    await page.locator("#paper-language").selectOption("fr");
    await page.getByLabel(says.issue.consent.publishName).check();
    await button(says.issue.send).click();
    await button(says.issue.another).click();
    expect(JSON.parse(posts()[0]!.body)).toMatchObject({ type: "AEOCredential", document: true, language: "fr", consent: { publishName: true, shareWithMraPartners: false } });
    const row = page.locator("[data-credential=c1]");
    await row.getByRole("button", { name: says.issue.consent.title }).click();
    await row.getByLabel(says.issue.consent.publishName).uncheck();
    await row.getByLabel(says.issue.consent.shareWithMraPartners).check();
    await row.getByRole("button", { name: says.issue.consent.save }).click();
    await row.getByText(says.issue.consent.saved).waitFor();
    expect(service.sent("PUT", "/v1/credentials/c1/consent").map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ publishName: false, shareWithMraPartners: true }]);
    expect(await bench.violations()).toEqual([]);
  });

  it("the PDF is fetched with the key, but never from elsewhere", async () => {
    await enter("issue");
    await button(says.issue.send).click();
    const [download] = await Promise.all([page.waitForEvent("download"), button(says.issue.pdf).click()]);
    expect(download.suggestedFilename()).toBe(`${"cd".repeat(8)}.pdf`);
    service.pdfHref = "https://evil.example/v1/steal";
    await button(says.issue.another).click();
    await button(says.issue.send).click();
    await page.getByText(english.page.troubles.unreadable_answer.means).waitFor();
  });
});

describe("keys and webhooks", () => {
  it("a webhook's secret is shown once; removing asks first", async () => {
    await enter("settings");
    await page.getByLabel(says.hooks.url).fill("https://erp.example/x");
    await button(says.hooks.add).click();
    await page.getByText("whsec_c2VjcmV0").waitFor();
    await button(says.hooks.secretSeen).click();
    expect(await page.getByText("whsec_c2VjcmV0").count()).toBe(0);
    expect(await bench.violations()).toEqual([]);
    await button(says.hooks.removeNamed("https://erp.example/x")).click();
    await page.getByRole("dialog").getByRole("button", { name: says.hooks.remove }).click();
    await page.getByText(says.hooks.none).waitFor();
    expect(service.webhooks).toEqual([]);
  });

  it("what only the operator can do stands there as a command", async () => {
    await enter("settings");
    await page.getByText("tradeseal api-key revoke 0011223344556677").waitFor();
    await page.getByText(says.keys.inForce("2027-01-01T00:00:00Z")).waitFor();
  });
});

describe("for everyone", () => {
  it("names of strangers are words, whatever they hold", async () => {
    service.name = "<script>alert(1)</script>\u202eEvil";
    service.accept({ digest: "ab".repeat(32), documentType: "861", reference: "<img src=x onerror=alert(1)>\u202e" });
    await enter("documents");
    await page.getByText("<script>alert(1)</script>[U+202E]Evil").waitFor();
    await page.getByText("<img src=x onerror=alert(1)>[U+202E]").waitFor();
  });

  it.each(["light", "dark"] as const)("axe finds nothing on any part, %s", async (colorScheme) => {
    service.accept({ digest: "ab".repeat(32), documentType: "861", reference: "CO 1" });
    await open({ width: 360, colorScheme });
    expect(await bench.violations()).toEqual([]);
    await enter("anchor", { width: 360, colorScheme });
    for (const section of [...issuerSections, "documents/d1"]) {
      await goTo(section);
      expect(await bench.violations(), section).toEqual([]);
    }
  });

  it.each([320, 360, 768])("nothing runs over the edge at %i pixels", async (width) => {
    service.accept({ digest: "ab".repeat(32), documentType: "861", reference: "x".repeat(200) });
    await enter("anchor", { width });
    for (const section of [...issuerSections, "documents/d1"]) {
      await goTo(section);
      for (const fold of await page.locator("details:not([open]) > summary").all()) if (await fold.isVisible()) await fold.click();
      const wide = await page.evaluate(() => [...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > innerWidth && each.closest(".scrolling, thead") === null).map((each) => `${each.tagName}.${each.className}`));
      expect([await page.evaluate(() => document.documentElement.scrollWidth), ...wide], section).toEqual([width]);
    }
  });

  it("no sentence of the console calls anything genuine or authentic", () => {
    const texts: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value === "string") texts.push(value);
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
    };
    walk(says);
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => /genuine|authentic/i.test(text))).toEqual([]);
  });

  it("its script stays within the budget", () => expect(bench.weights.get("issuer.html")!).toBeLessThanOrEqual(SCRIPT_BUDGET_BYTES));
});
