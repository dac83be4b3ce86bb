// A real Chromium on the built page, as a person would use it.

import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Starts headless Chromium, with further flags. A missing browser is a failure: a page that nobody tried is not tested. */
export async function startBrowser(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(`There is no Chromium at ${executablePath}. Install it ("apt-get install chromium") or name one in CHROMIUM_PATH; the page's tests need it.`);
  }
  return chromium.launch({ executablePath, headless: true, args: [...FLAGS, ...flags] });
}

/** What a person gives the page. */
export interface GivenFile {
  readonly name: string;
  readonly content: string;
}

/** Drops files on the page, all at once. */
export async function dropFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, content } of given) data.items.add(new File([content], name));
    return data;
  }, files as GivenFile[]);
  for (const type of ["dragover", "drop"]) await page.dispatchEvent("main", type, { dataTransfer: transfer });
}

/** Chooses files through the browser's own chooser. */
export async function chooseFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  await page.setInputFiles("input[type=file]", files.map(({ name, content }) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(content) })));
}

/** A folder of its own that is gone after `use`. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "tradeseal-page-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** What axe finds wrong with the page as it is now. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  // By evaluation, which no content security policy forbids.
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } };
    // WCAG 2.2 has one rule that axe knows, and leaves out unless it is asked for.
    const { violations } = await axe.run({ rules: { "target-size": { enabled: true } } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
  });
}
