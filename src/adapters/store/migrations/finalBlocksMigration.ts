// The migration that finds the blocks of final writes quickly: they are looked at every few seconds.

import type { Migration } from "kysely/migration";
import { migrationOf } from "./migrationDialect.ts";

export const finalBlocks: Migration = migrationOf(["CREATE INDEX writes_final_blocks ON writes (block_number, block_hash) WHERE state = 'final'"]);
