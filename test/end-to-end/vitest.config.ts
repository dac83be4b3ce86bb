// How the end-to-end tests run: as all tests do. Names of files after the command run these alone.

import { defineConfig } from "vitest/config";
import common from "../vitest.config.ts";

export default defineConfig({ ...common, test: { ...common.test, include: ["test/end-to-end/**/*.test.ts"] } });
