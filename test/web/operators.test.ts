/**
 * Goal: an officer reads how an operator stands, whose list says so and who was silent, and never takes anything but `authentic` for a yes; what strangers wrote is shown harmlessly.
 * Method: the built page in Chromium; the API answers by script, with one good answer spoilt in one way per row.
 */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { fieldsIn } from "../../src/core/csv.ts";
import { englishOperatorsPage as words } from "../../src/words/english/operatorsPage.ts";
import { englishReceipt } from "../../src/words/english/receipt.ts";
import { englishSignIn as signIn } from "../../src/words/english/signIn.ts";
import { languageTags } from "../../src/words/languages.ts";
import { operatorsPageTables } from "../../src/words/tables.ts";
import { Bench } from "./bench.ts";
import type { Answer } from "./fakeService.ts";
import { holder, meOf } from "./grants.ts";
import { authentic, chamber, customs, reports, stranger } from "./reports.ts";

let bench: Bench;
let page: Page;
beforeAll(async () => void (bench = await Bench.start()));
afterAll(() => bench?.stop());
afterEach(async () => {
  bench.service.others.clear();
  expect(await bench.offences()).toEqual([]);
});

const DAY = "2026-01-15T00:00:00Z";
const grant = { grantor: customs, grantee: chamber, documentType: "AEO", from: "2026-01-01T00:00:00Z", recordedAt: "2026-01-01T09:00:00Z" };
const good = {
  ...{ documentType: "AEO", type: "AEOCredential", verdict: "authentic", issuer: chamber, name: "Example Trading Ltd", foundAt: "partner", digest: "ab".repeat(32) },
  says: { number: "KEAEOF0001234", programme: "KE-AEO", type: "AEOF", roles: ["exporter"] },
  ...{ validFrom: DAY, validUntil: "2029-01-14T00:00:00Z", standing: { standing: "active" }, recognition: [grant] },
};
const suspended = { ...good, verdict: "no_longer_valid", reason: "suspended", standing: { standing: "suspended", since: "2026-05-03T00:00:00Z", reason: "under_investigation", by: chamber } };
const silent = [{ authority: { ...stranger, name: "Customs of Northland" }, why: "no_answer" }];
const block = { chainId: 31337, number: 128, hash: `0x${"cd".repeat(32)}`, time: DAY };
const found = (authorisations: readonly object[], more: object = {}): Answer | { json: unknown } => ({ json: { authorisations, isComplete: true, silent: [], block, checkedAt: DAY, ...more } });
const problem = (status: number, code: string): Answer => ({ status, problem: { code, title: code, status, detail: `the service's own words about ${code}`, requestId: "r-1" } });

const open = async (view = "", width = 1280): Promise<Page> => (page = await bench.open({ width, path: `/operators${view}` }));

async function lookUp(answer: Answer | { json: unknown }, { identifier = "BE0123456789", width = 1280 } = {}): Promise<string> {
  bench.service.others.set("/v1/operators", () => answer);
  await open("", width);
  await page.fill("#identifier", identifier);
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-view=operator] article:is([data-verdict], [data-outcome], [data-trouble])");
  return (await page.locator("[data-view=operator] article:not([data-asking])").evaluateAll((cards) => cards.map((card) => card.getAttribute("data-verdict") ?? card.getAttribute("data-outcome") ?? card.getAttribute("data-trouble")))).join(" ");
}
const shown = (): Promise<string> => page.locator("main section:not([hidden])").first().innerText();
const YES = /[Gg]enuine|[Aa]uthorised:|[Ii]t stands|\bHolds\b/;

describe("one operator", () => {
  it.each<[what: string, answer: Answer | { json: unknown }, outcome: string, says: string]>([
    ["in order",                          found([good]),                                                    "authentic",           "Authorised: genuine AEO certificate by Demo Chamber of Commerce, recognised by Demo Customs Administration"],
    ["suspended",                         found([suspended]),                                               "no_longer_valid",     "Does not hold: AEO certificate by Demo Chamber of Commerce, suspended since 3 May 2026"],
    ["recognition ended",                 found([{ ...good, verdict: "no_longer_valid", reason: "recognition_ended", recognition: undefined }]), "no_longer_valid", "whose recognition has ended"],
    ["expired",                           found([{ ...good, verdict: "no_longer_valid", reason: "expired" }]), "no_longer_valid",  "expired"],
    ["an issuer nobody vouches for",      found([{ ...good, verdict: "not_entitled", reason: "no_accreditation", recognition: undefined, issuer: stranger }]), "not_entitled", "Not recognised"],
    ["the ledger is not sure yet",        found([{ ...good, verdict: "undetermined", reason: "awaiting_finality" }]), "undetermined", "Cannot be determined now"],
    ["nothing may be told",               problem(404, "not_found"),                                        "nothing",             words.nothingTitle],
    ["nothing, and a partner silent",     found([], { isComplete: false, silent }),                         "incomplete",          "Customs of Northland"],
    ["the ledger is silent",              problem(503, "ledger_unreachable"),                               "ledger_unreachable",  "ledger_unreachable"],
    ["asked too often",                   problem(429, "too_many_requests"),                                "too_many_requests",   "too_many_requests"],
    ["no connection",                     "hang up",                                                        "no_connection",       words.noAnswer],
    ["no answer of ours",                 { status: 200, raw: "<h1>Welcome</h1>" },                         "unreadable_answer",   words.noAnswer],
    ["a yes with a reason against it",    found([{ ...good, reason: "suspended" }]),                        "unreadable_answer",   words.noAnswer],
    ["a yes that is suspended",           found([{ ...good, standing: suspended.standing }]),               "unreadable_answer",   words.noAnswer],
    ["a yes that nobody recognises",      found([{ ...good, recognition: undefined }]),                     "unreadable_answer",   words.noAnswer],
    ["a verdict of its own",              found([{ ...good, verdict: "genuine" }]),                         "unreadable_answer",   words.noAnswer],
    ["complete, and empty",               found([]),                                                        "unreadable_answer",   words.noAnswer],
  ])("%s", async (_what, answer, outcome, says) => {
    expect(await lookUp(answer)).toBe(outcome);
    expect(await shown()).toContain(says);
    if (outcome !== "authentic") expect(await shown()).not.toMatch(YES);
  });

  it("what holds is told beside what does not, and who was silent before both", async () => {
    expect(await lookUp(found([good, suspended], { isComplete: false, silent }))).toBe("incomplete authentic no_longer_valid");
    for (const text of ["Example Trading Ltd", "KEAEOF0001234", "AEOF", "exporter", "14 January 2029", words.found.partner, "Its service gave no answer", "Read at block 128"]) expect(await shown()).toContain(text);
    expect(await page.locator(".path li").first().innerText()).toContain("Demo Customs Administration");
  });

  it("what strangers wrote is shown as text, and look-alikes are marked", async () => {
    const name = `<img src=x onerror=alert(1)>\u202Egnp ${"x".repeat(300)}`;
    await lookUp(found([{ ...good, name, says: { ...good.says, number: "<b>1</b>" }, issuer: { ...chamber, name: "Demo Сhamber", likeness: "confusable" } }]), { identifier: "<i>BE1</i>" });
    for (const text of ["<img src=x onerror=alert(1)>[U+202E]gnp", "<b>1</b>", "<i>BE1</i>"]) expect(await shown()).toContain(text);
    await lookUp(found([{ ...good, name: "Exаmple Ltd" }]));
    expect(await page.locator(".desk-likeness").count()).toBe(1);
  });

  it("an empty field is said beside it, and has the focus", async () => {
    await open();
    await page.locator("[data-view=operator] button[type=submit]").click();
    expect([await page.locator("#identifier-error").innerText(), await page.evaluate(() => document.activeElement?.id), await page.getAttribute("#identifier", "aria-invalid")]).toEqual([words.identifierMissing, "identifier", "true"]);
  });

  it("nothing is remembered unless it is ticked; then neither names nor whole identifiers; and all is forgotten at a click", async () => {
    const kept = (): Promise<string> => page.evaluate(() => JSON.stringify(localStorage));
    await lookUp(found([good]));
    expect(await kept()).toBe("{}");
    await page.locator(".desk-tick input").check();
    await page.locator("[data-view=operator] button[type=submit]").click();
    await page.waitForSelector(".desk-recent tbody tr");
    expect(await page.locator(".desk-recent tbody").innerText()).toMatch(/One operator\s+…6789\s+Holds/);
    expect(await kept()).not.toMatch(/Example|BE0123|KEAEOF/);
    await page.locator(".desk-recent button").click();
    expect([await page.locator(".desk-recent tbody tr").count(), await kept()]).toEqual([0, '{"tradeseal-desk-recent":"[]"}']);
  });
});

describe("a list", () => {
  async function ask(text: string): Promise<void> {
    await page.fill("#list", text);
    await page.locator("[data-view=list] button[type=submit]").click();
  }
  const answers = (): Promise<(string | null)[]> => page.locator("[data-view=list] tbody tr").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-answer")));

  it("fills line by line without a key, is filtered, and saved without formulas", async () => {
    const byIdentifier: Record<string, Answer | { json: unknown }> = { GOOD1: found([{ ...good, name: "=HYPERLINK(1)" }, suspended]), BAD1: found([suspended]), HALF1: found([], { isComplete: false, silent }), ODD1: problem(422, "request_malformed") };
    bench.service.others.set("/v1/operators", (search) => byIdentifier[search.get("identifier")!] ?? problem(404, "not_found"));
    await open("#list");
    await ask("identifier;scheme\nGOOD1;EORI\nBAD1;\n\nHALF1\nODD1\nNOBODY1\n");
    await page.waitForSelector("[data-list=done]");
    expect(await answers()).toEqual(["authentic", "no_longer_valid", "unknown", "unasked", "nothing"]);
    expect(await page.locator("[data-view=list] tbody").innerText()).toContain(words.list.furtherOnes(1));
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: words.list.download }).click()]);
    const lines = (await readFile((await download.path())!, "utf8")).replace("\ufeff", "").trimEnd().split("\r\n").map((line) => fieldsIn(line, ",")!);
    expect(lines.map(([line, identifier, , answer]) => [line, identifier, answer].join())).toEqual(["line,identifier,answer", "2,GOOD1,authentic", "3,BAD1,no_longer_valid", "5,HALF1,unknown", "6,ODD1,unasked", "7,NOBODY1,nothing_known"]);
    expect(lines[1]![9]).toBe("'=HYPERLINK(1)");
    await page.selectOption("#list-outcome", "no_longer_valid");
    expect(await answers()).toEqual(["no_longer_valid"]);
    await page.selectOption("#list-outcome", "");
    await page.fill("#list-text", "half");
    expect(await answers()).toEqual(["unknown"]);
  });

  it("stops where the service does not answer, keeps what was answered, and goes on", async () => {
    let isDown = true;
    bench.service.others.set("/v1/operators", (search) => (search.get("identifier") === "A1" || !isDown ? found([good]) : "hang up"));
    await open("#list");
    await ask("A1\nB1\nC1");
    await page.waitForSelector("[data-view=list] [data-trouble=no_connection]");
    expect(await answers()).toEqual(["authentic", "unasked", "unasked"]);
    isDown = false;
    await page.locator("[data-view=list] [data-trouble] button").click();
    await page.waitForSelector("[data-list=done]");
    expect(await answers()).toEqual(["authentic", "authentic", "authentic"]);
  });

  it("waits where the service takes no more questions, says for how long, and goes on", async () => {
    let asked = 0;
    bench.service.others.set("/v1/operators", () => ((asked += 1) === 2 ? problem(429, "too_many_requests") : found([good])));
    await open("#list");
    await page.clock.install();
    await ask("A1\nB1\nC1");
    await page.getByText(words.list.pausing(15)).waitFor();
    expect(await answers()).toEqual(["authentic", "unasked", "unasked"]);
    await page.clock.runFor(16_000);
    await page.waitForSelector("[data-list=done]");
    expect([await answers(), asked]).toEqual([["authentic", "authentic", "authentic"], 4]);
  });

  it("with a key in one go; a list that breaks off says so; the key is kept nowhere", async () => {
    const line = (number: number, more: object): string => `${JSON.stringify({ line: number, identifier: "X", answer: "known", authorisations: [], isComplete: true, ...more })}\n`;
    const [first, second] = [line(1, { authorisations: [good] }), `${JSON.stringify({ line: 2, error: { code: "limit_reached", detail: "no more" } })}\n`];
    bench.service.others.set("/v1/operators:list", () => ({ status: 200, raw: first + second }));
    await open("#list");
    bench.service.others.set("/v1/me", () => ({ json: meOf(holder) }));
    await page.locator(".desk-key summary").click();
    await page.fill("#api-key", "ts_secret");
    await page.keyboard.press("Enter");
    await page.locator(".desk-key summary").getByText(signIn.signedIn(holder.issuer.name)).waitFor();
    await ask("A1\nB1");
    await page.waitForSelector("[data-list=done]");
    expect(await answers()).toEqual(["authentic", "unasked"]);
    expect(await page.locator("[data-view=list] tbody").innerText()).toContain("limit_reached: no more");
    expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]))).not.toContain("ts_secret");
    bench.service.others.set("/v1/operators:list", () => ({ status: 200, raw: first }));
    await ask("A1\nB1");
    await page.waitForSelector("[data-view=list] [data-trouble]");
    expect(await answers()).toEqual(["authentic", "unasked"]);
  });

  it("more than anybody may ask is refused before anything is asked", async () => {
    await open("#list");
    await ask(Array.from({ length: 101 }, (_, at) => `A${at}`).join("\n"));
    expect(await page.locator("#list-error").innerText()).toBe(words.list.tooMany(101, 100));
  });
});

describe("a paper", () => {
  const issuers = { json: { issuers: [{ ...chamber, accreditations: [{ documentType: "861" }] }, { ...stranger, name: "Not for this", accreditations: [{ documentType: "AEO" }] }], isComplete: true, block } };
  const digest = "cd".repeat(32);
  const paper = (report: object, isCopy = false): { json: unknown } => ({ json: { certificate: { number: "XX-1", issueDate: "2026-06-03", documentType: "861", digest, isCopy }, report } });
  const about = (report: typeof authentic): object => ({ ...report, subject: { ...report.subject, digest } });

  it.each<[what: string, answer: Answer | { json: unknown }, outcome: string]>([
    ["found, and in order",       paper(about(authentic)),                                   "authentic"],
    ["replaced",                  paper(about(reports.no_longer_valid)),                     "no_longer_valid"],
    ["not sure yet",              paper(about(reports.undetermined)),                        "undetermined"],
    ["nothing fits",              problem(404, "not_found"),                                 "nothing"],
    ["of another issuer",         paper(about({ ...authentic, issuer: customs })),           "unreadable_answer"],
    ["about another file",        paper(authentic),                                          "unreadable_answer"],
    ["a yes with a failed check", paper({ ...about(reports.no_longer_valid), verdict: "authentic", reason: undefined }), "unreadable_answer"],
  ])("%s", async (_what, answer, outcome) => {
    bench.service.others.set("/v1/issuers", () => issuers);
    bench.service.others.set("/v1/certificates:find", () => answer);
    await open("#paper");
    await page.waitForSelector("#paper-issuer option:nth-child(3)", { state: "attached" });
    expect(await page.locator("#paper-issuer option").allInnerTexts()).toEqual([words.paper.chooseIssuer, `Demo Chamber of Commerce (…${chamber.did.slice(-6)})`, words.paper.otherIssuer]);
    await page.selectOption("#paper-issuer", chamber.did);
    await page.fill("#paper-number", "XX-1");
    await page.fill("#paper-value", "Example Trading Ltd");
    await page.keyboard.press("Enter");
    const card = page.locator("[data-view=paper] article:is([data-verdict], [data-outcome], [data-trouble])");
    await card.waitFor();
    expect((await card.getAttribute("data-verdict")) ?? (await card.getAttribute("data-outcome")) ?? (await card.getAttribute("data-trouble"))).toBe(outcome);
    if (outcome === "authentic") expect(await card.innerText()).toContain(words.paper.holds.means);
    else expect(await card.innerText()).not.toMatch(YES);
    expect(await page.getByRole("button", { name: englishReceipt.keep }).count()).toBe((await card.getAttribute("data-verdict")) === null ? 0 : 1);
  });

  it("of a certified true copy it is said that a paper which does not say so is another one", async () => {
    bench.service.others.set("/v1/issuers", () => issuers);
    bench.service.others.set("/v1/certificates:find", () => paper(about(authentic), true));
    await open("#paper");
    await page.waitForSelector("#paper-issuer option:nth-child(3)", { state: "attached" });
    await page.selectOption("#paper-issuer", chamber.did);
    await page.fill("#paper-number", "XX-1");
    await page.fill("#paper-value", "Example Trading Ltd");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-view=paper] article[data-verdict=authentic]");
    expect(await page.locator("[data-view=paper] article").innerText()).toContain(words.paper.copy);
  });

  it("proof is kept of what was found by its number: of the same question that the service answered", async () => {
    const bodies: unknown[] = [];
    bench.service.routes.set("POST /v1/receipts", ({ body }) => (bodies.push(JSON.parse(body)), { status: 201, json: { id: "r-1", number: "R-1", receipt: "a.b.c", state: "accepted" } }));
    bench.service.others.set("/v1/issuers", () => issuers);
    bench.service.others.set("/v1/certificates:find", () => paper(about(authentic)));
    await open("#paper");
    await page.waitForSelector("#paper-issuer option:nth-child(3)", { state: "attached" });
    await page.selectOption("#paper-issuer", chamber.did);
    await page.fill("#paper-number", "XX-1");
    await page.fill("#paper-value", "Example Trading Ltd");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: englishReceipt.keep }).click();
    await page.locator("[data-proof=made]").waitFor();
    expect(bodies).toEqual([{ digest, documentType: "861", issuer: chamber.did, language: "en" }]);
  });
});

describe("a presentation", () => {
  const challenge = "C".repeat(43);
  const held = { check: "held", outcome: "passed" };
  const about = { ...authentic.subject, documentType: "AEO", presentation: { format: "vp+jwt", holder: "did:web:operator.example" } };
  const credential = { ...authentic, subject: { ...authentic.subject, documentType: "AEO", credential: { format: "vc+jwt", type: "AEOCredential", issuer: chamber.did, essentials: { authorisation: good.says }, disclosed: { legalName: "Example Trading Ltd", authorisation: { nextReviewDate: "2027-01-01" } } } } };
  const presented = { ...authentic, anchors: authentic.anchors.map((anchor) => ({ ...anchor, documentType: "AEO" })), subject: about, findings: [...authentic.findings, held], credentials: [credential] };

  async function request(answer: Answer | { json: unknown }): Promise<void> {
    bench.service.others.set("/v1/challenges", () => ({ json: { challenge, audience: "x", expiresAt: DAY, answerToken: "T".repeat(43) } }));
    bench.service.others.set(`/v1/challenges/${challenge}/answer`, () => answer);
    await open("#presentation");
    await page.locator(".desk-start button").click();
  }

  it("the answer appears when it arrives", async () => {
    let answer: Answer | { json: unknown } = { status: 204, raw: "" };
    await request("hang up");
    bench.service.others.set(`/v1/challenges/${challenge}/answer`, () => answer);
    await page.waitForSelector(".desk-code");
    expect(await page.locator(".desk-request a").innerText()).toBe(`${bench.origin}/operators#present=${challenge}&audience=${encodeURIComponent(bench.origin)}`);
    answer = { json: presented };
    const card = page.locator("[data-view=presentation] article[data-verdict]");
    await card.waitFor();
    const text = await card.innerText();
    for (const each of ["Shown by its holder: genuine AEO certificate by Demo Chamber of Commerce", "did:web:operator.example", "Example Trading Ltd", "KEAEOF0001234"]) expect(text).toContain(each);
  });

  it.each<[what: string, answer: Answer | { json: unknown }, outcome: string]>([
    ["not held",                         { json: { ...presented, verdict: "altered", reason: "challenge_used", findings: [...authentic.findings, { check: "held", outcome: "failed", reason: "challenge_used" }] } }, "altered"],
    ["ended without",                    problem(404, "not_found"),                                            "ended"],
    ["a yes that nobody is shown to hold", { json: { ...presented, findings: authentic.findings } },           "unreadable_answer"],
    ["a yes without a certificate",      { json: { ...presented, credentials: [] } },                          "unreadable_answer"],
    ["a yes over one that does not hold", { json: { ...presented, credentials: [credential, reports.no_longer_valid] } }, "unreadable_answer"],
  ])("%s", async (_what, answer, outcome) => {
    await request(answer);
    const card = page.locator("[data-view=presentation] article:is([data-verdict], [data-outcome], [data-trouble])").first();
    await card.waitFor();
    expect((await card.getAttribute("data-verdict")) ?? (await card.getAttribute("data-outcome")) ?? (await card.getAttribute("data-trouble"))).toBe(outcome);
    expect(await card.innerText()).not.toMatch(YES);
    expect(await card.innerText()).not.toContain("Example Trading Ltd");
    expect(await card.locator("[data-mark=authentic], .tone-authentic").count()).toBe(0);
  });

  const spoilt = (verdict: string, reason: string, outcome: string): object => ({ ...presented, verdict, reason, findings: [...authentic.findings, { check: "held", outcome, reason }] });

  it.each<[what: string, report: object, says: string]>([
    ["made for another request", spoilt("altered", "challenge_mismatch", "failed"),       "It is not shown that its holder presents it"],
    ["of another holder",        spoilt("altered", "holder_not_subject", "failed"),       "It is not shown that its holder presents it"],
    ["not as signed",            spoilt("altered", "signature_invalid", "failed"),        "This is not what its issuer signed"],
    ["not sure who holds it",    spoilt("undetermined", "did_unresolvable", "unknown"),   "Cannot be determined now"],
  ])("%s: the headline says just that, and its certificate, in order by itself, gets no sign of a yes", async (_what, report, says) => {
    await request({ json: report });
    const card = page.locator("[data-view=presentation] article[data-verdict]");
    await card.waitFor();
    expect(await card.locator("h2").innerText()).toBe(says);
    expect(await card.locator("h3").allInnerTexts()).toContain("The certificate: AEO certificate");
    // Nobody is shown to have presented it, and it is no file.
    expect(await card.textContent()).not.toMatch(/did:web:operator\.example|not about this file/);
    expect(await card.innerText()).not.toMatch(YES);
    expect(await card.locator("[data-mark=authentic], .tone-authentic").count()).toBe(0);
  });

  it.each(languageTags)("in %s it is not said that the issuer did not sign what the holder did not present", async (language) => {
    const { headline } = await operatorsPageTables[language]();
    const parts = { verdict: "altered", type: { one: "x", many: "x" }, issuer: "y", standing: null, recognition: null } as const;
    expect(headline({ ...parts, reason: "challenge_mismatch" } as never)).not.toBe(headline({ ...parts, reason: "signature_invalid" } as never));
  });

  it("what is pasted is judged, and nothing is awaited any more", async () => {
    await request({ status: 204, raw: "" });
    bench.service.others.set("/v1/verifications", () => ({ json: presented }));
    await page.fill("#pasted", "a.b.c");
    await page.getByRole("button", { name: words.presentation.judge }).click();
    await page.waitForSelector("[data-view=presentation] article[data-verdict=authentic]");
    expect(await page.locator(".desk-waiting").count()).toBe(0);
  });

  it("the operator sees who asks, and hands in; another place is named as such", async () => {
    bench.service.others.set(`/v1/challenges/${challenge}/presentation`, () => ({ json: { state: "handed_in" } }));
    await open(`#present=${challenge}&audience=${encodeURIComponent("https://elsewhere.example")}`);
    expect(await page.locator("main").innerText()).toContain(words.handIn.otherPlace);
    expect(await page.locator("pre").textContent()).toContain(`--challenge ${challenge} --audience https://elsewhere.example`);
    await page.fill("#hand-in", "a.b.c");
    await page.getByRole("button", { name: words.handIn.send }).click();
    await page.waitForSelector("[data-outcome=handed_in]");
    await open("#present=x");
    expect(await page.locator("[data-outcome]").getAttribute("data-outcome")).toBe("bad_link");
    // A link must not smuggle a command into the one that is shown.
    await open(`#present=${challenge}&audience=${encodeURIComponent("x'; rm -rf ~ #")}`);
    expect(await page.locator("pre").textContent()).toContain(String.raw`--audience 'x'\''; rm -rf ~ #'`);
  });
});

describe("every view", () => {
  const recognitions = { json: { recognitions: [{ documentType: "AEO", recogniser: customs, recognised: chamber, from: DAY, recordedAt: DAY, mayPassOn: false, isInForce: true, path: [] }, { documentType: "AEO", recogniser: customs, recognised: stranger, from: DAY, recordedAt: DAY, mayPassOn: false, isInForce: false, reason: "accreditation_withdrawn" }], isComplete: true, block } };

  it.each([360, 1280])("axe finds nothing and nothing runs over the edge at %i pixels", async (width) => {
    bench.service.others.set("/v1/recognitions", () => recognitions);
    bench.service.others.set("/v1/issuers", () => ({ json: { issuers: [], isComplete: true, block } }));
    expect(await lookUp(found([good, { ...suspended, name: "x".repeat(200) }], { isComplete: false, silent }), { width })).toContain("authentic");
    for (const view of ["operator", "list", "paper", "presentation", "recognitions"]) {
      await page.locator(`.desk-views a[href="#${view}"]`).click();
      await page.waitForSelector(`[data-view=${view}]:not([hidden])`);
      if (view === "list") {
        await page.fill("#list", "A1\nB1");
        await page.locator("[data-view=list] button[type=submit]").click();
        await page.waitForSelector("[data-list=done]");
      }
      if (view === "recognitions") await page.waitForSelector("[data-in-force=false]");
      expect([view, await bench.violations()]).toEqual([view, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(width);
    }
  });

  it("a view is reached, asked and answered by keyboard alone", async () => {
    bench.service.others.set("/v1/operators", () => found([good]));
    await open();
    await page.focus(`.desk-views a[href="#operator"]`);
    await page.keyboard.press("Enter");
    for (let tabs = 0; tabs < 12 && (await page.evaluate(() => document.activeElement?.id)) !== "identifier"; tabs += 1) await page.keyboard.press("Tab");
    await page.keyboard.type("BE0123456789");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-view=operator] article[data-verdict=authentic]");
  });
});
