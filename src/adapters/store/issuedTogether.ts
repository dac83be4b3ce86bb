// What was issued together stands or falls together, whoever speaks of whichever part.

import type { Transaction } from "kysely";
import type { StoredDocument } from "../../flows/issuePorts.ts";
import { documentFrom } from "./rows.ts";
import type { Tables } from "./schema.ts";

type Named = Pick<StoredDocument, "issuer" | "documentType" | "digest">;

/** Everything else that was issued with these bytes, and the issuance that names the act; nothing when they were issued alone. */
export interface IssuedWith {
  readonly issuanceId: string | null;
  readonly documents: readonly StoredDocument[];
}

/** By the bytes: anchored again they are another document, and still the same paper. One that is part of two issuances ties them together. */
export async function issuedWith(trx: Transaction<Tables>, { issuer, documentType, digest }: Named): Promise<IssuedWith> {
  const documents = new Map<string, StoredDocument>();
  const issuances = new Set<string>();
  const open = [digest as string];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const issuance of await issuancesOf(trx, { issuer, documentType, digest: next })) {
      if (issuances.has(issuance)) continue;
      issuances.add(issuance);
      for (const part of await partsOf(trx, issuance)) {
        if (part.digest === digest || documents.has(part.digest)) continue;
        documents.set(part.digest, part);
        open.push(part.digest);
      }
    }
  }
  const [issuanceId = null] = issuances;
  return { issuanceId, documents: [...documents.values()] };
}

async function issuancesOf(trx: Transaction<Tables>, { issuer, documentType, digest }: Omit<Named, "digest"> & { readonly digest: string }): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom("documents")
    .innerJoin("issuance_documents as part", "part.document_id", "documents.id")
    .select("part.issuance_id")
    .distinct()
    .where("documents.digest", "=", digest)
    .where("documents.issuer", "=", issuer)
    .where("documents.document_type", "=", documentType)
    .orderBy("part.issuance_id")
    .execute();
  return rows.map(({ issuance_id: id }) => id);
}

async function partsOf(trx: Transaction<Tables>, issuance: string): Promise<readonly StoredDocument[]> {
  const rows = await trx.selectFrom("issuance_documents as part").innerJoin("documents", "documents.id", "part.document_id").selectAll("documents").where("part.issuance_id", "=", issuance).orderBy("part.place").execute();
  return rows.map(documentFrom);
}
