/**
 * Goal: the sample papers stay what `scripts/samples.ts` draws, to the byte, since their digests are what people try Tradeseal with.
 * Method: run the script into a temporary folder and compare with the committed files.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const COMMITTED = join(ROOT, "docs", "samples");
const SIZE_LIMIT_BYTES = 100_000;

const PAPERS = ["aeo-certificate.pdf", "certificate-of-origin.pdf", "commercial-invoice.pdf", "phytosanitary-certificate.pdf"];

/** What a page shows, letter by letter: in uncompressed streams the standard fonts' text stands as hexadecimal strings. */
function shownIn(pdf: Buffer): string {
  const operators = pdf.toString("latin1").matchAll(/\[([^\]]*)\] TJ/g);
  const strings = [...operators].map(([, operands = ""]) =>
    [...operands.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = ""]) => Buffer.from(hex, "hex").toString("latin1")).join(""),
  );
  return strings.join(" ");
}

describe("sample papers", () => {
  let drawn: string;

  beforeAll(async () => {
    drawn = await mkdtemp(join(tmpdir(), "tradeseal-samples-"));
    await promisify(execFile)(process.execPath, [join(ROOT, "scripts", "samples.ts"), drawn]);
  });

  afterAll(() => rm(drawn, { recursive: true, force: true }));

  it("are these four", async () => {
    expect((await readdir(drawn)).sort()).toEqual(PAPERS);
  });

  it.each(PAPERS)("%s is drawn again to the same bytes", async (name) => {
    const [again, committed] = await Promise.all([readFile(join(drawn, name)), readFile(join(COMMITTED, name))]);
    expect(again.equals(committed), "run: node scripts/samples.ts").toBe(true);
  });

  it.each(PAPERS)("%s is a small one-page specimen with a random value", async (name) => {
    const pdf = await readFile(join(COMMITTED, name));
    expect(pdf.length).toBeLessThan(SIZE_LIMIT_BYTES);
    expect(pdf.toString("latin1")).toMatch(/\/Type \/Pages\n\/Count 1\n/);
    const shown = shownIn(pdf).replace(/\s+/g, " ");
    expect(shown).toContain("SPECIMEN");
    expect(shown).toContain("Specimen. Made for trying out Tradeseal; no legal force.");
    expect(shown).toMatch(/\b[0-9a-f]{32}\b/);
  });

  it("carry four different random values", async () => {
    const shown = await Promise.all(PAPERS.map(async (name) => shownIn(await readFile(join(COMMITTED, name)))));
    expect(new Set(shown.map((text) => /\b[0-9a-f]{32}\b/.exec(text)?.[0])).size).toBe(PAPERS.length);
  });
});
