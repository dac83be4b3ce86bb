/**
 * Goal: papers are drawn in a thread that answers everybody in turn, tells what broke, and keeps no process from ending.
 * Method: the maker itself, several at once; a process of its own that draws and then has nothing more to do.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { paperMaker } from "../../../src/adapters/paper/papers.ts";
import { textOf } from "./pdfText.ts";
import { testFolder } from "../../cli/program.ts";
import { subjects } from "../../core/shapes/samples.ts";

const sheet = { subject: subjects.coo, issuer: { name: "Chamber", did: "did:web:chamber.example" }, codeLink: `https://v.example/c#1.${"e".repeat(300)}`, language: "en" };

test("several at once, each its own answer; what breaks one breaks no other", async () => {
  const maker = paperMaker();
  const [first, letters, broken, second] = await Promise.allSettled([maker.origin(sheet), maker.unprintableIn({ name: "한" }, "/x"), maker.origin({ ...sheet, issuer: { ...sheet.issuer, name: "한" } }), maker.origin(sheet)]);
  expect(first).toEqual(second);
  expect(letters).toMatchObject({ value: [{ pointer: "/x/name", character: "한" }] });
  expect(broken).toMatchObject({ status: "rejected", reason: expect.objectContaining({ message: expect.stringContaining("Invariant broken") }) });
});

test.each([["fr-CA", "Certificat d’origine"], ["ru", "Сертификат о происхождении товара"], ["en", "Certificate of origin"], ["tlh", "Certificate of origin"]])("a certificate of origin asked for in %s is printed in it, or in English: %s", async (language, title) => {
  const drawn = await paperMaker().origin({ ...sheet, language });
  expect(textOf(drawn).join("").replace(/[\s|]/g, "")).toContain(title.replace(/\s/g, ""));
});

test("a process that drew ends by itself", async () => {
  const folder = testFolder();
  const script = `const { paperMaker } = await import(${JSON.stringify(new URL("../../../src/adapters/paper/papers.ts", import.meta.url).href)}); console.log(await paperMaker().unprintableIn("a", ""));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--disable-warning=ExperimentalWarning", folder.file("draw.mjs", script)], { cwd: folder.name, timeout: 20_000 }).finally(() => folder.remove());
  expect(stdout).toBe("[]\n");
});
