// Audit: compares what the store acknowledged with what the ledger says, and lists every difference.

import type { Digest } from "../../core/digest.ts";
import type { Address } from "../../core/address.ts";
import { treeOf } from "../../core/merkle.ts";
import { decidingStatement } from "../../core/standing.ts";
import type { Head, Standing } from "../../core/ledger.ts";
import { auditWrites, type AuditWritesPorts, type WriteDifference } from "./auditWrites.ts";
import type { Store, StoredDocument, WriteBody } from "../issuing/issuePorts.ts";

/** One thing that store and ledger say differently: about a document, or about a write. */
export type Difference = DocumentDifference | WriteDifference;

export type DocumentDifference = { readonly documentId: string; readonly digest: Digest; readonly issuer: Address } & (
  | { readonly kind: "anchor_missing"; readonly state: string }
  | { readonly kind: "seal_broken" }
  | { readonly kind: "standing_differs"; readonly acknowledged: Standing; readonly onLedger: Standing }
);

/** What an audit looked at, and found. */
export interface AuditReport {
  readonly head: Head;
  readonly documents: number;
  /** Acknowledged, but not on the ledger yet: on their way, no difference. */
  readonly underway: number;
  readonly differences: readonly Difference[];
  /** Whether everything was compared; `false`: there were so many differences that comparing stopped. */
  readonly isComplete: boolean;
}

export interface AuditPorts extends AuditWritesPorts {
  readonly store: Pick<Store, "documentsAfter" | "writeById" | "hasStandingUnderway">;
  readonly progress?: (done: number) => void;
}

/** Documents compared at once. */
const PAGE = 500;
/** Differences listed; a store that is further off than this is the wrong store. */
const DIFFERENCE_LIMIT = 10_000;

/**
 * Compares every document of the store with the ledger at its newest block, and every write that the store calls final
 * with what the ledger says in our issuers' names.
 */
export async function audit(ports: AuditPorts): Promise<AuditReport> {
  const { store, ledger, progress } = ports;
  const head = await ledger.head();
  const differences: Difference[] = [];
  let documents = 0;
  let underway = 0;
  for (let page = await store.documentsAfter(0, PAGE); page.documents.length > 0; page = await store.documentsAfter(page.last, PAGE)) {
    const found = await Promise.all(page.documents.map((document) => compare(document, head, ports)));
    documents += found.length;
    underway += found.filter((each) => each === "underway").length;
    differences.push(...found.flatMap((each) => (each === "underway" || each === null ? [] : [each])));
    progress?.(documents);
    if (differences.length >= DIFFERENCE_LIMIT) break;
  }
  for await (const difference of auditWrites(head, ports)) {
    if (differences.length >= DIFFERENCE_LIMIT) break;
    differences.push(difference);
  }
  return { head, documents, underway, differences, isComplete: differences.length < DIFFERENCE_LIMIT };
}

async function compare(document: StoredDocument, head: Head, { store, ledger }: AuditPorts): Promise<DocumentDifference | "underway" | null> {
  const { id, digest, issuer, documentType, leaf, batch, standing } = document;
  const about = { documentId: id, digest, issuer };
  const write = batch === null ? null : await store.writeById(batch.writeId);
  if (write === null || write.body.kind !== "anchor" || write.state === "batched" || write.state === "sent") return "underway";
  if (write.body.leaves[batch!.position] !== leaf || !isSound(write.body)) return { ...about, kind: "seal_broken" };
  const record = await ledger.anchorOf(write.body, head);
  if (record === null) return { ...about, kind: "anchor_missing", state: write.state };
  if (await store.hasStandingUnderway(id)) return "underway";
  const statements = await ledger.standingsOf(issuer, { issuer, documentType, leaf }, head);
  const onLedger = decidingStatement([{ speaker: issuer, statements }], { finalBlock: head.number, counts: () => true })?.standing ?? "active";
  return onLedger === standing ? null : { ...about, kind: "standing_differs", acknowledged: standing, onLedger };
}

const soundness = new WeakMap<object, boolean>();

/** Whether the batch's leaves lead to its root. Hashed once for each batch that the store keeps at hand. */
function isSound(batch: WriteBody & { kind: "anchor" }): boolean {
  const isKnown = soundness.get(batch) ?? treeOf(batch.leaves).root === batch.root;
  soundness.set(batch, isKnown);
  return isKnown;
}
