/**
 * Goal: a code on paper is read back from a poor scan, at its greatest length.
 * Method: draw the squares of the longest code into a picture of 200 dots an inch, turn it, blur it, strew noise; read it with a reader.
 */
import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { CODE_POINTS, squaresOf } from "../../../src/adapters/paper/codeBox.ts";
import { scanOf } from "./codePicture.ts";

const link = `https://verify.customs.example/c#1.${"eyJkIjoiMjAyNi0wNi0wMyIsImki".repeat(17)}.${"BwcHBwcH".repeat(12)}`.slice(0, 600);
const MILLIMETRES = (CODE_POINTS * 25.4) / 72;

test("600 characters, 45 mm, 200 dots an inch, turned by 2 degrees, blurred, with noise", () => {
  expect(link).toHaveLength(600);
  const picture = scanOf(squaresOf(link), { dotsAnInch: 200, millimetres: MILLIMETRES, degrees: 2, sigma: 1.5, noise: 20 });
  expect(decodeQR(picture)).toBe(link);
});

test("the picture is poor indeed: at half the size nothing is read", () => {
  const picture = scanOf(squaresOf(link), { dotsAnInch: 200, millimetres: MILLIMETRES / 2, degrees: 2, sigma: 1.5, noise: 20 });
  expect(() => decodeQR(picture)).toThrow();
});
