// How the tests run: two at a time, since many start a chain, a service or a browser of their own.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Tests start the program some hundred times: what was compiled once is not compiled again, which halves each start.
process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/postgresDoor.ts"],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A run in which nothing ran has failed.
    passWithNoTests: false,
    allowOnly: false,
  },
});
