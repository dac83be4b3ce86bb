// The part of a subject that stands on a paper which its holder shows around: nothing that is for authorities alone.

import { narrower } from "./disclosure.ts";
import type { Disclosure, Kind } from "./shape.ts";

/** `value` without the members for authorities, and without those that its shape does not name: no paper has a place for them. */
export function paperPart(kind: Kind, value: unknown, outer: Disclosure = "public"): unknown {
  if (kind.kind === "list" && Array.isArray(value)) return value.map((element) => paperPart(kind.of, element, outer));
  if (kind.kind !== "object" || typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const member = Object.hasOwn(kind.members, name) ? kind.members[name] : undefined;
    const shown = member === undefined ? "authorities" : narrower(outer, member.shown);
    return member === undefined || shown === "authorities" ? [] : [[name, paperPart(member.kind, inner, shown)]];
  });
  return Object.fromEntries(kept);
}
