// Operations of following, as OpenAPI describes them: webhooks, events, watches.

import { BODY_FAULTS, DIGEST, ID, idParameter, json, KEY_FAULTS, refTo, type Operation } from "../openapi/operationShapes.ts";

const WEBHOOK = { id: ID, url: "https://erp.example/tradeseal", events: ["document.final", "watch.verdict_changed"], enabled: true, createdAt: "2026-09-21T13:06:40Z" };
const SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDC2FVsBQIhrs=";
const WATCH = { id: ID, digest: DIGEST, hasSeal: false, verdict: "authentic", judgedAt: "2026-09-21T13:06:40Z", createdAt: "2026-09-21T13:06:40Z" };
const EVENT = {
  ...{ type: "watch.verdict_changed", id: "evt_4f1c2a9b8d7e6f5a4b3c2d1e", sequence: 42, timestamp: "2026-09-22T08:00:02Z" },
  data: { watchId: ID, digest: DIGEST, verdict: "no_longer_valid", reason: "revoked", previous: { verdict: "authentic" } },
};

const webhookId = { ...idParameter, description: "The webhook's id." };
const watchId = { ...idParameter, description: "The watch's id." };
const pageParameters = [
  { name: "limit", in: "query", description: "How many, at most 100.", schema: { type: "integer", minimum: 1, maximum: 100 } },
  { name: "cursor", in: "query", description: "For the next page: the last answer's next.", schema: { type: "string" } },
];

const webhooks: readonly Operation[] = [
  {
    ...{ method: "post", path: "/v1/webhooks", tag: "Follow", summary: "Have events sent to you", needsKey: true },
    description: "From now on, every chosen event is posted to the address, signed as Standard Webhooks says, at least once, with the same webhook-id each time. Any 2xx within five seconds takes it; 410 disables the endpoint; anything else is tried again for three days. docs/webhooks.md tells how to check a signature.",
    body: json("WebhookRequest", { url: WEBHOOK.url, events: WEBHOOK.events }),
    success: { status: 201, says: "Registered, with the secret, which is shown this once.", content: json("WebhookMade", { ...WEBHOOK, secret: SECRET }), headers: { Location: { description: "Where the webhook is found.", schema: { type: "string" } } } },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "limit_reached"],
  },
  {
    ...{ method: "get", path: "/v1/webhooks", tag: "Follow", summary: "List your webhooks", needsKey: true },
    success: { status: 200, says: "Your webhooks.", content: json("Webhooks", { webhooks: [WEBHOOK] }) },
    faults: [...KEY_FAULTS],
  },
  {
    ...{ method: "get", path: "/v1/webhooks/{id}", tag: "Follow", summary: "See how a webhook does", needsKey: true },
    parameters: [webhookId],
    success: { status: 200, says: "The webhook.", content: json("Webhook", WEBHOOK) },
    faults: [...KEY_FAULTS, "not_found", "request_malformed"],
  },
  {
    ...{ method: "delete", path: "/v1/webhooks/{id}", tag: "Follow", summary: "Remove a webhook", needsKey: true },
    parameters: [webhookId],
    success: { status: 204, says: "Removed, with what was still to be delivered." },
    faults: [...KEY_FAULTS, "not_found", "request_malformed"],
  },
  {
    ...{ method: "post", path: "/v1/webhooks/{id}/rotate", tag: "Follow", summary: "Change a webhook's secret", needsKey: true },
    description: "For a day events carry two signatures, by the new secret and by the one before it.",
    parameters: [webhookId],
    success: { status: 200, says: "The new secret, which is shown this once.", content: json("WebhookRotated", { id: ID, secret: SECRET, previousUntil: "2026-09-22T13:06:40Z" }) },
    faults: [...KEY_FAULTS, "not_found", "request_malformed"],
  },
  {
    ...{ method: "get", path: "/v1/webhooks/{id}/failures", tag: "Follow", summary: "List events that were given up", needsKey: true },
    description: "Kept for thirty days.",
    parameters: [webhookId, ...pageParameters],
    success: { status: 200, says: "Failures, oldest first.", content: json("Failures", { failures: [{ id: EVENT.id, type: EVENT.type, sequence: 42, attempts: 10, problem: "The endpoint answered 500.", failedAt: "2026-09-25T13:06:40Z", event: EVENT }] }) },
    faults: [...KEY_FAULTS, "not_found", "request_malformed"],
  },
  {
    ...{ method: "post", path: "/v1/webhooks/{id}/replay", tag: "Follow", summary: "Have failed events sent again", needsKey: true },
    description: "All failures, or those named. Enables the endpoint if it was disabled; what happened since then is sent, too.",
    parameters: [webhookId],
    body: json("ReplayRequest", {}),
    success: { status: 202, says: "Taken up again.", content: json("Replayed", { replayed: 1 }) },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "not_found"],
  },
];

const watches: readonly Operation[] = [
  {
    ...{ method: "post", path: "/v1/watches", tag: "Follow", summary: "Be told when a document's verdict changes", needsKey: true },
    description: "For anyone with a key, about any digest. The answer says how it is judged now; the event watch.verdict_changed tells of every change, by webhook and stream. undetermined is told only after an hour; a fall behind a silence is told all the same. The same question again answers with the first watch.",
    body: json("WatchRequest", { digest: DIGEST }),
    success: { status: 201, says: "The watch, now or before.", content: json("Watch", WATCH), headers: { Location: { description: "Where the watch is found.", schema: { type: "string" } } } },
    faults: [...KEY_FAULTS, ...BODY_FAULTS, "digest_malformed", "document_type_malformed", "address_malformed", "seal_malformed", "file_missing", "limit_reached"],
  },
  {
    ...{ method: "get", path: "/v1/watches", tag: "Follow", summary: "List your watches", needsKey: true },
    parameters: pageParameters,
    success: { status: 200, says: "Your watches, newest first.", content: json("Watches", { watches: [WATCH] }) },
    faults: [...KEY_FAULTS, "request_malformed"],
  },
  {
    ...{ method: "get", path: "/v1/watches/{id}", tag: "Follow", summary: "See how a watched document was judged last", needsKey: true },
    parameters: [watchId],
    success: { status: 200, says: "The watch.", content: json("Watch", WATCH) },
    faults: [...KEY_FAULTS, "not_found", "request_malformed"],
  },
  {
    ...{ method: "delete", path: "/v1/watches/{id}", tag: "Follow", summary: "Stop watching", needsKey: true },
    parameters: [watchId],
    success: { status: 204, says: "Removed." },
    faults: [...KEY_FAULTS, "not_found", "request_malformed"],
  },
];

const events: Operation = {
  ...{ method: "get", path: "/v1/events", tag: "Follow", summary: "Follow your events as they come", needsKey: true },
  description: "Server-sent events. Each event's id is its sequence; the header Last-Event-ID goes on behind it, over restarts and with any process of the service. Without it the stream begins with what comes next. A stream ends after fifteen minutes: come again. Events are kept for thirty days.",
  parameters: [
    { name: "Last-Event-ID", in: "header", description: "The id of the last event that you have.", schema: { type: "string", pattern: "^\\d{1,15}$" } },
    { name: "after", in: "query", description: "The same, for readers that cannot send the header at first.", schema: { type: "string", pattern: "^\\d{1,15}$" } },
    { name: "documentId", in: "query", description: "Only events about this document of yours.", schema: { type: "string" } },
  ],
  success: { status: 200, says: "The stream. The data of each event is an Event as JSON.", content: { "text/event-stream": { schema: refTo("Event") } } },
  faults: [...KEY_FAULTS, "request_malformed", "events_forgotten", "overloaded"],
};

/** The operations of following. */
export const followOperations: readonly Operation[] = [...webhooks, events, ...watches];
