// The migration that brings challenges: words that holders sign when they present, each once.

import type { Migration } from "kysely/migration";
import { migrationOf } from "./migrationDialect.ts";
import type { AwaitedColumns } from "./presentationsMigration.ts";

export interface ChallengesTable extends AwaitedColumns {
  challenge: string;
  /** For whom the presentation has to be made. */
  audience: string;
  /** In Unix seconds. */
  expires_at: number;
  /** When it was used up; `null` while it was not. */
  used_at: number | null;
}

export const challenges: Migration = migrationOf([
  `CREATE TABLE challenges (challenge TEXT PRIMARY KEY, audience TEXT NOT NULL, expires_at REAL NOT NULL, used_at REAL)`,
  `CREATE INDEX challenges_by_end ON challenges (expires_at)`,
]);
