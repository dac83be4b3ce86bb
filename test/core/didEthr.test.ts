/**
 * Goal: attributes mean what docs/identities.md says, and nothing else means anything.
 * Method: the examples of that page; then one good attribute, each spoilt in one way per row.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseAddress } from "../../src/core/address.ts";
import { keysIn } from "../../src/core/credentials/signing.ts";
import type { DidDocument } from "../../src/core/identities/didDocument.ts";
import { isMirroredAs, ledgerDocument, mirrorOf, type IdentityChange } from "../../src/core/identities/didEthr.ts";
import { keyAttribute, meaningOf, otherNameAttribute } from "../../src/core/identities/keyAttribute.ts";
import { bytesOfPublicKey, publicKeyFromBytes, publicKeyFromJwk, type PublicKey } from "../../src/core/publicKey.ts";
import { toHex } from "../../src/core/hex.ts";

const p256 = publicKeyFromJwk({ kty: "EC", crv: "P-256", x: "igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns", y: "efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM" })!;
const ed25519 = publicKeyFromJwk({ kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" })!;
// The generator of secp256k1 (SEC 2), the public key of the secret 1.
const generator = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
const secp256k1 = publicKeyFromBytes("ES256K", Buffer.from(generator, "hex"))!;
const identity = parseAddress(`0x${"d".repeat(40)}`);
const at = { number: 10, time: 1_000 };

test.each([p256, secp256k1, ed25519])("$algorithm: written, and read as the same key", (key) => {
  const attribute = keyAttribute(key);
  expect(attribute.name.length).toBeLessThanOrEqual(31);
  expect(meaningOf(attribute)).toEqual({ is: "key", publicKey: key, purpose: "assertionMethod" });
});

test("the page that tells of the encoding has these very examples", () => {
  const page = readFileSync(new URL("../../docs/identities.md", import.meta.url), "utf8");
  for (const key of [p256, secp256k1, ed25519]) {
    const { name, value } = keyAttribute(key);
    for (const text of [name, value, key.thumbprint]) expect(page).toContain(text);
  }
  const { name, value } = otherNameAttribute(`did:web:chamber.example:issuers:${identity}`);
  for (const text of [name, value]) expect(page).toContain(text);
});

describe("attributes", () => {
  const good = keyAttribute(secp256k1);
  const whole = (key: PublicKey): `0x${string}` => (key.jwk.kty === "EC" ? `0x04${Buffer.from(key.jwk.x, "base64url").toString("hex")}${Buffer.from(key.jwk.y, "base64url").toString("hex")}` : "0x");

  test.each([
    ["the common form",         { name: "did/pub/Secp256k1/veriKey/hex" }],
    ["shown as base64",         { name: "did/pub/Secp256k1/veriKey/base64" }],
    ["shown as base58",         { name: "did/pub/Secp256k1/veriKey/base58" }],
    ["shown in no way",         { name: "did/pub/Secp256k1/veriKey" }],
    ["an uncompressed point",   { value: whole(secp256k1) }],
  ])("%s: the same key", (_what, change) => expect(meaningOf({ ...good, ...change })).toEqual({ is: "key", publicKey: secp256k1, purpose: "assertionMethod" }));

  test("a sigAuth key shows who is there and signs no credentials", () => expect(meaningOf({ ...good, name: "did/pub/Secp256k1/sigAuth/hex" })).toMatchObject({ purpose: "authentication" }));

  test.each([
    ["for secrets",                    { name: "did/pub/Secp256k1/enc/hex" }],
    ["in PEM",                         { name: "did/pub/Secp256k1/veriKey/pem" }],
    ["of an unknown curve",            { name: "did/pub/RSA/veriKey/hex" }],
    ["of another curve",               { name: "did/pub/P256/veriKey/hex" }],
    ["under a name in other letters",  { name: "did/pub/secp256k1/veriKey/hex" }],
    ["under a longer name",            { name: "xdid/pub/Secp256k1/veriKey/hex" }],
    ["under a name with more behind",  { name: "did/pub/Secp256k1/veriKey/hex/" }],
    ["of a service",                   { name: "did/svc/Secp256k1" }],
    ["of no bytes",                    { value: "0x" as const }],
    ["a byte short",                   { value: good.value.slice(0, -2) as `0x${string}` }],
    ["no point",                       { value: `0x02${"ff".repeat(32)}` as const }],
    ["as text in hex",                 { value: `0x${Buffer.from(generator).toString("hex")}` as const }],
    ["of a megabyte",                  { value: `0x${"00".repeat(1_000_000)}` as const }],
  ])("a key %s means nothing", (_what, change) => expect(meaningOf({ ...good, ...change })).toBeNull());

  test.each([
    ["no DID",               "https://chamber.example"],
    ["a DID with more",      "did:web:chamber.example#k"],
    ["a did:web that hides", "did:web:a%40b.example"],
    ["nothing",              ""],
    ["no ASCII",             "did:web:chаmber.example"],
  ])("another name that is %s means nothing", (_what, text) => expect(meaningOf(otherNameAttribute(text))).toBeNull());
});

describe("documents", () => {
  const listed = (key: PublicKey, change: Partial<IdentityChange> = {}): IdentityChange => ({ kind: "attribute", blockNumber: 1, logIndex: 0, validTo: 2_000, ...keyAttribute(key), ...change }) as IdentityChange;
  const read = (...changes: IdentityChange[]): DidDocument => ledgerDocument(identity, 31_337, { changes, at }) as DidDocument;
  const did = `did:ethr:0x7a69:${identity}`;

  test("one key listed in two ways is one; what one way ends the other goes on", () => {
    const otherWay = { name: "did/pub/Ed25519/veriKey/base64", logIndex: 1 } as Partial<IdentityChange>;
    const ended = listed(ed25519, { validTo: 0, logIndex: 2 });
    for (const changes of [[listed(ed25519), listed(ed25519, otherWay)], [listed(ed25519), listed(ed25519, otherWay), ended]]) {
      expect(read(...changes).methods.map(({ id }) => id)).toEqual([`${did}#controller`, `${did}#${ed25519.thumbprint}`]);
    }
    expect(read(listed(ed25519), ended).methods).toHaveLength(1);
  });

  test("a key goes by its thumbprint, and by the number that other resolvers of did:ethr give it", () => {
    const document = read(listed(p256), listed(p256, { validTo: 0, logIndex: 1 }), { kind: "owner", blockNumber: 1, logIndex: 2, owner: identity }, listed(ed25519, { logIndex: 3 }));
    for (const name of [ed25519.thumbprint, "delegate-3"]) expect(keysIn(document, "assertionMethod", `${did}#${name}`), name).toEqual([ed25519]);
    expect(keysIn(document, "assertionMethod", `${did}#delegate-1`)).toEqual([]);
  });

  test("more keys than anybody needs are no document", () => {
    const delegates = Array.from({ length: 20 }, (_, place): IdentityChange => ({ kind: "delegate", blockNumber: 1, logIndex: place, delegateType: "veriKey", delegate: parseAddress(`0x${(place + 1).toString(16).padStart(40, "0")}`), validTo: 2_000 }));
    expect(ledgerDocument(identity, 31_337, { changes: delegates, at })).toBe("too_many_keys");
    expect(read(...delegates.slice(1)).methods).toHaveLength(20);
  });

  test("a mirror has the listed keys under its own name, and is one only when the ledger says so", () => {
    const web = `did:web:chamber.example:issuers:${identity}`;
    const named = listed(ed25519, { logIndex: 1, ...otherNameAttribute(web) } as Partial<IdentityChange>);
    const mirror = mirrorOf(read(listed(ed25519), named), web);
    expect(mirror.methods.map(({ id, otherId }) => [id, otherId])).toEqual([[`${web}#${ed25519.thumbprint}`, null]]);
    expect(mirror.alsoKnownAs).toEqual([did]);
    expect([isMirroredAs(read(named), web), isMirroredAs(read(), web), isMirroredAs(read(named, { kind: "owner", blockNumber: 2, logIndex: 0, owner: parseAddress(`0x${"0".repeat(40)}`) }), web)]).toEqual([true, false, false]);
  });

  test("bytes of a key are its shortest form", () => expect(toHex(bytesOfPublicKey(secp256k1))).toBe(generator));
});
