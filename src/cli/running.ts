// What the commands that go on running share: the log, and the signal to stop.

import { pino, type Logger } from "pino";
import type { Config } from "../config.ts";

/** The log, as one JSON line for each event on the standard error. */
export const logFor = ({ logLevel }: Pick<Config, "logLevel">): Logger => pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));

/** Aborted at the first signal to stop; the ones after it mean the same. */
export function stopSignal(): AbortSignal {
  const told = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => told.abort());
  return told.signal;
}
