/**
 * Goal: what programs and people are told of the contracts is so, and the contract tests' known answers are right.
 * Method: the generator's own comparison; the README against the tests; the standard's roots, from its words and from others.
 */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { exampleInputs, knownRoots, rootsFile, treeHash } from "./contracts/merkleRoots.ts";

const run = promisify(execFile);
const generator = fileURLToPath(new URL("../scripts/generateContracts.ts", import.meta.url));
const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("the generated file is in step with the contracts", async () => {
  await run(process.execPath, [generator, "--check"]);
});

test("the README names only tests that exist, and gives the gas that was measured", () => {
  const readme = read("../contracts/README.md");
  const tests = readdirSync(new URL("contracts/", import.meta.url)).filter((file) => file.endsWith(".sol"));
  const sources = tests.map((file) => read(`contracts/${file}`)).join();
  const named = readme.match(/(?<=`)(test|testFuzz|invariant)_\w+(?=`)/g) ?? [];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !sources.includes(`function ${name}(`))).toEqual([]);

  const measured = Object.entries(JSON.parse(read("../snapshots/gas.json")) as Record<string, string>);
  const rows = measured.map(([write, gas]) => `| ${write} | ${Number(gas).toLocaleString("en")} |`);
  expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
});

test("the known roots are those that RFC 9162's words give", () => {
  expect(JSON.parse(readFileSync(rootsFile, "utf8"))).toEqual(knownRoots());
});

test("known answers from outside: transparency-dev's roots for 1 to 8 leaves", () => {
  const inputs = exampleInputs.map((hex) => Buffer.from(hex, "hex"));
  const roots = inputs.map((_, index) => treeHash(inputs.slice(0, index + 1)).toString("hex"));
  expect(roots).toEqual([
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]);
});
