// The service, as the page uses it: two calls.

import type { Digest } from "../core/digest.ts";
import type { DocumentType } from "../core/documentType.ts";
import type { Json } from "../core/json.ts";
import type { Report, ReportTrustRoot } from "../core/report.ts";
import { readReport, readTrustRoots } from "../core/reportReader.ts";
import { Unanswered, type Problem } from "./trouble.ts";

/** All that is ever sent about a document. */
export interface Question {
  readonly digest: Digest;
  readonly seal?: Json;
  readonly documentType?: DocumentType;
}

/** Longer than any honest answer takes; then a person should hear that there is none. */
const PATIENCE_MS = 30_000;

/** The service's report about `question`. Rejects with {@link Unanswered}; a verdict comes from a report alone. */
export async function ask(question: Question, signal: AbortSignal): Promise<Report> {
  const response = await request("/v1/verifications", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(question),
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
  });
  const report = readReport(await jsonOf(response), { digest: question.digest, hasSeal: question.seal !== undefined });
  if (report === null) throw new Unanswered({ is: "unreadable_answer" });
  return report;
}

/** Whom this verifier believes. Rejects with {@link Unanswered}. */
export async function trustRoots(): Promise<readonly ReportTrustRoot[]> {
  const response = await request("/v1/trust-roots", { signal: AbortSignal.timeout(PATIENCE_MS) });
  const roots = readTrustRoots(await jsonOf(response));
  if (roots === null) throw new Unanswered({ is: "unreadable_answer" });
  return roots;
}

/** A response that says it went well; anything else is trouble. */
async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, cache: "no-store", redirect: "error" });
  } catch (error) {
    throw new Unanswered({ is: "no_connection" }, { cause: error });
  }
  if (response.ok) return response;
  const problem = readProblem(await jsonOf(response).catch(() => null));
  if (problem !== null) throw new Unanswered({ is: "problem", problem });
  // No problem+json: somebody between us and the service answered in its place.
  throw new Unanswered({ is: response.status >= 500 ? "no_connection" : "unreadable_answer" });
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new Unanswered({ is: error instanceof SyntaxError ? "unreadable_answer" : "no_connection" }, { cause: error });
  }
}

function readProblem(value: unknown): Problem | null {
  if (typeof value !== "object" || value === null || !("code" in value)) return null;
  const members = value as Record<string, unknown>;
  const text = (key: string): string => (typeof members[key] === "string" ? members[key] : "");
  return { code: text("code"), title: text("title"), detail: text("detail"), requestId: text("requestId") };
}
