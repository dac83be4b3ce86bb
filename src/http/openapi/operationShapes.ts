// What operations are made of, and what several of them share.

import type { FaultCode } from "../../core/fault.ts";

/** What one operation is made of, before it is written out as OpenAPI. Names of schemas stand for the schemas. */
export interface Operation {
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  readonly tag: "Verify" | "Issue" | "Follow" | "Accredit" | "Service";
  readonly summary: string;
  readonly description?: string;
  readonly needsKey?: true;
  readonly parameters?: readonly object[];
  readonly body?: Readonly<Record<string, MediaType>>;
  readonly success: { readonly status: number; readonly says: string; readonly content?: Readonly<Record<string, MediaType>>; readonly headers?: object };
  readonly faults: readonly FaultCode[];
}

/** One media type of a body or an answer. */
export interface MediaType {
  readonly schema: object;
  readonly example?: unknown;
}

/** A reference to a schema by its name. */
export const refTo = (schema: string): { $ref: string } => ({ $ref: `#/components/schemas/${schema}` });
/** A body or an answer in JSON, with an example. */
export const json = (schema: string, example?: unknown): Record<string, MediaType> => ({ "application/json": { schema: refTo(schema), ...(example === undefined ? {} : { example }) } });

export const DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
export const ID = "0198c7f0e7c27c1f8f0b6d1f0a5d3b42";
/** What can be wrong with a body in JSON. */
export const BODY_FAULTS = ["body_malformed", "media_type_unsupported", "request_malformed"] as const;
/** What can be wrong with a key. */
export const KEY_FAULTS = ["key_missing", "key_unknown", "key_expired", "key_revoked", "scope_missing", "too_many_requests", "store_unavailable"] as const;

export const idParameter = { name: "id", in: "path", required: true, description: "The document's id, from the answer that accepted it.", schema: { type: "string" }, example: ID };
