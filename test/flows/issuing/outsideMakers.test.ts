/**
 * Goal: what other software makes by the standards is judged here as what we make ourselves; and the code of a paper takes the same road.
 * Method: credentials and presentations by jose, did-jwt-vc and @sd-jwt, put before the judge of the small world.
 */
import { createHash, randomBytes, sign } from "node:crypto";
import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import { createVerifiableCredentialJwt, createVerifiablePresentationJwt } from "did-jwt-vc";
import { CompactSign } from "jose";
import { describe, expect, test } from "vitest";
import { codeSigningInput, writePaperCode, parsePaperCode } from "../../../src/core/paperCode.ts";
import { signedJudge } from "../../../src/flows/verifying/judgeSigned.ts";
import { report as reportSchema } from "../../../src/http/openapi/answers.ts";
import { aeo, customs, customsWeb, CHAIN, encoded, goodPayload, header, kidOf, model2, newSigner, NOW, operator, operatorKey, signature, signers, stranger, World, type Signer } from "../credentialWorld.ts";

const judgeOf = (world: World) => signedJudge({ ...world.ports, challenges: world.challenges });
const issuerFor = (did: string, signer: Signer, kid?: string) => ({ did, alg: signer.algorithm, ...(kid === undefined ? {} : { kid }), signer: async (input: string | Uint8Array) => signature(Buffer.from(input).toString(), signer).toString("base64url") });

test.each([signers.ES256, signers.EdDSA])("jose, data model 2.0, $algorithm", async (signer) => {
  const world = new World();
  const text = world.anchor(await new CompactSign(Buffer.from(JSON.stringify(goodPayload()))).setProtectedHeader({ ...(header() as { alg: string }), alg: signer.algorithm, kid: kidOf(customsWeb, signer) }).sign(signer.secret));
  expect(await judgeOf(world).judge({ credential: text })).toMatchObject({ verdict: "authentic" });
});

test("jose, a presentation of data model 2.0", async () => {
  const world = new World();
  const text = world.anchor(model2());
  const enveloped = { "@context": "https://www.w3.org/ns/credentials/v2", id: `data:application/vc+jwt,${text}`, type: "EnvelopedVerifiableCredential" };
  const payload = { "@context": ["https://www.w3.org/ns/credentials/v2"], type: ["VerifiablePresentation"], holder: operator, verifiableCredential: [enveloped], nonce: "c0", aud: "https://border.example", iat: NOW };
  const presentation = await new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: "ES256", kid: `${operator}#${operator.split(":").at(-1)}`, typ: "vp+jwt" }).sign(operatorKey.secret);
  await world.challenges.add({ challenge: "c0", audience: "https://border.example", expiresAt: NOW + 300 }, 0);
  const report = await judgeOf(world).judge({ presentation, challenge: "c0", audience: "https://border.example" });
  expect([report.verdict, report.reason]).toEqual(["authentic", undefined]);
});

describe("did-jwt-vc, data model 1.1", () => {
  const { id, credentialSubject } = goodPayload();
  const payload = { "@context": ["https://www.w3.org/2018/credentials/v1"], id, type: ["VerifiableCredential", "AEOCredential"], issuer: { id: customsWeb, name: "Customs" }, issuanceDate: new Date((NOW - 1_000) * 1000).toISOString(), expirationDate: new Date((NOW + 9_000) * 1000).toISOString(), credentialSubject };

  test.each(Object.values(signers))("$algorithm", async (signer) => {
    const world = new World();
    const text = world.anchor(await createVerifiableCredentialJwt(payload as never, issuerFor(customsWeb, signer) as never));
    expect(await judgeOf(world).judge({ credential: text })).toMatchObject({ verdict: "authentic", subject: { credential: { format: "jwt_vc_json" } } });
  });

  test("a presentation", async () => {
    const world = new World();
    const text = world.anchor(await createVerifiableCredentialJwt(payload as never, issuerFor(customsWeb, signers.ES256K) as never));
    const presentation = await createVerifiablePresentationJwt({ "@context": ["https://www.w3.org/2018/credentials/v1"], type: ["VerifiablePresentation"], holder: operator, verifiableCredential: [text] } as never, issuerFor(operator, operatorKey) as never, { challenge: "c1", domain: "https://border.example" });
    await world.challenges.add({ challenge: "c1", audience: "https://border.example", expiresAt: NOW + 300 }, 0);
    const report = await judgeOf(world).judge({ presentation, challenge: "c1", audience: "https://border.example" });
    expect([report.verdict, report.reason]).toEqual(["authentic", undefined]);
  });
});

test("@sd-jwt, presented with some members and key binding", async () => {
  const world = new World();
  const hasher = (data: string | ArrayBuffer, _alg: string): Uint8Array => new Uint8Array(createHash("sha256").update(typeof data === "string" ? data : Buffer.from(data)).digest());
  const signing = { hasher, hashAlg: "sha-256" as const, saltGenerator: (length: number) => randomBytes(length).toString("base64url") };
  const sdJwt = new SDJwtVcInstance({ ...signing, signAlg: "ES256", signer: async (input: string) => signature(input, signers.ES256).toString("base64url"), kbSignAlg: "ES256", kbSigner: async (input: string) => signature(input, operatorKey).toString("base64url") });
  const { id, credentialSubject } = goodPayload();
  const { x, y, kty, crv } = operatorKey.key.jwk as { x: string; y: string; kty: string; crv: string };
  const payload = { iss: customsWeb, jti: id, nbf: NOW - 1_000, exp: NOW + 9_000, vct: "https://tradeseal.example/contexts/aeo/v1#AEOCredential", cnf: { jwk: { kty, crv, x, y } }, credentialSubject };
  const text = world.anchor(await sdJwt.issue(payload as never, { credentialSubject: { _sd: ["legalName", "registeredAddress"] } } as never, { header: { kid: kidOf(customsWeb, signers.ES256) } }));
  expect(await judgeOf(world).judge({ credential: text })).toMatchObject({ verdict: "authentic", subject: { credential: { format: "dc+sd-jwt" } } });
  const presentation = await sdJwt.present(text, { credentialSubject: { legalName: true } } as never, { kb: { payload: { nonce: "c2", aud: "https://border.example", iat: NOW } } });
  await world.challenges.add({ challenge: "c2", audience: "https://border.example", expiresAt: NOW + 300 }, 0);
  const report = await judgeOf(world).judge({ presentation, challenge: "c2", audience: "https://border.example" });
  expect([report.verdict, report.reason]).toEqual(["authentic", undefined]);
});

describe("the code of a paper", () => {
  const code = (signer: Signer, number = "XX-2026-1"): string => {
    const input = codeSigningInput({ issuer: customs, chainId: CHAIN, documentType: aeo, number, date: "2026-06-03", parties: ["Example Trading Ltd"], key: signer.key.thumbprint });
    return writePaperCode(input, signer.algorithm === "EdDSA" ? sign(null, Buffer.from(input), signer.secret) : signature(input, signer));
  };
  const anchored = (world: World, text: string, issuer = customs): string => (world.anchors.push({ digest: parsePaperCode(text).digest, issuer, documentType: "AEO", block: 1_000 }), text);
  const late = newSigner("ES256");

  const rows: readonly [what: string, make: (world: World) => string, verdict: string, reason?: string][] = [
    ["in order",                       (w) => anchored(w, code(signers.ES256)), "authentic"],
    ["by Ed25519, with its address",   (w) => `https://evil.example/c#${anchored(w, code(signers.EdDSA))}`, "authentic"],
    ["by secp256k1",                   (w) => anchored(w, code(signers.ES256K)), "authentic"],
    ["not anchored",                   () => code(signers.ES256), "not_found", "not_anchored"],
    ["by a key of nobody's",           (w) => anchored(w, code(late)), "altered", "key_not_in_did"],
    ["anchored by a stranger",         (w) => anchored(w, code(signers.ES256), stranger), "not_found", "not_anchored"],
    ["another number, signature kept", (w) => { const [v, , s] = anchored(w, code(signers.ES256)).split("."); return [v, code(signers.ES256, "XX-2026-2").split(".")[1], s].join("."); }, "altered", "signature_invalid"],
    ["nobody vouches for it",          (w) => { w.grants = []; return anchored(w, code(signers.ES256)); }, "not_entitled", "no_accreditation"],
  ];
  test.each(rows.map((row) => ({ row, what: row[0] })))("$what", async ({ row: [, make, verdict, reason] }) => {
    const world = new World();
    const report = await judgeOf(world).judge({ code: make(world) });
    expect([report.verdict, report.reason]).toEqual([verdict, reason]);
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.subject).toMatchObject({ code: { date: "2026-06-03", parties: ["Example Trading Ltd"], documentType: "AEO" } });
    expect(world.asked).toEqual([]);
  });

  test("text that is no code is refused as such", () => expect(async () => judgeOf(new World()).judge({ code: encoded("x") })).rejects.toMatchObject({ code: "code_malformed" }));
});
