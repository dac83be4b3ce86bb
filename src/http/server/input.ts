// Input: what a caller sent, parsed by its schema or refused with a fault that names the field.

import type { z } from "zod";
import { Fault, type FaultCode, type FaultyPlace } from "../../core/fault.ts";
import type { ShapeProblemCode } from "../../core/shapes/problems.ts";

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

/** More places help nobody. */
const PLACES_LIMIT = 20;

/** The value as `schema` reads it. Throws the fault of the first field that is wrong, with every wrong place in its errors. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const { code, detail } = faultFor(issues[0]!, value);
  throw new Fault(code, detail, { errors: issues.slice(0, PLACES_LIMIT).map((issue) => placeOf(issue, value)) });
}

function faultFor(issue: z.core.$ZodIssue, value: unknown): { readonly code: FaultCode; readonly detail: string } {
  if (issue.code === "unrecognized_keys") return { code: "request_malformed", detail: `The field "${issue.keys[0]!.slice(0, NAME_LIMIT)}" is not known here.` };
  const [field] = issue.path;
  if (field === undefined) return { code: "request_malformed", detail: "The body must be a JSON object." };
  const isMissing = !Object.hasOwn(value as object, field);
  if (isMissing && field === "digest") return { code: "file_missing", detail: `There is neither a file nor the field "digest": ${issue.message}.` };
  const says = isMissing ? "is missing. It must be" : "must be";
  return { code: CODES.get(field) ?? "request_malformed", detail: `The field "${String(field)}" ${says} ${issue.message}.` };
}

/** Our words for what a schema objects to; other objections are to the form. */
const PLACE_CODES: Readonly<Record<string, ShapeProblemCode>> = { unrecognized_keys: "not_allowed", invalid_type: "wrong_kind", invalid_value: "not_in_list", too_small: "too_short", too_big: "too_long" };

function placeOf(issue: z.core.$ZodIssue, value: unknown): FaultyPlace {
  const unknown = issue.code === "unrecognized_keys" ? [issue.keys[0]!.slice(0, NAME_LIMIT)] : [];
  const pointer = [...issue.path, ...unknown].map((name) => `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  if (unknown.length > 0) return { pointer, code: "not_allowed", detail: "Nothing by this name is known here." };
  const isMissing = issue.path.reduce<unknown>((at, name) => (typeof at === "object" && at !== null && Object.hasOwn(at, name) ? (at as Record<PropertyKey, unknown>)[name] : undefined), value) === undefined;
  return { pointer, code: isMissing ? "missing" : (PLACE_CODES[issue.code] ?? "malformed"), detail: `Expected: ${issue.message}.` };
}
