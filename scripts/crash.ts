// Kills service and ledger with -9, at random, while documents are issued and taken back; then counts on the ledger.
//
//   npm run measure:crash                             10 kills on SQLite
//   npm run measure:crash -- --kills 200 --seed 7     as many as the claim needs; the seed chooses whom, when and what
//   npm run measure:crash -- --store postgres         on PostgreSQL, an API process and two workers beside each other
//
// The seed repeats the choices, not the moments: those are the machine's.

import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { countOnLedger, type LedgerCount } from "./countOnLedger.ts";
import { sqliteFleet, type Fleet } from "./crash/fleet.ts";
import { postgresFleet } from "./crash/postgresFleet.ts";
import { Office, type Acknowledged } from "./crash/office.ts";
import { randomFrom, type Random } from "./seededRandom.ts";

export interface CrashPlan {
  readonly kills: number;
  readonly seed: number;
  readonly store?: "sqlite" | "postgres";
  readonly workers?: number;
}

/** What was acknowledged, and what of it the ledger does not say as it was acknowledged. */
export interface CrashResult {
  readonly documents: number;
  readonly standings: number;
  readonly roots: number;
  readonly killed: ReadonlyMap<string, number>;
  readonly notFinal: readonly string[];
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Documents whose standings the ledger does not have as they were acknowledged, in order. */
  readonly standingsWrong: readonly string[];
  /** Good requests that were answered with a no. */
  readonly refusals: readonly string[];
  /** Errors that the service logged as its own. */
  readonly errors: ReadonlyMap<string, number>;
  /** Requests whose callers gave up at the first broken connection. */
  readonly unanswered: number;
  readonly seconds: number;
}

const PROGRESS_EVERY = 10;
const SETTLE_LIMIT_MS = 600_000;

/** Runs the plan on processes of its own. */
export async function crash({ kills, seed, store = "sqlite", workers = 2 }: CrashPlan): Promise<CrashResult> {
  const startedAt = performance.now();
  // Batches that close at once make many transactions, so that kills fall between every two steps.
  const fleet = store === "sqlite" ? await sqliteFleet({ TRADESEAL_BATCH_AGE: "0" }) : await postgresFleet(workers);
  const office = new Office(fleet, randomFrom(seed + 1));
  office.open();
  const killed = await killRepeatedly(fleet, { kills, random: randomFrom(seed) });
  await office.close();
  const notFinal = await office.untilFinal(SETTLE_LIMIT_MS);
  await untilSettled(fleet, office.acknowledged);
  // What is final stays so: everything is killed once more before it is counted.
  await fleet.kill("everything");
  await fleet.restore(randomFrom(seed));
  const counted = await countOnLedger(fleet.rpc(), fleet.issuer);
  await fleet.stop();
  return { ...compare(office, counted), killed, notFinal, errors: fleet.errors(), seconds: Math.round((performance.now() - startedAt) / 1_000) };
}

async function killRepeatedly(fleet: Fleet, { kills, random }: { kills: number; random: Random }): Promise<Map<string, number>> {
  const killed = new Map<string, number>();
  const note = (what: string, times: number): void => void killed.set(what, (killed.get(what) ?? 0) + times);
  for (let done = 0; done < kills; ) {
    // Often within a moment of the last start, sometimes after a while: work of every age is under way.
    await pause(random.isLucky(0.5) ? random.below(150) : random.below(1_200));
    const victim = random.pick(fleet.victims);
    await fleet.kill(victim);
    note(victim, 1);
    const atStart = await fleet.restore(random);
    note("service while it was starting", atStart);
    done += 1 + atStart;
    if (Math.floor(done / PROGRESS_EVERY) > Math.floor((done - 1 - atStart) / PROGRESS_EVERY)) console.error(`${done} kills of ${kills}`);
  }
  return killed;
}

/** Waits until the ledger's final blocks say what was acknowledged, or patience ends: the comparison tells which. */
async function untilSettled(fleet: Fleet, acknowledged: readonly Acknowledged[]): Promise<void> {
  for (const deadline = Date.now() + SETTLE_LIMIT_MS; Date.now() < deadline; await pause(500)) {
    const counted = await countOnLedger(fleet.rpc(), fleet.issuer);
    if (acknowledged.every((document) => counted.anchored.has(document.leaf) && isAsSaid(document, counted))) return;
  }
}

const isAsSaid = ({ leaf, standings }: Acknowledged, counted: LedgerCount): boolean => (counted.standings.get(leaf) ?? []).join() === standings.join();

function compare({ acknowledged, refusals, unanswered }: Office, counted: LedgerCount): Omit<CrashResult, "killed" | "notFinal" | "errors" | "seconds"> {
  return {
    ...{ documents: acknowledged.length, standings: acknowledged.flatMap(({ standings }) => standings).length, roots: counted.roots, refusals, unanswered: unanswered.length },
    lost: acknowledged.filter(({ leaf }) => !counted.anchored.has(leaf)).map(({ id }) => id),
    // Every leaf counts here, also those whose callers never got an answer.
    twice: [...counted.anchored].filter(([, times]) => times > 1).map(([leaf]) => leaf),
    standingsWrong: acknowledged
      .filter((document) => !isAsSaid(document, counted))
      .map(({ id, leaf, standings }) => `${id}: acknowledged [${standings.join()}], the ledger has [${counted.standings.get(leaf)?.join() ?? ""}]`),
  };
}

/** Whether all that was acknowledged is on the ledger, once, and nothing else went wrong. */
export const isWhole = ({ notFinal, lost, twice, standingsWrong, refusals }: CrashResult): boolean => [notFinal, lost, twice, standingsWrong, refusals].every(({ length }) => length === 0);

/** The counts, for people. */
export function crashText(result: CrashResult, { seed, store = "sqlite" }: CrashPlan): string {
  const { killed, documents, standings, roots, notFinal, lost, twice, standingsWrong, refusals, unanswered, errors, seconds } = result;
  const total = [...killed.values()].reduce((sum, times) => sum + times, 0);
  return [
    `On ${store}, killed with -9 ${total} times in ${seconds} s, seed ${seed}: ${[...killed].map(([what, times]) => `${what} ${times}`).join(", ")}; and everything once more before counting.`,
    `Acknowledged: ${documents} documents in ${roots} batches, ${standings} changes of standing. Callers who gave up unanswered: ${unanswered}.`,
    `  acknowledged and lost                 ${lost.length}`,
    `  anchored twice                        ${twice.length}`,
    `  not final                             ${notFinal.length}`,
    `  standings not as acknowledged         ${standingsWrong.length}`,
    `  good requests refused                 ${refusals.length}`,
    `  errors of our own in the log          ${[...errors.values()].reduce((sum, times) => sum + times, 0)}`,
    ...[...lost, ...twice, ...standingsWrong, ...refusals].slice(0, 20).map((line) => `    ${line}`),
    ...[...errors].slice(0, 20).map(([message, times]) => `    ${times} × ${message}`),
  ].join("\n");
}

const USAGE = "Usage: npm run measure:crash -- [--kills NUMBER] [--seed NUMBER] [--store sqlite|postgres] [--workers NUMBER]";
const WRONG_USE = 64;

function planFrom(args: readonly string[]): CrashPlan {
  const { values } = parseArgs({ args: [...args], options: { kills: { type: "string", default: "10" }, seed: { type: "string", default: String(Date.now() % 1_000_000) }, store: { type: "string", default: "sqlite" }, workers: { type: "string", default: "2" } } });
  const { store } = values;
  const plan = { kills: Number(values.kills), seed: Number(values.seed), workers: Number(values.workers) };
  if (!(plan.kills >= 1 && plan.workers >= 1) || !Object.values(plan).every(Number.isInteger)) throw new Error("Kills, seed and workers are whole numbers.");
  if (store !== "sqlite" && store !== "postgres") throw new Error(`The store is sqlite or postgres, not "${store}".`);
  return { ...plan, store };
}

if (import.meta.main) {
  try {
    const plan = planFrom(process.argv.slice(2));
    console.log(`Seed ${plan.seed}.`);
    const result = await crash(plan);
    console.log(crashText(result, plan));
    process.exitCode = isWhole(result) ? 0 : 1;
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    process.exitCode = WRONG_USE;
  }
}
