// The migration that finds the blocks of final writes quickly: they are looked at every few seconds.

import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

export const finalBlocks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw("CREATE INDEX writes_final_blocks ON writes (block_number, block_hash) WHERE state = 'final'").execute(db);
  },
};
