/**
 * Goal: what is told of an operator is what stands now: each authorisation once for each thing that is to be said of it, the best first.
 * Method: a table of lists of authorisations, written short.
 */
import { expect, test } from "vitest";
import { parseAddress } from "../../src/core/address.ts";
import { presentOnes, type Authorisation } from "../../src/core/authorisation.ts";
import { operatorsAddressIn, operatorsService } from "../../src/core/identities/didServices.ts";
import type { Verdict } from "../../src/core/verdict.ts";

/** `number verdict reason issuer`, newest first as the store gives them. */
function one(text: string): Authorisation {
  const [number, verdict, reason = "", issuer = "c"] = text.split(" ") as [string, Verdict, string?, string?];
  const address = parseAddress(`0x${issuer.repeat(40)}`);
  return { documentType: "AEO" as never, type: "AEOCredential", verdict, ...(reason === "" ? {} : { reason: reason as never }), issuer: { did: `did:ethr:0x1:${address}`, address }, says: { number }, foundAt: "here", digest: "" as never };
}
const written = ({ says, verdict, reason }: Authorisation): string => [says["number"], verdict, ...(reason === undefined ? [] : [reason])].join(" ");

test.each<[what: string, given: string[], told: string[]]>([
  ["none",                                    [],                                                                            []],
  ["in two formats",                          ["1 authentic", "1 authentic"],                                                ["1 authentic"]],
  ["renewed: the expired one is no news",     ["1 authentic", "1 no_longer_valid expired"],                                  ["1 authentic"]],
  ["replaced and revoked since",              ["1 no_longer_valid revoked", "1 no_longer_valid replaced"],                   ["1 no_longer_valid revoked"]],
  ["expired, and nothing else",               ["1 no_longer_valid expired", "1 no_longer_valid expired"],                    ["1 no_longer_valid expired"]],
  ["expired after it was replaced",           ["1 no_longer_valid expired", "1 no_longer_valid replaced"],                   ["1 no_longer_valid expired"]],
  ["one copy suspended: both are told",       ["1 no_longer_valid suspended", "1 authentic"],                                ["1 authentic", "1 no_longer_valid suspended"]],
  ["two authorisations",                      ["2 no_longer_valid expired", "1 authentic"],                                  ["1 authentic", "2 no_longer_valid expired"]],
  ["the same number by two authorities",      ["1 no_longer_valid expired d", "1 authentic"],                                ["1 authentic", "1 no_longer_valid expired"]],
  ["unknown before no",                       ["1 not_entitled", "2 no_longer_valid revoked", "3 undetermined", "4 authentic"], ["4 authentic", "3 undetermined", "2 no_longer_valid revoked", "1 not_entitled"]],
])("%s", (_what, given, told) => expect(presentOnes(given.map(one)).map(written)).toEqual(told));

const did = "did:web:customs.example";
const document = (service: unknown, id = did): Uint8Array => Buffer.from(JSON.stringify({ id, service }));
test.each<[what: string, bytes: Uint8Array, found: string | null]>([
  ["as we publish it",        document([operatorsService(did, "https://customs.example")]),                                    "https://customs.example/v1/operators:ask"],
  ["among others",            document([{ type: "X", serviceEndpoint: "https://x" }, { type: ["Y", "TradesealOperators"], serviceEndpoint: "https://y" }]), "https://y"],
  ["another DID's",           document([operatorsService(did, "https://customs.example")], "did:web:other.example"),            null],
  ["no list",                 document(operatorsService(did, "https://customs.example")),                                      null],
  ["an object as address",    document([{ type: "TradesealOperators", serviceEndpoint: { uri: "https://x" } }]),               null],
  ["behind twenty others",    document([...Array(20).fill({ type: "X" }), operatorsService(did, "https://customs.example")]),  null],
  ["too long",                document([{ type: "TradesealOperators", serviceEndpoint: `https://${"x".repeat(2_000)}` }]),     null],
  ["JSON of two meanings",    Buffer.from(`{"id":"${did}","service":[],"service":[]}`),                                        null],
  ["no JSON",                 Buffer.from("x"),                                                                                null],
])("where questions are taken: %s", (_what, bytes, found) => expect(operatorsAddressIn(bytes, did)).toBe(found));
