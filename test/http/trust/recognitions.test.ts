/**
 * Goal: who recognises whom is told truly: each grant by itself, in force or not and why, by its own path; the page says the same and can hurt nobody.
 * Method: the real service on a scripted ledger with a small world of customs administrations; one row a recognition.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Address } from "../../../src/core/address.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { Fault } from "../../../src/core/fault.ts";
import { NO_END, type GrantStatement } from "../../../src/core/ledger.ts";
import { recognitions as schema } from "../../../src/http/openapi/answers.ts";
import type { VerifyPorts } from "../../../src/flows/ports.ts";
import { expectProblem, get } from "../calls.ts";
import { addressOf, emptyLedger, hashOf, head, startService, type ServiceInTest } from "../serviceInTest.ts";

const [home, second, abroad, ended, taken, stolen, later, closed, beyond, far] = "1234567890".split("").map(addressOf) as [Address, Address, Address, Address, Address, Address, Address, Address, Address, Address];
const AEO = parseDocumentType("AEO");
const now = head.time;
const says = (change: Partial<GrantStatement> = {}): GrantStatement => ({ isGranted: true, from: now - 500, until: NO_END, mayPassOn: false, isCompromised: false, time: now - 500, blockNumber: 1, particulars: hashOf("5"), ...change });
const withdraws = (change: Partial<GrantStatement> = {}): GrantStatement => says({ isGranted: false, from: now - 100, time: now - 100, ...change });

/** Who said what about whom, and what becomes of it. */
const world: readonly [recogniser: Address, recognised: Address, statements: GrantStatement[], says: string][] = [
  [home,   abroad, [says({ mayPassOn: true })],                           "in force"],
  [second, abroad, [says({ until: now - 10 })],                           "accreditation_expired"],
  [home,   ended,  [says({ until: now })],                                "accreditation_expired"],
  [home,   taken,  [says(), withdraws()],                                 "accreditation_withdrawn"],
  [second, taken,  [says()],                                              "in force"],
  [home,   stolen, [says(), withdraws({ isCompromised: true })],          "compromised"],
  [second, stolen, [says()],                                              "compromised"],
  [home,   later,  [says({ from: now + 100 })],                           "accreditation_not_yet_valid"],
  [home,   closed, [says()],                                              "issuer_deactivated"],
  [abroad, beyond, [says()],                                              "in force"],
  [beyond, far,    [says()],                                              "no_accreditation"],
];

let isSilent = false;
function ports(): VerifyPorts {
  const empty = emptyLedger();
  const named = world.map(([grantor, grantee]) => ({ grantor, grantee, name: grantee === abroad ? "Customs <b>Abroad</b>" : `Customs ${grantee.at(-1)}`, particulars: hashOf("5") }));
  return {
    ...empty,
    ledger: {
      ...empty.ledger,
      head: async () => (isSilent ? Promise.reject(new Fault("ledger_unreachable", "no answer")) : head),
      grantsOf: async ({ grantor, grantee }) => world.find((row) => row[0] === grantor && row[1] === grantee)?.[2] ?? [],
    },
    index: { ...empty.index, grantsBelow: (type) => (type === AEO ? named : []), deactivatedIn: (identity) => (identity === closed ? 5 : null) },
    trustRoots: () => [{ address: home, name: "Home Customs", documentTypes: [AEO, parseDocumentType("861")] }, { address: second, name: "Second Customs", documentTypes: [AEO] }],
  };
}

let service: ServiceInTest;
beforeAll(async () => void (service = await startService({ verify: ports() })));
afterAll(() => service.stop());

const listed = async () => schema.parse(await (await get(service, "/v1/recognitions")).json()).recognitions;

test.each(world)("%s recognises %s", async (recogniser, recognised, _statements, expected) => {
  const found = (await listed()).find((each) => each.recogniser.address === recogniser && each.recognised.address === recognised)!;
  expect(found.isInForce ? "in force" : found.reason).toBe(expected);
  expect(found.path?.at(-1)).toEqual(found.isInForce ? expect.objectContaining({ grantor: found.recogniser, grantee: found.recognised }) : undefined);
});

test("paths begin at a trust root, periods end where they were ended", async () => {
  const all = await listed();
  const find = (recognised: Address, recogniser = home) => all.find((each) => each.recogniser.address === recogniser && each.recognised.address === recognised)!;
  expect(all).toHaveLength(world.length);
  expect(find(beyond, abroad).path!.map(({ grantor }) => grantor.name)).toEqual(["Home Customs", "Customs <b>Abroad</b>"]);
  expect(find(taken).until).toBe(new Date((now - 100) * 1000).toISOString().replace(".000", ""));
  expect(find(abroad)).not.toHaveProperty("until");
  expect(all.every(({ documentType }) => documentType === "AEO")).toBe(true);
});

test("the page says the same, in words, without a script", async () => {
  const response = await get(service, "/recognitions");
  const page = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
  expect(page).toContain("Recognition of AEO certificates");
  expect(page.match(/class="yes"/g)).toHaveLength(world.filter(([, , , expected]) => expected === "in force").length);
  expect(page.match(/class="no"/g)).toHaveLength(world.filter(([, , , expected]) => expected !== "in force").length);
  expect(page).toContain("keys declared stolen");
  expect(page).not.toMatch(/<script|<b>Abroad/);
});

test("a silent ledger is said, by page and resource", async () => {
  isSilent = true;
  try {
    const page = await get(service, "/recognitions");
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining("The ledger did not answer in time.")]);
    await expectProblem(await get(service, "/v1/recognitions"), 503, "ledger_unreachable");
  } finally {
    isSilent = false;
  }
});

test("where nobody recognises anybody, the page says so", async () => {
  const empty = await startService();
  expect(await (await get(empty, "/recognitions")).text()).toContain("There are no recognitions yet");
  await empty.stop();
});
