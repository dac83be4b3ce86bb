// Seals that cannot be read: every member missing or spoilt, and texts that two readers could read differently.

import type { JsonObject } from "../../src/core/json.ts";
import { writeSeal } from "../../src/core/seal.ts";
import { base64, malformed, probe, sealedDocument, utf8, type Probe } from "./probe.ts";

const sealed = sealedDocument(2, 5);
const good = writeSeal(sealed.seal);
const members = JSON.parse(good) as { readonly [name: string]: unknown } & { ledger: JsonObject; issuer: string; digest: string; root: string; path: string[] };
const { ledger, issuer, digest, root, path } = members;
const hash = "ab".repeat(32);

/** Seals that must be refused before anything is compared. */
export const malformedProbes = (): Probe[] => [
  ...Object.keys(members).map((name) => spoilt(`${name} left out`, { [name]: undefined })),
  ...Object.keys(members).map((name) => spoilt(`${name} null`, { [name]: null })),
  ...spoiltMembers.map(([what, change]) => spoilt(what, change)),
  ...spoiltTexts.map(([what, seal]) => probe(what, sealed, malformed, { seal })),
  ...spoiltBytes.map(([what, bytes]) => probe(what, sealed, malformed, { sealBase64: base64(bytes) })),
];

const spoilt = (what: string, change: { readonly [name: string]: unknown }): Probe => probe(what, sealed, malformed, { seal: JSON.stringify({ ...members, ...change }) });
const swap = (from: string, to: string): string => good.replace(from, to);

const spoiltMembers: readonly [what: string, change: { readonly [name: string]: unknown }][] = [
  ["another format",                      { format: "tradeseal/2" }],
  ["the format with a blank",             { format: "tradeseal/1 " }],
  ["the ledger as an array",              { ledger: Object.values(ledger) }],
  ["a member more in the ledger",         { ledger: { ...ledger, block: 1 } }],
  ["the chain id left out",               { ledger: { ...ledger, chainId: undefined } }],
  ["the chain id as text",                { ledger: { ...ledger, chainId: "31337" } }],
  ["the chain id 0",                      { ledger: { ...ledger, chainId: 0 } }],
  ["half a chain id",                     { ledger: { ...ledger, chainId: 31337.5 } }],
  ["the genesis left out",                { ledger: { ...ledger, genesis: undefined } }],
  ["the genesis in upper case",           { ledger: { ...ledger, genesis: `0x${"5E".repeat(32)}` } }],
  ["the genesis without 0x",              { ledger: { ...ledger, genesis: "5e".repeat(32) } }],
  ["the registry left out",               { ledger: { ...ledger, anchorRegistry: undefined } }],
  ["the registry with a checksum",        { ledger: { ...ledger, anchorRegistry: "0x5FbDB2315678afecb367f032d93F642f64180aa3" } }],
  ["the registry too short",              { ledger: { ...ledger, anchorRegistry: "0x5fbdb2" } }],
  ["the issuer as an address",            { issuer: issuer.slice(-42) }],
  ["the issuer on another chain",         { issuer: issuer.replace("0x7a69", "0x1") }],
  ["the issuer without a chain",          { issuer: issuer.replace("0x7a69:", "") }],
  ["the issuer on a chain in decimal",    { issuer: issuer.replace("0x7a69", "31337") }],
  ["the issuer with upper-case hex",      { issuer: issuer.replace("c79c8", "C79C8") }],
  ["the issuer's chain in upper case",    { issuer: issuer.replace("0x7a69", "0x7A69") }],
  ["the issuer's chain with a zero",      { issuer: issuer.replace("0x7a69", "0x07a69") }],
  ["the issuer as did web",               { issuer: "did:web:chamber.example" }],
  ["the issuer with a fragment",          { issuer: `${issuer}#controller` }],
  ["the issuer with a query",             { issuer: `${issuer}?versionId=5` }],
  ["the type in lower case",              { documentType: "aeo" }],
  ["the type as a number",                { documentType: 861 }],
  ["an empty type",                       { documentType: "" }],
  ["a type of nine characters",           { documentType: "ABCDEFGHI" }],
  ["a type in Cyrillic letters",          { documentType: "АЕО" }],
  ["the digest in upper case",            { digest: digest.toUpperCase() }],
  ["the digest with 0x",                  { digest: `0x${digest}` }],
  ["a digest of 63 characters",           { digest: digest.slice(1) }],
  ["a digest of 65 characters",           { digest: `${digest}0` }],
  ["a digest with a line break",          { digest: `${digest}\n` }],
  ["the root in upper case",              { root: root.toUpperCase() }],
  ["a root of 63 characters",             { root: root.slice(1) }],
  ["size 0",                              { size: 0, index: 0 }],
  ["a negative size",                     { size: -5 }],
  ["half a size",                         { size: 5.5 }],
  ["the size as text",                    { size: "5" }],
  ["size 2 to the 40",                    { size: 2 ** 40 }],
  ["the index at size",                   { index: 5 }],
  ["index minus one",                     { index: -1 }],
  ["half an index",                       { index: 0.5 }],
  ["the index as text",                   { index: "2" }],
  ["the path as text",                    { path: hash }],
  ["the path as an object",               { path: { 0: hash } }],
  ["a path with upper-case hex",          { path: [path[0]!.toUpperCase(), ...path.slice(1)] }],
  ["a path with a short hash",            { path: [path[0]!.slice(1), ...path.slice(1)] }],
  ["a path with a null",                  { path: [null, ...path.slice(1)] }],
  ["a path in a path",                    { path: [path] }],
  ["41 hashes",                           { path: Array.from({ length: 41 }, () => hash) }],
];

const spoiltTexts: readonly [what: string, text: string][] = [
  ["nothing",                                ""],
  ["a text",                                 "a seal"],
  ["an array at the top",                    `[${good}]`],
  ["a string at the top",                    JSON.stringify(good)],
  ["null at the top",                        "null"],
  ["trailing garbage",                       `${good}x`],
  ["two seals",                              good + good],
  ["cut short",                              good.slice(0, -1)],
  ["a trailing comma",                       `${good.slice(0, -1)},}`],
  ["a comment",                              swap("{", "{/* a seal */")],
  ["a byte order mark",                      `\uFEFF${good}`],
  ["a NUL at the end",                       `${good}\0`],
  ["a NUL in a string",                      swap('"861"', '"861\0"')],
  ["the digest twice",                       swap('"digest":', `"digest":"${hash}","digest":`)],
  ["the digest twice, once with an escape",  swap('"digest":', `"\\u0064igest":"${hash}","digest":`)],
  ["the digest twice, both the same",        swap('"digest":', `"digest":"${digest}","digest":`)],
  ["the chain id twice",                     swap('"chainId":', '"chainId":1,"chainId":')],
  ["an unknown member twice",                swap("{", '{"x":1,"x":2,')],
  ["an unknown member twice, nested",        swap("{", '{"x":[{"y":{"z":1,"z":2}}],')],
  ["the key __proto__",                      swap("{", '{"__proto__":{"index":0},')],
  ["the key __proto__ with an escape",       swap("{", '{"\\u005f_proto__":1,')],
  ["the key constructor",                    swap("{", '{"constructor":1,')],
  ["the key prototype, nested",              swap("{", '{"x":{"prototype":1},')],
  ["an unknown number 1e400",                swap("{", '{"x":1e400,')],
  ["an unknown number 1e-400",               swap("{", '{"x":1e-400,')],
  ["an unknown number 2 to the 53 and 1",    swap("{", '{"x":9007199254740993,')],
  ["an unknown number minus zero",           swap("{", '{"x":-0,')],
  ["NaN",                                    swap('"index":2', '"index":NaN')],
  ["an index with a leading zero",           swap('"index":2', '"index":02')],
  ["an index that only reads as whole",      swap('"index":2', '"index":1.99999999999999999999')],
  ["a size that only reads as whole",        swap('"size":5', '"size":5.00000000000000000001')],
  ["size 1e400",                             swap('"size":5', '"size":1e400')],
  ["a lone surrogate",                       swap("{", '{"x":"\\ud800",')],
  ["a lone surrogate in a key",              swap("{", '{"\\udfff":1,')],
  ["25 levels",                              swap("{", `{"x":${"[".repeat(24)}${"]".repeat(24)},`)],
  ["5000 levels",                            swap("{", `{"x":${"[".repeat(5000)}${"]".repeat(5000)},`)],
  ["16385 bytes",                            good.padEnd(16_385)],
  ["more bytes than characters",             swap("{", `{"x":"${"€".repeat(6_000)}",`)],
];

const withBytes = (...bytes: number[]): Uint8Array => Uint8Array.of(...utf8('{"x":"'), ...bytes, ...utf8(`",${good.slice(1)}`));

const spoiltBytes: readonly [what: string, bytes: Uint8Array][] = [
  ["a byte that is no UTF-8",                withBytes(0xff)],
  ["an overlong slash in UTF-8",             withBytes(0xc0, 0xaf)],
  ["a surrogate in UTF-8",                   withBytes(0xed, 0xa0, 0x80)],
  ["a character cut short in UTF-8",         withBytes(0xe2, 0x82)],
  ["UTF-16",                                 Buffer.from(good, "utf16le")],
  ["UTF-16 with a byte order mark",          Buffer.from(`\uFEFF${good}`, "utf16le")],
];
