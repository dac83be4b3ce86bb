// The operations of credentials, as OpenAPI describes them.

import { BODY_FAULTS, DIGEST, json, KEY_FAULTS, type Operation } from "../openapi/operationShapes.ts";

const ID = "6d2b1f0e-7c1a-4a57-9b0f-2f1f6d0b8c11";
const JWT = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln";
const ISSUED = { id: ID, format: "vc+jwt", credential: JWT, digest: DIGEST, state: "accepted" };
const CONSENT = { publishName: true, shareWithMraPartners: false };
const VIEW = {
  ...{ ...ISSUED, state: "final", type: "AEOCredential", documentId: "0198c7f0-e7c2-4c1f-8f0b-6d1f0a5d3b42", validFrom: "2026-09-21T13:06:40Z", validUntil: "2029-09-20T13:06:40Z" },
  ...{ issuedAt: "2026-09-21T13:06:40Z", anchoredAt: "2026-09-21T13:06:42Z", standing: "active", consent: CONSENT },
};
const AEO_SUBJECT = {
  ...{ id: "did:web:operator.example", legalName: "Example Trading Ltd", tin: { country: "BE", identifier: "BE0123456789", scheme: "EORI" } },
  registeredAddress: { city: "Antwerpen", country: "BE" },
  authorisation: { number: "BEAEOF0001234", issuingCountry: "BE", programme: "BE-AEO", type: "AEOF", roles: ["exporter", "importer"], effectiveDate: "2026-01-15" },
};
const idParameter = { name: "id", in: "path", required: true, description: "The credential's id, from the answer that issued it.", schema: { type: "string" }, example: ID };
const idempotencyKey = { name: "Idempotency-Key", in: "header", description: "Names this request, so that it can safely be sent again: the same request is answered with the same credential, byte for byte.", schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,255}$" }, example: "aeo-KEAEOF0001234-2026" };

/** Credentials and their status lists. */
export const credentialOperations: readonly Operation[] = [
  {
    ...{ method: "post", path: "/v1/credentials", tag: "Issue", summary: "Issue a credential", needsKey: true },
    description: "Checked by the shape of its type, signed with a key of the issuer's that the ledger lists, and answered once it is stored durably together with the document that it is anchored as. What is wrong is told place by place in errors. A service that is only an issuer's delegate cannot sign credentials in its name: issuer_key_elsewhere.",
    parameters: [idempotencyKey],
    body: json("CredentialRequest", { type: "AEOCredential", format: "vc+jwt", credentialSubject: AEO_SUBJECT, consent: CONSENT }),
    success: { status: 201, says: "Issued, now or before.", content: json("CredentialIssued", ISSUED), headers: { Location: { description: "Where the credential is found.", schema: { type: "string" } } } },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "credential_invalid", "idempotency_conflict", "limit_reached", "part_taken_back", "issuer_deactivated", "issuer_key_elsewhere", "overloaded"],
  },
  {
    ...{ method: "get", path: "/v1/credentials", tag: "Issue", summary: "List your credentials", needsKey: true },
    description: "A page stays what it is while new credentials come.",
    parameters: [
      { name: "limit", in: "query", description: "How many, at most 100 (which it is when absent).", schema: { type: "integer", minimum: 1, maximum: 100 } },
      { name: "cursor", in: "query", description: "For the next page: the last answer's next.", schema: { type: "string" } },
    ],
    success: { status: 200, says: "Your credentials, newest first.", content: json("Credentials", { credentials: [VIEW] }) },
    faults: [...KEY_FAULTS, "request_malformed"],
  },
  {
    ...{ method: "get", path: "/v1/credentials/{id}", tag: "Issue", summary: "See a credential, how it stands and how far its anchor has come", needsKey: true },
    parameters: [idParameter],
    success: { status: 200, says: "The credential.", content: json("CredentialView", VIEW) },
    faults: [...KEY_FAULTS, "not_found", "request_malformed"],
  },
  {
    ...{ method: "put", path: "/v1/credentials/{id}/standing", tag: "Issue", summary: "Suspend, reinstate, revoke or replace a credential", needsKey: true },
    description: "As for documents; everything that was issued with it stands or falls with it, in one transaction. Status lists say so within seconds. Transport-operator identifiers also take the statuses of the TIR system's data bank.",
    parameters: [idParameter],
    body: json("CredentialStandingRequest", { standing: "suspended", reason: "under_investigation" }),
    success: { status: 202, says: "The credential as it stands now.", content: json("CredentialView", { ...VIEW, standing: "suspended" }) },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "digest_malformed", "not_found", "standing_forbidden", "issuer_deactivated"],
  },
  {
    ...{ method: "put", path: "/v1/credentials/{id}/consent", tag: "Issue", summary: "Say what the holder lets be told", needsKey: true },
    description: "It holds at once. It is kept here and not signed, so that it can be taken back.",
    parameters: [idParameter],
    body: json("Consent", CONSENT),
    success: { status: 200, says: "The credential, with the consent as it is now.", content: json("CredentialView", VIEW) },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "not_found"],
  },
  {
    ...{ method: "get", path: "/status/{list}", tag: "Service", summary: "How credentials stand, for other software" },
    description: "A Bitstring Status List (W3C) as a signed credential: worked out from what the ledger says, never kinder than it. Bad news is in it at once, good news when final. May be kept for as long as Cache-Control says; asked again with If-None-Match it answers 304 while nothing changed.",
    parameters: [
      { name: "list", in: "path", required: true, description: "The list's name, as a credential's credentialStatus gives it.", schema: { type: "string" }, example: "0xdddddddddddddddddddddddddddddddddddddddd-revocation-1" },
      { name: "If-None-Match", in: "header", description: "The ETag of the list that you have.", schema: { type: "string" } },
    ],
    success: { status: 200, says: "The list, signed as VC-JOSE-COSE says.", content: { "application/vc+jwt": { schema: { type: "string" }, example: JWT } }, headers: { ETag: { description: "Names this text.", schema: { type: "string" } } } },
    faults: ["not_found", "too_many_requests", "ledger_unreachable", "ledger_mismatch", "store_unavailable"],
  },
];

