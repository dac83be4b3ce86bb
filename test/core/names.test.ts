/**
 * Goal: digests, document types, addresses and DIDs have one spelling each, and what is none is refused with its own fault.
 * Method: a table of good spellings, and each spoilt in one way.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { didOf, isAddress, parseAddress, parseDid, type Address } from "../../src/core/address.ts";
import { digestOf, parseDigest } from "../../src/core/digest.ts";
import { isHash } from "../../src/core/isHash.ts";
import { isDocumentType, isLastingRight, parseDocumentType } from "../../src/core/documentType.ts";
import { Fault, type FaultCode } from "../../src/core/fault.ts";
import { fromHex, toHex } from "../../src/core/hex.ts";

const refuses = (work: () => unknown, code: FaultCode): void => {
  expect(work).toThrow(Fault);
  expect(work).toThrow(expect.objectContaining({ code }));
};
/** What a JSON body may hold where text was expected. */
const notText: readonly unknown[] = [undefined, null, 0, 12, true, [], {}, ["a".repeat(64)], { toString: 1 }, { toString: () => "a".repeat(64) }];

describe("digests", () => {
  const digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  it("known answer from outside: SHA-256 of abc (FIPS 180)", () => expect(digestOf(new TextEncoder().encode("abc"))).toBe(digest));
  it("are read as they are", () => expect(parseDigest(digest)).toBe(digest));

  it.each([
    ["empty",               ""],
    ["63 characters",       digest.slice(1)],
    ["65 characters",       `${digest}0`],
    ["upper case",          digest.toUpperCase()],
    ["one upper-case hex",  `${digest.slice(0, -1)}D`],
    ["0x before it",        `0x${digest.slice(2)}`],
    ["a blank before it",   ` ${digest.slice(1)}`],
    ["a line break after",  `${digest}\n`],
    ["a letter beyond f",   `g${digest.slice(1)}`],
    ["full-width digits",   `１${digest.slice(1)}`],
    ["another line first",  `x\n${digest}`],
  ])("%s is refused", (_, text) => refuses(() => parseDigest(text), "digest_malformed"));

  it("what is no text is refused", () => {
    for (const each of notText) {
      refuses(() => parseDigest(each), "digest_malformed");
      expect(isHash(each)).toBe(false);
    }
  });

  it("hex is read back as the bytes it was written from", () => {
    fc.assert(fc.property(fc.uint8Array(), (each) => Buffer.from(each).equals(fromHex(toHex(each)))));
  });
});

describe("document types", () => {
  it.each(["861", "380", "AEO", "TOI", "ACR", "RCT", "A", "9", "ABCDEFGH", "12345678"])("%s is one", (text) => {
    expect(parseDocumentType(text)).toBe(text);
    expect(isDocumentType(text)).toBe(true);
  });

  it.each(["", "ABCDEFGHI", "aeo", "AEo", "A E", "A-1", "AEO ", " AEO", "AEO\n", "AEO\0", "Ä", "АЕО", "８６１", "__proto__"])("%j is none", (text) => {
    refuses(() => parseDocumentType(text), "document_type_malformed");
  });

  it("what is no text is none", () => {
    for (const each of notText) refuses(() => parseDocumentType(each), "document_type_malformed");
  });

  it.each([
    ["861", false], ["380", false], ["0", false], ["12345678", false], ["RCT", false],
    ["AEO", true], ["TOI", true], ["ACR", true], ["RCTX", true], ["XRCT", true], ["861A", true], ["A861", true],
  ])("%s: a right that lasts? %s", (text, isRight) => expect(isLastingRight(parseDocumentType(text))).toBe(isRight));
});

describe("addresses and DIDs", () => {
  const address = "0x00000000000000000000000000000000000000ab" as Address;
  const did = `did:ethr:0x7a69:${address}`;

  it("an address in any case of letters is read in lower case", () => {
    expect(parseAddress(address.toUpperCase().replace("0X", "0x"))).toBe(address);
    expect(isAddress(address)).toBe(true);
  });

  it.each(["", "0x", address.slice(1), address.slice(0, -1), `${address}0`, address.replace("0x", "0X"), address.replace("b", "g"), ` ${address}`, `${address}\n`])(
    "%j is no address",
    (text) => refuses(() => parseAddress(text), "address_malformed"),
  );

  it("what is no text is no address and no DID", () => {
    for (const each of notText) {
      refuses(() => parseAddress(each), "address_malformed");
      expect(parseDid(each)).toBeNull();
    }
  });

  it("a DID names chain and identity", () => {
    expect(didOf(address, 31337)).toBe(did);
    expect(parseDid(did)).toEqual({ chainId: 31337, identity: address });
    expect(parseDid(`did:ethr:0x1fffffffffffff:${address}`)).toEqual({ chainId: Number.MAX_SAFE_INTEGER, identity: address });
  });

  it.each([
    ["no chain",                      `did:ethr:${address}`],
    ["a chain by name",               `did:ethr:sepolia:${address}`],
    ["a decimal chain",               `did:ethr:31337:${address}`],
    ["chain 0",                       `did:ethr:0x0:${address}`],
    ["a chain with a leading zero",   `did:ethr:0x07a69:${address}`],
    ["a chain in upper case",         `did:ethr:0x7A69:${address}`],
    ["chain 2^53",                    `did:ethr:0x20000000000000:${address}`],
    ["a chain of 15 digits",          `did:ethr:0x100000000000000:${address}`],
    ["another method",                `did:web:0x7a69:${address}`],
    ["an upper-case scheme",          `DID:ethr:0x7a69:${address}`],
    ["a fragment",                    `${did}#controller`],
    ["a query",                       `${did}?versionId=5`],
    ["a path",                        `${did}/a`],
    ["a blank after it",              `${did} `],
    ["a public key",                  `did:ethr:0x7a69:0x02${"ab".repeat(32)}`],
  ])("%s is no such DID", (_, text) => expect(parseDid(text)).toBeNull());
});
