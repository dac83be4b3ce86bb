// Serving: a service from its start to its end, the demonstration included.

import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { openApp, type App, type Role } from "./app.ts";
import { evidenceFrom, rememberLedger } from "./ledgerAccess.ts";
import { filesIn, readIfThere, systemClock, writeFileWhole, writeTrustRoots, type Notice } from "./office.ts";
import type { Config } from "./config.ts";
import { didOf, type Address } from "./core/address.ts";
import { Fault } from "./core/fault.ts";
import { setUpDemonstration, type DemonstrationIssuer, type DemonstrationRole } from "./flows/trust/demonstration.ts";
import type { Issuer } from "./flows/issuing/issuePorts.ts";
import { createMetrics, type Metrics, type Vitals } from "./http/server/metrics.ts";
import { makeChallenge } from "./flows/presenting/challenges.ts";
import { handInOf } from "./flows/presenting/handIn.ts";
import { signedJudge } from "./flows/verifying/judgeSigned.ts";
import { serverFor } from "./http/server/server.ts";
import { createService } from "./http/service.ts";

/** The demonstration as it stands in the data folder. */
export interface Demonstration {
  readonly issuers: readonly DemonstrationIssuer[];
  readonly grantWrites: readonly number[];
}

/** A service that is ready. */
export interface RunningService {
  readonly app: App;
  readonly config: Config;
  readonly url: string;
  readonly demonstration: Demonstration | null;
  /** Ends it: no new requests, answers under way are given, the worker ends its round, the ledger is kept. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Whether a new data folder gets the demonstration. */
  readonly isDemonstrationWanted: boolean;
  readonly log: Logger;
  /** What this process does of it; a worker alone is started by {@link startWorker}. */
  readonly role: Exclude<Role, "worker">;
  /** Aborted when the service must stop before it is ready. */
  readonly signal: AbortSignal;
}

/** Starts a service and resolves when it is ready; with `null` when it was told to stop before. */
export async function startService(config: Config, { isDemonstrationWanted, log, role, signal }: StartOptions): Promise<RunningService | null> {
  const metrics = createMetrics();
  const notice: Notice = (message, details) => {
    log.warn(details, message);
    metrics.noticed(message);
  };
  const app = await openApp(config, notice, role);
  try {
    await decideOnDemonstration(app, isDemonstrationWanted && config.databaseUrl === null);
    const state: State = { app, metrics, demonstration: null, isWritten: false, believed: null, farewell: new AbortController() };
    const server = await listen(state, log);
    const url = `http://${config.host}:${config.port}`;
    writeFileWhole(filesIn(config.dataFolder).running, `${JSON.stringify({ pid: process.pid, url, rpc: app.ledger.url })}\n`);
    await demonstrate(state, url);
    while (!signal.aborted && !(await readiness(state)).isReady) await pause(READY_POLL_MS);
    if (signal.aborted) {
      await stop(server, state);
      return null;
    }
    return { app, config, url, demonstration: state.demonstration, stop: () => stop(server, state) };
  } catch (error) {
    await app.close();
    throw error;
  }
}

interface State {
  readonly app: App;
  readonly metrics: Metrics;
  demonstration: Demonstration | null;
  /** Whether demo.json, if there is to be one, was written in this run. */
  isWritten: boolean;
  /** The trust root that this run has written into the file, which is looked at only every so often. */
  believed: Address | null;
  /** Ends streams, which would otherwise hold up the stop. */
  readonly farewell: AbortController;
}

async function listen(state: State, log: Logger): Promise<Server> {
  const { app, metrics } = state;
  const { config } = app;
  const judging = signedJudge({ ...app.judging, challenges: app.challenges });
  const service = createService({
    verify: app.verify,
    desk: app.desk,
    judging,
    makeChallenge: (audience) => makeChallenge(audience, { challenges: app.challenges, clock: systemClock, newChallenge: newWord }),
    handIn: handInOf({ awaited: app.awaited, judge: judging, clock: systemClock, newToken: newWord }),
    issue: app.issue,
    ...{ apiKeys: app.apiKeys, granting: app.granting, issuing: app.issuing, papers: app.papers, statusLists: app.statusLists },
    following: { ...app.following, poster: app.poster, farewell: state.farewell.signal },
    receipts: { issuing: app.issuing, verify: app.verify, signatory: () => signatoryOf(state), newNumber: newReceiptNumber },
    ownIdentities: app.ownIdentities,
    ledgerIdentities: app.ledger.identities,
    ledger: app.ledger.ledger,
    evidenceOf: (seal) => evidenceFrom(app.ledger, seal),
    publicUrl: app.publicUrl,
    ...{ uploadLimitBytes: config.uploadLimitBytes, waitingLimit: config.waitingLimit },
    rateLimit: { perMinute: config.requestsPerMinute, exemptLoopback: !config.isLoopbackLimited },
    trustedProxies: config.trustedProxies,
    log,
    readiness: () => readiness(state),
    ...{ metrics, vitals: () => vitalsOf(app), metricsToken: config.metricsToken },
    nudge: () => app.worker.nudge(),
    webFolder: fileURLToPath(new URL("../dist/web", import.meta.url)),
  });
  const server = serverFor(service);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Fault("configuration_invalid", `Port ${config.port} is taken. Set PORT to a free one.`, { cause: error }) : error),
    );
    server.listen(config.port, config.host, resolve);
  });
  return server;
}

/** Letters and digits that nobody takes for others; 13 of them are 65 bits. */
const NUMBER_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const NUMBER_LENGTH = 13;
const newReceiptNumber = (): string => `R-${Array.from(randomBytes(NUMBER_LENGTH), (byte) => NUMBER_SIGNS[byte % NUMBER_SIGNS.length]).join("")}`;

/** Who answers for what this service finds: whom the operator named, in a demonstration its customs, else nobody. */
async function signatoryOf({ app, demonstration }: State): Promise<Issuer | null> {
  const named = app.config.receiptsBy ?? demonstration?.issuers.find(({ role }) => role === "customs")?.address;
  return named === undefined ? null : ((await app.register.issuers()).find(({ address, name }) => address === named.toLowerCase() || name === named) ?? null);
}

/** What the service still waits for before it is ready. */
async function readiness({ app, demonstration, isWritten, believed }: State): Promise<{ isReady: boolean; waitingFor: string[] }> {
  const waitingFor: string[] = [];
  if (!isWritten) waitingFor.push("demonstration");
  if (believed !== null && !app.verify.trustRoots().some(({ address }) => address === believed)) waitingFor.push("trust roots");
  try {
    await app.settings.get("publicUrl");
    for (const id of demonstration?.grantWrites ?? []) {
      if ((await app.store.writeById(id))?.state !== "final") waitingFor.push("grants");
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    waitingFor.push("store");
  }
  try {
    if (!(await app.verify.follower.reach(await app.ledger.reader.head()))) waitingFor.push("index");
    // Before anybody is told that all is ready: who stops it then must not leave a store that belongs to no ledger.
    await rememberLedger(app.ledger, app.settings);
  } catch {
    waitingFor.push("ledger");
  }
  return { isReady: waitingFor.length === 0, waitingFor: [...new Set(waitingFor)] };
}

const READY_POLL_MS = 20;
/** Nobody guesses a challenge. */
const CHALLENGE_BYTES = 32;
const newWord = (): string => randomBytes(CHALLENGE_BYTES).toString("base64url");

async function vitalsOf({ ledger, verify, vitals }: App): Promise<Vitals> {
  const [head, store] = await Promise.all([ledger.reader.head().catch(() => null), vitals().catch(() => null)]);
  return { head, store, indexedNumber: verify.index.reached()?.number ?? null };
}

/** Starts a worker beside others, without API and page. It works from the moment on at which this resolves. */
export async function startWorker(config: Config, { log }: Pick<StartOptions, "log">): Promise<{ stop(): Promise<void> }> {
  const app = await openApp(config, (message, details) => log.warn(details, message), "worker");
  return { stop: () => app.close() };
}

/** Decided once, at the first start that gets this far; a data folder that has issuers is not new, and a store that several share is nobody's to try things out. */
async function decideOnDemonstration({ settings, register }: App, isWanted: boolean): Promise<void> {
  if ((await settings.get("demonstration")) !== null) return;
  const isNew = (await register.issuers()).length === 0;
  await settings.set("demonstration", isWanted && isNew ? "wanted" : "declined");
}

/** Sets up what is missing of the demonstration, and writes down how to use it. */
async function demonstrate(state: State, url: string): Promise<void> {
  const { app } = state;
  const files = filesIn(app.config.dataFolder);
  const wanted = await app.settings.get("demonstration");
  if (wanted !== "declined") {
    const { issuers, trustRoot, grantWrites } = await setUpDemonstration({
      ...{ register: app.register, granting: app.granting, createKey: () => app.keys.create(), clock: systemClock },
      apiKeys: apiKeysIn(files.demonstration),
      grantWrites: wanted === "wanted" ? null : (JSON.parse(wanted!) as number[]),
      rememberGrantWrites: (ids) => app.settings.set("demonstration", JSON.stringify(ids)),
    });
    const { chainId } = app.ledger.ledger;
    if (readIfThere(files.trustRoots) === null) {
      writeTrustRoots(files.trustRoots, [trustRoot], chainId);
      state.believed = trustRoot.address;
    }
    state.demonstration = { issuers, grantWrites };
    app.worker.nudge();
    const written = {
      service: url,
      rpc: app.ledger.url,
      ledgerPid: app.ledger.embedded?.pid() ?? null,
      ledger: app.ledger.ledger,
      trustRoot: trustRoot.address,
      issuers: issuers.map(({ role, name, address, apiKey, documentTypes }) => ({ role, name, did: didOf(address, chainId), apiKey, documentTypes })),
    };
    writeFileWhole(files.demonstration, `${JSON.stringify(written, null, 2)}\n`, 0o600);
  }
  state.isWritten = true;
}

/** API keys are kept as digests, so those handed out before are read from where they were written down. */
function apiKeysIn(file: string): Partial<Record<DemonstrationRole, string>> {
  const text = readIfThere(file);
  if (text === null) return {};
  const { issuers } = JSON.parse(text) as { issuers: readonly { role: DemonstrationRole; apiKey: string }[] };
  return Object.fromEntries(issuers.map(({ role, apiKey }) => [role, apiKey]));
}

/** Time for answers under way before connections are cut. */
const FAREWELL_MS = 5_000;

async function stop(server: Server, { app, farewell }: State): Promise<void> {
  farewell.abort();
  const cut = setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
  await app.close();
  rmSync(filesIn(app.config.dataFolder).running, { force: true });
}
