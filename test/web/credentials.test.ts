/**
 * Goal: what a credential says is shown as its issuer's word only where it is shown to be that, in the reader's own language, and bounded whatever a stranger wrote.
 * Method: the built page in Chromium, against an API that answers by script.
 */
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/core/digest.ts";
import type { Report } from "../../src/core/report.ts";
import { languageTags } from "../../src/words/languages.ts";
import { factTables, flawTables, tables } from "../../src/words/tables.ts";
import { englishDesk } from "../../src/words/english/desk.ts";
import { englishFlaws } from "../../src/words/english/flaws.ts";
import { english } from "../../src/words/english/table.ts";
import { Bench } from "./bench.ts";
import { dropFiles } from "./browser.ts";
import { authentic, chamber, customs } from "./reports.ts";

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const jwt = (payload: object = { type: ["VerifiableCredential"] }): string => `${part({ alg: "ES256", typ: "vc+jwt", kid: "did:web:x.example#1" })}.${part(payload)}.${"A".repeat(86)}`;
const digestOf = (text: string): Digest => createHash("sha256").update(text.slice(0, text.lastIndexOf("."))).digest("hex") as Digest;

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench?.stop());
afterEach(async () => expect(await bench.offences()).toEqual([]));

/** The page after a credential was dropped and sent, answered by this report. */
async function checked(report: Report, { language = "en", width = 1280, text = jwt() }: { language?: string; width?: number; text?: string } = {}): Promise<Page> {
  bench.service.script = () => ({ report: { ...report, subject: { ...report.subject, digest: digestOf(text) } } as Report });
  const page = await bench.open({ width, path: `/?lang=${language}` });
  await dropFiles(page, [{ name: "credential.jwt", content: text }]);
  await page.locator("[data-held] .button-main").click();
  await page.waitForSelector("[data-verdict]");
  return page;
}

/** A report about a credential that says this. */
const about = (credential: object, more: Partial<Report> = {}): Report => ({ ...authentic, ...more, subject: { ...authentic.subject, documentType: "861", credential } as never });
const coo = { format: "vc+jwt", type: "CertificateOfOriginCredential", issuer: "did:web:chamber.example", essentials: { certificateNumber: "CO-2026-999999" } };
/** Everything passed but these. */
const failing = (...failures: readonly (readonly [check: string, reason: string])[]): Report["findings"] =>
  authentic.findings.map((finding) => {
    const failure = failures.find(([check]) => check === finding.check);
    return failure === undefined ? finding : ({ check: finding.check, outcome: "failed", reason: failure[1] } as never);
  });

describe("whose word it is", () => {
  const { said, claimed } = english.signed;
  it.each<[what: string, more: Partial<Report>, heading: string]>([
    ["signed by its issuer",         {},                                                                                                                    said],
    ["signed by a stranger",         { verdict: "not_entitled", reason: "no_accreditation", findings: failing(["entitled", "no_accreditation"]) },           said],
    ["forged",                       { verdict: "altered", reason: "signature_invalid", findings: failing(["integrity", "signature_invalid"]) },             claimed],
    ["signed by a key not listed",   { verdict: "altered", reason: "key_not_in_did", findings: failing(["identified", "key_not_in_did"]) },                  claimed],
  ])("%s", async (_what, more, heading) => {
    const page = await checked(about(coo, more));
    const says = page.locator("[data-credential]");
    await says.locator("dl").first().waitFor();
    expect(await says.locator("h3").innerText()).toBe(heading);
    expect(await says.innerText()).toContain("CO-2026-999999");
    expect((await says.innerText()).includes(englishDesk.credential.saysHow)).toBe(heading === said);
  });
});

describe("an accreditation", () => {
  const credential = { issuer: "did:web:customs.example", grantor: { did: customs.did, address: customs.address }, grantee: chamber, documentType: "861", from: "2026-01-01T00:00:00Z", mayPassOn: false };
  const report = (more: Partial<Report>): Report => {
    const { issuer: _, ...rest } = about(credential, { anchors: [], ...more });
    return { ...rest, subject: { ...rest.subject, documentType: "ACR" as never } };
  };
  const right = "accreditation of Demo Chamber of Commerce to issue certificates of origin, given by Demo Customs Administration";

  it.each<[what: string, more: Partial<Report>, line: string]>([
    ["that stands",      {},                                                                                                                                     `Genuine: ${right}`],
    ["withdrawn",        { verdict: "no_longer_valid", reason: "accreditation_withdrawn", findings: failing(["current", "accreditation_withdrawn"]) },            `No longer valid: ${right}`],
    ["forged",           { verdict: "altered", reason: "signature_invalid", findings: failing(["integrity", "signature_invalid"]) },                             `Altered: claims to be an accreditation of ${chamber.did} to issue certificates of origin, given by Demo Customs Administration`],
  ])("%s: the first line says whose right it is, to issue what, by whom", async (_what, more, line) => {
    const page = await checked(report(more), { width: 360 });
    expect(await page.locator("[data-verdict] .headline").innerText()).toBe(line);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

describe("what is signed and not asked about", () => {
  const vp = `${part({ alg: "ES256", typ: "vp+jwt", kid: "did:x#1" })}.${part({ type: ["VerifiablePresentation"] })}.${"A".repeat(86)}`;
  const bound = `${jwt().replace(part({ alg: "ES256", typ: "vc+jwt", kid: "did:web:x.example#1" }), part({ alg: "ES256", typ: "dc+sd-jwt" }))}~${part({ alg: "ES256", typ: "kb+jwt" })}.${part({ nonce: "n" })}.AAAA`;
  const long = jwt({ type: ["VerifiableCredential"], fill: "x".repeat(95_000) });
  const { faults } = english;

  it.each<[what: string, content: string, code: "challenge_missing" | "credential_too_large"]>([
    ["a vp+jwt",                    vp,                                    "challenge_missing"],
    ["an SD-JWT with key binding",  bound,                                 "challenge_missing"],
    ["JSON around a presentation",  JSON.stringify({ presentation: vp }),  "challenge_missing"],
    ["a credential that is too long", long,                                "credential_too_large"],
  ])("%s, dropped or pasted: said at once, and nothing is sent", async (_what, content, code) => {
    bench.service.script = () => ({ report: authentic });
    const page = await bench.open({ width: 360 });
    await dropFiles(page, [{ name: "given.jwt", content }]);
    const card = page.locator("article[data-trouble]");
    await card.waitFor();
    await page.getByText(englishDesk.intake.paste).click();
    await page.fill("#pasted", content);
    await page.getByRole("button", { name: englishDesk.intake.check, exact: true }).click();
    await expect.poll(() => card.count()).toBe(2);
    for (const text of await card.allInnerTexts()) for (const expected of [faults[code].means, faults[code].todo]) expect(text).toContain(expected);
    expect(await card.first().locator("a").count()).toBe(code === "challenge_missing" ? 1 : 0);
    expect(bench.service.asked).toEqual([]);
    expect(await bench.violations()).toEqual([]);
  });

  it("a presentation leads to where one is asked for, in the reader's language", async () => {
    const page = await bench.open({ width: 1280, path: "/?lang=fr" });
    await dropFiles(page, [{ name: "given.jwt", content: vp }]);
    await page.locator("article[data-trouble] a").click();
    await page.waitForURL(/\/operators\?lang=fr#presentation$/);
  });
});

describe("what was disclosed", () => {
  const { disclosed: sentence } = englishFlaws;
  const [essentials, disclosed] = [{ certificateNumber: "CO-7", items: [{ originCountry: "KE" }, { originCountry: "UG" }] }, { consignee: { name: "Buyer NV" }, items: [{ hsCode: "090121", description: "Coffee" }, {}], note: "Only for you" }];

  it("is told with the rest, and said to be for few", async () => {
    const says = (await checked(about({ ...coo, format: "dc+sd-jwt", essentials, disclosed }))).locator("[data-credential]");
    await says.locator("dl").first().waitFor();
    for (const expected of ["CO-7", "Buyer NV", "Coffee, and 1 more", "090121", "Kenya (KE), Uganda (UG)", sentence]) expect(await says.innerText()).toContain(expected);
    await says.locator("summary").click();
    expect(await says.innerText()).toContain("Only for you");
  });

  it("is not there: nothing is said of it", async () => {
    const says = (await checked(about({ ...coo, format: "dc+sd-jwt", essentials }))).locator("[data-credential]");
    await says.locator("dl").first().waitFor();
    expect(await says.innerText()).not.toContain(sentence);
  });

  it.each([7, "x", [], null, { items: "none", certificateNumber: "CO-8" }])("is nonsense (%j): what is for everybody stands as it is", async (nonsense) => {
    const says = (await checked(about({ ...coo, essentials, disclosed: nonsense }))).locator("[data-credential]");
    await says.locator("dl").first().waitFor();
    expect(await says.innerText()).toContain("CO-7");
    expect(await says.innerText()).not.toContain("CO-8");
  });
});

describe.each(languageTags)("in %s", (language) => {
  const full = { ...coo, holder: "did:web:trader.example", validFrom: "2026-05-03T10:00:00Z", validUntil: "2027-05-03T10:00:00Z", essentials: { certificateNumber: "CO-7", isPreferential: true, issueDate: "2026-05-03", exporter: { name: "Exporter Ltd" }, items: [{ originCountry: "KE", hsCode: "090111" }], importCountry: "DE", addedByTheIssuer: { innerName: "kept" } } };

  it("names, days, countries and the type are in the reader's words; what no shape names is kept behind a fold, as data", async () => {
    const [words, facts, flaws] = await Promise.all([tables[language](), factTables[language](), flawTables[language]()]);
    const problems = [{ pointer: "/credentialSubject/exporter/address", code: "missing", detail: "Expected an object; found nothing." }];
    const page = await checked(about({ ...full, problems }, { verdict: "not_entitled", reason: "shape_violated", findings: failing(["entitled", "shape_violated"]) }), { language, width: 360 });
    const says = page.locator("[data-credential]");
    await says.locator("dl").first().waitFor();
    const shown = await says.innerText();
    const { labels, day, country, preferential } = facts;
    for (const expected of [words.documentTypes["861"].one, "CO-7", labels.number, labels.exporter, "Exporter Ltd", day("2026-05-03"), country("KE"), country("DE"), preferential, words.signed.holder, words.signed.formats["vc+jwt"]]) expect(shown.toLowerCase()).toContain(expected.toLowerCase());
    expect(shown).toContain(flaws.problems.missing);
    expect(shown).not.toMatch(/certificateNumber|Certificate number|CertificateOfOriginCredential|2026-05-03|shape_violated|innerName|Expected an object/);
    await says.locator("summary").click();
    const whole = says.locator("dl[lang=en]");
    expect(await whole.getAttribute("dir")).toBe("ltr");
    for (const expected of ["addedByTheIssuer", "innerName", "kept", "CertificateOfOriginCredential", "090111"]) expect(await whole.innerText()).toContain(expected);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await bench.violations()).toEqual([]);
  });

  it("what is wrong with the form is said in words", async () => {
    const flaws = await flawTables[language]();
    const { subject: { documentType: _none, ...subject } } = authentic;
    const findings = (["integrity", "identified", "anchored", "entitled", "current"] as const).map((check) => ({ check, outcome: check === "integrity" ? "failed" : "unknown", reason: "credential_malformed" }) as const);
    const { issuer: _issuer, ...rest } = authentic;
    const page = await checked({ ...rest, verdict: "altered", reason: "credential_malformed", flaw: "claims_contradict", subject, anchors: [], findings } as Report, { language });
    await page.locator("[data-flaw]").waitFor();
    expect(await page.locator("[data-flaw]").innerText()).toBe(flaws.flaws.claims_contradict);
    expect(await page.locator("[data-credential]").innerText()).not.toContain("claims_contradict");
  });
});
