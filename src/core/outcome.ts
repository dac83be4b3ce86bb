// What a check can say: passed, failed or unknown, and why.

/** Why a check did not pass. A public contract: reasons are added, never renamed or reused. */
export type Reason =
  | "file_differs" // The bytes are not the ones the seal was made for.
  | "path_broken" // The seal's path does not lead to its root in a batch of its size.
  | "not_anchored" // The ledger has no record of these bytes.
  | "awaiting_finality" // There is a record, but a reorganisation could still take it away.
  | "ledger_silent" // The ledger did not answer in time.
  | "ledger_unknown" // The seal belongs to a ledger that this verifier does not know.
  | "index_behind" // The index has not reached the newest block.
  | "grants_too_many" // The grants around this issuer are more than a verifier follows.
  | "no_accreditation" // No trust root of this verifier vouches for the issuer for this type.
  | "accreditation_withdrawn" // Somebody on the path had withdrawn the accreditation.
  | "accreditation_expired" // The accreditation had ended.
  | "accreditation_not_yet_valid" // The accreditation began later.
  | "compromised" // The issuer's keys are declared stolen for that moment.
  | "issuer_deactivated" // The issuer's DID had been deactivated.
  | "other_type" // Anchored as a document of another type than the one asked for.
  | "revoked" // Taken back for good.
  | "suspended" // Suspended; may be reinstated.
  | "replaced" // Another document has taken its place.
  | "credential_malformed" // No signed credential of the form that it claims.
  | "signature_invalid" // The signature is not by the key that it names.
  | "key_not_in_did" // The ledger did not list the key for the issuer then.
  | "did_unresolvable" // The issuer's keys could not be read, so nobody knows.
  | "credential_type_unknown" // Of no type that is known here, so nobody can be entitled to it.
  | "shape_violated" // What it says departs from the shape of its type.
  | "expired" // Its own period has ended.
  | "not_yet_valid" // Its own period has not begun.
  | "status_silent" // A status list that it names says nothing that can be believed.
  | "presentation_malformed" // No signed presentation of the form that it claims.
  | "presentation_expired" // The presentation was signed too long ago, or for another time.
  | "challenge_mismatch" // Signed for another challenge.
  | "challenge_unknown" // A challenge that this service never made, or has forgotten.
  | "challenge_used" // A challenge that was used up before: a replay.
  | "challenge_expired" // A challenge that was answered too late.
  | "audience_mismatch" // Signed for somebody else.
  | "holder_not_subject" // Presented by somebody of whom a credential in it does not speak.
  | "recognition_ended" // A right that lasts, and nobody vouches for its issuer any more.
  | "not_in_evidence" // Judged offline, and the evidence at hand does not prove this.
  | "evidence_other_block" // The evidence is about another block than the one that is trusted.
  | "evidence_header_differs" // The evidence's header does not hash to the trusted block's hash.
  | "evidence_other_account" // The evidence is about another contract than the ledger's.
  | "evidence_other_code" // At the block, the contract's code was not the ledger's, or there was none.
  | "evidence_other_record" // The evidence does not speak of this document's record.
  | "evidence_broken"; // The evidence's proofs do not lead from the block to the record.

/** A check's answer. There is no "skipped": what was not answered is unknown, and unknown is never a yes. */
export type Outcome =
  | { readonly is: "passed" }
  | { readonly is: "failed"; readonly reason: Reason }
  | { readonly is: "unknown"; readonly reason: Reason };

export const passed: Outcome = { is: "passed" };
export const failed = (reason: Reason): Outcome => ({ is: "failed", reason });
export const unknown = (reason: Reason): Outcome => ({ is: "unknown", reason });

/** The outcome as reports name it. */
export const outcomeNamed = (outcome: Outcome): { readonly outcome: Outcome["is"]; readonly reason?: Reason } => (outcome.is === "passed" ? { outcome: "passed" } : { outcome: outcome.is, reason: outcome.reason });

/** An answer from the world, or the reason why there is none. Silence is a value. */
export type Asked<T> = { readonly isAnswered: true; readonly value: T } | { readonly isAnswered: false; readonly reason: Reason };

export const answer = <T>(value: T): Asked<T> => ({ isAnswered: true, value });
export const silence = (reason: Reason): Asked<never> => ({ isAnswered: false, reason });
