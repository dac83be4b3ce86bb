// Issue: takes documents and changes of standing from issuers, and gives back where they stand and their seals.

import { BURN_ADDRESS, type Address } from "../../core/address.ts";
import { leafOf, type Digest, type Leaf } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { Fault } from "../../core/fault.ts";
import type { LedgerId } from "../../core/ledger.ts";
import { treeOf, type Tree } from "../../core/merkle.ts";
import type { Seal } from "../../core/seal.ts";
import { isFinalStanding } from "../../core/standing.ts";
import type { Issuer, IssuePorts, NewDocument, StandingChange, Store, StoredDocument, Write, WriteState } from "./issuePorts.ts";
import type { Index } from "../ports.ts";

/** What an issuer asks to have anchored. */
export interface AnchorRequest {
  readonly issuer: Address;
  readonly digest: Digest;
  readonly documentType: DocumentType;
  readonly reference: string | null;
  readonly isPublished: boolean;
  readonly isReanchor: boolean;
  readonly idempotency: NewDocument["idempotency"];
}

/**
 * Stores the document for anchoring, and only then answers. The same issuer, type and digest again answers with the first one.
 *
 * @throws Fault `idempotency_conflict` when the key came with another request before.
 */
export async function acceptDocument(request: AnchorRequest, { store, clock, newId }: IssuePorts): Promise<{ document: StoredDocument; isNew: boolean }> {
  const [acceptance] = await store.acceptDocuments([{ ...request, id: newId(), leaf: leafOf(request.digest), acceptedAt: clock() }]);
  if ("conflict" in acceptance!) {
    throw new Fault("idempotency_conflict", `The Idempotency-Key "${request.idempotency?.key}" was used for another request before. Use a new key for a new request.`);
  }
  return acceptance!;
}

/**
 * Refuses what an issuer asks that has given up its identity: nothing of it could ever count.
 *
 * @throws Fault `issuer_deactivated`.
 */
export function refuseDeactivated({ address, successor }: Issuer, index: Pick<Index, "deactivatedIn">): void {
  const isDeactivated = successor === BURN_ADDRESS || index.deactivatedIn(address) !== null;
  if (isDeactivated) throw new Fault("issuer_deactivated", `The identity ${address} was given up for good: nothing more is said in its name. Its earlier documents stay what they are.`);
}

export type DocumentState = "accepted" | Exclude<WriteState, "refused">;

/** How far a document has come, and where it was anchored. */
export async function progressOf(document: StoredDocument, store: Pick<Store, "writeById">): Promise<{ state: DocumentState; write: Write | null }> {
  const write = document.batch === null ? null : await store.writeById(document.batch.writeId);
  return { state: (write?.state as DocumentState | undefined) ?? "accepted", write };
}

/**
 * The document's seal. It names no block or time, so it stays true through reorganisations.
 *
 * @throws Fault `not_anchored_yet` before the batch is included.
 */
export async function sealOf(document: StoredDocument, { store, ledger }: { store: Pick<Store, "writeById">; ledger: LedgerId }): Promise<Seal> {
  const { state, write } = await progressOf(document, store);
  if (state !== "included" && state !== "final") {
    throw new Fault("not_anchored_yet", `The document is ${state}; its seal is there once it is included. Ask again in a few seconds.`);
  }
  const { body } = write!;
  if (body.kind !== "anchor") throw new Error("Invariant broken: a document's batch is an anchor.");
  const { issuer, documentType, digest } = document;
  const index = document.batch!.position;
  const tree = treeFor(body.leaves);
  return { ledger, issuer, documentType, digest, index, size: tree.size, path: tree.pathOf(index), root: tree.root, unknown: {} };
}

/**
 * Stores a change of standing, and only then answers. Asking again for the present standing changes nothing.
 *
 * @throws Fault `standing_forbidden` when the document is revoked or replaced, `request_malformed` when a replacement is missing or out of place.
 */
export async function changeStanding(document: StoredDocument, change: StandingChange & { note: string | null }, { store, clock }: Pick<IssuePorts, "store" | "clock">): Promise<void> {
  if ((change.standing === "replaced") !== (change.replacement !== null)) {
    throw new Fault("request_malformed", 'The field "replacement" is the digest of the new document; it goes with "standing": "replaced", and only with it.');
  }
  if (change.replacement === document.digest) throw new Fault("request_malformed", 'The field "replacement" names the document itself.');
  const isSame = change.standing === document.standing && change.replacement === document.replacement;
  // What is final stays as it is. Anything else is said again: somebody else may have spoken in the issuer's name meanwhile.
  if (isSame && isFinalStanding(document.standing)) return;
  if (isFinalStanding(document.standing)) {
    throw new Fault("standing_forbidden", `The document is ${document.standing}, and that is final: it cannot become ${change.standing}.`);
  }
  await refuseOwnReplacement(document, change, store);
  const isStored = await store.acceptStanding(document, { ...change, acceptedAt: clock() });
  if (!isStored) throw new Fault("standing_forbidden", "Another change of this document's standing came at the same moment. Look how it stands now, then ask again.");
}

/** What is issued together falls together: a document that shares its code with the new one would take that with it. Throws `request_malformed`. */
export async function refuseOwnReplacement(named: Pick<StoredDocument, "issuer" | "documentType" | "digest">, { replacement }: Pick<StandingChange, "replacement">, store: Pick<Store, "isIssuedWith">): Promise<void> {
  if (replacement === null || !(await store.isIssuedWith(named, replacement))) return;
  throw new Fault("request_malformed", 'The field "replacement" names what was issued together with the document, or bears the same code, and would be replaced with it. Give the new paper a code of its own: another number.');
}

const trees = new WeakMap<readonly Leaf[], Tree>();

/** A batch's tree. The store keeps the bodies of recent writes, so a batch's seals can share it. */
function treeFor(leaves: readonly Leaf[]): Tree {
  const tree = trees.get(leaves) ?? treeOf(leaves);
  trees.set(leaves, tree);
  return tree;
}
