// Bulk: takes documents by the thousand, and tells of each where it stands.

import { leafOf } from "../../core/digest.ts";
import { invariant } from "../../core/fault.ts";
import type { AnchorRequest, DocumentState } from "./issue.ts";
import type { Acceptance, IssuePorts, StoredDocument } from "./issuePorts.ts";

/** A document among many. Its repetition is always harmless: the same issuer, type and digest is the same document. */
export type BulkRequest = Omit<AnchorRequest, "isReanchor" | "idempotency">;

/** A document, now or before accepted, and how far it has come. */
export interface BulkAcceptance {
  readonly document: StoredDocument;
  readonly isNew: boolean;
  readonly state: DocumentState;
}

/** Stores the documents for anchoring, and only then answers, in their order. */
export async function acceptMany(requests: readonly BulkRequest[], { store, clock, newId }: IssuePorts): Promise<readonly BulkAcceptance[]> {
  const acceptedAt = clock();
  const documents = requests.map((request) => ({ ...request, id: newId(), leaf: leafOf(request.digest), isReanchor: false, idempotency: null, acceptedAt }));
  const accepted = (await store.acceptDocuments(documents)).map(withoutKey);
  const states = await store.statesOf([...new Set(accepted.flatMap(({ document: { batch } }) => batch?.writeId ?? []))]);
  return accepted.map(({ document, isNew }) => ({ document, isNew, state: stateOf(document, states) }));
}

function withoutKey(acceptance: Acceptance): Exclude<Acceptance, { conflict: string }> {
  invariant(!("conflict" in acceptance), "what comes without a key contradicts no other request");
  return acceptance;
}

const stateOf = ({ batch }: StoredDocument, states: Awaited<ReturnType<IssuePorts["store"]["statesOf"]>>): DocumentState =>
  batch === null ? "accepted" : (states.get(batch.writeId) as DocumentState);
