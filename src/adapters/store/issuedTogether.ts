// What was issued together stands or falls together, whoever speaks of whichever part.

import type { Leaf } from "../../core/digest.ts";
import type { Issuances } from "../../flows/issuing/issuancePorts.ts";
import type { StoredDocument } from "../../flows/issuing/issuePorts.ts";
import type { IssuedWith } from "../../flows/ports.ts";
import { documentFrom } from "./rows.ts";
import type { Database } from "./store.ts";

type Named = Pick<StoredDocument, "issuer" | "documentType" | "digest">;
type Connection = Pick<Database, "selectFrom">;

/** Everything else that was issued with some bytes, and the issuance that names the act; nothing when they were issued alone. */
export interface IssuedTogether {
  readonly issuanceId: string | null;
  readonly documents: readonly StoredDocument[];
  readonly period: IssuedWith["period"];
}

/** The part of the issuances that tells what belongs together. */
export const tiesIn = (db: Database): Pick<Issuances, "issuedWith"> => ({
  async issuedWith(named) {
    const { issuanceId, documents, period } = await issuedTogether(db, named);
    return issuanceId === null ? null : { period, leaves: [...new Set(documents.map(({ leaf }): Leaf => leaf))] };
  },
});

/** By the bytes: anchored again they are another document, and still the same paper. One that is part of two issuances ties them together. */
export async function issuedTogether(db: Connection, { issuer, documentType, digest }: Named): Promise<IssuedTogether> {
  const issuances = new Set<string>();
  const documents = new Map<string, StoredDocument>();
  const all: Part[] = [];
  for (let open = [digest as string]; open.length > 0; ) {
    const fresh = (await issuancesOf(db, { issuer, documentType, digests: open })).filter((id) => !issuances.has(id));
    for (const id of fresh) issuances.add(id);
    const parts = fresh.length === 0 ? [] : await partsOf(db, fresh);
    all.push(...parts);
    const found = parts.filter(({ document }) => document.digest !== digest && !documents.has(document.digest));
    for (const { document } of found) documents.set(document.digest, document);
    open = found.map(({ document }) => document.digest);
  }
  const [issuanceId = null] = issuances;
  return { issuanceId, documents: [...documents.values()], period: periodOf(all) };
}

async function issuancesOf(db: Connection, { issuer, documentType, digests }: Pick<Named, "issuer" | "documentType"> & { readonly digests: readonly string[] }): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("documents")
    .innerJoin("issuance_documents as part", "part.document_id", "documents.id")
    .select("part.issuance_id")
    .distinct()
    .where("documents.digest", "in", digests)
    .where("documents.issuer", "=", issuer)
    .where("documents.document_type", "=", documentType)
    .orderBy("part.issuance_id")
    .execute();
  return rows.map(({ issuance_id: id }) => id);
}

interface Part {
  readonly document: StoredDocument;
  readonly validFrom: number | null;
  readonly validUntil: number | null;
}

async function partsOf(db: Connection, issuances: readonly string[]): Promise<readonly Part[]> {
  const rows = await db
    .selectFrom("issuance_documents as part")
    .innerJoin("documents", "documents.id", "part.document_id")
    .leftJoin("credentials", (join) => join.onRef("credentials.document_id", "=", "part.document_id").onRef("credentials.issuance_id", "=", "part.issuance_id"))
    .selectAll("documents")
    .select(["credentials.valid_from", "credentials.valid_until"])
    .where("part.issuance_id", "in", issuances)
    .orderBy("part.issuance_id")
    .orderBy("part.place")
    .execute();
  return rows.map((row) => ({ document: documentFrom(row), validFrom: row.valid_from, validUntil: row.valid_until }));
}

/** When all credentials among the parts hold; `null` where there is none. */
function periodOf(parts: readonly Part[]): IssuedWith["period"] {
  const froms = parts.flatMap(({ validFrom }) => validFrom ?? []);
  const untils = parts.flatMap(({ validUntil }) => validUntil ?? []);
  return froms.length === 0 ? null : { from: Math.max(...froms), until: untils.length === 0 ? null : Math.min(...untils) };
}
