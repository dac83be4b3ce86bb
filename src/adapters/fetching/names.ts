// Names of hosts become addresses by asking the DNS itself.

import { Resolver } from "node:dns/promises";

/** The addresses of a name; none when there are none. Ends, or is given up, when `signal` says stop. */
export type NameLookup = (name: string, signal: AbortSignal) => Promise<readonly string[]>;

const TRY_MS = 1_500;
const TRIES = 2;
const LOOPBACK = ["127.0.0.1"];

/**
 * By DNS queries of our own: the system's way of asking keeps one of four threads busy until it gives up, and the same
 * threads read files and open keys. The machine's `hosts` file is not read; what it names is no stranger.
 */
export async function addressesOf(name: string, signal: AbortSignal): Promise<readonly string[]> {
  if (name === "localhost" || name.endsWith(".localhost")) return LOOPBACK;
  const resolver = new Resolver({ timeout: TRY_MS, tries: TRIES });
  const stop = (): void => resolver.cancel();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const found = await Promise.all([resolver.resolve4(name).catch(none), resolver.resolve6(name).catch(none)]);
    return found.flat();
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

const none = (): string[] => [];
