/**
 * Goal: base64url has one spelling for each string of bytes, and nothing else is read.
 * Method: every text of up to three characters, digits and strangers, and random longer ones, beside Node's own writer; by the core's reader and by the one that stands in for it.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { nodePlatform } from "../../src/adapters/credentials/platform.ts";
import { fromBase64url } from "../../src/core/textEncodings.ts";

const DIGITS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"];
const STRANGERS = ["=", "+", "/", " ", ".", "~", "\0", "\x7f", "\n", "é", "Ā", "€", "𝄞", "\ud800", "\uff41"];
const characters = [...DIGITS, ...STRANGERS];

/** Node reads anything. What it writes of that is the one spelling. */
function isRight(text: string): boolean {
  const bytes = Buffer.from(text, "base64url");
  const isSpelling = bytes.toString("base64url") === text;
  return [fromBase64url, nodePlatform.fromBase64url].every((reader) => {
    const read = reader(text);
    return isSpelling ? read !== null && bytes.equals(read) : read === null;
  });
}

test("every short text", () => {
  const short = ["", ...characters, ...characters.flatMap((first) => characters.map((second) => first + second))];
  const longer = short.filter((text) => [...text].length === 2).flatMap((text) => characters.map((third) => text + third));
  expect([...short, ...longer].filter((text) => !isRight(text))).toEqual([]);
});

test("property: longer texts, with a stranger here and there", () => {
  const digit = fc.constantFrom(...DIGITS);
  const text = fc.tuple(fc.array(digit, { maxLength: 40 }), fc.option(fc.constantFrom(...STRANGERS)), fc.array(digit, { maxLength: 40 }));
  fc.assert(fc.property(text, ([before, stranger, after]) => isRight([...before, stranger ?? "", ...after].join(""))), { numRuns: process.env["TRADESEAL_LONG"] === "1" ? 10_000 : 500 });
});
