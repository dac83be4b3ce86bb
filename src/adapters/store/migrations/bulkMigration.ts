// The migration for issuing in bulk: what waits is found by what it waits for.

import type { Migration } from "kysely/migration";
import { migrationOf } from "./migrationDialect.ts";

/** Adds the index by which each issuer's documents are found, however many of another's wait in front of them. */
export const bulk: Migration = migrationOf(["CREATE INDEX documents_waiting_by_kind ON documents (issuer, document_type, is_published, number) WHERE write_id IS NULL"]);
