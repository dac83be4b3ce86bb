// A draft: what was entered so far, as text and flags in the shape of the schema; and the subject that it makes.

import type { Json, JsonObject } from "../../../core/json.ts";
import { membersOf, type Schema } from "./schema.ts";

/** Names and places from the subject down to an entry. */
export type Path = readonly (string | number)[];

/** The JSON pointer (RFC 6901) of a path, below the place where requests have the subject. */
export const pointerOf = (path: Path): string => ["/credentialSubject", ...path.map((step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");

/** What stands at a place; `undefined` when nothing does. */
export function valueAt(draft: Json | undefined, path: Path): Json | undefined {
  let value = draft;
  for (const step of path) value = typeof value === "object" && value !== null && Object.hasOwn(value, step) ? (value as Record<string | number, Json>)[step] : undefined;
  return value;
}

/** The draft with `value` at a place; `undefined` takes away what stands there. */
export function withValue(draft: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = withValue(valueAt(draft, [step]), rest, value);
  if (typeof step === "number") {
    const list = Array.isArray(draft) ? [...(draft as readonly Json[])] : [];
    if (inner === undefined) list.splice(step, 1);
    else list[step] = inner;
    return list;
  }
  const { [step]: _before, ...others } = (draft ?? {}) as JsonObject;
  return inner === undefined ? others : { ...others, [step]: inner };
}

/** An entry of a list as it is added. Numbered entries get the next number. */
export function freshEntry(schema: Schema, place: number): Json {
  if (schema.type !== "object") return "";
  return schema.properties?.["sequence"]?.type === "integer" ? { sequence: String(place + 1) } : {};
}

/** What the draft says, by the schema: nothing where nothing was entered. Entries of lists keep their places, so that the service's pointers fit. */
export function subjectOf(schema: Schema, draft: Json | undefined): JsonObject {
  return (filled(schema, draft, "required") ?? {}) as JsonObject;
}

function filled(schema: Schema, draft: Json | undefined, presence: "required" | "optional"): Json | undefined {
  switch (schema.type) {
    case "object": {
      const entries = membersOf(schema).map(({ name, schema: member, isRequired }) => [name, filled(member, valueAt(draft, [name]), isRequired ? "required" : "optional")] as const);
      const given = entries.filter(([, value]) => value !== undefined);
      // A required flag says no by itself: that alone fills no group.
      return presence === "required" || isTouched(draft) ? (Object.fromEntries(given) as JsonObject) : undefined;
    }
    case "array": {
      const list = Array.isArray(draft) ? (draft as readonly Json[]) : [];
      return list.length === 0 && presence === "optional" ? undefined : list.map((entry) => filled(schema.items!, entry, "required") ?? "");
    }
    case "boolean":
      return draft === true ? true : presence === "required" ? false : undefined;
    case "integer":
      return numberIn(textIn(draft));
    default:
      return textFor(schema, textIn(draft));
  }
}

const textIn = (draft: Json | undefined): string => (typeof draft === "string" ? draft : "");

/** What is no number goes to the service as it was entered, which says what is wrong with it. */
function numberIn(text: string): Json | undefined {
  if (text.trim() === "") return undefined;
  return /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text;
}

function textFor({ format }: Schema, text: string): string | undefined {
  const entered = text.replaceAll("\r\n", "\n").replace(/^[ \t\n]+|[ \t\n]+$/g, "");
  if (entered === "") return undefined;
  return format === "date-time" && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(entered) ? `${entered}:00Z` : entered;
}

/** Whether anything was entered. */
function isTouched(draft: Json | undefined): boolean {
  if (typeof draft === "string") return draft.trim() !== "";
  if (Array.isArray(draft)) return (draft as readonly Json[]).some(isTouched);
  if (typeof draft === "object" && draft !== null) return Object.values(draft).some((each) => isTouched(each as Json));
  return draft === true;
}
