/**
 * Goal: a seal is read in one way or not at all, and written in one way only.
 * Method: one good seal, spoilt in exactly one way per row; hostile bytes; laws.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../src/core/fault.ts";
import type { Json } from "../../src/core/json.ts";
import { parseSeal, SEAL_LIMIT_BYTES, writeSeal, type Seal } from "../../src/core/seal.ts";
import { identity, ledger, seal, sealMembers } from "./world.ts";

const numRuns = process.env["TRADESEAL_LONG"] === "1" ? 10_000 : 300;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const good = writeSeal(seal);
const text = (change: Readonly<Record<string, unknown>>): string => JSON.stringify({ ...sealMembers, ...change });
const without = (member: string): string => text({ [member]: undefined });
const hash = "ab".repeat(32);
const did = sealMembers.issuer;
const swap = (from: string, to: string): string => good.replace(from, to);

const refuses = (input: Uint8Array | string, member?: string): void => {
  try {
    parseSeal(input);
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).code).toBe("seal_malformed");
    if (member !== undefined) expect((error as Fault).message).toContain(`The seal's ${member} must be`);
    return;
  }
  expect.unreachable("a seal was read");
};

it("the good case: read as it was written, in every spelling", () => {
  expect(parseSeal(good)).toEqual(seal);
  expect(parseSeal(utf8(good))).toEqual(seal);
  expect(parseSeal(JSON.stringify(sealMembers, null, 2))).toEqual(seal);
  expect(writeSeal(parseSeal(JSON.stringify(sealMembers, null, "\t")))).toBe(good);
});

const members: readonly [what: string, change: Readonly<Record<string, unknown>>, member: string][] = [
  ["another format",                     { format: "tradeseal/2" },                                "format"],
  ["the format in capitals",             { format: "TRADESEAL/1" },                                "format"],
  ["the ledger as text",                 { ledger: "31337" },                                      "ledger"],
  ["the ledger as an array",             { ledger: [31337, ledger.genesis] },                      "ledger"],
  ["the ledger as an empty array",       { ledger: [] },                                           "ledger"],
  ["the ledger null",                    { ledger: null },                                         "ledger"],
  ["a member more in the ledger",        { ledger: { ...ledger, block: 1 } },                      "ledger"],
  ["no chain id",                        { ledger: { ...ledger, chainId: undefined } },            "ledger.chainId"],
  ["chain id as text",                   { ledger: { ...ledger, chainId: "31337" } },              "ledger.chainId"],
  ["chain id 0",                         { ledger: { ...ledger, chainId: 0 } },                    "ledger.chainId"],
  ["a negative chain id",                { ledger: { ...ledger, chainId: -1 } },                   "ledger.chainId"],
  ["half a chain id",                    { ledger: { ...ledger, chainId: 31337.5 } },              "ledger.chainId"],
  ["no genesis",                         { ledger: { ...ledger, genesis: undefined } },            "ledger.genesis"],
  ["genesis without 0x",                 { ledger: { ...ledger, genesis: hash } },                 "ledger.genesis"],
  ["genesis in upper case",              { ledger: { ...ledger, genesis: `0x${"AB".repeat(32)}` } }, "ledger.genesis"],
  ["genesis too short",                  { ledger: { ...ledger, genesis: "0xab" } },               "ledger.genesis"],
  ["no registry",                        { ledger: { ...ledger, anchorRegistry: undefined } },     "ledger.anchorRegistry"],
  ["the registry with a checksum",       { ledger: { ...ledger, anchorRegistry: "0x5FbDB2315678afecb367f032d93F642f64180aa3" } }, "ledger.anchorRegistry"],
  ["the registry too long",              { ledger: { ...ledger, anchorRegistry: `${ledger.anchorRegistry}0` } }, "ledger.anchorRegistry"],
  ["the issuer as a bare address",       { issuer: did.slice(-42) },                               "issuer"],
  ["the issuer on another chain",        { issuer: did.replace("0x7a69", "0x1") },                 "issuer"],
  ["the issuer without its chain",       { issuer: did.replace("0x7a69:", "") },                   "issuer"],
  ["the issuer in upper case",           { issuer: `did:ethr:0x7a69:0x${"AB".repeat(20)}` },       "issuer"],
  ["the chain in upper case",            { issuer: did.replace("0x7a69", "0x7A69") },              "issuer"],
  ["the issuer as did:web",              { issuer: "did:web:chamber.example" },                    "issuer"],
  ["the issuer with a fragment",         { issuer: `${did}#controller` },                          "issuer"],
  ["the issuer as an array",             { issuer: [did] },                                        "issuer"],
  ["a lower-case type",                  { documentType: "aeo" },                                  "documentType"],
  ["the type as a number",               { documentType: 861 },                                    "documentType"],
  ["an empty type",                      { documentType: "" },                                     "documentType"],
  ["a type of nine letters",             { documentType: "ABCDEFGHI" },                            "documentType"],
  ["the digest in upper case",           { digest: sealMembers.digest.toUpperCase() },             "digest"],
  ["the digest with 0x",                 { digest: `0x${sealMembers.digest}` },                    "digest"],
  ["a digest too short",                 { digest: sealMembers.digest.slice(1) },                  "digest"],
  ["the digest with a line break",       { digest: `${sealMembers.digest}\n` },                    "digest"],
  ["the digest as an array",             { digest: [sealMembers.digest] },                         "digest"],
  ["the root in upper case",             { root: sealMembers.root.toUpperCase() },                 "root"],
  ["the root null",                      { root: null },                                           "root"],
  ["size 0",                             { size: 0, index: 0 },                                    "size"],
  ["a negative size",                    { size: -5 },                                             "size"],
  ["half a size",                        { size: 5.5 },                                            "size"],
  ["the size as text",                   { size: "5" },                                            "size"],
  ["size 2^40",                          { size: 2 ** 40 },                                        "size"],
  ["index at size",                      { index: 5 },                                             "index"],
  ["index -1",                           { index: -1 },                                            "index"],
  ["index 0.5",                          { index: 0.5 },                                           "index"],
  ["the index as text",                  { index: "2" },                                           "index"],
  ["the index null",                     { index: null },                                          "index"],
  ["the path as text",                   { path: hash },                                           "path"],
  ["the path as an object",              { path: { 0: hash, length: 1 } },                         "path"],
  ["a hash in upper case on the path",   { path: [hash.toUpperCase()] },                           "path"],
  ["a hash cut short on the path",       { path: [hash.slice(2)] },                                "path"],
  ["a null on the path",                 { path: [null] },                                         "path"],
  ["a path in a path",                   { path: [[hash]] },                                       "path"],
  ["41 hashes",                          { path: Array.from({ length: 41 }, () => hash) },         "path"],
];

describe("one member spoilt", () => {
  it.each(members)("%s", (_, change, member) => refuses(text(change), member));
  it.each(Object.keys(sealMembers))("%s left out", (member) => refuses(without(member), member));
  it.each(Object.keys(sealMembers))("%s null", (member) => refuses(text({ [member]: null }), member));
});

const hostile: readonly [what: string, input: Uint8Array | string][] = [
  ["nothing",                              ""],
  ["no bytes",                             new Uint8Array()],
  ["a byte order mark",                    `\uFEFF${good}`],
  ["a byte order mark in bytes",           utf8(`\uFEFF${good}`)],
  ["UTF-16",                               new Uint8Array(Buffer.from(good, "utf16le"))],
  ["bytes that are no UTF-8",              Uint8Array.of(...utf8(good.slice(0, -1)), 0x2c, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)],
  ["an overlong slash",                    Uint8Array.of(0xc0, 0xaf, ...utf8(good))],
  ["a surrogate written in UTF-8",         Uint8Array.of(...utf8(good.slice(0, -1)), 0x2c, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d)],
  ["an array at the top",                  `[${good}]`],
  ["a text at the top",                    JSON.stringify(good)],
  ["null",                                 "null"],
  ["a number",                             "1"],
  ["trailing garbage",                     `${good}x`],
  ["two seals",                            `${good}${good}`],
  ["a NUL after it",                       `${good}\0`],
  ["a NUL before it",                      `\0${good}`],
  ["cut short",                            good.slice(0, -1)],
  ["the digest twice",                     swap('"digest":', `"digest":"${hash}","digest":`)],
  ["the digest twice, once escaped",       swap('"digest":', `"\\u0064igest":"${hash}","digest":`)],
  ["the chain id twice",                   swap('"chainId":', '"chainId":1,"chainId":')],
  ["an unknown member twice",              swap("{", '{"x":1,"x":2,')],
  ["__proto__",                            swap("{", '{"__proto__":{"index":0},')],
  ["__proto__ instead of the members",     `{"__proto__":${good}}`],
  ["constructor",                          swap("{", '{"constructor":1,')],
  ["1e400 in an unknown member",           swap("{", '{"x":1e400,')],
  ["2^53 + 1 in an unknown member",        swap("{", '{"x":9007199254740993,')],
  ["an index that only reads as whole",    swap('"index":2', '"index":1.99999999999999999999')],
  ["a size that only reads as whole",      swap('"size":5', '"size":5.0000000000000000001')],
  ["index minus zero",                     swap('"index":2', '"index":-0')],
  ["size 1e400",                           swap('"size":5', '"size":1e400')],
  ["size 2^53 + 1",                        swap('"size":5', '"size":9007199254740993')],
  ["a lone surrogate",                     swap("{", '{"x":"\\ud800",')],
  ["a lone surrogate in a raw text",       swap("{", '{"x":"\ud800",')],
  ["a lone surrogate in a key",            swap("{", '{"\\udc00":1,')],
  ["depth 5,000",                          swap("{", `{"x":${"[".repeat(5_000)}${"]".repeat(5_000)},`)],
  ["depth 25",                             swap("{", `{"x":${"[".repeat(24)}${"]".repeat(24)},`)],
  ["a byte above the limit",               good.padEnd(SEAL_LIMIT_BYTES + 1)],
  ["a byte above the limit, as bytes",     utf8(good.padEnd(SEAL_LIMIT_BYTES + 1))],
  ["more bytes than letters",              swap("{", `{"x":"${"€".repeat(6_000)}",`)],
];

describe("hostile input", () => {
  it.each(hostile)("%s", (_, input) => refuses(input));

  it.each([["text", " ".repeat(2 ** 20)], ["brackets", "[".repeat(2 ** 20)], ["quotes", '"\\'.repeat(2 ** 19)], ["bytes", new Uint8Array(2 ** 20)]] as const)(
    "a mebibyte of %s is refused fast",
    (_, input) => {
      const start = performance.now();
      refuses(input);
      expect(performance.now() - start).toBeLessThan(5_000);
    },
  );

  it("at the limit of bytes it is read", () => {
    expect(parseSeal(good.padEnd(SEAL_LIMIT_BYTES))).toEqual(seal);
    expect(parseSeal(utf8(good.padEnd(SEAL_LIMIT_BYTES)))).toEqual(seal);
    const euros = "€".repeat(Math.floor((SEAL_LIMIT_BYTES - good.length - 7) / 3));
    expect(parseSeal(swap("{", `{"x":"${euros}",`)).unknown).toEqual({ x: euros });
  });

  it("at the limits of its numbers it is read", () => {
    const largest = { size: 2 ** 40 - 1, index: 2 ** 40 - 2, path: Array.from({ length: 40 }, () => hash) };
    expect(parseSeal(text(largest))).toMatchObject(largest);
    expect(parseSeal(text({ size: 1, index: 0, path: [] }))).toMatchObject({ size: 1, index: 0, path: [] });
    expect(parseSeal(text({ ledger: { ...ledger, chainId: 1 }, issuer: did.replace("0x7a69", "0x1") })).ledger.chainId).toBe(1);
  });
});

describe("unknown members", () => {
  const unknown = { note: "für später", "": [], a: { b: [{ c: null, root: "x" }, 1.5, true] }, ledgers: 1, "😀": "€" };

  it("survive reading and writing, also nested ones", () => {
    const read = parseSeal(text(unknown));
    expect(read).toEqual({ ...seal, unknown });
    expect(parseSeal(writeSeal(read))).toEqual(read);
    expect(JSON.parse(writeSeal(read))).toEqual({ ...sealMembers, ...unknown });
  });

  it("never stand in for known ones when a seal is written", () => {
    expect(writeSeal({ ...seal, unknown: { digest: hash, index: 4, ledger: 1, format: "x" } })).toBe(good);
  });
});

describe("laws", () => {
  const anyHash = fc.stringMatching(/^[0-9a-f]{64}$/);
  const knownMembers = new Set(Object.keys(sealMembers));
  const anyKey = fc.string({ unit: "binary" }).filter((key) => !knownMembers.has(key) && !["__proto__", "constructor", "prototype"].includes(key));
  const { anyValue } = fc.letrec<{ anyValue: Json }>((tie) => ({
    anyValue: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Json>(null, true, 0, 1.5, -7, 2 ** 53 - 1),
      fc.string({ unit: "binary" }),
      fc.array(tie("anyValue"), { maxLength: 3 }),
      fc.array(fc.tuple(anyKey, tie("anyValue")), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
    ),
  }));
  const anyUnknown = fc.dictionary(anyKey, anyValue, { maxKeys: 4, noNullPrototype: true });
  const anySeal = fc
    .record({
      chainId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      genesis: anyHash,
      parties: fc.tuple(fc.nat(), fc.nat()),
      documentType: fc.stringMatching(/^[A-Z0-9]{1,8}$/),
      hashes: fc.tuple(anyHash, anyHash),
      place: fc.tuple(fc.nat(2 ** 31 - 2), fc.integer({ min: 1, max: 2 ** 31 - 1 })),
      path: fc.array(anyHash, { maxLength: 40 }),
      unknown: anyUnknown,
    })
    .map(({ chainId, genesis, parties, documentType, hashes, place: [index, more], path, unknown }): unknown => ({
      ...{ ledger: { chainId, genesis: `0x${genesis}`, anchorRegistry: identity(parties[0]) }, issuer: identity(parties[1]), documentType },
      ...{ digest: hashes[0], root: hashes[1], index, size: index + more, path, unknown },
    })) as fc.Arbitrary<Seal>;

  it("what is written is read as it was, and written again to the same bytes", () => {
    fc.assert(
      fc.property(anySeal, (each) => {
        const written = writeSeal(each);
        expect(parseSeal(written)).toEqual(each);
        expect(writeSeal(parseSeal(utf8(written)))).toBe(written);
        expect(writeSeal(parseSeal(JSON.stringify(JSON.parse(written), null, 1)))).toBe(written);
      }),
      { numRuns },
    );
  });

  it("any bytes at all give a seal or the fault seal_malformed", () => {
    const anyBytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.json().map(utf8), fc.string({ unit: "binary" }).map(utf8));
    fc.assert(fc.property(anyBytes, (bytes) => refuses(bytes)), { numRuns: numRuns * 3 });
  });

  it("a good seal with some bytes changed is read or refused, and what is read can be written", () => {
    const bytes = utf8(good);
    const anyChange = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(anyChange, (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, to] of changes) changed[at] = to;
        try {
          const read = parseSeal(changed);
          expect(parseSeal(writeSeal(read))).toEqual(read);
        } catch (error) {
          expect(error).toMatchObject({ name: "Fault", code: "seal_malformed" });
        }
      }),
      { numRuns: numRuns * 3 },
    );
  });
});
