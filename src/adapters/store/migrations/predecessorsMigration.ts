// The migration that finds replaced documents by their leaves. Few are replaced, so whoever anchors in bulk pays nothing for it.

import type { Migration } from "kysely/migration";
import { migrationOf } from "./migrationDialect.ts";

export const predecessors: Migration = migrationOf(["CREATE INDEX documents_replaced ON documents (leaf) WHERE replacement IS NOT NULL"]);
