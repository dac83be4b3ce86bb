/**
 * Builds the verification page into dist/web.
 *
 * @example
 * node scripts/buildPage.ts [--if-missing]
 */
import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import config, { pageFolder } from "../src/web/vite.config.ts";

const SOURCES = ["web", "words", "core"].map((room) => join(import.meta.dirname, "..", "src", room));

/** Builds the page into `folder`, which is emptied first. Returns the bytes of its script after gzip. */
export async function buildPage(folder: string = pageFolder): Promise<number> {
  await build({ ...config, configFile: false, logLevel: "error", build: { ...config.build, outDir: folder } });
  return scriptBytes(folder);
}

/** How many bytes of script a browser fetches from `folder`, workers included, after gzip. */
export async function scriptBytes(folder: string): Promise<number> {
  const scripts = (await filesIn(folder)).filter((path) => path.endsWith(".js"));
  const sizes = await Promise.all(scripts.map(async (path) => gzipSync(await readFile(path)).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Whether the page in dist/web was built after the last change of its sources. */
async function isFresh(): Promise<boolean> {
  const entrance = join(pageFolder, "index.html");
  if (!existsSync(entrance)) return false;
  const { mtimeMs: builtAt } = await stat(entrance);
  const sources = (await Promise.all(SOURCES.map(filesIn))).flat();
  const changes = await Promise.all(sources.map(async (path) => (await stat(path)).mtimeMs));
  return changes.every((changedAt) => changedAt <= builtAt);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

if (import.meta.main) {
  if (process.argv.includes("--if-missing") && (await isFresh())) console.log("The page in dist/web is up to date.");
  else console.log(`Built the page into dist/web: ${((await buildPage()) / 1000).toFixed(1)} kB of script after gzip.`);
}
