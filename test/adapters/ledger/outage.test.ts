/**
 * Goal: a node that stops answering is a fault in good time, and right again as soon as it goes on.
 * Method: the real chain's process stopped, continued, and killed.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { halt } from "../../../scripts/haltProcess.ts";
import { startLedger } from "./chain.ts";
import { until } from "../../until.ts";

let world: Awaited<ReturnType<typeof startLedger>>;
beforeAll(async () => {
  world = await startLedger([]);
});
afterAll(() => world.stop());

test("stopped: a fault in time for all who ask, whenever they ask; continued: an answer", { timeout: 20_000 }, async () => {
  const before = await world.reader.head();
  halt(world.chain.pid());
  try {
    const asked: Promise<unknown>[] = [];
    for (let count = 0; count < 50; count += 1) {
      asked.push(faultInTime());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await Promise.all(asked);
  } finally {
    process.kill(world.chain.pid(), "SIGCONT");
  }
  expect((await world.reader.head()).number).toBeGreaterThanOrEqual(before.number);
});

/** A call takes 2 s at most, and waits for others 0.2 s at most; the rest is for a busy machine. */
async function faultInTime(): Promise<void> {
  const begun = performance.now();
  await expect(world.reader.head()).rejects.toMatchObject({ code: "ledger_unreachable" });
  expect(performance.now() - begun).toBeLessThan(3_000);
}

test("killed: a fault at once; started again by its keeper: the same ledger answers", { timeout: 20_000 }, async () => {
  await until(async () => (await world.reader.head()).finalNumber > 0);
  process.kill(world.chain.pid(), "SIGKILL");
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => world.reader.head()));
  for (const outcome of outcomes) expect(outcome).toMatchObject({ status: "rejected", reason: { code: "ledger_unreachable" } });
  await until(() => world.reader.head().then(({ finalNumber }) => finalNumber > 0, () => false));
});
