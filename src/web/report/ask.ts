// Asking the service for a report about a document, or about something signed.

import type { Did } from "../../core/address.ts";
import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { Json } from "../../core/json.ts";
import type { Report } from "../../core/report.ts";
import { readReport } from "../../core/reportReader.ts";
import { jsonOf, patient, request } from "../frame/service.ts";
import { Unanswered } from "../frame/trouble.ts";

/** All that is ever sent about a document. */
export interface Question {
  readonly digest: Digest;
  readonly seal?: Json;
  readonly documentType?: DocumentType;
  /** Anchors of others do not count. */
  readonly issuer?: Did;
}

/** A credential, sent whole because somebody said so, and the digest of what was signed in it: by that the answer is known to be about it. */
export interface SignedQuestion {
  readonly digest: Digest;
  readonly signed: { readonly credential: string };
}

export type AnyQuestion = Question | SignedQuestion;

/** The very body of the request. */
export const bodyOf = (question: AnyQuestion): object => ("signed" in question ? question.signed : question);

/** The service's report about `question`. Rejects with {@link Unanswered}; a verdict comes from a report alone. */
export async function ask(question: AnyQuestion, signal: AbortSignal): Promise<Report> {
  const response = await request("/v1/verifications", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(bodyOf(question)),
    signal: patient(signal),
  });
  const { digest, issuer = undefined } = "signed" in question ? { digest: question.digest } : question;
  const report = readReport(await jsonOf(response), { digest, hasSeal: "seal" in question, ...(issuer === undefined ? {} : { issuer }) });
  if (report === null) throw new Unanswered({ is: "unreadable_answer" });
  return report;
}
