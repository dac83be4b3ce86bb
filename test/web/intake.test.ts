/**
 * Goal: whatever is pasted, scanned or photographed is taken for what it is and nothing more: a link is never opened, a stranger's code does nothing, and a credential leaves the device only by a button.
 * Method: the built page in Chromium with a fake camera that shows pictures of codes, against an API that answers by script.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Digest } from "../../src/core/digest.ts";
import { englishCode } from "../../src/words/english/code.ts";
import { englishDesk } from "../../src/words/english/desk.ts";
import { englishFlaws } from "../../src/words/english/flaws.ts";
import { english } from "../../src/words/english/table.ts";
import { Bench } from "./bench.ts";
import { dropFiles, temporaryFolder } from "./browser.ts";
import { cameraFlags, codeFor, pngOf, videoOf } from "./codePictures.ts";
import type { FakeService } from "./fakeService.ts";
import { authentic, chamber, reports, stranger } from "./reports.ts";
import { sealTextFor } from "./sealFile.ts";

const HOSTILE = "javascript:alert(1)//https://evil.example/?<img src=x onerror=alert(2)>\u202E";
const digestOf = (content: string): Digest => createHash("sha256").update(content).digest("hex") as Digest;
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const jwt = (payload: object = { type: ["VerifiableCredential"] }): string => `${part({ alg: "ES256", typ: "vc+jwt", kid: "did:web:x.example#1" })}.${part(payload)}.${"A".repeat(86)}`;
const signedPart = (text: string): string => text.slice(0, text.lastIndexOf("."));
const { link, code, parsed, keysPath, keys } = codeFor();
/** All that is asked about it. */
const codeQuestion = { digest: parsed.digest, documentType: "861", issuer: chamber.did };

let bench: Bench;
let service: FakeService;
let page: Page;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  const video = join(folder.path, "camera.y4m");
  // First a code on a poster, then the one on the paper.
  writeFileSync(video, videoOf([HOSTILE, HOSTILE, link]));
  bench = await Bench.start(cameraFlags(video));
  service = bench.service;
});
afterAll(async () => {
  await bench?.stop();
  await folder?.remove();
});
beforeEach(async () => {
  page = await bench.open({ width: 1280 });
  service.script = () => ({ report: authentic });
  service.others.set(keysPath, () => keys);
});
afterEach(async () => expect(await bench.offences()).toEqual([]));

const asked = (): unknown[] => service.asked.map((body) => JSON.parse(body) as unknown);
const card = (): Promise<string> => page.locator("article:is([data-verdict], [data-trouble], [data-seal], [data-held])").first().innerText();

async function type(text: string): Promise<void> {
  if (!(await page.locator("#pasted").isVisible())) await page.getByText(englishDesk.intake.paste).click();
  await page.fill("#pasted", text);
  await page.getByRole("button", { name: englishDesk.intake.check, exact: true }).click();
}

/** What is said of a digest whose document is in order. */
const byDigest = englishDesk.byDigest.authentic({ type: english.documentTypes["861"], issuer: "Demo Chamber of Commerce" });

/** Answers about the code, or the credential, of this digest. */
const about = (digest: Digest, more: object): void => void (service.script = () => ({ report: { ...authentic, subject: { ...authentic.subject, digest, ...more } } }));

describe("pasted or typed", () => {
  it.each([
    ["a digest",                    "AB".repeat(32)],
    ["with blanks around it",       `  ${"ab".repeat(32)}\n`],
    ["the link of a digest",        `https://anywhere.example/?lang=fr&digest=${"ab".repeat(32)}`],
  ])("%s is asked about", async (_what, text) => {
    await type(text);
    expect(await card()).toContain(byDigest.headline);
    expect(asked()).toEqual([{ digest: "ab".repeat(32) }]);
  });

  it("a digest alone is no yes about what somebody holds: neither its card, nor its line, nor the list that is saved", async () => {
    await type("ab".repeat(32));
    const text = await card();
    for (const expected of [byDigest.headline, byDigest.means, byDigest.todo]) expect(text).toContain(expected);
    for (const yes of [english.verdicts.authentic.means, english.verdicts.authentic.todo]) expect(text).not.toContain(yes);
    expect(await page.locator("article.tone-none").count()).toBe(1);
    expect(await page.locator("[data-mark]").evaluateAll((all) => all.map((mark) => mark.getAttribute("data-mark")))).toEqual(["digest"]);
    about(parsed.digest, { code: {} });
    await type(link);
    await page.waitForSelector("[data-finished=true]");
    expect(await page.locator("tr.tone-none .many-verdict .screen-only").allInnerTexts()).toEqual([englishDesk.byDigest.label]);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: englishDesk.many.exportCsv }).click()]);
    const [, ofDigest, ofCode] = readFileSync((await download.path())!, "utf8").split("\r\n");
    expect(ofDigest).toContain(`"${byDigest.headline}"`);
    expect(ofCode).toContain('"Genuine code of a certificate of origin by Demo Chamber of Commerce"');
  });

  it("a seal waits for its document", async () => {
    await type(sealTextFor("paper"));
    expect(await card()).toContain(english.page.lonelySeal);
    expect(asked()).toEqual([]);
    await dropFiles(page, [{ name: "a.pdf", content: "paper" }]);
    await page.waitForSelector("article[data-verdict]");
    expect(asked()).toEqual([{ digest: digestOf("paper"), seal: JSON.parse(sealTextFor("paper")) }]);
  });

  it("the link of a code: nothing that stands on the paper is sent, and what it says is shown large, from the signed words", async () => {
    about(parsed.digest, { code: { number: "another", date: "2000-01-01", parties: [], documentType: "861" } });
    await type(link);
    await page.waitForSelector("article[data-verdict=authentic]");
    expect(await card()).toContain("Genuine code of a certificate of origin");
    expect(asked()).toEqual([codeQuestion]);
    const says = await page.locator("[data-essentials=signed]").innerText();
    for (const expected of [englishCode.signed, "XX-2026-208897", "3 June 2026", "Example Trading Ltd", "Købmand & Sønner A/S", `0x${"2".repeat(40)}`]) expect(says).toContain(expected);
    expect(says).not.toContain("1 January 2000");
    expect(JSON.parse((await page.locator("[data-sent]").textContent())!)).toEqual(codeQuestion);
  });

  it("a code that is not confirmed is not said to be signed", async () => {
    service.script = () => ({ report: { ...reports.not_found, subject: { ...authentic.subject, digest: parsed.digest } } });
    await type(code);
    await page.waitForSelector("article[data-verdict=not_found]");
    const says = await page.locator("[data-essentials=unsigned]").innerText();
    expect(says).toContain(englishCode.unsignedMeans);
    expect(says).not.toContain(englishCode.signed);
  });

  it("a yes about another code is no answer", async () => {
    service.script = () => ({ report: { ...authentic, anchors: authentic.anchors.map((anchor) => ({ ...anchor, issuer: stranger })) } });
    await type(code);
    expect(await card()).toContain(english.page.troubles.unreadable_answer.means);
  });

  it.each([
    ["nothing",               "",                                          englishDesk.intake.empty],
    ["some link",             "https://evil.example/c",                    englishDesk.intake.notRecognised],
    ["a script",              HOSTILE,                                     englishDesk.intake.notRecognised],
    ["a digest too short",    "ab".repeat(31),                             englishDesk.intake.notRecognised],
    ["a code cut off",        code.slice(0, -9),                           englishDesk.intake.notRecognised],
    ["a code with a member",  `1.${part({ x: 1 })}.${"A".repeat(86)}`,     englishDesk.intake.notRecognised],
    ["a book",                "x".repeat(70_000),                          englishDesk.intake.tooLong],
  ])("%s is refused beside the field, and nothing is sent", async (_what, text, refusal) => {
    await type(text);
    await page.getByRole("alert").filter({ hasText: refusal }).waitFor();
    expect(await page.locator("#pasted").getAttribute("aria-invalid")).toBe("true");
    expect([asked(), await page.locator("article").count()]).toEqual([[], 0]);
  });

  it("pasted beside the field: it is filled in, and nothing is sent before the button; files are checked", async () => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), "ab".repeat(32));
    await page.locator("h1").click();
    await page.keyboard.press("Control+V");
    await page.getByText(englishDesk.intake.pasted).waitFor();
    expect([await page.inputValue("#pasted"), asked()]).toEqual(["ab".repeat(32), []]);
    await page.getByRole("button", { name: englishDesk.intake.check, exact: true }).click();
    await expect.poll(() => asked().length).toBe(1);
    await page.locator("h1").evaluate((heading) => {
      const given = new DataTransfer();
      given.items.add(new File(["pasted"], "pasted.pdf"));
      heading.dispatchEvent(new ClipboardEvent("paste", { clipboardData: given, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => asked().at(-1)).toEqual({ digest: digestOf("pasted") });
  });
});

describe("credentials", () => {
  const text = jwt();
  const facts = { format: "vc+jwt", type: "AEOCredential", issuer: "did:web:<b>x", holder: "did:web:trader.example", validUntil: "2029-01-01T00:00:00Z", essentials: { legalName: "Trader\u202E<script>alert(1)</script>", members: [{ isActive: true }], "<img src=x>": "key" } };

  it.each([["as a file", "aeo.jwt", text], ["within JSON", "aeo.json", JSON.stringify({ credential: text })]])("%s: sent whole, but only by the button", async (_what, name, content) => {
    about(digestOf(signedPart(text)), { documentType: "AEO", credential: facts });
    await dropFiles(page, [{ name, content }]);
    expect(await card()).toContain(englishDesk.credential.heldMeans(new URL(bench.origin).host));
    await page.waitForTimeout(300);
    expect(asked()).toEqual([]);
    await page.getByRole("button", { name: englishDesk.credential.sendNamed(name) }).click();
    await page.waitForSelector("article[data-verdict=authentic]");
    expect(asked()).toEqual([{ credential: text }]);
    await page.locator("[data-credential] dl").first().waitFor();
    const says = await page.locator("[data-credential]").innerText();
    for (const expected of ["AEO certificate", "1 January 2029", "Operator", "Trader[U+202E]<script>alert(1)</script>"]) expect(says).toContain(expected);
    expect(says).not.toContain("legalName");
    await page.locator("[data-credential] summary").click();
    const whole = await page.locator("[data-credential] [lang=en]").innerText();
    for (const expected of ["AEOCredential", "legalName", "isActive", "true", "<img src=x>"]) expect(whole).toContain(expected);
    expect(await page.locator("article img, article script").count()).toBe(0);
    expect(await page.locator("article [data-check=integrity]").innerText()).toContain(english.signed.checks.integrity.question);
  });

  it("pasted, then taken away: nothing was ever sent", async () => {
    await type(text);
    expect(await card()).toContain(englishDesk.credential.held);
    await page.getByRole("button", { name: english.page.removeNamed(englishDesk.credential.pasted) }).click();
    expect([asked(), await page.locator("article").count()]).toEqual([[], 0]);
  });

  it("many: one button for all; another type than the expected one is named", async () => {
    const texts = [jwt({ type: "VerifiableCredential", n: 1 }), jwt({ type: "VerifiableCredential", n: 2 })];
    service.script = ({ credential }) => ({ report: { ...authentic, subject: { ...authentic.subject, digest: digestOf(signedPart(credential!)), credential: facts } as never } });
    await dropFiles(page, texts.map((content, at) => ({ name: `${at}.jwt`, content })));
    await page.getByRole("button", { name: englishDesk.credential.sendAll(2) }).click();
    await expect.poll(() => page.locator("tr[data-row=authentic]").count()).toBe(2);
    await page.selectOption("main select", "380");
    await page.getByRole("button", { name: "0.jwt", exact: true }).click();
    await page.getByText(englishDesk.otherType("commercial invoice", "certificate of origin")).waitFor();
    expect(asked()).toHaveLength(2);
  });

  it("what is said of one that is broken has a bound: hostile facts do not break the page", async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(40)}1${"}".repeat(40)}`) as object;
    about(digestOf(signedPart(text)), { credential: { format: 7, type: "x".repeat(5_000), issuer: null, essentials: { deep, wide: Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`m${at}`, "y".repeat(1_000)])) }, problems: [{ pointer: "/a", code: "<b>" }, 7] } });
    await dropFiles(page, [{ name: "a.jwt", content: text }]);
    await page.getByRole("button", { name: /^Send and check/ }).click();
    await page.waitForSelector("[data-credential] details[open]");
    expect((await page.locator("[data-credential]").innerText()).length).toBeLessThan(20_000);
    expect(await page.locator("[data-problems]").innerText()).toBe(`/a ${englishFlaws.otherProblem}`);
  });
});

describe("codes", () => {
  const scan = (): Promise<void> => page.getByRole("button", { name: englishDesk.intake.scan }).click();

  it("by the camera: a stranger's code does nothing, ours is checked, and the camera is closed", async () => {
    about(parsed.digest, {});
    await scan();
    const dialog = page.locator("dialog");
    await dialog.getByText(englishDesk.scan.notOurs).waitFor();
    expect(await dialog.innerText()).toContain("javascript:alert(1)//https://evil.example/?<img src=x onerror=alert(2)>[U+202E]");
    expect(await dialog.locator("a, img").count()).toBe(0);
    expect(asked()).toEqual([]);
    await page.waitForSelector("article[data-verdict=authentic]");
    expect([asked(), await dialog.count()]).toEqual([[codeQuestion], 0]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(englishDesk.intake.scan);
  });

  it("by keyboard: opened, focus kept within, closed by Escape, and back at the button", async () => {
    await page.getByRole("button", { name: englishDesk.intake.scan }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open]");
    for (let tabs = 0; tabs < 4; tabs += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null)).toBe(true);
    }
    expect(await bench.violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(englishDesk.intake.scan);
  });

  it.each([
    ["ours",             () => pngOf(link),                                                  null],
    ["ours, far away",   () => pngOf(link, { width: 2600, height: 2000, scale: 4 }),         null],
    ["a stranger's",     () => pngOf(HOSTILE),                                               englishDesk.scan.notOurs],
    ["none",             () => pngOf(""),                                                 englishDesk.scan.noCode],
    ["no picture",       () => Buffer.from("<svg onload=alert(1)>"),                         englishDesk.scan.unreadable],
  ])("from a picture file: %s", async (_what, picture, refusal) => {
    about(parsed.digest, {});
    await page.evaluate(() => (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotFoundError"))));
    await scan();
    await page.getByText(englishDesk.scan.noCamera).waitFor();
    await page.setInputFiles("dialog input[type=file]", { name: "p.png", mimeType: "image/png", buffer: picture() });
    if (refusal === null) await page.waitForSelector("article[data-verdict]");
    else await page.locator("dialog").getByText(refusal).waitFor();
    expect(asked()).toEqual(refusal === null ? [codeQuestion] : []);
  });

  it("not allowed: said so, with the other way", async () => {
    await page.evaluate(() => (navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"))));
    await scan();
    await page.getByText(englishDesk.scan.notAllowed).waitFor();
  });

  it("a dropped picture without a record: its code can be read", async () => {
    const transfer = await page.evaluateHandle((bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], "photo.png", { type: "image/png" }));
      return data;
    }, [...pngOf(link)]);
    service.script = ({ digest }) => (digest === parsed.digest ? { report: authentic } : { report: reports.not_found });
    for (const kind of ["dragover", "drop"]) await page.dispatchEvent("main", kind, { dataTransfer: transfer });
    await page.getByRole("button", { name: englishDesk.pictureLook }).click();
    await page.waitForSelector("article[data-verdict=authentic]");
    expect(asked().at(-1)).toEqual(codeQuestion);
  });
});

describe("while the answer is on its way", () => {
  it("every question waits, and each is answered in its place", async () => {
    service.script = () => "stay silent";
    await dropFiles(page, [{ name: "a.pdf", content: "a" }]);
    await page.waitForSelector("[data-pending]");
    const waiting = await page.locator("[data-pending]").evaluateAll((all) => all.map((row) => row.getAttribute("data-pending")));
    expect(waiting).toEqual(authentic.findings.map(({ check }) => check));
    expect(await page.locator("[data-verdict], [data-mark]").count()).toBe(0);
    expect(await bench.violations()).toEqual([]);
  });
});
