/**
 * Goal: a run in which tests failed says so by its exit code, whatever the packages do that it loads.
 * Method: a process that loads the PostgreSQL server of the tests, as every run does, and then ends in failure.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("a process that loaded the tests' PostgreSQL server keeps its exit code", () => {
  const script = `await import(${JSON.stringify(join(import.meta.dirname, "../scripts/postgresServer.ts"))}); process.exitCode = 3;`;
  expect(spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", script]).status).toBe(3);
});
