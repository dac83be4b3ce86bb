/**
 * Goal: anybody sees who vouches for whom at any moment, by eye, keyboard or screen reader; an administrator knows what follows before saying it, and what became of it; nothing hostile runs, and no key is kept that was not to be kept.
 * Method: the built page in Chromium under the service's policy, with an API that answers by script. Every test ends by asking for policy violations, scripts that ran and requests that went elsewhere.
 */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { english } from "../../src/words/english/table.ts";
import { englishSignIn as signIn } from "../../src/words/english/signIn.ts";
import { englishTrust as said } from "../../src/words/english/trust.ts";
import { Bench, type View } from "./bench.ts";
import type { FakeService } from "./fakeService.ts";
import { addressOf, crowd, grantOf, graphOf, holder, KEY, meOf, NOW, ownStatement, party, serve, withKey, world } from "./grants.ts";

const say = said.administration;

let bench: Bench;
let service: FakeService;
let page: Page;

beforeAll(async () => {
  bench = await Bench.start();
  service = bench.service;
});
afterAll(() => bench?.stop());
beforeEach(() => serve(service));
afterEach(async () => {
  expect(await bench.offences()).toEqual([]);
  service.routes.clear();
});

async function open(view: Partial<View> = {}): Promise<void> {
  page = await bench.open({ width: 1280, path: "/trust", ...view });
}
async function opened(view: Partial<View> = {}): Promise<void> {
  await open(view);
  await page.waitForSelector(".box");
}
const box = (number: number) => page.locator(`[data-party="${addressOf(number)}"]`);
const line = (from: number, to: number) => page.locator(`[data-line="${addressOf(from)} ${addressOf(to)}"]`);
const row = (from: number, to: number) => page.locator(`[data-grant="${addressOf(from)} ${addressOf(to)}"]`);
const details = () => page.locator(".details");
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const looks = async () => ({ five: await line(3, 5).getAttribute("data-look"), seven: await line(3, 7).getAttribute("data-look") });

describe("who vouches for whom", () => {
  it("is drawn, in force or not, in lines and in words, and listed the same", async () => {
    await opened();
    expect(await box(1).getAttribute("data-look")).toBe("root");
    const expected = [[3, 5, "in", "In force until 1 January 2031"], [3, 6, "not", "Not in force: withdrawn"], [3, 7, "stolen", "Not in force: keys declared stolen"], [2, 3, "not", "Not in force: ended"], [4, 9, "not", "Not in force yet"], [3, 10, "not", "Not in force: identity closed"]] as const;
    for (const [from, to, look, words] of expected) {
      expect(await line(from, to).getAttribute("data-look")).toBe(look);
      expect(await line(from, to).locator(".line").evaluate((drawn) => getComputedStyle(drawn).strokeDasharray !== "none")).toBe(look !== "in");
      expect(await line(from, to).locator("title").textContent()).toContain(words);
      expect(await row(from, to).innerText()).toContain(words);
    }
    expect(await box(6).innerText()).toContain("Not in force: withdrawn");
    expect(await page.locator("svg[role=img]").getAttribute("aria-label")).toContain("10 parties and 10 grants for certificates of origin, 5 of them in force");
    expect(await page.locator("[data-grant]").count()).toBe(world.grants.length);
  });

  it("can be asked for another moment: before, now, to come", async () => {
    await opened();
    expect(await looks()).toEqual({ five: "in", seven: "stolen" });
    await page.locator("input[type=range]").focus();
    await page.keyboard.press("Home");
    expect(await page.locator(".line-in[data-line]").count()).toBe(0);
    expect(await page.getByRole("status").filter({ hasText: "grants in force" }).innerText()).toBe(said.time.inForce(0, 10));
    expect(await page.locator("input[type=range]").getAttribute("aria-valuetext")).toContain("Then: 28 February 2025");
    expect(await page.getByText(said.time.byToday).count()).toBe(1);
    await press(said.time.later);
    expect(await line(2, 3).getAttribute("data-look")).toBe("in");
    await press(said.time.backToNow);
    expect(await looks()).toEqual({ five: "in", seven: "stolen" });
    await press(said.time.earlier);
    expect(await page.locator("[data-moment]").innerText()).toContain("Then: 2 September 2026");
    await page.locator("input[type=range]").focus();
    await page.keyboard.press("End");
    expect(await page.getByText(said.time.byTodayFuture).count()).toBe(1);
    expect(await page.locator(".line-in[data-line]").count()).toBe(0);
  });

  it("is asked for once", async () => {
    await opened();
    await page.waitForSelector(".matrix");
    expect(service.calls.filter(({ path }) => path === "/v1/trust-graph")).toHaveLength(1);
  });

  it("can be looked at by type; one without grants says what to do", async () => {
    await opened();
    await page.selectOption("main select", "380");
    await page.getByText(said.nothingHere(english.documentTypes["380"])).waitFor();
    expect(page.url()).toContain("type=380");
    await open({ path: "/trust?type=861" });
    await page.waitForSelector(".box");
  });

  it("leads to the page of recognitions in the language that was chosen", async () => {
    await opened({ path: "/trust?lang=fr" });
    await page.waitForSelector(".matrix");
    expect(await page.locator('a[href^="/recognitions"]').getAttribute("href")).toBe("/recognitions?lang=fr");
  });

  it("recognitions stand in a matrix, in force or not, in words", async () => {
    await opened();
    const cells = await page.locator(".matrix tbody tr").evaluateAll((rows) => rows.map((own) => (own as HTMLElement).innerText.replace(/\s+/g, " ")));
    expect(cells).toEqual(["Customs of Northland In force since 1 January 2026 —", "Customs of Southland — Withdrawn from 1 June 2026 on"]);
  });

  it("never says more than the verifier judged", async () => {
    await opened();
    expect(await page.locator("main").innerText()).not.toMatch(/authentic|genuine/i);
  });
});

describe("details", () => {
  it("of a box: who it is, by whom and for whom; of a line: every word that was said, when, and for when", async () => {
    await opened();
    await box(3).click();
    const party = await details().innerText();
    for (const words of [said.details.party("Customs of Northland"), `did:ethr:0x7a69:${addressOf(3)}`, "World Federation of Chambers", "Chamber of Old Town"]) expect(party).toContain(words);
    await line(3, 7).locator(".line-reach").dispatchEvent("click");
    const grant = await details().innerText();
    for (const words of [said.details.grant("Customs of Northland", "Chamber of Old Town"), said.states.not.compromised.long, said.details.withdrawnStolen, "Holds from 1 July 2026, 00:00 UTC on, without an end", "Recorded 4 July 2026, 09:00 UTC, block 50", said.details.mayNotPassOn]) expect(grant).toContain(words);
  });

  it("by keyboard alone: one stop, arrows, Enter, and Escape leads back", async () => {
    await opened();
    const isIn = (selector: string) => page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
    for (let tabs = 0; tabs < 25 && !(await isIn(".box")); tabs += 1) await page.keyboard.press("Tab");
    expect(await isIn('.box[data-look="root"]')).toBe(true);
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
    const reached = await page.evaluate(() => document.activeElement!.getAttribute("data-party"));
    await page.keyboard.press("Enter");
    await expect.poll(() => isIn("#details-title")).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement!.getAttribute("data-party"))).toBe(reached);
    await page.keyboard.press("Tab");
    expect(await isIn(".box")).toBe(false);
  });

  it("only what is around a party can be drawn, and everything again", async () => {
    await opened();
    await box(4).click();
    await press(said.details.focus);
    await expect.poll(() => page.locator("[data-party]").count()).toBe(4);
    await press(said.drawing.drawAll);
    expect(await page.locator("[data-party]").count()).toBe(10);
  });
});

describe("a crowd", () => {
  it("is drawn up to 200, said so; the rest is found in the list by page and by name", async () => {
    serve(service, crowd(320, 9));
    await opened();
    expect(await page.locator("[data-party]").count()).toBe(200);
    await page.getByText(said.drawing.limited(200, 320)).waitFor();
    expect(await page.locator("[data-grant]").count()).toBe(100);
    await press(said.list.showMore);
    expect(await page.locator("[data-grant]").count()).toBe(200);
    await page.getByLabel(said.list.filter).fill("industry 319");
    expect(await page.locator("[data-grant]").count()).toBe(1);
    await page.locator(".box-more").first().click();
    expect(await page.getByLabel(said.list.filter).inputValue()).toMatch(/^0x/);
    expect(await page.evaluate(() => document.activeElement!.id)).toBe("list-title");
  });
});

describe("trouble", () => {
  const problem = { type: "/problems/ledger_unreachable", title: "", status: 503, code: "ledger_unreachable", detail: "The index has not reached the newest block yet.", requestId: "r-7" };
  it.each([
    ["a fault",         { status: 503, problem },                                english.faults.ledger_unreachable.means],
    ["no connection",   "hang up",                                               english.page.troubles.no_connection.means],
    ["another answer",  { json: { ...world, asOf: "soon" } },                    english.page.troubles.unreadable_answer.means],
    ["another type",    { json: { ...world, documentType: "AEO" } },             english.page.troubles.unreadable_answer.means],
  ] as const)("%s is told, nothing is drawn, and asking again helps", async (_what, given, expected) => {
    service.routes.set("GET /v1/trust-graph", () => given);
    await open();
    await page.locator("[data-trouble]").getByText(expected).waitFor();
    expect(await page.locator(".box").count()).toBe(0);
    serve(service);
    await page.locator("[data-trouble]").getByRole("button", { name: said.again }).click();
    await page.waitForSelector(".box");
  });

  it("an incomplete graph calls nothing in force, and says why", async () => {
    serve(service, graphOf(world.parties, world.grants, { isComplete: false }));
    await opened();
    await page.getByText(said.incomplete).waitFor();
    expect(await page.locator(".line-in[data-line]").count()).toBe(0);
    expect(await box(5).innerText()).toContain("Not known");
  });
});

describe("names from strangers", () => {
  it.each([
    ["markup",                   "<svg onload=alert(1)>Chamber", "<svg onload=alert(1)>Chamber"],
    ["a right-to-left override", "Chamber\u202Egnp",             "Chamber[U+202E]gnp"],
    ["5,000 letters",            "x".repeat(5_000),              `${"x".repeat(119)}…`],
  ])("%s: shown, not obeyed; a look-alike is marked", async (_what, name, shown) => {
    serve(service, graphOf([party(1, "Root", { isTrustRoot: true }), party(2, name, { likeness: "confusable" })], [grantOf(1, 2)]));
    await opened({ width: 360 });
    expect(await box(2).locator("bdi").textContent()).toBe(shown);
    expect(await box(2).innerText()).toContain(english.likenesses.confusable);
    await box(2).click();
    expect(await details().innerText()).toContain(english.likenesses.confusable);
    expect(await page.locator("svg[onload]").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

async function signedIn(view: Partial<View> = {}): Promise<void> {
  await opened(view);
  await page.getByLabel(signIn.key).fill(KEY);
  await press(signIn.signIn);
  await page.getByRole("heading", { name: signIn.signedIn("Customs of Northland") }).waitFor();
  await page.waitForSelector("[data-statement]");
}

describe("signing in", () => {
  it("a wrong key is told, an empty one too; the right one tells whom it speaks for", async () => {
    await opened();
    await press(signIn.signIn);
    expect(await page.locator("#api-key-error").innerText()).toBe(signIn.missing);
    await page.getByLabel(signIn.key).fill("nonsense");
    await press(signIn.signIn);
    await page.getByText(signIn.why.key_unknown.means).waitFor();
    await page.getByLabel(signIn.key).fill(KEY);
    await press(signIn.signIn);
    await page.getByRole("heading", { name: signIn.signedIn("Customs of Northland") }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement!.textContent)).toBe(signIn.signedIn("Customs of Northland"));
    expect(await page.locator("main").innerHTML()).not.toContain(KEY);
  });

  it("the key is in memory alone, in the tab when asked for, and nowhere once signed out", async () => {
    const kept = () => page.evaluate(() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), document.cookie, location.href]));
    await signedIn();
    expect(await kept()).not.toContain(KEY);
    await page.reload();
    await page.getByLabel(signIn.key).waitFor();
    await page.getByLabel(signIn.key).fill(KEY);
    await page.getByLabel(signIn.keep).check();
    await press(signIn.signIn);
    await page.waitForSelector("[data-statement]");
    await page.reload();
    await page.waitForSelector("[data-statement]");
    await press(signIn.signOut);
    await page.getByText(signIn.signedOut).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement!.getAttribute("type"))).toBe("password");
    expect(await kept()).not.toContain(KEY);
  });

  it("a key without the scope may look and not speak", async () => {
    service.routes.set("GET /v1/me", withKey(() => ({ json: meOf({ ...holder, scopes: ["read"] }) })));
    await signedIn();
    await page.getByText(say.scopeMissing).waitFor();
    expect(await page.getByRole("button", { name: say.accredit }).count()).toBe(0);
    expect(await page.locator("#console").getByRole("button", { name: say.withdraw }).count()).toBe(0);
  });
});

const newcomer = addressOf(77);

async function fillIn(name: string): Promise<void> {
  await page.getByRole("button", { name: say.accredit }).last().click();
  await page.getByLabel(say.fields.grantee).fill(newcomer);
  await page.getByLabel(say.fields.name).fill(name);
  await page.getByLabel(say.fields.until).fill("2031-01-01T00:00");
  await press(say.goOn);
}

const accepted = (change: Record<string, unknown> = {}) => ({ status: 202, json: { grants: [ownStatement("g-2", { grantee: { did: `did:ethr:0x7a69:${newcomer}`, address: newcomer, name: "Newcomer" }, state: "batched", recordedAt: undefined, ledgerSays: undefined, ...change })], saidAlready: [], saidAnew: [], withoutCredential: [] } });
const posts = () => service.calls.filter(({ method }) => method === "POST");

describe("accrediting", () => {
  it("names what follows before anything is sent, sends it once, and shows its states until final", async () => {
    const states = ["sent", "included", "final"];
    service.routes.set("POST /v1/grants", withKey(() => accepted()));
    service.routes.set("GET /v1/grants/g-2", withKey(() => ({ json: accepted({ state: states.length > 1 ? states.shift() : states[0], ledgerSays: "granted", recordedAt: NOW }).json.grants[0] })));
    await signedIn();
    await fillIn("Newcomer");
    const dialog = page.getByRole("dialog");
    const text = await dialog.innerText();
    for (const sentence of say.grantConsequences({ grantor: "Customs of Northland", grantee: "Newcomer", type: english.documentTypes["861"], from: null, until: "2031-01-01T00:00:00Z", mayPassOn: false })) expect(text).toContain(sentence);
    expect(text).toContain("From the moment it is final, Customs of Northland vouches for Newcomer");
    expect(posts()).toEqual([]);
    await press(say.send);
    await expect.poll(() => dialog.count()).toBe(0);
    expect(posts().map(({ body }) => JSON.parse(body))).toEqual([{ grantee: newcomer, documentTypes: ["861"], name: "Newcomer", mayPassOn: false, until: "2031-01-01T00:00:00Z" }]);
    expect(posts()[0]!.headers["idempotency-key"]).toMatch(/^[0-9a-f]{32}$/);
    const graphs = () => service.calls.filter(({ path }) => path === "/v1/trust-graph").length;
    const before = graphs();
    await page.locator('[data-statement="g-2"][data-state="final"]').waitFor();
    await expect.poll(graphs).toBeGreaterThan(before);
  });

  it("wrong fields are told where they are, and nothing is sent", async () => {
    await signedIn();
    await page.getByRole("button", { name: say.accredit }).last().click();
    await press(say.goOn);
    expect(await page.getByLabel(say.fields.grantee).getAttribute("aria-invalid")).toBe("true");
    await expect.poll(() => page.evaluate(() => document.activeElement!.id)).toBe("grantee");
    expect(await page.locator("#grantee-error").innerText()).toBe(say.flaws.grantee);
    await page.getByLabel(say.fields.grantee).fill(`did:ethr:0x1:${newcomer}`);
    expect(await page.locator("#grantee-error").innerText()).toBe(say.flaws.grantee);
    await page.getByLabel(say.fields.grantee).fill(holder.issuer.did);
    expect(await page.locator("#grantee-error").innerText()).toBe(say.flaws.own);
    await page.getByLabel(say.fields.from).fill("2031-01-01T00:00");
    await page.getByLabel(say.fields.until).fill("2030-01-01T00:00");
    expect(await page.locator("#until-error").innerText()).toBe(say.flaws.order);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(posts()).toEqual([]);
  });

  it("a lost answer is asked for again under the same name", async () => {
    service.routes.set("POST /v1/grants", () => "hang up");
    await signedIn();
    await fillIn("Newcomer");
    await press(say.send);
    await page.getByText(say.sendAgainHint).waitFor();
    service.routes.set("POST /v1/grants", withKey(() => accepted({ state: "final" })));
    await press(say.sendAgain);
    await page.locator('[data-statement="g-2"]').waitFor();
    expect(new Set(posts().map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(posts().length).toBeGreaterThan(1);
  });

  it("a look-alike name is shown beside the other, and somebody must answer for it", async () => {
    const alike = { type: "/problems/name_look_alike", title: "", status: 409, code: "name_look_alike", detail: "This name looks like …", requestId: "r-9", looksLike: { address: addressOf(5), name: "Chamber of Commerce of Harbour City" } };
    service.routes.set("POST /v1/grants", withKey(({ body }) => (body.includes("despiteLikeness") ? accepted({ state: "final" }) : { status: 409, problem: alike })));
    await signedIn();
    await fillIn("Chаmber of Commerce of Harbour City");
    await press(say.send);
    const names = page.locator("[data-alike] .alike-name");
    await names.first().waitFor();
    expect(await names.locator("bdi").allInnerTexts()).toEqual(["Chаmber of Commerce of Harbour City", "Chamber of Commerce of Harbour City"]);
    expect(await names.locator("code").allInnerTexts()).toEqual([newcomer, addressOf(5)].map((address) => `did:ethr:0x7a69:${address}`));
    expect(await page.getByRole("button", { name: say.send, exact: true }).isDisabled()).toBe(true);
    expect(await bench.violations()).toEqual([]);
    await page.getByLabel(say.lookAlike.answerFor).check();
    await press(say.send);
    await page.locator('[data-statement="g-2"]').waitFor();
    expect(new Set(posts().map(({ headers }) => headers["idempotency-key"])).size).toBe(2);
  });

  it("recognising a programme says what that means, for AEO alone", async () => {
    service.routes.set("POST /v1/grants", withKey(() => accepted({ state: "final", documentType: "AEO" })));
    await signedIn();
    await press(say.recognise);
    expect(await page.locator("#type").count()).toBe(0);
    await page.locator("#known").selectOption({ label: "Customs of Southland (…000004)" });
    await press(say.goOn);
    expect(await page.getByRole("dialog").innerText()).toContain("Customs of Northland recognises AEO certificates by Customs of Southland, from now on, without an end.");
    await press(say.send);
    await expect.poll(() => posts().map(({ body }) => JSON.parse(body))).toEqual([{ grantee: addressOf(4), documentTypes: ["AEO"], name: "Customs of Southland", mayPassOn: false }]);
  });
});

describe("withdrawing", () => {
  it("from the drawing or from one's own words: consequence first, stolen keys explained, then sent", async () => {
    service.routes.set("POST /v1/grants:withdraw", withKey(() => accepted({ kind: "withdrawal", compromised: true, state: "final", until: undefined, grantee: { did: `did:ethr:0x7a69:${addressOf(5)}`, address: addressOf(5) } })));
    await signedIn();
    await line(3, 5).locator(".line-reach").dispatchEvent("click");
    await details().getByRole("button", { name: say.withdraw }).click();
    const dialog = page.getByRole("dialog", { name: say.withdrawTitle("Chamber of Commerce of Harbour City") });
    expect(await dialog.innerText()).toContain("Certificates of origin that were sealed before that moment stay as they are.");
    expect(await dialog.innerText()).not.toContain("are declared stolen");
    await dialog.getByLabel(say.fields.compromised).check();
    await dialog.getByLabel(say.fields.effective).fill("2026-11-01T12:00:00");
    expect(await dialog.innerText()).toContain("declared stolen from 1 November 2026, 12:00 UTC on");
    expect(posts()).toEqual([]);
    await dialog.getByRole("button", { name: say.sendWithdrawal, exact: true }).click();
    await expect.poll(() => posts().map(({ body }) => JSON.parse(body))).toEqual([{ grantee: addressOf(5), documentTypes: ["861"], compromised: true, from: "2026-11-01T12:00:00Z" }]);
    const withdrawn = page.locator('[data-kind="withdrawal"]');
    await withdrawn.waitFor();
    expect(await withdrawn.innerText()).toContain("Chamber of Commerce of Harbour City");
  });

  it("an identity without a name runs over no phone's edge", async () => {
    const nameless = { did: `did:ethr:0x7a69:${newcomer}`, address: newcomer };
    service.routes.set("GET /v1/grants", withKey(() => ({ json: { grants: [ownStatement("g-3", { kind: "withdrawal", grantee: nameless, state: "sent" })] } })));
    service.routes.set("GET /v1/grants/g-3", () => "stay silent");
    await signedIn({ width: 360 });
    await page.getByText(say.said.progress("withdrawal", nameless.did, say.said.states.sent)).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it("what others granted cannot be withdrawn here; a refusal of the service is told", async () => {
    const nothing = { type: "/problems/nothing_to_withdraw", title: "", status: 409, code: "nothing_to_withdraw", detail: "You never accredited 0x5 for 861.", requestId: "r-8" };
    service.routes.set("POST /v1/grants:withdraw", withKey(() => ({ status: 409, problem: nothing })));
    await signedIn();
    await line(4, 8).locator(".line-reach").dispatchEvent("click");
    expect(await details().getByRole("button", { name: say.withdraw }).count()).toBe(0);
    await page.locator('[data-statement="g-1"]').getByRole("button", { name: say.withdrawNamed("Chamber of Commerce of Harbour City", "certificate of origin") }).click();
    await page.getByRole("dialog").getByRole("button", { name: say.sendWithdrawal, exact: true }).click();
    await page.getByRole("dialog").getByText(english.faults.nothing_to_withdraw.means).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement!.getAttribute("aria-label"))).toContain("Withdraw from Chamber");
  });
});

describe("for everyone", () => {
  it.each(["light", "dark"] as const)("axe finds nothing, signed in, with details open and in each dialog, %s", async (colorScheme) => {
    await signedIn({ width: 360, colorScheme });
    await box(7).click();
    expect(await bench.violations()).toEqual([]);
    await page.getByRole("button", { name: say.accredit }).last().click();
    await press(say.goOn);
    expect(await bench.violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("[data-statement]").getByRole("button", { name: say.withdrawNamed("Chamber of Commerce of Harbour City", "certificate of origin") }).click();
    expect(await bench.violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await bench.violations()).toEqual([]);
  });

  it.each([320, 360, 768])("nothing runs over the edge at %i pixels, dialogs included", async (width) => {
    await signedIn({ width });
    await box(3).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const over = () => page.getByRole("dialog").evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
    await page.getByRole("button", { name: say.accredit }).last().click();
    expect(await over()).toBeLessThanOrEqual(0);
    await page.keyboard.press("Escape");
    await fillIn("x".repeat(150));
    expect(await over()).toBeLessThanOrEqual(0);
  });

  it("targets are large enough for a thumb", async () => {
    await signedIn({ width: 360 });
    const small = await page.locator("main :is(button, select, input[type=text], input[type=search])").evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 24).map((each) => each.outerHTML.slice(0, 100)));
    expect(small).toEqual([]);
  });
});

