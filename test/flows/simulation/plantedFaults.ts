// Faults planted between the service and its world, to show that the simulation would notice them.
//
// Each is what a careless service would do, done by a port in between: so it stays planted however the flows are written.

import type { LedgerWriter, NewDocument, Receipt, Store, StoredDocument } from "../../../src/flows/issuing/issuePorts.ts";
import { changed } from "./layered.ts";
import type { Planting, SimulatedProcess } from "./process.ts";

interface Ports {
  readonly store: Store;
  readonly ledger: LedgerWriter;
}

/** The caller is answered while the documents are still on their way to the disk. */
function acknowledgeBeforeInsert({ store, ledger }: Ports): Ports {
  const acceptDocuments: Store["acceptDocuments"] = async (documents) => {
    void store.acceptDocuments(documents).catch(() => {});
    return documents.map((document) => ({ document: presumed(document), isNew: true }));
  };
  return { store: changed(store, () => ({ acceptDocuments })), ledger };
}

const presumed = ({ isReanchor: _, idempotency: __, ...document }: NewDocument): StoredDocument => ({ ...document, generation: 0, standing: "active", replacement: null, batch: null });

/** The transaction goes out, and only then is it stored. */
function broadcastBeforePersist({ store, ledger }: Ports): Ports {
  const sent = new Set<string>();
  const sending = ({ addAttempt }: Store): Partial<Store> => ({
    async addAttempt(attempt) {
      sent.add(attempt.raw);
      await ledger.broadcast(attempt.raw).catch(() => {});
      await addAttempt(attempt);
    },
  });
  const broadcast = async (raw: `0x${string}`): Promise<void> => (sent.delete(raw) ? undefined : ledger.broadcast(raw));
  return { store: changed(store, sending), ledger: { ...ledger, broadcast } };
}

/** What was in a block once is taken to be there for ever, whatever became of the block. */
function noCheckOfTheBlock({ store, ledger }: Ports): Ports {
  const seen = new Map<string, Receipt>();
  const receiptOf: LedgerWriter["receiptOf"] = async (hash) => {
    const receipt = seen.get(hash) ?? (await ledger.receiptOf(hash));
    if (receipt !== null) seen.set(hash, receipt);
    return receipt;
  };
  return { store, ledger: { ...ledger, receiptOf } };
}

/** The node is asked for the next nonce, and what is bound already is not looked at. */
function nonceFromTheNode({ store, ledger }: Ports, process: SimulatedProcess): Ports {
  const nonceOf: LedgerWriter["nonceOf"] = async (account) => process.node.pendingNonceOf(account);
  return { store: changed(store, () => ({ noncesTaken: async () => [] })), ledger: { ...ledger, nonceOf } };
}

/** Whether a key was used is looked up before, and noted after, the transaction that stores the document. */
function idempotencyOutsideTheTransaction({ store, ledger }: Ports, process: SimulatedProcess): Ports {
  const acceptDocuments: Store["acceptDocuments"] = async (documents) => {
    const answers = [];
    for (const document of documents) {
      const { idempotency } = document;
      const used = idempotency === null ? undefined : (await process.pass("key lookup", async () => process.sideTable.get(idempotency.key))) as { id: string; requestDigest: string } | undefined;
      if (used !== undefined && used.requestDigest !== idempotency!.requestDigest) answers.push({ conflict: "idempotency" } as const);
      else if (used !== undefined) answers.push({ document: (await store.documentById(used.id))!, isNew: false });
      else {
        const [answer] = await store.acceptDocuments([{ ...document, idempotency: null }]);
        if (idempotency !== null && "document" in answer!) {
          const { id } = answer.document;
          await process.pass("key insert", async () => void process.sideTable.set(idempotency.key, { id, requestDigest: idempotency.requestDigest }));
        }
        answers.push(answer!);
      }
    }
    return answers;
  };
  return { store: changed(store, () => ({ acceptDocuments })), ledger };
}

/** Every planted fault, with the law by which it must be noticed. */
export const plantedFaults: readonly [fault: string, planting: Planting, noticedBy: RegExp][] = [
  ["acknowledge before insert",            acknowledgeBeforeInsert,          /acknowledged .* is not in the store/],
  ["broadcast before persist",             broadcastBeforePersist,           /went out before it was stored/],
  ["no re-check of the block hash",        noCheckOfTheBlock,                /is called final, and the ledger's final blocks do not say it/],
  ["nonce from the node",                  nonceFromTheNode,                 /nonce \d+ is given to write \d+ while write \d+ holds it/],
  ["idempotency outside the transaction",  idempotencyOutsideTheTransaction, /is stored \d+ times|was answered with different documents/],
];
