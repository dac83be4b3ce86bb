// Verifying the journal: the chain of its rows, and the heads that the ledger vouches for.

import type { Address } from "../../core/address.ts";
import { digestOf, leafOf } from "../../core/digest.ts";
import { headDocument, JOURNAL_TYPE, JournalCheck, type JournalFlaw } from "../../core/journal.ts";
import type { Head } from "../../core/ledger.ts";
import { treeOf } from "../../core/merkle.ts";
import type { Journal, RememberedHead } from "../trust/administrationPorts.ts";
import type { Register, Store, Write, WriteBody } from "../issuing/issuePorts.ts";
import type { LedgerEvents, LedgerReader } from "../ports.ts";

/** The store's side of it. */
export interface JournalPorts {
  readonly journal: Journal;
  readonly register: Pick<Register, "issuers">;
  readonly store: Pick<Store, "documentById" | "writeById">;
}

/** The ledger's side of it. */
export interface JournalLedger {
  readonly reader: LedgerReader;
  readonly events: LedgerEvents;
}

/** What was looked at, and what is wrong. */
export interface JournalReport {
  readonly rows: number;
  /** Heads handed in for anchoring. */
  readonly heads: number;
  /** Heads that the ledger vouches for, finally. */
  readonly confirmedHeads: number;
  /** Up to this row the ledger vouches; `null` when it vouches for none, or was not asked. */
  readonly confirmedUpTo: number | null;
  /** The newest block that was read; `null` when no ledger was asked. */
  readonly head: Head | null;
  readonly flaws: readonly JournalFlaw[];
}

const PAGE = 1_000;

/** Follows the whole chain and compares it with the heads; with a ledger, also the heads with what the ledger has. Throws `ledger_unreachable`. */
export async function verifyJournal(ports: JournalPorts, ledger: JournalLedger | null): Promise<JournalReport> {
  const heads = await ports.journal.heads();
  const { rows, flaws, hashes } = await followChain(ports.journal, new Set(heads.map(({ number }) => number)));
  const found: JournalFlaw[] = [...flaws, ...heads.flatMap((head) => flawOf(head, hashes))];
  if (ledger === null) return { rows, heads: heads.length, confirmedHeads: 0, confirmedUpTo: null, head: null, flaws: found };
  const at = await ledger.reader.head();
  const anchored = await Promise.all(heads.map(async (head) => ({ head, ...(await anchorOf(head, at, { ports, ledger })) })));
  found.push(...anchored.flatMap(({ head: { number }, flaw }) => (flaw === null ? [] : [{ number, flaw }])));
  found.push(...(await forgottenHeads(new Set(anchored.flatMap(({ root }) => root ?? [])), at, { ports, ledger })));
  const confirmed = anchored.filter(({ isFinal }) => isFinal).map(({ head }) => head.number);
  return { rows, heads: heads.length, confirmedHeads: confirmed.length, confirmedUpTo: confirmed.length === 0 ? null : Math.max(...confirmed), head: at, flaws: found };
}

async function followChain(journal: Journal, wanted: ReadonlySet<number>) {
  const check = new JournalCheck();
  const hashes = new Map<number, string>();
  let rows = 0;
  // From below zero, so that no row with a number that none should have is left out.
  for (let last = -Number.MAX_SAFE_INTEGER, page = await journal.after(last, PAGE); page.length > 0; page = await journal.after(last, PAGE)) {
    for (const row of page) {
      check.add(row);
      if (wanted.has(row.number)) hashes.set(row.number, row.hash);
    }
    rows += page.length;
    last = page.at(-1)!.number;
  }
  return { rows, flaws: check.flaws, hashes };
}

function flawOf({ number, hash, digest }: RememberedHead, hashes: ReadonlyMap<number, string>): JournalFlaw[] {
  const present = hashes.get(number);
  if (present === undefined) return [{ number, flaw: "head_missing" }];
  return present === hash && digest === digestOf(headDocument({ number, hash })) ? [] : [{ number, flaw: "head_differs" }];
}

interface Means {
  readonly ports: JournalPorts;
  readonly ledger: JournalLedger;
}

/** Where the head was anchored, as the ledger has it; underway, it has no root yet. */
async function anchorOf({ digest, issuer, documentId }: RememberedHead, at: Head, { ports: { store }, ledger }: Means) {
  const nowhere = { root: null, isFinal: false };
  const document = documentId === null ? null : await store.documentById(documentId);
  if (documentId !== null && document === null) return { ...nowhere, flaw: "head_not_on_ledger" as const };
  const write = document?.batch == null ? null : await store.writeById(document.batch.writeId);
  if (write === null || write.body.kind !== "anchor") return { ...nowhere, flaw: null };
  const { root } = write.body;
  if (!isAnchorOf(write.body, { digest, issuer })) return { root, isFinal: false, flaw: "head_not_on_ledger" as const };
  const record = await ledger.reader.anchorOf(write.body, at);
  return { root, isFinal: record !== null && record.blockNumber <= at.finalNumber, flaw: record === null && isClaimed(write) ? ("head_not_on_ledger" as const) : null };
}

/** The store says that it got there. */
const isClaimed = ({ state }: Write): boolean => state === "final";

/** Whether the batch is the issuer's, holds the head and leads to its root. */
function isAnchorOf({ issuer, documentType, leaves, root }: WriteBody & { kind: "anchor" }, head: Pick<RememberedHead, "digest" | "issuer">): boolean {
  return issuer === head.issuer && documentType === JOURNAL_TYPE && leaves.includes(leafOf(head.digest)) && treeOf(leaves).root === root;
}

/** Blocks read in one go. */
const STRETCH = 2_000;

/** Heads on the ledger, of any issuer registered here, that the store does not know: it was put back, or they were struck out. */
async function forgottenHeads(known: ReadonlySet<string>, at: Head, { ports, ledger }: Means): Promise<JournalFlaw[]> {
  const issuers = new Set<Address>((await ports.register.issuers()).map(({ address }) => address));
  const flaws: JournalFlaw[] = [];
  for (let from = 0; from <= at.number; from += STRETCH) {
    for (const event of await ledger.events.eventsBetween(from, Math.min(from + STRETCH - 1, at.number))) {
      const isHead = event.kind === "anchored" && event.documentType === JOURNAL_TYPE && issuers.has(event.issuer);
      if (isHead && !known.has(event.root)) flaws.push({ number: null, flaw: "head_forgotten" });
    }
  }
  return flaws;
}
