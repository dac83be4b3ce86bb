// The anvil of an earlier service that was killed: it would go on running, and nobody would keep its state.

import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const POLL_MS = 20;

/** Ends the process whose id `pidFile` holds, when its command line shows that it is an anvil that works on `folder`. */
export async function endStale(pidFile: string, folder: string): Promise<void> {
  const pid = Number(await readFile(pidFile, "utf8").catch(() => ""));
  const isOurs = async (): Promise<boolean> => isAnvilOn(folder, await commandLineOf(pid));
  if (Number.isSafeInteger(pid) && pid > 1 && (await isOurs())) {
    process.kill(pid, "SIGKILL");
    while (await isOurs()) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  await rm(pidFile, { force: true });
}

const isAnvilOn = (folder: string, commandLine: string): boolean => commandLine.includes("anvil") && commandLine.includes(` ${folder}${path.sep}`);

/** The command line of a process; empty when it is gone. */
async function commandLineOf(pid: number): Promise<string> {
  try {
    if (process.platform === "linux") return (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ");
    return (await run("ps", ["-ww", "-p", String(pid), "-o", "command="])).stdout;
  } catch {
    return "";
  }
}
