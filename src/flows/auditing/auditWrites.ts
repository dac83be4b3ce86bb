// Audit of writes: every word on the ledger in our issuers' names, and every write that the store calls final, block by block.
//
// Each stretch of blocks is read from the ledger and then from the store; what one has and the other lacks is a difference. So
// memory holds one stretch, however long the ledger is.

import type { Address } from "../../core/address.ts";
import type { Head } from "../../core/ledger.ts";
import type { AuditingStore, BlockRange } from "./auditPorts.ts";
import { blocksSaying, wordsIn, wordOf, type Word } from "./auditWords.ts";
import type { Write } from "../issuing/issuePorts.ts";
import type { LedgerEvent, LedgerEvents, LedgerReader } from "../ports.ts";

/** Something that only one of the two knows, or that they know of different blocks. */
export type WriteDifference =
  | { readonly kind: "unknown_to_store"; readonly word: string; readonly blockNumber: number }
  | { readonly kind: "write_missing"; readonly writeId: number; readonly word: string; readonly blockNumber: number }
  | { readonly kind: "write_elsewhere"; readonly writeId: number; readonly word: string; readonly blockNumber: number; readonly onLedgerIn: number }
  | { readonly kind: "block_differs"; readonly writeId: number; readonly word: string; readonly blockNumber: number };

export interface AuditWritesPorts {
  readonly auditing: AuditingStore;
  readonly events: LedgerEvents;
  readonly ledger: LedgerReader;
  /** Our issuers. */
  readonly issuers: readonly Address[];
}

/** Blocks in a stretch at most; fewer where they hold much. */
const STRETCH_LIMIT_BLOCKS = 2_000;
const STRETCH_LIMIT_WORDS = 100_000;
const WRITES_PER_PAGE = 50;

/** Every difference in final blocks, and the final writes that the store has beyond them. */
export async function* auditWrites(head: Head, ports: AuditWritesPorts): AsyncGenerator<WriteDifference> {
  let width = STRETCH_LIMIT_BLOCKS;
  for (let from = 0; from <= head.finalNumber; ) {
    const to = Math.min(from + width - 1, head.finalNumber);
    const events = await ports.events.eventsBetween(from, to);
    const count = events.reduce((sum, event) => sum + (event.kind === "anchored" ? event.leaves.length + 1 : 1), 0);
    if (count > STRETCH_LIMIT_WORDS && to > from) {
      width = Math.ceil((to - from + 1) / 2);
      continue;
    }
    yield* compareStretch({ from, to }, events, ports);
    from = to + 1;
    width = Math.min(width * 2, STRETCH_LIMIT_BLOCKS);
  }
  yield* compareBeyond(head, ports);
}

/** What stands where on the ledger, within a stretch. */
interface Sight {
  /** The block's hash, by word and block. */
  readonly said: ReadonlyMap<string, string>;
  /** Words in our issuers' names that no write has explained yet. */
  readonly unknown: Map<string, { readonly word: Word; readonly blockNumber: number }>;
}

const at = (word: Word, blockNumber: number): string => `${word} @${blockNumber}`;

async function* compareStretch(blocks: BlockRange, events: readonly LedgerEvent[], ports: AuditWritesPorts): AsyncGenerator<WriteDifference> {
  const said = new Map<string, string>(events.map((event) => [at(wordOf(event), event.blockNumber), event.blockHash]));
  const unknown = ownWords(events, new Set(ports.issuers));
  for await (const write of pages((after) => ports.auditing.writesIn(blocks, after, WRITES_PER_PAGE))) {
    for (const word of wordsIn(write.body)) unknown.delete(at(word, write.block!.number));
    yield* compareWrite(write, { said, unknown }, ports);
  }
  if (unknown.size > 0) await leaveOutUnderway(unknown, ports);
  // What became final between the two readings is in neither.
  if (unknown.size > 0) await leaveOutFinal(unknown, blocks, ports);
  for (const { word, blockNumber } of unknown.values()) yield { kind: "unknown_to_store", word, blockNumber };
}

/** A change of a DID may rightly be said elsewhere: owners sign with keys of their own. */
function ownWords(events: readonly LedgerEvent[], own: ReadonlySet<Address>): Sight["unknown"] {
  const ours = events.filter((event) => event.kind !== "didChanged" && own.has(speakerOf(event)));
  return new Map(ours.map((event) => [at(wordOf(event), event.blockNumber), { word: wordOf(event), blockNumber: event.blockNumber }]));
}

function speakerOf(event: Exclude<LedgerEvent, { kind: "didChanged" }>): Address {
  if (event.kind === "anchored") return event.issuer;
  return event.kind === "standingSet" ? event.speaker : event.grantor;
}

/** A transaction of ours may be included before the store has noted it. */
async function leaveOutUnderway(unknown: Sight["unknown"], { auditing }: AuditWritesPorts): Promise<void> {
  const words = Map.groupBy(unknown, ([, { word }]) => word);
  for await (const { body } of pages((after) => auditing.writesUnderway(after, WRITES_PER_PAGE))) {
    for (const word of wordsIn(body)) for (const [key] of words.get(word) ?? []) unknown.delete(key);
  }
}

async function leaveOutFinal(unknown: Sight["unknown"], blocks: BlockRange, { auditing }: AuditWritesPorts): Promise<void> {
  for await (const { body, block } of pages((after) => auditing.writesIn(blocks, after, WRITES_PER_PAGE))) {
    for (const word of wordsIn(body)) unknown.delete(at(word, block!.number));
  }
}

async function* compareWrite({ id: writeId, body, block }: Write, { said, unknown }: Sight, { ledger }: Pick<AuditWritesPorts, "ledger">): AsyncGenerator<WriteDifference> {
  const { number: blockNumber } = block!;
  let head: Head | null = null;
  for (const word of wordsIn(body)) {
    const hash = said.get(at(word, blockNumber));
    if (hash !== undefined && hash !== block!.hash) yield { kind: "block_differs", writeId, word, blockNumber };
    // What these events say is all that there is to compare: of an anchor, its root.
    if (hash !== undefined && !isSpokenTwice(body)) continue;
    const blocks = await blocksSaying(body, word, { ledger, head: (head ??= await ledger.head()) });
    for (const each of blocks) unknown.delete(at(word, each));
    if (blocks.includes(blockNumber) && hash !== undefined) continue;
    // Found to be said already, a word about standings or grants stands where it was said first.
    if (hash === undefined && isSpokenTwice(body) && blocks.some((each) => each <= blockNumber && blockNumber <= head!.finalNumber)) continue;
    if (blocks.length === 0 || hash !== undefined) yield { kind: "write_missing", writeId, word, blockNumber };
    else yield { kind: "write_elsewhere", writeId, word, blockNumber, onLedgerIn: blocks.at(-1)! };
  }
}

/** Whether the same may be said of the same again, otherwise. */
const isSpokenTwice = ({ kind }: Write["body"]): boolean => kind === "standing" || kind === "accredit" || kind === "withdraw";

/** The store may call final what lies behind the ledger's final block only when that block became final meanwhile. */
async function* compareBeyond({ finalNumber }: Head, ports: AuditWritesPorts): AsyncGenerator<WriteDifference> {
  const now = await ports.ledger.head();
  const nothing: Sight = { said: new Map(), unknown: new Map() };
  for await (const write of pages((after) => ports.auditing.writesIn({ from: finalNumber + 1, to: Number.MAX_SAFE_INTEGER }, after, WRITES_PER_PAGE))) {
    if (write.block!.number > now.finalNumber) yield* compareWrite(write, nothing, ports);
  }
}

async function* pages(read: (after: number) => Promise<readonly Write[]>): AsyncGenerator<Write> {
  for (let page = await read(0); page.length > 0; page = await read(page.at(-1)!.id)) yield* page;
}
