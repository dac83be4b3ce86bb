// Watching: tells the operator before a delegation ends, and when one has ended or an identity was given up elsewhere.

import { BURN_ADDRESS, type Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import { dateOf } from "../../core/report.ts";
import type { IdentityReader } from "../identities/ledgerIdentity.ts";
import type { Issuer, Register } from "../issuing/issuePorts.ts";
import type { Clock } from "../ports.ts";

export interface WatchPorts {
  readonly register: Pick<Register, "issuers" | "setSuccessor">;
  readonly identities: IdentityReader;
  readonly clock: Clock;
  /** Told about what an operator should know. */
  readonly notice: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

const DAY_SECONDS = 86_400;
/** A renewal may have to be signed by somebody who is away. */
const WARNING_DAYS = 14;
const PAUSE_SECONDS = 3_600;

/** Looks now and then every hour, for as long as the service runs. */
export function watchDelegations(ports: WatchPorts & { readonly pause: (seconds: number, signal: AbortSignal) => Promise<void> }): { stop(): Promise<void> } {
  const ending = new AbortController();
  const told = new Map<Address, string>();
  const watch = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      // The store may not answer at the moment. The next look comes.
      await lookOnce(told, ports).catch((error: unknown) => ports.notice("delegations could not be looked at", { problem: error instanceof Fault ? error.message : error }));
      await ports.pause(PAUSE_SECONDS, ending.signal);
    }
  };
  const watching = watch();
  return {
    async stop() {
      ending.abort();
      await watching;
    },
  };
}

/** One look at every issuer. What was said of it is not said again before something changes, or another day has passed. */
export async function lookOnce(told: Map<Address, string>, ports: WatchPorts): Promise<void> {
  for (const issuer of await ports.register.issuers()) {
    try {
      await lookAt(issuer, told, ports);
    } catch (error) {
      // A silent ledger is the worker's to tell. The next look comes.
      if (!(error instanceof Fault)) ports.notice("a delegation could not be looked at", { issuer: issuer.address, problem: error });
    }
  }
}

async function lookAt({ address, name, account, successor }: Issuer, told: Map<Address, string>, { register, identities, clock, notice }: WatchPorts): Promise<void> {
  if (successor !== null) return;
  const { owner, isDeactivated, delegations } = await identities.identityOf(address);
  const say = (key: string, message: string, details: object = {}): void => {
    if (told.get(address) !== key) notice(message, { issuer: address, name, account, ...details });
    told.set(address, key);
  };
  if (isDeactivated) {
    await register.setSuccessor(address, BURN_ADDRESS);
    return say("deactivated", "an issuer's identity was given up: nothing more is accepted for it");
  }
  if (owner === account) return void told.delete(address);
  const delegation = delegations.find(({ delegate }) => delegate === account);
  if (delegation === undefined) return say("none", "an issuer has not delegated to this service yet; its documents wait");
  const ends = { ends: dateOf(delegation.end) };
  if (!delegation.isInForce) return say(`ended ${delegation.end}`, "an issuer's delegation has ended; its documents wait", ends);
  const days = Math.floor((delegation.end - clock()) / DAY_SECONDS);
  if (days >= WARNING_DAYS) return void told.delete(address);
  say(`ends ${delegation.end} in ${days}`, "an issuer's delegation ends soon; after that its documents wait until it is renewed", { ...ends, days });
}
