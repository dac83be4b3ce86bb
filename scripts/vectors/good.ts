// Good seals: every place in batches of several sizes, and every spelling that a reader must accept.

import type { JsonObject } from "../../src/core/json.ts";
import { writeSeal } from "../../src/core/seal.ts";
import { passes, probe, sealedDocument, sealedIn, utf8, type Probe } from "./probe.ts";

const places: readonly [size: number, ...indices: number[]][] = [[1, 0], [2, 0, 1], [3, 0, 1, 2], [5, 0, 2, 3, 4], [8, 0, 3, 7], [600, 0, 299, 511, 512, 598, 599]];
const types = ["861", "380", "705", "851", "AEO", "TOI", "ACR", "RCT", "A", "ABCDEFGH"];

/** Seals that must be read, and that fit their documents. */
export const goodProbes = (): Probe[] => [...inEveryPlace(), ...ofEveryType(), ...ofOddDocuments(), ...inOtherSpellings(), ...withUnknownMembers(), ...onTheLedger()];

const inEveryPlace = (): Probe[] =>
  places.flatMap(([size, ...indices]) => indices.map((index) => probe(`document ${index + 1} of ${size}`, sealedDocument(index, size), passes)));

const ofEveryType = (): Probe[] => types.map((type) => probe(`type ${type}`, sealedDocument(1, 3, type), passes));

function ofOddDocuments(): Probe[] {
  const documents: readonly [string, Uint8Array][] = [
    ["an empty document", new Uint8Array()],
    ["a document of one zero byte", new Uint8Array(1)],
    ["a document that is no text", Uint8Array.from({ length: 256 }, (_, byte) => byte)],
    ["a document of 65 bytes that looks like an inner node", Uint8Array.from({ length: 65 }, (_, place) => (place === 0 ? 1 : 0xab))],
  ];
  return documents.map(([what, bytes]) => probe(what, sealedIn([utf8("Another document"), bytes], 1, "861"), passes));
}

function inOtherSpellings(): Probe[] {
  const sealed = sealedDocument(2, 5);
  const members = JSON.parse(writeSeal(sealed.seal)) as JsonObject;
  const pretty = JSON.stringify(members, null, 2);
  const backwards = JSON.stringify(Object.fromEntries(Object.entries(members).toReversed()));
  const texts: readonly [string, string][] = [
    ["pretty printed",                      pretty],
    ["pretty printed with CRLF and tabs",   `${JSON.stringify(members, null, "\t").replaceAll("\n", "\r\n")}\r\n`],
    ["members in another order",            backwards],
    ["a key written with an escape",        writeSeal(sealed.seal).replace('"digest"', '"\\u0064igest"')],
    ["a value written with an escape",      writeSeal(sealed.seal).replace('"861"', '"\\u00386\\u0031"')],
    ["a slash written with an escape",      writeSeal(sealed.seal).replace("tradeseal/1", "tradeseal\\/1")],
    ["numbers written with places",         writeSeal(sealed.seal).replace('"size":5', '"size":5.0').replace('"index":2', '"index":2e0')],
    ["16384 bytes",                         writeSeal(sealed.seal).padEnd(16_384)],
  ];
  return texts.map(([what, seal]) => probe(what, sealed, passes, { seal }));
}

function withUnknownMembers(): Probe[] {
  const sealed = sealedDocument(2, 5);
  const members: readonly [string, JsonObject][] = [
    ["an unknown member",                   { note: "for later" }],
    ["an unknown object",                   { later: { digest: "none", path: [1, [2, { x: null }]] } }],
    ["unknown members in many scripts",     { "": 0, "€": "euro", "😀": "שלום", "\r": "\u2028" }],
    ["an unknown number at its limits",     { low: -9007199254740991, high: 9007199254740991, small: 5e-324, exact: 0.30000000000000004 }],
    ["an unknown member 23 levels deep",    { x: JSON.parse("[".repeat(23) + "]".repeat(23)) as null }],
  ];
  return members.map(([what, unknown]) => probe(what, { ...sealed, seal: { ...sealed.seal, unknown } }, passes));
}

function onTheLedger(): Probe[] {
  const sealed = sealedDocument(2, 5);
  return [
    probe("a batch recorded with its size", sealed, passes, { recordedSize: 5 }),
    probe("only the digest is known", sealed, passes, { digest: sealed.seal.digest }),
    probe("a size whose way up is the same, and no record to compare with", { ...sealed, seal: { ...sealed.seal, size: 6 } }, passes),
  ];
}
