/**
 * Goal: Wycheproof's vectors come out as they should, in Node by both kinds of arithmetic, and in the browser.
 * Method: the very functions that production judges by; Chromium loads them as they are built for the page.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build } from "vite";
import type { Browser } from "playwright-core";
import { isSignatureByNative } from "../../src/adapters/credentials/signatures.ts";
import type { Algorithm } from "../../src/core/publicKey.ts";
import { isSignatureBy } from "../../src/core/signature.ts";
import { startBrowser } from "../web/browser.ts";
import { runJws, runSignatures, type Outcome } from "./wycheproofRun.ts";

const vectors = (name: string): string => readFileSync(join(import.meta.dirname, "../vectors/wycheproof", `${name}_test.json`), "utf8");
const files: readonly [name: string, algorithm: Algorithm, tried: number, accepted: number][] = [
  ["ecdsa_secp256r1_sha256_p1363", "ES256", 262, 173],
  ["ecdsa_secp256k1_sha256_p1363", "ES256K", 252, 167],
  ["ed25519", "EdDSA", 151, 88],
];
const JWS = "json_web_signature";
/** Algorithms that are not read here (HS256, RS…, PS…, ES521) are refused, valid or not: all that is wrong with these is that we know fewer. */
const isAboutOthers = (wrong: string): boolean => wrong.endsWith(": valid");

describe.each([["noble", isSignatureBy], ["node:crypto", isSignatureByNative]] as const)("in Node, by %s", (_name, check) => {
  test.each(files)("%s", (name, algorithm, tried, accepted) => {
    expect(runSignatures(vectors(name), algorithm, check)).toEqual({ tried, accepted, wrong: [] });
  });

  test("JWS: nothing invalid passes, and what is ES256 and valid does", () => expectJws(runJws(vectors(JWS), check)));
});

function expectJws({ tried, accepted, wrong }: Outcome): void {
  expect(tried).toBe(401);
  expect(wrong.filter((each) => !isAboutOthers(each))).toEqual([]);
  expect(accepted).toBeGreaterThan(0);
  expect(accepted + wrong.length).toBe(46);
}

describe("in the browser", () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    const entry = join(import.meta.dirname, "wycheproofRun.ts");
    const built = await build({ configFile: false, logLevel: "error", build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "wycheproof" } } });
    script = (built as unknown as readonly { output: readonly { code: string }[] }[])[0]!.output[0]!.code;
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  test("the same", async () => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    for (const [name, algorithm, tried, accepted] of files) {
      const outcome = await page.evaluate(([text, by]) => (globalThis as any).wycheproof.runSignatures(text, by), [vectors(name), algorithm] as const);
      expect(outcome, name).toEqual({ tried, accepted, wrong: [] });
    }
    expectJws(await page.evaluate((text) => (globalThis as any).wycheproof.runJws(text), vectors(JWS)));
  });
});
