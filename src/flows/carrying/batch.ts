// Batch: gathers accepted documents and changes of standing into writes.

import type { Leaf } from "../../core/digest.ts";
import { treeOf } from "../../core/merkle.ts";
import { STANDINGS_PER_WRITE, type IssuePorts, type PendingStanding, type Store, type StoredDocument } from "../issuing/issuePorts.ts";
import type { Clock } from "../ports.ts";

/** When a batch closes. */
export interface BatchLimits {
  /** Leaves in a batch. 4,000 is what fits a transaction of 128 KiB. */
  readonly size: number;
  /** How long the oldest document waits for company. */
  readonly ageSeconds: number;
}

/** Closes every batch that is full or old enough. @returns how many writes were made. */
export async function closeBatches(limits: BatchLimits, ports: IssuePorts): Promise<number> {
  return (await closeAnchors(limits, ports)) + (await closeStandings(limits, ports));
}

/**
 * Batches of one account that are on their way at once. What comes after waits as documents: those make fuller batches,
 * and a revocation is not carried behind a thousand anchors.
 */
const OPEN_BATCHES = 64;

async function closeAnchors({ size, ageSeconds }: BatchLimits, { store, accounts, clock, randomLeaf }: IssuePorts): Promise<number> {
  let made = 0;
  // Kind by kind: a million documents of one issuer must not stand in front of another's only one.
  for (const kind of await store.batchesWaitedFor()) {
    const account = await accounts.accountFor(kind.issuer);
    if (account === null || (await store.countOpenBatches(account)) >= OPEN_BATCHES) continue;
    // A random leaf may join, so one place is kept for it.
    const documents = await store.documentsWaitingFor(kind, size - 1);
    if (!isDue(documents, { size, ageSeconds }, clock)) continue;
    await store.addBatch(batchOf(documents, randomLeaf), account, documents);
    made += 1;
  }
  return made;
}

/** Full, or old enough. A clock that was set back makes a document of the future: nobody waits for that. */
function isDue(documents: readonly StoredDocument[], { size, ageSeconds }: BatchLimits, clock: Clock): boolean {
  if (documents.length === 0 || documents.length >= size - 1) return documents.length > 0;
  const age = clock() - documents[0]!.acceptedAt;
  return age >= ageSeconds || age < 0;
}

/** Bytes that are anchored again need another root than the first time, so a leaf that nobody has seen joins them. */
function batchOf(documents: readonly StoredDocument[], randomLeaf: () => Leaf) {
  const { issuer, documentType, isPublished } = documents[0]!;
  const distinct = [...new Set(documents.map(({ leaf }) => leaf))];
  const leaves = documents.some(({ generation }) => generation > 0) ? [...distinct, randomLeaf()] : distinct;
  return { kind: "anchor" as const, issuer, documentType, isPublished, leaves, root: treeOf(leaves).root };
}

async function closeStandings({ size }: BatchLimits, { store, accounts }: IssuePorts): Promise<number> {
  let made = 0;
  for (const changes of runsOf(await actsWaiting(store, size))) {
    const { document, standing, reason, replacement } = changes[0]!;
    const { issuer, documentType } = document;
    const account = await accounts.accountFor(issuer);
    if (account === null) continue;
    const leaves = changes.map(({ document: { leaf } }) => leaf);
    await store.addStandingWrite({ kind: "standing", speaker: issuer, issuer, documentType, leaves, standing, reason, replacement }, account, changes);
    made += 1;
  }
  return made;
}

/** Changes that wait, act by act: the parts of an issuance change in one transaction, so what the limit cut in two waits for the next round. */
async function actsWaiting(store: Pick<Store, "standingsWaiting">, limit: number): Promise<PendingStanding[][]> {
  const waiting = await store.standingsWaiting(limit);
  const acts: PendingStanding[][] = [];
  for (const change of waiting) {
    const act = acts.at(-1);
    const first = act?.[0];
    const isOfAct = first?.together != null && first.together === change.together && saysTheSame(first, change) && areDistinct([...act!, change]);
    if (isOfAct) act!.push(change);
    else acts.push([change]);
  }
  const isCut = waiting.length === limit && acts.length > 1 && acts.at(-1)![0]!.together != null;
  return isCut ? acts.slice(0, -1) : acts;
}

/** What says the same of different documents goes together, also when something else came in between; of one document, word stays behind word. */
function runsOf(acts: readonly (readonly PendingStanding[])[]): PendingStanding[][] {
  const runs: PendingStanding[][] = [];
  const lastRunOf = new Map<Leaf, number>();
  for (const act of acts) {
    const behind = Math.max(-1, ...act.map(({ document: { leaf } }) => lastRunOf.get(leaf) ?? -1));
    const joined = runs.findIndex((run, place) => place > behind && run.length + act.length <= STANDINGS_PER_WRITE && saysTheSame(run[0]!, act[0]!));
    const place = joined < 0 ? runs.push([]) - 1 : joined;
    runs[place]!.push(...act);
    for (const { document } of act) lastRunOf.set(document.leaf, place);
  }
  return runs;
}

const areDistinct = (changes: readonly PendingStanding[]): boolean => new Set(changes.map(({ document: { leaf } }) => leaf)).size === changes.length;

const saysTheSame = (left: PendingStanding, right: PendingStanding): boolean =>
  left.standing === right.standing &&
  left.reason === right.reason &&
  left.replacement === right.replacement &&
  left.document.issuer === right.document.issuer &&
  left.document.documentType === right.document.documentType;
