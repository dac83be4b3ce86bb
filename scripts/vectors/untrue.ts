// Seals that can be read and do not fit: another file, or a path that leads elsewhere.

import { createHash } from "node:crypto";
import { digestOf, leafOf, type Digest, type Leaf, type Root } from "../../src/core/digest.ts";
import { fromHex } from "../../src/core/hex.ts";
import type { Seal } from "../../src/core/seal.ts";
import { base64, breaks, differs, documentOf, probe, sealedDocument, utf8, type Probe, type Sealed } from "./probe.ts";

/** Seals that must be read, and refused for what they say. */
export const untrueProbes = (): Probe[] => [...otherFiles(), ...brokenPaths(), ...otherTrees(), ...recordedOtherwise()];

const OTHER = "ab".repeat(32) as Root;
const spoil = (sealed: Sealed, change: Partial<Seal>): Sealed => ({ ...sealed, seal: { ...sealed.seal, ...change } });

function otherFiles(): Probe[] {
  const sealed = sealedDocument(2, 5);
  const text = new TextDecoder().decode(sealed.bytes);
  const flipped = Uint8Array.from(sealed.bytes, (byte, place) => (place === 3 ? byte ^ 1 : byte));
  const files: readonly [string, Uint8Array][] = [
    ["one bit flipped",                  flipped],
    ["a byte added at the end",          utf8(`${text} `)],
    ["a byte added before",              utf8(` ${text}`)],
    ["the last byte missing",            sealed.bytes.slice(0, -1)],
    ["an empty file",                    new Uint8Array()],
    ["line ends changed to CRLF",        utf8(text.replace("\n", "\r\n"))],
    ["a byte order mark added",          utf8(`\uFEFF${text}`)],
    ["another document of the batch",    documentOf(3, 5)],
    ["the digest itself as the file",    fromHex(sealed.seal.digest)],
    ["the digest in hex as the file",    utf8(sealed.seal.digest)],
    ["the leaf's input as the file",     Uint8Array.of(0, ...fromHex(sealed.seal.digest))],
  ];
  return [
    ...files.map(([what, bytes]) => probe(what, sealed, differs, { documentBase64: base64(bytes) })),
    probe("another digest", sealed, differs, { digest: digestOf(utf8("another")) }),
    probe("the leaf given as the digest", sealed, differs, { digest: leafOf(sealed.seal.digest) }),
    probe("the root given as the digest", sealed, differs, { digest: sealed.seal.root }),
    probe("another file and a broken path", spoil(sealed, { path: [] }), differs, { documentBase64: base64(utf8("another")) }),
  ];
}

function brokenPaths(): Probe[] {
  return [
    [2, 5],
    [4, 5],
    [0, 1],
    [599, 600],
  ].flatMap(([index = 0, size = 1]) => {
    const sealed = sealedDocument(index, size);
    const { path, digest } = sealed.seal;
    const place = `document ${index + 1} of ${size}`;
    const ofAnySize: readonly [string, Partial<Seal>][] = [
      ["another root",                      { root: OTHER }],
      ["the digest as root",                { root: digest as string as Root }],
      ["a hash too many at the end",        { path: [...path, OTHER] }],
      ["the root once more at the end",     { path: [...path, sealed.seal.root] }],
      ["a hash too many at the beginning",  { path: [OTHER, ...path] }],
      ["40 hashes more",                    { path: [...path, ...Array.from({ length: 40 - path.length }, () => OTHER)] }],
      ["a size of twice as many",           { size: size * 2 }],
      ["the largest size",                  { size: 2 ** 40 - 1 }],
    ];
    const ofPaths: readonly [string, Partial<Seal>][] = size === 1 ? [] : [
      ["no path",                           { path: [] }],
      ["no path, and the leaf as root",     { path: [], root: leafOf(digest) as string as Root }],
      ["the first hash missing",            { path: path.slice(1) }],
      ["the last hash missing",             { path: path.slice(0, -1) }],
      ["the first hash changed",            { path: [OTHER, ...path.slice(1)] }],
      ["the last hash changed",             { path: [...path.slice(0, -1), OTHER] }],
      ["the leaf before or after",          { index: index === size - 1 ? index - 1 : index + 1 }],
      ["the first leaf",                    { index: 0 }],
      ["a size of one",                     { size: 1, index: 0 }],
      ["a path turned round",               { path: path.toReversed().with(0, path.length === 1 ? OTHER : path.at(-1)!) }],
    ];
    return [...ofAnySize, ...ofPaths].map(([what, change]) => probe(`${place}, ${what}`, spoil(sealed, change), breaks));
  });
}

const hash = (...parts: (string | number[])[]): string => {
  const input = parts.map((part) => (typeof part === "string" ? Buffer.from(part, "hex") : Uint8Array.from(part)));
  return createHash("sha256").update(Buffer.concat(input)).digest("hex");
};

/** Trees as other systems build them: none may pass for RFC 9162's. */
function otherTrees(): Probe[] {
  const sealed = sealedDocument(0, 2);
  const [left, right] = sealed.digests as [Digest, Digest];
  const [leftLeaf, rightLeaf] = [leafOf(left), leafOf(right)] as [Leaf, Leaf];
  const three = sealedDocument(2, 3);
  const pair = hash([1], leafOf(three.digests[0]!), leafOf(three.digests[1]!));
  const [last, doubled] = [leafOf(three.seal.digest), hash([1], leafOf(three.seal.digest), leafOf(three.seal.digest))];
  const inner = { ...sealedDocument(0, 5) };
  const node = hash([1], leafOf(inner.digests[0]!), leafOf(inner.digests[1]!)) as Digest;
  const tree = (root: string, ...path: string[]): Partial<Seal> => ({ root: root as Root, path: path as Root[] });
  return [
    probe("leaves without the prefix", spoil(sealed, tree(hash([1], hash(left), hash(right)), hash(right))), breaks),
    probe("digests as leaves", spoil(sealed, tree(hash([1], left, right), right)), breaks),
    probe("digests as leaves and nodes without the prefix", spoil(sealed, tree(hash(left, right), right)), breaks),
    probe("nodes without the prefix", spoil(sealed, tree(hash(leftLeaf, rightLeaf), rightLeaf)), breaks),
    probe("prefixes exchanged", spoil(sealed, tree(hash([0], hash([1], left), hash([1], right)), hash([1], right))), breaks),
    probe("left and right exchanged", spoil(sealed, tree(hash([1], rightLeaf, leftLeaf), rightLeaf)), breaks),
    probe("leaves hashed as hex text", spoil(sealed, tree(hash([1], leftLeaf, rightLeaf), hash([0], Buffer.from(right).toString("hex")))), breaks),
    probe("the last leaf counted twice", spoil(three, { ...tree(hash([1], pair, doubled), last, pair), size: 4 }), breaks, { recordedSize: 3 }),
    probe("the last leaf counted twice, size as it is", spoil(three, tree(hash([1], pair, doubled), last, pair)), breaks),
    probe("an inner node as digest", spoil(inner, { digest: node, path: inner.seal.path.slice(1), size: 3 }), breaks, { digest: node }),
    probe("an inner node as digest, size as it is", spoil(inner, { digest: node, path: inner.seal.path.slice(1) }), breaks, { digest: node }),
    probe("the root as digest, in a batch of one", spoil(inner, { digest: inner.seal.root as string as Digest, path: [], size: 1 }), breaks, { digest: inner.seal.root }),
  ];
}

function recordedOtherwise(): Probe[] {
  const sealed = sealedDocument(2, 5);
  return [
    probe("a batch recorded with another size", sealed, breaks, { recordedSize: 6 }),
    probe("another size whose way up is the same", spoil(sealed, { size: 6 }), breaks, { recordedSize: 5 }),
    probe("the last of three as the last of two", spoil(sealedDocument(2, 3), { size: 2, index: 1 }), breaks, { recordedSize: 3 }),
  ];
}
