/**
 * Goal: many files at once stay usable and honest: each has its line, none is lost, the service's patience is kept to, and what is exported or printed says all of it and nothing dangerous.
 * Method: the built page in Chromium against an API that answers by script; the policy and requests to elsewhere are watched as everywhere.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Verdict } from "../../src/core/verdict.ts";
import { englishDesk } from "../../src/words/english/desk.ts";
import { english } from "../../src/words/english/table.ts";
import { Bench } from "./bench.ts";
import { dropFiles, temporaryFolder, type GivenFile } from "./browser.ts";
import type { FakeService, Script } from "./fakeService.ts";
import { authentic, reports } from "./reports.ts";
import { sealTextFor } from "./sealFile.ts";

const verdicts = Object.keys(reports) as Verdict[];
const digestOf = (content: string): string => createHash("sha256").update(content).digest("hex");
const files = (count: number): GivenFile[] => Array.from({ length: count }, (_, at) => ({ name: `${at}.pdf`, content: `content ${at}` }));
/** Answers each of {@link files} by its number. */
const byNumber = (answer: (at: number) => ReturnType<Script>): Script => {
  const numbers = new Map(files(600).map(({ content }, at) => [digestOf(content), at]));
  return ({ digest }) => answer(numbers.get(digest)!);
};

let bench: Bench;
let service: FakeService;
let page: Page;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  [bench, folder] = await Promise.all([Bench.start(), temporaryFolder()]);
  service = bench.service;
});
afterAll(async () => {
  await bench?.stop();
  await folder?.remove();
});
beforeEach(async () => {
  page = await bench.open({ width: 1280 });
  service.script = () => ({ report: authentic });
});
afterEach(async () => expect(await bench.offences()).toEqual([]));

const rows = (group: string): Promise<number> => page.locator(`tr[data-row=${group}]`).count();
const finished = (): Promise<void> => page.waitForSelector("[data-finished=true]").then(() => undefined);

/** Drops files and folders of this machine, as a person does: the browser opens folders itself. */
async function dropPaths(paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) await session.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data });
}

describe("a table", () => {
  it("has a line for each answer in the order given, with type, issuer and since; cards open one by one", async () => {
    service.script = byNumber((at) => ({ report: reports[verdicts[at]!] }));
    await dropFiles(page, files(6));
    await finished();
    expect(await page.locator("tr[data-row] th button").allInnerTexts()).toEqual(files(6).map(({ name }) => name));
    expect(await page.locator("tr[data-row]").evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset["row"]))).toEqual(verdicts);
    expect((await page.locator("tr[data-row=authentic] td").allInnerTexts()).slice(-3)).toEqual(["certificate of origin", "Demo Chamber of Commerce", "3 May 2026"]);
    // Of an altered file nobody is named as its issuer, nor a date.
    expect((await page.locator("tr[data-row=altered] td").allInnerTexts()).slice(-2)).toEqual(["", ""]);
    expect(await page.locator("article").count()).toBe(0);
    await page.getByRole("button", { name: "1.pdf", exact: true }).click();
    expect(await page.locator("article").getAttribute("data-verdict")).toBe("altered");
    for (const at of [2, 3, 4, 5]) await page.getByRole("button", { name: `${at}.pdf`, exact: true }).click();
    expect(await page.locator("article").count()).toBe(3);
  });

  it("is filtered by answer, and what was asked stands in every card", async () => {
    service.script = byNumber((at) => ({ report: reports[at === 1 ? "altered" : "authentic"] }));
    await dropFiles(page, files(4));
    await finished();
    const chip = page.locator("[data-group=altered]");
    expect((await chip.innerText()).replace(/\s+/g, " ")).toBe(`${english.verdicts.altered.label} 1`);
    await chip.click();
    expect([await page.locator("tr[data-row]").count(), await chip.getAttribute("aria-pressed")]).toEqual([1, "true"]);
    await page.getByRole("button", { name: "1.pdf", exact: true }).click();
    expect(JSON.parse((await page.locator("article [data-sent]").textContent())!)).toEqual({ digest: digestOf("content 1") });
  });

  it("by keyboard alone: from a chip to the line, open, and back", async () => {
    await dropFiles(page, files(3));
    await finished();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    for (let tabs = 0; tabs < 40 && !(await focused()).startsWith("1.pdf"); tabs += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector("article[data-verdict]");
    expect(await focused()).toBe("1.pdf");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("article") !== null)).toBe(true);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    expect(await page.locator("article").count()).toBe(0);
  });

  it("hundreds of seals without documents are one card", async () => {
    await dropFiles(page, Array.from({ length: 80 }, (_, at) => ({ name: `${at}.seal.json`, content: sealTextFor(`s${at}`) })));
    await page.getByText(englishDesk.many.sealsWaiting(80)).waitFor();
    expect(await page.locator("article").count()).toBe(1);
    expect(await page.locator("article").innerText()).toContain(englishDesk.many.andMore(30));
  });
});

describe("five hundred", () => {
  it("all answered, few at a time, with a bar that moves; the page answers clicks meanwhile", async () => {
    service.delayMs = 10;
    service.script = byNumber((at) => ({ report: reports[at % 100 === 0 ? "altered" : "authentic"] }));
    await dropFiles(page, files(500));
    await page.waitForFunction(() => /^[1-9]\d* of 500$/.test(document.querySelector("[data-progress]")?.textContent ?? ""), undefined);
    // The longest that a click had to wait while answers came in.
    const waits = await page.evaluate(async () => {
      const all: number[] = [];
      while (document.querySelector("[data-finished=true]") === null) {
        const asked = performance.now();
        await new Promise((resolve) => setTimeout(resolve, 0));
        all.push(performance.now() - asked);
      }
      return all;
    });
    expect(Math.max(...waits)).toBeLessThan(1_500);
    expect([await rows("authentic"), await rows("altered"), service.asked.length, await page.locator("article").count()]).toEqual([495, 5, 500, 0]);
    expect(service.mostAtOnce).toBe(6);
    expect(await page.locator("[data-finished]").innerText()).toContain(`${english.verdicts.altered.label}: 5`);
  });

  it("can be stopped, and what was not asked is asked afterwards", async () => {
    service.delayMs = 30;
    await dropFiles(page, files(60));
    await page.waitForFunction(() => document.querySelectorAll("tr[data-row=authentic]").length > 3, undefined);
    await page.getByRole("button", { name: englishDesk.many.stopAll }).click();
    await finished();
    const answered = await rows("authentic");
    expect(answered + (await rows("unanswered"))).toBe(60);
    expect(await rows("unanswered")).toBeGreaterThan(0);
    await page.getByRole("button", { name: englishDesk.many.againAll(60 - answered) }).click();
    await expect.poll(() => rows("authentic")).toBe(60);
  });
});

describe("a service that asks for patience", () => {
  const tooMany = { type: "/problems/too_many_requests", title: "Too many.", status: 429, code: "too_many_requests", detail: "Wait.", requestId: "r" };

  it("is given it, and the page goes on by itself", async () => {
    let allowed = 10;
    const [came, refused]: number[][] = [[], []];
    service.script = () => {
      came!.push(performance.now());
      if (allowed > 0) return (allowed -= 1), { report: authentic };
      refused!.push(performance.now());
      setTimeout(() => (allowed = 100), 600);
      return { status: 429, problem: tooMany, headers: { "content-type": "application/problem+json", "retry-after": "1" } };
    };
    await dropFiles(page, files(30));
    await page.waitForSelector("[data-patience]");
    await expect.poll(() => rows("authentic")).toBe(30);
    expect(await page.locator("[data-patience]").count()).toBe(0);
    // Six were under way when it was first said; then nobody asked before the second was over.
    expect(refused!.length).toBeLessThanOrEqual(6);
    expect(came!.filter((at) => at > refused!.at(-1)! && at < refused!.at(-1)! + 900)).toEqual([]);
  });

  it("without saying how long: trouble for each, and one button for all", async () => {
    service.script = () => ({ status: 429, problem: tooMany });
    await dropFiles(page, files(5));
    await expect.poll(() => rows("unanswered")).toBe(5);
    service.script = () => ({ report: authentic });
    await page.getByRole("button", { name: englishDesk.many.againAll(5) }).click();
    await expect.poll(() => rows("authentic")).toBe(5);
  });
});

describe("folders", () => {
  it("dropped: every file, however deep, by its path, seals with their documents", async () => {
    const root = join(folder.path, "shipment");
    mkdirSync(join(root, "deep", "deeper"), { recursive: true });
    // More than a browser tells at once.
    for (let at = 0; at < 120; at += 1) writeFileSync(join(root, `${String(at).padStart(3, "0")}.pdf`), `f${at}`);
    writeFileSync(join(root, "deep", "deeper", "sealed.pdf"), "sealed");
    writeFileSync(join(root, "deep", "deeper", "sealed.pdf.seal.json"), sealTextFor("sealed"));
    await dropPaths([root]);
    await expect.poll(() => rows("authentic")).toBe(121);
    expect(await page.getByRole("button", { name: "shipment/deep/deeper/sealed.pdf" }).count()).toBe(1);
    expect(service.asked.filter((body) => body.includes('"seal"'))).toHaveLength(1);
  });

  it("chosen", async () => {
    const root = join(folder.path, "chosen");
    mkdirSync(join(root, "in"), { recursive: true });
    for (const name of ["a.pdf", "in/b.pdf"]) writeFileSync(join(root, name), name);
    await page.setInputFiles("input[webkitdirectory]", root);
    await finished();
    expect((await page.locator("tr[data-row] th button").allInnerTexts()).sort()).toEqual(["chosen/a.pdf", "chosen/in/b.pdf"]);
  });

  it("with more than the page holds: that some were left out is said", async () => {
    await page.evaluate((count) => {
      const transfer = new DataTransfer();
      for (let at = 0; at < count; at += 1) transfer.items.add(new File([], `${at}.txt`));
      document.querySelector("main")!.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, 2_010);
    await page.getByText(englishDesk.intake.leftOut(2_000)).waitFor();
    await page.getByRole("button", { name: english.page.clear }).click();
    expect(await page.getByText(englishDesk.intake.leftOut(2_000)).count()).toBe(0);
  });
});

describe("taken along", () => {
  const evil = ["=cmd|'/c calc'!A1.pdf", "+1.pdf", "-2.pdf", "@sum(1).pdf", "\uff1d1+1.pdf", 'quote".pdf', "comma, .pdf"];

  it("as CSV: a line each, no formula, the whole digest", async () => {
    service.script = ({ digest }) => (digest === digestOf("c5") ? "hang up" : { report: { ...authentic, issuer: { ...authentic.issuer!, name: "=HYPERLINK(1)" } } });
    await dropFiles(page, evil.map((name, at) => ({ name, content: `c${at}` })));
    await finished();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: englishDesk.many.exportCsv }).click()]);
    const text = readFileSync((await download.path())!, "utf8");
    expect(download.suggestedFilename()).toMatch(/^tradeseal-\d{4}-\d\d-\d\d\.csv$/);
    const lines = text.split("\r\n");
    expect(lines).toHaveLength(evil.length + 2);
    expect(text).not.toMatch(/(^|,)"?[=+\-@\uff1d]/m);
    expect(lines[1]).toContain(`"'=cmd|'/c calc'!A1.pdf","${digestOf("c0")}","authentic"`);
    expect(lines[1]).toContain(`"'=HYPERLINK(1)"`);
    expect(lines[6]).toContain(`"quote"".pdf","${digestOf("c5")}","${englishDesk.many.unanswered}"`);
  });

  it("on paper: when, by which service, believing whom, and how much of it is listed", async () => {
    service.script = byNumber((at) => ({ report: reports[at === 0 ? "altered" : "authentic"] }));
    await dropFiles(page, files(3));
    await finished();
    await page.locator("[data-group=altered]").click();
    await page.emulateMedia({ media: "print" });
    const text = await page.locator("main").innerText();
    for (const expected of [englishDesk.print.title, new URL(bench.origin).host, "21 November 2026, 10:00 UTC", "Demo Customs Administration", englishDesk.print.counts(1, 3), digestOf("content 0"), english.verdicts.altered.headline({} as never)]) expect(text).toContain(expected);
    expect(text).not.toContain(englishDesk.intake.scan);
    expect(text).not.toContain("1.pdf");
  });
});

describe("for everyone", () => {
  it.each([320, 360, 768])("nothing runs over the edge at %i pixels, with names of strangers", async (width) => {
    page = await bench.open({ width });
    service.script = byNumber((at) => ({ report: { ...reports[verdicts[at % 6]!] } }));
    await dropFiles(page, [...files(6), { name: "x".repeat(200), content: "x" }, { name: "invoice\u202Efdp.exe", content: "y" }]);
    await finished();
    await page.locator("tr[data-row] th button").last().click();
    await page.waitForSelector("article");
    expect((await page.locator("tr[data-row] th button").first().boundingBox())!.width).toBeGreaterThan(100);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await page.locator("tr[data-row] th button").last().innerText()).toBe("invoice[U+202E]fdp.exe");
  });
});
