/**
 * Goal: a whole folder is anchored, once, whatever lies in it and however often it is interrupted; what is not anchored is told.
 * Method: the real program on real folders; a real service process with its own ledger, whose events are counted by a script
 * that shares no code with it.
 */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countOnLedger } from "../../scripts/countOnLedger.ts";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { digestOfStillFile } from "../../src/cli/files/stillFile.ts";
import { testFolder, tradeseal } from "./program.ts";
import { until } from "../until.ts";

const folder = testFolder();
const leafOf = (name: string): string => createHash("sha256").update(Buffer.concat([Buffer.of(0), createHash("sha256").update(name).digest()])).digest("hex");
const seals = (within: string): string[] => readdirSync(folder.at(within), { recursive: true }).map(String).filter((name) => name.endsWith(".seal.json"));
let service: ServiceProcess;
let environment: Record<string, string>;

beforeAll(async () => {
  service = await startServiceProcess({ dataFolder: temporaryFolder() });
  environment = { TRADESEAL_SERVICE: service.url, TRADESEAL_API_KEY: service.keyOf("chamber") };
});
afterAll(async () => {
  await service.stop();
  folder.remove();
});

const anchor = (...args: string[]) => tradeseal(["anchor", "--type", "861", ...args], { folder: folder.name, environment });
const anchored = async () => (await countOnLedger(service.demo.rpc, service.demo.issuers.find(({ role }) => role === "chamber")!.did.slice(-42))).anchored;

/** A folder of its own with files whose content is their name. */
function makeFolder(name: string, files: readonly string[]): string {
  mkdirSync(folder.at(name), { recursive: true });
  for (const file of files) folder.file(join(name, file), `${name}/${file}`);
  return name;
}

describe("what lies in a folder", () => {
  test("files of all folders within, in the order of their names; seals and hidden files are left out, and that is said", async () => {
    makeFolder("plain/inner", ["d.pdf"]);
    makeFolder("plain", ["b.pdf", "a\nb.pdf", "z.pdf", ".hidden", "b.pdf.seal.json.old-1"]);
    const first = await anchor("plain");
    expect(first.stdout.match(/plain\/\S+(?= {3})/g)).toEqual(["plain/a[U+000A]b.pdf", "plain/b.pdf", "plain/inner/d.pdf", "plain/z.pdf"]);
    expect(first.stderr).toContain("Left out: 1 seal");
    expect(first.stderr).toContain("Left out: 1 hidden");
    expect(first.code).toBe(0);
    expect(seals("plain").sort()).toEqual(["a\nb.pdf.seal.json", "b.pdf.seal.json", "inner/d.pdf.seal.json", "z.pdf.seal.json"]);
    const again = await anchor("plain");
    expect(again.stdout.match(/seal is there already/g)).toHaveLength(4);
    expect([again.code, seals("plain").length]).toEqual([0, 4]);
  });

  const awkward: readonly [what: string, make: (at: string) => void, says: string][] = [
    ["a link",             (at) => symlinkSync(folder.at("plain/b.pdf"), join(at, "link.pdf")),   "link.pdf is a symbolic link and was left out"],
    ["a link in a circle", (at) => symlinkSync(at, join(at, "circle")),                           "circle is a symbolic link and was left out"],
    ["a pipe",             (at) => void execFileSync("mkfifo", [join(at, "pipe")]),               "pipe is no plain file"],
  ];
  test.each(awkward)("%s does not stop the others: 65", async (what, make, says) => {
    const name = makeFolder(`with ${what}`, ["one.pdf"]);
    make(folder.at(name));
    const run = await anchor(name, "--wait", "none");
    expect(run.stdout).toContain("one.pdf");
    expect(run.stderr).toContain(says);
    expect(run.code).toBe(65);
  });

  test("empty, or with nothing but hidden files: 65", async () => {
    makeFolder("empty", []);
    makeFolder("dotted", [".x"]);
    for (const name of ["empty", "dotted"]) {
      const run = await anchor(name);
      expect(run.stderr).toContain(`The folder ${name} holds no file to anchor. [file_unreadable]`);
      expect(run.code).toBe(65);
    }
  });

  test.skipIf(process.getuid?.() === 0)("a file and a folder that may not be read: 65", async () => {
    const name = makeFolder("locked", ["a.pdf", "b.pdf"]);
    chmodSync(folder.at("locked/a.pdf"), 0);
    const run = await anchor(name, "--wait", "none");
    expect(run.stderr).toContain("permission is missing");
    expect(run.code).toBe(65);
  });

  test("a pipe or a folder that is named itself is told, and not waited for", async () => {
    execFileSync("mkfifo", [folder.at("named-pipe")]);
    const run = await anchor("named-pipe", "--wait", "none");
    expect(run.stderr).toContain("The file named-pipe cannot be read: it is no plain file. [file_unreadable]");
    expect(run.code).toBe(65);
  });

  test("a file that changes while it is read has no digest", async () => {
    folder.file("growing.bin", Buffer.alloc(200 * 2 ** 20));
    const digesting = digestOfStillFile(folder.at("growing.bin"));
    const writing = setInterval(() => appendFileSync(folder.at("growing.bin"), "x"), 5);
    await expect(digesting).rejects.toThrow("it changed while it was read");
    clearInterval(writing);
  });
});

test("300 files, interrupted and run again: each on the ledger once, each with its seal", async () => {
  const names = Array.from({ length: 300 }, (_, number) => `${number}.pdf`);
  makeFolder("interrupted", names);
  const interrupted = await interruptedRun("interrupted", names);
  expect(interrupted.code).toBe(2);
  expect(interrupted.stderr).toMatch(/Interrupted: \d+ of 300 files handed in, \d+ seals written or there already\./);
  expect(interrupted.stderr).toContain("Run the same command again");
  const run = await anchor("interrupted", "--wait", "final");
  expect(run.code).toBe(0);
  expect(run.stdout.match(/^final /gm)).toHaveLength(300);
  expect(seals("interrupted")).toHaveLength(300);
  const counts = await anchored();
  expect(names.map((name) => counts.get(leafOf(`interrupted/${name}`)))).toEqual(names.map(() => 1));
  expect(existsSync(folder.at("interrupted/0.pdf.seal.json"))).toBe(true);
});

/** A run over a folder that is interrupted (Ctrl-C) as soon as one of its files is on the ledger. */
async function interruptedRun(name: string, files: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  const entry = join(import.meta.dirname, "../../src/cli/tradeseal.ts");
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", entry, "anchor", name, "--type", "861"], { cwd: folder.name, env: { PATH: process.env["PATH"], NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"], LANG: "C.UTF-8", ...environment }, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (text) => (stderr += text));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const isOnLedger = async (): Promise<boolean> => anchored().then((counts) => files.some((file) => counts.has(leafOf(`${name}/${file}`))));
  await until(async () => child.exitCode !== null || (await isOnLedger()));
  child.kill("SIGINT");
  return { code: await ended, stderr };
}
