// Operations on receipts, as OpenAPI describes them.

import { BODY_FAULTS, DIGEST, ID, idParameter, json, type Operation } from "../openapi/operationShapes.ts";

const RECEIPT = { id: ID, number: "R-4K7TQ2MX9C", receipt: "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl", digest: DIGEST, state: "accepted", sheet: `/v1/receipts/${ID}/sheet` };

/** Receipts. */
export const receiptOperations: readonly Operation[] = [
  {
    ...{ method: "post", path: "/v1/receipts", tag: "Verify", summary: "Keep proof of a check" },
    description: "The document is judged now, and what is found is signed as a credential by whoever answers for this service, anchored like any document, and drawn as a page to print that bears a code of its own. A receipt says who checked what, when and by whose list, not that it is true: whoever checks the receipt has its document judged again, as at that moment and now. Of a credential, a code or a presentation none is made: to judge that again its text would be needed, which a receipt must not hold. At most ten a minute from one address, and 120 from all together.",
    body: json("ReceiptRequest", { digest: DIGEST, documentType: "861", language: "en" }),
    success: { status: 201, says: "The receipt.", content: json("ReceiptMade") },
    faults: [...BODY_FAULTS, "digest_malformed", "document_type_malformed", "address_malformed", "seal_malformed", "file_missing", "receipts_unavailable", "issuer_key_elsewhere", "too_many_requests", "overloaded", "store_unavailable"],
  },
  {
    ...{ method: "get", path: "/v1/receipts/{id}", tag: "Verify", summary: "Get a receipt again, and see how far its anchor has come" },
    parameters: [idParameter],
    success: { status: 200, says: "The receipt.", content: json("Receipt", RECEIPT) },
    faults: ["not_found", "too_many_requests", "store_unavailable"],
  },
  {
    ...{ method: "get", path: "/v1/receipts/{id}/sheet", tag: "Verify", summary: "Get a receipt as a page to print" },
    parameters: [idParameter],
    success: { status: 200, says: "The PDF.", content: { "application/pdf": { schema: { type: "string", contentMediaType: "application/pdf" } } } },
    faults: ["not_found", "too_many_requests", "store_unavailable"],
  },
];
