// The migration for issuing in bulk: what waits is found by what it waits for.

import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Adds the index by which each issuer's documents are found, however many of another's wait in front of them. */
export const bulk: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw("CREATE INDEX documents_waiting_by_kind ON documents (issuer, document_type, is_published, number) WHERE write_id IS NULL").execute(db);
  },
};
