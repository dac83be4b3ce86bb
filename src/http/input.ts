// Input: what a caller sent, parsed by its schema or refused with a fault that names the field.

import type { z } from "zod";
import { Fault, type FaultCode } from "../core/fault.ts";

/** Fields that have a code of their own. */
const CODES: ReadonlyMap<unknown, FaultCode> = new Map([
  ["digest", "digest_malformed"],
  ["replacement", "digest_malformed"],
  ["issuer", "address_malformed"],
  ["documentType", "document_type_malformed"],
  ["documentTypes", "document_type_malformed"],
  ["grantee", "address_malformed"],
  ["seal", "seal_malformed"],
]);

/** A stranger's field name is shown to this length. */
const NAME_LIMIT = 40;

/** The value as `schema` reads it. Throws the fault of the first field that is wrong. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw faultFor(parsed.error.issues[0]!, value);
}

function faultFor(issue: z.core.$ZodIssue, value: unknown): Fault {
  if (issue.code === "unrecognized_keys") return new Fault("request_malformed", `The field "${issue.keys[0]!.slice(0, NAME_LIMIT)}" is not known here.`);
  const [field] = issue.path;
  if (field === undefined) return new Fault("request_malformed", "The body must be a JSON object.");
  const isMissing = !Object.hasOwn(value as object, field);
  if (isMissing && field === "digest") return new Fault("file_missing", `There is neither a file nor the field "digest": ${issue.message}.`);
  const says = isMissing ? "is missing. It must be" : "must be";
  return new Fault(CODES.get(field) ?? "request_malformed", `The field "${String(field)}" ${says} ${issue.message}.`);
}
