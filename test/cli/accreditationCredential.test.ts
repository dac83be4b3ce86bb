/**
 * Goal: every grant carries the digest of a signed credential that travels: outside judges verify it, the ledger decides whether it stands,
 * and whatever was spoilt is refused with a reason.
 * Method: a real service with its demonstration and its own ledger, the real program; `jose` as the outside judge; a table of one good
 * credential, spoilt in one way a row.
 */
import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { accreditationCredential } from "../../src/core/accreditationCredential.ts";
import { parseAddress } from "../../src/core/address.ts";
import { digestOfSigningInput, signedCredentialText, signingInputOf } from "../../src/core/credentials/jws.ts";
import { parseDocumentType } from "../../src/core/documentType.ts";
import { keysListed } from "../../src/flows/issuing/credentialSigning.ts";
import { connect, credentialPortsOn, openIndex, readLedgerFile, verifierOn } from "../../src/ledgerAccess.ts";
import { openOffice, readTrustRoots } from "../../src/office.ts";
import type { AccreditationReport } from "../../src/flows/verifying/verifyAccreditation.ts";
import { verifyAccreditation } from "../../src/flows/verifying/verifyAccreditation.ts";
import { report as reportSchema } from "../../src/http/openapi/answers.ts";
import { subjects } from "../core/shapes/samples.ts";
import { tradeseal, testFolder, type Run } from "./program.ts";

const folder = testFolder();
const CUSTOMS = "Demo Customs Administration";
let service: ServiceProcess;
let good: string;
let judge: (text: string) => Promise<AccreditationReport>;
let close: () => Promise<void>;
const run = (...args: string[]): Promise<Run> => tradeseal(args, { folder: folder.name, environment: { TRADESEAL_DATA: service.dataFolder, TRADESEAL_SERVICE: service.url } });
const rpc = (): string => (JSON.parse(readFileSync(`${service.dataFolder}/running.json`, "utf8")) as { rpc: string }).rpc;
const ledgerOptions = (): string[] => ["--rpc", rpc(), "--ledger", `${service.dataFolder}/ledger.json`, "--trust-roots", `${service.dataFolder}/trust-roots.json`];
const listed = async (): Promise<any[]> => JSON.parse((await run("grants", "list", CUSTOMS, "--json")).stdout);
const part = (text: string, place: number): any => JSON.parse(Buffer.from(text.split(".")[place]!, "base64url").toString());
const encoded = (value: unknown): string => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

beforeAll(async () => {
  service = await startServiceProcess({ dataFolder: temporaryFolder() });
  const [newest] = await listed();
  good = (await run("grants", "credential", newest.id)).stdout.trim();
  const ledger = readLedgerFile(`${service.dataFolder}/ledger.json`);
  const connected = connect(ledger, { url: rpc(), confirmations: null });
  const index = openIndex(":memory:", connected);
  const roots = readTrustRoots(`${service.dataFolder}/trust-roots.json`);
  judge = (text) => verifyAccreditation(text, credentialPortsOn(connected, verifierOn(connected, index, () => roots)));
  close = async () => (index.close(), connected.close());
});
afterAll(async () => {
  await close?.();
  await service?.stop();
  folder.remove();
});

describe("a grant's credential", () => {
  test("is there for the demonstration's grants, says what they say, and its digest is the one on the ledger", async () => {
    const [header, payload] = [part(good, 0), part(good, 1)];
    expect(Object.keys(header).toSorted()).toEqual(["alg", "kid", "typ"]);
    expect(header).toMatchObject({ alg: "ES256", typ: "vc+jwt", kid: expect.stringMatching(/^did:web:127\.0\.0\.1%3A\d+:issuers:0x[0-9a-f]{40}#[\w-]{43}$/) });
    expect(payload).toMatchObject({ "@context": expect.arrayContaining(["https://www.w3.org/ns/credentials/v2"]), type: ["VerifiableCredential", "AccreditationCredential"], id: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) });
    expect(payload.issuer.id).toBe(header.kid.split("#")[0]);
    expect(payload.credentialSubject).toMatchObject({ type: ["AccreditedIssuer"], legalName: "Demo Chamber of Commerce", documentTypes: ["861"], mayPassOn: false, id: service.demo.issuers.find(({ role }) => role === "chamber")!.did });
    const grants = await listed();
    expect(grants.map(({ credentialDigest }) => /^0x0+$/.test(credentialDigest))).toEqual([false, false]);
    expect(grants[0].credentialDigest).toBe(`0x${digestOfSigningInput(good.split(".").slice(0, 2).join("."))}`);
  });

  test("is served to anybody who knows the id, byte for byte, and verified by an outside library with the key in the grantor's did.json", async () => {
    const [{ id }] = await listed();
    const answer = await fetch(`${service.url}/v1/grants/${id}/credential`);
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("access-control-allow-origin")]).toEqual([200, "application/vc+jwt", "*"]);
    expect(await answer.text()).toBe(good);
    const { kid } = decodeProtectedHeader(good);
    const did = (await (await fetch(`${service.url}/issuers/${kid!.split(":").at(-1)!.split("#")[0]}/did.json`)).json()) as { id: string; verificationMethod: { id: string; publicKeyJwk: JWK }[] };
    const { publicKeyJwk } = did.verificationMethod.find((method) => method.id === kid)!;
    const { payload } = await compactVerify(good, await importJWK(publicKeyJwk, "ES256"));
    expect(JSON.parse(Buffer.from(payload).toString()).issuer.id).toBe(did.id);
    await expect(compactVerify(spoil(good, (it) => (it.credentialSubject.mayPassOn = true)), await importJWK(publicKeyJwk, "ES256"))).rejects.toThrow();
    expect((await fetch(`${service.url}/v1/grants/nothing/credential`)).status).toBe(404);
  });

  test("stands by the ledger alone: authentic for who believes customs, not entitled for who does not", async () => {
    folder.file("accreditation.jwt", `${good}\n`);
    const yes = await run("verify", "accreditation.jwt", ...ledgerOptions());
    expect([yes.code, yes.stdout]).toEqual([0, expect.stringMatching(/^authentic {3}accreditation\.jwt {3}\(checked as an accreditation\)\nGenuine: accreditation of Demo Chamber of Commerce to issue certificates of origin, given by Demo Customs Administration\n/)]);
    const stranger = await run("verify", "accreditation.jwt", "--json", ...ledgerOptions().slice(0, 4), "--trust-root", `0x${"7".repeat(40)}=861`);
    expect([stranger.code, JSON.parse(stranger.stdout)]).toEqual([1, expect.objectContaining({ verdict: "not_entitled", reason: "no_accreditation" })]);
    const alone = await run("verify", "accreditation.jwt");
    expect([alone.code, alone.stdout]).toEqual([0, expect.stringMatching(/^authentic {3}accreditation\.jwt/)]);
    folder.file("spoilt.jwt", spoil(good, (payload) => (payload.credentialSubject.mayPassOn = true)));
    const spoilt = await run("verify", "spoilt.jwt", "accreditation.jwt", "--json");
    expect([spoilt.code, JSON.parse(spoilt.stdout)]).toEqual([1, [expect.objectContaining({ verdict: "altered", reason: "signature_invalid" }), expect.objectContaining({ verdict: "authentic" })]]);
    const told = await run("verify", "spoilt.jwt", ...ledgerOptions());
    expect([told.code, told.stdout]).toEqual([1, expect.stringMatching(/\nAltered: claims to be an accreditation of did:ethr:0x7a69:0x[0-9a-f]{40} to issue certificates of origin, given by Demo Customs Administration\n/)]);
    folder.file("paper.pdf", "paper");
    expect((await run("verify", "accreditation.jwt", "paper.pdf")).code, "documents apart").toBe(64);
    const answer = await fetch(`${service.url}/v1/verifications`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ credential: good }) });
    expect(reportSchema.parse(await answer.json())).toMatchObject({ verdict: "authentic", subject: { documentType: "ACR", credential: { documentType: "861" } } });
  });
});

/** The good one with its payload changed, and the signature left as it was. */
function spoil(text: string, change: (payload: any) => unknown): string {
  const payload = part(text, 1);
  change(payload);
  return [text.split(".")[0], encoded(payload), text.split(".")[2]].join(".");
}

const withHeader = (text: string, change: object): string => [encoded({ ...part(text, 0), ...change }), ...text.split(".").slice(1)].join(".");
const without = (text: string, member: string): string => [encoded(Object.fromEntries(Object.entries(part(text, 0)).filter(([name]) => name !== member))), ...text.split(".").slice(1)].join(".");
const rawPayload = (text: string, raw: string): string => [text.split(".")[0], encoded(raw), text.split(".")[2]].join(".");
const otherSpelling = (text: string): string => text.slice(0, -1) + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".indexOf(text.at(-1)!) + 1];

/** Signed rightly, by a key that is nobody's. */
function forged(text: string, change: (payload: any) => unknown = () => {}): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const input = spoil(text, change).split(".").slice(0, 2).join(".");
  return `${input}.${sign("sha256", Buffer.from(input), { key: createPrivateKey(privateKey.export({ format: "pem", type: "pkcs8" })), dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}

describe("a credential spoilt in one way", () => {
  const malformed: readonly [what: string, change: (text: string) => string, flaw: string][] = [
    ["cut short",                     (it) => it.slice(0, it.lastIndexOf(".")),                          "not_compact"],
    ["four parts",                    (it) => `${it}.AA`,                                               "not_compact"],
    ["an empty signature",            (it) => `${it.split(".").slice(0, 2).join(".")}.`,                 "not_compact"],
    ["padding",                       (it) => `${it}=`,                                                 "base64url_malformed"],
    ["another spelling of the bytes", otherSpelling,                                                    "base64url_malformed"],
    ["a signature of 63 bytes",       (it) => `${it.split(".").slice(0, 2).join(".")}.${Buffer.alloc(63, 1).toString("base64url")}`, "signature_malformed"],
    ["alg none",                      (it) => withHeader(it, { alg: "none" }),                          "algorithm_forbidden"],
    ["alg HS256",                     (it) => withHeader(it, { alg: "HS256" }),                         "algorithm_forbidden"],
    ["alg __proto__",                 (it) => withHeader(it, { alg: "__proto__" }),                     "algorithm_forbidden"],
    ["typ JWT",                       (it) => withHeader(it, { typ: "JWT" }),                           "type_unexpected"],
    ["no typ",                        (it) => without(it, "typ"),                                       "type_unexpected"],
    ["no kid",                        (it) => without(it, "kid"),                                       "header_malformed"],
    ...["jwk", "jku", "x5u", "crit", "b64", "cty", "zip"].map((name): [string, (text: string) => string, string] => [`a header member ${name}`, (it) => withHeader(it, { [name]: "vc" }), "header_member_forbidden"]),
    ["a key of another DID",          (it) => withHeader(it, { kid: "did:web:evil.example#k" }),        "kid_not_of_issuer"],
    ["a key with a path",             (it) => withHeader(it, { kid: part(it, 0).kid.replace("#", "/x#") }), "kid_not_of_issuer"],
    ["a key twice in the payload",    (it) => rawPayload(it, JSON.stringify(part(it, 1)).replace("{", '{"id":"x",')), "payload_malformed"],
    ["a forbidden key",               (it) => rawPayload(it, JSON.stringify(part(it, 1)).replace("{", '{"__proto__":1,')), "payload_malformed"],
    ["too deep",                      (it) => rawPayload(it, `{"a":${"[".repeat(30)}${"]".repeat(30)},"AccreditationCredential":1}`), "payload_malformed"],
    ["no object",                     (it) => rawPayload(it, '["AccreditationCredential"]'),            "payload_malformed"],
    ["no issuer",                     (it) => spoil(it, (payload) => delete payload.issuer),            "issuer_malformed"],
    ["an iss of somebody else",       (it) => spoil(it, (payload) => (payload.iss = "did:web:evil.example")), "claims_contradict"],
    ["a vc claim",                    (it) => spoil(it, (payload) => (payload.vc = {})),                "claims_contradict"],
    ["another sub",                   (it) => spoil(it, (payload) => (payload.sub = "did:web:evil.example")), "claims_contradict"],
    ["no grantee",                    (it) => spoil(it, (payload) => delete payload.credentialSubject.id), "no_accreditation_credential"],
    ["two grantors",                  (it) => spoil(it, (payload) => payload.issuer.alsoKnownAs.push(payload.credentialSubject.id)), "no_accreditation_credential"],
    ["an exp before its beginning",   (it) => spoil(it, (payload) => (payload.exp = Date.parse(payload.validFrom) / 1000)), "claims_contradict"],
    ["an nbf after its end",          (it) => spoil(it, (payload) => (payload.nbf = Date.parse(payload.validUntil) / 1000)), "claims_contradict"],
    ["an exp in milliseconds",        (it) => spoil(it, (payload) => (payload.exp = Date.now() * 1000)), "date_malformed"],
    ["an nbf as text",                (it) => spoil(it, (payload) => (payload.nbf = "1")),              "date_malformed"],
    ["a status that is none",         (it) => spoil(it, (payload) => (payload.credentialStatus = "revoked")), "status_malformed"],
    ["a status without a list",       (it) => spoil(it, (payload) => (payload.credentialStatus = { type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: 3 })), "status_malformed"],
    ["two names of the grantee",      (it) => spoil(it, (payload) => (payload.credentialSubject.name = "Another")), "no_accreditation_credential"],
    ["a date without a zone",         (it) => spoil(it, (payload) => (payload.validFrom = "2026-01-01T00:00:00")), "no_accreditation_credential"],
    ["a day that never was",          (it) => spoil(it, (payload) => (payload.validUntil = "2030-02-30T00:00:00Z")), "no_accreditation_credential"],
    ["more than 60 KiB",              (it) => spoil(it, (payload) => (payload.more = "x".repeat(70_000))), "too_large"],
  ];
  test.each(malformed)("%s: altered, credential_malformed", async (_what, change, flaw) => {
    const report = await judge(change(good));
    expect(report).toMatchObject({ verdict: "altered", reason: "credential_malformed", flaw });
  });

  const judged: readonly [what: string, change: (text: string) => string, verdict: string, reason: string][] = [
    ["more said than was signed",          (it) => spoil(it, (payload) => (payload.credentialSubject.mayPassOn = true)),          "altered", "signature_invalid"],
    ["a longer period",                    (it) => spoil(it, (payload) => (payload.validUntil = "2099-01-01T00:00:00Z")),         "altered", "signature_invalid"],
    ["a member more",                      (it) => spoil(it, (payload) => (payload.more = 1)),                                    "altered", "signature_invalid"],
    ["signed by a key that is nobody's",   forged,                                                                                "altered", "signature_invalid"],
    ["an algorithm that is not the key's", (it) => withHeader(it, { alg: "ES256K" }),                                             "altered", "key_not_in_did"],
    ["a key that the ledger does not list", (it) => withHeader(it, { kid: `${part(it, 0).kid.split("#")[0]}#${"A".repeat(43)}` }), "altered", "key_not_in_did"],
    ["the owner's account as key",         (it) => withHeader(it, { kid: `${part(it, 0).kid.split("#")[0]}#controller` }),        "altered", "key_not_in_did"],
    ["a did:web that claims the grantor",  (it) => forged(withHeader(it, { kid: "did:web:evil.example#k" }), (payload) => (payload.issuer.id = "did:web:evil.example")), "altered", "key_not_in_did"],
    ["a ledger of another chain",          (it) => forged(it, (payload) => ((payload.issuer.alsoKnownAs = [payload.issuer.alsoKnownAs[0].replace("0x7a69", "0x1")]), (payload.credentialSubject.id = payload.credentialSubject.id.replace("0x7a69", "0x1")))), "undetermined", "ledger_unknown"],
  ];
  test.each(judged)("%s", async (_what, change, verdict, reason) => {
    expect(await judge(change(good))).toMatchObject({ verdict, reason });
  });

  test("and unspoilt it is authentic, every check passed", async () => {
    const { verdict, findings } = await judge(good);
    expect([verdict, findings.map(({ outcome }) => outcome)]).toEqual(["authentic", Array(5).fill("passed")]);
  });
});

describe("over time", () => {
  const accredit = async (...more: string[]): Promise<string> => {
    const said = await run("accredit", "--grantor", CUSTOMS, "--grantee", `0x${"6".repeat(40)}`, "--name", "Branch Office North", "--type", "705", "--from", "2026-01-01", "--wait", "final", ...more);
    expect(said.code, said.stderr).toBe(0);
    return (await run("grants", "credential", /^ +id (\S+)$/m.exec(said.stdout)![1]!)).stdout.trim();
  };

  test("a renewal makes a new credential and replaces the old one; the same again makes the same; a withdrawal ends it; a revoked key signs no more", async () => {
    const first = await accredit("--until", "2031-01-01", "--jurisdiction", "NO");
    expect(part(first, 1).credentialSubject.jurisdiction).toBe("NO");
    expect(await judge(first)).toMatchObject({ verdict: "authentic" });
    const again = await accredit("--until", "2031-01-01", "--jurisdiction", "NO");
    expect(again.split(".").slice(0, 2)).toEqual(first.split(".").slice(0, 2));
    const second = await accredit("--until", "2033-01-01");
    expect(part(second, 0).kid).toBe(part(first, 0).kid);
    expect([await judge(first), await judge(second)]).toMatchObject([{ verdict: "no_longer_valid", reason: "replaced" }, { verdict: "authentic" }]);

    const thumbprint = part(second, 0).kid.split("#")[1];
    const revoked = await run("issuer", "revoke-key", CUSTOMS, thumbprint, "--wait", "final");
    expect([revoked.code, revoked.stderr]).toEqual([0, expect.anything()]);
    expect(await judge(second), "signed before the key was revoked").toMatchObject({ verdict: "authentic" });
    expect(await judge(spoil(second, (payload) => (payload.validUntil = "2034-01-01T00:00:00Z")))).toMatchObject({ verdict: "altered", reason: "key_not_in_did" });
    const third = await accredit("--until", "2034-01-01");
    expect(part(third, 0).kid).not.toBe(part(second, 0).kid);
    expect(await judge(third)).toMatchObject({ verdict: "authentic" });

    await run("withdraw", "--grantor", CUSTOMS, "--grantee", `0x${"6".repeat(40)}`, "--type", "705", "--wait", "final");
    expect(await judge(third)).toMatchObject({ verdict: "no_longer_valid", reason: "accreditation_withdrawn" });
  });
});

describe("what the credential says itself of its end and its status counts, too", () => {
  let grantees = 0;
  const judgedThere = async (text: string): Promise<{ verdict: string; reason?: string }> => (await (await fetch(`${service.url}/v1/verifications`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ credential: text }) })).json()) as never;

  /** Customs signs it so, and has it recorded: the grant names its digest. */
  async function recorded(change: (payload: any) => unknown): Promise<string> {
    const office = await openOffice({ dataFolder: service.dataFolder, passphraseFile: null });
    try {
      const customs = (await office.register.issuers()).find(({ name }) => name === CUSTOMS)!;
      const key = keysListed(await office.listings.writesAbout(customs.address), Date.now() / 1000)[0]!;
      const kid = `${part(good, 0).kid.split("#")[0]}#${key.thumbprint}`;
      const grantee = parseAddress(`0x${String((grantees += 1)).padStart(40, "8")}`);
      const said = { grantor: customs.address, grantee, documentType: parseDocumentType("705"), name: "Branch Office", from: 1_767_225_600, until: 1_924_992_000, mayPassOn: false };
      const payload: any = structuredClone(accreditationCredential({ ...said, jurisdiction: null }, { chainId: 31337, didWeb: kid.split("#")[0]!, kid, base: service.url }));
      change(payload);
      const input = signingInputOf({ alg: key.algorithm, kid, typ: "vc+jwt" }, payload);
      await office.store.addWrite({ kind: "accredit", ...said, credentialDigest: `0x${digestOfSigningInput(input)}` }, customs.account);
      return signedCredentialText(input, await office.credentialKeys.sign(key, Buffer.from(input)));
    } finally {
      await office.close();
    }
  }

  /** An entry in the lists of customs, at the place of a credential that was revoked, or of one that stands. */
  async function entryOf(standing: "active" | "revoked"): Promise<object> {
    const call = async (method: string, path: string, body: object): Promise<any> => (await fetch(service.url + path, { method, headers: { authorization: `Bearer ${service.keyOf("customs")}`, "content-type": "application/json" }, body: JSON.stringify(body) })).json();
    const { manufacturerIdentifiers: _, ...aeo } = subjects.aeo;
    const { nextReviewDate: _1, geographicScope: _2, coveredSites: _3, ...authorisation } = aeo.authorisation;
    const { id, credential } = await call("POST", "/v1/credentials", { type: "AEOCredential", format: "vc+jwt", credentialSubject: { ...aeo, authorisation } });
    if (standing === "revoked") await call("PUT", `/v1/credentials/${id}/standing`, { standing: "revoked", reason: "ended" });
    return part(credential, 1).credentialStatus.find(({ statusPurpose }: { statusPurpose: string }) => statusPurpose === "revocation");
  }

  const rows: readonly [what: string, change: (payload: any) => unknown, said: string][] = [
    ["nothing more",                             () => {},                                                                            "authentic"],
    ["an exp that is to come",                   (payload) => (payload.exp = Math.floor(Date.now() / 1000) + 86_400),                  "authentic"],
    ["an exp that has passed, before its end",   (payload) => (payload.exp = Math.floor(Date.now() / 1000) - 1),                       "no_longer_valid: expired"],
    ["an nbf that is to come",                   (payload) => (payload.nbf = Math.floor(Date.now() / 1000) + 86_400),                  "no_longer_valid: not_yet_valid"],
    ["a list that nobody gives",                 (payload) => (payload.credentialStatus = { type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: "1", statusListCredential: "https://127.0.0.1:9/none" }), "undetermined: status_silent"],
    ["a status of a kind that is not read here", (payload) => (payload.credentialStatus = { type: "SomethingElse" }),                  "undetermined: status_silent"],
  ];
  test.each(rows)("%s", async (_what, change, said) => {
    const text = await recorded(change);
    await expect.poll(async () => sayingOf(await judgedThere(text))).toBe(said);
  });

  test.each([["active", "authentic"], ["revoked", "no_longer_valid: revoked"]] as const)("a place in its issuer's list that is %s: %s", async (standing, said) => {
    const entry = await entryOf(standing);
    const text = await recorded((payload) => (payload.credentialStatus = entry));
    await expect.poll(async () => sayingOf(await judgedThere(text))).toBe(said);
  });
});

const sayingOf = ({ verdict, reason }: { verdict: string; reason?: string }): string => verdict + (reason === undefined ? "" : `: ${reason}`);
