/**
 * Goal: an administrator accredits, withdraws and renews by API, chooses trust roots, makes and revokes keys, all beside a
 * running service, and nobody can tamper with the journal of it unseen, not even at its end.
 * Method: one real service with its demonstration and its own ledger; the real program; a database's owner who tampers.
 */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { userInfo } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { halt } from "../../scripts/haltProcess.ts";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import type { JournalRow } from "../../src/core/journal.ts";
import type { Report } from "../../src/core/report.ts";
import type { JournalReport } from "../../src/flows/auditing/verifyJournal.ts";
import type { GrantView } from "../../src/http/trust/grantView.ts";
import { testFolder, tradeseal, valueOf, type Run } from "./program.ts";
import { until } from "../until.ts";

const folder = testFolder();
const PAPER = "paper of the branch office";
let service: ServiceProcess;
let branch: { address: string; apiKey: string };

const run = (...args: string[]): Promise<Run> => tradeseal(args, { folder: folder.name, environment: { TRADESEAL_DATA: service.dataFolder, TRADESEAL_SERVICE: service.url, ...(branch === undefined ? {} : { TRADESEAL_API_KEY: branch.apiKey }) } });

beforeAll(async () => {
  service = await startServiceProcess({ dataFolder: temporaryFolder(), settings: { TRADESEAL_JOURNAL_EVERY: "3600" } });
  const made = await run("issuer", "create", "--name", "Branch Office North");
  branch = { address: valueOf("address", made), apiKey: valueOf("API key", made) };
  folder.file("paper.pdf", PAPER);
});
afterAll(async () => {
  await service?.stop();
  folder.remove();
});

async function call(method: string, path: string, key: string, body?: object): Promise<{ status: number; body: any }> {
  const answer = await fetch(service.url + path, { method, headers: { authorization: `Bearer ${key}`, "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: answer.status, body: await answer.json() };
}

const untilFinal = (id: string, key = service.keyOf("customs")): Promise<GrantView> =>
  until(async () => {
    const { body } = await call("GET", `/v1/grants/${id}`, key);
    return body.state === "final" && (body as GrantView);
  });

async function verdict(): Promise<[string, string | undefined]> {
  const { verdict, reason } = JSON.parse((await run("verify", "paper.pdf", "--json")).stdout) as Report;
  return [verdict, reason];
}

describe("accrediting by API", () => {
  let from: string;

  test("the demonstration's key accredits; what was anchored under it is authentic; the ledger says granted", async () => {
    from = new Date(Date.now() - 60_000).toISOString().replace(/\.\d+Z$/, "Z");
    const asked = { grantee: branch.address, documentTypes: ["861"], name: "Branch Office North", from, until: "2041-01-01T00:00:00Z" };
    const { status, body } = await call("POST", "/v1/grants", service.keyOf("customs"), asked);
    expect([status, body.saidAlready, body.saidAnew]).toEqual([202, [], []]);
    expect(await untilFinal(body.grants[0].id)).toMatchObject({ kind: "grant", ledgerSays: "granted", recordedAt: expect.stringMatching(/Z$/) });
    expect((await run("anchor", "paper.pdf", "--type", "861", "--wait", "final")).code).toBe(0);
    expect(await verdict()).toEqual(["authentic", undefined]);

    const again = await call("POST", "/v1/grants", service.keyOf("customs"), asked);
    expect([again.status, again.body.saidAlready]).toEqual([202, ["861"]]);
    await untilFinal(again.body.grants[0].id);
    const anew = await call("POST", "/v1/grants", service.keyOf("customs"), { ...asked, anew: true });
    expect(anew.body.saidAnew).toEqual(["861"]);
    const recorded = await untilFinal(anew.body.grants[0].id);
    expect(recorded).toMatchObject({ ledgerSays: "granted" });
    expect(recorded.recordedAt! > (await untilFinal(body.grants[0].id)).recordedAt!).toBe(true);
    expect(await verdict()).toEqual(["authentic", undefined]);
  });

  test("what was said while its grantor was silenced is said anew by itself, and then counts", async () => {
    const customs = service.keyOf("customs");
    const chamber = (await call("GET", "/v1/issuers", customs)).body.issuers.find(({ name }: { name: string }) => name === "Demo Chamber of Commerce").address;
    const year = "2026-01-01T00:00:00Z";
    const mayPassOn = await call("POST", "/v1/grants", customs, { grantee: chamber, documentTypes: ["705"], name: "Demo Chamber of Commerce", from: year, mayPassOn: true });
    await untilFinal(mayPassOn.body.grants[0].id);
    const theirs = { grantee: branch.address, documentTypes: ["705"], name: "Branch Office North", from: year };
    const thief = await call("POST", "/v1/grants", service.keyOf("chamber"), theirs);
    await untilFinal(thief.body.grants[0].id, service.keyOf("chamber"));
    const before = new Date(Date.now() - 3_600_000).toISOString();
    const window = await call("POST", "/v1/grants:withdraw", customs, { grantee: chamber, documentTypes: ["705"], from: before, compromised: true });
    await untilFinal(window.body.grants[0].id);
    await pause(1_500);
    const healed = await call("POST", "/v1/grants", customs, { grantee: chamber, documentTypes: ["705"], name: "Demo Chamber of Commerce", from: new Date().toISOString(), mayPassOn: true });
    await untilFinal(healed.body.grants[0].id);
    const isInForce = async (): Promise<boolean> => {
      const { body } = await call("GET", "/v1/issuers", customs);
      const own = body.issuers.find(({ address }: { address: string }) => address === branch.address);
      return own.accreditations.find(({ documentType }: { documentType: string }) => documentType === "705")?.isInForce === true;
    };
    expect(await isInForce()).toBe(false);
    const said = await call("POST", "/v1/grants", service.keyOf("chamber"), theirs);
    expect([said.body.saidAlready, said.body.saidAnew]).toEqual([[], ["705"]]);
    await untilFinal(said.body.grants[0].id, service.keyOf("chamber"));
    expect(await isInForce()).toBe(true);
  });

  test("a withdrawal takes it away, and what the ledger drops is refused before", async () => {
    const { body } = await call("POST", "/v1/grants:withdraw", service.keyOf("customs"), { grantee: branch.address, documentTypes: ["861"], from, compromised: true });
    expect(await untilFinal(body.grants[0].id)).toMatchObject({ kind: "withdrawal", ledgerSays: "compromised" });
    expect(await verdict()).toEqual(["not_entitled", "compromised"]);
    const never = await call("POST", "/v1/grants:withdraw", service.keyOf("rogue"), { grantee: branch.address, documentTypes: ["861"] });
    expect([never.status, never.body.code]).toEqual([409, "nothing_to_withdraw"]);
  });

  test("an issuer's plain key accredits nobody", async () => {
    const { status, body } = await call("POST", "/v1/grants", branch.apiKey, { grantee: `0x${"5".repeat(40)}`, documentTypes: ["861"], name: "Somebody" });
    expect([status, body.code]).toEqual([403, "scope_missing"]);
  });
});

describe("API keys by command", () => {
  test("made with scopes and an end, listed without the key, revoked beside the running service", async () => {
    const made = await run("api-key", "create", "--issuer", "Branch Office North", "--scope", "read", "--expires", "90d");
    const [id, apiKey] = [valueOf("id", made), valueOf("API key", made)];
    expect(made.stdout).toContain("Keep the API key now: it is not shown again.");
    expect((await call("GET", "/v1/grants", apiKey)).status).toBe(200);
    expect((await call("POST", "/v1/documents", apiKey, { digest: "ab".repeat(32), documentType: "861" })).status).toBe(403);
    const listed = await run("api-key", "list");
    expect(listed.stdout).toMatch(new RegExp(`^${id}\\n {2}issuer +Branch Office North \\(${branch.address}\\)\\n {2}scopes +read\\n {2}created .*\\n {2}last used +${new Date().toISOString().slice(0, 10)}\\n {2}expires +2\\d{3}-`, "m"));
    expect(listed.stdout).not.toContain(apiKey);
    expect((await run("api-key", "revoke", id)).code).toBe(0);
    const refused = await call("GET", "/v1/grants", apiKey);
    expect([refused.status, refused.body.code]).toEqual([401, "key_revoked"]);
  });

  test.each([
    ["an issuer nobody knows",      ["create", "--issuer", "Nobody"],                                             64],
    ["a stranger",                  ["create", "--issuer", `0x${"5".repeat(40)}`],                                64],
    ["a scope that is none",        ["create", "--issuer", "Branch Office North", "--scope", "everything"],       64],
    ["an end in the past",          ["create", "--issuer", "Branch Office North", "--expires", "2020-01-01"],     64],
    ["an end that is none",         ["create", "--issuer", "Branch Office North", "--expires", "soon"],           64],
    ["no days",                     ["create", "--issuer", "Branch Office North", "--expires", "0d"],             64],
    ["revoking what is not there",  ["revoke", "0123456789abcdef"],                                               64],
  ])("%s: refused", async (_what, args, code) => {
    const before = (await run("api-key", "list")).stdout;
    expect((await run("api-key", ...args)).code).toBe(code);
    expect((await run("api-key", "list")).stdout).toBe(before);
  });
});

describe("look-alike names at the command line", () => {
  const accredit = (name: string, ...more: string[]) => run("accredit", "--grantor", "Demo Customs Administration", "--grantee", `0x${"6".repeat(40)}`, "--type", "380", "--name", name, ...more);

  test.each([
    ["a trust root's name, by one Cyrillic letter", "Demo Сustoms Administration"],
    ["a grantee's name in other letters", "DEMO CHAMBER OF COMMERCE"],
    ["an issuer's name here", "Rogue Docurnents Ltd"],
    ["a word of two scripts", "Спamber of Elsewhere"],
  ])("%s: 1", async (_what, name) => {
    const refused = await accredit(name);
    expect(refused.stderr).toContain("[name_look_alike]");
    expect(refused.code).toBe(1);
  });

  test("when somebody answers for it, it is said, written down, and marked for every reader", async () => {
    expect((await accredit("Rogue Docurnents Ltd", "--despite-likeness", "--wait", "final")).code).toBe(0);
    const rows = JSON.parse((await run("journal", "list", "--json")).stdout) as (Omit<JournalRow, "details"> & { details: Record<string, unknown> })[];
    expect(rows.at(-1)).toMatchObject({ by: `user:${userInfo().username}`, act: "granted", details: { name: "Rogue Docurnents Ltd", despiteLikeness: "confusable" } });
  });
});

describe("trust roots by command", () => {
  const stranger = `0x${"9".repeat(40)}`;
  const believed = async (): Promise<string[]> => ((await (await fetch(`${service.url}/v1/trust-roots`)).json()) as { trustRoots: { name: string }[] }).trustRoots.map(({ name }) => name);

  test("added and removed under the running service, and written down", async () => {
    expect((await run("trust-root", "add", stranger, "--name", "Partner Customs", "--type", "AEO")).code).toBe(0);
    expect((await run("trust-root", "list")).stdout).toMatch(new RegExp(`^Partner Customs\\n {2}address +${stranger}\\n {2}DID +did:ethr:0x7a69:${stranger}\\n {2}believed for +AEO$`, "m"));
    await pause(700);
    expect(await believed()).toEqual(["Demo Customs Administration", "Partner Customs"]);
    expect((await run("trust-root", "add", stranger, "--name", "Partner Customs", "--type", "AEO", "TOI")).code).toBe(0);
    expect((JSON.parse((await run("trust-root", "list", "--json")).stdout) as unknown[])).toHaveLength(2);
    expect((await run("trust-root", "remove", "Partner Customs")).code).toBe(0);
    await pause(700);
    expect(await believed()).toEqual(["Demo Customs Administration"]);
    const acts = (JSON.parse((await run("journal", "list", "--json")).stdout) as JournalRow[]).map(({ act }) => act);
    expect(acts.slice(-3)).toEqual(["trust_root_added", "trust_root_added", "trust_root_removed"]);
  });

  test.each([
    ["a name that looks like a trust root's", ["add", stranger, "--name", "Demo Customs Administratlon".replace("tlon", "tion "), "--type", "AEO"], 1],
    ["no name for a stranger", ["add", stranger, "--type", "AEO"], 64],
    ["an identity of another chain", ["add", `did:ethr:0x1:${stranger}`, "--name", "X", "--type", "AEO"], 64],
    ["removing whom nobody believes", ["remove", stranger], 64],
  ])("%s: refused", async (_what, args, code) => {
    expect((await run("trust-root", ...args)).code).toBe(code);
    expect(await believed()).toEqual(["Demo Customs Administration"]);
  });
});

describe("the journal", () => {
  const verified = async (data?: string): Promise<{ report: JournalReport & { isLedgerSilent: boolean }; code: number | null }> => {
    const { stdout, code } = await run("journal", "verify", "--json", ...(data === undefined ? [] : ["--data", data]));
    return { report: JSON.parse(stdout), code };
  };
  /** What the database's owner does, to the very store beside its running service; then it is as it was. */
  async function tampering(...statements: readonly string[]): Promise<{ flaws: string[]; code: number | null }> {
    const file = join(service.dataFolder, "store.sqlite");
    const database = new DatabaseSync(file);
    database.exec("PRAGMA busy_timeout = 5000; CREATE TABLE journal_kept AS SELECT * FROM journal; CREATE TABLE heads_kept AS SELECT * FROM journal_heads");
    const triggers = database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").all() as { sql: string }[];
    database.exec("DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_cut");
    for (const statement of statements) database.exec(statement);
    const { report, code } = await verified();
    database.exec("DELETE FROM journal; INSERT INTO journal SELECT * FROM journal_kept; DELETE FROM journal_heads; INSERT INTO journal_heads SELECT * FROM heads_kept; DROP TABLE journal_kept; DROP TABLE heads_kept");
    for (const { sql } of triggers) database.exec(sql);
    database.close();
    return { flaws: report.flaws.map(({ flaw }) => flaw), code };
  }

  test("has no flaw, also when several programs write at once", async () => {
    await Promise.all(["Chamber East", "Chamber West", "Chamber South"].map((name) => run("issuer", "create", "--name", name)));
    const { report, code } = await verified();
    expect([report.flaws, code]).toEqual([[], 0]);
    expect(report).toMatchObject({ heads: 0, confirmedUpTo: null, isLedgerSilent: false });
  });

  test("its head is anchored, unpublished, under the first issuer, and the ledger vouches for it", async () => {
    expect((await run("journal", "anchor")).stdout).toMatch(/^stored {3}the journal's head, row \d+/);
    expect((await run("journal", "anchor")).stdout).toContain("has not grown");
    await until(async () => (await verified()).report.confirmedHeads > 0);
    const { report } = await verified();
    expect(report).toMatchObject({ heads: 1, confirmedHeads: 1, confirmedUpTo: report.rows, flaws: [] });
    expect((await run("journal", "verify")).stdout).toContain(`rows 1 to ${report.rows}; later ones can be cut off unseen until the next head`);
  });

  const tamperings: readonly [what: string, statements: readonly string[], flaw: string][] = [
    ["a row changed",                                      ["UPDATE journal SET by = 'user:nobody' WHERE number = 3"],                                           "row_changed"],
    ["a row removed",                                      ["DELETE FROM journal WHERE number = 3"],                                                             "row_missing"],
    ["the last row removed",                               ["DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)"],                             "head_missing"],
    ["the end removed, with the memory of its head",       ["DELETE FROM journal WHERE number > 5", "DELETE FROM journal_heads"],                                "head_forgotten"],
    ["everything removed, with the memory of its head",    ["DELETE FROM journal", "DELETE FROM journal_heads"],                                                 "head_forgotten"],
    ["the head's memory rewritten",                        ["UPDATE journal_heads SET hash = replace(hash, substr(hash, 1, 4), '0000')"],                        "head_differs"],
    ["the head's memory bent to an earlier row",           ["UPDATE journal_heads SET number = 3, hash = (SELECT hash FROM journal WHERE number = 3)"],          "head_differs"],
  ];
  for (const [what, statements, flaw] of tamperings) {
    test(`${what}: ${flaw}`, async () => {
      const { flaws, code } = await tampering(...statements);
      expect(flaws).toContain(flaw);
      expect(code).toBe(1);
    });
  }

  test("afterwards it is as it was", async () => expect((await verified()).report.flaws).toEqual([]), 30_000);

  test("a silent ledger: 2, and rows that were tampered with are told all the same: 1", async () => {
    halt(service.demo.ledgerPid);
    try {
      const { report, code } = await verified();
      expect([report.isLedgerSilent, report.flaws, code]).toEqual([true, [], 2]);
      expect((await tampering("UPDATE journal SET act = 'granted' WHERE number = 1")).code).toBe(1);
    } finally {
      process.kill(service.demo.ledgerPid, "SIGCONT");
    }
  });

  test("an old copy of the store is found out by the ledger", async () => {
    const copy = folder.at("copy");
    cpSync(service.dataFolder, copy, { recursive: true, filter: (file) => !/(running\.json|lock)$/.test(file) });
    const database = new DatabaseSync(join(copy, "store.sqlite"));
    database.exec("DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_cut; DELETE FROM journal WHERE number > 4; DELETE FROM journal_heads; DELETE FROM grants WHERE 1 = 0");
    database.close();
    const { ledger, rpc } = service.demo;
    folder.file("ledger.json", JSON.stringify({ format: "tradeseal-ledger/1", ...ledger }));
    const { stdout, code } = await tradeseal(["journal", "verify", "--json", "--data", copy], { folder: folder.name, environment: { TRADESEAL_LEDGER_URL: rpc, TRADESEAL_LEDGER_FILE: folder.at("ledger.json") } });
    expect((JSON.parse(stdout) as JournalReport).flaws.map(({ flaw }) => flaw)).toEqual(["head_forgotten"]);
    expect(code).toBe(1);
  });
});
