// Carry: takes writes, step by step, from the store to where no reorganisation reaches them.

import type { Address } from "../../core/address.ts";
import type { Leaf } from "../../core/digest.ts";
import { Fault, type FaultCode } from "../../core/fault.ts";
import type { Block, Head } from "../../core/ledger.ts";
import type { Attempt, CarryPorts, Receipt, Write, WriteBody } from "../issuing/issuePorts.ts";
import type { Clock } from "../ports.ts";

/** Writes of one account that are on their way at once. */
const OPEN_LIMIT = 200;
/** Whose transaction it was cannot be asked of a node. Who has the key can speak with or without us, so stopping would protect nobody: what is ours is looked for and said if need be. */
const FOREIGN = "a nonce of ours was used, and by no transaction that we remember: if this comes again, another service signs with this key, or it was stolen (tradeseal issuer rotate)";
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
  const [chainNonce, taken] = await Promise.all([ledger.nonceOf(account), store.noncesTaken(account)]);
  const receipts = await receiptsOf([...attempts.values()].flat(), ports);
  const lane: Lane = { head, chainNonce, taken: new Set(taken), earlier: new Map(), told: new Set(writes.map(({ problem }) => problem)) };
  await fillGap(account, { lane, first: writes.find(({ id }) => attempts.has(id)) }, ports);
  for (const write of writes) await carryOn(write, { lane, attempts: attempts.get(write.id) ?? [], receipts }, ports);
}

/** Where the account stands. */
interface Lane {
  readonly head: Head;
  /** The next nonce that the ledger will take. */
  readonly chainNonce: number;
  /** Nonces that attempts are bound to. */
  readonly taken: Set<number>;
  /** By what they speak about: the highest nonce of the earlier writes, and whether all of those are included. */
  readonly earlier: Map<string, Precedence>;
  /** Problems that the operator was told of: one cause can stop a thousand writes. */
  readonly told: Set<string | null>;
}

interface Precedence {
  readonly nonce: number;
  readonly isIncluded: boolean;
  /** There is none that is not final yet. */
  readonly isAlone: boolean;
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
  const newest = attempts.at(-1);
  const before = precedenceOf(write, lane);
  // What was found said without a transaction of ours is looked at again until it is final. A later word before that would
  // make it look unsaid, and have it said a second time.
  notePrecedence(write, { nonce: newest?.nonce ?? -1, isIncluded: receipt?.isSuccess === true, isAlone: false }, lane);
  const round = { lane, ports, isAlone: before.isAlone };

  // A word about the same thing waits for the earlier one: only then does the ledger tell what is left to say.
  if (newest === undefined) return before.isIncluded ? begin(write, round) : undefined;
  if (newest.nonce < before.nonce || (!before.isIncluded && before.nonce < 0)) return startOver(write, "a later word came before an earlier one, and is said again", ports);
  // While an earlier word is still to be said, this one stays in sight: it may have to be said again.
  if (receipt?.isSuccess === true) return noteIncluded(write, receipt.block, before.isIncluded ? lane.head : { ...lane.head, finalNumber: -1 }, ports);
  if (receipt !== undefined) return startOver(write, "the ledger included a transaction and refused what it asked", ports);
  if (newest.nonce < lane.chainNonce) return (await isNonceLost(attempts, ports)) ? startOver(write, FOREIGN, ports) : undefined;
  return pushOn(write, newest, round);
}

/**
 * Whether another transaction has used the nonce. Nonce and receipts were read one after the other, and a reorganisation
 * between them looks the same; so both are read again, and count only when the chain did not move meanwhile.
 */
async function isNonceLost(attempts: readonly Attempt[], ports: CarryPorts): Promise<boolean> {
  const { ledger } = ports;
  const { account, nonce } = attempts.at(-1)!;
  const before = await ledger.head();
  const isUsed = nonce < (await ledger.nonceOf(account));
  const isOurs = (await receiptsOf(attempts, ports)).size > 0;
  const after = await ledger.head();
  return isUsed && !isOurs && before.hash === after.hash;
}

/**
 * Of what stood at the next nonce nothing is left (it was said otherwise, and a reorganisation freed its nonce): everything
 * behind would wait for ever. The nonce is used up by saying nothing. What waits keeps its own: a transaction that was sent
 * and then forgotten could still be included, after later words about the same thing.
 */
async function fillGap(account: Address, { lane, first }: { lane: Lane; first: Write | undefined }, { ledger, store, notice }: CarryPorts): Promise<void> {
  const { chainNonce, taken, told } = lane;
  if (first === undefined || taken.has(chainNonce) || ![...taken].some((nonce) => nonce > chainNonce)) return;
  taken.add(chainNonce);
  try {
    await ledger.fill(account, chainNonce);
  } catch (error) {
    if (!(error instanceof Fault) || stops[error.code] === undefined) throw error;
    const problem = stops[error.code]!.problem(error, account);
    if (!told.has(problem)) notice("a gap in our nonces cannot be filled; what waits behind it is tried again", { account, nonce: chainNonce, problem: error.message });
    told.add(problem);
    await store.setWrite(first.id, { problem });
  }
}

function precedenceOf({ body }: Write, { earlier }: Lane): Precedence {
  const known = subjectsOf(body).flatMap((subject) => earlier.get(subject) ?? []);
  return { nonce: Math.max(-1, ...known.map(({ nonce }) => nonce)), isIncluded: known.every(({ isIncluded }) => isIncluded), isAlone: known.length === 0 };
}

function notePrecedence(write: Write, own: Precedence, lane: Lane): void {
  const before = precedenceOf(write, lane);
  const both = { nonce: Math.max(before.nonce, own.nonce), isIncluded: before.isIncluded && own.isIncluded, isAlone: false };
  for (const subject of subjectsOf(write.body)) lane.earlier.set(subject, both);
}

/** What a write speaks about. */
function subjectsOf(body: WriteBody): readonly string[] {
  if (body.kind === "standing") return body.leaves.map((leaf) => `standing ${body.issuer} ${body.documentType} ${leaf}`);
  if (body.kind === "accredit" || body.kind === "withdraw") return [`grant ${body.grantee} ${body.documentType}`];
  if (body.kind === "delegate" || body.kind === "revokeDelegate") return [`delegate ${body.identity} ${body.delegate}`];
  if (body.kind === "changeOwner") return [`owner ${body.identity}`];
  if (body.kind === "attribute" || body.kind === "revokeAttribute") return [`attribute ${body.identity} ${body.name} ${body.value}`];
  return [`anchor ${body.documentType} ${body.root}`];
}

async function noteIncluded(write: Write, included: Block, head: Head, ports: CarryPorts): Promise<void> {
  const { id, state, block } = write;
  const { store } = ports;
  const reached = included.number <= head.finalNumber ? "final" : "included";
  if (reached === "final" && !(await isOnRecord(write, ports))) return;
  if (state !== reached || block?.hash !== included.hash) await store.setWrite(id, { state: reached, block: included, problem: null });
}

/** A receipt is one node's word. Before an anchor is called final, its record is read from the contract. */
async function isOnRecord({ id, account, body, problem }: Write, { store, ledger, notice }: CarryPorts): Promise<boolean> {
  // The record alone is asked for, without the leaves that were published with it.
  if (body.kind !== "anchor" || (await ledger.saidAlready({ ...body, isPublished: false }, account)) !== null) return true;
  if (problem !== NO_RECORD) notice("the node shows a receipt for an anchor, and the contract has no record of it; it is looked at again", { write: id, account });
  if (problem !== NO_RECORD) await store.setWrite(id, { problem: NO_RECORD });
  return false;
}

const NO_RECORD = "The ledger's endpoint says that this was included, and its contract has no record of it.";

/** Nothing was sent yet, as far as we remember. The ledger may know better: then there is nothing left to send. */
async function begin(write: Write, round: Round): Promise<void> {
  const { lane, ports, isAlone } = round;
  const { store, ledger, clock } = ports;
  if (isAwaited(write.notBefore, clock)) return;
  const said = await ledger.saidAlready(write.body, write.account);
  // A reorganisation may have taken the earlier word away since we looked, and made an older one the last.
  if (said !== null) return noteIncluded(write, said, isAlone ? lane.head : { ...lane.head, finalNumber: -1 }, ports);
  const attempt = await signed(write, { nonce: firstFree(lane), replaced: null }, round);
  if (attempt === null) return;
  lane.taken.add(attempt.nonce);
  await store.addAttempt(attempt);
  await send(attempt, ports);
}

/** A node may refuse a transaction at the moment; what is to be done then, the next look at the ledger tells. */
async function send({ raw, writeId }: Attempt, { ledger, notice }: CarryPorts): Promise<void> {
  try {
    await ledger.broadcast(raw);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== "write_refused") throw error;
    notice("the node did not take a transaction; it is looked at again", { write: writeId, problem: error.message });
  }
}

function firstFree({ chainNonce, taken }: Lane): number {
  let nonce = chainNonce;
  while (taken.has(nonce)) nonce += 1;
  return nonce;
}

/** The write is freed from its nonce and begins anew, by looking. */
async function startOver({ id, body, account }: Write, why: string, { store, notice }: CarryPorts): Promise<void> {
  notice(why, { write: id, kind: body.kind, account });
  await store.setWrite(id, { state: "batched", block: null, attemptsForgotten: true });
}

/** The transaction is on its way, or was lost on it: the same bytes again do no harm. A dear one may need a higher fee. */
async function pushOn(write: Write, newest: Attempt, round: Round): Promise<void> {
  const { store, clock, resendAfterSeconds, outbidAfterSeconds } = round.ports;
  if (write.state === "included") await store.setWrite(write.id, { state: "sent", block: null });
  if (hasPassed(newest.sentAt, outbidAfterSeconds, clock) && !isAwaited(write.notBefore, clock)) {
    const dearer = await signed(write, { nonce: newest.nonce, replaced: newest }, round);
    if (dearer !== null) {
      await store.addAttempt(dearer);
      return send(dearer, round.ports);
    }
  }
  // Also what must not become dearer is sent again: a node may have dropped it.
  if (!hasPassed(newest.lastSentAt, resendAfterSeconds, clock)) return;
  await store.noteBroadcast(newest.hash, clock());
  await send(newest, round.ports);
}

/** Whether the time has come. A clock that was set back shows a moment that lies ahead: then nobody knows, and it counts as come. */
const hasPassed = (since: number, seconds: number, clock: Clock): boolean => clock() < since || clock() - since >= seconds;

/** Whether a pause is still to be kept. Longer than the longest pause nobody waits, whatever the clock did meanwhile; but what waits for ever does. */
const isAwaited = (moment: number, clock: Clock): boolean => moment > clock() && (moment === Infinity || moment <= clock() + REFUSED_PAUSE_SECONDS);

interface Round {
  readonly lane: Lane;
  readonly ports: CarryPorts;
  /** Whether every earlier word about the same thing is final. */
  readonly isAlone: boolean;
}

/** The signed transaction, or `null` when the ledger would refuse it or its key cannot be used: then the write waits, and the operator is told once. */
async function signed(write: Write, terms: { nonce: number; replaced: Attempt | null }, round: Round): Promise<Attempt | null> {
  const { ports: { ledger, clock }, isAlone } = round;
  const { id, account, body } = write;
  const putOff = (error: unknown): Promise<null> => leaveWaiting(write, error, round);
  try {
    return { writeId: id, account, nonce: terms.nonce, sentAt: clock(), lastSentAt: clock(), ...(await ledger.sign(body, { account, ...terms })) };
  } catch (error) {
    // While an earlier word can still be lost, and said again, nobody knows what will be impossible.
    const isForGood = error instanceof Fault && error.code === "write_impossible" && body.kind !== "anchor" && isAlone;
    return isForGood ? giveUp(write, error, { terms, ports: round.ports }).catch(putOff) : putOff(error);
  }
}

/** The write waits, and nothing waits for it. What stops more than one write is thrown on. */
async function leaveWaiting({ id, account, body }: Write, error: unknown, { lane, ports: { store, clock, notice } }: Round): Promise<null> {
  const stop = error instanceof Fault ? stops[error.code] : undefined;
  if (stop === undefined) throw error;
  const fault = error as Fault;
  const problem = stop.problem(fault, account);
  if (!lane.told.has(problem)) notice(stop.notice, { write: id, kind: body.kind, account, problem: fault.message });
  lane.told.add(problem);
  await store.setWrite(id, { problem, notBefore: clock() + REFUSED_PAUSE_SECONDS });
  return null;
}

const REFUSAL = { notice: "the ledger refuses a write; it waits and is tried again", problem: ({ message }: Fault): string => message };

/** Faults that stop one write and not the round: what the operator is told, and what the document's issuer may read. */
const stops: Partial<Record<FaultCode, { readonly notice: string; problem(fault: Fault, account: Address): string }>> = {
  write_refused: REFUSAL,
  // Only of a batch, which can be put together otherwise.
  write_impossible: REFUSAL,
  // Where keys lie is the operator's business alone.
  signing_key_unusable: { notice: "a signing key cannot be used; what it has to sign waits and is tried again", problem: (_fault, account) => `The service cannot use the signing key of ${account} at the moment.` },
};

interface Refused {
  readonly terms: { nonce: number; replaced: Attempt | null };
  readonly ports: CarryPorts;
}

/** What the ledger can never take must not stand in the way of what comes after. */
async function giveUp(write: Write, fault: Fault, refused: Refused): Promise<null> {
  const { id, body } = write;
  if (body.kind === "standing" && body.leaves.length > 1) return narrow(write, body, refused);
  refused.ports.notice("the ledger can never take a write; it is given up", { write: id, kind: body.kind, problem: fault.message });
  await refused.ports.store.setWrite(id, { state: "refused", problem: fault.message });
  return null;
}

/** One document of many cannot be spoken about any more: the others must not wait for it. The write goes on without it. */
async function narrow({ id, account }: Write, body: WriteBody & { kind: "standing" }, { terms, ports }: Refused): Promise<null> {
  const { store, ledger, notice } = ports;
  const dropped: Leaf[] = [];
  for (const leaf of body.leaves) {
    try {
      await ledger.sign({ ...body, leaves: [leaf] }, { account, ...terms });
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== "write_impossible") throw error;
      dropped.push(leaf);
    }
  }
  const leaves = body.leaves.filter((leaf) => !dropped.includes(leaf));
  notice("the ledger can never take what was asked of some documents; it is given up for these", { write: id, leaves: dropped });
  if (leaves.length > 0) await store.narrowWrite(id, { ...body, leaves });
  else await store.setWrite(id, { state: "refused", problem: "The standing of each of these documents is final already." });
  return null;
}
