// What every session on PostgreSQL is told, and what a server must promise before anything is stored in it.

import type pg from "pg";
import { Fault } from "../../core/fault.ts";

/** Whoever holds up all others is cut off, well before a lease runs out. */
const HELD_UP_MS = 10_000;
/** Longer than any statement of ours takes. */
const STATEMENT_MS = 60_000;
const OLDEST_VERSION = 130_000;

/**
 * `on` waits until the commit is on the disk; what is weaker acknowledges what a loss of power takes away. An operator's
 * `remote_apply` is stronger, and stays.
 */
const PREPARE = `SELECT
  CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE set_config('synchronous_commit', 'on', false) END AS synchronous_commit,
  set_config('lock_timeout', '${HELD_UP_MS * 2}', false) AS lock_timeout,
  set_config('idle_in_transaction_session_timeout', '${HELD_UP_MS}', false) AS idle_timeout,
  set_config('statement_timeout', '${STATEMENT_MS}', false) AS statement_timeout,
  current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes,
  current_setting('server_version_num')::integer AS version, current_setting('server_encoding') AS encoding`;

/** Prepares a new connection. Throws `configuration_invalid` when the server would lose what it has confirmed. */
export async function prepareSession(client: Pick<pg.PoolClient, "query">): Promise<void> {
  const { rows } = await client.query<Record<string, string> & { version: number }>(PREPARE);
  const { fsync, full_page_writes, version, encoding } = rows[0]!;
  if (version < OLDEST_VERSION) throw new Fault("configuration_invalid", `The PostgreSQL server is of version ${version}; 13 (${OLDEST_VERSION}) or later is needed.`);
  if (encoding !== "UTF8") throw new Fault("configuration_invalid", `The PostgreSQL database is encoded in ${encoding}. Make one in UTF8: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`);
  for (const [name, value] of Object.entries({ fsync, full_page_writes })) {
    if (value !== "on") throw new Fault("configuration_invalid", `The PostgreSQL server runs with ${name} = ${value}: a loss of power would take away what was acknowledged. Turn it on.`);
  }
}
