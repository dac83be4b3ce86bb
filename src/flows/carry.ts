// Carry: takes writes, step by step, from the store to where no reorganisation reaches them.

import type { Address } from "../core/address.ts";
import { Fault } from "../core/fault.ts";
import type { Block, Head } from "../core/ledger.ts";
import type { Attempt, CarryPorts, Receipt, Write, WriteBody } from "./ports.ts";

/** Writes of one account that are on their way at once. */
const OPEN_LIMIT = 200;
/** How long a write that the ledger refuses waits before it is tried again. */
const REFUSED_PAUSE_SECONDS = 30;

/**
 * Carries every open write of `account` one step further. Call it again until there are none.
 *
 * Each write is bound to a nonce before its transaction is sent, and the same bytes are sent again until they are
 * included; so the ledger takes it at most once, and in order. It always looks before it acts: a crash, a lost reply, a
 * dropped transaction and a reorganisation need no code of their own.
 */
export async function carryAll(account: Address, ports: CarryPorts): Promise<void> {
  const { store, ledger } = ports;
  const writes = await store.openWrites(account, OPEN_LIMIT);
  const attempts = Map.groupBy(await store.attemptsOf(writes.map(({ id }) => id)), ({ writeId }) => writeId);
  // The head is asked for first: what is newer than it is judged in the next round.
  const head = await ledger.head();
  const [nonce, highest] = await Promise.all([ledger.nonceOf(account), store.highestNonce(account)]);
  const receipts = await receiptsOf([...attempts.values()].flat(), ports);
  const lane: Lane = { head, chainNonce: nonce, nextNonce: Math.max(nonce, (highest ?? -1) + 1), underway: new Set() };
  for (const write of writes) await carryOn(write, { lane, attempts: attempts.get(write.id) ?? [], receipts }, ports);
}

/** Where the account stands: `nextNonce` is the first one that no attempt has taken. */
interface Lane {
  readonly head: Head;
  readonly chainNonce: number;
  nextNonce: number;
  /** What earlier writes speak about that are not included yet. */
  readonly underway: Set<string>;
}

interface Sight {
  readonly lane: Lane;
  readonly attempts: readonly Attempt[];
  readonly receipts: ReadonlyMap<string, Receipt>;
}

async function receiptsOf(attempts: readonly Attempt[], { ledger }: CarryPorts): Promise<Map<string, Receipt>> {
  const found = await Promise.all(attempts.map(async ({ hash }) => [hash, await ledger.receiptOf(hash)] as const));
  return new Map(found.flatMap(([hash, receipt]) => (receipt === null ? [] : [[hash, receipt]])));
}

/** One step for one write: included, lost, waiting, or not begun. */
async function carryOn(write: Write, sight: Sight, ports: CarryPorts): Promise<void> {
  const { lane, attempts, receipts } = sight;
  const receipt = attempts.map(({ hash }) => receipts.get(hash)).find((found) => found !== undefined);
  if (receipt?.isSuccess === true) return noteIncluded(write, receipt.block, lane.head, ports);

  // A word about the same thing waits for the earlier one: only then does the ledger tell what is left to say.
  const subjects = subjectsOf(write.body);
  const mustWait = subjects.some((subject) => lane.underway.has(subject));
  for (const subject of subjects) lane.underway.add(subject);

  const newest = attempts.at(-1);
  if (newest === undefined) return mustWait ? undefined : begin(write, lane, ports);
  const isSpent = newest.nonce < lane.chainNonce;
  if (isSpent) return startOver(write, { isRefused: receipt !== undefined }, ports);
  return pushOn(write, newest, ports);
}

/** What a write speaks about. */
function subjectsOf(body: WriteBody): readonly string[] {
  if (body.kind === "standing") return body.leaves.map((leaf) => `standing ${body.issuer} ${body.documentType} ${leaf}`);
  if (body.kind === "accredit" || body.kind === "withdraw") return [`grant ${body.grantee} ${body.documentType}`];
  if (body.kind === "delegate") return [`delegate ${body.delegate}`];
  return [`anchor ${body.documentType} ${body.root}`];
}

async function noteIncluded({ id, state, block }: Write, included: Block, head: Head, { store }: CarryPorts): Promise<void> {
  const reached = included.number <= head.finalNumber ? "final" : "included";
  if (state !== reached || block?.hash !== included.hash) await store.setWrite(id, { state: reached, block: included, problem: null });
}

/** Nothing was sent yet, as far as we remember. The ledger may know better: then there is nothing left to send. */
async function begin(write: Write, lane: Lane, ports: CarryPorts): Promise<void> {
  const { store, ledger, clock } = ports;
  if (write.notBefore > clock()) return;
  const said = await ledger.saidAlready(write.body);
  if (said !== null) return noteIncluded(write, said, lane.head, ports);
  const attempt = await signed(write, { nonce: lane.nextNonce, replaced: null }, ports);
  if (attempt === null) return;
  lane.nextNonce += 1;
  await store.addAttempt(attempt);
  await ledger.broadcast(attempt.raw);
}

/** Our nonce went to a transaction that failed, or to somebody else's: the write begins anew. */
async function startOver({ id, body }: Write, { isRefused }: { isRefused: boolean }, { store, notice }: CarryPorts): Promise<void> {
  notice(isRefused ? "the ledger included a transaction and refused what it asked" : "a nonce of ours was used by another transaction", { write: id, kind: body.kind });
  await store.setWrite(id, { state: "batched", block: null, attemptsForgotten: true });
}

/** The transaction is on its way, or was lost on it: the same bytes again do no harm. A dear one may need a higher fee. */
async function pushOn(write: Write, newest: Attempt, ports: CarryPorts): Promise<void> {
  const { store, ledger, clock, resendAfterSeconds, outbidAfterSeconds } = ports;
  if (write.state === "included") await store.setWrite(write.id, { state: "sent", block: null });
  const waited = clock() - newest.sentAt;
  if (waited >= outbidAfterSeconds) {
    const dearer = await signed(write, { nonce: newest.nonce, replaced: newest }, ports);
    if (dearer === null) return;
    await store.addAttempt(dearer);
    return ledger.broadcast(dearer.raw);
  }
  if (clock() - newest.lastSentAt < resendAfterSeconds) return;
  await store.noteBroadcast(newest.hash, clock());
  await ledger.broadcast(newest.raw);
}

/** The signed transaction, or `null` when the ledger would refuse it: then the write waits, and the operator is told. */
async function signed(write: Write, terms: { nonce: number; replaced: Attempt | null }, { store, ledger, clock, notice }: CarryPorts): Promise<Attempt | null> {
  const { id, account, body, problem } = write;
  try {
    return { writeId: id, account, nonce: terms.nonce, sentAt: clock(), lastSentAt: clock(), ...(await ledger.sign(body, { account, ...terms })) };
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== "write_refused") throw error;
    if (problem !== error.message) notice("the ledger refuses a write; it waits and is tried again", { write: id, kind: body.kind, problem: error.message });
    await store.setWrite(id, { problem: error.message, notBefore: clock() + REFUSED_PAUSE_SECONDS });
    return null;
  }
}
