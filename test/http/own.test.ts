/**
 * Goal: an issuer learns who it is here, what it may issue, which keys there are and who speaks for it; nobody else does; a silent ledger is no yes.
 * Method: the real store, a scripted ledger; each answer against its schema.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import { me, ownIdentity, ownKeys } from "../../src/http/issuers/ownSchemas.ts";
import { expectProblem, get, sendJson } from "./calls.ts";
import { addressOf, customs, emptyLedger, head, startService, type ServiceInTest } from "./serviceInTest.ts";

let service: ServiceInTest;
let isSilent = false;
beforeAll(async () => {
  const reach = async (): Promise<boolean> => !isSilent;
  const own = { ...customs, address: addressOf("e") };
  service = await startService({ verify: { ...emptyLedger(), follower: { reach }, trustRoots: () => [own] } });
});
afterAll(() => service.stop());

const answer = async (path: string, key: string): Promise<unknown> => (await get(service, path, key)).json();

describe("who am I", () => {
  test("issuer, key, and the types of a trust root", async () => {
    const told = me.strict().parse(await answer("/v1/me", service.keys.rival));
    expect(told).toMatchObject({ issuer: { address: addressOf("e"), did: `did:ethr:0x7a69:${addressOf("e")}`, name: "Rival" }, mayIssue: [{ documentType: "861" }, { documentType: "AEO" }] });
    expect(told.key.id).toBe(service.keys.rival.split("_")[1]);
  });

  test("nothing may be issued by whom nobody vouches for", async () => expect(await answer("/v1/me", service.keys.chamber)).toMatchObject({ mayIssue: [] }));

  test("a silent ledger: who, but not what", async () => {
    isSilent = true;
    const told = me.strict().parse(await answer("/v1/me", service.keys.rival));
    isSilent = false;
    expect(told.issuer.name).toBe("Rival");
    expect(told.mayIssue).toBeUndefined();
  });

  test.each(["/v1/me", "/v1/keys", "/v1/identity"])("%s without a key", async (path) => void (await expectProblem(await get(service, path), 401, "key_missing")));
});

test("keys: one's own alone, never the key itself", async () => {
  const [scopes, expiresAt] = [["read"] as const, Date.now() / 1000 + 3_600];
  const { id, apiKey } = await service.apiKeys.create(addressOf("d"), { scopes, expiresAt }, { by: "test", at: 5 });
  const text = JSON.stringify(await answer("/v1/keys", apiKey));
  const { keys } = ownKeys.strict().parse(JSON.parse(text));
  expect(keys.map(({ isThis }) => isThis)).toEqual([false, true]);
  expect(keys[1]).toMatchObject({ id, scopes: ["read"], createdAt: "1970-01-01T00:00:05Z" });
  expect(text).not.toContain(apiKey.split("_").slice(2).join("_"));
  expect(text).not.toContain(service.keys.rival.split("_")[1]);
});

describe("identity", () => {
  test("owner, and whether the account here may write", async () => {
    const told = ownIdentity.strict().parse(await answer("/v1/identity", service.keys.chamber));
    expect(told).toMatchObject({ owner: addressOf("d"), account: addressOf("d"), mayWrite: true, delegations: [] });
    expect(await answer("/v1/identity", service.keys.hosted)).toMatchObject({ owner: addressOf("8"), account: addressOf("9"), mayWrite: false });
  });

  test("a delegate in force may write, an ended one may not; of a silent ledger it is said that it is silent", async () => {
    let isInForce = true;
    let isDown = false;
    const identityOf = async (identity: never) => {
      if (isDown) throw new Fault("ledger_unreachable", "No endpoint answered.");
      return { identity, head, owner: identity, lastChange: 7, isDeactivated: false, delegations: [{ delegate: addressOf("9"), end: head.time, isInForce }] };
    };
    const other = await startService({ ledgerIdentities: { identityOf: identityOf as never } });
    const ask = () => get(other, "/v1/identity", other.keys.hosted);
    expect(await (await ask()).json()).toMatchObject({ mayWrite: true, delegations: [{ account: addressOf("9"), isInForce: true }] });
    isInForce = false;
    expect(await (await ask()).json()).toMatchObject({ mayWrite: false });
    isDown = true;
    await expectProblem(await ask(), 503, "ledger_unreachable");
    await other.stop();
  });
});

test("documents by the time of their acceptance", async () => {
  const key = service.keys.chamber;
  const { id } = (await (await sendJson(service, "/v1/documents", { body: { digest: "cd".repeat(32), documentType: "861" }, key })).json()) as { id: string };
  const listed = async (query: object) => ((await answer(`/v1/documents?${new URLSearchParams(query as Record<string, string>)}`, key)) as { documents: { id: string }[] }).documents.map((document) => document.id);
  const [before, after] = [-60_000, 60_000].map((shift) => new Date(Date.now() + shift).toISOString());
  expect(await listed({ acceptedFrom: before!, acceptedUntil: after! })).toEqual([id]);
  expect(await listed({ acceptedFrom: after! })).toEqual([]);
  expect(await listed({ acceptedUntil: before! })).toEqual([]);
  expect(await expectProblem(await get(service, "/v1/documents?acceptedFrom=yesterday", key), 422, "request_malformed")).toContain("acceptedFrom");
});
