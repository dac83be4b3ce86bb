// The migration that brings papers: what was drawn for an issuance, and the number by which it is looked up.

import type { Migration } from "kysely/migration";
import { migrationOf } from "./migrationDialect.ts";

/** The table of papers. */
export interface PaperTables {
  papers: { document_id: string; issuance_id: string; issuer: string; document_type: string; number: string | null; media_type: string; content: string };
}

export const papers: Migration = migrationOf([
  // The content in base64: bytes have a type of another name in each database.
  `CREATE TABLE papers (
    document_id TEXT PRIMARY KEY REFERENCES documents (id), issuance_id TEXT NOT NULL REFERENCES issuances (id), issuer TEXT NOT NULL,
    document_type TEXT NOT NULL, number TEXT, media_type TEXT NOT NULL, content TEXT NOT NULL)`,
  `CREATE INDEX papers_by_number ON papers (number, issuer, document_type) WHERE number IS NOT NULL`,
]);
