/**
 * Goal: papers are drawn in a thread that answers everybody in turn, tells what broke, and keeps no process from ending.
 * Method: the maker itself, several at once; a process of its own that draws and then has nothing more to do.
 */
import { execFile } from "node:child_process";
import { EventEmitter } from "node:events";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { paperMaker, type DrawingQuestion, type DrawingThread } from "../../../src/adapters/paper/papers.ts";
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

describe("papers of many issuers", () => {
  /** A thread that draws when the test says so, and the names of those whose papers it was given. */
  function scripted() {
    const asked: string[] = [];
    const threads: (EventEmitter & DrawingThread)[] = [];
    const start = (): DrawingThread => {
      const thread = Object.assign(new EventEmitter(), { ref() {}, unref() {}, terminate: async () => 0, postMessage: (given: DrawingQuestion) => void asked.push("sheet" in given ? given.sheet.issuer.did : "") }) as unknown as EventEmitter & DrawingThread;
      threads.push(thread);
      return thread;
    };
    const answer = async (): Promise<void> => {
      threads.at(-1)!.emit("message", { place: asked.length, value: new Uint8Array() });
      await Promise.resolve();
    };
    return { asked, threads, start, answer };
  }
  const by = (did: string) => ({ ...sheet, issuer: { name: did, did } });

  test("are drawn in turn: whoever asks for many makes others wait for one", async () => {
    const { asked, start, answer } = scripted();
    const maker = paperMaker({ start });
    const drawn = [...Array.from({ length: 5 }, () => maker.origin(by("busy"))), maker.origin(by("other")), maker.receipt({ ...by("third") } as never), maker.unprintableIn("a", ""), maker.unprintableIn("b", "")];
    for (let turn = 0; turn < 9; turn += 1) await answer();
    await Promise.all(drawn);
    expect(asked).toEqual(["busy", "", "", "busy", "other", "third", "busy", "busy", "busy"]);
  });

  test("one that takes too long fails alone, and its time begins when it is drawn", async () => {
    const { asked, threads, start, answer } = scripted();
    const maker = paperMaker({ start, patienceMs: 50 });
    const [long, short] = [maker.origin(by("busy")), maker.origin(by("other"))];
    await expect(long).rejects.toThrow("not drawn within");
    await answer();
    expect([await short, asked, threads.length]).toEqual([new Uint8Array(), ["busy", "other"], 2]);
  });

  test("wait up to a limit for each, and one for all", async () => {
    const maker = paperMaker({ start: scripted().start });
    const refusals = (did: string, count: number): Promise<number> => Promise.all(Array.from({ length: count }, () => Promise.race([maker.origin(by(did)).then(() => 0, () => 1), Promise.resolve().then(() => new Promise<number>((resolve) => setImmediate(resolve, 0)))]))).then((all) => all.filter((each) => each === 1).length);
    expect(await refusals("busy", 60)).toBe(9);
    expect(await refusals("other", 1)).toBe(0);
    for (const did of ["c", "d", "e"]) await refusals(did, 50);
    expect(await refusals("f", 1)).toBe(1);
  });
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
