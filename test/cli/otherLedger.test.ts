/**
 * Goal: a store stays with its ledger: a forgotten or mistyped setting never carries to another ledger what is final on the first.
 * Method: a real service on a chain of its own and its data folder; then the program, told of another ledger.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startServiceProcess, temporaryFolder } from "../../scripts/serviceProcess.ts";
import { tradeseal } from "./program.ts";

test("a service is not started on another ledger than the one its store belongs to", async () => {
  const dataFolder = temporaryFolder();
  const service = await startServiceProcess({ dataFolder });
  await service.stop();
  const other = join(dataFolder, "other-ledger.json");
  writeFileSync(other, readFileSync(join(dataFolder, "ledger.json"), "utf8").replace(/"chainId": \d+/, '"chainId": 4242'));

  const settings = { TRADESEAL_DATA: dataFolder, TRADESEAL_LEDGER_URL: "http://127.0.0.1:1", TRADESEAL_LEDGER_FILE: other };
  const run = await tradeseal(["serve"], { folder: dataFolder, environment: settings });
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("[ledger_mismatch]");
});
