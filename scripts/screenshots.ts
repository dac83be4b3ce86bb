/**
 * Takes pictures of every page, in three languages and at three widths, for people to look at: test/screenshots/PAGE-LANGUAGE-WIDTH.png.
 *
 * `npm run screenshots` brings up a service of its own with documents of every verdict; it ends when the pictures are taken.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { startBrowser } from "../test/web/browser.ts";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "./serviceProcess.ts";

const LANGUAGES = ["en", "ar", "zh-Hant"];
const WIDTHS = [360, 768, 1440];
const PATIENCE_MS = 30_000;
const pictures = join(import.meta.dirname, "../test/screenshots");
const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, `../docs/samples/${name}.pdf`));
const digestOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** A document that its issuer has revoked. */
const takenBack = Buffer.from("a certificate that was taken back");

/** A page, and what is done on it before its picture is taken. */
interface Shot {
  readonly name: string;
  readonly path: string;
  readonly prepare?: (page: Page, service: ServiceProcess) => Promise<void>;
}

/** Signs in on a page that asks for an API key. */
const signIn =
  (role: "chamber" | "customs") =>
  async (page: Page, service: ServiceProcess): Promise<void> => {
    await page.locator("input[type=password]").first().fill(service.keyOf(role));
    await page.keyboard.press("Enter");
    await page.waitForTimeout(1_500);
  };

const shots = (code: string): readonly Shot[] => [
  { name: "check", path: "/" },
  { name: "authentic", path: "/", prepare: given("certificate-of-origin") },
  { name: "digest-alone", path: `/?digest=${digestOf(sample("certificate-of-origin"))}`, prepare: answered },
  { name: "not-entitled", path: "/", prepare: given("commercial-invoice") },
  { name: "no-longer-valid", path: `/?digest=${digestOf(takenBack)}`, prepare: answered },
  { name: "not-found", path: `/?digest=${"0".repeat(64)}`, prepare: answered },
  { name: "code", path: `/c#${code}`, prepare: answered },
  { name: "operators", path: "/operators" },
  { name: "issuer-sign-in", path: "/issuer" },
  { name: "issuer", path: "/issuer", prepare: signIn("chamber") },
  { name: "issuer-documents", path: "/issuer#documents", prepare: signIn("chamber") },
  { name: "issuer-form", path: "/issuer#issue", prepare: signIn("chamber") },
  { name: "trust", path: "/trust" },
  { name: "trust-signed-in", path: "/trust", prepare: signIn("customs") },
  { name: "recognitions", path: "/recognitions" },
];

/** Gives the file itself: a digest alone is never shown as a yes. */
function given(name: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator("input[type=file]").first().setInputFiles({ name: `${name}.pdf`, mimeType: "application/pdf", buffer: sample(name) });
    await answered(page);
  };
}

async function answered(page: Page): Promise<void> {
  await page.locator("article[data-verdict]").first().waitFor({ timeout: PATIENCE_MS });
}

/** Anchors what the pictures show; resolves to a paper's code. */
async function prepare({ url, keyOf }: ServiceProcess): Promise<string> {
  const call = async <T>(role: "chamber" | "rogue", path: string, body: object, method = "POST"): Promise<T> =>
    (await fetch(url + path, { method, headers: { authorization: `Bearer ${keyOf(role)}`, "content-type": "application/json" }, body: JSON.stringify(body) })).json() as Promise<T>;
  await call("chamber", "/v1/documents", { digest: digestOf(sample("certificate-of-origin")), documentType: "861" });
  await call("rogue", "/v1/documents", { digest: digestOf(sample("commercial-invoice")), documentType: "380" });
  const revoked = await call<{ id: string }>("chamber", "/v1/documents", { digest: digestOf(takenBack), documentType: "861" });
  await call("chamber", `/v1/documents/${revoked.id}/standing`, { standing: "revoked", reason: "conditions_no_longer_met" }, "PUT");
  const { code } = await call<{ code: string }>("chamber", "/v1/codes", { documentType: "861", number: "XX-2026-208897", date: "2026-06-03", parties: ["Example Trading Ltd", "Købmand & Sønner A/S"] });
  const { documents } = await call<{ documents: { id: string }[] }>("chamber", "/v1/papers", { digest: digestOf(Buffer.from("a paper")), code });
  const isFinal = async (): Promise<boolean> => ((await (await fetch(`${url}/v1/documents/${documents[0]!.id}`, { headers: { authorization: `Bearer ${keyOf("chamber")}` } })).json()) as { state: string }).state === "final";
  const until = Date.now() + PATIENCE_MS;
  while (!(await isFinal()) && Date.now() < until) await pause(200);
  return code;
}

const only = process.argv[2];
mkdirSync(pictures, { recursive: true });
const [service, browser] = await Promise.all([startServiceProcess({ dataFolder: temporaryFolder() }), startBrowser()]);
try {
  for (const shot of shots(await prepare(service)).filter(({ name }) => only === undefined || name.startsWith(only))) {
    for (const language of LANGUAGES) {
      for (const width of WIDTHS) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
        const address = new URL(shot.path, service.url);
        address.searchParams.set("lang", language);
        await page.goto(address.href);
        await shot.prepare?.(page, service);
        await page.evaluate(() => scrollTo(0, 0));
        await page.waitForTimeout(300);
        await page.screenshot({ path: join(pictures, `${shot.name}-${language}-${width}.png`), fullPage: true });
        await page.close();
      }
    }
    console.log(`${shot.name}: ${LANGUAGES.length * WIDTHS.length} pictures`);
  }
  console.log(`The pictures are in test/screenshots.`);
} finally {
  await browser.close();
  await service.stop();
}
