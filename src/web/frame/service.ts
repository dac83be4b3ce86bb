// The service, as the pages call it: an answer, or trouble that people can be told.

import type { ReportTrustRoot } from "../../core/report.ts";
import { readTrustRoots } from "../../core/reportReader.ts";
import { Unanswered, type Problem } from "./trouble.ts";

/** Longer than any honest answer takes; then a person should hear that there is none. */
export const PATIENCE_MS = 30_000;

/** Aborted with `signal`, and when patience is over. */
export const patient = (signal: AbortSignal, patienceMs = PATIENCE_MS): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);

/** Whom this verifier believes. Rejects with {@link Unanswered}. */
export async function trustRoots(): Promise<readonly ReportTrustRoot[]> {
  const response = await request("/v1/trust-roots", { signal: AbortSignal.timeout(PATIENCE_MS) });
  const roots = readTrustRoots(await jsonOf(response));
  if (roots === null) throw new Unanswered({ is: "unreadable_answer" });
  return roots;
}

/** The response to a call of the API, when it says that it went well. Rejects with {@link Unanswered} otherwise. */
export async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, cache: "no-store", redirect: "error" });
  } catch (error) {
    throw new Unanswered({ is: "no_connection" }, { cause: error });
  }
  if (response.ok) return response;
  const problem = readProblem(await jsonOf(response).catch(() => null));
  if (problem !== null) throw new Unanswered({ is: "problem", problem: { ...problem, ...patienceIn(response) } });
  // No problem+json: somebody between us and the service answered in its place.
  throw new Unanswered({ is: response.status >= 500 ? "no_connection" : "unreadable_answer" });
}

/** What the response says. Rejects with {@link Unanswered} when that is no JSON. */
export async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new Unanswered({ is: error instanceof SyntaxError ? "unreadable_answer" : "no_connection" }, { cause: error });
  }
}

/** Retry-After in seconds. The other way to write it, as a date, is not ours. */
function patienceIn({ headers }: Response): Pick<Problem, "retryAfterSeconds"> {
  const said = headers.get("retry-after") ?? "";
  return /^\d{1,6}$/.test(said) ? { retryAfterSeconds: Number(said) } : {};
}

function readProblem(value: unknown): Problem | null {
  if (typeof value !== "object" || value === null || !("code" in value)) return null;
  const members = value as Record<string, unknown>;
  const text = (key: string): string => (typeof members[key] === "string" ? members[key] : "");
  const looksLike = readLookAlike(members["looksLike"]);
  return { code: text("code"), title: text("title"), detail: text("detail"), requestId: text("requestId"), errors: placesIn(members["errors"]), ...(looksLike === null ? {} : { looksLike }) };
}

function readLookAlike(value: unknown): NonNullable<Problem["looksLike"]> | null {
  if (typeof value !== "object" || value === null) return null;
  const { address, name } = value as Record<string, unknown>;
  return typeof address === "string" && typeof name === "string" ? { address, name } : null;
}

function placesIn(value: unknown): Problem["errors"] {
  const isPlace = (each: unknown): each is Problem["errors"][number] => typeof each === "object" && each !== null && ["pointer", "code", "detail"].every((key) => typeof (each as Record<string, unknown>)[key] === "string");
  return Array.isArray(value) ? value.filter(isPlace) : [];
}
