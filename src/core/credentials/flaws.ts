// Flaws: what is wrong with bytes that claim to be a signed credential, a presentation or a status list.

/** A public contract: flaws are added, never renamed. */
export type CredentialFlaw =
  | "too_large" // More than anybody needs.
  | "not_compact" // Not three parts with dots between them.
  | "base64url_malformed" // A part is no base64url, or one of several spellings of the same bytes.
  | "header_malformed" // The header is no JSON object that means one thing only, or lacks a member.
  | "header_member_forbidden" // A header member other than alg, typ and kid.
  | "algorithm_forbidden" // None of ES256, ES256K, EdDSA.
  | "type_unexpected" // Not a typ that is read here.
  | "signature_malformed" // Not of the length that the algorithm makes.
  | "payload_malformed" // The payload is no JSON object that means one thing only, or lacks what every credential has.
  | "issuer_malformed" // The payload names no issuer, or no DID.
  | "kid_not_of_issuer" // The key is not one of the issuer's.
  | "claims_contradict" // Two members say different things about the same.
  | "date_malformed" // A time that is in no calendar, has no zone, or is no number of seconds.
  | "status_malformed" // The status entries are not built as Bitstring Status List says.
  | "disclosure_malformed" // A disclosure that is none, stands twice, is not asked for, or speaks of what is never kept back.
  | "key_binding_unexpected" // A presentation where a credential was asked for.
  | "key_binding_missing" // A credential that is bound to a key, presented without it.
  | "holder_malformed" // The presentation names no holder, or the key is not one of the holder's.
  | "too_many_credentials" // A presentation of more credentials than are judged at once.
  | "no_credential"; // A presentation that holds no credential, or something else in its place.
