/**
 * Goal: what is not known about a DID is said to be unknown, never "no"; answers are remembered for a stated time, bounded, joined, and never a failure.
 * Method: hosts and a ledger that answer by script, and a clock that the test turns.
 */
import { expect, test } from "vitest";
import { parseAddress } from "../../../src/core/address.ts";
import { keyAttribute, otherNameAttribute } from "../../../src/core/identities/keyAttribute.ts";
import type { IdentityChange } from "../../../src/core/identities/didEthr.ts";
import { Fault } from "../../../src/core/fault.ts";
import type { Block } from "../../../src/core/ledger.ts";
import { publicKeyFromJwk } from "../../../src/core/publicKey.ts";
import { identitiesThrough, WEB_AGE_SECONDS } from "../../../src/flows/identities/identities.ts";
import type { Fetched, FetchRefusal, IdentityPorts } from "../../../src/flows/identities/identityPorts.ts";
import { ownIdentitiesOf } from "../../../src/flows/identities/ownIdentities.ts";

const issuer = parseAddress(`0x${"d".repeat(40)}`);
const at: Block = { number: 9, hash: `0x${"b".repeat(64)}`, time: 1_000 };
const key = publicKeyFromJwk({ kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" })!;
const did = "did:web:a.example";
const document = (id: string): Fetched => ({ isFetched: true, bytes: Buffer.from(JSON.stringify({ id, verificationMethod: [{ id: "#k", type: "JsonWebKey", controller: id, publicKeyJwk: key.jwk }], assertionMethod: ["#k"] })) });
const didOfUrl = (url: string): string => `did:web:${new URL(url).host}`;

/** Everything in order; `changes` replace parts of it. */
function world(changes: Partial<IdentityPorts> = {}) {
  const asked: string[] = [];
  const clock = { now: 1_000 };
  const ports: IdentityPorts = {
    ...{ chainId: 31_337, clock: () => clock.now, ownIdentity: async () => null, isLoopbackFetched: false },
    history: { changesUntil: async () => [] },
    fetcher: { fetch: async (url) => document(didOfUrl(url)) },
    ...changes,
  };
  const { fetch } = ports.fetcher;
  const fetcher: IdentityPorts["fetcher"] = { fetch: (url, wanted) => (asked.push(url), fetch(url, wanted)) };
  return { identities: identitiesThrough({ ...ports, fetcher }), asked, clock };
}

test("a document of the web is asked for once in its age, by all together", async () => {
  const { identities, asked, clock } = world();
  const [first, second] = await Promise.all([identities.resolve(did, at), identities.resolve(did, at)]);
  expect(second).toBe(first);
  clock.now += WEB_AGE_SECONDS - 1;
  expect(await identities.resolve(did, at)).toBe(first);
  expect(asked).toEqual(["https://a.example/.well-known/did.json"]);
  clock.now += 1;
  expect(await identities.resolve(did, at)).toMatchObject({ is: "resolved", readAt: clock.now });
  expect(asked).toHaveLength(2);
});

test("no more than 1,000 documents are remembered", async () => {
  const { identities, asked } = world();
  for (let number = 0; number <= 1_000; number += 1) await identities.resolve(`did:web:h${number}.example`, at);
  await identities.resolve("did:web:h1000.example", at);
  expect(asked).toHaveLength(1_001);
  await identities.resolve("did:web:h0.example", at);
  expect(asked).toHaveLength(1_002);
});

const failures: readonly [what: string, answer: Fetched, why: string][] = [
  ...(["name_unresolvable", "connect_timeout", "tls_failed", "redirected", "not_there", "too_large", "too_busy", "address_forbidden"] as FetchRefusal[]).map((refusal): [string, Fetched, string] => [refusal, { isFetched: false, refusal }, refusal]),
  ["another's document", document("did:web:b.example"),                             "id_differs"],
  ["no JSON",            { isFetched: true, bytes: Buffer.from("<html>") },         "document_malformed"],
];
for (const [what, answer, why] of failures) {
  test(`${what}: unknown for now, and asked for again`, async () => {
    const { identities, asked } = world({ fetcher: { fetch: async (url) => (asked.length === 1 ? answer : document(didOfUrl(url))) } });
    expect(await identities.resolve(did, at)).toEqual({ is: "unknown", why });
    expect(await identities.resolve(did, at)).toMatchObject({ is: "resolved" });
    expect(asked).toHaveLength(2);
  });
}

test.each([
  ["did:web:a%40b.example",                            { is: "unusable", why: "did_malformed" }],
  ["did:ion:abc",                                      { is: "unusable", why: "did_malformed" }],
  ["did:key:z6MkNoKey",                                { is: "unusable", why: "key_unusable" }],
  ["did:jwk:e30",                                      { is: "unusable", why: "key_unusable" }],
  [`did:ethr:0x1:${issuer}`,                           { is: "unknown",  why: "ledger_unknown" }],
])("%s: nobody is asked", async (text, expected) => {
  const { identities, asked } = world();
  expect(await identities.resolve(text, at)).toEqual(expected);
  expect(asked).toEqual([]);
});

test("a ledger that does not answer is unknown; an error of ours is none of that", async () => {
  const failing = (error: Error) => world({ history: { changesUntil: () => Promise.reject(error) } }).identities.resolve(`did:ethr:0x7a69:${issuer}`, at);
  expect(await failing(new Fault("ledger_unreachable", "silent"))).toEqual({ is: "unknown", why: "ledger_silent" });
  expect(await failing(new Fault("ledger_mismatch", "another"))).toEqual({ is: "unknown", why: "ledger_unknown" });
  await expect(failing(new TypeError("ours"))).rejects.toThrow("ours");
});

test("this machine is asked without TLS in development only", async () => {
  for (const [isLoopbackFetched, scheme] of [[false, "https"], [true, "http"]] as const) {
    const { identities, asked } = world({ isLoopbackFetched });
    for (const host of ["localhost%3A8080", "127.0.0.1%3A8080", "a.example"]) await identities.resolve(`did:web:${host}`, at);
    expect(asked.map((url) => url.split("/.well")[0])).toEqual([`${scheme}://localhost:8080`, `${scheme}://127.0.0.1:8080`, "https://a.example"]);
  }
});

const changes: readonly IdentityChange[] = [
  { kind: "attribute", blockNumber: 3, logIndex: 0, validTo: 5_000, ...keyAttribute(key) },
  { kind: "attribute", blockNumber: 3, logIndex: 1, validTo: 5_000, ...otherNameAttribute("did:web:own.example:issuers:x") },
];

test("an issuer of this service is read from the ledger as it was, and nobody is asked over the network", async () => {
  const ownDid = `did:web:own.example:issuers:${issuer}`;
  const own = ownIdentitiesOf({
    ...{ publicUrl: "https://own.example", chainId: 31_337, accounts: { accountFor: async (identity) => (identity === issuer ? issuer : null) } },
    ...{ history: { changesUntil: async () => changes }, ledger: { head: async () => ({ ...at, finalNumber: 7 }), blockAt: async (number) => ({ ...at, number }) } },
  });
  expect([await own.identityOf(ownDid), await own.identityOf(`did:web:other.example:issuers:${issuer}`), await own.identityOf(ownDid.replace("dd", "ee")), await own.identityOf("did:web:own.example")]).toEqual([issuer, null, null, null]);
  const { identities, asked } = world({ ownIdentity: own.identityOf, history: { changesUntil: async () => changes } });
  const names = async (block: Block) => {
    const resolution = await identities.resolve(ownDid, block);
    return resolution.is === "resolved" && resolution.document.methods.map(({ id }) => id);
  };
  expect(await names(at)).toEqual([`${ownDid}#${key.thumbprint}`]);
  expect(await names({ ...at, number: 2 }), "before it was listed").toEqual([]);
  expect(await names({ ...at, time: 5_000 }), "at the second of its end").toEqual([]);
  expect(await own.documentOf(issuer)).toMatchObject({ id: ownDid, alsoKnownAs: [`did:ethr:0x7a69:${issuer}`] });
  expect(await own.documentOf(parseAddress(`0x${"e".repeat(40)}`))).toBeNull();
  expect(asked).toEqual([]);
});
