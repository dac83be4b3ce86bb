/**
 * Goal: the moment asked about reaches the verifier as it was sent, in either form, and comes back in the report; one that cannot be meant is refused by its name.
 * Method: a scripted ledger that knows nothing; good moments, and each spoilt in one way.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { report as reportSchema } from "../../src/http/openapi/answers.ts";
import { DIGEST, expectProblem, sendForm, sendJson } from "./calls.ts";
import { head, startService, type ServiceInTest } from "./serviceInTest.ts";

const PATH = "/v1/verifications";
let service: ServiceInTest;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

const asJson = (asAt: unknown): Promise<Response> => sendJson(service, PATH, { body: { digest: DIGEST, asAt } });
const asForm = (asAt: string): Promise<Response> => sendForm(service, PATH, [["file", new Blob(["x"])], ["asAt", asAt]]);
const momentOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

const good: readonly [what: string, asAt: string, reported: string][] = [
  ["in UTC",              "2026-05-01T12:00:00Z",          "2026-05-01T12:00:00Z"],
  ["in another zone",     "2026-05-01T14:00:00+02:00",     "2026-05-01T12:00:00Z"],
  ["with fractions",      "2026-05-01T12:00:00.75Z",       "2026-05-01T12:00:00Z"],
  ["now, by the ledger",  momentOf(head.time),             momentOf(head.time).replace(".000", "")],
];

test.each(good)("%s", async (_what, asAt, reported) => {
  for (const response of [await asJson(asAt), await asForm(asAt)]) {
    expect(response.status).toBe(200);
    const report = reportSchema.parse(await response.json());
    expect(report).toMatchObject({ verdict: "not_found", subject: { asAt: reported } });
  }
});

const spoilt: readonly [what: string, asAt: string][] = [
  ["a second from now",     momentOf(head.time + 1)],
  ["in a thousand years",   "3026-05-01T12:00:00Z"],
  ["without a zone",        "2026-05-01T12:00:00"],
  ["a day alone",           "2026-05-01"],
  ["no day of a calendar",  "2026-02-30T12:00:00Z"],
  ["a number",              "1777636800"],
  ["nothing",               ""],
];

test.each(spoilt)("refused: %s", async (_what, asAt) => {
  for (const response of [await asJson(asAt), await asForm(asAt)]) expect(await expectProblem(response, 422, "request_malformed")).toContain('"asAt"');
});

test("refused: no text at all", async () => {
  for (const asAt of [1_777_636_800, null, ["2026-05-01T12:00:00Z"]]) expect(await expectProblem(await asJson(asAt), 422, "request_malformed")).toContain('"asAt"');
});

test("without a moment the report names none", async () => {
  const report = reportSchema.parse(await (await sendJson(service, PATH, { body: { digest: DIGEST } })).json());
  expect(report.subject).not.toHaveProperty("asAt");
});
