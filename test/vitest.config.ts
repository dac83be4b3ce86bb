// How the tests run: three at a time, since many start a chain, a service or a browser of their own, and wait for it half of the time.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { PATIENCE_MS } from "./until.ts";

// Tests start the program some hundred times: what was compiled once is not compiled again, which halves each start.
process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/postgresDoor.ts"],
    maxWorkers: 3,
    // A bound for what hangs; what must be fast is measured by its own test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: PATIENCE_MS, interval: 100 } },
    // A run in which nothing ran has failed.
    passWithNoTests: false,
    allowOnly: false,
  },
});
