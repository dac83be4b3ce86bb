// A document as its issuer sees it.

import type { Digest, Root } from "../core/digest.ts";
import type { DocumentType } from "../core/documentType.ts";
import type { Standing } from "../core/ledger.ts";
import { dateOf } from "../core/report.ts";
import { progressOf, type DocumentState } from "../flows/issue.ts";
import type { Store, StoredDocument, Write } from "../flows/issuePorts.ts";

/** A document with how far it has come. Times are RFC 3339 in UTC. */
export interface DocumentView {
  readonly id: string;
  readonly digest: Digest;
  readonly documentType: DocumentType;
  readonly reference?: string;
  readonly state: DocumentState;
  readonly acceptedAt: string;
  /** The time of the block that holds it. */
  readonly anchoredAt?: string;
  /** As last acknowledged. */
  readonly standing: Standing;
  readonly replacement?: Digest;
  /** The root of its batch. */
  readonly root?: Root;
  /** Why the ledger refuses it, while it does. */
  readonly problem?: string;
}

/** The document as its issuer sees it now. */
export async function viewOf(document: StoredDocument, store: Pick<Store, "writeById">): Promise<DocumentView> {
  const { id, digest, documentType, reference, standing, replacement, acceptedAt } = document;
  const { state, write } = await progressOf(document, store);
  return {
    ...{ id, digest, documentType },
    ...(reference === null ? {} : { reference }),
    ...{ state, acceptedAt: dateOf(Math.floor(acceptedAt)) },
    ...(write === null ? {} : anchoringOf(write)),
    standing,
    ...(replacement === null ? {} : { replacement }),
  };
}

function anchoringOf({ block, body, problem }: Write): Pick<DocumentView, "anchoredAt" | "root" | "problem"> {
  return {
    ...(block === null ? {} : { anchoredAt: dateOf(block.time) }),
    ...(body.kind === "anchor" ? { root: body.root } : {}),
    ...(problem === null ? {} : { problem }),
  };
}
