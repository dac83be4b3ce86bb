// Schemas of following: what is asked about webhooks, events and watches, and what is answered.

import { z } from "zod";
import { eventKinds } from "../../flows/following/eventKinds.ts";
import { block, reason, time, verdict } from "../openapi/answers.ts";
import { digest, documentType, identity, limit, sealGiven } from "../openapi/schemas.ts";

const IS_URL = { error: "an https address of at most 2,048 characters" };
const IS_KINDS = { error: `a list of events, each one of ${eventKinds.join(", ")}` };
const IS_IDS = { error: "a list of 1 to 100 ids of events" };

const kind = z.enum(eventKinds, IS_KINDS).describe("What happened. Names are added, never renamed: pass over those that you do not know.");
const sequence = z.int().describe("Counts your events, without gaps. Of two about the same document the higher is the newer, whatever came first.");
const cursor = z.string().optional();

/** `POST /v1/webhooks`. */
export const webhookRequest = z.strictObject({
  url: z.string(IS_URL).regex(/^[^\u0000-\u0020\u007f]{1,2048}$/, IS_URL).describe("Where to send events. https, port 443, a public address; nobody follows redirects."),
  events: z.array(kind, IS_KINDS).min(1, IS_KINDS).describe("What to send. Absent: every event that there is today.").optional(),
});

/** `POST /v1/webhooks/{id}/replay`. */
export const replayRequest = z.strictObject({ events: z.array(z.string(IS_IDS).regex(/^[\u0021-\u007e]{1,100}$/, IS_IDS), IS_IDS).min(1, IS_IDS).max(100, IS_IDS).describe("Ids of failed events. Absent: all of them.").optional() });

/** `GET /v1/webhooks/{id}/failures`, `GET /v1/watches`: the query. */
export const pageQuery = z.strictObject({ limit, cursor });

const IS_SEQUENCE = { error: "the id of an event of this stream: a whole number" };
/** `GET /v1/events`: the query. */
export const eventsQuery = z.strictObject({ documentId: z.string().optional(), after: z.string(IS_SEQUENCE).regex(/^\d{1,15}$/, IS_SEQUENCE).optional() });

/** `POST /v1/watches`. */
export const watchRequest = z.strictObject({
  digest,
  documentType: documentType.describe("The type that you expect.").optional(),
  issuer: identity.describe("Only this issuer's anchors count: its DID with the chain spelt out, or its address.").optional(),
  seal: sealGiven.optional(),
});

const secret = z.string().regex(/^whsec_[A-Za-z0-9+/]+=*$/).describe("What events are signed with (Standard Webhooks). Shown this once.");

export const webhook = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(kind),
  enabled: z.boolean().describe("false after a 410, or after five days of failures. Replaying its failures enables it again."),
  createdAt: time,
  failingSince: time.describe("Since when every delivery failed.").optional(),
  problem: z.string().describe("Why the last delivery failed, or why it was disabled.").optional(),
});
export const webhookMade = webhook.extend({ secret });
export const webhooks = z.object({ webhooks: z.array(webhook) });
export const webhookRotated = z.object({ id: z.string(), secret, previousUntil: time.describe("Until then events are signed with both secrets.") });

export const failures = z.object({
  failures: z.array(z.object({ id: z.string().describe("The event's id, its webhook-id."), type: kind, sequence, attempts: z.int(), problem: z.string().optional(), failedAt: time, event: z.looseObject({}).describe("The event itself.") })),
  next: z.string().describe("The cursor of the next page. Absent on the last.").optional(),
});
export const replayed = z.object({ replayed: z.int().describe("How many are tried again.") });

const judged = { verdict, reason: reason.optional() };
export const watch = z.object({
  id: z.string(),
  digest,
  documentType: documentType.optional(),
  issuer: z.string().optional(),
  hasSeal: z.boolean(),
  ...judged,
  doubtSince: time.describe("Since when the document could not be judged for sure. The verdict is the last that was sure.").optional(),
  judgedAt: time,
  createdAt: time,
});
export const watches = z.object({ watches: z.array(watch), next: z.string().describe("The cursor of the next page. Absent on the last.").optional() });

const eventBlock = z.object({ number: z.int(), hash: z.string(), time });

export const event = z
  .object({
    type: kind,
    id: z.string().describe("The same however often the event comes: drop what you have seen."),
    sequence,
    timestamp: time,
    data: z.looseObject({
      documentId: z.string().optional(),
      standingId: z.string().optional(),
      watchId: z.string().optional(),
      digest,
      documentType: documentType.optional(),
      reference: z.string().optional(),
      verdict: verdict.optional(),
      reason: z.string().optional(),
      previous: z.object(judged).describe("What you were told before.").optional(),
      block: z.union([block, eventBlock]).describe("The block that holds it; of reorganised, the one that was lost.").optional(),
    }),
  })
  .describe("What a webhook's body and a stream's data hold.");
