/**
 * Goal: what claims to be a credential or a presentation is taken for one wherever it comes as a file, however badly it keeps to it; and nothing else is.
 * Method: good ones of each format as they come, spoilt ones that still claim it, and files that are something else.
 */
import { describe, expect, test } from "vitest";
import { JWS_LIMIT_BYTES } from "../../src/core/credentials/jws.ts";
import { SIGNED_FILE_LIMIT_BYTES, signedTextIn } from "../../src/core/credentials/file.ts";
import { encoded, model1, model2, sdJwt } from "../flows/credentialWorld.ts";

const S = "A".repeat(86);
const jwt = (header: unknown, payload: unknown): string => `${encoded(header)}.${encoded(payload)}.${S}`;
const [vc2, vc1, sd] = [model2(), model1(), sdJwt()];
const vp2 = jwt({ alg: "ES256", typ: "vp+jwt", kid: "did:x#1" }, { type: ["VerifiablePresentation"], verifiableCredential: [] });
const vp1 = jwt({ alg: "ES256", typ: "JWT" }, { iss: "did:x", nonce: "n", vp: { type: ["VerifiablePresentation"] } });
const bound = sd + jwt({ alg: "ES256", typ: "kb+jwt" }, { nonce: "n", aud: "a", sd_hash: "x" });
const long = (header: object, payload: object): string => jwt(header, { ...payload, fill: "x".repeat(70_000) });
const read = (content: string, length?: number) => signedTextIn(new TextEncoder().encode(content), length);

describe("a credential", () => {
  test.each<[what: string, content: string, text?: string]>([
    ["of data model 2.0",              vc2],
    ["of data model 1.1",              vc1],
    ["an SD-JWT",                      sd],
    ["with a line break",              `\n${vc2}\r\n`,                                               vc2],
    ["in JSON",                        JSON.stringify({ credential: vc1, more: 1 }),                 vc1],
    ["as a JSON string",               JSON.stringify(sd),                                           sd],
    ["enveloped",                      JSON.stringify({ type: "EnvelopedVerifiableCredential", id: `data:application/vc+jwt,${vc2}` }), vc2],
    ["with a key twice in its claims", jwt({ alg: "ES256", typ: "JWT" }, '{"iss":"did:x","iss":"did:y","vc":{"type":["VerifiableCredential"]}}')],
    ["of a typ that went out of use",  jwt({ alg: "ES256", typ: "vc+sd-jwt" }, { iss: "did:x" })],
    ["with a media type for a typ",    jwt({ alg: "ES256", typ: "application/vc+jwt" }, {})],
    ["with a key twice in its header", jwt('{"typ":"vc+jwt","alg":"none","alg":"ES256"}', {})],
    ["with claims that are no JSON",   jwt({ typ: "JWT" }, '{"vct":"https://x","a":')],
    ["with vc for a text",             jwt({ typ: "JWT" }, { vc: "text" })],
    ["with another base64url",         `${encoded({ typ: "vc+jwt" })}.${encoded({ a: 1 }).replace(/.$/, "B")}.${S}`],
    ["without a signature",            `${encoded({ alg: "none", typ: "vc+jwt" })}.${encoded({})}.`],
    ["an SD-JWT with odd ends",        `${sd}x.y`],
  ])("%s", (_what, content, text = content) => expect(read(content)).toEqual({ is: "credential", text }));
});

describe("a presentation", () => {
  test.each<[what: string, content: string, text?: string]>([
    ["of data model 2.0",            vp2],
    ["of data model 1.1",            vp1],
    ["an SD-JWT with key binding",   bound],
    ["in JSON",                      JSON.stringify({ presentation: vp1 }),                          vp1],
    ["with its challenge",           JSON.stringify({ presentation: bound, challenge: "c", audience: "a" }), bound],
    ["enveloped",                    JSON.stringify({ type: "EnvelopedVerifiablePresentation", id: `data:application/vp+jwt,${vp2}` }), vp2],
    ["given as a credential",        JSON.stringify({ credential: vp2 }),                            vp2],
    ["with a key twice",             jwt({ typ: "JWT" }, '{"vp":{},"vp":{}}')],
  ])("%s", (_what, content, text = content) => expect(read(content)).toEqual({ is: "presentation", text }));
});

describe("longer than is read", () => {
  test.each<[what: string, content: string]>([
    ["data model 2.0",      long({ alg: "ES256", typ: "vc+jwt" }, {})],
    ["data model 1.1",      long({ alg: "ES256", typ: "JWT" }, { vc: { type: ["VerifiableCredential"] } })],
    ["an SD-JWT",           sd + `${"x".repeat(1_000)}~`.repeat(70)],
    ["in JSON",             JSON.stringify({ credential: long({ typ: "vc+jwt" }, {}) })],
    ["a presentation",      long({ typ: "vp+jwt" }, {})],
    ["by one character",    vc2 + "A".repeat(JWS_LIMIT_BYTES + 1 - vc2.length)],
  ])("%s", (_what, content) => {
    expect(read(content)).toEqual({ is: "too_large" });
    expect(read(content.slice(0, SIGNED_FILE_LIMIT_BYTES), content.length), "its beginning alone").toEqual({ is: "too_large" });
  });
  test("not by one character less", () => expect(read(vc2 + "A".repeat(JWS_LIMIT_BYTES - vc2.length))?.is).toBe("credential"));
});

describe("something else", () => {
  test.each<[what: string, content: string]>([
    ["nothing",                    ""],
    ["a PDF",                      "%PDF-1.7\n1 0 obj"],
    ["a host's name",              "www.example.com"],
    ["somebody's login",           jwt({ alg: "RS256", typ: "JWT" }, { sub: "somebody", user: { vp: 1, vc: 2 } })],
    ["a long login",               long({ alg: "RS256", typ: "JWT" }, { sub: "somebody" })],
    ["JSON about a credential",    JSON.stringify({ credential: { type: "VerifiableCredential" } })],
    ["JSON with a key twice",      `{"credential":"${vc2}","credential":"${vc2}"}`],
    ["a text with a credential",   `Dear Sir, ${vc2}`],
    ["a long text",                "x".repeat(200_000)],
  ])("%s", (_what, content) => expect(read(content)).toBeNull());
});
