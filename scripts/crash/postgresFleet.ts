// An API process and workers on one PostgreSQL, with a ledger that belongs to none of them and survives its own death.

import { setTimeout as pause } from "node:timers/promises";
import { computeAddress, id, SigningKey } from "ethers";
import { start as startEmbeddedLedger } from "../../src/adapters/embedded/anvil.ts";
import { deployLedger } from "../../src/adapters/ledger/deploy.ts";
import { parseAddress } from "../../src/core/address.ts";
import { startPostgres } from "../postgresServer.ts";
import type { Random } from "../seededRandom.ts";
import { temporaryFolder } from "../serviceProcess.ts";
import { serversOn, type Server } from "../severalServers.ts";
import { problemIn, type Fleet } from "./fleet.ts";

const START_ATTEMPTS = 20;

/** `workers` workers and one API process. */
export async function postgresFleet(workers: number): Promise<Fleet> {
  const postgres = await startPostgres();
  const embedded = await startEmbeddedLedger(temporaryFolder());
  const ledger = await ledgerOn(embedded);
  const servers = serversOn({ databaseUrl: await postgres.freshDatabase(), ledger });
  const { address, apiKey } = await servers.party("Chamber");
  const logs: string[] = [];
  let api = await servers.startApi();
  const crew = await Promise.all(Array.from({ length: workers }, () => servers.startWorker()));

  const restart = async (server: Server, start: () => Promise<Server>): Promise<Server> => {
    if (isRunning(server)) return server;
    logs.push(server.log());
    return patiently(start);
  };
  const endAll = (signal: NodeJS.Signals): Promise<unknown> => Promise.all([api, ...crew].map((server) => server.end(signal)));

  return {
    ...{ apiKey, issuer: address, victims: ["api", "worker", "worker", "ledger", "everything"] },
    get url() {
      return api.url;
    },
    rpc: () => embedded.url,
    errors: () => counted([...logs, ...[api, ...crew].map((server) => server.log())]),
    async kill(victim) {
      if (victim === "api") await api.end("SIGKILL");
      // Always the one that was started first: the others take over, and then it is their turn.
      if (victim === "worker") await crew[0]!.end("SIGKILL");
      if (victim === "everything") await endAll("SIGKILL");
      if (victim === "ledger" || victim === "everything") killIfAlive(embedded.pid());
    },
    async restore(random: Random) {
      await pause(random.below(300));
      api = await restart(api, servers.startApi);
      for (const [place, worker] of crew.entries()) crew[place] = await restart(worker, servers.startWorker);
      crew.push(crew.shift()!);
      return 0;
    },
    async stop() {
      await endAll("SIGTERM");
      await embedded.stop();
      await postgres.stop();
    },
  };
}

async function ledgerOn(embedded: Awaited<ReturnType<typeof startEmbeddedLedger>>) {
  const deployer = new SigningKey(id("deployer of the ledger that is killed"));
  const fund = (address: string): Promise<void> => embedded.fund([parseAddress(address.toLowerCase())]);
  await fund(computeAddress(deployer));
  const ledger = await deployLedger({ url: embedded.url, deployer, nudge: () => embedded.nudge() });
  return { url: embedded.url, ledger, fund, stop: () => embedded.stop() };
}

/** A start that meets a dead ledger is tried again, as an operator's supervisor would. */
async function patiently(start: () => Promise<Server>): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
      await pause(200);
    }
  }
}

/** The ledger may just be dead from the last time. */
function killIfAlive(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

const isRunning = ({ process: { exitCode, signalCode } }: Server): boolean => exitCode === null && signalCode === null;

function counted(logs: readonly string[]): ReadonlyMap<string, number> {
  const errors = new Map<string, number>();
  const problems = logs.flatMap((log) => log.split("\n").filter((line) => line.startsWith("{"))).map(problemIn);
  for (const problem of problems) if (problem !== null) errors.set(problem, (errors.get(problem) ?? 0) + 1);
  return errors;
}
