/**
 * Goal: keys, passphrases and identities are looked after from the command line, and every wrong use is told in words.
 * Method: the real program on a data folder of its own; nothing on the command line is ever a secret.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lockFolder } from "../../src/office.ts";
import { softToken } from "../adapters/pkcs11/softToken.ts";
import { testFolder, tradeseal, valueOf, type Run } from "./program.ts";

const folder = testFolder();
let token: ReturnType<typeof softToken>;
const run = (args: readonly string[], environment: Record<string, string> = {}): Promise<Run> => tradeseal(args, { folder: folder.name, environment });
let chamber: string;
const STRANGER = `0x${"6".repeat(40)}`;

beforeAll(async () => {
  token = softToken();
  chamber = valueOf("address", await run(["issuer", "create", "--name", "Chamber"]));
  await run(["issuer", "create", "--name", "Ministry", "--identity", STRANGER]);
});
afterAll(() => {
  token.remove();
  folder.remove();
});

test("an issuer whose key is elsewhere gets an account that speaks for it, and is told what comes next", async () => {
  const made = await run(["issuer", "create", "--name", "Laboratory", "--identity", `did:ethr:0x7a69:0x${"7".repeat(40)}`]);
  expect(valueOf("address", made)).toBe(`0x${"7".repeat(40)}`);
  expect(valueOf("signs for it", made)).toMatch(/^0x[0-9a-f]{40}$/);
  expect(made.stdout).toContain(`tradeseal issuer delegate 0x${"7".repeat(40)}`);
});

const refusals: readonly [what: string, args: () => string[], says: string, code: number][] = [
  ["an identity that is registered",     () => ["issuer", "create", "--name", "Twice", "--identity", STRANGER],          "is an issuer here already",             64],
  ["an identity that is none",           () => ["issuer", "create", "--name", "Odd", "--identity", "0x12"],              "is no address",                         64],
  ["a time span that is none",           () => ["issuer", "delegate", "Ministry", "--for", "soon"],                      "Write a time span such as 90d",         64],
  ["a time span of nothing",             () => ["issuer", "delegate", "Ministry", "--for", "0d"],                        "Write a time span such as 90d",         64],
  ["somebody who is no issuer here",     () => ["issuer", "delegate", `0x${"8".repeat(40)}`],                            "is no issuer of this service",          64],
  ["an owner's delegation to itself",    () => ["issuer", "delegate", "Chamber"],                                        "needs no delegation",                   64],
  ["rotating without a service",         () => ["issuer", "rotate", "Chamber"],                                          "No service runs",                       64],
  ["deactivating without --yes",         () => ["issuer", "deactivate", "Chamber"],                                      "This cannot be undone",                 64],
  ["deactivating without a service",     () => ["issuer", "deactivate", "Chamber", "--yes"],                             "No service runs",                       64],
  ["two new owners",                     () => ["issuer", "rotate", "Chamber", "--to", STRANGER, "--pkcs11", "x"],       "not both",                              64],
  ["a token that nobody named",          () => ["key", "create", "--pkcs11", "chamber"],                                 "[signing_key_unusable]",                65],
  ["a new passphrase that is not there", () => ["key", "change-passphrase", "--new-passphrase-file", "nothing"],         "[signing_key_unusable]",                65],
];

for (const [what, args, says, code] of refusals) {
  test(`${what}: ${code}`, async () => {
    const refused = await run(args());
    expect(refused.stderr).toContain(says);
    expect(refused.code).toBe(code);
  });
}

test("show tells the owner, the delegates and whether it was given up; also without a service", async () => {
  const shown = await run(["issuer", "show", "Ministry"]);
  expect([valueOf("owner now", shown), valueOf("delegates", shown)]).toEqual([STRANGER, "none"]);
  expect(valueOf("may write now", shown)).toMatch(/^no/);
  expect(JSON.parse((await run(["issuer", "show", "Chamber", "--json"])).stdout)).toMatchObject({ owner: chamber, account: chamber, keyIn: "key folder", mayWrite: true, isDeactivated: false });
});

test("where the owner's key lies here, a delegation is stored; else the transaction is printed", async () => {
  const stored = await run(["issuer", "delegate", "Chamber", "--to", STRANGER]);
  expect(stored.stdout).toMatch(new RegExp(`^stored {3}${chamber} lets ${STRANGER} write to the ledger in its name until about `));
  const printed = await run(["issuer", "delegate", "Ministry", "--for", "36h"]);
  expect(valueOf("what it does", printed)).toContain("for 36 hours; it moves no money and gives no other right");
  expect(printed.stdout).toContain(`cast send --from ${STRANGER} --chain 31337 --value 0 0x`);
  const { from, value, chainId, data } = JSON.parse((await run(["issuer", "delegate", "Ministry", "--json"])).stdout) as Record<string, string>;
  expect([from, value, chainId]).toEqual([STRANGER, "0x0", "0x7a69"]);
  expect(data).toMatch(/^0xa7068d66[0-9a-f]{256}$/);
});

describe("passphrases", () => {
  const keystores = (): string[] => readdirSync(folder.at("data/keys")).filter((name) => name.endsWith(".json")).map((name) => readFileSync(folder.at(`data/keys/${name}`), "utf8"));

  test("both at once, the file and the environment: told, for which one counts would be a guess", async () => {
    const both = await run(["issuer", "list"], { TRADESEAL_PASSPHRASE: "one", TRADESEAL_PASSPHRASE_FILE: folder.file("two", "two") });
    expect(both.stderr).toContain("Set TRADESEAL_PASSPHRASE or TRADESEAL_PASSPHRASE_FILE, not both");
    expect(both.code).toBe(64);
  });

  test("a passphrase never goes on the command line", async () => {
    expect((await run(["key", "change-passphrase", "--help"])).stdout).not.toMatch(/--(new-)?passphrase[ =]</);
    expect((await run(["key", "create", "--passphrase", "secret"])).code).toBe(64);
  });

  test("not while a service runs", async () => {
    const before = keystores();
    const release = lockFolder(folder.at("data"));
    const refused = await run(["key", "change-passphrase"]);
    release();
    expect(refused.stderr).toContain("Stop it first");
    expect(refused.code).toBe(65);
    expect(keystores()).toEqual(before);
  });

  test("changed to one that is made, to a file, to the environment; each opens, and the one before does not", async () => {
    expect((await run(["key", "change-passphrase"])).stdout).toContain("kept in");
    const changed = await run(["key", "change-passphrase", "--new-passphrase-file", folder.file("new", "the second one\n")]);
    expect(changed.stdout).toContain("TRADESEAL_PASSPHRASE_FILE=new");
    expect(existsSync(folder.at("data/passphrase"))).toBe(false);
    const twice = await run(["key", "change-passphrase", "--new-passphrase-file", "new"], { TRADESEAL_PASSPHRASE: "the second one", TRADESEAL_NEW_PASSPHRASE: "x" });
    expect([twice.code, twice.stderr]).toEqual([64, expect.stringContaining("named twice")]);
    expect((await run(["key", "change-passphrase"], { TRADESEAL_PASSPHRASE: "the second one", TRADESEAL_NEW_PASSPHRASE: "the third one" })).code).toBe(0);
    const wrong = await run(["key", "create"], { TRADESEAL_PASSPHRASE: "the second one" });
    expect(wrong.stderr).toContain("The passphrase in TRADESEAL_PASSPHRASE is wrong");
    expect(wrong.stderr).not.toContain("the second one");
    expect((await run(["key", "create"], { TRADESEAL_PASSPHRASE: "the third one" })).code).toBe(0);
  });
});

test("a key in a token: made once, found again, its issuer shown with its label", async () => {
  const here = (...args: string[]): Promise<Run> => run([...args, "--data", "tokened"], token.settings);
  const made = await here("key", "create", "--pkcs11", "customs");
  expect(made.stdout).toContain("made in the token");
  const again = await here("key", "create", "--pkcs11", "customs");
  expect(again.stdout).toContain("it is used");
  expect(valueOf("address", again)).toBe(valueOf("address", made));
  const issuer = await here("issuer", "create", "--name", "Customs", "--pkcs11", "customs");
  expect(valueOf("address", issuer)).toBe(valueOf("address", made));
  expect((await here("issuer", "create", "--name", "Customs again", "--pkcs11", "customs")).stderr).toContain("is that of an issuer here already");
});
