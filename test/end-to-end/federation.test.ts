/**
 * Goal: administrations that share nothing but a ledger check each other's published documents, and neither can speak for the other.
 * Method: two running services with folders, keys, stores and indexes of their own on one ledger that belongs to neither; told by commands and HTTP. Each
 * believes only itself at first; then one recognises the other, takes back what the other issued, and one of them is stopped.
 */
import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../scripts/serviceProcess.ts";
import type { Report } from "../../src/core/report.ts";
import { startLedger } from "../adapters/ledger/chain.ts";
import { tradeseal } from "../cli/program.ts";
import { believe, found, type Member } from "./member.ts";
import { until } from "../until.ts";

let chain: Awaited<ReturnType<typeof startLedger>>;
let north: Member;
let south: Member;
const folder = temporaryFolder();
const documentTypes = ["861", "AEO"];
const foundHere = (name: string): Promise<Member> => found(name, { folder, ledgerUrl: chain.chain.url, documentTypes });

beforeAll(async () => {
  chain = await startLedger([]);
  writeFileSync(join(folder, "ledger.json"), JSON.stringify({ format: "tradeseal-ledger/1", ...chain.ledger }));
  [north, south] = [await foundHere("Customs of Northland"), await foundHere("Customs of Southland")];
  await chain.chain.fund([north.address, south.address]);
  await Promise.all([north.start(), south.start()]);
});
afterAll(async () => {
  await Promise.all([north?.stop(), south?.stop()]);
  await chain?.stop();
});

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

async function anchor(member: Member, text: string, documentType: string): Promise<void> {
  const headers = { authorization: `Bearer ${member.apiKey}`, "content-type": "application/json" };
  const reply = await fetch(`${member.url}/v1/documents`, { method: "POST", headers, body: JSON.stringify({ digest: digestOf(text), documentType }) });
  expect(reply.status).toBe(202);
  const { id } = (await reply.json()) as { id: string };
  await until(async () => ((await (await fetch(`${member.url}/v1/documents/${id}`, { headers })).json()) as { state: string }).state === "final");
}

async function check({ url }: Member, text: string): Promise<Report> {
  const reply = await fetch(`${url}/v1/verifications`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ digest: digestOf(text) }) });
  expect(reply.status).toBe(200);
  return (await reply.json()) as Report;
}

const verdictAt = async (member: Member, text: string): Promise<string> => {
  const { verdict, reason } = await check(member, text);
  return verdict + (reason === undefined ? "" : `: ${reason}`);
};

/** Runs a command on the member's folder or service, and waits until it is final. */
async function command(member: Member, ...args: string[]): Promise<void> {
  const environment = { ...member.environment, TRADESEAL_API_KEY: member.apiKey };
  const { code, stderr, stdout } = await tradeseal([...args, "--wait", "final"], { folder, environment });
  expect(code, stdout + stderr).toBe(0);
}

test("each finds the other's documents, and believes whom it chose", async () => {
  await Promise.all([anchor(north, "a northern certificate", "861"), anchor(south, "a southern certificate", "861")]);
  expect(await verdictAt(north, "a northern certificate")).toBe("authentic");
  expect(await verdictAt(south, "a southern certificate")).toBe("authentic");
  expect(await verdictAt(south, "a northern certificate")).toBe("not_entitled: no_accreditation");
  expect(await verdictAt(north, "a southern certificate")).toBe("not_entitled: no_accreditation");
  expect((await check(south, "a northern certificate")).anchors[0]!.issuer.address).toBe(north.address);
});

test("one recognises the other's AEO programme: it holds there, and not the other way round", async () => {
  await Promise.all([anchor(south, "a southern operator", "AEO"), anchor(north, "a northern operator", "AEO")]);
  expect(await verdictAt(north, "a southern operator")).toBe("not_entitled: no_accreditation");
  await command(north, "accredit", "--grantor", north.name, "--grantee", south.address, "--name", "Southern Customs", "--type", "AEO", "--from", "2026-01-01");
  const report = await check(north, "a southern operator");
  expect(report).toMatchObject({ verdict: "authentic", issuer: { name: "Southern Customs" } });
  expect(report.anchors[0]!.presentPath).toMatchObject([{ grantor: { name: north.name }, grantee: { address: south.address } }]);
  expect(await verdictAt(south, "a northern operator")).toBe("not_entitled: no_accreditation");
  const { recognitions } = (await (await fetch(`${north.url}/v1/recognitions`)).json()) as { recognitions: object[] };
  expect(recognitions).toMatchObject([{ documentType: "AEO", recogniser: { address: north.address }, recognised: { name: "Southern Customs" }, isInForce: true }]);
});

test("what the one takes back of the other's counts where the one is above, and is shown as its word", async () => {
  const paper = join(folder, "operator.txt");
  writeFileSync(paper, "a southern operator");
  await command(north, "suspend", paper, "--issuer", south.address, "--type", "AEO");
  expect(await check(north, "a southern operator")).toMatchObject({ verdict: "no_longer_valid", reason: "suspended", anchors: [{ standing: { by: { name: north.name, address: north.address } } }] });
  // Southland believes itself: nobody is above it there.
  expect(await verdictAt(south, "a southern operator")).toBe("authentic");
  await command(north, "reinstate", paper, "--issuer", south.address, "--type", "AEO");
  expect(await verdictAt(north, "a southern operator")).toBe("authentic");
});

test("where both are believed, both are named", async () => {
  believe(south.environment["TRADESEAL_DATA"]!, [south, north], documentTypes);
  await until(async () => (await check(south, "a southern operator")).anchors[0]!.vouchingRoots!.length === 2);
  const { anchors } = await check(south, "a southern operator");
  expect(anchors[0]!.vouchingRoots!.map(({ name }) => name).toSorted()).toEqual([north.name, south.name]);
  expect(await verdictAt(south, "a northern operator")).toBe("authentic");
});

test("one is stopped: its documents are checked as before, by the other", async () => {
  await south.stop();
  expect(await verdictAt(north, "a southern operator")).toBe("authentic");
  expect(existsSync(join(north.environment["TRADESEAL_DATA"]!, "ledger"))).toBe(false);
});
