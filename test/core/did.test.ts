/**
 * Goal: a DID has one spelling, a document of a stranger gives only keys that it may give, and keys are what other software says they are.
 * Method: known answers from the method specifications; then one good DID, one good document, each spoilt in exactly one way per row.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keysIn } from "../../src/core/credentials/signing.ts";
import { assertionKeys, parseDidDocument, type DidDocument, type DidFlaw } from "../../src/core/identities/didDocument.ts";
import { didJwkDocument, didKeyDocument } from "../../src/core/identities/didKeys.ts";
import { didWebUnder, parseDidName, webAddressOf } from "../../src/core/identities/didName.ts";
import { multibaseOf } from "../../src/core/identities/multikey.ts";
import { bytesOfPublicKey, publicKeyFromBytes, publicKeyFromJwk } from "../../src/core/publicKey.ts";
import { fromBase58, fromBase64url, toBase58, toBase64url } from "../../src/core/textEncodings.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const encoded = (value: unknown): string => toBase64url(utf8(typeof value === "string" ? value : JSON.stringify(value)));
const keyIn = (document: DidDocument | DidFlaw) => {
  const [method] = assertionKeys(document as DidDocument);
  return method?.key.kind === "public" ? method.key.publicKey : null;
};

describe("known answers from outside", () => {
  const p256 = { kty: "EC", crv: "P-256", x: "igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns", y: "efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM" };
  const didKeys: readonly [what: string, multibase: string, jwk: object][] = [
    ["P-256 (did:key test vectors)", "zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv", p256],
    ["P-256, another",               "zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169", { kty: "EC", crv: "P-256", x: "fyNYMN0976ci7xqiSdag3buk-ZCwgXU4kz9XNkBlNUI", y: "hW2ojTNfH7Jbi8--CJUo3OCbH3y5n91g-IMA9MLMbTU" }],
  ];
  for (const [what, multibase, jwk] of didKeys) {
    test(`did:key, ${what}`, () => {
      const document = didKeyDocument(multibase) as DidDocument;
      expect(document).toMatchObject({ id: `did:key:${multibase}`, isDeactivated: false, methods: [{ id: `did:key:${multibase}#${multibase}`, purposes: ["assertionMethod", "authentication"] }] });
      expect(keyIn(document)!.jwk).toEqual(jwk);
      expect(multibaseOf(keyIn(document)!)).toBe(multibase);
    });
  }

  // The test vectors give the public key of each in base58 beside its DID.
  const secp256k1: readonly [multibase: string, base58: string][] = [
    ["zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme", "23o6Sau8NxxzXcgSc3PLcNxrzrZpbLeBn1izfv3jbKhuv"],
    ["zQ3shtxV1FrJfhqE1dvxYRcCknWNjHc3c5X1y3ZSoPDi2aur2", "291KzQhqCPC18PqH83XKhxv1HdqrdnxyS7dh15t2uNRzJ"],
    ["zQ3shZc2QzApp2oymGvQbzP8eKheVshBHbU4ZYjeXqwSKEn6N", "oesQ92MLiAkt2pjBcJFbW7H4DvzKJv22cotjYbmC2JEe"],
  ];
  for (const [multibase, base58] of secp256k1) {
    test(`did:key, secp256k1 ${multibase.slice(0, 12)}`, () => {
      const key = keyIn(didKeyDocument(multibase))!;
      expect([key.algorithm, toBase58(bytesOfPublicKey(key)), multibaseOf(key)]).toEqual(["ES256K", base58, multibase]);
    });
  }

  test("did:key, Ed25519: the key of RFC 8037, appendix A, whose thumbprint the RFC gives", () => {
    const key = publicKeyFromJwk({ kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" })!;
    expect(key.thumbprint).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    expect(keyIn(didKeyDocument(multibaseOf(key)))).toEqual(key);
    expect(multibaseOf(key)).toMatch(/^z6Mk/);
  });

  test("did:jwk, the P-256 key of its specification", () => {
    const text = "eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgyVjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9";
    const document = didJwkDocument(text) as DidDocument;
    expect(document).toMatchObject({ id: `did:jwk:${text}`, methods: [{ id: `did:jwk:${text}#0` }] });
    expect(keyIn(document)!.jwk).toEqual({ kty: "EC", crv: "P-256", x: "acbIQiuMs3i8_uszEjJ2tpTtRM4EU3yz91PH6CdH2V0", y: "_KcyLj9vWMptnmKtm46GqDz8wf74I5LKgrl2GzH3nSE" });
  });

  test("did:jwk, the X25519 key of its specification is for secrets and signs nothing", () => {
    expect(didJwkDocument("eyJrdHkiOiJPS1AiLCJjcnYiOiJYMjU1MTkiLCJ1c2UiOiJlbmMiLCJ4IjoiM3A3YmZYdDl3YlRUVzJIQzdPUTFOei1EUThoYmVHZE5yZngtRkctSUswOCJ9")).toBe("key_unusable");
  });

  const places: readonly [did: string, url: string][] = [
    ["did:web:w3c-ccg.github.io",                  "https://w3c-ccg.github.io/.well-known/did.json"],
    ["did:web:w3c-ccg.github.io:user:alice",       "https://w3c-ccg.github.io/user/alice/did.json"],
    ["did:web:example.com%3A3000:user:alice",      "https://example.com:3000/user/alice/did.json"],
  ];
  for (const [did, url] of places) {
    test(`${did} (the examples of did:web)`, () => {
      const name = parseDidName(did)!;
      expect(name.method === "web" && webAddressOf(name)).toBe(url);
    });
  }
});

describe("DIDs", () => {
  const address = `0x${"ab".repeat(20)}`;
  test.each([`did:ethr:0x1:${address}`, "did:web:a.example", "did:web:a.example:issuers:x.y_z-1", "did:web:xn--bcher-kva.example", "did:web:localhost%3A8080", "did:web:127.0.0.1%3A8080:issuers:x", "did:key:z6Mk", "did:jwk:e30"])("%s is one", (did) => {
    expect(parseDidName(did)).not.toBeNull();
  });

  test.each([
    ["empty",                           ""],
    ["another method",                  "did:ion:abc"],
    ["upper case",                      "DID:web:a.example"],
    ["a fragment",                      "did:web:a.example#key"],
    ["a query",                         "did:web:a.example?versionId=1"],
    ["a path",                          "did:web:a.example/x"],
    ["blank before it",                 " did:web:a.example"],
    ["line break after it",             "did:web:a.example\n"],
    ["a host in upper case",            "did:web:A.example"],
    ["letters that only look alike",    "did:web:exаmple.com"],
    ["a hidden at sign",                "did:web:a%40b.example"],
    ["an at sign",                      "did:web:a@b.example"],
    ["a way up",                        "did:web:a.example:..:b"],
    ["a hidden way up",                 "did:web:a.example:%2e%2e"],
    ["a hidden slash",                  "did:web:a.example:x%2F..%2Fy"],
    ["a way to where one is",           "did:web:a.example:."],
    ["an empty segment",                "did:web:a.example::b"],
    ["a colon at the end",              "did:web:a.example:"],
    ["a port with a colon",             "did:web:a.example:8080x/"],
    ["a port with a small letter",      "did:web:a.example%3a8080"],
    ["a port of none",                  "did:web:a.example%3A"],
    ["port 0",                          "did:web:a.example%3A0"],
    ["a port with a zero before it",    "did:web:a.example%3A080"],
    ["port 65536",                      "did:web:a.example%3A65536"],
    ["a port that goes without saying", "did:web:a.example%3A443"],
    ["two ports",                       "did:web:a.example%3A1%3A2"],
    ["an IPv4 address",                 "did:web:10.0.0.1"],
    ["an IPv4 address as a number",     "did:web:2130706433"],
    ["an IPv4 address in hex",          "did:web:0x7f.1"],
    ["an IPv4 address in hex, hidden",  "did:web:a.0x7f"],
    ["another loopback address",        "did:web:127.0.0.2"],
    ["an IPv6 address",                 "did:web:%5B::ffff:7f00:1%5D"],
    ["a single label",                  "did:web:redis"],
    ["a label that begins with a dash", "did:web:-a.example"],
    ["a host with a dot at the end",    "did:web:a.example."],
    ["a host of 300 characters",        `did:web:${"a.".repeat(148)}example`],
    ["an ethr without its chain",       `did:ethr:${address}`],
    ["an ethr of a named chain",        `did:ethr:sepolia:${address}`],
    ["an ethr with a version",          `did:ethr:0x1:${address}?versionId=abc`],
    ["an ethr with a key",              `did:ethr:0x1:0x02${"ab".repeat(32)}`],
    ["a key in another base",           "did:key:u6Mk"],
    ["a key with a letter of no use",   "did:key:z6Mk0"],
    ["a key of a version",              "did:key:1.1:z6Mk"],
    ["a jwk with padding",              "did:jwk:e30="],
    ["a jwk with a fragment",           "did:jwk:e30#0"],
    ["5,000 characters",                `did:jwk:${"a".repeat(5000)}`],
  ])("%s is none", (_what, did) => expect(parseDidName(did)).toBeNull());

  test.each([undefined, null, 1, {}, ["did:web:a.example"], { toString: () => "did:web:a.example" }])("%o is none", (value) => expect(parseDidName(value)).toBeNull());

  test.each([
    ["https://trade.example",         "did:web:trade.example:issuers:x"],
    ["https://trade.example:8443",    "did:web:trade.example%3A8443:issuers:x"],
    ["https://trade.example/seals/v", "did:web:trade.example:seals:v:issuers:x"],
    ["http://127.0.0.1:8080",         "did:web:127.0.0.1%3A8080:issuers:x"],
    ["http://localhost",              "did:web:localhost%3A80:issuers:x"],
    ["http://trade.example",          null],
    ["https://10.0.0.1",              null],
    ["https://trade.example/a%20b",   null],
  ])("under %s there is %s", (url, did) => expect(didWebUnder(url, ["issuers", "x"])).toBe(did));

  test("property: what is a did:web leads to its own host, by https, to a did.json, and nowhere else", () => {
    const piece = fc.oneof(fc.constantFrom("..", ".", "%2e", "%2F", "%3A", "%40", "@", "//", ":", "a.example", "127.0.0.1", "8080", "#", "?"), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const name = parseDidName(`did:web:a.example${pieces.join("")}`);
        if (name?.method !== "web") return;
        const url = new URL(webAddressOf(name));
        expect([url.protocol, url.hostname, url.username, url.password, url.search, url.hash]).toEqual(["https:", name.host, "", "", "", ""]);
        expect(url.pathname).toBe(`/${name.segments.length === 0 ? ".well-known" : name.segments.join("/")}/did.json`);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("keys", () => {
  const good = { kty: "EC", crv: "P-256", x: "igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns", y: "efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM" };
  const zero = toBase64url(new Uint8Array(32));
  test("a good one, with members that do no harm", () => expect(publicKeyFromJwk({ ...good, kid: "x", use: "sig", alg: "ES256", key_ops: ["verify"] })!.jwk).toEqual(good));

  test.each([
    ["no object",                    "x"],
    ["nothing",                      null],
    ["its secret",                   { ...good, d: zero }],
    ["a symmetric secret",           { ...good, k: zero }],
    ["another kind of key",          { ...good, kty: "RSA" }],
    ["another curve",                { ...good, crv: "secp256k1" }],
    ["P-384",                        { ...good, crv: "P-384" }],
    ["for secrets",                  { ...good, use: "enc" }],
    ["for another algorithm",        { ...good, alg: "ES256K" }],
    ["not for verifying",            { ...good, key_ops: ["sign"] }],
    ["no y",                         { kty: "EC", crv: "P-256", x: good.x }],
    ["x of 31 bytes",                { ...good, x: toBase64url(new Uint8Array(31)) }],
    ["x with padding",               { ...good, x: `${good.x}=` }],
    ["x with spare bits",            { ...good, x: `${good.x.slice(0, -1)}t` }],
    ["x in another alphabet",        { ...good, y: good.y.replace("y", "+") }],
    ["no point of the curve",        { ...good, x: zero }],
    ["the other y",                  { ...good, y: good.x }],
    ["an x that is a number",        { ...good, x: 1 }],
    ["Ed25519 of small order",       { kty: "OKP", crv: "Ed25519", x: zero }],
    ["Ed25519, the neutral point",   { kty: "OKP", crv: "Ed25519", x: toBase64url(Uint8Array.of(1, ...new Uint8Array(31))) }],
    ["Ed25519 spelt too large",      { kty: "OKP", crv: "Ed25519", x: toBase64url(new Uint8Array(32).fill(255)) }],
    ["X25519",                       { kty: "OKP", crv: "X25519", x: "3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08" }],
  ])("%s is none", (_what, jwk) => {
    expect(publicKeyFromJwk(jwk as never)).toBeNull();
    expect(didJwkDocument(encoded(jwk))).toBe("key_unusable");
  });

  test.each([
    ["no base64url",          "e30="],
    ["spare bits",            "e31"],
    ["no JSON",               encoded("{")],
    ["a member twice",        encoded(JSON.stringify(good).replace("{", '{"kty":"EC",'))],
    ["a byte order mark",     encoded(`\ufeff${JSON.stringify(good)}`)],
    ["no UTF-8",              toBase64url(Uint8Array.of(0x22, 0xff, 0x22))],
  ])("a did:jwk of %s is none", (_what, text) => expect(didJwkDocument(text)).toBe("key_unusable"));

  const spec = fromBase58("6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK")!;
  test.each([
    ["a byte too few",            spec.slice(0, -1)],
    ["a byte too many",           Uint8Array.of(...spec, 0)],
    ["an X25519 key",             Uint8Array.of(0xec, 0x01, ...spec.slice(2))],
    ["a prefix spelt longer",     Uint8Array.of(0xed, 0x81, 0x00, ...spec.slice(2))],
    ["a point that is none",      Uint8Array.of(0x80, 0x24, 2, ...new Uint8Array(32).fill(255))],
    ["an uncompressed point",     Uint8Array.of(0x80, 0x24, ...fromHexPoint())],
    ["nothing",                   new Uint8Array()],
  ])("a did:key of %s is none", (_what, bytes) => expect(didKeyDocument(`z${toBase58(bytes)}`)).toBe("key_unusable"));
  function fromHexPoint(): Uint8Array {
    return Uint8Array.of(4, ...fromBase64url(good.x)!, ...fromBase64url(good.y)!);
  }

  test("bytes of any length are a key or none, and never an error", () => {
    for (const algorithm of ["ES256", "ES256K", "EdDSA"] as const) {
      fc.assert(fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => void publicKeyFromBytes(algorithm, bytes)));
    }
  });
  test("property: base58 and base64url there and back", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      if (bytes.length > 0) expect(fromBase58(toBase58(bytes))).toEqual(bytes);
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }));
  });
});

describe("documents of strangers", () => {
  const did = "did:web:a.example";
  const jwk = { kty: "EC", crv: "P-256", x: "igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns", y: "efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM" };
  const method = { id: `${did}#1`, type: "JsonWebKey", controller: did, publicKeyJwk: jwk };
  const good = { "@context": "https://www.w3.org/ns/did/v1", id: did, alsoKnownAs: ["did:web:b.example"], verificationMethod: [method], assertionMethod: [`${did}#1`], service: [{ id: "#s", anything: 1 }] };
  const read = (value: unknown): DidDocument | DidFlaw => parseDidDocument(utf8(typeof value === "string" ? value : JSON.stringify(value)), did);
  const signers = (value: unknown): string[] => assertionKeys(read(value) as DidDocument).map(({ id }) => id);

  test("a good one", () => {
    expect(read(good)).toMatchObject({ id: did, alsoKnownAs: ["did:web:b.example"], isDeactivated: false });
    expect(signers(good)).toEqual([`${did}#1`]);
    expect(keysIn(read(good) as DidDocument, "assertionMethod", `${did}#1`)).toMatchObject([{ jwk }]);
    expect(keysIn(read(good) as DidDocument, "assertionMethod", `${did}#2`)).toEqual([]);
  });

  const alike: readonly [what: string, value: unknown][] = [
    ["relative names",             { ...good, verificationMethod: [{ ...method, id: "#1" }], assertionMethod: ["#1"] }],
    ["the key within the purpose", { ...good, verificationMethod: undefined, assertionMethod: [method] }],
    ["as a Multikey",              { ...good, verificationMethod: [{ id: `${did}#1`, type: "Multikey", controller: did, publicKeyMultibase: "zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv" }] }],
    ["an RSA key beside it",       { ...good, verificationMethod: [method, { id: `${did}#2`, type: "JsonWebKey", controller: did, publicKeyJwk: { kty: "RSA", n: "x", e: "AQAB" } }], assertionMethod: [`${did}#1`, `${did}#2`] }],
    ["somebody else's key beside", { ...good, assertionMethod: [`${did}#1`, "did:web:b.example#1"] }],
  ];
  for (const [what, value] of alike) test(`${what}: the same key`, () => expect(signers(value)).toEqual([`${did}#1`]));

  const keyless: readonly [what: string, value: unknown][] = [
    ["for authentication only",        { ...good, assertionMethod: undefined, authentication: [`${did}#1`] }],
    ["for no purpose",                 { ...good, assertionMethod: [] }],
    ["for key agreement only",         { ...good, assertionMethod: [], keyAgreement: [`${did}#1`] }],
    ["of another controller",          { ...good, verificationMethod: [{ ...method, controller: "did:web:b.example" }] }],
    ["of no controller",               { ...good, verificationMethod: [{ ...method, controller: undefined }] }],
    ["under another DID's name",       { ...good, verificationMethod: [{ ...method, id: "did:web:b.example#1" }], assertionMethod: ["did:web:b.example#1"] }],
    ["of a longer DID's name",         { ...good, verificationMethod: [{ ...method, id: `${did}:x#1` }], assertionMethod: [`${did}:x#1`] }],
    ["with its secret",                { ...good, verificationMethod: [{ ...method, publicKeyJwk: { ...jwk, d: jwk.x } }] }],
    ["said in two ways",               { ...good, verificationMethod: [{ ...method, publicKeyMultibase: "zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv" }] }],
    ["of an unknown type",             { ...good, verificationMethod: [{ ...method, type: "constructor" }] }],
    ["of a type for another curve",    { ...good, verificationMethod: [{ ...method, type: "EcdsaSecp256k1VerificationKey2019" }] }],
    ["of a closed DID",                { ...good, deactivated: true }],
  ];
  for (const [what, value] of keyless) test(`a key ${what} signs nothing`, () => expect(signers(value)).toEqual([]));

  const many = (count: number) => Array.from({ length: count }, (_, place) => ({ ...method, id: `${did}#${place}` }));
  const flawed: readonly [what: string, value: unknown, flaw: DidFlaw][] = [
    ["no JSON",                     "{",                                                             "document_malformed"],
    ["an empty file",               "",                                                              "document_malformed"],
    ["a list",                      [good],                                                          "document_malformed"],
    ["a member twice",              JSON.stringify(good).replace("{", '{"id":"did:web:b.example",'), "document_malformed"],
    ["a key that is none",          JSON.stringify(good).replace("{", '{"__proto__":{},'),           "document_malformed"],
    ["a byte order mark",           `\ufeff${JSON.stringify(good)}`,                                 "document_malformed"],
    ["deep nesting",                JSON.stringify(good).replace("{", `{"x":${"[".repeat(30)}${"]".repeat(30)},`), "document_malformed"],
    ["methods that are no list",    { ...good, verificationMethod: method },                         "document_malformed"],
    ["purposes that are no list",   { ...good, assertionMethod: `${did}#1` },                        "document_malformed"],
    ["one name for two keys",       { ...good, verificationMethod: [method, method] },               "document_malformed"],
    ["a method without a name",     { ...good, verificationMethod: [{ ...method, id: undefined }] }, "document_malformed"],
    ["a method that is no object",  { ...good, verificationMethod: ["x"] },                          "document_malformed"],
    ["names that are no texts",     { ...good, alsoKnownAs: [1] },                                   "document_malformed"],
    ["1,000 other names",           { ...good, alsoKnownAs: new Array(1_000).fill("did:web:c.example") }, "document_malformed"],
    ["another's document",          { ...good, id: "did:web:b.example" },                            "id_differs"],
    ["a DID in other letters",      { ...good, id: "did:web:A.example" },                            "id_differs"],
    ["no DID",                      { ...good, id: undefined },                                      "id_differs"],
    ["21 keys",                     { ...good, verificationMethod: many(21) },                       "too_many_keys"],
    ["21 keys in two places",       { ...good, verificationMethod: many(11), keyAgreement: many(10) }, "too_many_keys"],
    ["21 mentions of a key",        { ...good, assertionMethod: new Array(21).fill(`${did}#1`) },    "too_many_keys"],
  ];
  for (const [what, value, flaw] of flawed) test(`${what}: ${flaw}`, () => expect(read(value)).toBe(flaw));

  test("20 keys are read; 4,000 are refused before any arithmetic", () => {
    expect(assertionKeys(read({ ...good, verificationMethod: many(20), assertionMethod: many(20).map(({ id }) => id) }) as DidDocument)).toHaveLength(20);
    const flood = utf8(JSON.stringify({ ...good, verificationMethod: many(4_000) }));
    const start = performance.now();
    expect(parseDidDocument(flood, did)).toBe("too_many_keys");
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
