/**
 * Goal: a person with any file, keyboard, phone or screen reader learns what the service says, in words that cannot be taken for something else; and no file leaves the device.
 * Method: the built page in Chromium, under the policy that the service sends, with an API that answers by script. Every test ends by asking for policy violations, scripts that ran and requests that went elsewhere.
 */
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Digest, Leaf } from "../../src/core/digest.ts";
import type { Report } from "../../src/core/report.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { english } from "../../src/words/english/table.ts";
import { headline } from "../../src/words/sentences.ts";
import { Bench, type View } from "./bench.ts";
import { chooseFiles, dropFiles, type GivenFile } from "./browser.ts";
import type { Answer, FakeService } from "./fakeService.ts";
import { authentic, chamber, replacement, reports, stranger } from "./reports.ts";
import { sealTextFor } from "./sealFile.ts";

const SCRIPT_BUDGET_BYTES = 60_000;

const digestOf = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
const paper: GivenFile = { name: "certificate.pdf", content: "a certificate of origin" };
const verdicts = Object.keys(reports) as Verdict[];
const [earlier, earlierLeaf] = ["5e".repeat(32) as Digest, "6f".repeat(32) as Leaf];

let bench: Bench;
let service: FakeService;
let page: Page;

beforeAll(async () => {
  bench = await Bench.start();
  service = bench.service;
});
afterAll(() => bench?.stop());

beforeEach(() => open({ width: 1280 }));
afterEach(async () => expect(await bench.offences()).toEqual([]));

async function open(view: View): Promise<void> {
  page = await bench.open(view);
}

const answer = (given: Answer): void => void (service.script = () => given);
/** What the first card says once it has something to say. */
const card = (): Promise<string> => page.locator("article:is([data-verdict], [data-trouble], [data-seal])").first().innerText();

describe("each verdict", () => {
  it.each(verdicts)("%s: headline, mark, every check, and read out", async (verdict) => {
    answer({ report: reports[verdict] });
    await dropFiles(page, [paper]);
    const line = headline(reports[verdict], english);
    await page.waitForSelector(`article[data-verdict=${verdict}] [data-mark=${verdict}]`);
    expect(await page.locator("h2.headline").innerText()).toBe(line);
    expect(await page.locator("[role=log]").innerText()).toContain(line);
    const shown = await page.locator("[data-check]").evaluateAll((rows) => rows.map((row) => `${row.dataset["check"]} ${row.dataset["outcome"]}`));
    expect(shown).toEqual(reports[verdict].findings.map(({ check, outcome }) => `${check} ${outcome}`));
  });

  it("differs from every other in shape and in colour", async () => {
    const answers = [...verdicts];
    service.script = () => ({ report: reports[answers.shift()!] });
    await dropFiles(page, verdicts.map((name) => ({ name, content: name })));
    await expect.poll(() => page.locator("tr [data-mark]").count()).toBe(verdicts.length);
    const looks = await page.locator("tr .mark").evaluateAll((marks) => marks.map((mark) => [mark.innerHTML, getComputedStyle(mark).getPropertyValue("--tone")]));
    for (const aspect of [0, 1]) expect(new Set(looks.map((look) => look[aspect])).size).toBe(verdicts.length);
  });

  it("an altered document is not said to stand, nor to be vouched for", async () => {
    answer({ report: reports.altered });
    await dropFiles(page, [paper]);
    const text = await card();
    expect(text).toContain(english.verdicts.altered.issuer);
    expect(text).not.toContain(english.page.standing);
    expect(text).not.toContain(english.page.vouching);
  });

  it("a replaced document leads to the one in its place", async () => {
    answer({ report: reports.no_longer_valid });
    await dropFiles(page, [paper]);
    await page.getByText(english.page.replacement).click();
    await expect.poll(() => service.asked.at(-1)).toBe(JSON.stringify({ digest: replacement }));
  });

  it("names the earlier document that it replaced, once for what was issued together, and leads to it where its digest is known", async () => {
    const replaces = [{ leaf: earlierLeaf, since: "2026-05-09T10:30:00Z", digest: earlier }, { leaf: replacement as unknown as Leaf, since: "2026-05-09T10:30:00Z" }, { leaf: earlierLeaf, since: "2026-05-08T10:30:00Z" }];
    answer({ report: { ...authentic, anchors: [{ ...authentic.anchors[0]!, replaces }] } });
    await dropFiles(page, [paper]);
    const text = await card();
    for (const said of ["replaced an earlier one on 9 May 2026.", "replaced an earlier one on 8 May 2026.", english.page.predecessorByFile, earlier]) expect(text.split(said)).toHaveLength(2);
    const link = page.getByRole("link", { name: english.page.checkPredecessor });
    expect(await link.getAttribute("href")).toBe(`/?digest=${earlier}`);
    await link.click();
    await expect.poll(() => service.asked.at(-1)).toBe(JSON.stringify({ digest: earlier }));
  });

  it("where nothing is known to have been replaced nothing is said of it", async () => {
    answer({ report: authentic });
    await dropFiles(page, [paper]);
    expect(await card()).not.toContain(english.page.predecessor);
  });

  it.each(["mixed_script", "confusable"] as const)("warns beside a name that may deceive: %s; and beside no other", async (likeness) => {
    answer({ report: { ...authentic, issuer: { ...chamber, likeness } } });
    await dropFiles(page, [paper]);
    expect(await card()).toContain(english.likenesses[likeness]);
    answer({ report: authentic });
    await open({ width: 1280 });
    await dropFiles(page, [paper]);
    expect(await card()).not.toContain("Take care");
  });

  it("names an issuer with its DID beside, and others who recorded the same bytes", async () => {
    const others = [...authentic.anchors, { ...reports.not_entitled.anchors[0]!, root: "99".repeat(32) as Report["anchors"][0]["root"] }];
    answer({ report: { ...authentic, anchors: others } });
    await dropFiles(page, [paper]);
    const text = await card();
    for (const expected of [chamber.name!, chamber.did, english.page.otherRecords, stranger.did]) expect(text).toContain(expected);
  });
});

describe("giving files", () => {
  it("only the digest goes out, and the page shows the very request", async () => {
    answer({ report: authentic });
    await dropFiles(page, [paper]);
    await card();
    expect(service.asked).toEqual([JSON.stringify({ digest: digestOf(paper.content) })]);
    const shown = await page.locator("article [data-sent]").textContent();
    expect(JSON.parse(shown!)).toEqual(JSON.parse(service.asked[0]!));
  });

  it("chosen by keyboard alone", async () => {
    answer({ report: authentic });
    // Listening begins before the first key: the browser must know that nobody will see its dialog.
    const choosing = page.waitForEvent("filechooser");
    const isReached = (): Promise<boolean> => page.evaluate(() => document.activeElement instanceof HTMLInputElement);
    for (let tabs = 0; tabs < 12 && !(await isReached()); tabs += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    const chooser = await choosing;
    expect(await page.locator(".button-main").evaluate((button) => getComputedStyle(button).outlineStyle)).toBe("solid");
    await chooser.setFiles([{ name: paper.name, mimeType: "application/pdf", buffer: Buffer.from(paper.content) }]);
    expect(await card()).toContain("Genuine certificate of origin");
  });

  it("a file dropped in the very moment the page is there is not lost", async () => {
    answer({ report: authentic });
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        const main = document.querySelector("main");
        if (main === null) return;
        observer.disconnect();
        const transfer = new DataTransfer();
        transfer.items.add(new File(["a certificate of origin"], "certificate.pdf"));
        main.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }).observe(document, { subtree: true, childList: true });
    });
    await page.reload();
    expect(await card()).toContain("Genuine certificate of origin");
  });

  it("the same file can be chosen twice", async () => {
    answer({ report: authentic });
    for (const count of [1, 2]) {
      await chooseFiles(page, [paper]);
      await expect.poll(() => page.locator("article[data-verdict]").count()).toBe(count);
    }
  });

  it("a large file is read in pieces, with a bar that moves, and its digest is right", async () => {
    answer({ report: authentic });
    const bytes = 32 * 2 ** 20;
    await page.evaluate((size) => {
      const seen = ((globalThis as unknown as { seen: Set<number> }).seen = new Set());
      new MutationObserver(() => document.querySelectorAll("progress[value]").forEach((bar) => seen.add((bar as HTMLProgressElement).value))).observe(document, { subtree: true, childList: true, attributes: true });
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(size).fill(7)], "large.bin"));
      document.querySelector("main")!.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, bytes);
    await page.waitForSelector("article[data-verdict]");
    expect(service.asked).toEqual([JSON.stringify({ digest: digestOf(Buffer.alloc(bytes, 7)) })]);
    expect(await page.evaluate(() => (globalThis as unknown as { seen: Set<number> }).seen.size)).toBeGreaterThan(1);
  });

  it("can be stopped while the service keeps silent", async () => {
    answer("stay silent");
    await dropFiles(page, [paper]);
    await page.getByRole("button", { name: english.page.stopNamed(paper.name) }).click();
    expect(await page.locator("article").count()).toBe(0);
  });

  it("a seal goes with its document, and its name is shown", async () => {
    answer({ report: { ...authentic, subject: { ...authentic.subject, hasSeal: true } } });
    await dropFiles(page, [{ name: "a.seal.json", content: sealTextFor(paper.content) }, { name: "other.pdf", content: "other" }, paper]);
    await expect.poll(() => service.asked.length).toBe(2);
    expect(service.asked.map((body) => JSON.parse(body)).find(({ seal }) => seal !== undefined)).toEqual({ digest: digestOf(paper.content), seal: JSON.parse(sealTextFor(paper.content)) });
    await page.getByRole("button", { name: paper.name, exact: true }).click();
    await expect.poll(() => page.getByText(english.page.withSeal("a.seal.json")).count()).toBe(1);
  });

  it("a seal alone asks for its document", async () => {
    await dropFiles(page, [{ name: "a.seal.json", content: sealTextFor(paper.content) }]);
    expect(await card()).toContain(english.page.lonelySeal);
    expect(service.asked).toEqual([]);
  });

  it("an expected type goes with the question", async () => {
    answer({ report: authentic });
    await page.selectOption("main select", "861");
    await dropFiles(page, [paper]);
    await card();
    expect(service.asked).toEqual([JSON.stringify({ digest: digestOf(paper.content), documentType: "861" })]);
  });

  it("a digest in the address is checked at once", async () => {
    answer({ report: authentic });
    await open({ width: 1280, path: `/?digest=${"ab".repeat(32)}` });
    // The address may stand as a code on any paper.
    expect(await card()).toContain("Only a digest was checked");
    expect(await page.locator("article.tone-none[data-verdict=authentic] [data-mark=digest]").count()).toBe(1);
    expect(service.asked).toEqual([JSON.stringify({ digest: "ab".repeat(32) })]);
  });

  it("several are listed with a line each, and can be cleared", async () => {
    answer({ report: authentic });
    await dropFiles(page, [paper, { name: "b.pdf", content: "b" }, { name: "c.pdf", content: "c" }]);
    await expect.poll(() => page.locator("tr[data-row=authentic]").count()).toBe(3);
    expect(await page.locator("article").count()).toBe(0);
    await page.getByRole("button", { name: english.page.clear }).click();
    expect(await page.locator("[data-row]").count()).toBe(0);
  });
});

describe("names from strangers", () => {
  it.each([
    ["markup and dots",           "../../x<svg onload=alert(1)>.pdf", "../../x<svg onload=alert(1)>.pdf"],
    ["a right-to-left override",  "invoice\u202Efdp.exe",             "invoice[U+202E]fdp.exe"],
    ["line breaks",               "a\r\nSet-Cookie: b",               "a[U+000D][U+000A]Set-Cookie: b"],
    ["5,000 characters",          "x".repeat(5000),                   "x".repeat(119) + "…"],
  ])("%s in a file's name", async (_what, name, shown) => {
    answer({ report: authentic });
    await dropFiles(page, [{ name, content: "x" }]);
    await page.waitForSelector("article[data-verdict]");
    expect(await page.locator("article .file-name").textContent()).toBe(shown);
    expect(await page.locator("svg[onload]").count()).toBe(0);
  });

  it("markup and hidden characters in an issuer's name", async () => {
    answer({ report: { ...authentic, issuer: { ...chamber, name: "<img src=x onerror=alert(1)>\u200bDemo" } } });
    await dropFiles(page, [paper]);
    expect(await page.locator("h2.headline").innerText()).toBe("Genuine certificate of origin by <img src=x onerror=alert(1)>[U+200B]Demo");
  });
});

describe("trouble is never a verdict", () => {
  const problem = { type: "/problems/overloaded", title: "The service is very busy.", status: 503, code: "overloaded", detail: "1000 verifications are under way.", requestId: "r-77" };
  it.each<[string, Answer, readonly string[]]>([
    ["a fault",                       { status: 503, problem },                                          [english.faults.overloaded.means, problem.detail, problem.requestId]],
    ["a fault of a newer service",    { status: 400, problem: { ...problem, code: "new_one", title: "New." } }, ["New."]],
    ["no connection",                 "hang up",                                                         [english.page.troubles.no_connection.means]],
    ["a proxy's own page",            { status: 502, raw: "<h1>Bad gateway</h1>" },                      [english.page.troubles.no_connection.means]],
    ["no JSON",                       { status: 200, raw: "<h1>Welcome</h1>" },                          [english.page.troubles.unreadable_answer.means]],
    ["a yes about another document",  { status: 200, raw: JSON.stringify(authentic) },                   [english.page.troubles.unreadable_answer.means]],
  ])("%s", async (_what, given, expected) => {
    answer(given);
    await dropFiles(page, [paper]);
    const text = await card();
    for (const words of [english.page.noVerdict, ...expected]) expect(text).toContain(words);
    expect(await page.locator("[data-verdict], [data-mark]").count()).toBe(0);
  });

  it("and can be overcome by asking again", async () => {
    answer("hang up");
    await dropFiles(page, [paper]);
    await card();
    answer({ report: authentic });
    await page.getByRole("button", { name: english.page.againNamed(paper.name) }).click();
    await page.waitForSelector("article[data-verdict=authentic]");
  });

  it("a link with a wrong digest is said to be one", async () => {
    await open({ width: 1280, path: "/?digest=nonsense" });
    expect(await card()).toContain(english.page.troubles.bad_link.means);
  });
});

describe("for everyone", () => {
  function answerTo(name: Verdict | "offline" | "waiting"): Answer {
    if (name === "offline") return "hang up";
    return name === "waiting" ? "stay silent" : { report: reports[name] };
  }

  it("the foot says whom this verifier believes and where you are", async () => {
    await expect.poll(() => page.locator("footer").innerText()).toContain("This verifier believes: Demo Customs Administration (certificates of origin, commercial invoices, AEO certificates).");
    expect(await page.locator("footer").innerText()).toContain(new URL(bench.origin).host);
    expect(await page.locator('a[href="/docs"]').count()).toBeGreaterThan(0);
  });

  it("the report can be copied whole", async () => {
    answer({ report: authentic });
    await dropFiles(page, [paper]);
    await page.locator("article details details summary").click();
    await page.getByRole("button", { name: english.page.copy }).click();
    await page.getByText(english.page.copied).waitFor();
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied).toEqual({ ...authentic, subject: { ...authentic.subject, digest: digestOf(paper.content) } });
  });

  it.each(["light", "dark"] as const)("axe finds nothing on the empty page and on every result, %s", async (colorScheme) => {
    await open({ width: 360, colorScheme });
    expect(await bench.violations()).toEqual([]);
    const names = [...verdicts, "offline", "waiting"] as const;
    service.script = ({ digest }) => answerTo(names.find((name) => digestOf(name) === digest)!);
    await dropFiles(page, [...names.map((name) => ({ name: `${name}.pdf`, content: name })), { name: "x.seal.json", content: sealTextFor("x") }]);
    await expect.poll(() => page.locator("tr:is([data-row=underWay], [data-row=unanswered], .tone-authentic)").count()).toBe(3);
    // At most three are open beside each other.
    for (const [at, name] of names.entries()) {
      await page.getByRole("button", { name: `${name}.pdf`, exact: true }).click();
      if (at === 0) await page.locator("article details details summary").first().click();
      if (at % 3 === 2 || at === names.length - 1) expect(await bench.violations()).toEqual([]);
    }
  });

  it.each(["en", "ar"])("another language is a link in a list that opens within the screen, closes again, and keeps the address: %s", async (lang) => {
    await open({ width: 360, path: `/?lang=${lang}&other=1` });
    const [summary, list] = [page.locator(".language > summary"), page.locator(".language ul")];
    await summary.click();
    const { x, width } = (await list.boundingBox())!;
    expect([x >= 0, x + width <= 360, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([true, true, 360]);
    expect(await page.locator(".language a").evaluateAll((links) => links.filter((link) => link.getBoundingClientRect().height < 44).length)).toBe(0);
    expect(await bench.violations()).toEqual([]);
    const address = new URL((await page.locator(".language a[hreflang=fr]").getAttribute("href"))!, bench.origin);
    expect(address.search).toBe("?lang=fr&other=1");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect([await list.isVisible(), await summary.evaluate((element) => element === document.activeElement)]).toEqual([false, true]);
    await summary.press("Enter");
    await page.locator(".brand").focus();
    expect(await list.isVisible()).toBe(false);
    await summary.click();
    await page.mouse.click(4, 780);
    expect(await list.isVisible()).toBe(false);
    expect(await page.locator(".language [aria-current]").getAttribute("hreflang")).toBe(lang);
  });

  it("who asked for less motion gets none, on any page, while something is under way and once it is answered", async () => {
    const moving = (): Promise<number> =>
      page.evaluate(() => {
        const styles = [...document.querySelectorAll("*")].flatMap((element) => [null, "::before", "::after"].map((part) => getComputedStyle(element, part)));
        return document.getAnimations().length + styles.filter(({ animationName, transitionDuration, scrollBehavior }) => animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth").length;
      });
    for (const path of ["/operators", "/issuer", "/trust", "/c", "/"]) {
      await open({ width: 1280, path });
      expect([path, await moving()]).toEqual([path, 0]);
    }
    answer("stay silent");
    await dropFiles(page, [paper]);
    await page.locator(".finding-pending").first().waitFor();
    expect(await moving()).toBe(0);
    answer({ report: authentic });
    await open({ width: 1280 });
    await dropFiles(page, [paper]);
    await page.locator("article[data-verdict=authentic]").waitFor();
    expect(await moving()).toBe(0);
    // For everybody else something does move: otherwise this would tell nothing.
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await moving()).toBeGreaterThan(0);
  });

  it.each([320, 360, 1280])("nothing runs over the edge at %i pixels", async (width) => {
    await open({ width });
    answer({ report: reports.no_longer_valid });
    await dropFiles(page, [{ name: "x".repeat(200), content: "x" }]);
    await page.locator("article details details summary").click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it.each(["light", "dark"] as const)("what a button says can be read while a mouse is over it, on every page, %s", async (colorScheme) => {
    for (const path of ["/", "/operators", "/issuer", "/trust"]) {
      await open({ width: 1280, path, colorScheme });
      await page.locator(".button-main:visible").first().hover();
      expect(await bench.violations()).toEqual([]);
    }
  });

  it("all script together stays within the budget", () => expect(bench.scriptBytes).toBeLessThanOrEqual(SCRIPT_BUDGET_BYTES));
});
