// Digests of documents by their leaves, from which nobody could work them out.

import type { Digest, Leaf } from "../../core/digest.ts";
import type { VerifyPorts } from "../../flows/ports.ts";
import type { Database } from "./store.ts";

/** What verifiers may tell of replaced documents: digests of those that were anchored here, finally and with public leaves. */
export const publishedDigestsIn = (db: Database): NonNullable<VerifyPorts["publishedDigests"]> => async (leaves, { issuer, documentType }) => {
  const rows = await db
    .selectFrom("documents")
    .innerJoin("writes", "writes.id", "documents.write_id")
    .select(["documents.leaf", "documents.digest"])
    .where("documents.leaf", "in", leaves)
    .where("documents.issuer", "=", issuer)
    .where("documents.document_type", "=", documentType)
    .where("documents.is_published", "=", 1)
    // As the index of leaves has it (predecessorsMigration.ts).
    .where("documents.replacement", "is not", null)
    .where("writes.state", "=", "final")
    .execute();
  return new Map(rows.map(({ leaf, digest }) => [leaf as Leaf, digest as Digest]));
};
