/**
 * Writes test/vectors/seals: good seals, and probes spoilt in exactly one way, for verifiers in any language.
 *
 * `node scripts/vectors.ts` writes them anew; `node scripts/vectors.ts --check` says whether they are what it would write.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { goodProbes } from "./vectors/good.ts";
import { malformedProbes } from "./vectors/malformed.ts";
import type { Probe } from "./vectors/probe.ts";
import { untrueProbes } from "./vectors/untrue.ts";

const FOLDER = join(import.meta.dirname, "..", "test", "vectors", "seals");

/** Every probe's file as it should stand, by its path within the folder. */
export function vectorFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const probe of [...goodProbes(), ...untrueProbes(), ...malformedProbes()]) {
    const path = `${folderOf(probe)}/${probe.what.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "")}.json`;
    if (files.has(path)) throw new Error(`Two probes would be written to ${path}.`);
    files.set(path, `${JSON.stringify(probe, null, 2)}\n`);
  }
  return files;
}

/** Every probe's file as it stands, by its path within the folder. */
export function committedVectorFiles(): ReadonlyMap<string, string> {
  const names = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  return new Map(names.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(FOLDER, name), "utf8")]));
}

const folderOf = ({ expect }: Probe): string => (expect.parse === "ok" ? expect.integrity : expect.parse);

function write(): void {
  for (const folder of ["passed", "file_differs", "path_broken", "seal_malformed"]) rmSync(join(FOLDER, folder), { recursive: true, force: true });
  for (const [name, text] of vectorFiles()) {
    mkdirSync(dirname(join(FOLDER, name)), { recursive: true });
    writeFileSync(join(FOLDER, name), text);
  }
}

function check(): void {
  const [wanted, found] = [vectorFiles(), committedVectorFiles()];
  const different = [...new Set([...wanted.keys(), ...found.keys()])].filter((name) => wanted.get(name) !== found.get(name));
  if (different.length === 0) return;
  process.stderr.write(`Differs from what scripts/vectors.ts writes:\n${different.join("\n")}\n`);
  process.exitCode = 1;
}

if (import.meta.main) {
  if (process.argv.includes("--check")) check();
  else write();
}
