// Stir: reads what happened on the ledger and makes due the watches whose verdict it may change.

import type { Address } from "../../core/address.ts";
import { digestOf, type Leaf, type Root } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { Block, Head } from "../../core/ledger.ts";
import type { WatchPlace, Watches } from "./followPorts.ts";
import type { LedgerEvent, LedgerEvents, VerifyPorts } from "../ports.ts";

/** What stirring needs. */
export interface StirPorts {
  readonly watches: Watches;
  readonly events: LedgerEvents;
  readonly verify: Pick<VerifyPorts, "index" | "follower" | "trustRoots" | "clock">;
}

/** Blocks read in one go. */
const STRETCH = 2_000;

/**
 * Reads on from where it was read to, and makes due what that concerns. The place is noted last, so whatever is killed
 * when, nothing is passed over; read twice, it only makes something due again.
 *
 * Bad news counts at once and good news when final, so each block is looked at twice: when it is new, and when it is final.
 *
 * @returns whether anything is watched.
 */
export async function stir(ports: StirPorts): Promise<boolean> {
  const { watches, events, verify } = ports;
  const place = await watches.place();
  const head = await events.head();
  // Asked behind the head: a watch that comes later is judged at once, at this head or a newer one.
  const isWatched = await watches.isAny();
  // An endpoint that lacks what was final lags behind; it is asked again.
  if (place !== null && head.number < place.final.number) return isWatched;
  if (isWatched && !(await verify.follower.reach(head))) return isWatched;
  const final = await events.blockAt(head.finalNumber);
  if (final === null) return isWatched;
  const next = { seen: blockOf(head), final, believed: believedBy(verify) };
  if (place !== null && isSame(place, next)) return isWatched;
  if (place !== null && isWatched) await stirBetween(place, { next, head }, ports);
  await watches.moveTo(next, place);
  return isWatched;
}

const blockOf = ({ number, hash, time }: Head): Block => ({ number, hash, time });
const isSame = (left: WatchPlace, right: WatchPlace): boolean => left.seen.hash === right.seen.hash && left.final.hash === right.final.hash && left.believed === right.believed;

/** Whom this verifier believes decides over every watch. */
const believedBy = ({ trustRoots }: StirPorts["verify"]): string => digestOf(new TextEncoder().encode(JSON.stringify(trustRoots())));

async function stirBetween(place: WatchPlace, { next, head }: { next: WatchPlace; head: Head }, ports: StirPorts): Promise<void> {
  const { watches, events, verify } = ports;
  const now = verify.clock();
  if (place.believed !== next.believed) await watches.stirAbove(-1, now);
  const isOnBranch = async ({ number, hash }: Block): Promise<boolean> => (await events.blockAt(number))?.hash === hash;
  let from = place.seen.number;
  if (!(await isOnBranch(place.seen))) {
    // What the lost branch said was judged by; what the new one says is read from where both are one.
    const isFinalKept = await isOnBranch(place.final);
    await watches.stirAbove(isFinalKept ? place.final.number : -1, now);
    from = isFinalKept ? place.final.number : -1;
  }
  await readStretch({ from: from + 1, to: head.number }, ports);
  await readStretch({ from: place.final.number + 1, to: next.final.number }, ports);
}

async function readStretch({ from, to }: { from: number; to: number }, ports: StirPorts): Promise<void> {
  for (let start = from; start <= to; start += STRETCH) {
    await stirBy(await ports.events.eventsBetween(start, Math.min(to, start + STRETCH - 1)), ports);
  }
}

async function stirBy(events: readonly LedgerEvent[], { watches, verify }: StirPorts): Promise<void> {
  if (events.length === 0) return;
  const block = events.at(-1)!.blockNumber;
  const leaves = new Set<Leaf>();
  const roots = new Set<Root>();
  for (const event of events) {
    if (event.kind === "standingSet") leaves.add(event.leaf);
    if (event.kind === "anchored") event.leaves.forEach((leaf) => leaves.add(leaf));
    if (event.kind === "anchored") roots.add(event.root);
  }
  await watches.stirNamed({ leaves: [...leaves], roots: [...roots] }, block);
  const types = events.some(({ kind }) => kind === "didChanged") ? await watches.types() : [];
  for (const [type, issuers] of tiedTo(events, types, verify)) await watches.stirTied(type, [...issuers], { block, now: verify.clock() });
}

/** Grants and deactivations concern everybody below: whoever was vouched for, and whom those vouched for. */
function tiedTo(events: readonly LedgerEvent[], types: readonly DocumentType[], { index }: StirPorts["verify"]): ReadonlyMap<DocumentType, ReadonlySet<Address>> {
  const tied = new Map<DocumentType, Set<Address>>();
  const add = (type: DocumentType, identity: Address): void => {
    const issuers = tied.get(type) ?? new Set<Address>();
    tied.set(type, issuers.add(identity));
    for (const { grantee } of index.grantsBelow(type, [identity])) issuers.add(grantee);
  };
  for (const event of events) {
    if (event.kind === "accredited" || event.kind === "withdrawn") add(event.documentType, event.grantee);
    if (event.kind === "didChanged" && event.isDeactivated) for (const type of types) add(type, event.identity);
  }
  return tied;
}
