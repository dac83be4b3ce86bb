// The migration that brings presentations handed in here: who made a challenge is told, once, what came of the answer to it.

import type { Migration } from "kysely/migration";
import { migrationOf } from "./migrationDialect.ts";

/** What a challenge has beside its own, when its answer is awaited here. */
export interface AwaitedColumns {
  /** SHA-256 of the word by which the answer is fetched; `null` where none is awaited. */
  token_digest: string | null;
  /** When an answer was handed in; `null` while none was. */
  handed_in_at: number | null;
  /** The report on it as JSON, until it was fetched or the challenge has ended. */
  answer: string | null;
}

export const presentations: Migration = migrationOf(["token_digest TEXT", "handed_in_at REAL", "answer TEXT"].map((column) => `ALTER TABLE challenges ADD COLUMN ${column}`));
