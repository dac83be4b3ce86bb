// Schemas and description of the graph of grants.

import { z } from "zod";
import { STATEMENTS_LIMIT } from "../../flows/trust/trustGraph.ts";
import { LIST_LIMIT } from "../../flows/trust/vouchers.ts";
import { block, party, reason, time } from "../openapi/answers.ts";
import { json, type Operation } from "../openapi/operationShapes.ts";
import { documentType } from "../openapi/schemas.ts";

/** `GET /v1/trust-graph`: the query. */
export const trustGraphQuery = z.strictObject({ documentType });

const address = z.string().regex(/^0x[0-9a-f]{40}$/).describe("An identity among the parties.");

export const graphStatement = z.object({
  kind: z.enum(["grant", "withdrawal"]),
  from: time,
  until: time.describe("The first moment that it does not cover. Absent when it has no end.").optional(),
  mayPassOn: z.boolean(),
  compromised: z.boolean().describe("Of a withdrawal: the grantee's keys are declared stolen."),
  recordedAt: time.describe("When it was said; what it covers may lie before."),
  blockNumber: z.int(),
});

export const graphGrant = z.object({
  grantor: address,
  grantee: address,
  statements: z.array(graphStatement).describe("All that the grantor ever said about the grantee, oldest first. Of those that cover a moment the last counts."),
  isInForce: z.boolean().describe("Whether this very grant carries the grantee now, by a path from a trust root."),
  reason: reason.optional(),
});

export const trustGraph = z.object({
  documentType,
  parties: z
    .array(party.extend({ isTrustRoot: z.boolean(), closedInBlock: z.int().describe("The block in which it gave up its identity for good.").optional() }))
    .describe("Trust roots for the type, and everybody whom a grant below them names."),
  grants: z.array(graphGrant),
  isComplete: z.boolean().describe(`Whether these are all. At most ${LIST_LIMIT} grants with ${STATEMENTS_LIMIT} statements are listed; when there are more, none is called in force: a withdrawal may be among the others.`),
  asOf: time.describe("The present as this service sees it."),
  block: block.extend({ finalNumber: z.int().describe("The newest final block. Grants recorded later do not count yet; withdrawals do.") }),
});

const CUSTOMS = "0xdddddddddddddddddddddddddddddddddddddddd";
const CHAMBER = "0xcccccccccccccccccccccccccccccccccccccccc";

/** The one operation. */
export const trustGraphOperation: Operation = {
  ...{ method: "get", path: "/v1/trust-graph", tag: "Verify", summary: "Get the graph of grants for one document type" },
  description: `Every grant that ever led on from this verifier's trust roots for the type, with every statement, its effective and its recorded time, read at one newest block: enough to tell by the rule of docs/entitlement.md who was in force at any moment. At most ${LIST_LIMIT} grants and ${STATEMENTS_LIMIT} statements.`,
  parameters: [{ name: "documentType", in: "query", required: true, schema: { $ref: "#/components/schemas/DocumentType" }, example: "861" }],
  success: {
    status: 200,
    says: "The graph. Empty for a type for which this verifier believes nobody.",
    content: json("TrustGraph", {
      documentType: "861",
      parties: [
        { did: `did:ethr:0x7a69:${CUSTOMS}`, address: CUSTOMS, name: "Customs of Example", isTrustRoot: true },
        { did: `did:ethr:0x7a69:${CHAMBER}`, address: CHAMBER, name: "Chamber of Commerce of Example", isTrustRoot: false },
      ],
      grants: [{ grantor: CUSTOMS, grantee: CHAMBER, statements: [{ kind: "grant", from: "2026-05-01T00:00:00Z", until: "2031-01-01T00:00:00Z", mayPassOn: false, compromised: false, recordedAt: "2026-04-20T08:00:02Z", blockNumber: 7 }], isInForce: true }],
      isComplete: true,
      asOf: "2026-09-21T13:07:02Z",
      block: { chainId: 31337, number: 9, finalNumber: 9, hash: `0x${"b".repeat(64)}`, time: "2026-09-21T13:06:40Z" },
    }),
  },
  faults: ["document_type_malformed", "request_malformed", "too_many_requests", "ledger_unreachable", "ledger_mismatch"],
};
