// What the commands that go on running share: the log, and the signal to stop.

import { pino, type Logger } from "pino";
import { unknownSettings, type Config } from "../../config.ts";

/** The log, as one JSON line for each event on the standard error. Its first lines name settings that do not exist. */
export function logFor({ logLevel }: Pick<Config, "logLevel">): Logger {
  const log = pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
  for (const setting of unknownSettings()) log.warn({ setting }, "there is no such setting; is it misspelt?");
  return log;
}

/** Aborted at the first signal to stop; the ones after it mean the same. */
export function stopSignal(): AbortSignal {
  const told = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => told.abort());
  return told.signal;
}
