// Asking an operator to present: the request, the answer that is handed in, and the one that is pasted.

import type { CredentialSubjectReport } from "../../core/credentials/essentials.ts";
import type { Digest } from "../../core/digest.ts";
import type { Report } from "../../core/report.ts";
import { readReport } from "../../core/reportReader.ts";
import { jsonOf, patient, request } from "../frame/service.ts";
import { Unanswered } from "../frame/trouble.ts";
import { isProblem } from "./askOperator.ts";

/** A request that one operator may answer, once. */
export interface PresentationRequest {
  readonly challenge: string;
  readonly audience: string;
  readonly expiresAt: string;
  /** Only this page has it. */
  readonly answerToken: string;
}

/** What is judged of one credential in a presentation. */
export type PresentedCredential = Report & { readonly subject: { readonly credential?: CredentialSubjectReport } };
/** The report on a presentation. */
export type Presented = Report & { readonly credentials: readonly PresentedCredential[]; readonly subject: { readonly presentation?: { readonly holder?: string } } };

const JSON_BODY = { "content-type": "application/json", accept: "application/json" };

/** A new request in the name of this page's address. Rejects with `Unanswered`. */
export async function makeRequest(signal: AbortSignal): Promise<PresentationRequest> {
  const audience = location.origin;
  const response = await request("/v1/challenges", { method: "POST", headers: JSON_BODY, body: JSON.stringify({ audience, handIn: true }), signal: patient(signal) });
  const { challenge, expiresAt, answerToken } = ((await jsonOf(response)) ?? {}) as Record<string, unknown>;
  const isWord = (value: unknown): value is string => typeof value === "string" && /^[\w-]{20,200}$/.test(value);
  if (!isWord(challenge) || !isWord(answerToken) || typeof expiresAt !== "string") throw new Unanswered({ is: "unreadable_answer" });
  return { challenge, audience, expiresAt, answerToken };
}

/** What an operator opens: who asks stands in the fragment, which no server is told. */
export const linkTo = ({ challenge, audience }: PresentationRequest): string => `${location.origin}/operators#present=${challenge}&audience=${encodeURIComponent(audience)}`;

/** Between two questions, where the service does not hold them open. */
const PAUSE_MS = 2_000;

/** The report on what was handed in; `null` when the request has ended without. */
export async function awaitAnswer({ challenge, answerToken }: PresentationRequest, signal: AbortSignal): Promise<Presented | null> {
  for (;;) {
    const asked = Date.now();
    try {
      const response = await request(`/v1/challenges/${challenge}/answer`, { headers: { accept: "application/json", authorization: `Bearer ${answerToken}` }, signal: patient(signal) });
      if (response.status === 200) return readPresented(await jsonOf(response));
    } catch (error) {
      if (isProblem(error, "not_found")) return null;
      const isPassing = error instanceof Unanswered && (error.trouble.is === "no_connection" || isProblem(error, "too_many_requests") || isProblem(error, "store_unavailable"));
      if (!isPassing || signal.aborted) throw error;
    }
    signal.throwIfAborted();
    if (Date.now() - asked < PAUSE_MS) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** The report on what was pasted. It uses the request up. Rejects with `Unanswered`. */
export async function judgePasted({ challenge, audience }: PresentationRequest, presentation: string, signal: AbortSignal): Promise<Presented> {
  const body = JSON.stringify({ presentation, challenge, audience });
  return readPresented(await jsonOf(await request("/v1/verifications", { method: "POST", headers: JSON_BODY, body, signal: patient(signal) })));
}

/** Hands a presentation in, as an operator. @returns whether somebody awaited it. */
export async function handIn(challenge: string, presentation: string, signal: AbortSignal): Promise<boolean> {
  try {
    await request(`/v1/challenges/${challenge}/presentation`, { method: "POST", headers: JSON_BODY, body: JSON.stringify({ presentation }), signal: patient(signal) });
    return true;
  } catch (error) {
    if (isProblem(error, "not_found")) return false;
    throw error;
  }
}

/** Every part by the one rule. A yes needs a holder who was shown to hold, and at least one credential, each of them a yes. */
function readPresented(value: unknown): Presented {
  const report = readPart(value) as Presented | null;
  const credentials = Array.isArray(report?.credentials) ? report.credentials.map(readPart) : null;
  if (report === null || credentials === null || credentials.includes(null)) throw new Unanswered({ is: "unreadable_answer" });
  const isHeld = report.findings.some(({ check, outcome }) => check === "held" && outcome === "passed");
  const isWhole = isHeld && credentials.length > 0 && credentials.every((each) => each!.verdict === "authentic");
  if (report.verdict === "authentic" && !isWhole) throw new Unanswered({ is: "unreadable_answer" });
  return report;
}

function readPart(value: unknown): Report | null {
  const digest = ((value as { subject?: { digest?: unknown } } | null)?.subject ?? {}).digest;
  return typeof digest === "string" ? readReport(value, { digest: digest as Digest, hasSeal: false }) : null;
}
