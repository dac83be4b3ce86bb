/**
 * Goal: `tradeseal stamp` writes a copy with the code that it asked for, records both, and leaves nothing behind that nobody recorded.
 * Method: the real program against a scripted service that signs nothing.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { parseAddress } from "../../src/core/address.ts";
import { digestOf } from "../../src/core/digest.ts";
import { parseDocumentType } from "../../src/core/documentType.ts";
import { codeSigningInput, shortName, writePaperCode } from "../../src/core/paperCode.ts";
import { plainPdf } from "../adapters/paper/madePdfs.ts";
import { tradeseal, testFolder } from "./program.ts";
import { problem, startScripted, type Answer, type Asked, type ScriptedService } from "./scriptedService.ts";

const folder = testFolder();
let service: ScriptedService;
const input = plainPdf();
const at = (name: string): string => join(folder.name, name);

beforeAll(async () => {
  service = await startScripted();
  writeFileSync(at("invoice.pdf"), input);
});
beforeEach(() => {
  service.asked.splice(0);
  service.script = signing();
});
afterAll(async () => {
  await service.stop();
  folder.remove();
});

const signing = (change: object = {}): ((asked: Asked) => Answer) => ({ path, body }) => {
  if (path !== "/v1/codes") return { body: { id: "i", state: "accepted", documents: [] } };
  const { documentType, number, date, parties = [] } = { ...body, ...change } as { documentType: string; number: string; date: string; parties?: string[] };
  const essentials = { issuer: parseAddress(`0x${"d".repeat(40)}`), chainId: 1, documentType: parseDocumentType(documentType), number, date, parties: parties.map(shortName), key: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k" };
  const code = writePaperCode(codeSigningInput(essentials), new Uint8Array(64));
  return { body: { code, link: `https://v.example/c#${code}`, digest: "ab".repeat(32), documentType } };
};
const stamp = (out: string, ...more: readonly string[]) =>
  tradeseal(["stamp", "invoice.pdf", "--out", out, "--type", "380", "--number", "INV-7", "--date", "2026-06-02", "--party", "Example Trading Ltd", "--party", "شركة", ...more], { folder: folder.name, environment: { TRADESEAL_SERVICE: service.url, TRADESEAL_API_KEY: "tradeseal_0123456789abcdef_secret" } });

test("asks for a code, writes the copy behind the file's own bytes, has both recorded", async () => {
  const run = await stamp("out.pdf");
  const out = readFileSync(at("out.pdf"));
  expect(run).toMatchObject({ code: 0, stdout: `stamped  out.pdf   ${digestOf(out)}\n` });
  expect(Buffer.compare(out.subarray(0, input.length), input)).toBe(0);
  expect(service.asked.map(({ path }) => path)).toEqual(["/v1/codes", "/v1/papers"]);
  expect(service.asked[0]!.body).toEqual({ documentType: "380", number: "INV-7", date: "2026-06-02", parties: ["Example Trading Ltd", "شركة"] });
  expect(service.asked[1]!.body).toMatchObject({ digest: digestOf(out) });
});

test("nothing is overwritten", async () => {
  writeFileSync(at("there.pdf"), "mine");
  expect(await stamp("there.pdf")).toMatchObject({ code: 65, stderr: expect.stringContaining("nothing is overwritten") });
  expect(readFileSync(at("there.pdf"), "utf8")).toBe("mine");
  expect(service.asked.map(({ path }) => path)).not.toContain("/v1/papers");
});

test("what could not be recorded is not left behind", async () => {
  service.script = (asked) => (asked.path === "/v1/papers" ? problem(409, "issuer_deactivated", "The identity was given up.") : signing()(asked));
  expect(await stamp("unrecorded.pdf")).toMatchObject({ code: 1 });
  expect(existsSync(at("unrecorded.pdf"))).toBe(false);
});

test("a code that says something else is not printed", async () => {
  service.script = signing({ number: "INV-8" });
  expect(await stamp("other.pdf")).toMatchObject({ code: 2, stderr: expect.stringContaining("does not say what was asked") });
  expect(existsSync(at("other.pdf"))).toBe(false);
});

const wrong: readonly (readonly [what: string, args: readonly string[], code: number])[] = [
  ["a day that is none",     ["--date", "2026-02-30"],  64],
  ["a place that is none",   ["--at", "1;2"],           64],
  ["a size too small",       ["--size", "10"],          64],
  ["a page that is not there", ["--page", "9"],         65],
  ["page 0",                 ["--page", "0"],           64],
];
for (const [what, args, code] of wrong) {
  test(`${what}: ${code}`, async () => {
    expect((await stamp("none.pdf", ...args)).code).toBe(code);
    expect(existsSync(at("none.pdf"))).toBe(false);
  });
}

test("what is no PDF is told", async () => {
  writeFileSync(at("text.pdf"), "hello");
  const run = await tradeseal(["stamp", "text.pdf", "--out", "x.pdf", "--type", "380", "--number", "1", "--date", "2026-06-02"], { folder: folder.name, environment: { TRADESEAL_SERVICE: service.url, TRADESEAL_API_KEY: "k" } });
  expect(run).toMatchObject({ code: 65, stderr: expect.stringContaining("[pdf_unusable]") });
});
