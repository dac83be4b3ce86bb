/**
 * Goal: an AEO certificate does abroad what it is for, in the words of the product: customs issues it to an operator's DID, the operator shows it to
 * an officer abroad, and the officer learns at once what became of it, of its issuer's keys and of the recognition.
 * Method: two running services on one ledger whose blocks come when the test says so; the operator signs by `tradeseal present`, for a challenge
 * of the officer's; once as VP-JWT by a did:key, once as SD-JWT with key binding by a did:jwk. Nothing but HTTP, commands and blocks.
 */
import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../scripts/serviceProcess.ts";
import { didOf } from "../../src/core/address.ts";
import type { CredentialSubjectReport } from "../../src/core/credentials/essentials.ts";
import { multibaseOf } from "../../src/core/identities/multikey.ts";
import { publicKeyFromJwk, type PublicJwk, type PublicKey } from "../../src/core/publicKey.ts";
import type { PresentationReport } from "../../src/flows/presenting/verifyPresentation.ts";
import { report as reportSchema } from "../../src/http/openapi/answers.ts";
import { english } from "../../src/words/english/table.ts";
import { headline } from "../../src/words/sentences.ts";
import { startExternalChain } from "../adapters/ledger/externalChain.ts";
import { tradeseal } from "../cli/program.ts";
import { subjects } from "../core/shapes/samples.ts";
import { found, type Member } from "./member.ts";
import { until } from "../until.ts";

/** Two epochs of two blocks. */
const FINAL_AFTER = 5;
const AUDIENCE = "https://border.southland.example";
const folder = temporaryFolder();
let chain: Awaited<ReturnType<typeof startExternalChain>>;
let north: Member;
let south: Member;
let hijacker: Server | null = null;

beforeAll(async () => {
  chain = await startExternalChain({ slots: 2 });
  writeFileSync(join(folder, "ledger.json"), JSON.stringify({ format: "tradeseal-ledger/1", ...chain.ledger }));
  const founding = { folder, ledgerUrl: chain.url, documentTypes: ["AEO"], settings: { TRADESEAL_BATCH_AGE: "0", TRADESEAL_FETCH_LOOPBACK: "1" } };
  [north, south] = [await found("Customs of Northland", founding), await found("Customs of Southland", founding)];
  await chain.fund(north.address, south.address);
  await Promise.all([north.start(), south.start()]);
});
afterAll(async () => {
  hijacker?.closeAllConnections();
  hijacker?.close();
  await Promise.all([north?.stop(), south?.stop()]);
  await chain?.stop();
});

/** Blocks come until it has happened. */
async function whileMining<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const settled = work.finally(() => void (isDone = true));
  while (!isDone) {
    await chain.mine();
    await Promise.race([settled.catch(() => {}), pause(100)]);
  }
  return settled;
}

const blockNumber = async (): Promise<number> => Number(await chain.call("eth_blockNumber"));
/** Waits until a transaction waits for a block, and gives it one: the number of that block. */
async function inNextBlock(): Promise<number> {
  await until(async () => Number(((await chain.call("txpool_status")) as { pending: string }).pending) > 0);
  await chain.mine();
  return blockNumber();
}

async function call<T>(member: Member, path: string, { method = "POST", body }: { method?: string; body?: object } = {}): Promise<T> {
  const headers = { authorization: `Bearer ${member.apiKey}`, "content-type": "application/json" };
  const reply = await fetch(member.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const answer = (await reply.json()) as T;
  expect(reply.status, JSON.stringify(answer)).toBeLessThan(300);
  return answer;
}

async function command(member: Member, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await tradeseal(args, { folder, environment: member.environment });
  expect(code, stdout + stderr).toBe(0);
  return stdout;
}

const read = (file: string): string => readFileSync(join(folder, file), "utf8").trim();
const part = (jwt: string, place: number): any => JSON.parse(Buffer.from(jwt.split(".")[place]!, "base64url").toString());
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function jwkOf(secret: KeyObject): PublicJwk {
  const { d: _, ...open } = secret.export({ format: "jwk" });
  return open as unknown as PublicJwk;
}

/** The operator's key, in a file as its wallet keeps it. */
function operatorWith(file: string): PublicKey {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  writeFileSync(join(folder, file), JSON.stringify(privateKey.export({ format: "jwk" })));
  return publicKeyFromJwk(jwkOf(privateKey))!;
}

/** One certificate as the operator holds it. */
interface Held {
  readonly format: "vc+jwt" | "dc+sd-jwt";
  readonly presentedAs: "vp+jwt" | "dc+sd-jwt";
  readonly file: string;
  readonly key: string;
  readonly holder: string;
  readonly show: readonly string[];
  id: string;
}

const [first, second] = [operatorWith("first.jwk"), operatorWith("second.jwk")];
const held: readonly [Held, Held] = [
  { format: "vc+jwt", presentedAs: "vp+jwt", file: "aeo.jwt", key: "first.jwk", holder: `did:key:${multibaseOf(first)}`, show: [], id: "" },
  { format: "dc+sd-jwt", presentedAs: "dc+sd-jwt", file: "aeo.sd-jwt", key: "second.jwk", holder: `did:jwk:${encoded(second.jwk)}`, show: ["--disclose", "/legalName"], id: "" },
];

/** The subject as everybody may see it. */
function subjectFor(holder: string): object {
  const { manufacturerIdentifiers: _, ...aeo } = subjects.aeo;
  const { nextReviewDate: _1, geographicScope: _2, coveredSites: _3, ...authorisation } = aeo.authorisation;
  return { ...aeo, authorisation, id: holder };
}

async function issue({ format, holder, file }: Pick<Held, "format" | "holder" | "file">): Promise<string> {
  const { id, credential } = await call<{ id: string; credential: string }>(north, "/v1/credentials", { body: { type: "AEOCredential", format, credentialSubject: subjectFor(holder) } });
  await whileMining(until(async () => (await call<{ state: string }>(north, `/v1/credentials/${id}`, { method: "GET" })).state === "final"));
  writeFileSync(join(folder, file), `${credential}\n`);
  return id;
}

/** The operator presents it to the officer in Southland, for a new challenge. */
async function presented({ file, key, show }: Pick<Held, "file" | "key" | "show">): Promise<PresentationReport> {
  const { challenge } = await call<{ challenge: string }>(south, "/v1/challenges", { body: { audience: AUDIENCE } });
  const { code, stdout, stderr } = await tradeseal(["present", file, "--key", key, "-c", challenge, "-a", AUDIENCE, ...show], { folder });
  expect([code, stderr]).toEqual([0, ""]);
  const report = await call<PresentationReport>(south, "/v1/verifications", { body: { presentation: stdout.trim(), challenge, audience: AUDIENCE } });
  expect(reportSchema.parse(report)).toEqual(report);
  return report;
}

const sayingOf = ({ verdict, reason }: Pick<PresentationReport, "verdict" | "reason">): string => verdict + (reason === undefined ? "" : `: ${reason}`);

/** What the officer reads of each of the certificates. */
async function expectOfBoth(saying: string): Promise<readonly PresentationReport[]> {
  const reports: PresentationReport[] = [];
  for (const each of held) {
    const report = await presented(each);
    expect([sayingOf(report), report.subject.presentation?.format], each.format).toEqual([saying, each.presentedAs]);
    reports.push(report);
  }
  return reports;
}

/** What the officer reads of one of them, with nothing after this block. */
async function expectAt(block: number, each: Held, saying: string): Promise<PresentationReport> {
  const report = await presented(each);
  expect([report.block!.number, sayingOf(report)], each.format).toEqual([block, saying]);
  return report;
}

const say = ({ id }: Held, body: object): Promise<unknown> => call(north, `/v1/credentials/${id}/standing`, { method: "PUT", body });

test("nobody abroad knows the issuer until the own administration recognises it; then the headline says whose recognition it is", async () => {
  for (const each of held) each.id = await issue(each);
  await expectOfBoth("not_entitled: no_accreditation");
  await whileMining(command(south, "accredit", "--grantor", south.name, "--grantee", north.address, "--name", "Customs of the North", "--type", "AEO", "--from", "2026-01-01", "--wait", "final"));
  for (const [at, report] of (await expectOfBoth("authentic")).entries()) {
    const { holder } = held[at]!;
    expect(headline(report, english)).toBe("Genuine AEO certificate by Customs of the North, recognised by Customs of Southland since 1 January 2026");
    expect(report).toMatchObject({ issuer: { address: north.address }, subject: { presentation: { holder } }, credentials: [{ verdict: "authentic", subject: { credential: { holder, essentials: { authorisation: { number: subjects.aeo.authorisation.number } } } } }] });
    expect(report.findings.every(({ outcome }) => outcome === "passed")).toBe(true);
    const { disclosed } = report.credentials[0]!.subject.credential as CredentialSubjectReport;
    // Of the SD-JWT only what the operator chose to show; the other has no way to keep anything back.
    if (held[at]!.format === "dc+sd-jwt") expect(disclosed).toEqual({ legalName: subjects.aeo.legalName });
    else expect(disclosed).toMatchObject({ legalName: subjects.aeo.legalName, registeredAddress: subjects.aeo.registeredAddress });
  }
});

test("suspended: read at the very next block, long before that is final; reinstated: once that is final, and not before", async () => {
  for (const each of held) {
    const before = await blockNumber();
    await say(each, { standing: "suspended", reason: "under_investigation" });
    expect(await inNextBlock()).toBe(before + 1);
    const report = await expectAt(before + 1, each, "no_longer_valid: suspended");
    expect(report.anchors[0]!.standing).toMatchObject({ standing: "suspended", reason: "under_investigation", isFinal: false, by: { address: north.address } });
  }
  for (const each of held) {
    await say(each, { standing: "active" });
    await expectAt(await inNextBlock(), each, "no_longer_valid: suspended");
  }
  await chain.mine(FINAL_AFTER);
  await until(async () => (await Promise.all(held.map(presented))).every(({ verdict }) => verdict === "authentic"));
});

test("the issuer's signing key is rotated: what the old key signed stays genuine, and what the new one signs is", async () => {
  const { kid } = part(read("aeo.jwt"), 0) as { kid: string };
  await whileMining(command(north, "issuer", "add-key", north.name, "--algorithm", "ES256", "--wait", "final"));
  await whileMining(command(north, "issuer", "revoke-key", north.name, kid, "--wait", "final"));
  // The list that the officer's service remembers was signed by the old key, too: it is asked for anew.
  await expectOfBoth("authentic");
  const renewed = { ...held[0], file: "renewed.jwt", id: "" };
  renewed.id = await issue(renewed);
  expect((part(read("renewed.jwt"), 0) as { kid: string }).kid).not.toBe(kid);
  expect(sayingOf(await presented(renewed))).toBe("authentic");
});

test("the issuer's domain is taken over: a key that the ledger does not list signs nothing, whatever the domain says", async () => {
  await north.stop();
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const thief = publicKeyFromJwk(jwkOf(privateKey))!;
  const did = (part(read("aeo.jwt"), 0) as { kid: string }).kid.split("#")[0]!;
  const kid = `${did}#${thief.thumbprint}`;
  const asked: string[] = [];
  hijacker = await serveInstead(north, asked, { "@context": ["https://www.w3.org/ns/did/v1"], id: did, alsoKnownAs: [didOf(north.address, chain.ledger.chainId)], verificationMethod: [{ id: kid, type: "JsonWebKey2020", controller: did, publicKeyJwk: thief.jwk }], authentication: [kid], assertionMethod: [kid] });
  expect(await (await fetch(`${north.url}/issuers/${north.address}/did.json`)).json()).toMatchObject({ assertionMethod: [kid] });
  asked.splice(0);
  for (const each of held) {
    const [jwt = "", ...disclosures] = read(each.file).split("~");
    const input = `${encoded({ ...part(jwt, 0), kid })}.${encoded(forged(part(jwt, 1)))}`;
    const signature = sign("sha256", Buffer.from(input), { key: privateKey, dsaEncoding: "ieee-p1363" }).toString("base64url");
    writeFileSync(join(folder, `forged-${each.file}`), [`${input}.${signature}`, ...disclosures].join("~"));
    const report = await presented({ ...each, file: `forged-${each.file}` });
    expect([sayingOf(report), report.credentials[0]!.verdict], each.format).toEqual(["altered: key_not_in_did", "altered"]);
  }
  expect(asked, "the taken-over domain is not even asked").toEqual([]);
});

test("the recognition ends: genuine, and no longer recognised, at the very next block and without the issuer's service", async () => {
  const before = await blockNumber();
  await command(south, "withdraw", "--grantor", south.name, "--grantee", north.address, "--type", "AEO", "--wait", "none");
  expect(await inNextBlock()).toBe(before + 1);
  for (const each of held) {
    const report = await expectAt(before + 1, each, "no_longer_valid: recognition_ended");
    expect(headline(report, english)).toBe("Genuine, but its issuer is no longer recognised");
  }
});

/** A web server where the member's service was, which serves this document at whatever is asked. */
async function serveInstead({ url }: Member, asked: string[], document: object): Promise<Server> {
  const server = createServer((request, response) => {
    asked.push(request.url!);
    response.setHeader("content-type", "application/did+json").end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(url).port), "127.0.0.1", resolve));
  return server;
}

/** The same certificate with another number, under a name of its own. */
function forged(payload: any): object {
  const { credentialSubject: subject } = payload;
  const id = `urn:uuid:${crypto.randomUUID()}`;
  return { ...payload, ...(payload.jti === undefined ? { id } : { jti: id }), credentialSubject: { ...subject, authorisation: { ...subject.authorisation, number: "XXAEOF6660001" } } };
}
