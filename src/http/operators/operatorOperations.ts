// Operations of the operators' desk, as OpenAPI describes them.

import { BODY_FAULTS, DIGEST, json, KEY_FAULTS, refTo, type Operation } from "../openapi/operationShapes.ts";
import { ALLOWANCE } from "./operatorAllowance.ts";
import { LIST_LIMIT } from "./operatorLists.ts";
import { schemes } from "./operatorSchemas.ts";

const CUSTOMS = { did: `did:ethr:0x7a69:0x${"c".repeat(40)}`, address: `0x${"c".repeat(40)}`, name: "Customs of Southland" };
const AUTHORISATION = {
  ...{ documentType: "AEO", type: "AEOCredential", verdict: "authentic", issuer: CUSTOMS, name: "Example Trading Ltd" },
  says: { number: "KEAEOF0001234", issuingCountry: "KE", programme: "KE-AEO", type: "AEOF", roles: ["exporter"], effectiveDate: "2026-01-15" },
  ...{ validFrom: "2026-01-15T00:00:00Z", validUntil: "2029-01-14T00:00:00Z", standing: { standing: "active" }, recognition: [], foundAt: "here", digest: DIGEST },
};
const FOUND = {
  ...{ authorisations: [AUTHORISATION], isComplete: true, silent: [] },
  block: { chainId: 31337, number: 9, hash: `0x${"b".repeat(64)}`, time: "2026-09-21T13:06:40Z" },
  checkedAt: "2026-09-21T13:07:02Z",
};
const LINE = { line: 1, identifier: "BE0123456789", answer: "nothing_known", authorisations: [], isComplete: true };
const CSV = { type: "string", contentMediaType: "text/csv" };

/** The desk. */
export const operatorOperations: readonly Operation[] = [
  {
    ...{ method: "get", path: "/v1/operators", tag: "Verify", summary: "Look up what an operator is authorised to" },
    description: "By one of its identifiers, whole. Told is what the operator consented to, each authorisation judged by this verifier at one newest block, a suspended or revoked one as that. Recognised partners' services are asked, and what they give is judged here as well; who was not heard is named under silent, and isComplete is then false. 404: nothing may be told, whether the operator is unknown or gave no consent. A key is not needed. With the key of an issuer that is of a recognised programme, what is shared with partners is told, too; an issuer always sees what it issued itself. At most twenty questions a minute from one address; with a key, as many as a list may have.",
    parameters: [
      { name: "identifier", in: "query", required: true, description: "The identifier: a TIN, EORI, LEI, company number, DID or another. Exact matches only.", schema: { type: "string", minLength: 1, maxLength: 500 }, example: "BE0123456789" },
      { name: "scheme", in: "query", description: "Its scheme; any when absent.", schema: { type: "string", enum: schemes }, example: "EORI" },
    ],
    success: { status: 200, says: "What may be told, the best first. Empty only where not everybody was heard.", content: json("OperatorFound", FOUND) },
    faults: ["request_malformed", "not_found", "key_unknown", "key_expired", "key_revoked", "key_missing", "too_many_requests", "ledger_unreachable", "ledger_mismatch", "store_unavailable"],
  },
  {
    ...{ method: "post", path: "/v1/operators:list", tag: "Verify", summary: "Look up a list of operators", needsKey: true },
    description: `Up to ${LIST_LIMIT.toLocaleString("en")} identifiers in one request, as CSV (columns identifier and scheme, with a head or without) or as lines of JSON. Each line is answered on one line, in their order, as soon as it is known: read while you send. As lines of JSON, or, with Accept: text/csv, as a table in which nothing is a formula. A line that cannot be read spoils nothing but itself. Any key will do; an issuer may look up ${ALLOWANCE.identifiers.toLocaleString("en")} identifiers in ${ALLOWANCE.seconds / 60} minutes. When the answer must end before its time, its last line says why and the connection breaks off.`,
    body: { "text/csv": { schema: CSV, example: "identifier,scheme\nBE0123456789,EORI\n" }, "application/x-ndjson": { schema: refTo("OperatorQuery"), example: { identifier: "BE0123456789", scheme: "EORI" } } },
    success: { status: 200, says: "A line for each line.", content: { "application/x-ndjson": { schema: refTo("OperatorLine"), example: LINE }, "text/csv": { schema: CSV } } },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "limit_reached", "overloaded", "ledger_unreachable", "ledger_mismatch"],
  },
  {
    ...{ method: "post", path: "/v1/operators:ask", tag: "Service", summary: "Ask as the service of a partner authority" },
    description: "For other services, which find this address in the issuer's did:web document. The question is signed by a key that the ledger lists for an authority which this service's trust roots recognise (docs/operators.md). Given are credentials whose holders let partners be told, from this service's own store.",
    body: json("PartnerQuestion", { question: "eyJhbGciOiJFUzI1NiJ9.e30.c2ln" }),
    success: { status: 200, says: "The credentials. They prove themselves: judge them.", content: json("PartnerAnswer", { credentials: [], isComplete: true }) },
    faults: [...BODY_FAULTS, "partner_unknown", "too_many_requests", "ledger_unreachable", "ledger_mismatch", "store_unavailable"],
  },
];
