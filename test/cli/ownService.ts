// A service of a test's own, run as an operator would run it.

import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

/** Starts `tradeseal serve` without the demonstration. */
export function startServe(environment: Record<string, string>): ChildProcess {
  const entry = join(import.meta.dirname, "../../src/cli/tradeseal.ts");
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", entry, "serve", "--no-demo"], { env: { PATH: process.env["PATH"], NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"], ...environment }, stdio: "ignore" });
}

/** Waits until the service at `url` is ready. */
export async function untilReady(url: string): Promise<void> {
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (await fetch(`${url}/readyz`).then(({ ok }) => ok, () => false)) return;
  }
  throw new Error("The service did not become ready.");
}
