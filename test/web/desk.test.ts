/**
 * Goal: every file that is put down ends in exactly one answer or trouble, with its seal, whatever the order; what was overtaken or stopped is never shown.
 * Method: a desk whose world is a script; files are real, the service only notes what it is asked.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { digestOf } from "../../src/core/digest.ts";
import type { DocumentType } from "../../src/core/documentType.ts";
import type { Report } from "../../src/core/report.ts";
import type { AnyQuestion as Question } from "../../src/web/report/ask.ts";
import { Desk, ITEMS_LIMIT } from "../../src/web/check/desk.ts";
import { waitingSeals, type DocumentItem } from "../../src/web/check/items.ts";
import { Unanswered } from "../../src/web/frame/trouble.ts";
import { authentic } from "./reports.ts";
import { sealTextFor } from "./sealFile.ts";

let asked: Question[];
let answers: (question: Question) => Promise<Report>;
let desk: Desk;

const digestOfText = (text: string) => digestOf(new TextEncoder().encode(text));
const file = (name: string, content = name): File => new File([content], name);
const sealFile = (name: string, content: string): File => file(name, sealTextFor(content));
const documents = (): DocumentItem[] => desk.items.filter((item) => item.kind === "document");
const states = (): string[] => documents().map(({ state }) => state.is);

beforeEach(() => {
  asked = [];
  answers = async () => authentic;
  desk = new Desk({
    digestOfFile: async (given) => digestOf(new Uint8Array(await given.arrayBuffer())),
    ask: (question) => {
      asked.push(question);
      return answers(question);
    },
    onChange: () => {},
  });
});

describe("files", () => {
  it("are digested, and nothing but the digest is asked about", async () => {
    await desk.addFiles([file("a.pdf"), file("b.pdf")]);
    expect(asked).toEqual([{ digest: digestOfText("a.pdf") }, { digest: digestOfText("b.pdf") }]);
    expect(states()).toEqual(["answered", "answered"]);
  });

  it("that cannot be read are troubles and hold up no others", async () => {
    desk = new Desk({
      digestOfFile: (given) => (given.name === "gone.pdf" ? Promise.reject(new Unanswered({ is: "unreadable_file" })) : Promise.resolve(digestOfText("x"))),
      ask: async () => authentic,
      onChange: () => {},
    });
    await desk.addFiles([file("gone.pdf"), file("here.pdf")]);
    expect(states()).toEqual(["unanswered", "answered"]);
  });

  it("whose question fails can be asked about again", async () => {
    answers = () => Promise.reject(new Unanswered({ is: "no_connection" }));
    await desk.addFiles([file("a.pdf")]);
    expect(states()).toEqual(["unanswered"]);
    answers = async () => authentic;
    await desk.again(documents()[0]!.id);
    expect(states()).toEqual(["answered"]);
    expect(asked[0]).toEqual(asked[1]);
  });

  it("are asked about six at a time, also after some were stopped while they waited", async () => {
    let [underWay, most] = [0, 0];
    const gate = Promise.withResolvers<void>();
    answers = async () => {
      most = Math.max(most, (underWay += 1));
      await gate.promise;
      underWay -= 1;
      return authentic;
    };
    const adding = desk.addFiles(Array.from({ length: 40 }, (_, at) => file(`${at}.pdf`)));
    await expect.poll(() => states().filter((is) => is === "asking").length).toBe(40);
    for (const { id } of documents().slice(3, 20)) desk.remove(id);
    gate.resolve();
    await adding;
    expect([most, states()]).toEqual([6, Array.from({ length: 23 }, () => "answered")]);
  });

  it("a mistake of ours is shown as no answer, and not swallowed", async () => {
    answers = () => Promise.reject(new TypeError("ours"));
    await expect(desk.addFiles([file("a.pdf")])).rejects.toThrow("ours");
    expect(states()).toEqual(["unanswered"]);
  });
});

describe("seals", () => {
  const sealOf = (content: string): unknown => JSON.parse(sealTextFor(content));

  it.each<[string, File[], unknown[]]>([
    ["by digest, whatever the names",      [file("a.pdf"), file("b.pdf"), sealFile("x.json", "b.pdf")],             [undefined, sealOf("b.pdf")]],
    ["by name, though made for another",   [file("a.pdf"), file("b.pdf"), sealFile("a.pdf.seal.json", "old a.pdf")], [sealOf("old a.pdf"), undefined]],
    ["each its own",                       [sealFile("1.seal.json", "b.pdf"), file("a.pdf"), sealFile("2.seal.json", "a.pdf"), file("b.pdf")], [sealOf("a.pdf"), sealOf("b.pdf")]],
    ["the only one with the only document", [file("a.pdf"), sealFile("other.seal.json", "other")],                    [sealOf("other")]],
    ["not a stranger's among several",     [file("a.pdf"), file("b.pdf"), sealFile("c.seal.json", "c")],            [undefined, undefined]],
  ])("%s", async (_what, files, seals) => {
    await desk.addFiles(files);
    expect(asked.map((question) => ("seal" in question ? question.seal : undefined))).toEqual(seals);
  });

  it("alone wait for their document", async () => {
    await desk.addFiles([sealFile("a.seal.json", "a.pdf")]);
    expect(asked).toEqual([]);
    expect(waitingSeals(desk.items)).toHaveLength(1);
    await desk.addFiles([file("a.pdf")]);
    expect(asked).toEqual([{ digest: digestOfText("a.pdf"), seal: sealOf("a.pdf") }]);
    expect(waitingSeals(desk.items)).toEqual([]);
  });

  it("that come later are used for the document that is there", async () => {
    await desk.addFiles([file("a.pdf")]);
    await desk.addFiles([sealFile("late.json", "a.pdf")]);
    expect(asked.map((question) => ("seal" in question ? question.seal : undefined))).toEqual([undefined, sealOf("a.pdf")]);
    expect(states()).toEqual(["answered"]);
  });

  it("that cannot be read are named as such, and are no documents", async () => {
    await desk.addFiles([file("a.pdf.seal.json", "{}")]);
    expect(documents()[0]?.state).toMatchObject({ is: "unanswered", trouble: { is: "problem", problem: { code: "seal_malformed" } } });
    expect(asked).toEqual([]);
  });

  it("JSON that is no seal is a document like any other", async () => {
    await desk.addFiles([file("invoice.json", "{}")]);
    expect(asked).toEqual([{ digest: digestOfText("{}") }]);
  });

  it("go when their document goes", async () => {
    await desk.addFiles([file("a.pdf"), sealFile("a.seal.json", "a.pdf")]);
    desk.remove(documents()[0]!.id);
    expect(desk.items).toEqual([]);
  });
});

describe("what was overtaken or stopped", () => {
  it("an older answer that comes late is not shown", async () => {
    const late = Promise.withResolvers<Report>();
    answers = (question) => (!("documentType" in question) ? late.promise : Promise.resolve({ ...authentic, verdict: "not_found" }));
    const adding = desk.addFiles([file("a.pdf")]);
    await expect.poll(() => asked.length).toBe(1);
    await desk.expect("861" as DocumentType);
    late.resolve(authentic);
    await adding;
    expect(documents()[0]?.state).toMatchObject({ is: "answered", report: { verdict: "not_found" }, question: { documentType: "861" } });
  });

  it("what was taken away does not come back", async () => {
    const late = Promise.withResolvers<Report>();
    answers = () => late.promise;
    const adding = desk.addFiles([file("a.pdf")]);
    await expect.poll(() => asked.length).toBe(1);
    desk.clear();
    late.resolve(authentic);
    await adding;
    expect(desk.items).toEqual([]);
  });

  it("an expected type is sent with every question, and dropped again", async () => {
    await desk.addFiles([file("a.pdf")]);
    await desk.expect("861" as DocumentType);
    await desk.expect(null);
    expect(asked.map((question) => ("documentType" in question ? question.documentType : undefined))).toEqual([undefined, "861", undefined]);
  });
});

describe("what else is given", () => {
  const jwt = `${Buffer.from('{"alg":"ES256","typ":"vc+jwt","kid":"did:web:x#1"}').toString("base64url")}.e30.AAAA`;

  it("a credential waits for a word, also when the expected type changes or its neighbours are asked about again", async () => {
    await desk.addFiles([file("a.jwt", jwt), file("b.pdf")]);
    await desk.expect("861" as DocumentType);
    expect(states()).toEqual(["held", "answered"]);
    expect(asked.every((question) => "digest" in question && !("signed" in question))).toBe(true);
    await desk.send(documents().map(({ id }) => id));
    expect(states()).toEqual(["answered", "answered"]);
    expect(asked.at(-1)).toEqual({ digest: digestOfText(jwt.slice(0, jwt.lastIndexOf("."))), signed: { credential: jwt } });
  });

  it("files that were not given are named, and hold up no others", async () => {
    desk.addUnreadable(["folder/gone.pdf"]);
    await desk.addFiles([file("a.pdf")]);
    expect(documents().map(({ name, state }) => [name, state.is])).toEqual([["folder/gone.pdf", "unanswered"], ["a.pdf", "answered"]]);
  });

  it("more than the desk holds are left out, and that is known", async () => {
    await desk.addFiles(Array.from({ length: ITEMS_LIMIT + 1 }, (_, at) => file(`${at}.seal.json`, "{}")));
    expect([desk.items.length, desk.isFull]).toEqual([ITEMS_LIMIT, true]);
    desk.clear();
    await desk.addFiles([file("a.pdf")]);
    expect([states(), desk.isFull]).toEqual([["answered"], false]);
  });

  it("a file that was stopped while it was read is read again", async () => {
    const late = Promise.withResolvers<ReturnType<typeof digestOfText>>();
    let digests = 0;
    desk = new Desk({ digestOfFile: () => ((digests += 1) === 1 ? late.promise : Promise.resolve(digestOfText("b"))), ask: async () => authentic, onChange: () => {} });
    const adding = desk.addFiles([file("a.pdf"), file("b.pdf")]);
    await expect.poll(() => digests).toBe(1);
    desk.stop();
    late.resolve(digestOfText("a"));
    await adding;
    expect(documents().map(({ state }) => state)).toEqual([1, 2].map(() => ({ is: "unanswered", question: null, trouble: { is: "stopped" } })));
    await Promise.all(documents().map(({ id }) => desk.again(id)));
    expect(states()).toEqual(["answered", "answered"]);
  });
});

describe("digests from a link", () => {
  it("are asked about at once, in any case of letters", async () => {
    await desk.addDigest(` ${"AB".repeat(32)} `);
    expect(asked).toEqual([{ digest: "ab".repeat(32) }]);
  });

  it.each(["", "ab", "zz".repeat(32), `${"ab".repeat(32)}00`])("%j is none", async (text) => {
    await desk.addDigest(text);
    expect(asked).toEqual([]);
    expect(documents()[0]?.state).toMatchObject({ is: "unanswered", trouble: { is: "bad_link" } });
  });
});
