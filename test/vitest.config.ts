// How the tests run: two at a time, since many start a chain, a service or a browser of their own.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

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
