/**
 * Goal: a multipart body gives the very bytes of each part, wherever the network cuts it; what is no multipart body is refused.
 * Method: bodies written by others (Node's own FormData) and by hand, cut at every place; contents full of half boundaries.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fault } from "../../../src/core/fault.ts";
import { boundaryIn, MultipartParser } from "../../../src/http/server/multipartParser.ts";

interface Part {
  readonly name: string;
  readonly isFile: boolean;
  readonly content: string;
}

/** The parts of a body that arrives in these pieces. Contents as Latin-1, so that every byte is one character. */
function partsOf(boundary: string, pieces: readonly Buffer[]): Part[] {
  const parts: Part[] = [];
  let content = "";
  const parser = new MultipartParser(boundary, {
    begin: ({ name, isFile }) => void ((content = ""), parts.push({ name, isFile, content: "never ended" })),
    content: (bytes) => void (content += bytes.toString("latin1")),
    end: () => void parts.push({ ...parts.pop()!, content }),
  });
  for (const piece of pieces) parser.write(piece);
  parser.end();
  return parts;
}

const disposition = (name: string, isFile: boolean): string => `Content-Disposition: form-data; name="${name}"${isFile ? '; filename="f"' : ""}`;
const bodyOf = (boundary: string, parts: readonly Part[]): Buffer =>
  Buffer.from(`${parts.map(({ name, isFile, content }) => `--${boundary}\r\n${disposition(name, isFile)}\r\n\r\n${content}\r\n`).join("")}--${boundary}--\r\n`, "latin1");

/** `bytes` cut at these places. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const cuts = [0, ...places.map((place) => place % (bytes.length + 1)).toSorted((left, right) => left - right), bytes.length];
  return cuts.slice(1).map((end, at) => bytes.subarray(cuts[at], end));
}

test("a body written by Node's FormData, cut in two at every place, and byte by byte", async () => {
  const form = new FormData();
  form.append("documentType", "861");
  form.append("file", new Blob(["\r\n--\r\nabc"]), 'a "strange";\r\n name=x é.pdf');
  form.append("seal", new Blob([]), "seal.json");
  const written = new Response(form);
  const boundary = boundaryIn(written.headers.get("content-type")!);
  const body = Buffer.from(await written.arrayBuffer());
  const expected = [{ name: "documentType", isFile: false, content: "861" }, { name: "file", isFile: true, content: "\r\n--\r\nabc" }, { name: "seal", isFile: true, content: "" }];
  for (let place = 0; place <= body.length; place += 1) expect(partsOf(boundary, cut(body, [place]))).toEqual(expected);
  expect(partsOf(boundary, cut(body, [...body.keys()]))).toEqual(expected);
});

test("property: contents full of half boundaries, cut anywhere", () => {
  const content = fc.array(fc.constantFrom("\r", "\n", "\r\n", "-", "--", "\r\n-", "\r\n--", "\r\n--b", "b", "bb", "x", "\0", "\xff")).map((bits) => bits.join(""));
  const part = fc.record({ name: fc.constantFrom("file", "seal", "x"), isFile: fc.boolean(), content });
  fc.assert(fc.property(fc.array(part, { minLength: 1 }), fc.array(fc.nat()), (parts, places) => {
    const body = bodyOf("bcd", parts);
    expect(partsOf("bcd", cut(body, places))).toEqual(parts);
  }), { numRuns: 2_000 });
});

test("property: any bytes are refused with a fault, or read; cutting changes nothing", () => {
  const bits = fc.array(fc.oneof(fc.constantFrom("--b", "\r\n", "\r\n\r\n", "--", disposition("file", true), disposition("x", false), "Content-Type: text/html"), fc.string({ unit: "binary", maxLength: 5 })));
  const outcome = (pieces: readonly Buffer[]): unknown => {
    try {
      return partsOf("b", pieces);
    } catch (error) {
      expect(error).toBeInstanceOf(Fault);
      return (error as Fault).code;
    }
  };
  fc.assert(fc.property(bits, fc.array(fc.nat()), (texts, places) => {
    const body = Buffer.from(texts.join(""));
    expect(outcome(cut(body, places))).toEqual(outcome([body]));
  }), { numRuns: 2_000 });
});

describe("allowed by the standards", () => {
  const file = [{ name: "file", isFile: true, content: "abc" }];
  test.each([
    ["words before the first boundary", `hello\r\n--b\r\n${disposition("file", true)}\r\n\r\nabc\r\n--b--`],
    ["words after the last",            `--b\r\n${disposition("file", true)}\r\n\r\nabc\r\n--b--\r\n--b\r\nhello`],
    ["padding after a boundary",        `--b \t\r\n${disposition("file", true)}\r\n\r\nabc\r\n--b-- `],
    ["headers in any case and order",   "--b\r\nX-Other: 1\r\nCONTENT-DISPOSITION: Form-Data; FileName=f; Name=file\r\n\r\nabc\r\n--b--"],
    ["an encoded file name",            `--b\r\nContent-Disposition: form-data; name=file; filename*=UTF-8''%e2%82%ac\r\n\r\nabc\r\n--b--`],
    ["a quoted quote",                  `--b\r\nContent-Disposition: form-data; filename="a\\"; name=\\"x"; name="file"\r\n\r\nabc\r\n--b--`],
    ["a type instead of a name",        `--b\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: application/pdf\r\n\r\nabc\r\n--b--`],
  ])("%s", (_what, body) => expect(partsOf("b", [Buffer.from(body)])).toEqual(file));
});

describe("refused, and said why", () => {
  test.each([
    ["nothing",                        "",                                                                          /breaks off/],
    ["no boundary",                    "hello",                                                                     /breaks off/],
    ["no last boundary",               `--b\r\n${disposition("file", true)}\r\n\r\nabc\r\n--b`,                     /breaks off/],
    ["half a last boundary",           `--b\r\n${disposition("file", true)}\r\n\r\nabc\r\n--b-\r\n`,                 /line of a boundary/],
    ["bare line feeds",                `--b\n${disposition("file", true)}\n\nabc\n--b--`,                           /breaks off|line of a boundary/],
    ["a longer boundary",              `--bc\r\n${disposition("file", true)}\r\n\r\nabc\r\n--bc--`,                 /line of a boundary/],
    ["no headers",                     "--b\r\n\r\nabc\r\n--b--",                                                  /Content-Disposition/],
    ["no name",                        "--b\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--b--",                /name/],
    ["an attachment",                  '--b\r\nContent-Disposition: attachment; name="file"\r\n\r\nabc\r\n--b--',  /Content-Disposition/],
    ["two dispositions",               `--b\r\n${disposition("file", true)}\r\n${disposition("x", true)}\r\n\r\nabc\r\n--b--`, /Content-Disposition/],
    ["an open quote",                  '--b\r\nContent-Disposition: form-data; name="file\r\n\r\nabc\r\n--b--',    /name/],
    ["endless headers",                `--b\r\n${"X: y\r\n".repeat(10_000)}`,                                      /too long headers/],
    ["endless padding",                `--b${" ".repeat(1_000)}`,                                                  /line of a boundary/],
  ])("%s", (_what, body, names) => {
    expect(() => partsOf("b", [Buffer.from(body)])).toThrow(Fault);
    expect(() => partsOf("b", [Buffer.from(body)])).toThrow(names);
  });

  test.each(["multipart/form-data", "multipart/form-data; boundary=", 'multipart/form-data; boundary=""', `multipart/form-data; boundary=${"b".repeat(71)}`, 'multipart/form-data; boundary="a\u00e9"', "multipart/form-data; xboundary=b"])("as a Content-Type: %s", (contentType) => {
    expect(() => boundaryIn(contentType)).toThrow(Fault);
  });

  test.each([["multipart/form-data; boundary=b", "b"], ['Multipart/Form-Data; charset=utf-8; BOUNDARY="a b:c"', "a b:c"], [`multipart/form-data;boundary=${"b".repeat(70)}; x=y`, "b".repeat(70)]])("but read: %s", (contentType, boundary) => {
    expect(boundaryIn(contentType)).toBe(boundary);
  });
});
