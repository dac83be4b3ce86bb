// Kills service and ledger with -9 while documents are accepted and revoked, starts them again, and counts on the ledger.
//
//   npm run measure:crash            1,000 documents, 100 revocations, 3 kills

import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { countOnLedger } from "./countOnLedger.ts";
import { freePort, startServiceProcess, temporaryFolder, type ServiceProcess } from "./serviceProcess.ts";

export interface CrashPlan {
  readonly documents: number;
  readonly revocations: number;
  readonly kills: number;
}

/** What was acknowledged, and what of it the ledger does not say exactly once. */
export interface CrashResult {
  readonly acknowledgedDocuments: number;
  readonly acknowledgedRevocations: number;
  readonly notFinal: readonly string[];
  readonly notAnchoredOnce: readonly string[];
  readonly notRevokedOnce: readonly string[];
  readonly roots: number;
  readonly kills: number;
  readonly seconds: number;
}

const AT_ONCE = 32;
const SETTLE_LIMIT_MS = 120_000;

/** Runs the plan on a service of its own. */
export async function crash({ documents, revocations, kills }: CrashPlan): Promise<CrashResult> {
  const startedAt = performance.now();
  const dataFolder = temporaryFolder();
  const port = await freePort();
  // Batches that close at once make many transactions, so that kills fall between every two steps.
  const start = (): Promise<ServiceProcess> => startServiceProcess({ dataFolder, port, settings: { TRADESEAL_BATCH_AGE: "0" } });
  const office = new Office(await start(), start);

  const early = await office.acceptAll(digests("early", revocations));
  await office.untilFinal(early);

  const killing = office.killRepeatedly(kills, documents + revocations);
  const [late, revoked] = await Promise.all([office.acceptAll(digests("late", documents)), office.revokeAll(early)]);
  await killing;
  const all = [...early, ...late];
  const notFinal = await office.untilFinal(all);

  const { demo } = office.service;
  const chamber = demo.issuers.find(({ role }) => role === "chamber")!.did.slice(-42);
  const counts = await countOnLedger(demo.rpc, chamber);
  const result = {
    ...{ acknowledgedDocuments: all.length, acknowledgedRevocations: revoked.length, notFinal, roots: counts.roots, kills },
    notAnchoredOnce: all.filter(({ digest }) => counts.anchored.get(leafOf(digest)) !== 1).map(({ digest }) => digest),
    notRevokedOnce: revoked.filter(({ digest }) => counts.revoked.get(leafOf(digest)) !== 1).map(({ digest }) => digest),
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
  await office.service.stop();
  return result;
}

interface Accepted {
  readonly id: string;
  readonly digest: string;
}

const digests = (name: string, count: number): string[] => Array.from({ length: count }, (_, each) => createHash("sha256").update(`${name} ${each}`).digest("hex"));
const leafOf = (digest: string): string => createHash("sha256").update(Buffer.concat([Buffer.of(0), Buffer.from(digest, "hex")])).digest("hex");

/** An issuer that goes on asking until it is answered, whoever is killed meanwhile. */
class Office {
  service: ServiceProcess;
  readonly #start: () => Promise<ServiceProcess>;
  #answered = 0;

  constructor(service: ServiceProcess, start: () => Promise<ServiceProcess>) {
    this.service = service;
    this.#start = start;
  }

  /** Kills everything whenever another part of the answers has come, and starts again. */
  async killRepeatedly(kills: number, answers: number): Promise<void> {
    const from = this.#answered;
    for (let kill = 1; kill <= kills; kill += 1) {
      while (this.#answered < from + (answers * kill) / (kills + 1)) await pause(1);
      await this.service.killAll();
      this.service = await this.#start();
    }
  }

  acceptAll(all: readonly string[]): Promise<Accepted[]> {
    return inParallel(all, async (digest) => (await this.#ask("POST", "/v1/documents", { digest, documentType: "861" })) as Accepted);
  }

  async revokeAll(all: readonly Accepted[]): Promise<readonly Accepted[]> {
    await inParallel(all, ({ id }) => this.#ask("PUT", `/v1/documents/${id}/standing`, { standing: "revoked", reason: "fraud" }));
    return all;
  }

  /** @returns the digests that are still not final, revocations included, when patience ends. */
  async untilFinal(all: readonly Accepted[]): Promise<string[]> {
    const deadline = Date.now() + SETTLE_LIMIT_MS;
    let open = [...all];
    while (open.length > 0 && Date.now() < deadline) {
      const states = await inParallel(open, async ({ id }) => ((await this.#ask("GET", `/v1/documents/${id}`)) as { state: string }).state);
      open = open.filter((_, each) => states[each] !== "final");
      await pause(100);
    }
    await pause(1_500);
    return open.map(({ digest }) => digest);
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    for (;;) {
      try {
        const { url } = this.service;
        const headers = { authorization: `Bearer ${this.service.keyOf("chamber")}`, "content-type": "application/json" };
        const reply = await fetch(url + path, { method, headers, signal: AbortSignal.timeout(10_000), ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
        if (!reply.ok) throw new Refused(`${method} ${path}: ${reply.status} ${await reply.text()}`);
        this.#answered += 1;
        return await reply.json();
      } catch (error) {
        if (error instanceof Refused) throw error;
        await pause(20);
      }
    }
  }
}

class Refused extends Error {}

async function inParallel<I, O>(items: readonly I[], work: (item: I) => Promise<O>): Promise<O[]> {
  const results: O[] = [];
  const entries = items.entries();
  const lane = async (): Promise<void> => {
    for (const [place, item] of entries) results[place] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return results;
}

if (import.meta.main) {
  const result = await crash({ documents: 1_000, revocations: 100, kills: 3 });
  const { acknowledgedDocuments, acknowledgedRevocations, notFinal, notAnchoredOnce, notRevokedOnce, roots, kills, seconds } = result;
  console.log(`Service and ledger killed with -9 ${kills} times while ${acknowledgedDocuments} documents and ${acknowledgedRevocations} revocations were acknowledged (${seconds} s).`);
  console.log(`  not final after the restart      ${notFinal.length}`);
  console.log(`  not anchored exactly once        ${notAnchoredOnce.length}   (of ${acknowledgedDocuments}, in ${roots} batches)`);
  console.log(`  not revoked exactly once         ${notRevokedOnce.length}   (of ${acknowledgedRevocations})`);
  process.exitCode = notFinal.length + notAnchoredOnce.length + notRevokedOnce.length === 0 ? 0 : 1;
}
