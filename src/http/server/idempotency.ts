// Idempotency keys: a caller's name for a request, so that it can safely be sent again.

import type { Request } from "express";
import { digestOf, type Digest } from "../../core/digest.ts";
import { Fault } from "../../core/fault.ts";
import { canonicalJson, type Json } from "../../core/json.ts";

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** The key that came with the request, beside a digest of what was asked; `null` without one. Throws `request_malformed`. */
export function idempotencyOf({ headers }: Request, asked: Json): { readonly key: string; readonly requestDigest: Digest } | null {
  const key = headers["idempotency-key"];
  if (key === undefined) return null;
  if (typeof key === "string" && IDEMPOTENCY_KEY.test(key)) return { key, requestDigest: digestOf(new TextEncoder().encode(canonicalJson(asked))) };
  throw new Fault("request_malformed", 'The header "Idempotency-Key" must be 1 to 255 visible ASCII characters, and stand once.');
}
