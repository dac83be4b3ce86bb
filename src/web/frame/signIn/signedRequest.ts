// Calls in the name of an issuer: with its API key, and named so that they can safely be sent again.

import type { Json } from "../../../core/json.ts";
import { jsonOf, PATIENCE_MS, request } from "../service.ts";

export interface SignedCall {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly body?: Json;
  /** See {@link newIdempotencyKey}. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** What the service answers to a call with this API key. Rejects with {@link Unanswered}. The key goes to this service alone: redirects are errors. */
export async function signedRequest(apiKey: string, path: string, { method = "GET", body, idempotencyKey, signal }: SignedCall = {}): Promise<unknown> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const response = await request(path, {
    method,
    headers: {
      accept: "application/json",
      authorization: `Bearer ${apiKey}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
  });
  return jsonOf(response);
}

/** A name for one request: whoever sends it again with the same name and body gets the first answer again. */
export function newIdempotencyKey(): string {
  // Not randomUUID, which browsers give only to pages that came over HTTPS.
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
