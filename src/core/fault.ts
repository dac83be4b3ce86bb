// Faults: what is thrown on purpose when a question cannot be answered.

/** A public contract: codes are added, never renamed or reused. Add one only when a caller would act differently on it. */
export type FaultCode =
  | "digest_malformed" // A digest is 64 lower-case hex characters.
  | "document_type_malformed" // A document type is 1 to 8 capital letters or digits.
  | "address_malformed" // An address is 0x and 40 hex characters.
  | "seal_malformed" // The bytes given as a seal do not follow the seal format.
  | "code_malformed" // The text given as the code of a paper does not follow the code format.
  | "challenge_missing" // A presentation was given without the challenge that it answers.
  | "credential_too_large" // The credential or presentation is longer than any that is read.
  | "pdf_unusable" // The PDF cannot be stamped; the detail says why.
  | "evidence_malformed" // The bytes given as evidence do not follow the evidence format.
  | "evidence_unavailable" // The ledger's endpoint cannot prove its state; the detail says why.
  | "request_malformed" // A request lacks something or says something we cannot read; the detail names the field.
  | "body_malformed" // The body is not the JSON or multipart it says it is.
  | "file_missing" // A multipart request without its file.
  | "file_too_large" // The file is larger than this service reads.
  | "media_type_unsupported" // Neither JSON nor multipart.
  | "key_missing" // The call needs an API key.
  | "key_unknown" // The API key is not one of this service.
  | "key_expired" // The API key was good until its end.
  | "key_revoked" // The API key was taken back.
  | "scope_missing" // The API key is good, but not for this.
  | "name_refused" // The name has what no name may have: something hidden, or another spelling of the same look.
  | "name_look_alike" // The name may be taken for another's; somebody must answer for that.
  | "nothing_to_withdraw" // The grantor never accredited this grantee for this type.
  | "credential_invalid" // What a credential shall say departs from its shape; the errors say where.
  | "receipts_unavailable" // Nobody answers for what this service finds, so it signs no receipts.
  | "issuer_key_elsewhere" // The issuer's owner keeps its key elsewhere, so nobody here can sign credentials for it.
  | "partner_unknown" // A service asks as a partner authority, and this service's trust roots recognise no such partner.
  | "not_found" // There is nothing here, or it is not yours.
  | "method_not_allowed" // The path exists, the method does not.
  | "not_anchored_yet" // The document has no anchor yet, so it has no seal yet.
  | "standing_forbidden" // The standing asked for cannot follow the present one.
  | "issuer_deactivated" // The issuer gave up its identity for good: nothing more can be said in its name.
  | "part_taken_back" // A part of what would be issued was taken back for good before, and would take the rest with it.
  | "idempotency_conflict" // The same Idempotency-Key came with another request.
  | "limit_reached" // The caller has as many of these as it may have; the detail says how many.
  | "events_forgotten" // The events asked for are older than those that are kept.
  | "too_many_requests" // The caller must slow down.
  | "overloaded" // We must slow down: try again later.
  | "ledger_unreachable" // No ledger endpoint answered in time. Worth retrying.
  | "ledger_mismatch" // The endpoint speaks for another ledger than the one configured.
  | "write_refused" // The ledger refuses a write at present; the detail says why.
  | "write_impossible" // The ledger can never take a write; the detail says why.
  | "service_unreachable" // The Tradeseal service did not answer in time. Worth retrying.
  | "signing_key_unusable" // A signing key is missing, does not open, or its token does not answer; the detail says which.
  | "store_unavailable" // The store does not answer, or takes nothing: the database is gone, the disk is full or read-only. Worth retrying.
  | "data_folder_unusable" // The data folder cannot be used; the detail says why.
  | "configuration_invalid"; // A setting has a value that cannot be used.

/** One of several places that are wrong. */
export interface FaultyPlace {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** Somebody else, whose name the one that was asked for may be taken for. */
export interface LookAlike {
  readonly address: string;
  readonly name: string;
}

/**
 * Thrown on purpose when a question cannot be answered.
 *
 * Switch on {@link Fault.code}; `message` is for people and may change in any release.
 *
 * @example
 * if (error instanceof Fault && error.code === "ledger_unreachable") scheduleRetry();
 */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: FaultCode;
  /** Every place that is wrong, where there are places to name; else empty. */
  readonly errors: readonly FaultyPlace[];
  /** Of `name_look_alike`: who has the other name; `null` where there is nobody to name. */
  readonly looksLike: LookAlike | null;

  constructor(code: FaultCode, message: string, options?: ErrorOptions & { readonly errors?: readonly FaultyPlace[]; readonly looksLike?: LookAlike | null }) {
    super(message, options);
    this.code = code;
    this.errors = options?.errors ?? [];
    this.looksLike = options?.looksLike ?? null;
  }
}

/** States a belief about our own code. When it is false the error is ours, and the request must stop. */
export function invariant(condition: unknown, belief: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${belief}.`);
}
