/**
 * Goal: a person reads in the journal when who did what, and about which thing; a machine gets the rows as they are kept.
 * Method: the real program on a data folder whose journal tells of every kind of act; rows that say too little, or that somebody spoilt, are told as they stand.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openOffice } from "../../src/office.ts";
import { byKey, byUser, type Act } from "../../src/core/journal.ts";
import type { JsonObject } from "../../src/core/json.ts";
import { detailsOf, journalLine } from "../../src/cli/journalLines.ts";
import { testFolder, tradeseal, valueOf } from "./program.ts";

const folder = testFolder();
const run = (...args: string[]) => tradeseal(["journal", "list", ...args], { folder: folder.name, environment: { TRADESEAL_DATA: "data" } });
afterAll(() => folder.remove());

const [partner, account] = [`0x${"a".repeat(40)}`, `0x${"b".repeat(40)}`];
const [customs, stranger] = [`0x${"c".repeat(40)}`, `0x${"d".repeat(40)}`];
const names = new Map([[customs, "Customs of Example"]]);
const grant = { grantor: customs, grantee: partner, documentType: "861", from: 1_790_000_000 };
const didWeb = `0x${Buffer.from("did:web:customs.example").toString("hex")}`;

// prettier-ignore
const told: readonly [act: Act, details: JsonObject, about: string][] = [
  ["issuer_registered", { address: partner, name: "Partner", account: partner }, `Partner (${partner})`],
  ["issuer_registered", { address: partner, name: "Partner", account }, `Partner (${partner}), signed for by ${account}`],
  ["api_key_created", { keyId: "5f1d", issuer: customs, scopes: ["issue", "read"], expiresAt: null }, `5f1d, of Customs of Example (${customs}): issue, read`],
  ["api_key_created", { keyId: "5f1d", issuer: stranger, scopes: ["read"], expiresAt: 1_790_000_000.5 }, `5f1d, of ${stranger}: read, until 2026-09-21T14:13:20Z`],
  ["api_key_revoked", { keyId: "5f1d", issuer: customs }, `5f1d, of Customs of Example (${customs})`],
  ["granted", { ...grant, name: "Partner", until: 2 ** 40 - 1, mayPassOn: false }, `861 by Customs of Example (${customs}) to Partner (${partner}), from 2026-09-21T14:13:20Z on`],
  ["granted", { ...grant, name: "Partner", until: 1_800_000_000, mayPassOn: true, despiteLikeness: "confusable" }, `861 by Customs of Example (${customs}) to Partner (${partner}), from 2026-09-21T14:13:20Z until 2027-01-15T08:00:00Z, may accredit others, although its name looks like another's`],
  ["withdrawn", { ...grant, isCompromised: true }, `861 by Customs of Example (${customs}) from ${partner}, from 2026-09-21T14:13:20Z on, its keys being compromised`],
  ["delegated", { kind: "delegate", identity: customs, delegate: account, validitySeconds: 5 }, `Customs of Example (${customs}): ${account} may write in its name`],
  ["said_on_ledger", { kind: "revokeDelegate", identity: customs, delegate: account }, `Customs of Example (${customs}): ${account} may not write in its name any more`],
  ["said_on_ledger", { kind: "changeOwner", identity: customs, owner: account }, `Customs of Example (${customs}): its owner is ${account}`],
  ["said_on_ledger", { kind: "attribute", identity: customs, name: "did/alsoKnownAs", value: didWeb, validitySeconds: 5 }, `Customs of Example (${customs}): other name did:web:customs.example listed`],
  ["said_on_ledger", { kind: "revokeAttribute", identity: customs, name: "did/alsoKnownAs", value: didWeb }, `Customs of Example (${customs}): other name did:web:customs.example taken off the list`],
  ["trust_root_added", { address: partner, name: "Partner", documentTypes: ["AEO", "TOI"] }, `Partner (${partner}), for AEO, TOI`],
  ["trust_root_removed", { address: partner, name: "Partner", documentTypes: ["AEO"], despiteLikeness: "mixed_script" }, `Partner (${partner}), for AEO, although its name mixes scripts`],
  ["setting_changed", { name: "publicUrl", valueDigest: "0".repeat(64) }, "publicUrl"],
];

const rowOf = (act: string, details: string, by = "service") => ({ number: 7, at: "2026-11-22T09:47:03.250Z", by, act, details, previous: "", hash: "" });

test.each(told)("%s %o", (act, details, about) => {
  expect(journalLine(rowOf(act, JSON.stringify(details)), names)).toBe(`     7  2026-11-22 09:47:03  service               ${act.replaceAll("_", " ").padEnd(22)}  ${about}`);
});

test.each([
  ["an act of a later release", rowOf("moon_landed", '{"where":"Tranquility"}'), '{"where":"Tranquility"}'],
  ["an act that is a word of the language", rowOf("constructor", '{"where":1}'), '{"where":1}'],
  ["a row that lacks something", rowOf("api_key_revoked", '{"keyId":"5f1d"}'), '{"keyId":"5f1d"}'],
  ["a moment that is none", rowOf("withdrawn", JSON.stringify({ ...grant, from: -1e300 })), JSON.stringify({ ...grant, from: -1e300 })],
  ["something else on the ledger", rowOf("said_on_ledger", '{"kind":"standing"}'), '{"kind":"standing"}'],
  ["no JSON", rowOf("granted", "spoilt"), "spoilt"],
])("%s is told as it stands", (_what, row, about) => {
  expect(journalLine(row, names)).toMatch(new RegExp(`  ${about.replace(/[[\]{}.*+?()]/g, "\\$&")}$`));
});

test("particulars that are no JSON do not keep a machine from the rows", () => expect(detailsOf({ details: "spoilt" })).toBe("spoilt"));

test("a journal without rows says so", async () => {
  const office = await openOffice({ dataFolder: folder.at("data"), passphraseFile: null });
  await office.close();
  expect((await run()).stdout).toBe("The journal has no rows yet.\n");
});

let chamber: string;
beforeAll(async () => {
  chamber = valueOf("address", await tradeseal(["issuer", "create", "--name", "Chamber", "--data", "filled"], { folder: folder.name }));
  const office = await openOffice({ dataFolder: folder.at("filled"), passphraseFile: null });
  const add = (by: string, details: JsonObject) => office.journal.note({ at: 1_795_000_000.123, by, act: "trust_root_added", details });
  await add(byUser("an\nna"), { address: partner, name: "Part\u202ener", documentTypes: ["AEO"] });
  await add(byKey("5f1d0c2b7a9e4f36"), { address: partner, name: "Partner", documentTypes: ["AEO"] });
  await office.close();
});

const filled = (...args: string[]) => run("--data", "filled", ...args);

test("a table under one head, identities by their names, and nothing that a terminal would obey", async () => {
  const { code, stdout } = await filled();
  const lines = stdout.trimEnd().split("\n");
  expect([code, lines[0]]).toEqual([0, "   row  when (UTC)           who                   what                    about"]);
  expect(lines.slice(1, 3)).toEqual([expect.stringContaining(`issuer registered       Chamber (${chamber})`), expect.stringMatching(new RegExp(`api key created .* Chamber \\(${chamber}\\): issue, read`))]);
  expect(lines.at(-2)).toMatch(/2026-11-18 11:06:40 {2}user:an\[U\+000A]na .* Part\[U\+202E]ner \(0xa+\), for AEO$/);
  expect(lines.at(-1)).toMatch(/ key:5f1d0c2b7a9e4f36 {2}trust root added {8}Partner \(0xa+\), for AEO$/);
  expect(lines.slice(1).map((line) => Number(line.slice(0, 6)))).toEqual(lines.slice(1).map((_, at) => at + 1));
});

test("a part of it, and how to have the rest; the same for a machine, with the hashes", async () => {
  const part = await filled("--after", "1", "--limit", "1");
  expect(part.stdout.trimEnd().split("\n")).toHaveLength(2);
  expect([part.stdout.split("\n")[1]!.slice(0, 6), part.stderr]).toEqual(["     2", expect.stringContaining("--after 2")]);
  const [row, ...others] = JSON.parse((await filled("--after", "1", "--limit", "1", "--json")).stdout) as JsonObject[];
  expect(others).toEqual([]);
  expect(row).toMatchObject({ number: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/), details: expect.any(Object) });
  expect((await filled("--after", "900")).stdout).toContain("no rows behind row 900");
});

test.each([["--limit", "0"], ["--after", "-1"], ["--limit", "many"]])("%s %s is wrong use", async (...options) => expect((await filled(...options)).code).toBe(64));
