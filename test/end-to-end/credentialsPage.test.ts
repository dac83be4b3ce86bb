/**
 * Goal: an issuer who follows docs/credentials.md issues, and its holder presents, just as the page says.
 * Method: all its commands are run in one shell on a service with its demonstration; each that ends in "# → verdict" must have answered with that verdict.
 */
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/credentials.md"), "utf8");

let service: ServiceProcess;
beforeAll(async () => {
  service = await startServiceProcess({ dataFolder: temporaryFolder() });
});
afterAll(() => service?.stop());

test("the commands of docs/credentials.md answer as the page says", async () => {
  const script = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block!).join("");
  const expected = [...script.matchAll(/# → (\w+)$/gm)].map(([, verdict]) => verdict);
  expect(expected).toHaveLength(4);

  const output = await run(script.replaceAll("http://127.0.0.1:8080", service.url));
  expect([...output.matchAll(/\{"verdict":"(\w+)"(?:,"reason":"\w+")?,"subject"/g)].map(([, verdict]) => verdict).filter((_, at) => at < 4)).toEqual(expected);
  expect(output).toMatch(/"authorisations":\[\{"documentType":"AEO","type":"AEOCredential","verdict":"authentic".*"name":"Example Trading Ltd"/);
  expect(output).toContain('{"check":"held","outcome":"passed"}');
});

/** What the commands print, run in a folder in which everything lies where the page has it. */
function run(script: string): Promise<string> {
  const folder = temporaryFolder();
  const programs = join(folder, "programs");
  mkdirSync(programs);
  writeFileSync(join(programs, "tradeseal"), `#!/bin/sh\nexec "${process.execPath}" --disable-warning=ExperimentalWarning "${join(root, "src/cli/tradeseal.ts")}" "$@"\n`);
  chmodSync(join(programs, "tradeseal"), 0o755);
  symlinkSync(join(root, "docs"), join(folder, "docs"));
  symlinkSync(service.dataFolder, join(folder, "data"));
  const env = { ...process.env, PATH: [programs, dirname(process.execPath), process.env["PATH"]].join(delimiter) };
  return new Promise((resolve, reject) => {
    const shell = spawn("bash", ["-e", "-c", script], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    shell.stdout.on("data", (text: Buffer) => (output += String(text)));
    shell.once("exit", (code) => (code === 0 ? resolve(output) : reject(new Error(`The page's commands ended with ${code}:\n${output}`))));
  });
}
