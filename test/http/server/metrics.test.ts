/**
 * Goal: operators see how the service does; nobody else does, and nothing in it tells whose documents they are.
 * Method: the real service; requests of every outcome, then the text that Prometheus would read.
 */
import { afterEach, expect, test } from "vitest";
import { Secret } from "../../../src/core/secret.ts";
import { get, sendJson } from "../calls.ts";
import { startService, type ServiceInTest } from "../serviceInTest.ts";

let service: ServiceInTest;
afterEach(() => service.stop());

const digest = "ab".repeat(32);

test("verdicts, requests by their pattern, and the ledger's blocks are counted", async () => {
  service = await startService();
  await sendJson(service, "/v1/verifications", { body: { digest } });
  await sendJson(service, "/v1/verifications", { body: { digest, documentType: "861" } });
  await get(service, `/v1/documents/${digest}`);
  await get(service, `/made-up/${digest}`);
  const text = await (await get(service, "/metrics")).text();
  expect(text).toContain('tradeseal_verdicts_total{verdict="not_found",reason="not_anchored"} 2');
  expect(text).toContain('tradeseal_http_request_seconds_count{method="POST",route="/v1/verifications",status="200"} 2');
  expect(text).toContain('tradeseal_http_request_seconds_count{method="GET",route="/v1/documents/:id",status="401"} 1');
  expect(text).toContain('tradeseal_http_request_seconds_count{method="any",route="none",status="404"} 1');
  expect(text).toContain("tradeseal_ledger_answers 1\n");
  expect(text).toContain("tradeseal_ledger_final_block 9\n");
  expect(text).toMatch(/process_resident_memory_bytes \d+/);
  expect(text).not.toContain(digest);
  expect(text).not.toContain("made-up");
});

test("what waits in the store", async () => {
  service = await startService();
  for (const each of ["01", "02", "03"]) await sendJson(service, "/v1/documents", { body: { digest: each.repeat(32), documentType: "861" }, key: service.keys.chamber });
  const text = await (await get(service, "/metrics")).text();
  expect(text).toContain("tradeseal_documents_waiting 3\n");
  expect(text).toMatch(/tradeseal_oldest_document_waiting_seconds 0\.\d+\n/);
  expect(text).toContain('tradeseal_writes{state="sent"} 0\n');
  expect(text).toContain("tradeseal_deliveries_failed 0\n");
});

test("a silent ledger or store is a number, too", async () => {
  service = await startService({ vitals: async () => ({ head: null, indexedNumber: null, store: null }) });
  const text = await (await get(service, "/metrics")).text();
  expect(text).toContain("tradeseal_ledger_answers 0\n");
  expect(text).toContain("tradeseal_store_answers 0\n");
  expect(text).toContain("tradeseal_documents_waiting Nan\n");
});

test("without a token only callers on this machine read them", async () => {
  service = await startService();
  expect((await get(service, "/metrics")).status).toBe(200);
  expect((await fetch(`${service.url}/metrics`, { headers: { "X-Forwarded-For": "192.0.2.7" } })).status).toBe(404);
});

test("with a token only who sends it", async () => {
  service = await startService({ metricsToken: new Secret("a-long-token") });
  const ask = async (authorization?: string): Promise<number> => (await fetch(`${service.url}/metrics`, authorization === undefined ? {} : { headers: { authorization } })).status;
  expect([await ask(), await ask("Bearer a-long-toke"), await ask("Bearer a-long-token")]).toEqual([401, 401, 200]);
});
