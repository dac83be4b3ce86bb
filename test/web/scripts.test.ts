/**
 * Goal: whoever reads Arabic or Chinese finds the page set as their script is: from the right where it is read from there, with its own marks.
 * Method: the built page in a real browser, one verdict a language; positions, directions and marks as they are shown; axe.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { Bench } from "./bench.ts";
import { dropFiles } from "./browser.ts";
import { authentic } from "./reports.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
  bench.service.script = () => ({ report: authentic });
});
afterAll(() => bench.stop());
afterEach(async () => expect(await bench.offences()).toEqual([]));

async function checked(language: string, width: number): Promise<Page> {
  const page = await bench.open({ width, path: `/?lang=${language}` });
  await dropFiles(page, [{ name: "certificate.pdf", content: "x" }]);
  await page.waitForSelector("[data-verdict]");
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
  return page;
}

describe.each([360, 1280])("Arabic at %i pixels", (width) => {
  it("begins at the right, names too; code runs from the left; nothing sticks out", async () => {
    const page = await checked("ar", width);
    const seen = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector)!);
      const rightOf = (selector: string): number => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(selector)!);
        return Math.round(range.getBoundingClientRect().right);
      };
      return {
        page: [document.documentElement.lang, document.documentElement.dir],
        code: [style(".hash").direction, style("pre").direction],
        joined: [style("h1").letterSpacing, style(".headline").letterSpacing],
        edges: [rightOf(".facts dt"), rightOf(".facts .party-name")],
        outside: document.documentElement.scrollWidth - innerWidth,
      };
    });
    expect(seen).toMatchObject({ page: ["ar", "rtl"], code: ["ltr", "ltr"], joined: ["normal", "normal"], outside: 0 });
    expect(seen.edges[0]).toBe(seen.edges[1]);
    expect(await bench.violations()).toEqual([]);
  });
});

it.each(["zh-Hans", "zh-Hant"])("%s has its own full stop and commas", async (language) => {
  const page = await checked(language, 360);
  expect(await page.locator(".finding strong").last().innerText()).toBe("是。");
  expect(await page.locator("footer").innerText()).toMatch(/：Demo Customs Administration（.+、.+、.+）。/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});
