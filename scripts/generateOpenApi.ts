/**
 * Writes `docs/openapi.json`, the description of the service, from the schemas that the service itself parses by.
 *
 * `node scripts/generateOpenApi.ts` writes; with `--check` it compares instead, and fails when the file is out of step.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openApiFor } from "../src/http/openapi/openapi.ts";

const generatedFile = fileURLToPath(new URL("../docs/openapi.json", import.meta.url));

/** The file as it should be. Its one server is the service that it is read from. */
export const openApiFile = (): string => `${JSON.stringify(openApiFor("/"), null, 2)}\n`;

if (import.meta.main) {
  if (!process.argv.includes("--check")) writeFileSync(generatedFile, openApiFile());
  else if (readFileSync(generatedFile, "utf8") !== openApiFile()) {
    console.error("docs/openapi.json is out of step. Run: node scripts/generateOpenApi.ts");
    process.exitCode = 1;
  }
}
