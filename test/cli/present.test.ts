/**
 * Goal: a holder presents what it holds, for one challenge and one audience, and shows no more than it names.
 * Method: the real program on real files; credentials made by the flow that issues them, with a signer of the test's own. jose and
 * @sd-jwt judge what comes out.
 */
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import { compactVerify, importJWK, type JWK } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStoreDatabase } from "../../src/adapters/store/store.ts";
import { issuancesIn } from "../../src/adapters/store/issuances.ts";
import { nodeSqlite } from "../../src/adapters/store/nodeSqlite.ts";
import type { CredentialFormat } from "../../src/core/credentials/formats.ts";
import type { JsonObject } from "../../src/core/json.ts";
import { digestOfDisclosure } from "../../src/core/credentials/disclosures.ts";
import { signCredential } from "../../src/flows/issuing/signCredential.ts";
import { chamber } from "../core/world.ts";
import { subjects } from "../core/shapes/samples.ts";
import { testFolder, tradeseal } from "./program.ts";

const folder = testFolder();
const keys = { "P-256": generateKeyPairSync("ec", { namedCurve: "P-256" }), secp256k1: generateKeyPairSync("ec", { namedCurve: "secp256k1" }), Ed25519: generateKeyPairSync("ed25519") };
const holder = keys["P-256"].publicKey.export({ format: "jwk" }) as JWK;
const holderDid = `did:jwk:${Buffer.from(JSON.stringify({ crv: holder.crv, kty: holder.kty, x: holder.x, y: holder.y })).toString("base64url")}`;
const issuerDid = "did:web:customs.example";

async function credential(format: CredentialFormat): Promise<string> {
  const db = await openStoreDatabase(nodeSqlite(folder.at(`${format.replace("/", "")}.sqlite`)));
  const { manufacturerIdentifiers: _, mutualRecognition: _1, ...aeo } = subjects.aeo;
  const { nextReviewDate: _2, geographicScope: _3, coveredSites: _4, ...authorisation } = aeo.authorisation;
  const subject = (format === "dc+sd-jwt" ? { ...subjects.aeo, id: holderDid } : { ...aeo, authorisation, id: holderDid }) as unknown as JsonObject;
  const signer = { chainId: 1, didWeb: issuerDid, kid: `${issuerDid}#1`, algorithm: "ES256" as const, base: "https://customs.example", sign: async (bytes: Uint8Array) => sign("sha256", bytes, { key: keys["P-256"].privateKey, dsaEncoding: "ieee-p1363" }) };
  const ports = { issuances: issuancesIn(db), signing: { signerFor: async () => signer }, publicUrl: "https://customs.example", clock: () => 1_790_000_000, newUuid: () => crypto.randomUUID(), random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)) };
  const request = { type: "AEOCredential" as const, format, algorithm: "ES256" as const, subject, validFrom: null, validUntil: null, consent: { publishName: false, shareWithMraPartners: false } };
  const made = await signCredential(request, { issuer: { address: chamber, name: "Customs", account: chamber, successor: null }, doing: { by: "user:test", at: 1 } }, ports);
  await db.destroy();
  return made.credential.text;
}

const texts: Record<string, string> = {};
beforeAll(async () => {
  for (const [file, format] of [["aeo.jwt", "vc+jwt"], ["old.jwt", "jwt_vc_json"], ["aeo.sd-jwt", "dc+sd-jwt"]] as const) folder.file(file, `${(texts[file] = await credential(format))}\n`);
  for (const [name, { privateKey }] of Object.entries(keys)) folder.file(`${name}.jwk`, JSON.stringify(privateKey.export({ format: "jwk" })));
});
afterAll(() => folder.remove());

const run = (files: string[], more: string[] = [], key = "P-256.jwk") => tradeseal(["present", ...files, "--key", key, "-c", "challenge-1", "-a", "https://desk.example", ...more], { folder: folder.name });
const payloadOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split(".")[1]!, "base64url").toString());
const headerOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split(".")[0]!, "base64url").toString());

test("data model 2.0: an enveloped credential, signed by the key that the credential speaks of", async () => {
  const { code, stdout, stderr } = await run(["aeo.jwt"]);
  expect([code, stderr]).toEqual([0, ""]);
  const text = stdout.trim();
  await compactVerify(text, await importJWK(holder, "ES256"));
  expect(headerOf(text)).toEqual({ alg: "ES256", kid: `${holderDid}#0`, typ: "vp+jwt" });
  expect(payloadOf(text)).toMatchObject({ holder: holderDid, iss: holderDid, aud: "https://desk.example", nonce: "challenge-1", type: ["VerifiablePresentation"], verifiableCredential: [{ type: "EnvelopedVerifiableCredential", id: `data:application/vc+jwt,${texts["aeo.jwt"]}` }] });
  expect(payloadOf(text).exp - payloadOf(text).iat).toBe(300);
});

test("data model 1.1, by an Ed25519 key under another name; whose credential speaks of somebody else is told", async () => {
  const { code, stdout, stderr } = await run(["old.jwt"], ["--kid", "did:web:operator.example#k1"], "Ed25519.jwk");
  expect([code, stderr]).toEqual([0, expect.stringContaining("you sign as did:web:operator.example")]);
  await compactVerify(stdout.trim(), await importJWK(keys.Ed25519.publicKey.export({ format: "jwk" }) as JWK, "EdDSA"));
  expect([headerOf(stdout), payloadOf(stdout)]).toMatchObject([{ typ: "JWT", kid: "did:web:operator.example#k1" }, { iss: "did:web:operator.example", vp: { verifiableCredential: [texts["old.jwt"]] } }]);
});

test("SD-JWT: what is named is shown, with what it lies in, and nothing else; the binding holds for all of it", async () => {
  const { code, stdout } = await run(["aeo.sd-jwt"], ["--disclose", "/legalName", "/authorisation/coveredSites"]);
  expect(code).toBe(0);
  const key = await importJWK(holder, "ES256");
  const hasher = (text: string | ArrayBuffer) => new Uint8Array(createHash("sha256").update(typeof text === "string" ? text : Buffer.from(text)).digest());
  const verifier = async (data: string, signature: string): Promise<boolean> => compactVerify(`${data}.${signature}`, key).then(() => true, () => false);
  const judge = new SDJwtVcInstance({ hasher, hashAlg: "sha-256", verifier, kbVerifier: verifier as never });
  const { payload, kb } = await judge.verify(stdout.trim(), { keyBindingNonce: "challenge-1" } as never);
  const subject = (payload as unknown as { credentialSubject: Record<string, object> }).credentialSubject;
  expect(subject).toMatchObject({ legalName: subjects.aeo.legalName, authorisation: { coveredSites: subjects.aeo.authorisation.coveredSites } });
  for (const hidden of ["registeredAddress", "tradeNames", "registeredName", "manufacturerIdentifiers"]) expect(subject).not.toHaveProperty(hidden);
  expect(subject["authorisation"]).not.toHaveProperty("nextReviewDate");
  expect(kb!.payload).toMatchObject({ aud: "https://desk.example", nonce: "challenge-1", sd_hash: digestOfDisclosure(stdout.trim().slice(0, stdout.trim().lastIndexOf("~") + 1)) });
  const [none, all] = await Promise.all([run(["aeo.sd-jwt"]), run(["aeo.sd-jwt"], ["--disclose-all"])]);
  const partsOf = (text: string) => text.trim().split("~").slice(0, -1).toSorted();
  expect([none.stdout.trim().split("~").length, partsOf(all.stdout)]).toEqual([2, partsOf(texts["aeo.sd-jwt"]!)]);
});

test.each([
  ["a member that is not kept back", ["aeo.sd-jwt"], ["--disclose", "/tin"], "P-256.jwk", 64, "It could show: "],
  ["a member without its slash", ["aeo.sd-jwt"], ["--disclose", "legalName"], "P-256.jwk", 64, "/legalName"],
  ["two data models", ["aeo.jwt", "old.jwt"], [], "P-256.jwk", 64, "Make two"],
  ["a key that is none", ["aeo.jwt"], [], "aeo.jwt", 65, "cannot be used"],
  ["a credential that is none", ["P-256.jwk"], [], "P-256.jwk", 64, "Credential 1 cannot be read"],
  ["no such file", ["none.jwt"], [], "P-256.jwk", 65, "there is no such file"],
] as const)("refused: %s", async (_what, files, more, key, code, says) => {
  const { code: ended, stdout, stderr } = await run([...files], [...more], key);
  expect([ended, stdout]).toEqual([code, ""]);
  expect(stderr).toContain(says);
  expect(stderr).not.toContain((keys["P-256"].privateKey.export({ format: "jwk" }) as { d: string }).d);
});

const WORD = "kQ0y2Jm0vV0m2m3Zy1dF0kC8h1qS5rT7uX9wA3bD5eF";
const linkTo = (audience: string, challenge = WORD): string => `https://customs.example/operators#present=${challenge}&audience=${encodeURIComponent(audience)}`;

test.each<[what: string, options: string[], says: string]>([
  ["nothing that was asked",        [],                                                                "--request"],
  ["a challenge without audience",  ["-c", "challenge-1"],                                             "--audience"],
  ["a link and a challenge",        ["-r", linkTo("https://customs.example"), "-c", "challenge-1"],    "leave out"],
  ["a link without a challenge",    ["-r", linkTo("https://customs.example", "")],                     "not whole"],
  ["a link that is none",           ["-r", "present=abc"],                                             "not whole"],
  ["a link in another's name",      ["-r", linkTo("https://elsewhere.example")],                       "Nothing was signed"],
])("refused: %s", async (_what, options, says) => {
  const { code, stdout, stderr } = await tradeseal(["present", "aeo.jwt", "--key", "P-256.jwk", ...options], { folder: folder.name });
  expect([code, stdout, stderr]).toEqual([64, "", expect.stringContaining(says)]);
});
