// One run of the anvil program.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Longer than any start that was seen, with a large state to load. */
const START_LIMIT_MS = 60_000;
const STDERR_LIMIT_CHARACTERS = 4_000;

/** A running anvil, which listens. */
export interface AnvilProcess {
  readonly pid: number;
  readonly port: number;
  isRunning(): boolean;
  kill(signal: "SIGTERM" | "SIGKILL"): void;
  /** Resolves once it has ended. */
  readonly ended: Promise<unknown>;
}

/** Starts the program and waits until it listens. `spawned` is told the process id at once. */
export async function runAnvil(binary: string, args: readonly string[], spawned: (pid: number) => void): Promise<AnvilProcess> {
  // In our own process group: what ends the service from a terminal also ends its ledger.
  // With no environment, for it changes what anvil does.
  const child = spawn(binary, args, { stdio: ["ignore", "pipe", "pipe"], env: {} });
  const ended = once(child, "exit").catch(() => {});
  if (child.pid !== undefined) spawned(child.pid);
  const port = await portOf(child);
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return { pid: child.pid!, port, isRunning, kill: (signal) => child.kill(signal), ended };
}

/** Anvil says where it listens when it does. Everything else that it says is read and dropped, or it would wait for us. */
function portOf(child: ChildProcess): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const heard = { stdout: "", stderr: "" };
  const listen = (chunk: Buffer): void => {
    heard.stdout += chunk.toString();
    const match = /Listening on \S+:(\d+)/.exec(heard.stdout);
    if (match === null) return;
    child.stdout!.off("data", listen).resume();
    resolve(Number(match[1]));
  };
  child.stdout!.on("data", listen);
  child.stderr!.on("data", (chunk: Buffer) => (heard.stderr = (heard.stderr + chunk.toString()).slice(-STDERR_LIMIT_CHARACTERS)));
  const timer = setTimeout(() => child.kill("SIGKILL"), START_LIMIT_MS);
  promise.then(
    () => clearTimeout(timer),
    () => clearTimeout(timer),
  );
  child.on("error", reject);
  child.on("exit", () => reject(new Error(`The embedded ledger did not start: ${heard.stderr.trim()}`)));
  return promise;
}
