/**
 * Goal: a presentation, or a credential that is too long, is called by its name before anybody is asked about it; nothing of it is ever "not found".
 * Method: the command on files, with a service that nobody may ask.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../scripts/serviceProcess.ts";
import { encoded, sdJwt } from "../../flows/credentialWorld.ts";
import { tradeseal } from "../program.ts";

const folder = temporaryFolder();
const jwt = (header: unknown, payload: unknown): string => `${encoded(header)}.${encoded(payload)}.${"A".repeat(86)}`;
const vp = jwt({ alg: "ES256", typ: "vp+jwt" }, { type: ["VerifiablePresentation"] });

test.each<[what: string, content: string, code: number, says: RegExp]>([
  ["a vp+jwt",                   `${vp}\n`,                                                              64, /is a presentation.*\/operators#presentation/s],
  ["an SD-JWT with key binding", sdJwt() + jwt({ typ: "kb+jwt" }, { nonce: "n" }),                       64, /is a presentation/],
  ["JSON around one",            JSON.stringify({ presentation: vp, challenge: "c" }),                    64, /is a presentation/],
  ["a credential too long",      jwt({ typ: "vc+jwt" }, { fill: "x".repeat(90_000) }),                   65, /more than 61440 characters/],
])("%s", async (_what, content, code, says) => {
  writeFileSync(join(folder, "given.jwt"), content);
  const told = await tradeseal(["verify", "given.jwt", "--service", "http://127.0.0.1:9"], { folder });
  expect([told.code, told.stdout]).toEqual([code, ""]);
  expect(told.stderr).toMatch(says);
});
