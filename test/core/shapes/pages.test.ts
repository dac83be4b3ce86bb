/**
 * Goal: what people read about the credentials is what the checks ask for, and each member is told in words.
 * Method: the page's tables against the shapes; every member's words by rule.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { credentialsPage } from "../../../scripts/generateCredentialTables.ts";
import { shapes } from "../../../src/core/shapes/shapes.ts";
import { rowsOf } from "../../../src/core/shapes/table.ts";

test("docs/credentials.md is in step", () => {
  expect(readFileSync(new URL("../../../docs/credentials.md", import.meta.url), "utf8"), "run: node scripts/generateCredentialTables.ts").toBe(credentialsPage());
});

test.each(Object.values(shapes))("$name: each member says what it holds and whence it comes", ({ subject }) => {
  const rows = rowsOf(subject.members);
  expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
  for (const { path, says, source } of rows) expect([path, /[^.]$/.test(says), source.length > 3], path).toEqual([path, true, true]);
});

test("a member inside another is shown to no more people", () => {
  const shown = Object.fromEntries(rowsOf(shapes.coo.subject.members).map((row) => [row.path, row.shown]));
  expect([shown["items"], shown["items[].hsCode"], shown["items[].packages.count"], shown["items[].fobValue.currency"], shown["items[].originCountry"], shown["producer.name"]]).toEqual(["public", "holder", "holder", "authorities", "public", "authorities"]);
});
