// Asking the service for a report about a document.

import type { Did } from "../../core/address.ts";
import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { Json } from "../../core/json.ts";
import type { Report } from "../../core/report.ts";
import { readReport } from "../../core/reportReader.ts";
import { jsonOf, PATIENCE_MS, request } from "../frame/service.ts";
import { Unanswered } from "../frame/trouble.ts";

/** All that is ever sent about a document. */
export interface Question {
  readonly digest: Digest;
  readonly seal?: Json;
  readonly documentType?: DocumentType;
  /** Anchors of others do not count. */
  readonly issuer?: Did;
}

/** The service's report about `question`. Rejects with {@link Unanswered}; a verdict comes from a report alone. */
export async function ask(question: Question, signal: AbortSignal): Promise<Report> {
  const response = await request("/v1/verifications", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(question),
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
  });
  const report = readReport(await jsonOf(response), { digest: question.digest, hasSeal: question.seal !== undefined, ...(question.issuer === undefined ? {} : { issuer: question.issuer }) });
  if (report === null) throw new Unanswered({ is: "unreadable_answer" });
  return report;
}
