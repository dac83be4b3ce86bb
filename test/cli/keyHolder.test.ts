/**
 * Goal: a holder makes its key by one command, presents with it, and never loses one to the next.
 * Method: the real program on real files; node:crypto judges what was signed. test/end-to-end/credentialsPage.test.ts has it all, from issuing to the verdict.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createPublicKey, verify } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { didJwkDocument } from "../../src/core/identities/didKeys.ts";
import { testFolder, tradeseal } from "./program.ts";

const folder = testFolder();
afterAll(() => folder.remove());
const run = (...args: string[]) => tradeseal(args, { folder: folder.name });

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const decoded = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
const credentialFor = (holder: string): string => [encoded({ alg: "ES256", typ: "vc+jwt" }), encoded({ "@context": ["https://www.w3.org/ns/credentials/v2"], type: ["VerifiableCredential"], issuer: "did:web:customs.example", credentialSubject: { id: holder } }), "c2lnbmF0dXJl"].join(".");

test.each([
  ["ES256", ["-o", "p256.jwk"], { kty: "EC", crv: "P-256" }],
  ["ES256K", ["-o", "k1.jwk", "--algorithm", "ES256K"], { kty: "EC", crv: "secp256k1" }],
  ["EdDSA", ["--out", "ed.jwk", "--algorithm", "EdDSA"], { kty: "OKP", crv: "Ed25519" }],
])("%s: the DID is the key's, the file its owner's alone, and present signs with it for a credential of that DID", async (algorithm, options, kind) => {
  const { code, stdout, stderr } = await run("key", "holder", ...options);
  expect([code, stderr]).toEqual([0, expect.stringContaining(`--key ${options[1]}`)]);
  const did = stdout.trim();
  expect(didJwkDocument(did.replace("did:jwk:", ""))).toMatchObject({ id: did, methods: [{ key: { publicKey: { algorithm, jwk: kind } } }] });

  expect(statSync(folder.at(options[1]!)).mode & 0o777).toBe(0o600);
  const { d, ...open } = JSON.parse(readFileSync(folder.at(options[1]!), "utf8"));
  expect(open).toEqual(decoded(did.replace("did:jwk:", "")));
  expect(stdout + stderr).not.toContain(d);

  const presented = await run("present", folder.file(`${algorithm}.jwt`, credentialFor(did)), "--key", options[1]!, "-c", "challenge-1", "-a", "https://desk.example");
  expect([presented.code, presented.stderr]).toEqual([0, ""]);
  const [header, payload, signature] = presented.stdout.trim().split(".");
  expect(decoded(header!)).toEqual({ alg: algorithm, kid: `${did}#0`, typ: "vp+jwt" });
  const key = createPublicKey({ key: open, format: "jwk" });
  expect(verify(algorithm === "EdDSA" ? null : "sha256", Buffer.from(`${header}.${payload}`), { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature!, "base64url"))).toBe(true);
});

test("it makes no data folder", () => expect(readdirSync(folder.name)).not.toContain("data"));

test.each<[what: string, options: () => string[], code: number, says: string]>([
  ["a file that is there", () => ["-o", folder.file("taken.jwk", "precious")],  65, "nothing is overwritten"],
  ["a folder that is not", () => ["-o", "nowhere/holder.jwk"],                  65, "there is no such file"],
  ["no file",              () => [],                                            64, "--out"],
  ["another algorithm",    () => ["-o", "rsa.jwk", "--algorithm", "RS256"],     64, "ES256"],
])("refused: %s", async (_what, options, code, says) => {
  const refused = await run("key", "holder", ...options());
  expect([refused.code, refused.stdout, refused.stderr]).toEqual([code, "", expect.stringContaining(says)]);
});

test("what was in the way is still there", () => expect(readFileSync(folder.at("taken.jwk"), "utf8")).toBe("precious"));
