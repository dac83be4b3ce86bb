// Operations: every route of the service as OpenAPI describes it. A test holds this list against the routes there are.

import { PLACES, PLACES_OF_AN_ISSUER } from "../documents/bulkPlaces.ts";
import { credentialOperations } from "../credentials/credentialOperations.ts";
import { followOperations } from "../following/followOperations.ts";
import { LINE_LIMIT_BYTES } from "../server/lines.ts";
import { BODY_FAULTS, DIGEST, ID, idParameter, json, KEY_FAULTS, refTo, type MediaType, type Operation } from "./operationShapes.ts";
import { INTERNAL, STATUS, type ProblemCode } from "../server/problem.ts";
import { operatorOperations } from "../operators/operatorOperations.ts";
import { ownOperations } from "../issuers/ownOperations.ts";
import { paperOperations } from "../papers/paperOperations.ts";
import { receiptOperations } from "../papers/receiptOperations.ts";
import { shapeOperations } from "../credentials/shapeOperations.ts";
import { trustGraphOperation } from "../trust/trustGraphSchemas.ts";

export { refTo, type Operation } from "./operationShapes.ts";

const ISSUER = "did:ethr:0x7a69:0xdddddddddddddddddddddddddddddddddddddddd";
const GRANTEE = "did:ethr:0x7a69:0xcccccccccccccccccccccccccccccccccccccccc";
const ACCEPTED = { id: ID, digest: DIGEST, documentType: "861", state: "accepted", standing: "active" };

const idempotencyKey = { name: "Idempotency-Key", in: "header", description: "Names this request, so that it can safely be sent again.", schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,255}$" }, example: "invoice-2026-0042" };
const form = (schema: string): Record<string, MediaType> => ({ "multipart/form-data": { schema: refTo(schema) } });

const report = {
  verdict: "not_found",
  reason: "not_anchored",
  subject: { digest: DIGEST, documentType: "861", hasSeal: false },
  findings: [
    { check: "integrity", outcome: "passed" },
    { check: "identified", outcome: "passed" },
    { check: "anchored", outcome: "failed", reason: "not_anchored" },
    { check: "entitled", outcome: "unknown", reason: "not_anchored" },
    { check: "current", outcome: "unknown", reason: "not_anchored" },
  ],
  anchors: [],
  block: { chainId: 31337, number: 9, hash: `0x${"b".repeat(64)}`, time: "2026-09-21T13:06:40Z" },
  trustRoots: [{ did: ISSUER, address: ISSUER.slice(-42), name: "Demo Customs Administration", documentTypes: ["861"] }],
  checkedAt: "2026-09-21T13:07:02Z",
};

const didWeb = `did:web:tradeseal.example:issuers:${ISSUER.slice(-42)}`;
const didDocument = {
  "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"],
  id: didWeb,
  alsoKnownAs: [ISSUER],
  verificationMethod: [{ id: `${didWeb}#kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k`, type: "JsonWebKey2020", controller: didWeb, publicKeyJwk: { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" } }],
  authentication: [],
  assertionMethod: [`${didWeb}#kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k`],
  service: [{ id: `${didWeb}#operators`, type: "TradesealOperators", serviceEndpoint: "https://tradeseal.example/v1/operators:ask" }],
};

const serviceDocument = {
  ...{ "@context": didDocument["@context"], id: "did:web:tradeseal.example", controller: didWeb },
  ...{ alsoKnownAs: [], verificationMethod: [], authentication: [], assertionMethod: [] },
  service: [{ id: "did:web:tradeseal.example#operators", type: "TradesealOperators", serviceEndpoint: "https://tradeseal.example/v1/operators:ask" }],
};

const challengeParameter = { name: "challenge", in: "path", required: true, description: "The challenge.", schema: { type: "string" }, example: "kQ0y2Jm0vV0m2m3Zy1dF0kC8h1qS5rT7uX9wA3bD5eF" };

const verifying: readonly Operation[] = [
  {
    ...{ method: "post", path: "/v1/verifications", tag: "Verify", summary: "Judge a document" },
    description: "Send the file, or only its digest. Without a seal the ledger is searched for exactly these bytes; with one, only the seal's issuer and type are judged. With asAt the document is judged as it stood at that past moment: entitlement at anchoring as ever, standings said by then, for rights that last a path of grants at that moment, all by what the ledger says today. With credential in place of digest a signed credential is judged: its signature by the key that the ledger listed for the issuer at the anchor's block, its issuer's entitlement, its dates, its standing on the ledger and in the status lists that it names. An accreditation credential is judged by the grant that it speaks of. With code it is the code of a paper; with presentation, challenge and audience a presentation: did the holder sign this very challenge for this very audience, and does each credential in it hold? A form whose file is a signed credential is judged as one; a presentation counts only with its challenge, so that a form whose file is one is refused. Nothing that is sent is kept.",
    body: { ...json("VerificationRequest", { digest: DIGEST, documentType: "861" }), ...form("VerificationForm") },
    success: { status: 200, says: "The report. Whatever the verdict, the status is 200.", content: json("Report", report) },
    faults: [...BODY_FAULTS, "digest_malformed", "document_type_malformed", "seal_malformed", "code_malformed", "challenge_missing", "credential_too_large", "file_missing", "file_too_large", "too_many_requests", "overloaded", "store_unavailable"],
  },
  {
    ...{ method: "post", path: "/v1/challenges", tag: "Verify", summary: "Make a challenge for a holder to answer" },
    description: "A random word, good for one presentation within 5 minutes. The holder signs it, with the audience, into the presentation. With handIn the holder may send that to this service, and who has the answerToken is told what came of it.",
    body: json("ChallengeRequest", { audience: "https://border.example" }),
    success: { status: 201, says: "The challenge.", content: json("Challenge", { challenge: "kQ0y2Jm0vV0m2m3Zy1dF0kC8h1qS5rT7uX9wA3bD5eF", audience: "https://border.example", expiresAt: "2026-09-21T13:11:40Z" }) },
    faults: [...BODY_FAULTS, "too_many_requests", "store_unavailable"],
  },
  {
    ...{ method: "post", path: "/v1/challenges/{challenge}/presentation", tag: "Verify", summary: "Hand in the presentation that answers a challenge" },
    description: "For holders, where whoever made the challenge asked for it (handIn). The first one counts: it is judged at once, and the report is kept for who made the challenge alone, until it was fetched or shortly after the challenge has ended. The presentation itself is not kept. What was found is not told to the sender.",
    parameters: [challengeParameter],
    body: json("HandInRequest", { presentation: "eyJhbGciOiJFUzI1NiJ9.e30.c2ln" }),
    success: { status: 202, says: "Judged, and kept for who made the challenge.", content: json("HandedIn", { state: "handed_in" }) },
    faults: [...BODY_FAULTS, "not_found", "too_many_requests", "store_unavailable"],
  },
  {
    ...{ method: "get", path: "/v1/challenges/{challenge}/answer", tag: "Verify", summary: "Fetch the report on the presentation that was handed in" },
    description: "With the answerToken as Bearer token. Held open for up to 20 seconds; 204 while nothing was handed in: ask again. Once it was fetched it is erased. 404: the token is wrong, the challenge has ended, or its answer was fetched.",
    parameters: [challengeParameter, { name: "Authorization", in: "header", required: true, description: "Bearer and the answerToken.", schema: { type: "string" }, example: "Bearer 5nQ0y2Jm0vV0m2m3Zy1dF0kC8h1qS5rT7uX9wA3bD5eF" }],
    success: { status: 200, says: "The report.", content: json("Report") },
    faults: ["key_missing", "not_found", "too_many_requests", "store_unavailable"],
  },
  {
    ...{ method: "get", path: "/v1/issuers", tag: "Verify", summary: "List who is accredited for what, by whom, until when" },
    description: "Everybody whom this verifier's trust roots lead to, in force or not.",
    success: { status: 200, says: "The issuers.", content: json("Issuers") },
    faults: ["too_many_requests", "ledger_unreachable", "ledger_mismatch"],
  },
  {
    ...{ method: "get", path: "/v1/issuers/{id}/keys", tag: "Verify", summary: "List an issuer's signing keys, as the ledger had them" },
    description: "For whoever checks a signature on a device of its own: a code's signature without sending what the code says. A key counts only while the ledger lists it at the block of the anchor, which a report names.",
    parameters: [
      { name: "id", in: "path", required: true, description: "The issuer's did:ethr with its chain spelt out, or its address.", schema: { type: "string" }, example: ISSUER },
      { name: "block", in: "query", description: "The number of a block: the keys as at its end. Absent, or not final: the newest.", schema: { type: "integer", minimum: 0 }, example: 9 },
    ],
    success: { status: 200, says: "The keys.", content: json("IssuerKeys", { did: ISSUER, blockNumber: 9, keys: [{ thumbprint: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", publicKeyJwk: { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" } }] }) },
    faults: ["request_malformed", "address_malformed", "too_many_requests", "ledger_unreachable", "ledger_mismatch"],
  },
  {
    ...{ method: "get", path: "/v1/snapshot", tag: "Verify", summary: "Get what a device keeps for checking without a network" },
    description: "As of one block: whom this verifier believes, who is entitled to what, their signing keys, and the starts of the leaves about whose standing anybody with a say ever said something. At most a minute old. Without a network nothing is ever authentic: that a seal or a code was recorded, and how it stands, only the ledger tells.",
    success: { status: 200, says: "The snapshot.", content: json("Snapshot") },
    faults: ["too_many_requests", "ledger_unreachable", "ledger_mismatch"],
  },
  {
    ...{ method: "get", path: "/v1/recognitions", tag: "Verify", summary: "List who recognises whose rights" },
    description: "For rights that last (AEO, TOI, ACR): every grant that this verifier's trust roots lead to, in force or not, since when, until when, by which path.",
    success: { status: 200, says: "The recognitions.", content: json("Recognitions") },
    faults: ["too_many_requests", "ledger_unreachable", "ledger_mismatch"],
  },
  {
    ...{ method: "get", path: "/v1/trust-roots", tag: "Verify", summary: "List whom this verifier believes" },
    success: { status: 200, says: "The trust roots.", content: json("TrustRoots") },
    faults: [],
  },
  trustGraphOperation,
];

const BULK = [
  `Lines of JSON (NDJSON), as many as you like: each of the request is a BulkLine, each of the answer a BulkAnswer. A line has at most ${LINE_LIMIT_BYTES} bytes. A bad line (no JSON, a field that is not known, an empty line) is answered with its number, counted from 1, and why; it spoils only itself.`,
  "Read while you send: when you do not read, we stop reading too. Who sends less than 1,024 bytes in 10 seconds while we wait, or takes nothing of the answer for 60 seconds, is cut off.",
  "No Idempotency-Key is needed: the same issuer, type and digest again, in this request or another, answers with the first document and where it stands now. So whatever went unanswered is simply sent again; and to see how far documents have come, send them again.",
  "The answer is whole when it has as many lines as the request and ends properly. If something goes wrong after the first answer, a last line names the first line that has no answer and says why, and the connection breaks off.",
  `Limits: ${PLACES_OF_AN_ISSUER} such requests of an issuer at once (429), ${PLACES} in all (503). When too many documents wait for the ledger, new requests get 503, and one that is under way is made to wait, for 30 seconds at most. Each of these comes with Retry-After.`,
].join("\n\n");

const issuing: readonly Operation[] = [
  {
    ...{ method: "post", path: "/v1/documents", tag: "Issue", summary: "Have a document anchored", needsKey: true },
    description: "Answered once the document is stored durably; anchoring follows within seconds. The same issuer, type and digest again answers with the first one, unless reanchor asks for a new anchor.",
    parameters: [idempotencyKey],
    body: { ...json("DocumentRequest", { digest: DIGEST, documentType: "861", reference: "CO-2026-0042" }), ...form("DocumentForm") },
    success: { status: 202, says: "Accepted, now or before.", content: json("DocumentAccepted", ACCEPTED), headers: { Location: { description: "Where the document is found.", schema: { type: "string" } } } },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "digest_malformed", "document_type_malformed", "file_missing", "file_too_large", "idempotency_conflict", "issuer_deactivated", "overloaded"],
  },
  {
    ...{ method: "post", path: "/v1/documents:bulk", tag: "Issue", summary: "Have documents anchored by the million", needsKey: true },
    description: BULK,
    body: { "application/x-ndjson": { schema: refTo("BulkLine"), example: { digest: DIGEST, documentType: "861", reference: "CO-2026-0042" } } },
    success: { status: 200, says: "One line for each line, in their order, each written once its document is stored durably.", content: { "application/x-ndjson": { schema: refTo("BulkAnswer"), example: { digest: DIGEST, id: ID, state: "accepted" } } } },
    faults: [...KEY_FAULTS, "body_malformed", "media_type_unsupported", "request_malformed", "issuer_deactivated", "overloaded"],
  },
  {
    ...{ method: "get", path: "/v1/documents", tag: "Issue", summary: "List your documents, or find some", needsKey: true },
    description: "By digest, type, reference, state or the time of acceptance; all of them without. A page stays what it is while new documents come.",
    parameters: [
      { name: "digest", in: "query", schema: refTo("Digest") },
      { name: "documentType", in: "query", schema: refTo("DocumentType") },
      { name: "reference", in: "query", description: "Your own name for the document.", schema: { type: "string" } },
      { name: "state", in: "query", schema: { type: "string", enum: ["accepted", "batched", "sent", "included", "final"] } },
      { name: "acceptedFrom", in: "query", description: "Only what was accepted at this moment or later (RFC 3339).", schema: { type: "string", format: "date-time" } },
      { name: "acceptedUntil", in: "query", description: "Only what was accepted before this moment (RFC 3339).", schema: { type: "string", format: "date-time" } },
      { name: "limit", in: "query", description: "How many, at most 100 (which it is when absent).", schema: { type: "integer", minimum: 1, maximum: 100 } },
      { name: "cursor", in: "query", description: "For the next page: the last answer's next.", schema: { type: "string" } },
    ],
    success: { status: 200, says: "Your documents, newest first.", content: json("Documents", { documents: [{ ...ACCEPTED, acceptedAt: "2026-09-21T13:06:38Z" }] }) },
    faults: [...KEY_FAULTS, "digest_malformed", "document_type_malformed", "request_malformed"],
  },
  {
    ...{ method: "get", path: "/v1/documents/{id}", tag: "Issue", summary: "See how far a document has come", needsKey: true },
    parameters: [idParameter],
    success: { status: 200, says: "The document.", content: json("Document", { ...ACCEPTED, reference: "CO-2026-0042", state: "final", acceptedAt: "2026-09-21T13:06:38Z", anchoredAt: "2026-09-21T13:06:40Z" }) },
    faults: [...KEY_FAULTS, "not_found", "request_malformed"],
  },
  {
    ...{ method: "get", path: "/v1/documents/{id}/seal", tag: "Issue", summary: "Get a document's seal", needsKey: true },
    description: "There once the document is included. It names no block and no time, so it stays true through reorganisations and always has the same bytes.",
    parameters: [idParameter],
    success: { status: 200, says: "The seal, as a file.", content: json("Seal") },
    faults: [...KEY_FAULTS, "not_found", "not_anchored_yet", "request_malformed"],
  },
  {
    ...{ method: "get", path: "/v1/documents/{id}/evidence", tag: "Issue", summary: "Get proofs of a document's anchor that need no node", needsKey: true },
    description: "Made anew at the newest final block that the ledger's node can prove; isFinal is false where it can prove only a newer one. With it and a block hash that somebody trusts, tradeseal verify --offline judges without any network.",
    parameters: [idParameter],
    success: { status: 200, says: "The evidence, as a file.", content: json("Evidence") },
    faults: [...KEY_FAULTS, "not_found", "not_anchored_yet", "request_malformed", "evidence_unavailable", "ledger_unreachable", "ledger_mismatch"],
  },
  {
    ...{ method: "put", path: "/v1/documents/{id}/standing", tag: "Issue", summary: "Suspend, reinstate, revoke or replace a document", needsKey: true },
    description: "Answered once the change is stored durably; the ledger follows within seconds. Asking for the present standing again changes nothing. A reason that is not one of the listed ones is kept as a private note, and the ledger says unspecified.",
    parameters: [idParameter],
    body: json("StandingRequest", { standing: "revoked", reason: "issued_in_error" }),
    success: { status: 202, says: "The document as it stands now.", content: json("Document", { ...ACCEPTED, state: "final", standing: "revoked", acceptedAt: "2026-09-21T13:06:38Z" }) },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "digest_malformed", "not_found", "standing_forbidden", "issuer_deactivated"],
  },
];

const WORD = { id: ID, speaker: ISSUER, issuer: ISSUER, documentType: "861", digest: DIGEST, standing: "suspended", reason: "under_investigation", state: "batched", warnings: [] };

const takingBack: readonly Operation[] = [
  {
    ...{ method: "post", path: "/v1/standings", tag: "Issue", summary: "Take back, suspend or reinstate what another issuer anchored", needsKey: true },
    description: "For grantors: an authority that vouched for an issuer may suspend, revoke or reinstate the issuer's documents, visibly as its own word. Answered once it is stored durably; the ledger follows within seconds. Saying the same again answers with the first word. Nothing is refused for want of authority, since every verifier judges that by its own trust roots; what this one thinks of it stands in warnings.",
    body: json("StandingWordRequest", { issuer: ISSUER, documentType: "861", digest: DIGEST, standing: "suspended", reason: "under_investigation" }),
    success: { status: 202, says: "Stored, now or before.", content: json("StandingWord", WORD), headers: { Location: { description: "Where the word is found.", schema: { type: "string" } } } },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "address_malformed", "digest_malformed", "document_type_malformed", "file_missing", "standing_forbidden"],
  },
  {
    ...{ method: "get", path: "/v1/standings/{id}", tag: "Issue", summary: "See how far your word has come", needsKey: true },
    parameters: [{ ...idParameter, description: "The word's id, from the answer that accepted it." }],
    success: { status: 200, says: "The word.", content: json("StandingWord", { ...WORD, state: "final", recordedAt: "2026-09-21T13:06:40Z" }) },
    faults: [...KEY_FAULTS, "not_found", "request_malformed"],
  },
];

const GRANT = {
  ...{ id: ID, kind: "grant", grantor: { did: ISSUER, address: ISSUER.slice(-42) }, grantee: { did: GRANTEE, address: GRANTEE.slice(-42), name: "Chamber of Commerce of Example" }, documentType: "861" },
  ...{ from: "2026-05-01T00:00:00Z", until: "2031-01-01T00:00:00Z", mayPassOn: false, state: "batched", acceptedAt: "2026-04-20T08:00:00Z" },
};
const WITHDRAWAL = { id: ID, kind: "withdrawal", grantor: GRANT.grantor, grantee: { did: GRANTEE, address: GRANTEE.slice(-42) }, documentType: "861", from: "2026-06-01T00:00:00Z", compromised: true, state: "batched", acceptedAt: "2026-06-03T08:00:00Z" };

const accrediting: readonly Operation[] = [
  {
    ...{ method: "post", path: "/v1/grants", tag: "Accredit", summary: "Accredit somebody, or renew that", needsKey: true },
    description: "Says on the ledger, in the name of the key's issuer, that the grantee may issue documents of these types. Each grant is signed as a W3C credential first, and names its digest. Answered once it is stored durably. Needs the scope accredit. The ledger drops an exact repeat of its last word: what was said in a window that was called compromised is therefore said anew by way of a withdrawal that takes nothing, and saidAnew tells so.",
    parameters: [idempotencyKey],
    body: json("GrantRequest", { grantee: GRANTEE, documentTypes: ["861"], name: "Chamber of Commerce of Example", from: "2026-05-01T00:00:00Z", until: "2031-01-01T00:00:00Z" }),
    success: { status: 202, says: "Accepted, now or before.", content: json("GrantsAccepted", { grants: [GRANT], saidAlready: [], saidAnew: [], withoutCredential: [] }) },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "address_malformed", "document_type_malformed", "name_refused", "name_look_alike", "idempotency_conflict"],
  },
  {
    ...{ method: "post", path: "/v1/grants:withdraw", tag: "Accredit", summary: "Withdraw an accreditation", needsKey: true },
    description: "From a moment on, which may lie in the past. Answered once it is stored durably. Needs the scope accredit.",
    parameters: [idempotencyKey],
    body: json("WithdrawalRequest", { grantee: GRANTEE, documentTypes: ["861"], from: "2026-06-01T00:00:00Z", compromised: true }),
    success: { status: 202, says: "Accepted, now or before.", content: json("GrantsAccepted", { grants: [WITHDRAWAL], saidAlready: [], saidAnew: [], withoutCredential: [] }) },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "address_malformed", "document_type_malformed", "nothing_to_withdraw", "idempotency_conflict"],
  },
  {
    ...{ method: "get", path: "/v1/grants", tag: "Accredit", summary: "List what you have granted and withdrawn", needsKey: true },
    description: "Also what was said on the operator's command line. Needs the scope accredit or read.",
    parameters: [{ name: "before", in: "query", description: "For the next page: the last answer's next.", schema: { type: "string" } }],
    success: { status: 200, says: "A hundred of your statements, newest first.", content: json("Grants", { grants: [{ ...GRANT, state: "final", recordedAt: "2026-04-20T08:00:02Z", ledgerSays: "granted" }] }) },
    faults: [...KEY_FAULTS, "not_found", "request_malformed"],
  },
  {
    ...{ method: "get", path: "/v1/grants/{id}", tag: "Accredit", summary: "See how far a statement has come, and what the ledger says", needsKey: true },
    parameters: [{ ...idParameter, description: "The statement's id, from the answer that accepted it." }],
    success: { status: 200, says: "The statement.", content: json("GrantView", { ...GRANT, state: "final", recordedAt: "2026-04-20T08:00:02Z", ledgerSays: "granted" }) },
    faults: [...KEY_FAULTS, "not_found", "request_malformed"],
  },
  {
    ...{ method: "get", path: "/v1/grants/{id}/credential", tag: "Accredit", summary: "Get the credential that carries a grant" },
    description: "A W3C Verifiable Credential (data model 2.0, signed as VC-JOSE-COSE says), made before the grant is written to the ledger, which names its digest. Public for whoever knows the id: accreditations of legal entities are. Nothing is listed.",
    parameters: [{ ...idParameter, description: "The statement's id, from the answer that accepted it." }],
    success: { status: 200, says: "The credential, as it was signed.", content: { "application/vc+jwt": { schema: { type: "string" }, example: "eyJhbGciOiJFUzI1NiJ9.e30.c2ln" } } },
    faults: ["not_found", "too_many_requests"],
  },
];

const serving: readonly Operation[] = [
  { method: "get", path: "/.well-known/tradeseal-ledger.json", tag: "Service", summary: "The ledger this service works with", success: { status: 200, says: "Chain id, genesis hash, and the contracts with the hashes of their code.", content: json("LedgerFile") }, faults: [] },
  {
    ...{ method: "get", path: "/.well-known/did.json", tag: "Service", summary: "The did:web document of the service itself" },
    description: "The service signs nothing in its own name, so there are no keys: it says who answers for receipts, and where partners ask about operators.",
    success: { status: 200, says: "A DID document (W3C DID Core).", content: { "application/did+json": { schema: refTo("DidDocument"), example: serviceDocument } } },
    faults: ["not_found", "too_many_requests"],
  },
  {
    ...{ method: "get", path: "/issuers/{address}/did.json", tag: "Service", summary: "The did:web document of an issuer of this service" },
    description: "Made from what the ledger says at its newest final block: the issuer's keys for signing credentials, under its did:web. May be kept for a minute.",
    parameters: [{ name: "address", in: "path", required: true, description: "The issuer's address.", schema: { type: "string" }, example: ISSUER.slice(-42) }],
    success: { status: 200, says: "A DID document (W3C DID Core).", content: { "application/did+json": { schema: refTo("DidDocument"), example: didDocument } } },
    faults: ["not_found", "too_many_requests", "ledger_unreachable", "ledger_mismatch"],
  },
  ...shapeOperations,
  { method: "get", path: "/healthz", tag: "Service", summary: "Whether the process answers", success: { status: 200, says: "It does.", content: json("Health", { status: "ok" }) }, faults: [] },
  { method: "get", path: "/readyz", tag: "Service", summary: "Whether the service can do all its work", description: "503 with the same body while it waits for something.", success: { status: 200, says: "It can.", content: json("Readiness", { isReady: true, waitingFor: [] }) }, faults: [] },
  {
    ...{ method: "get", path: "/metrics", tag: "Service", summary: "How the service does, in numbers" },
    description: "For Prometheus. Callers on the same machine may read it; others send the token of TRADESEAL_METRICS_TOKEN as a Bearer token, and without that setting find nothing here.",
    success: { status: 200, says: "Prometheus' text format.", content: { "text/plain": { schema: { type: "string" } } } },
    faults: ["not_found", "key_unknown"],
  },
  { method: "get", path: "/openapi.json", tag: "Service", summary: "This description, for programs", success: { status: 200, says: "An OpenAPI 3.1 document.", content: { "application/json": { schema: { type: "object" } } } }, faults: [] },
  { method: "get", path: "/recognitions", tag: "Service", summary: "Who recognises whom, for people", description: "503 with a page that says so while the ledger is silent.", success: { status: 200, says: "A page.", content: { "text/html": { schema: { type: "string" } } } }, faults: ["too_many_requests"] },
  { method: "get", path: "/docs", tag: "Service", summary: "This description, for people", success: { status: 200, says: "A page.", content: { "text/html": { schema: { type: "string" } } } }, faults: [] },
];

/** Every operation of the service. */
export const operations: readonly Operation[] = [...verifying, ...issuing, ...credentialOperations, ...takingBack, ...paperOperations, ...receiptOperations, ...operatorOperations, ...ownOperations, ...followOperations, ...accrediting, ...serving];

/** The operation's problem codes by their status. */
export function problemsOf({ faults }: Operation): ReadonlyMap<number, readonly ProblemCode[]> {
  const codes: ProblemCode[] = [...new Set([...faults, INTERNAL] as const)];
  return Map.groupBy(codes, (code) => (code === INTERNAL ? 500 : STATUS[code]));
}
