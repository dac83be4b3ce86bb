/**
 * Goal: every seal in test/vectors/seals is read and judged as its file says, and the files are what scripts/vectors.ts writes.
 * Method: run them all as a verifier in another language would, without a ledger but for the size that it recorded.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { committedVectorFiles, vectorFiles } from "../../scripts/vectors.ts";
import type { Probe } from "../../scripts/vectors/probe.ts";
import { digestOf, parseDigest } from "../../src/core/digest.ts";
import { Fault } from "../../src/core/fault.ts";
import { answer, silence, type Outcome } from "../../src/core/outcome.ts";
import { parseSeal, writeSeal, type Seal } from "../../src/core/seal.ts";
import { judge } from "../../src/core/verdict.ts";
import { anchorInOrder, blockTime, inOrder } from "./world.ts";

const committed = committedVectorFiles();
const probes = [...committed].map(([name, text]) => [name, JSON.parse(text) as Probe] as const);

const sealIn = ({ seal, sealBase64 }: Probe): Uint8Array | string => (sealBase64 === undefined ? seal! : new Uint8Array(Buffer.from(sealBase64, "base64")));

function integrityOf({ documentBase64, digest, recordedSize }: Probe, seal: Seal): Outcome | undefined {
  const given = digest === undefined ? digestOf(Buffer.from(documentBase64!, "base64")) : parseDigest(digest);
  const { issuer, documentType, root } = seal;
  const record = recordedSize === undefined ? silence("ledger_silent") : answer({ ...blockTime(1000), size: recordedSize, hasLeaves: true });
  const anchor = { ...anchorInOrder, name: { issuer, documentType, root }, record };
  const { best } = judge({ ...inOrder, subject: { digest: given, seal, documentType: null }, anchors: answer([anchor]) });
  return best.findings.find(({ check }) => check === "integrity")?.outcome;
}

describe("seals for verifiers in any language", () => {
  it("are the files that scripts/vectors.ts writes", () => {
    expect(Object.fromEntries(committed), "run: node scripts/vectors.ts").toEqual(Object.fromEntries(vectorFiles()));
  });

  it("are more than a hundred, some of each kind, each in the folder of what it expects", () => {
    expect(probes.length).toBeGreaterThanOrEqual(100);
    const counts = Object.groupBy(probes, ([name]) => name.split("/")[0]!);
    expect(Object.keys(counts).toSorted()).toEqual(["file_differs", "passed", "path_broken", "seal_malformed"]);
    for (const [name, { expect: expected }] of probes) expect(name).toMatch(new RegExp(`^${expected.parse === "ok" ? expected.integrity : expected.parse}/`));
  });

  it.each(probes)("%s", (_, probe) => {
    if (probe.expect.parse === "seal_malformed") {
      expect(() => parseSeal(sealIn(probe))).toThrow(Fault);
      expect(() => parseSeal(sealIn(probe))).toThrow(expect.objectContaining({ code: "seal_malformed" }));
      return;
    }
    const seal = parseSeal(sealIn(probe));
    expect(parseSeal(writeSeal(seal))).toEqual(seal);
    const { integrity } = probe.expect;
    expect(integrityOf(probe, seal)).toEqual(integrity === "passed" ? { is: "passed" } : { is: "failed", reason: integrity });
  });
});

it("the example of docs/seal-format.md is a good seal", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "seal-format.md"), "utf8");
  const seal = parseSeal(/```json\n([^`]*)```/.exec(page)![1]!);
  expect(integrityOf({ what: "", documentBase64: Buffer.from("c").toString("base64"), recordedSize: 5, expect: { parse: "seal_malformed" } }, seal)).toEqual({ is: "passed" });
});
