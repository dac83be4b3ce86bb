// Placing: gives the documents of a batch their places in it, hundreds with one statement.

import { sql } from "kysely";
import { overRows } from "./manyRows.ts";
import type { Database } from "./store.ts";

/** A document and its place in the batch. */
export interface Place {
  readonly id: string;
  readonly position: number;
}

/** Notes that these documents are in the batch that write `writeId` carries. Throws when one of them is in another already. */
export async function placeInBatch(trx: Database, writeId: number, places: readonly Place[]): Promise<void> {
  // Both databases call the columns of bare VALUES column1, column2.
  const compile = (_trx: Database, rows: readonly Place[]) => {
    const values = sql.join(rows.map(({ id, position }) => sql`(${id}, CAST(${position} AS BIGINT))`));
    const text = sql`UPDATE documents SET write_id = CAST(${writeId} AS BIGINT), position = v.column2 FROM (VALUES ${values}) AS v WHERE documents.id = v.column1 AND documents.write_id IS NULL RETURNING id`;
    return { compile: () => text.compile(trx) };
  };
  const placed = await overRows("place", places, { trx, statement: { compile, valuesOf: ({ id, position }) => [id, position], before: [writeId] } });
  if (placed.length !== places.length) throw new Error("Invariant broken: documents that are put into a batch have none yet.");
}
