// Many rows at a time: statements over hundreds of rows, compiled once for each size and used again.

import { CompiledQuery, type Compilable, type QueryResult } from "kysely";
import type { Database } from "./store.ts";

/** Few sizes, so that their statements stay prepared, however many rows there are. SQLite takes 32,766 parameters in one, PostgreSQL 65,535. */
const SIZES = [512, 64, 8, 1] as const;

type Runner = Pick<Database, "executeQuery" | "getExecutor">;

/** A statement over some rows: how it reads for rows like these, and which values fill it, row by row, in the order in which it names them. */
export interface ManyRowsStatement<Row, Trx extends Runner = Runner> {
  readonly compile: (trx: Trx, rows: readonly Row[]) => Compilable<unknown>;
  readonly valuesOf: (row: Row) => readonly unknown[];
  /** Values that stand in front of those of the rows. */
  readonly before?: readonly unknown[];
}

/** Texts by dialect (known by its adapter, of which each open database has one), statement and size. */
const texts = new WeakMap<object, Map<string, string>>();

/** Runs the statement called `name` over all rows, in order. Building its text anew would cost more than running it. */
export async function overRows<Row, Result, Trx extends Runner>(name: string, rows: readonly Row[], { trx, statement }: { trx: Trx; statement: ManyRowsStatement<Row, Trx> }): Promise<Result[]> {
  const results: Result[] = [];
  let start = 0;
  for (const size of SIZES) {
    for (; rows.length - start >= size; start += size) {
      const part = rows.slice(start, start + size);
      const text = textFor(`${name} ${size}`, trx, () => statement.compile(trx, part));
      const parameters = [...(statement.before ?? []), ...part.flatMap(statement.valuesOf)];
      const { rows: found } = (await trx.executeQuery(CompiledQuery.raw(text, parameters))) as QueryResult<Result>;
      for (const each of found) results.push(each);
    }
  }
  return results;
}

function textFor(key: string, trx: Runner, compile: () => Compilable<unknown>): string {
  const { adapter } = trx.getExecutor();
  const known = texts.get(adapter) ?? new Map<string, string>();
  texts.set(adapter, known);
  const text = known.get(key) ?? compile().compile().sql;
  known.set(key, text);
  return text;
}
