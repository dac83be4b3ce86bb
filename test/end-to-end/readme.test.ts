/**
 * Goal: whoever follows the README sees what it says.
 * Method: the block under "Try it with curl" is run as it stands, by a shell, on a service of its own; each command that
 * ends in "# → verdict" must have answered with that verdict.
 */

import { spawn } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");

let service: ServiceProcess;
beforeAll(async () => {
  service = await startServiceProcess({ dataFolder: temporaryFolder() });
});
afterAll(() => service?.stop());

test("the commands under 'Try it with curl' answer as the README says", async () => {
  const [, block] = /## Try it with curl[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)!;
  const folder = temporaryFolder();
  symlinkSync(join(root, "docs"), join(folder, "docs"));
  symlinkSync(service.dataFolder, join(folder, "data"));
  const expected = [...block!.matchAll(/# → (\w+)$/gm)].map(([, verdict]) => verdict);
  expect(expected.length).toBeGreaterThan(9);

  const output = await run(block!.replaceAll("http://127.0.0.1:8080", service.url), folder);
  expect([...output.matchAll(/\{"verdict":"(\w+)"(?:,"reason":"\w+")?,"subject"/g)].map(([, verdict]) => verdict)).toEqual(expected);
});

function run(script: string, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const shell = spawn("bash", ["-e", "-c", script], { cwd, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    shell.stdout.on("data", (text: Buffer) => (output += String(text)));
    shell.once("exit", (code) => (code === 0 ? resolve(output) : reject(new Error(`The README's commands ended with ${code}:\n${output}`))));
  });
}
