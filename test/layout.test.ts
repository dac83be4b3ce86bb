/**
 * Goal: the shape of the code is what docs and newcomers are told it is.
 * Method: read every source file as text; compare its imports, its length and what it touches with the tables below.
 */

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" }).split("\n").filter((file) => file !== "" && existsSync(join(root, file)));
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const sources = files.filter((file) => /^src\/.*\.tsx?$/.test(file));

/** Which room may import from which. A room may always import from itself; a room within `adapters` only from its own folder. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  words: ["core"],
  flows: ["core"],
  adapters: ["core", "flows", "words"],
  http: ["core", "flows", "words"],
  web: ["core", "words"],
  cli: ["core", "flows", "words", "office", "ledgerAccess", "app", "serving", "stamping", "config"],
  config: ["core"],
  office: ["core", "flows", "adapters", "config"],
  ledgerAccess: ["core", "flows", "adapters", "office", "config"],
  app: ["core", "flows", "adapters", "office", "ledgerAccess", "config"],
  stamping: ["adapters"],
  serving: ["core", "flows", "http", "office", "ledgerAccess", "app", "config"],
  index: ["core", "flows", "office", "ledgerAccess", "app"],
};

/** Which packages a room may lean on. Every new name here is a decision, with a line in docs/dependencies.md. */
const MAY_USE: Readonly<Record<string, RegExp>> = {
  core: /^@noble\//,
  words: /^$/,
  flows: /^$/,
  adapters: /^(@ethereumjs\/(mpt|rlp)|ethers|kysely(\/.*)?|pg|@foundry-rs\/.*|koffi|bidi-js|fontkit|pdfkit|qr|node:.*)$/,
  http: /^(express|express-rate-limit|zod|helmet|pino|prom-client|node:.*)$/,
  web: /^(preact(\/.*)?|@noble\/.*|qr(\/decode.js)?|vite|node:path)$/,
  cli: /^(commander|pino|node:.*)$/,
  config: /^node:path$/,
  office: /^node:.*$/,
  ledgerAccess: /^node:.*$/,
  app: /^node:.*$/,
  stamping: /^$/,
  serving: /^(pino|node:.*)$/,
  index: /^$/,
};

/** What the core must not touch: the world. */
const WORLD = /\b(process|console|fetch|XMLHttpRequest|setTimeout|setInterval|Date\.now|new Date\(\)|Math\.random|crypto\.|performance|globalThis|window|document\.)\b/;

const roomOf = (file: string): string => {
  const [, first] = file.split("/");
  return first!.replace(/\.tsx?$/, "");
};

/** Rooms within the adapters: a folder each, and each file beside them. */
const chamberOf = (file: string): string => file.split("/").slice(0, 3).join("/");

function importsOf(file: string): string[] {
  return [...read(file).matchAll(/^(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)";|\bimport\("([^"]+)"\)|^import\s+"([^"]+)";|new URL\("(\.[^"]+\.ts)"/gm)].map((found) => found[1] ?? found[2] ?? found[3] ?? found[4]!);
}

/** Beside them, wholeFile.ts serves several adapters. */
const SHARED_ADAPTERS = new Set(["src/adapters/wholeFile.ts", "src/adapters/contracts.generated.ts"]);

test("a folder is read at a glance", () => {
  const sizes = Map.groupBy(sources, (file) => dirname(file));
  expect([...sizes].filter(([, within]) => within.length > 60).map(([folder, within]) => `${folder} has ${within.length} files`)).toEqual([]);
});

test("imports point one way", () => {
  const wrong: string[] = [];
  for (const file of sources) {
    for (const name of importsOf(file).filter((imported) => imported.startsWith("."))) {
      const target = relative(root, join(root, dirname(file), name));
      const [from, to] = [roomOf(file), roomOf(target)];
      const isOwnRoom = from === to && (from !== "adapters" || chamberOf(file) === chamberOf(target) || SHARED_ADAPTERS.has(target));
      if (!isOwnRoom && !MAY_IMPORT[from]?.includes(to)) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("each room leans only on its packages", () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((name) => !name.startsWith("."))
      .filter((name) => !MAY_USE[roomOf(file)]!.test(name))
      .map((name) => `${file} uses ${name}`),
  );
  expect(wrong).toEqual([]);
});

test("the core touches no world", () => {
  const wrong = sources.filter((file) => roomOf(file) === "core" && WORLD.test(withoutComments(read(file))));
  expect(wrong).toEqual([]);
});

test("only config.ts reads the environment, only cli writes to the console", () => {
  const text = (file: string): string => withoutComments(read(file));
  expect(sources.filter((file) => file !== "src/config.ts" && /process\.env\b/.test(text(file)))).toEqual([]);
  expect(sources.filter((file) => roomOf(file) !== "cli" && /\bconsole\.|process\.(stdout|stderr)/.test(text(file)))).toEqual([]);
});

test("every dependency has its line in docs/dependencies.md", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<"dependencies" | "devDependencies", Record<string, string>>;
  const told = read("docs/dependencies.md");
  const all = Object.entries({ ...dependencies, ...devDependencies });
  expect(all.filter(([name]) => !told.includes(`\`${name}\``)).map(([name]) => name)).toEqual([]);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test("what the service runs on is installed without the packages it is built with", () => {
  const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
  const running = sources.filter((file) => roomOf(file) !== "web");
  const packageOf = (name: string): string => name.split("/").slice(0, name.startsWith("@") ? 2 : 1).join("/");
  const used = new Set(running.flatMap(importsOf).filter((name) => !name.startsWith(".") && !name.startsWith("node:")).map(packageOf));
  expect([...used].filter((name) => dependencies[name] === undefined)).toEqual([]);
});

test("files hold one idea, functions fit a screen", () => {
  const long = sources.filter((file) => !file.endsWith(".generated.ts") && read(file).split("\n").length > 301);
  expect(long).toEqual([]);
  const functions = sources.flatMap((file) => functionsIn(read(file)).filter(({ lines }) => lines > 52).map(({ head, lines }) => `${file}: ${lines} lines: ${head}`));
  expect(functions).toEqual([]);
  const contracts = files.filter((file) => /^contracts\/.*\.sol$/.test(file));
  const solidity = contracts.flatMap((file) => functionsIn(read(file), /^\s*(function|constructor)\b/).filter(({ lines }) => lines > 32).map(({ head }) => `${file}: ${head}`));
  expect(solidity).toEqual([]);
});

test("every file opens with what it is about", () => {
  const silent = sources.filter((file) => !/^(#!.*\n)?(\/\/ |\/\*\* ?)/.test(read(file)) && !file.endsWith(".d.ts"));
  expect(silent).toEqual([]);
});

test("the top level is the one that the README shows", () => {
  const allowed = new Set(["contracts", "src", "scripts", "test", "docs", "deploy", "snapshots", "package.json", "package-lock.json", "tsconfig.json", "hardhat.config.ts", "README.md", "LICENSE", "CHANGELOG.md"]);
  const found = new Set(files.map((file) => file.split("/")[0]!));
  expect([...found].filter((name) => !name.startsWith(".") && !allowed.has(name))).toEqual([]);
});

test("nothing committed names a machine it was made on", () => {
  const texts = files.filter((file) => !/\.(pdf|png|ico)$/.test(file) && file !== "package-lock.json" && file !== "test/layout.test.ts");
  const wrong = texts.filter((file) => /(^|[^A-Za-z0-9_./-])\/(home|root|work|Users)\//m.test(read(file)));
  expect(wrong).toEqual([]);
  expect(read("package-lock.json")).not.toMatch(/"resolved":/);
});

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");

/** Functions by their indentation: from the line that opens a body to the line that closes it. */
function functionsIn(text: string, opening = /(\bfunction\b|=>\s*\{$|^\s*(async |static |get |#|\*)*[A-Za-z#]\w*\(.*\).*\{$)/): { head: string; lines: number }[] {
  const lines = text.split("\n");
  return lines.flatMap((line, start) => {
    if (!opening.test(line) || /^\s*(if|for|while|switch|catch|describe|test)\b/.test(line)) return [];
    const indent = /^\s*/.exec(line)![0];
    const end = lines.findIndex((other, at) => at > start && other.startsWith(`${indent}}`));
    return end < 0 ? [] : [{ head: line.trim(), lines: end - start + 1 }];
  });
}
