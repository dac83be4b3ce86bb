// Schemas of what an issuer asks about itself: whose key this is, which keys there are, who may speak for it.

import { z } from "zod";
import { scopes } from "../../flows/trust/administrationPorts.ts";
import { block, party, time } from "../openapi/answers.ts";
import { documentType } from "../openapi/schemas.ts";

const keyMembers = {
  id: z.string().describe("As tradeseal api-key list shows it. It opens nothing."),
  scopes: z.array(z.enum(scopes)),
  createdAt: time,
  expiresAt: time.describe("Absent when it does not expire.").optional(),
};

const issuer = z.object({ did: z.string(), address: z.string(), name: z.string().describe("As the operator of this service entered it. Reports take names from grants.") });

/** `GET /v1/me`. */
export const me = z.object({
  issuer,
  key: z.object(keyMembers),
  mayIssue: z
    .array(z.object({ documentType, by: party.describe("Who vouches. Absent for a trust root, which needs nobody.").optional(), until: time.optional() }))
    .describe("Types for which this verifier's trust roots lead to you now. Absent when the ledger did not answer, so that it is not known.")
    .optional(),
});

/** `GET /v1/keys`. */
export const ownKeys = z.object({
  keys: z.array(z.object({ ...keyMembers, revokedAt: time.optional(), lastUsedOn: z.string().describe("The day (UTC) on which it was last used.").optional(), isThis: z.boolean().describe("Whether this request came with it.") })),
});

/** `GET /v1/identity`. */
export const ownIdentity = z.object({
  issuer,
  owner: z.string(),
  account: z.string().describe("The account that signs for you here."),
  mayWrite: z.boolean().describe("Whether the ledger takes what that account says in your name now."),
  isDeactivated: z.boolean(),
  delegations: z.array(z.object({ account: z.string(), until: time.describe("Of one that was revoked: when."), isInForce: z.boolean() })).describe("Every account that ever was a delegate of the type tradeseal, oldest first."),
  block: block.describe("At which it was read."),
});
