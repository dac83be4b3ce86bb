/**
 * Builds the pages into dist/web.
 *
 * @example
 * node scripts/buildPage.ts [--if-missing]
 */
import { existsSync } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import config, { PAGES, pageFolder } from "../src/web/vite.config.ts";

const SOURCES = ["web", "words", "core"].map((room) => join(import.meta.dirname, "..", "src", room));

/** Builds the pages into `folder`, which is emptied first. Returns each page's script: see {@link scriptBytes}. */
export async function buildPage(folder: string = pageFolder): Promise<ReadonlyMap<string, number>> {
  await build({ ...config, configFile: false, logLevel: "error", build: { ...config.build, outDir: folder } });
  await writeFile(join(folder, "files.json"), JSON.stringify(await keptFiles(folder)));
  return scriptBytes(folder);
}

/** What a device keeps for when there is no network: every file whose name holds its digest, and the pages by their addresses. */
async function keptFiles(folder: string): Promise<{ assets: readonly string[]; pages: readonly string[] }> {
  const assets = (await readdir(join(folder, "assets"))).toSorted().map((name) => `/assets/${name}`);
  return { assets, pages: PAGES.map((page) => (page === "index.html" ? "/" : `/${page.replace(/\.html$/, "")}`)) };
}

/** What the builder tells of one file. */
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly assets?: readonly string[];
}

/** Which words each page fetches, by their file in a language's folder: of the languages one alone. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "index.html": ["table", "desk", "code"],
  "c.html": ["table", "code"],
  "operators.html": ["table", "operatorsPage", "operators", "recognitions"],
  "issuer.html": ["table", "issuer"],
  "trust.html": ["table", "trust", "signIn", "recognitions"],
};

/** For each page by its name, how many bytes of script a browser fetches to show it, in the longest language and workers included, after gzip. */
export async function scriptBytes(folder: string): Promise<ReadonlyMap<string, number>> {
  const chunks = JSON.parse(await readFile(join(folder, ".vite", "manifest.json"), "utf8")) as Record<string, Chunk>;
  const size = async (file: string): Promise<number> => gzipSync(await readFile(join(folder, file))).length;
  const pages = Object.entries(chunks).filter(([name, { isEntry }]) => isEntry === true && name.endsWith(".html"));
  const weigh = async (page: string): Promise<[string, number]> => {
    const needed = neededBy(page, chunks);
    const scripts = [...needed].flatMap((name) => [chunks[name]!.file, ...(chunks[name]!.assets ?? [])]).filter((file) => file.endsWith(".js"));
    const sizes = await Promise.all([...new Set(scripts)].map(size));
    const longest = async (file: string): Promise<number> => Math.max(...(await Promise.all(Object.keys(chunks).filter((name) => name.startsWith("../words/") && name.endsWith(`/${file}.ts`)).map((name) => size(chunks[name]!.file)))));
    const told = await Promise.all(WORDS[page]!.map(longest));
    return [page, [...sizes, ...told].reduce((sum, bytes) => sum + bytes, 0)];
  };
  return new Map(await Promise.all(pages.map(([page]) => weigh(page))));
}

/** The page's own script and all that it imports at once. What it may fetch later, when somebody asks for it, is not needed to show it. */
function neededBy(page: string, chunks: Readonly<Record<string, Chunk>>): ReadonlySet<string> {
  const needed = new Set([page]);
  for (const name of needed) for (const imported of chunks[name]!.imports ?? []) needed.add(imported);
  return needed;
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
  if (process.argv.includes("--if-missing") && (await isFresh())) console.log("The pages in dist/web are up to date.");
  else for (const [page, bytes] of await buildPage()) console.log(`Built dist/web/${page}: ${(bytes / 1000).toFixed(1)} kB of script after gzip.`);
}
