/**
 * Goal: an operator's AEO status is found from abroad under any of its identifiers, as its consent allows, and as the verifier's own trust roots and ledger
 * have it at that moment: consent withdrawn, suspended, recognition ended, partner silent.
 * Method: two administrations' services with nothing in common but a ledger, which recognise each other; told by HTTP and the command line alone.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../scripts/serviceProcess.ts";
import { problemsOutsideSdJwt } from "../../src/core/shapes/disclosure.ts";
import { shapes } from "../../src/core/shapes/shapes.ts";
import { operatorFound } from "../../src/http/operators/operatorSchemas.ts";
import { subjects } from "../core/shapes/samples.ts";
import { startWorld, type AskedMember } from "./members.ts";
import { until } from "../until.ts";

const folder = temporaryFolder();
let world: Awaited<ReturnType<typeof startWorld>>;
let north: AskedMember;
let south: AskedMember;

beforeAll(async () => {
  world = await startWorld(folder);
  [north, south] = [await world.found("Customs of Northland"), await world.found("Customs of Southland")];
  await Promise.all([north.start(), south.start()]);
});
afterAll(async () => {
  await Promise.all([north?.stop(), south?.stop()]);
  await world?.chain.stop();
});

/** Without the members that are for authorities only. */
function openSubject(): object {
  const open = structuredClone(subjects.aeo) as unknown as Record<string, any>;
  for (const { pointer } of problemsOutsideSdJwt(shapes.aeo.subject, open, "")) {
    const names = pointer.split("/").slice(1);
    delete names.slice(0, -1).reduce((place, name) => place[name], open)[names.at(-1)!];
  }
  return open;
}

const accredit = async (grantor: AskedMember, grantee: AskedMember, name: string): Promise<void> => {
  const { code, stdout, stderr } = await grantor.command("accredit", "--grantor", grantor.name, "--grantee", grantee.address, "--name", name, "--type", "AEO", "--from", "2026-01-01", "--wait", "final");
  expect(code, stdout + stderr).toBe(0);
};
const EORI = "BE0123456789";
const ask = async (member: AskedMember, identifier = EORI, key: string | null = null) => member.call("GET", `/v1/operators?identifier=${encodeURIComponent(identifier)}`, { key });
/** The verdicts that are told, or the problem. */
async function told(member: AskedMember, identifier = EORI, key: string | null = null): Promise<string> {
  const { status, body } = await ask(member, identifier, key);
  if (status !== 200) return `${status} ${body.code}`;
  const { authorisations, silent } = operatorFound.strict().parse(body);
  return [...authorisations.map(({ verdict, reason }) => verdict + (reason === undefined ? "" : `: ${reason}`)), ...silent.map(({ authority, why }) => `${authority.name} ${why}`)].join(", ");
}

let id: string;
const consent = async (publishName: boolean, shareWithMraPartners: boolean): Promise<void> => {
  expect((await south.call("PUT", `/v1/credentials/${id}/consent`, { body: { publishName, shareWithMraPartners } })).status).toBe(200);
};

describe("an AEO of Southland", () => {
  beforeAll(async () => {
    await Promise.all([accredit(north, south, "Southern Customs"), accredit(south, north, "Northern Customs")]);
    const { status, body } = await south.call("POST", "/v1/credentials", { body: { type: "AEOCredential", format: "vc+jwt", credentialSubject: openSubject() } });
    expect(status, JSON.stringify(body)).toBe(201);
    id = body.id;
    await until(async () => (await south.call("GET", `/v1/credentials/${id}`)).body.state === "final");
  });

  test("each service's document says where it takes questions", async () => {
    const { body } = await south.call("GET", `/issuers/${south.address}/did.json`, { key: null });
    expect(body.service).toEqual([{ id: `${body.id}#operators`, type: "TradesealOperators", serviceEndpoint: `${south.url}/v1/operators:ask` }]);
  });

  test.each([
    ["nothing", [false, false], { south: "404 not_found", north: "404 not_found", officer: "404 not_found" }],
    ["its name", [true, false], { south: "authentic", north: "404 not_found", officer: "404 not_found" }],
    ["sharing with partners", [false, true], { south: "404 not_found", north: "404 not_found", officer: "authentic" }],
    ["both", [true, true], { south: "authentic", north: "authentic", officer: "authentic" }],
    ["nothing any more", [false, false], { south: "404 not_found", north: "404 not_found", officer: "404 not_found" }],
  ] as const)("with consent to %s: told at home, abroad, and to an officer abroad", async (_what, [publishName, share], expected) => {
    await consent(publishName, share);
    expect({ south: await told(south), north: await told(north), officer: await told(north, EORI, north.apiKey) }).toEqual(expected);
    // Who issued it sees it whatever the holder lets others be told.
    expect(await told(south, EORI, south.apiKey)).toBe("authentic");
  });

  test("abroad: who issued it, by which recognition, under every identifier; and nothing under a part of one", async () => {
    await consent(true, true);
    const { body } = await ask(north);
    expect(body.authorisations).toMatchObject([{
      ...{ documentType: "AEO", type: "AEOCredential", verdict: "authentic", foundAt: "partner", name: "Example Trading Ltd", says: { number: "KEAEOF0001234", programme: "KE-AEO" }, standing: { standing: "active" } },
      issuer: { address: south.address, name: "Southern Customs" },
      recognition: [{ grantor: { address: north.address, name: north.name }, grantee: { address: south.address } }],
    }]);
    for (const same of ["be 0123456789", "BE-01.23/45 67_89", "P051234567X", "KEP051234567X", "5493000EXAMPLE000096", "CPR/2009/1234", "did:web:operator.example"]) expect([same, await told(north, same)]).toEqual([same, "authentic"]);
    for (const other of ["BE012345678", "BE0123456789%", "%", "*", "BE01234567890", "_E0123456789"]) expect([other, (await told(north, other)).slice(0, 3)]).toEqual([other, expect.stringMatching(/404|422/)]);
  });

  test("on the command line: one, and a list", async () => {
    const one = await north.command("operator", EORI);
    expect([one.code, one.stdout], one.stderr).toEqual([0, expect.stringMatching(/authentic[\s\S]*Example Trading Ltd[\s\S]*Southern Customs/)]);
    writeFileSync(join(folder, "list.csv"), `identifier;scheme\n${EORI};EORI\nNOBODY1;\n`);
    const list = await north.command("operators", join(folder, "list.csv"));
    expect([list.code, list.stdout.split("\n").slice(1, 3).map((row) => row.split(",").slice(0, 4).join())], list.stderr).toEqual([0, ['"2","BE0123456789","EORI","authentic"', '"3","NOBODY1","","nothing_known"']]);
  });

  test("suspended: said at once, at home and abroad; and taken back", async () => {
    const stand = (standing: string) => south.call("PUT", `/v1/credentials/${id}/standing`, { body: { standing, ...(standing === "suspended" ? { reason: "under_investigation" } : {}) } });
    expect((await stand("suspended")).status).toBe(202);
    await until(async () => (await told(north)) === "no_longer_valid: suspended" && (await told(south)) === "no_longer_valid: suspended");
    expect((await ask(north)).body.authorisations[0].standing).toMatchObject({ standing: "suspended", reason: "under_investigation", by: { address: south.address } });
    await stand("active");
    await until(async () => (await told(north)) === "authentic");
  });

  test("recognition withdrawn: it says so, and Northland is nobody's partner when Southland withdraws, too", async () => {
    const withdraw = (by: AskedMember, of: AskedMember) => by.command("withdraw", "--grantor", by.name, "--grantee", of.address, "--type", "AEO", "--wait", "final");
    expect((await withdraw(north, south)).code).toBe(0);
    expect(await told(north)).toBe("no_longer_valid: recognition_ended");
    expect((await withdraw(south, north)).code).toBe(0);
    expect(await told(north)).toBe("Southern Customs refused");
  });

  test("silent: named as silent, and nothing follows from it", async () => {
    await accredit(north, south, "Southern Customs");
    await south.stop();
    await until(async () => (await told(north)) === "Southern Customs no_answer");
    const { status, body } = await ask(north, "NOBODY1");
    expect([status, body.authorisations, body.isComplete]).toEqual([200, [], false]);
  });
});
