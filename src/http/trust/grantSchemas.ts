// Schemas of grants, asked for and answered. Requests are parsed by these, and openapi.json is made from them.

import { z } from "zod";
import { JURISDICTION } from "../../core/accreditationCredential.ts";
import { grantWords } from "../../core/grantWord.ts";
import { writeStates } from "../../flows/issuing/issuePorts.ts";
import { party } from "../openapi/answers.ts";
import { documentType, says } from "../openapi/schemas.ts";

const IS_PARTY = says("an address (0x and 40 hex characters) or a did:ethr");
const IS_TYPES = says("a list of 1 to 20 document types");
const IS_TIME = says("an RFC 3339 time with its zone, such as 2026-05-01T00:00:00Z");
const IS_NAME = says("text of 1 to 200 bytes");
const IS_PLACE = says("an ISO 3166 code, such as NO or ES-CT");
const IS_FLAG = says("true or false");

/** More bytes the contract does not take. */
const NAME_LIMIT_BYTES = 200;

const grantee = z.string(IS_PARTY).describe("Whom it is about: an address, or a did:ethr of this ledger.");
const documentTypes = z.array(documentType, IS_TYPES).min(1, IS_TYPES).max(20, IS_TYPES).describe("One statement is made for each.");
const time = z.iso.datetime({ offset: true, ...IS_TIME });
const name = z.string(IS_NAME).min(1, IS_NAME).refine((text) => new TextEncoder().encode(text).length <= NAME_LIMIT_BYTES, IS_NAME);

/** `POST /v1/grants`. */
export const grantRequest = z.strictObject({
  grantee,
  documentTypes,
  name: name.describe("The grantee's legal name, as verifiers shall read it. Never a person's. It goes on the ledger for ever."),
  from: time.describe("Since when; may lie in the past. Now when absent.").optional(),
  until: time.describe("Until when, that moment not included. Without an end when absent. To renew, grant again with a later end.").optional(),
  jurisdiction: z.string(IS_PLACE).regex(JURISDICTION, IS_PLACE).describe("Where it holds, for the credential alone: a country or a part of one (ISO 3166).").optional(),
  mayPassOn: z.boolean(IS_FLAG).describe("Whether the grantee may accredit others for these types. false when absent.").optional(),
  anew: z.boolean(IS_FLAG).describe("Have it recorded again though the ledger's last word is the same. Needed rarely: a grant said in a window that was called compromised is said anew by itself. false when absent.").optional(),
  despiteLikeness: z.boolean(IS_FLAG).describe("You answer for it that the name is honest though it mixes scripts or looks like another's. It stands in the journal. false when absent.").optional(),
});

/** `POST /v1/grants:withdraw`. */
export const withdrawalRequest = z.strictObject({
  grantee,
  documentTypes,
  from: time.describe("From when on; may lie in the past. Now when absent.").optional(),
  compromised: z.boolean(IS_FLAG).describe("The grantee's keys were stolen: nothing counts that was said with them from then on. false when absent.").optional(),
});

/** `GET /v1/grants`: the query. */
export const grantsQuery = z.strictObject({ before: z.string().regex(/^[\u0021-\u007e]{1,64}$/, { error: "the id of one of your statements" }).optional() });

const said = z.string().meta({ format: "date-time" });

export const ledgerWord = z
  .enum([...grantWords, "silent"])
  .describe("What the ledger says now about this grantee and type in your name. compromised: withdrawn, the keys being stolen. nothing: no statement covers this moment. silent: the ledger did not answer.");

export const grantView = z.object({
  id: z.string(),
  kind: z.enum(["grant", "withdrawal"]),
  grantor: party,
  grantee: party,
  documentType,
  from: said,
  until: said.describe("Absent when it has no end.").optional(),
  mayPassOn: z.boolean().optional(),
  compromised: z.boolean().optional(),
  state: z.enum(writeStates).describe("batched: stored durably. sent: on its way. included: in a block. final: no reorganisation takes it away. A grant counts once it is final, a withdrawal at once."),
  problem: z.string().describe("Why the ledger refuses it, while it does. It is tried again.").optional(),
  acceptedAt: said,
  credentialDigest: z.string().describe("The digest of the credential that carries the grant: GET /v1/grants/{id}/credential. Absent in a withdrawal, and where no credential carries it.").optional(),
  recordedAt: said.describe("The time of the block that records it.").optional(),
  ledgerSays: ledgerWord.optional(),
});

export const grantsAccepted = z.object({
  grants: z.array(grantView),
  saidAlready: z.array(documentType).describe("For these the ledger's last word is this already; it is not recorded a second time."),
  saidAnew: z.array(documentType).describe("For these it was the last word already, and is recorded anew behind a withdrawal that takes nothing."),
  withoutCredential: z.array(documentType).describe("For these no credential carries the grant: the key of your identity's owner is not here."),
});

export const grants = z.object({
  grants: z.array(grantView).describe("Your statements, newest first."),
  next: z.string().describe("There are more: ask again with before set to this.").optional(),
});
