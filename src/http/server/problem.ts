// Problems: faults at the HTTP edge, as problem details (RFC 9457).

import type { ErrorRequestHandler, Request, Response } from "express";
import type { Logger } from "pino";
import { Fault, type FaultCode, type FaultyPlace, type LookAlike } from "../../core/fault.ts";
import { english } from "../../words/english/table.ts";
import { isStillSending, refuseRest } from "./lingering.ts";
import { requestIdOf } from "./requestLog.ts";

/** The status that goes with each fault. A forgotten code is a compile error. */
export const STATUS: Readonly<Record<FaultCode, number>> = {
  digest_malformed: 422,
  document_type_malformed: 422,
  address_malformed: 422,
  seal_malformed: 422,
  code_malformed: 422,
  challenge_missing: 422,
  credential_too_large: 413,
  pdf_unusable: 422,
  evidence_malformed: 422,
  evidence_unavailable: 503,
  request_malformed: 422,
  body_malformed: 400,
  file_missing: 422,
  file_too_large: 413,
  media_type_unsupported: 415,
  key_missing: 401,
  key_unknown: 401,
  key_expired: 401,
  key_revoked: 401,
  scope_missing: 403,
  name_refused: 422,
  name_look_alike: 409,
  nothing_to_withdraw: 409,
  credential_invalid: 422,
  receipts_unavailable: 404,
  issuer_key_elsewhere: 409,
  partner_unknown: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_anchored_yet: 409,
  standing_forbidden: 409,
  issuer_deactivated: 409,
  part_taken_back: 409,
  idempotency_conflict: 409,
  limit_reached: 409,
  events_forgotten: 410,
  too_many_requests: 429,
  overloaded: 503,
  ledger_unreachable: 503,
  ledger_mismatch: 503,
  write_refused: 502,
  write_impossible: 502,
  service_unreachable: 502,
  signing_key_unusable: 500,
  store_unavailable: 503,
  data_folder_unusable: 500,
  configuration_invalid: 500,
};

/** The code of what we did not foresee. It is no fault: nobody throws it on purpose. */
export const INTERNAL = "internal";
export type ProblemCode = FaultCode | typeof INTERNAL;

/** A problem as callers get it. Switch on `code`; the other words may change. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly requestId: string;
  /** Every place that is wrong, where there are places to name. */
  readonly errors?: readonly FaultyPlace[];
  /** Of `name_look_alike`: who has the name that this one may be taken for. */
  readonly looksLike?: LookAlike;
}

/** What a problem is called, whatever its occasion. */
export const titleOf = (code: ProblemCode): string => (code === INTERNAL ? "Something went wrong on our side." : english.faults[code].means);

/** Express error handler. What we did not foresee is logged in full and shown as one plain sentence. */
export function problems(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = problemFor(error, requestIdOf(response));
    if (problem.status >= 500) log.error({ requestId: problem.requestId, code: problem.code, err: error }, "request failed");
    if (response.headersSent) response.destroy();
    else answer(request, response, problem);
  };
}

/** The problem that an error is. */
export function problemFor(error: unknown, requestId: string): Problem {
  const fault = error instanceof Fault ? error : refusedByExpress(error);
  const code = fault?.code ?? INTERNAL;
  const status = fault === null ? 500 : STATUS[fault.code];
  const detail = fault?.message ?? "We have taken note of it. Tell the operator of this service the request id if it happens again.";
  const errors = fault === null || fault.errors.length === 0 ? {} : { errors: fault.errors };
  const looksLike = fault === null || fault.looksLike === null ? {} : { looksLike: fault.looksLike };
  return { type: `/problems/${code}`, title: titleOf(code), status, code, detail, requestId, ...errors, ...looksLike };
}

/** Express refuses some requests itself: an address that cannot be decoded, a file path that leads out of its folder. */
function refusedByExpress(error: unknown): Fault | null {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : null;
  if (typeof status !== "number" || status < 400 || status >= 500) return null;
  return status === 400 ? new Fault("request_malformed", "The address of the request cannot be read.") : new Fault("not_found", "There is nothing at this address.");
}

/** How long a caller should wait when the fault itself will pass. */
export const RETRY_SECONDS = 5;

function answer(request: Request, response: Response, problem: Problem): void {
  if (problem.status === 503) response.set("Retry-After", String(RETRY_SECONDS));
  if (problem.code === "key_missing") response.set("WWW-Authenticate", "Bearer");
  if (["key_unknown", "key_expired", "key_revoked"].includes(problem.code)) response.set("WWW-Authenticate", 'Bearer error="invalid_token"');
  if (problem.code === "scope_missing") response.set("WWW-Authenticate", 'Bearer error="insufficient_scope"');
  const body = Buffer.from(JSON.stringify(problem));
  response.status(problem.status).set({ "Content-Type": "application/problem+json", "Content-Length": String(body.length) });
  if (request.method === "HEAD") response.end();
  else if (isStillSending(request)) refuseRest(request, response, body);
  else response.end(body);
}
