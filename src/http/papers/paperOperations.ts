// Operations on papers, as OpenAPI describes them.

import { BODY_FAULTS, DIGEST, ID, json, KEY_FAULTS, type Operation } from "../openapi/operationShapes.ts";

const CODE = "1.eyJkIjoiMjAyNi0wNi0wMyJ9.BwcHBwcH";
const FACTS = { documentType: "861", number: "XX-2026-208897", date: "2026-06-03", parties: ["Example Trading Ltd", "Buyer Co"] };
const idempotencyKey = { name: "Idempotency-Key", in: "header", description: "Names this request, so that it can safely be sent again.", schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,255}$" }, example: "certificate-208897" };

/** Codes, papers, certificates. */
export const paperOperations: readonly Operation[] = [
  {
    ...{ method: "get", path: "/v1/credentials/{id}/document", tag: "Issue", summary: "Get the PDF that was issued with a credential", needsKey: true },
    description: "The very bytes that were anchored. Only for who issued it: the credential's id stands in the credential, which others have.",
    parameters: [{ name: "id", in: "path", required: true, description: "The credential's id.", schema: { type: "string" }, example: ID }],
    success: { status: 200, says: "The PDF.", content: { "application/pdf": { schema: { type: "string", contentMediaType: "application/pdf" } } } },
    faults: [...KEY_FAULTS, "not_found"],
  },
  {
    ...{ method: "post", path: "/v1/codes", tag: "Issue", summary: "Sign a code to be printed on a paper", needsKey: true },
    description: "Nothing is anchored yet: print the code on the paper, then have both recorded together by POST /v1/papers, so that they stand or fall together.",
    body: json("CodeRequest", FACTS),
    success: { status: 200, says: "The code.", content: json("CodeMade", { code: CODE, link: `https://tradeseal.example/c#${CODE}`, digest: DIGEST, documentType: "861" }) },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "document_type_malformed", "code_malformed", "issuer_key_elsewhere", "issuer_deactivated"],
  },
  {
    ...{ method: "post", path: "/v1/papers", tag: "Issue", summary: "Have a paper and the code on it recorded together", needsKey: true },
    description: "One issuance: what is said of one of the two later, by PUT /v1/documents/{id}/standing, is said of both.",
    parameters: [idempotencyKey],
    body: json("PaperRequest", { digest: DIGEST, code: CODE }),
    success: { status: 202, says: "Stored durably; on its way to the ledger.", content: json("PaperAccepted", { id: ID, state: "accepted", documents: [{ role: "pdf", id: ID, digest: DIGEST, href: `/v1/documents/${ID}` }] }) },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "digest_malformed", "file_missing", "code_malformed", "idempotency_conflict", "limit_reached", "part_taken_back", "issuer_deactivated", "overloaded"],
  },
  {
    ...{ method: "post", path: "/v1/certificates:find", tag: "Verify", summary: "Look up a certificate that bears no code" },
    description: "By its number, its issuer and one more thing that stands on the paper. Nothing is listed: whether the number or the word is wrong is not told. At most ten questions a minute from one address.",
    body: json("CertificateQuestion", { issuer: `0x${"d".repeat(40)}`, number: "XX-2026-208897", knows: { thing: "exporterName", value: "Example Trading Ltd" } }),
    success: { status: 200, says: "The certificate's digest, and the judgement on it.", content: json("CertificateFound") },
    faults: [...BODY_FAULTS, "address_malformed", "document_type_malformed", "not_found", "too_many_requests", "overloaded", "store_unavailable"],
  },
];
