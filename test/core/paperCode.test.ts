/**
 * Goal: a code on paper is read in one way or not at all, written in one way only, and is what was signed.
 * Method: one good code, spoilt in exactly one way per row; names of every script; laws.
 */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseAddress } from "../../src/core/address.ts";
import { parseDocumentType } from "../../src/core/documentType.ts";
import { Fault } from "../../src/core/fault.ts";
import { CODE_LIMIT_CHARACTERS, codeSigningInput, parsePaperCode, PARTY_LIMIT_BYTES, shortName, writePaperCode, type Essentials } from "../../src/core/paperCode.ts";

const essentials: Essentials = {
  issuer: parseAddress(`0x${"d".repeat(40)}`),
  chainId: 31337,
  documentType: parseDocumentType("861"),
  number: "XX-2026-208897",
  date: "2026-06-03",
  parties: ["Example Trading Ltd", "Købmand & Sønner A/S"],
  key: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
};
const signature = new Uint8Array(64).fill(7);
const good = writePaperCode(codeSigningInput(essentials), signature);
const members = { d: "2026-06-03", i: "did:ethr:0x7a69:0xdddddddddddddddddddddddddddddddddddddddd", k: essentials.key, n: "XX-2026-208897", p: essentials.parties, t: "861" };
const spelt = (text: string): string => `1.${Buffer.from(text).toString("base64url")}.${Buffer.from(signature).toString("base64url")}`;
const withMembers = (change: Readonly<Record<string, unknown>>): string => spelt(JSON.stringify(Object.fromEntries(Object.entries({ ...members, ...change }).filter(([, value]) => value !== undefined).sort())));

const refuses = (text: string): void => {
  try {
    parsePaperCode(text);
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    expect((error as Fault).code).toBe("code_malformed");
    return;
  }
  expect.unreachable(`read: ${text}`);
};

test("read as it was written, alone or in an address; what was signed is what was anchored", () => {
  const read = parsePaperCode(good);
  expect(read).toMatchObject(essentials);
  expect(parsePaperCode(`https://verify.customs.example/c#${good}`)).toEqual(read);
  expect(withMembers({})).toBe(good);
  expect(read.signature).toEqual(signature);
  expect(read.digest).toBe(parsePaperCode(writePaperCode(codeSigningInput(essentials), new Uint8Array(64))).digest);
  expect(good.length).toBeLessThan(420);
});

const spoilt: readonly [string, string][] = [
  ["nothing",                     ""],
  ["another version",             good.replace("1.", "2.")],
  ["no signature",                good.slice(0, good.lastIndexOf("."))],
  ["a part too many",             `${good}.x`],
  ["a short signature",           good.slice(0, -4)],
  ["a long signature",            `${good}AAAA`],
  ["spare bits in the signature", `${good.slice(0, -1)}x`],
  ["padding",                     `${good}==`],
  ["a blank",                     `${good} `],
  ["no base64url",                good.replace(".e", ".+")],
  ["no JSON",                     spelt("{")],
  ["no UTF-8",                    `1.${Buffer.from([0x22, 0xff, 0x22]).toString("base64url")}.${Buffer.from(signature).toString("base64url")}`],
  ["a list",                      spelt("[]")],
  ["another spelling",            spelt(`${JSON.stringify(members)} `)],
  ["another order",               spelt(JSON.stringify(Object.fromEntries(Object.entries(members).reverse())))],
  ["a member twice",              spelt(JSON.stringify(members).replace("{", '{"d":"2026-06-03",'))],
  ["a forbidden member",          spelt(`{"__proto__":{},${JSON.stringify(members).slice(1)}`)],
  ["a member too many",           withMembers({ x: 1 })],
  ["a member too few",            withMembers({ n: undefined })],
  ["no date",                     withMembers({ d: "2026-02-30" })],
  ["a date with a time",          withMembers({ d: "2026-06-03T00:00:00Z" })],
  ["another DID",                 withMembers({ i: "did:web:chamber.example" })],
  ["a DID in capitals",           withMembers({ i: members.i.replace("d:0x7", "d:0x7").replace("0xdd", "0xDD") })],
  ["a DID with a fragment",       withMembers({ i: `${members.i}#k` })],
  ["a thumbprint too short",      withMembers({ k: members.k.slice(1) })],
  ["no thumbprint",               withMembers({ k: 7 })],
  ["an empty number",             withMembers({ n: "" })],
  ["a number that is one",        withMembers({ n: 7 })],
  ["a number too long",           withMembers({ n: "9".repeat(41) })],
  ["a hidden character",          withMembers({ n: "XX\u202e1" })],
  ["a line break",                withMembers({ p: ["a\nb"] })],
  ["parties that are no list",    withMembers({ p: "Example" })],
  ["four parties",                withMembers({ p: ["a", "b", "c", "d"] })],
  ["a name too long",             withMembers({ p: ["a".repeat(PARTY_LIMIT_BYTES + 1)] })],
  ["an object for a name",        withMembers({ p: [{}] })],
  ["a small type",                withMembers({ t: "aeo" })],
  ["a lone surrogate",            withMembers({ n: "\ud800" })],
  ["a seal",                      '{"format":"tradeseal/1"}'],
  ["a very long text",            `1.${"A".repeat(CODE_LIMIT_CHARACTERS)}.A`],
];
describe("spoilt in one way", () => void test.each(spoilt)("%s", (_, text) => refuses(text)));

it("essentials that do not fit are refused where they are written", () => {
  for (const change of [{ number: "" }, { date: "3 June" }, { parties: ["a\u0007"] }, { key: "k" }]) expect(() => codeSigningInput({ ...essentials, ...change })).toThrow(Fault);
  const long = { ...essentials, number: "\u4e00".repeat(40), parties: ["x".repeat(48), "y".repeat(48), "z".repeat(48)] };
  expect(() => writePaperCode(codeSigningInput(long), signature)).toThrow(/more than 560/);
});

test("long names are clipped between characters as readers see them", () => {
  expect(shortName("Example Trading Ltd")).toBe("Example Trading Ltd");
  expect(shortName("Société Générale d'Exportation de Denrées Alimentaires SA")).toBe("Société Générale d'Exportation de Denrée…");
  expect(shortName("進出口貿易有限公司進出口貿易有限公司")).toBe("進出口貿易有限公司進出口貿易有…");
  expect(shortName("🇦🇱".repeat(9))).toBe(`${"🇦🇱".repeat(5)}…`);
  expect(shortName("Ex\u202eample\n Ltd ")).toBe("Example Ltd");
});

test("laws: what is written is read as it was; a changed character is another code or none", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).map((value) => value.trim()).filter((value) => value !== "" && !/[\p{C}\p{Zl}\p{Zp}]/u.test(value));
  const any = fc.record({ number: text, parties: fc.array(text, { maxLength: 2 }), signature: fc.uint8Array({ minLength: 64, maxLength: 64 }) });
  fc.assert(fc.property(any, fc.nat(), ({ number, parties, signature }, place) => {
    const own = { ...essentials, number, parties: parties.map(shortName) };
    const code = writePaperCode(codeSigningInput(own), signature);
    expect(parsePaperCode(code)).toMatchObject({ ...own, signature });
    const at = place % code.length;
    const changed = code.slice(0, at) + (code[at] === "B" ? "C" : "B") + code.slice(at + 1);
    let read: ReturnType<typeof parsePaperCode>;
    try {
      read = parsePaperCode(changed);
    } catch {
      return;
    }
    expect([read.digest, Buffer.from(read.signature).toString("hex")]).not.toEqual([parsePaperCode(code).digest, Buffer.from(signature).toString("hex")]);
  }), { numRuns: 300 });
});
