/**
 * Goal: what is counted on the ledger is counted by somebody else than the service.
 * Method: the counting script is read as text: it imports nothing at all.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the script that counts on the ledger imports nothing", () => {
  const text = readFileSync(join(import.meta.dirname, "../scripts/countOnLedger.ts"), "utf8");
  expect(text).not.toMatch(/^\s*import\b|\bimport\(|\brequire\(|\bfrom\s+"/m);
});
