// A document as its issuer sees it.

import type { Digest, Root } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { Standing } from "../../core/ledger.ts";
import { dateOf } from "../../core/report.ts";
import type { DocumentPages } from "../../flows/following/followPorts.ts";
import type { PartRole } from "../../flows/issuing/issuancePorts.ts";
import { progressOf, type DocumentState } from "../../flows/issuing/issue.ts";
import type { Store, StoredDocument, Write } from "../../flows/issuing/issuePorts.ts";

/** A document with how far it has come. Times are RFC 3339 in UTC. */
export interface DocumentView {
  readonly id: string;
  readonly digest: Digest;
  readonly documentType: DocumentType;
  /** Which part it is of what was issued together; absent for a document that was issued alone. */
  readonly role?: PartRole;
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

/** Where the rest of what is told of documents comes from. */
interface ViewSources {
  readonly store: Pick<Store, "writeById">;
  readonly pages: Pick<DocumentPages, "rolesOf">;
}

/** The documents as their issuer sees them now. */
export async function viewsOf(documents: readonly StoredDocument[], { store, pages }: ViewSources): Promise<readonly DocumentView[]> {
  const roles = await pages.rolesOf(documents.map(({ id }) => id));
  return Promise.all(documents.map((document) => viewWith(roles.get(document.id), document, store)));
}

/** The document as its issuer sees it now. */
export const viewOf = async (document: StoredDocument, sources: ViewSources): Promise<DocumentView> => (await viewsOf([document], sources))[0]!;

async function viewWith(role: PartRole | undefined, document: StoredDocument, store: ViewSources["store"]): Promise<DocumentView> {
  const { id, digest, documentType, reference, standing, replacement, acceptedAt } = document;
  const { state, write } = await progressOf(document, store);
  return {
    ...{ id, digest, documentType },
    ...(role === undefined ? {} : { role }),
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
