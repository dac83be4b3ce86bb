// Hand over: brings an identity from its present owner to another, or to nobody, so that the old key is worth nothing.

import { BURN_ADDRESS, type Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import type { IdentityReader, LedgerIdentity } from "./ledgerIdentity.ts";
import type { Issuer, Register, Store, Write, WriteBody } from "../issuing/issuePorts.ts";
import { speakerOf } from "../carrying/saying.ts";

export interface HandOverPorts {
  readonly store: Pick<Store, "openWrites" | "addWrite" | "documentsWaiting" | "standingsWaiting">;
  readonly register: Pick<Register, "setAccount">;
  readonly identities: IdentityReader;
  readonly keys: { has(account: Address): boolean; create(): Promise<Address> };
}

/** How far a handing over has come. */
export type HandOverStage =
  | { readonly is: "carrying"; readonly count: number } // What was to be said before is on its way.
  | { readonly is: "revoking"; readonly delegates: readonly Address[]; readonly problem: string | null }
  | { readonly is: "changing"; readonly problem: string | null } // The new owner is being written, or is not final yet.
  | { readonly is: "done"; readonly account: Address };

/**
 * Takes the handing over of `issuer` to its `successor` one step further. Call it again until it is `done`; a service carries
 * what is written meanwhile.
 *
 * It looks at the ledger first and remembers nothing of its own, so it can be begun anew after any crash. Delegates go
 * before the owner does: they would outlive it (ERC-1056).
 *
 * @throws Fault `signing_key_unusable` when the present owner's key is not here.
 */
export async function handOverOn(issuer: Issuer & { readonly successor: Address }, ports: HandOverPorts): Promise<HandOverStage> {
  const { address, account, successor } = issuer;
  const seen = await ports.identities.identityOf(address);
  const open = await openWritesOf(address, new Set([account, seen.owner]), ports);
  const turning = open.filter(({ body }) => body.kind === "revokeDelegate" || body.kind === "changeOwner");
  const others = open.filter((write) => !turning.includes(write));

  if (seen.owner !== successor) {
    // What the ledger refuses does not hold up the change: it waits for the new owner.
    const carried = others.filter(({ problem }) => problem === null).length + (successor === BURN_ADDRESS ? await countWaiting(address, ports) : 0);
    if (carried > 0) return { is: "carrying", count: carried };
    return revokeThenChange(seen, { successor, turning }, ports);
  }
  const isFinal = turning.length === 0 && seen.lastChange <= seen.head.finalNumber;
  if (!isFinal) return { is: "changing", problem: null };
  return successor === BURN_ADDRESS ? { is: "done", account } : takeOver({ address, successor, others }, ports);
}

interface Turning {
  readonly successor: Address;
  readonly turning: readonly Write[];
}

async function revokeThenChange({ identity, owner, delegations }: LedgerIdentity, { successor, turning }: Turning, { store, keys }: HandOverPorts): Promise<HandOverStage> {
  if (!keys.has(owner)) throw new Fault("signing_key_unusable", `The key of the present owner, ${owner}, is not here: only it can hand the identity over.`);
  const delegates = delegations.filter(({ isInForce }) => isInForce).map(({ delegate }) => delegate);
  const revoking = turning.filter(({ body }) => body.kind === "revokeDelegate");
  const missing = delegates.filter((delegate) => !revoking.some(({ body }) => body.kind === "revokeDelegate" && body.delegate === delegate));
  for (const delegate of missing) await store.addWrite({ kind: "revokeDelegate", identity, delegate }, owner);
  if (delegates.length > 0 || revoking.length > 0) return { is: "revoking", delegates, problem: problemOf(revoking) };

  const changing = turning.filter(({ body }) => body.kind === "changeOwner");
  if (changing.length === 0) await store.addWrite({ kind: "changeOwner", identity, owner: successor } satisfies WriteBody, owner);
  return { is: "changing", problem: problemOf(changing) };
}

/** From here on the successor signs. Where its key is elsewhere, an account of ours waits to be its delegate. */
async function takeOver({ address, successor, others }: { address: Address; successor: Address; others: readonly Write[] }, { register, keys }: HandOverPorts): Promise<HandOverStage> {
  // A transaction of the old account may still be on its way: the ledger refuses it, and then it can be said anew.
  const underway = others.filter(({ state }) => state !== "batched").length;
  if (underway > 0) return { is: "carrying", count: underway };
  const account = keys.has(successor) ? successor : await keys.create();
  const waiting = others.map(({ id }) => id);
  await register.setAccount(address, account, waiting);
  return { is: "done", account };
}

/** More than any issuer has on its way. */
const OPEN_LIMIT = 10_000;

async function openWritesOf(identity: Address, accounts: ReadonlySet<Address>, { store }: HandOverPorts): Promise<readonly Write[]> {
  const lanes = await Promise.all([...accounts].map((account) => store.openWrites(account, OPEN_LIMIT)));
  return lanes.flat().filter(({ body }) => speakerOf(body) === identity);
}

/** What was accepted and has no write yet. Of an identity that is given up, nothing can be said later. */
async function countWaiting(identity: Address, { store }: HandOverPorts): Promise<number> {
  const [documents, changes] = await Promise.all([store.documentsWaiting(OPEN_LIMIT), store.standingsWaiting(OPEN_LIMIT)]);
  return documents.filter(({ issuer }) => issuer === identity).length + changes.filter(({ document }) => document.issuer === identity).length;
}

const problemOf = (writes: readonly Write[]): string | null => writes.find(({ problem }) => problem !== null)?.problem ?? null;
