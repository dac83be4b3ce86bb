// The blocks in which final writes were included.

import type { ChainHash } from "../../core/ledger.ts";
import type { FinalBlocks } from "../../flows/carrying/recheckFinal.ts";
import type { Database } from "./store.ts";

/** The part of the store that names them. */
export function finalBlocksIn(db: Database): FinalBlocks {
  return {
    async finalBlocksBelow(below, limit) {
      const rows = await db
        .selectFrom("writes")
        .select(["block_number", "block_hash"])
        .distinct()
        .where("state", "=", "final")
        .where("block_number", "<", below)
        .orderBy("block_number", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ block_number, block_hash }) => ({ number: block_number!, hash: block_hash as ChainHash }));
    },
  };
}
