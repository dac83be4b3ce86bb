/**
 * Goal: an administrator who follows docs/trust.md sees what it says.
 * Method: all its commands are run in one shell, in their order, in an empty folder; each that ends in "# → verdict" must have answered with that verdict.
 */
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freePort, temporaryFolder } from "../../scripts/serviceProcess.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/trust.md"), "utf8");

test("the commands of docs/trust.md answer as the page says", async () => {
  const script = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block!).join("");
  const expected = [...script.matchAll(/^tradeseal verify .*# → (\w+)$/gm)].map(([, verdict]) => verdict);
  expect(expected.length).toBe([...script.matchAll(/tradeseal verify/g)].length);
  expect(expected.length).toBeGreaterThan(10);

  const folder = temporaryFolder();
  const port = await freePort();
  symlinkSync(join(root, "docs"), join(folder, "docs"));
  // A no is an answer here, and no reason to stop; anything else that goes wrong is one.
  const output = await run(`trap 'kill $(jobs -p); wait' EXIT\n${script.replaceAll("8080", String(port))}`, { folder, port });
  expect([...output.matchAll(/^(\w+) {3}\S+ {3}\(checked/gm)].map(([, verdict]) => verdict)).toEqual(expected);
  expect(output).toMatch(/Genuine AEO certificate by Customs of Southland, recognised by Customs of Northland since/);
  expect(output).toMatch(/^As at .*: Genuine AEO certificate/m);
  expect(output).toMatch(/Suspended since .* by Customs of Northland: under investigation/);
  expect(output).toContain("Sealed with keys that are declared stolen");
  expect(output).not.toContain("Warning:");
}, 180_000);

function run(script: string, { folder, port }: { folder: string; port: number }): Promise<string> {
  const programs = join(folder, "programs");
  mkdirSync(programs);
  const start = `"${process.execPath}" --disable-warning=ExperimentalWarning "${join(root, "src/cli/tradeseal.ts")}" "$@"`;
  writeFileSync(join(programs, "tradeseal"), `#!/bin/sh\nif [ "$1" != verify ]; then exec ${start}; fi\n${start}\n[ $? -le 2 ]\n`);
  chmodSync(join(programs, "tradeseal"), 0o755);
  const env = { ...process.env, PATH: `${programs}:${process.env["PATH"]}`, PORT: String(port), TRADESEAL_SERVICE: `http://127.0.0.1:${port}`, TRADESEAL_LOG_LEVEL: "warn", LANG: "C.UTF-8" };
  return new Promise((resolve, reject) => {
    const shell = spawn("bash", ["-e", "-c", script], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [shell.stdout, shell.stderr]) stream.on("data", (text: Buffer) => (output += String(text)));
    shell.once("exit", (code) => (code === 0 ? resolve(output) : reject(new Error(`The page's commands ended with ${code}:\n${output}`))));
  });
}
