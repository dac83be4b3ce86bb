/**
 * Goal: a certificate of origin is issued as credential, PDF and code in one; papers of others get codes; a paper without a code is found by who holds it, and by nobody else.
 * Method: the real service and store; certificates issued by the flow, everything else through HTTP.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Address } from "../../../src/core/address.ts";
import { digestOf, type Leaf, type Root } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { Fault } from "../../../src/core/fault.ts";
import type { JsonObject } from "../../../src/core/json.ts";
import { parsePaperCode } from "../../../src/core/paperCode.ts";
import { issueWithPapers, type PaperRequest } from "../../../src/flows/issuing/issueWithPapers.ts";
import type { StoredIssuance } from "../../../src/flows/issuing/issuancePorts.ts";
import { issueTogether, type FreshPart } from "../../../src/flows/issuing/issueTogether.ts";
import type { VerifyPorts } from "../../../src/flows/ports.ts";
import { credentialIssued } from "../../../src/http/credentials/credentialSchemas.ts";
import { certificateFound, codeMade, paperAccepted } from "../../../src/http/papers/paperSchemas.ts";
import * as answers from "../../../src/http/openapi/answers.ts";
import { subjects } from "../../core/shapes/samples.ts";
import { textOf } from "../../adapters/paper/pdfText.ts";
import { expectProblem, get, sendJson } from "../calls.ts";
import { addressOf, emptyLedger, startService, type ServiceInTest } from "../serviceInTest.ts";

let service: ServiceInTest;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

const asking = { issuer: { address: addressOf("d"), name: "Chamber", account: addressOf("d"), successor: null }, doing: { by: "test", at: 1 } } as const;
const request = (change: JsonObject = {}, idempotency: PaperRequest["idempotency"] = null): PaperRequest => ({
  ...{ type: "CertificateOfOriginCredential", format: "dc+sd-jwt", algorithm: "ES256", validFrom: null, validUntil: null, consent: { publishName: false, shareWithMraPartners: false }, wantsDocument: true, language: null, idempotency },
  subject: { ...(subjects.coo as unknown as JsonObject), ...change },
});
const issue = async (change: JsonObject = {}, idempotency: PaperRequest["idempotency"] = null): Promise<StoredIssuance> => (await issueWithPapers(request(change, idempotency), asking, service.issuing)).issuance;
/** A receipt as the store keeps it: a paper with a number, about no goods. */
const receiptParts: readonly FreshPart[] = [
  { role: "credential", digest: digestOf(Uint8Array.of(7)), reference: "RC-1", credential: { id: "receipt", shape: "rct", format: "vc+jwt", text: "a.b.c", subject: { receiptNumber: "RC-1" }, validFrom: 1, validUntil: null, consent: { publishName: false, shareWithMraPartners: false }, places: [], identifiers: [] } },
  { role: "pdf", digest: digestOf(Uint8Array.of(8)), reference: "RC-1", credential: null, paper: { mediaType: "application/pdf", bytes: Uint8Array.of(8), number: "RC-1" } },
];

/** A ledger on which two entitled issuers anchored the same bytes, and the first took them back. */
function twoIssuers(): { readonly verify: VerifyPorts; leaf: Leaf | null } {
  const documentType = parseDocumentType("861");
  const empty = emptyLedger();
  const anchorBy = (digit: string) => ({ issuer: addressOf(digit), documentType, root: digit.repeat(64) as Root, index: 0, size: 1, account: addressOf(digit), blockNumber: 3 });
  const revoked = { standing: "revoked", reason: "fraud", time: 5, blockNumber: 5, account: addressOf("d"), replacement: null } as const;
  const world = { leaf: null as Leaf | null, verify: {
    ...empty,
    trustRoots: () => ["d", "e"].map((digit) => ({ address: addressOf(digit), name: `Chamber ${digit}`, documentTypes: [documentType] })),
    ledger: { ...empty.ledger, anchorOf: async () => ({ time: 3, blockNumber: 3, size: 1, hasLeaves: true }), standingsOf: async (speaker: Address) => (speaker === addressOf("d") ? [revoked] : []) },
    index: { ...empty.index, anchorsOf: (leaf: Leaf) => (leaf === world.leaf ? [anchorBy("d"), anchorBy("e")] : []) },
  } };
  return world;
}

const credentialIn = ({ parts }: StoredIssuance): string => parts[0]!.credential!.id;

describe("a certificate of origin", () => {
  test("is three parts of one issuance; the PDF is the one that is anchored, and bears number and code", async () => {
    const issuance = await issue();
    expect(issuance.parts.map(({ role }) => role)).toEqual(["credential", "pdf", "code"]);
    const answer = await get(service, `/v1/credentials/${credentialIn(issuance)}/document`, service.keys.chamber);
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "application/pdf", "private, no-store"]);
    const pdf = new Uint8Array(await answer.arrayBuffer());
    expect(digestOf(pdf)).toBe(issuance.parts[1]!.document.digest);
    expect(textOf(pdf)[0]).toContain(subjects.coo.certificateNumber);
  });

  test("in one call: JSON in, links to credential, PDF and code out; taken back together", async () => {
    const body = { type: "CertificateOfOriginCredential", format: "dc+sd-jwt", credentialSubject: { ...subjects.coo, certificateNumber: "ONE-CALL" } };
    const issued = credentialIssued.strict().parse(await (await sendJson(service, "/v1/credentials", { body, key: service.keys.chamber, headers: { "idempotency-key": "one-call" } })).json());
    const again = await (await sendJson(service, "/v1/credentials", { body, key: service.keys.chamber, headers: { "idempotency-key": "one-call" } })).json();
    expect(again).toEqual(issued);
    const [, pdf, code] = issued.documents!;
    expect(issued.documents!.map(({ role }) => role)).toEqual(["credential", "pdf", "code"]);
    const bytes = new Uint8Array(await (await get(service, pdf!.href, service.keys.chamber)).arrayBuffer());
    expect(digestOf(bytes)).toBe(pdf!.digest);
    await sendJson(service, `/v1/credentials/${issued.id}/standing`, { body: { standing: "revoked" }, key: service.keys.chamber, method: "PUT" });
    for (const part of [pdf, code]) expect(answers.document.parse(await (await get(service, `/v1/documents/${part!.id}`, service.keys.chamber)).json()).standing).toBe("revoked");
  });

  test("its three parts are told apart in the issuer's list, one by one, and when their standing changes; a document issued alone is no part", async () => {
    const [reference, digest] = ["LISTED", digestOf(Uint8Array.of(4, 2))];
    const key = service.keys.chamber;
    await issue({ certificateNumber: reference });
    await sendJson(service, "/v1/documents", { body: { digest, documentType: "861", reference }, key });
    const { documents } = answers.documents.strict().parse(await (await get(service, `/v1/documents?reference=${reference}`, key)).json());
    expect(documents.map(({ role }) => role)).toEqual([undefined, "code", "pdf", "credential"]);
    for (const { id, role } of documents) expect(answers.document.strict().parse(await (await get(service, `/v1/documents/${id}`, key)).json()).role).toBe(role);
    const changed = await sendJson(service, `/v1/documents/${documents[2]!.id}/standing`, { body: { standing: "suspended" }, key, method: "PUT" });
    expect(answers.document.strict().parse(await changed.json())).toMatchObject({ role: "pdf", standing: "suspended" });
  });

  test("asked for again by the same key it is the same, byte for byte; without a document it is the credential alone", async () => {
    const key = { key: "again", requestDigest: digestOf(Uint8Array.of(1)) };
    const [first, second] = [await issue({}, key), await issue({}, key)];
    expect(second).toEqual(first);
    const { issuance } = await issueWithPapers({ ...request(), wantsDocument: false }, asking, service.issuing);
    expect(issuance.parts.map(({ role }) => role)).toEqual(["credential"]);
    await expectProblem(await get(service, `/v1/credentials/${credentialIn(issuance)}/document`, service.keys.chamber), 404, "not_found");
  });

  const COO = "CertificateOfOriginCredential";
  const russian = { document: { ...subjects.coo.document, language: "ru" } };
  test.each([
    ["asked for, whatever the certificate names", COO, { ...subjects.coo, ...russian }, { language: "fr" }, "Certificat d’origine"],
    ["named by the certificate", COO, { ...subjects.coo, ...russian }, {}, "Сертификат о происхождении товара"],
    ["of an AEO certificate", "AEOCredential", subjects.aeo, { document: true, language: "fr" }, "Opérateur économique agréé"],
    ["of an AEO certificate when none is asked for", "AEOCredential", subjects.aeo, { document: true }, "Authorised economic operator"],
  ])("its PDF is in the language %s", async (_which, type, credentialSubject, more, title) => {
    const issued = credentialIssued.parse(await (await sendJson(service, "/v1/credentials", { body: { type, format: "dc+sd-jwt", credentialSubject, ...more }, key: service.keys.chamber })).json());
    const bytes = new Uint8Array(await (await get(service, issued.documents!.find(({ role }) => role === "pdf")!.href, service.keys.chamber)).arrayBuffer());
    expect(textOf(bytes).join("").replace(/[\s|]/g, "")).toContain(title.replace(/\s/g, ""));
  });

  test("what is wrong with the request itself is told place by place, too", async () => {
    const answer = await sendJson(service, "/v1/credentials", { body: { type: "Diploma", format: "dc+sd-jwt", consent: { publishName: "yes" }, more: 1 }, key: service.keys.chamber });
    const { status, code, errors } = answers.problem.strict().parse(await answer.json());
    expect({ status, code }).toEqual({ status: 422, code: "request_malformed" });
    expect(errors!.map(({ pointer, code: what }) => [pointer, what])).toEqual([["/type", "not_in_list"], ["/credentialSubject", "missing"], ["/consent/publishName", "wrong_kind"], ["/consent/shareWithMraPartners", "missing"], ["/more", "not_allowed"]]);
  });

  test("in a language that we do not print it is refused", async () => {
    const detail = await expectProblem(await sendJson(service, "/v1/credentials", { body: { type: COO, format: "dc+sd-jwt", credentialSubject: subjects.coo, language: "tlh" }, key: service.keys.chamber }), 422, "request_malformed");
    expect(detail).toContain("one of en, fr, es, pt");
  });

  test("with letters that cannot be printed it is refused, by place; nothing is stored", async () => {
    const before = await service.issuing.issuances.credentialsOf(addressOf("d"), { before: null, limit: 100 });
    const error = await issue({ consignee: { name: "한국무역" } }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).errors).toMatchObject([{ pointer: "/credentialSubject/consignee/name" }]);
    expect(await service.issuing.issuances.credentialsOf(addressOf("d"), { before: null, limit: 100 })).toEqual(before);
  });

  test("its document is nobody else's", async () => {
    const path = `/v1/credentials/${credentialIn(await issue())}/document`;
    await expectProblem(await get(service, path), 401, "key_missing");
    await expectProblem(await get(service, path, service.keys.rival), 404, "not_found");
    await expectProblem(await get(service, "/v1/credentials/none/document", service.keys.chamber), 404, "not_found");
  });
});

describe("a certificate of the number, the day and the names of another", () => {
  const standings = async ({ parts }: StoredIssuance): Promise<string[]> => Promise.all(parts.map(async ({ document: { id } }) => answers.document.parse(await (await get(service, `/v1/documents/${id}`, service.keys.chamber)).json()).standing));
  const takeBack = ({ parts }: StoredIssuance): Promise<Response> => sendJson(service, `/v1/credentials/${parts[0]!.credential!.id}/standing`, { body: { standing: "revoked", reason: "lost_or_stolen" }, key: service.keys.chamber, method: "PUT" });
  const copyOf = (certificateNumber: string): JsonObject => ({ certificateNumber, flags: { ...subjects.coo.flags, certifiedTrueCopy: true }, replaces: { certificateNumber, issueDate: subjects.coo.issueDate } });

  test.each(["before", "after"])("as a certified true copy stands though the lost one is taken back, %s it was issued", async (when) => {
    const original = await issue({ certificateNumber: `LOST-${when}` });
    if (when === "before") await takeBack(original);
    const copy = await issue(copyOf(`LOST-${when}`));
    if (when === "after") await takeBack(original);
    expect([await standings(original), await standings(copy)]).toEqual([["revoked", "revoked", "revoked"], ["active", "active", "active"]]);
    const question = { issuer: addressOf("d"), number: `LOST-${when}`, knows: { thing: "exporterName", value: "Example Trading Ltd" } };
    const { certificate } = certificateFound.parse(await (await sendJson(service, "/v1/certificates:find", { body: question })).json());
    expect(certificate).toMatchObject({ digest: copy.parts[1]!.document.digest, isCopy: true });
    // Whoever reads the code is told which of the two the paper must be.
    const code = (await (await get(service, `/v1/documents/${copy.parts[2]!.document.id}`, service.keys.chamber)).json()) as { digest: string };
    expect(code.digest).not.toBe(original.parts[2]!.document.digest);
  });

  test("as no copy is refused where the other was taken back for good: it would be taken back before it was issued", async () => {
    await takeBack(await issue({ certificateNumber: "TWICE" }));
    const body = { type: "CertificateOfOriginCredential", format: "dc+sd-jwt", credentialSubject: { ...subjects.coo, certificateNumber: "TWICE" } };
    await expectProblem(await sendJson(service, "/v1/credentials", { body, key: service.keys.chamber }), 409, "part_taken_back");
    const { credentials } = (await (await get(service, "/v1/credentials?limit=1", service.keys.chamber)).json()) as { credentials: { standing: string }[] };
    expect(credentials[0]!.standing).toBe("revoked");
  });
});

describe("an AEO certificate", () => {
  const body = { type: "AEOCredential", format: "dc+sd-jwt", document: true, validFrom: "2026-03-01T00:00:00Z", validUntil: "2029-03-01T00:00:00Z", credentialSubject: subjects.aeo };
  const send = (change: object = {}): Promise<Response> => sendJson(service, "/v1/credentials", { body: { ...body, ...change }, key: service.keys.chamber });

  test("has a PDF where one is asked for: with number, holder, period and code, and without what is for authorities", async () => {
    const issued = credentialIssued.strict().parse(await (await send()).json());
    const [, pdf, code] = issued.documents!;
    expect(issued.documents!.map(({ role }) => role)).toEqual(["credential", "pdf", "code"]);
    const bytes = new Uint8Array(await (await get(service, pdf!.href, service.keys.chamber)).arrayBuffer());
    expect(digestOf(bytes)).toBe(pdf!.digest);
    const text = textOf(bytes).join("");
    for (const shown of ["KEAEOF0001234", "Example Trading Ltd", "1 March 2026, 00:00 UTC", "1 March 2029, 00:00 UTC"]) expect(text).toContain(shown);
    expect(text).not.toMatch(/KEEXATRA1NAI|Main warehouse/);
    const kept = await (await get(service, code!.href, service.keys.chamber)).json();
    expect(answers.document.parse(kept)).toMatchObject({ digest: code!.digest, documentType: "AEO" });
    await sendJson(service, `/v1/credentials/${issued.id}/standing`, { body: { standing: "suspended" }, key: service.keys.chamber, method: "PUT" });
    expect(answers.document.parse(await (await get(service, `/v1/documents/${pdf!.id}`, service.keys.chamber)).json()).standing).toBe("suspended");
  });

  test("has none unless it is asked for; another kind that has none says so", async () => {
    expect(credentialIssued.strict().parse(await (await send({ document: undefined })).json()).documents).toBeUndefined();
    await expectProblem(await send({ type: "TransportOperatorIdentifierCredential", credentialSubject: subjects.toi }), 422, "request_malformed");
  });

  test("letters that are not printed need not be printable; those that are, must", async () => {
    const { authorisation } = subjects.aeo;
    const sites = { ...subjects.aeo, authorisation: { ...authorisation, coveredSites: [{ name: "한국", country: "KR" }] } };
    expect((await send({ credentialSubject: sites })).status).toBe(201);
    const refused = await send({ credentialSubject: { ...subjects.aeo, legalName: "한국무역" } });
    expect(answers.problem.parse(await refused.json())).toMatchObject({ code: "credential_invalid", errors: [{ pointer: "/credentialSubject/legalName" }] });
  });

  test("is not looked up by its number: operators have a desk of their own", async () => {
    const question = { issuer: addressOf("d"), number: "KEAEOF0001234", documentType: "AEO", knows: { thing: "exporterName", value: "Example Trading Ltd" } };
    await expectProblem(await sendJson(service, "/v1/certificates:find", { body: question }), 404, "not_found");
  });
});

describe("codes for papers of others", () => {
  const facts = { documentType: "380", number: "INV-7", date: "2026-06-02", parties: ["Example Trading Ltd", "شركة المثال"] };
  const digest = digestOf(Uint8Array.of(9, 9));

  test("a code is signed, then recorded with its paper; both stand or fall together", async () => {
    const made = codeMade.strict().parse(await (await sendJson(service, "/v1/codes", { body: facts, key: service.keys.chamber })).json());
    expect(parsePaperCode(made.link)).toMatchObject({ ...facts, issuer: addressOf("d"), digest: made.digest });
    const accepted = paperAccepted.strict().parse(await (await sendJson(service, "/v1/papers", { body: { digest, code: made.code }, key: service.keys.chamber })).json());
    expect(accepted.documents.map(({ role, digest: of }) => [role, of])).toEqual([["pdf", digest], ["code", made.digest]]);
    const [paper, code] = accepted.documents;
    await sendJson(service, `/v1/documents/${paper!.id}/standing`, { body: { standing: "revoked" }, key: service.keys.chamber, method: "PUT" });
    expect(answers.document.parse(await (await get(service, `/v1/documents/${code!.id}`, service.keys.chamber)).json()).standing).toBe("revoked");
  });

  test("a paper is not replaced by one that bears its code: the new one would fall with it", async () => {
    const record = async (paper: string, change: object): Promise<string> => {
      const made = codeMade.parse(await (await sendJson(service, "/v1/codes", { body: { ...facts, number: "INV-9", ...change }, key: service.keys.chamber })).json());
      const accepted = paperAccepted.parse(await (await sendJson(service, "/v1/papers", { body: { digest: digestOf(Buffer.from(paper)), code: made.code }, key: service.keys.chamber })).json());
      return accepted.documents[0]!.id;
    };
    const [old] = [await record("old", {}), await record("corrected", {}), await record("renumbered", { number: "INV-9A" })];
    const replaceBy = (paper: string) => sendJson(service, `/v1/documents/${old}/standing`, { body: { standing: "replaced", replacement: digestOf(Buffer.from(paper)) }, key: service.keys.chamber, method: "PUT" });
    expect(await expectProblem(await replaceBy("corrected"), 422, "request_malformed")).toContain("of its own");
    const word = { issuer: addressOf("d"), documentType: facts.documentType, digest: digestOf(Buffer.from("old")), standing: "replaced", replacement: digestOf(Buffer.from("corrected")) };
    await expectProblem(await sendJson(service, "/v1/standings", { body: word, key: service.keys.rival }), 422, "request_malformed");
    expect((await replaceBy("renumbered")).status).toBe(202);
  });

  test("more codes than one transaction could take back with their paper are refused, and not recorded", async () => {
    const record = async (number: number): Promise<Response> => {
      const { code } = (await (await sendJson(service, "/v1/codes", { body: { ...facts, number: `MANY-${number}` }, key: service.keys.chamber })).json()) as { code: string };
      return sendJson(service, "/v1/papers", { body: { digest: digestOf(Uint8Array.of(9, 10)), code }, key: service.keys.chamber });
    };
    for (let number = 1; number < 200; number += 1) expect((await record(number)).status).toBe(202);
    await expectProblem(await record(200), 409, "limit_reached");
  });

  test("another's code is refused, so is one that is none", async () => {
    const { code } = codeMade.parse(await (await sendJson(service, "/v1/codes", { body: facts, key: service.keys.rival })).json());
    await expectProblem(await sendJson(service, "/v1/papers", { body: { digest, code }, key: service.keys.chamber }), 422, "code_malformed");
    for (const bad of ["1.x", `${code}.`, code.replace("1.", "2.")]) expect((await sendJson(service, "/v1/papers", { body: { digest, code: bad }, key: service.keys.rival })).status).toBeGreaterThanOrEqual(400);
    expect((await sendJson(service, "/v1/codes", { body: { ...facts, date: "2026-02-30" }, key: service.keys.chamber })).status).toBeGreaterThanOrEqual(400);
    await expectProblem(await sendJson(service, "/v1/codes", { body: facts, key: service.keys.hosted }), 409, "issuer_key_elsewhere");
    await expectProblem(await sendJson(service, "/v1/codes", { body: facts }), 401, "key_missing");
  });
});

describe("a paper without a code", () => {
  const number = "LOOK-1";
  const ask = (knows: object, change: object = {}): Promise<Response> => sendJson(service, "/v1/certificates:find", { body: { issuer: addressOf("d"), number, knows, ...change } });
  beforeAll(async () => void (await issue({ certificateNumber: number })));

  test.each([
    ["exporterName", "example trading, ltd."],
    ["consigneeName", "BUYER NV"],
    ["exporterIdentifier", "p051234567x"],
    ["invoiceNumber", "INV 1122345"],
    ["transportDocument", "bl4471"],
  ])("is found by its number and %s, as people copy it", async (thing, value) => {
    const found = certificateFound.strict().parse(await (await ask({ thing, value })).json());
    expect(found.certificate).toMatchObject({ number, issueDate: "2026-06-03", documentType: "861" });
    // The ledger of this test knows nothing.
    expect(found.report.verdict).toBe("not_found");
  });

  test("a wrong word, another issuer, an unknown number: one answer", async () => {
    const name = { thing: "exporterName", value: "Example Trading Ltd" };
    const details = await Promise.all([ask({ thing: "exporterName", value: "Another" }), ask({ thing: "invoiceNumber", value: "--" }), ask(name, { number: "LOOK-2" }), ask(name, { issuer: addressOf("e") }), ask(name, { documentType: "380" })].map(async (answer) => expectProblem(await answer, 404, "not_found")));
    expect(new Set(details).size).toBe(1);
  });

  test("a receipt's number finds none; one that no paper could have is refused", async () => {
    const name = { thing: "exporterName", value: "Example Trading Ltd" };
    const [receipt] = (await issueTogether({ ...asking, documentType: parseDocumentType("RCT"), idempotency: null }, async () => receiptParts, service.issuing)).issuance.parts;
    expect(receipt!.document.documentType).toBe("RCT");
    await expectProblem(await ask(name, { documentType: "RCT", number: "RC-1" }), 404, "not_found");
    await expectProblem(await ask(name, { number: "LOOK\u00001" }), 422, "request_malformed");
  });

  test("what its issuer took back is told as that, whoever else has its bytes on the ledger", async () => {
    const world = twoIssuers();
    const shared = await startService({ verify: world.verify });
    try {
      const { issuance } = await issueWithPapers(request({ certificateNumber: number }), asking, shared.issuing);
      world.leaf = issuance.parts[1]!.document.leaf;
      const body = { issuer: addressOf("d"), number, knows: { thing: "exporterName", value: "Example Trading Ltd" } };
      const { report } = certificateFound.parse(await (await sendJson(shared, "/v1/certificates:find", { body })).json());
      expect(report).toMatchObject({ verdict: "no_longer_valid", reason: "revoked", issuer: { address: addressOf("d") } });
    } finally {
      await shared.stop();
    }
  });

  test("strangers may not try on and on", async () => {
    const strict = await startService({ rateLimit: { perMinute: 1_000, exemptLoopback: false } });
    try {
      const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await sendJson(strict, "/v1/certificates:find", { body: { issuer: addressOf("d"), number, knows: { thing: "exporterName", value: "x" } } })).status));
      expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    } finally {
      await strict.stop();
    }
  });
});
