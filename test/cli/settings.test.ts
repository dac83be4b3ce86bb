/**
 * Goal: a misspelt setting is told, and none that exists is.
 * Method: names beside those that `tradeseal serve --help` lists.
 */
import { expect, test } from "vitest";
import { unknownSettings } from "../../src/config.ts";
import { tradeseal, testFolder } from "./program.ts";

test("only names that nothing reads are told", async () => {
  const folder = testFolder();
  const { stdout } = await tradeseal(["serve", "--help"], { folder: folder.name });
  folder.remove();
  const listed = stdout.match(/\bTRADESEAL_\w+/g)!;
  expect(listed.length).toBeGreaterThan(20);
  expect(unknownSettings({ ...Object.fromEntries(listed.map((name) => [name, "x"])), TRADESEAL_API_KEY: "x", TRADESEAL_LEGER_URL: "x", PATH: "x" })).toEqual(["TRADESEAL_LEGER_URL"]);
});
