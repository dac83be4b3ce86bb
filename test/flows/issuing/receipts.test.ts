/**
 * Goal: a receipt about a past moment is never taken for one about the day of its check, neither by its code nor when it is judged again; what a receipt names never keeps it from being judged.
 * Method: what stands on the codes of receipts; receipts signed in the small world of credentials, with moments that have passed and that have not come.
 */
import { describe, expect, test } from "vitest";
import { readFound } from "../../../src/core/receiptCode.ts";
import type { ReceiptSubject } from "../../../src/core/shapes/rct.ts";
import { dateOf } from "../../../src/core/report.ts";
import { factsOnCode } from "../../../src/flows/issuing/receipts.ts";
import { credentialJudge } from "../../../src/flows/verifying/verifyCredential.ts";
import { credentialOf, subjects } from "../../core/shapes/samples.ts";
import { ANCHORED, customs, customsWeb, header, jws, NOW, signers, timeOf, World } from "../credentialWorld.ts";

const PAST = "2020-01-01T00:00:00Z";
const yes: ReceiptSubject = { ...subjects.rct, verdict: "authentic", checkedAt: "2026-06-03T10:00:00Z", digest: "ab".repeat(32) };

describe("the code", () => {
  test("about the day of the check: the verdict in a word", () => {
    expect(factsOnCode(yes, "Customs")).toEqual({ documentType: "RCT", number: yes.receiptNumber, date: "2026-06-03", parties: ["Customs", "authentic", "ab".repeat(16)] });
    expect(readFound("authentic")).toEqual({ verdict: "authentic" });
  });

  test("about a past moment: the moment stands beside the verdict, and is read back", () => {
    const [, found] = factsOnCode({ ...yes, asAt: PAST }, "Customs").parties;
    expect(found).not.toBe("authentic");
    expect(readFound(found!)).toEqual({ verdict: "authentic", asAt: PAST });
  });

  test.each(["", "authentic ", " authentic", "authentic yesterday", "authentic 2020-02-30T00:00:00Z", "authentic 2020-01-01T00:00:00Z x", "Genuine 2020-01-01T00:00:00Z"])("%j stands for itself", (text) => expect(readFound(text)).toEqual({ verdict: text }));
});

describe("judged again", () => {
  const judged = async (change: Partial<ReceiptSubject>): Promise<any> => {
    const world = new World();
    const { credentialStatus: _status, ...payload } = structuredClone(credentialOf("rct")) as any;
    const text = jws(header(), { ...payload, issuer: { type: ["CredentialIssuer"], id: customsWeb }, validFrom: dateOf(timeOf(900)), credentialSubject: { ...payload.credentialSubject, block: undefined, ...change } }, signers.ES256);
    world.anchor(text, { issuer: customs, documentType: "RCT", block: ANCHORED });
    return credentialJudge(world.ports).judge(text);
  };

  test("the moment that was asked about is told", async () => {
    const { subject } = await judged({ asAt: PAST });
    expect(subject.receipt).toMatchObject({ asAt: PAST, then: { verdict: "not_found" }, now: { verdict: "not_found" } });
  });

  test("without one it is about the moment of the check", async () => expect((await judged({})).subject.receipt).not.toHaveProperty("asAt"));

  const future = dateOf(NOW + 10 * 86_400);
  const block = { ...subjects.rct.block!, time: future };
  test.each<[string, Partial<ReceiptSubject>]>([["asked about", { asAt: future }], ["of the block", { block }]])("a moment that has not come (%s): the receipt is judged all the same", async (_what, change) => {
    const report = await judged(change);
    expect(report.verdict).toBe("not_entitled");
    expect(report.subject.receipt).toMatchObject({ now: { verdict: "not_found" } });
    expect(report.subject.receipt).not.toHaveProperty("then");
  });
});
