// Calls to a service under test.
import { connect } from "node:net";
import { expect } from "vitest";
import { problem } from "../../src/http/openapi/answers.ts";
import type { ServiceInTest } from "./serviceInTest.ts";

export const DIGEST = "ab".repeat(32);

/** Sends JSON; a string goes out as it is. */
export function sendJson(service: ServiceInTest, path: string, { body, key, method = "POST", headers = {} }: { body?: unknown; key?: string; method?: string; headers?: Record<string, string> }): Promise<Response> {
  const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const content = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  return fetch(service.url + path, { method, headers: { "content-type": "application/json", ...authorization, ...headers }, ...content });
}

export const get = (service: ServiceInTest, path: string, key?: string, method = "GET"): Promise<Response> =>
  fetch(service.url + path, { method, headers: key === undefined ? {} : { authorization: `Bearer ${key}` }, redirect: "manual" });

/** Sends a multipart form with these parts, in this order. */
export function sendForm(service: ServiceInTest, path: string, parts: readonly (readonly [name: string, value: string | Blob])[], key?: string): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of parts) typeof value === "string" ? body.append(name, value) : body.append(name, value, "../../etc/<svg onload=x>.pdf");
  return fetch(service.url + path, { method: "POST", body, headers: key === undefined ? {} : { authorization: `Bearer ${key}` } });
}

/** Sends these very bytes and reads until the connection ends. */
export function sendRaw({ port }: ServiceInTest, bytes: string | Uint8Array): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk)).on("error", reject).on("close", () => resolve(answer));
  return promise;
}

/** The answer is a problem with this status and code, told the way every problem is; gives its detail. */
export async function expectProblem(response: Response, status: number, code: string): Promise<string> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body: unknown = await response.json();
  const { type, detail, requestId, ...told } = problem.strict().parse(body);
  expect({ status: told.status, code: told.code }).toEqual({ status, code });
  expect(response.status).toBe(status);
  expect(type).toBe(`/problems/${code}`);
  expect(requestId).toBe(response.headers.get("x-request-id"));
  return detail;
}

/** A status of an answered, readable request: 4xx for a refusal, never 5xx. */
export const statusIn = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
