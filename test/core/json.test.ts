/**
 * Goal: a text that two readers could read differently is refused, and everything else has one canonical spelling.
 * Method: a table of texts, each ambiguous in one way; RFC 8785's published examples; and laws.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, parseJson, type Json } from "../../src/core/json.ts";

const numRuns = process.env["TRADESEAL_LONG"] === "1" ? 10_000 : 300;
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

const refused: readonly [what: string, text: string][] = [
  ["nothing",                                   ""],
  ["a byte order mark",                         '\uFEFF{"a":1}'],
  ["trailing garbage",                          '{"a":1}x'],
  ["a second value",                            '{"a":1}{"a":1}'],
  ["a trailing comma",                          '{"a":1,}'],
  ["a comment",                                 '{"a":1/**/}'],
  ["single quotes",                             "{'a':1}"],
  ["a bare key",                                "{a:1}"],
  ["a NUL",                                     '{"a":"\0"}'],
  ["a NUL after the end",                       '{"a":1}\0'],
  ["a raw line break in a string",              '"a\nb"'],
  ["a non-breaking space between tokens",       '{"a":\u00A01}'],
  ["NaN",                                       "NaN"],
  ["Infinity",                                  "-Infinity"],
  ["a leading zero",                            "01"],
  ["a plus sign",                               "+1"],
  ["a hexadecimal number",                      "0x10"],
  ["a key twice",                               '{"a":1,"a":1}'],
  ["a key twice, once escaped",                 '{"digest":1,"\\u0064igest":1}'],
  ["a key twice, deep inside",                  '{"a":[{"b":{"c":1,"d":2,"c":3}}]}'],
  ["a key twice, around an object",             '{"a":{"b":1},"c":2,"a":3}'],
  ["a key twice, around strings full of signs", '{"a":"}{,:\\"","b":"[","a":3}'],
  ["a key twice, which ends in a backslash",    '{"a\\\\":1,"a\\\\":2}'],
  ["a key twice, behind a single backslash",    '{"b":"\\\\","a":1,"a":2}'],
  ["the empty key twice",                       '{"":1,"":2}'],
  ["__proto__",                                 '{"__proto__":{"admin":true}}'],
  ["__proto__ escaped",                         '{"\\u005f_proto__":1}'],
  ["__proto__ deep inside",                     '[[{"a":{"__proto__":1}}]]'],
  ["constructor",                               '{"constructor":1}'],
  ["prototype",                                 '{"prototype":1}'],
  ["1e400",                                     "1e400"],
  ["-1e400",                                    "-1e400"],
  ["2^53",                                      "9007199254740992"],
  ["2^53 + 1",                                  "9007199254740993"],
  ["-2^53 - 1",                                 "-9007199254740993"],
  ["1e21",                                      "1e21"],
  ["a number so small that it reads as 0",      "1e-400"],
  ["a fraction that reads as 1",                "0.99999999999999999999"],
  ["a fraction that reads as 5",                '{"index":4.9999999999999999}'],
  ["a fraction that reads as its neighbour",    "0.10000000000000000001"],
  ["minus zero",                                "-0"],
  ["minus zero as a fraction",                  "-0.0"],
  ["minus zero with an exponent",               "-0e5"],
  ["a lone high surrogate",                     '"\uD800"'],
  ["a lone low surrogate, escaped",             '"\\uDC00"'],
  ["surrogates in the wrong order",             '"\\uDE00\\uD83D"'],
  ["a lone surrogate in a key",                 '{"\\uD800":1}'],
  ["25 levels",                                 nested(25)],
  ["5,000 levels",                              nested(5_000)],
  ["5,000 levels of objects",                   '{"a":'.repeat(5_000) + "1" + "}".repeat(5_000)],
];

describe("parseJson refuses", () => {
  it.each(refused)("%s", (_, text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  it("a mebibyte of brackets, fast", () => {
    const start = performance.now();
    expect(() => parseJson(nested(2 ** 19))).toThrow();
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

const accepted: readonly [what: string, text: string, value: Json][] = [
  ["24 levels",                            nested(24),                     JSON.parse(nested(24)) as Json],
  ["2^53 - 1",                             "9007199254740991",             2 ** 53 - 1],
  ["-(2^53 - 1)",                          "-9007199254740991",            -(2 ** 53 - 1)],
  ["zero",                                 "0",                            0],
  ["zero with places",                     "0.00",                         0],
  ["money",                                "1250.00",                      1250],
  ["a hundred by exponent",                "1E2",                          100],
  ["1e20 is too large, 1e15 is not",       "1e15",                         1e15],
  ["a small exponent",                     "2e-3",                         0.002],
  ["a fraction with 17 digits",            "0.30000000000000004",          0.30000000000000004],
  ["a negative fraction",                  "-0.50",                        -0.5],
  ["the least fraction",                   "5e-324",                       5e-324],
  ["the same key in two objects",          '[{"a":1},{"a":1}]',            [{ a: 1 }, { a: 1 }]],
  ["the same key inside itself",           '{"a":{"a":1}}',                { a: { a: 1 } }],
  ["a key that is also a value",           '{"a":"b","b":"a"}',            { a: "b", b: "a" }],
  ["keys of Object.prototype",             '{"toString":1,"valueOf":2}',   { toString: 1, valueOf: 2 } as unknown as Json],
  ["a pair of surrogates, escaped",        '"\\uD83D\\uDE00"',             "😀"],
  ["line separators in a string",          '"\u2028\u2029"',               "\u2028\u2029"],
  ["blanks of all four kinds",             ' \t\r\n[ 1 , 2 ]\n',           [1, 2]],
  ["words that look like numbers",         '["1e400","-0","\\\\"]',        ["1e400", "-0", "\\"]],
  ["true, false, null",                    "[true,false,null]",            [true, false, null]],
];

describe("parseJson accepts", () => {
  it.each(accepted)("%s", (_, text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it("a string of a million characters", () => {
    const text = JSON.stringify("\\\"a".repeat(500_000));
    expect(parseJson(text)).toHaveLength(1_500_000);
  });
});

describe("canonicalJson: RFC 8785's published examples", () => {
  it("sorts by UTF-16 code units (section 3.2.3)", () => {
    const text = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`;
    const inOrder = [...canonicalJson(parseJson(text)).matchAll(/:"([^"]+)"/g)].map(([, value]) => value);
    expect(inOrder).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  it("writes numbers, strings and literals as in section 3.2.2", () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  // Appendix B: IEEE 754 bits and their spelling.
  it.each([
    ["0000000000000000", "0"],                       ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],                  ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"], ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],        ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],   ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],                   ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],   ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],                   ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],                ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],      ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],       ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"], ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("number %s is %s", (bits, spelling) => {
    expect(canonicalJson(Buffer.from(bits, "hex").readDoubleBE())).toBe(spelling);
  });
});

describe("laws", () => {
  const anyKey = fc.string({ unit: "binary" }).filter((key) => !["__proto__", "constructor", "prototype"].includes(key));
  const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((each) => !Object.is(each, -0) && (!Number.isInteger(each) || Number.isSafeInteger(each)));
  const { anyJson } = fc.letrec<{ anyJson: Json }>((tie) => ({
    anyJson: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, false),
      anyNumber,
      fc.string({ unit: "binary" }),
      fc.array(tie("anyJson"), { maxLength: 4 }),
      fc.array(fc.tuple(anyKey, tie("anyJson")), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
    ),
  }));

  it("what is written is read again as it was, however it is spaced", () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom(0, 1, 4), (value, spaces) => {
        expect(parseJson(canonicalJson(value))).toStrictEqual(value);
        expect(canonicalJson(parseJson(JSON.stringify(value, null, spaces)))).toBe(canonicalJson(value));
      }),
      { numRuns },
    );
  });

  it("the order of members makes no difference", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyKey, { maxLength: 8 }), (keys) => {
        const objectOf = (order: readonly string[]): Json => Object.fromEntries(order.map((key) => [key, key]));
        expect(canonicalJson(objectOf(keys))).toBe(canonicalJson(objectOf(keys.toReversed())));
      }),
      { numRuns },
    );
  });

  it("a duplicated key is refused wherever it stands", () => {
    fc.assert(
      fc.property(anyKey, anyJson, anyJson, fc.array(anyKey, { maxLength: 3 }), (key, one, other, around) => {
        const twice = `{${JSON.stringify(key)}:${JSON.stringify(one)},${around.map((each) => `${JSON.stringify(`${each}!`)}:0,`).join("")}${JSON.stringify(key)}:${JSON.stringify(other)}}`;
        expect(() => parseJson(`[${twice}]`)).toThrow(SyntaxError);
      }),
      { numRuns },
    );
  });

  it("any text gives a value or a SyntaxError", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.json(), fc.stringMatching(/^[[\]{}",:\\0-9eE.+ -]*$/)), (text) => {
        try {
          parseJson(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
      { numRuns: numRuns * 3 },
    );
  });
});
