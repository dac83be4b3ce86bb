// Exit codes: what a script can rely on. Codes from 64 on are those of BSD's sysexits.h.

import { Fault, type FaultCode } from "../../core/fault.ts";
import type { Verdict } from "../../core/verdict.ts";
import { Complaint, type ComplaintCode } from "./complaint.ts";

export const exitCodes = { fine: 0, no: 1, undetermined: 2, wrongUse: 64, unreadable: 65, bug: 70 } as const;

/** 0 yes or done · 1 a no · 2 not determined, or not reached yet · 64 wrong use · 65 unreadable input · 70 our bug. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const { fine, no, undetermined, wrongUse, unreadable, bug } = exitCodes;

const byVerdict: Readonly<Record<Verdict, ExitCode>> = { authentic: fine, undetermined, altered: no, not_found: no, not_entitled: no, no_longer_valid: no };

/** The exit code of a verdict. */
export const exitCodeOf = (verdict: Verdict): ExitCode => byVerdict[verdict];

const byFault: Readonly<Record<FaultCode | ComplaintCode, ExitCode>> = {
  wrong_use: wrongUse,
  file_unreadable: unreadable,
  not_reached_in_time: undetermined,
  digest_malformed: wrongUse,
  document_type_malformed: wrongUse,
  address_malformed: wrongUse,
  seal_malformed: unreadable,
  code_malformed: unreadable,
  challenge_missing: wrongUse,
  credential_too_large: unreadable,
  pdf_unusable: unreadable,
  evidence_malformed: unreadable,
  evidence_unavailable: undetermined,
  request_malformed: wrongUse,
  body_malformed: bug,
  file_missing: bug,
  file_too_large: unreadable,
  media_type_unsupported: bug,
  key_missing: wrongUse,
  key_unknown: no,
  key_expired: no,
  key_revoked: no,
  scope_missing: no,
  name_refused: wrongUse,
  name_look_alike: no,
  nothing_to_withdraw: no,
  credential_invalid: unreadable,
  receipts_unavailable: no,
  issuer_key_elsewhere: no,
  partner_unknown: no,
  not_found: no,
  method_not_allowed: bug,
  not_anchored_yet: undetermined,
  standing_forbidden: no,
  issuer_deactivated: no,
  part_taken_back: no,
  idempotency_conflict: no,
  limit_reached: no,
  events_forgotten: no,
  too_many_requests: undetermined,
  overloaded: undetermined,
  ledger_unreachable: undetermined,
  ledger_mismatch: undetermined,
  write_refused: no,
  write_impossible: no,
  service_unreachable: undetermined,
  signing_key_unusable: unreadable,
  store_unavailable: undetermined,
  data_folder_unusable: unreadable,
  configuration_invalid: wrongUse,
};

/** The exit code of what was thrown. What nobody threw on purpose is a bug of ours. */
export const exitCodeFor = (error: unknown): ExitCode => (error instanceof Fault || error instanceof Complaint ? byFault[error.code] : bug);

/** The worst first: a script that looks at one number must not overlook anything. */
const gravity: readonly ExitCode[] = [bug, wrongUse, unreadable, no, undetermined, fine];

/** The exit code of several answers together. */
export const worstOf = (codes: readonly ExitCode[]): ExitCode => gravity.find((code) => codes.includes(code)) ?? fine;
