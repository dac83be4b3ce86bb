/**
 * Goal: whoever asks for a receipt of something of which none is made is told so, and what to do.
 * Method: the service in the test's process; one question for each thing that is signed.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectProblem, sendJson } from "../calls.ts";
import { startService, type ServiceInTest } from "../serviceInTest.ts";

let service: ServiceInTest;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

test.each(["credential", "code", "presentation"])("a receipt of a %s", async (named) => {
  const detail = await expectProblem(await sendJson(service, "/v1/receipts", { body: { [named]: "a.b.c" } }), 422, "request_malformed");
  expect(detail).toContain(`not of a ${named}`);
  expect(detail).toContain("Ask about the digest of a file");
});
