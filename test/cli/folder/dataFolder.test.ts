/**
 * Goal: whoever runs a service can make issuers, accredit, withdraw, rebuild and audit, beside a running service and
 * without one; and nothing is ever done to a folder that is no data folder.
 * Method: the real program on a data folder of its own, first alone, then beside its own `serve`, then after a kill.
 */
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { halt } from "../../../scripts/haltProcess.ts";
import { freePort } from "../../../scripts/serviceProcess.ts";
import { openOffice, readIfThere, writeTrustRoots } from "../../../src/office.ts";
import { parseAddress } from "../../../src/core/address.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import type { Report } from "../../../src/core/report.ts";
import type { WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import { startServe, untilReady } from "../ownService.ts";
import { testFolder, tradeseal, valueOf, type Run } from "../program.ts";

const folder = testFolder();
afterAll(() => folder.remove());
const run = (...args: string[]): Promise<Run> => tradeseal(args, { folder: folder.name });

/** Everything that was stored to be said on the ledger. */
async function storedWrites(data: string): Promise<WriteBody[]> {
  const office = await openOffice({ dataFolder: folder.at(data), passphraseFile: null });
  const bodies: WriteBody[] = [];
  for (let id = 1, write = await office.store.writeById(id); write !== null; write = await office.store.writeById((id += 1))) bodies.push(write.body);
  await office.close();
  return bodies;
}

describe("without a service", () => {
  let customs: string;
  let chamber: string;

  beforeAll(async () => {
    customs = valueOf("address", await run("issuer", "create", "--name", "Customs"));
    chamber = valueOf("address", await run("issuer", "create", "--name", "Chamber"));
  });

  test("issuer create makes the folder, a key, an issuer and an API key that works", async () => {
    const made = await run("issuer", "create", "--name", "Ministry of Trade", "--data", "elsewhere");
    const office = await openOffice({ dataFolder: folder.at("elsewhere"), passphraseFile: null });
    expect(await office.register.issuerByApiKey(valueOf("API key", made))).toMatchObject({ name: "Ministry of Trade", address: valueOf("address", made) });
    expect(office.keys.has(valueOf("address", made) as never)).toBe(true);
    await office.close();
    expect(made.stdout).toContain("Keep the API key now: it is not shown again.");
    expect(made.code).toBe(0);
  });

  test("issuer list names them, and never an API key", async () => {
    const { stdout, code } = await run("issuer", "list");
    expect(stdout).toMatch(new RegExp(`^Customs\\n {2}address {3}${customs}\\n[\\s\\S]*^Chamber\\n`, "m"));
    expect(stdout).not.toContain("tradeseal_");
    expect(code).toBe(0);
  });

  test("key create makes a key that opens", async () => {
    const address = valueOf("address", await run("key", "create"));
    const office = await openOffice({ dataFolder: folder.at("data"), passphraseFile: null });
    await expect(office.keys.signerFor(address as never)).resolves.toBeDefined();
    await office.close();
  });

  test("nobody accredits before the first start: its credential could not name anybody yet", async () => {
    const early = await run("accredit", "--grantor", "Customs", "--grantee", "Chamber", "--type", "861");
    expect([early.code, early.stderr]).toEqual([64, expect.stringContaining("start the service once")]);
    expect(await storedWrites("data")).toEqual([]);
    // What a first start leaves behind.
    const contract = { address: `0x${"1".repeat(40)}`, codeHash: `0x${"1".repeat(64)}` };
    const contracts = { didRegistry: contract, anchorRegistry: contract, standingRegistry: contract, accreditationRegistry: contract };
    folder.file("data/ledger.json", JSON.stringify({ format: "tradeseal-ledger/1", chainId: 31337, genesis: `0x${"a".repeat(64)}`, contracts }));
    const office = await openOffice({ dataFolder: folder.at("data"), passphraseFile: null });
    await office.settings.set("publicUrl", "https://tradeseal.example");
    await office.close();
  });

  test("accredit and withdraw store what they say, with the grantor's key and its name first, and say that no service runs", async () => {
    const given = await run("accredit", "--grantor", "Customs", "--grantee", "Chamber", "--type", "861", "380", "--from", "2026-05-01", "--until", "2027-05-01T02:00:00+02:00", "--may-pass-on");
    const stranger = `0x${"5".repeat(40)}`;
    await run("accredit", "--grantor", customs.toUpperCase().replace("0X", "0x"), "--grantee", `did:ethr:0x7a69:${stranger}`, "--type", "AEO", "--name", "Stranger");
    const taken = await run("withdraw", "--grantor", "Customs", "--grantee", chamber, "--type", "380", "--from", "2026-06-01", "--compromised");
    expect(given.stderr).toContain("No service runs on this data folder.");
    expect([given.code, taken.code]).toEqual([0, 0]);
    const grant = { kind: "accredit", grantor: customs, grantee: chamber, from: Date.UTC(2026, 4, 1) / 1000, until: Date.UTC(2027, 4, 1) / 1000, mayPassOn: true, name: "Chamber" };
    const writes = await storedWrites("data");
    expect(writes).toMatchObject([
      { kind: "attribute", identity: customs, name: "did/pub/P256/veriKey/hex" },
      { kind: "attribute", identity: customs, name: "did/alsoKnownAs" },
      { ...grant, documentType: "861" },
      { ...grant, documentType: "380" },
      { kind: "accredit", grantor: customs, grantee: stranger, documentType: "AEO", name: "Stranger", until: 2 ** 40 - 1, mayPassOn: false },
      { kind: "withdraw", grantor: customs, grantee: chamber, documentType: "380", from: Date.UTC(2026, 5, 1) / 1000, isCompromised: true },
    ]);
    expect(Math.abs((writes[4] as { from: number }).from - Date.now() / 1000)).toBeLessThan(30);
  });

  const grant = (...args: string[]): string[] => ["accredit", "--grantor", "Customs", "--grantee", "Chamber", "--type", "861", ...args];

  const refusals: readonly [what: string, args: () => string[], says: string, code: number][] = [
    ["a grantor nobody knows",        () => ["accredit", "--grantor", "Nobody", "--grantee", "Chamber", "--type", "861"],   'Registered here: Customs, Chamber.',    64],
    ["a grantor without a key here",  () => ["accredit", "--grantor", `0x${"6".repeat(40)}`, "--grantee", "Chamber", "--type", "861"], "holds no key",               64],
    ["oneself",                       () => ["accredit", "--grantor", "Customs", "--grantee", "Customs", "--type", "861"],  "Grantor and grantee are the same.",     64],
    ["a grantee without a name",      () => ["accredit", "--grantor", "Customs", "--grantee", `0x${"6".repeat(40)}`, "--type", "861"], "Say with --name",            64],
    ["a name of control characters",  () => grant("--name", "a\u0007b"),                                                    "all of them visible",                   64],
    ["a name that is too long",       () => grant("--name", "é".repeat(101)),                                               "1 to 200 bytes",                        64],
    ["a time without a zone",         () => grant("--from", "2026-05-01T12:00:00"),                                         "2026-05-01T12:00:00Z",                  64],
    ["a day that never was",          () => grant("--from", "2026-02-30"),                                                  "Write a date",                          64],
    ["a time before all time",        () => grant("--from", "1969-12-31"),                                                  "Write a date",                          64],
    ["an end before the beginning",   () => grant("--from", "2026-05-01", "--until", "2026-05-01"),                         "would end (2026-05-01T00:00:00Z)",      64],
    ["no type",                       () => ["accredit", "--grantor", "Customs", "--grantee", "Chamber"],                   "--type",                                64],
    ["a type that is none",           () => ["accredit", "--grantor", "Customs", "--grantee", "Chamber", "--type", "x"],    "[document_type_malformed]",             64],
    ["a second issuer of one name",   () => ["issuer", "create", "--name", "Customs"],                                      "There is an issuer of this name",       64],
    ["no data folder",                () => grant("--data", "nowhere"),                                                     "There is no data folder of Tradeseal",  65],
    ["no data folder to list",        () => ["issuer", "list", "--data", "nowhere"],                                        "[data_folder_unusable]",                65],
    ["no data folder to rebuild",     () => ["rebuild", "--data", "nowhere"],                                               "[data_folder_unusable]",                65],
    ["no data folder to audit",       () => ["audit", "--data", "nowhere"],                                                 "[data_folder_unusable]",                65],
    ["somebody else's folder",        () => ["issuer", "create", "--name", "X", "--data", "foreign"],                       "holds other things",                    65],
  ];

  for (const [what, args, says, code] of refusals) {
    test(`${what} is refused: ${code}`, async () => {
      mkdirSync(folder.at("foreign/letters"), { recursive: true });
      const before = (await storedWrites("data")).length;
      const refused = await run(...args());
      expect(refused.stderr).toContain(says);
      expect(refused.code).toBe(code);
      expect((await storedWrites("data")).length).toBe(before);
      expect(existsSync(folder.at("nowhere"))).toBe(false);
    });
  }

  test("waiting for what nobody carries ends when it is told to: 2", async () => {
    const late = await run(...grant("--wait", "final", "--timeout", "1"));
    expect(late.stderr).toContain("not final on the ledger yet. It goes on by itself while a service runs. [not_reached_in_time]");
    expect(late.code).toBe(2);
  });
});

describe("beside a service, and after its end", () => {
  let service: ChildProcess;
  let environment: Record<string, string>;
  const here = (...args: string[]): Promise<Run> => tradeseal(args, { folder: folder.name, environment });

  beforeAll(async () => {
    const port = await freePort();
    environment = { PORT: String(port), TRADESEAL_SERVICE: `http://127.0.0.1:${port}`, TRADESEAL_DATA: folder.at("served"), TRADESEAL_LOG_LEVEL: "error" };
    environment["TRADESEAL_API_KEY"] = valueOf("API key", await here("issuer", "create", "--name", "Chamber"));
    await here("issuer", "create", "--name", "Customs");
    service = startServe(environment);
    await untilReady(environment["TRADESEAL_SERVICE"]!);
    folder.file("paper.pdf", "paper");
    folder.file("taken-back.pdf", "taken back");
  });
  afterAll(() => service.kill("SIGKILL"));
  const customsAddress = async (): Promise<string> => /^Customs\n {2}address {3}(\S+)/m.exec((await here("issuer", "list")).stdout)![1]!;

  test("an accreditation is carried at once, and a document under it is authentic without asking the service", async () => {
    const given = await here("accredit", "--grantor", "Customs", "--grantee", "Chamber", "--type", "861", "--from", "2026-01-01", "--wait", "final");
    expect(given.stdout).toContain("final    on the ledger");
    expect(given.code).toBe(0);
    expect((await here("anchor", "paper.pdf", "taken-back.pdf", "--type", "861", "--wait", "final")).code).toBe(0);
    expect((await here("suspend", "taken-back.pdf", "--wait", "final")).code).toBe(0);
    expect((await here("reinstate", "taken-back.pdf", "--wait", "final")).code).toBe(0);
    expect((await here("revoke", "taken-back.pdf", "--reason", "issued_in_error", "--wait", "final")).code).toBe(0);
    expect((await here("reinstate", "taken-back.pdf")).code).toBe(1);

    const { rpc } = JSON.parse(readFileSync(folder.at("served/running.json"), "utf8")) as { rpc: string };
    const customs = await customsAddress();
    const checked = await here("verify", "paper.pdf", "taken-back.pdf", "--rpc", rpc, "--ledger", "served/ledger.json", "--trust-root", customs, "--json");
    expect((JSON.parse(checked.stdout) as Report[]).map(({ verdict, reason }) => [verdict, reason])).toEqual([["authentic", undefined], ["no_longer_valid", "revoked"]]);
    expect(checked.code).toBe(1);
  });

  test("rebuild and audit work beside the service", async () => {
    const rebuilt = await here("rebuild");
    expect([valueOf("anchors", rebuilt), valueOf("leaves", rebuilt), valueOf("roots that match", rebuilt), valueOf("accreditations", rebuilt)]).toEqual(["1", "2", "1 of 1", "1"]);
    expect(rebuilt.code).toBe(0);
    const audited = await here("audit", "--json");
    expect(JSON.parse(audited.stdout)).toMatchObject({ documents: 2, underway: 0, differences: [] });
    expect(audited.code).toBe(0);
    // The service answers on from the rebuilt index, and looks at its trust roots twice a second.
    writeTrustRoots(folder.at("served/trust-roots.json"), [{ address: parseAddress(await customsAddress()), name: "Customs", documentTypes: [parseDocumentType("861")] }], 31337);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await here("verify", "paper.pdf", "--json")).stdout).toContain('"authentic"');
  });

  test("a silent ledger: 2, and rebuild throws nothing away", async () => {
    const ledgerPid = Number(readFileSync(folder.at("served/ledger/anvil.pid"), "utf8"));
    halt(ledgerPid);
    try {
      for (const command of ["rebuild", "audit"]) {
        const silent = await here(command);
        expect(silent.stderr).toContain("[ledger_unreachable]");
        expect(silent).toMatchObject({ stdout: "", code: 2 });
      }
      const index = new DatabaseSync(folder.at("served/index.sqlite"), { readOnly: true });
      expect(index.prepare("SELECT count(*) AS count FROM leaves").get()).toEqual({ count: 2 });
      index.close();
    } finally {
      process.kill(ledgerPid, "SIGCONT");
    }
  });

  test("after a kill they start the embedded ledger themselves, and leave nothing running", async () => {
    const ended = new Promise((resolve) => service.once("exit", resolve));
    service.kill("SIGKILL");
    await ended;
    const audited = await here("audit");
    expect(audited.stdout).toContain("Store and ledger say the same.");
    expect(audited.code).toBe(0);
    const rebuilt = await here("rebuild");
    expect(valueOf("roots that match", rebuilt)).toBe("1 of 1");
    expect(rebuilt.code).toBe(0);
    expect(isAlive(Number(readIfThere(folder.at("served/ledger/anvil.pid")) ?? 0))).toBe(false);
  });

  test("audit finds what the ledger does not say: 1", async () => {
    const store = new DatabaseSync(folder.at("served/store.sqlite"));
    store.exec("UPDATE documents SET standing = 'suspended' WHERE number = 1");
    store.close();
    const audited = await here("audit");
    expect(audited.stdout).toContain("Store and ledger differ.");
    expect(audited.stdout).toContain("acknowledged as suspended, and active on the ledger");
    expect(audited.code).toBe(1);
  });
});

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
