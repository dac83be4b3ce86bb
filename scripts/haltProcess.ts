// Halting a process for a while, as `kill -STOP` does, for tests of silence.

import { readdirSync, readFileSync } from "node:fs";
import { platform } from "node:os";

const PATIENCE_MS = 10_000;

/** Halts the process, and returns when it does nothing any more: on a busy machine, threads go on for a while after the signal. */
export function halt(pid: number): void {
  process.kill(pid, "SIGSTOP");
  if (platform() !== "linux") return;
  const deadline = performance.now() + PATIENCE_MS;
  while (!threadsOf(pid).every(isHalted)) {
    if (performance.now() > deadline) throw new Error(`Process ${pid} does not halt.`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
}

const threadsOf = (pid: number): readonly string[] => readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}/stat`);

/** The state stands behind the name, which may hold anything (proc_pid_stat(5)). */
const isHalted = (file: string): boolean => /^[TtZX]/.test(readFileSync(file, "latin1").replace(/^.*\) /s, ""));
