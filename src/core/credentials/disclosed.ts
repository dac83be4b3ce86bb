// A credential's subject in two parts: what its shape shows to everybody, and what else was presented.

import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Kind } from "../shapes/shape.ts";

/** The members of `value` that are for everybody. Lists keep their places. */
export function publicPart(kind: Kind, value: Json): Json {
  if (kind.kind === "list" && Array.isArray(value)) return value.map((element) => publicPart(kind.of, element));
  if (kind.kind !== "object" || !isObject(value)) return value;
  const shown: Record<string, Json> = {};
  for (const name of Object.keys(value)) {
    const member = publicMember(kind, name);
    if (member !== null) shown[name] = publicPart(member, value[name]!);
  }
  return shown;
}

/**
 * The members of `value` that are not for everybody, as they stand there: those that a holder shows, and those that no shape names.
 *
 * With the public ones it is the whole, and not more: an element of a list that has none stands there empty. `null` where there are none.
 */
export function otherPart(kind: Kind, value: Json): Json {
  if (kind.kind === "list" && Array.isArray(value)) {
    const elements = value.map((element) => otherPart(kind.of, element));
    return elements.every((element) => element === null) ? null : elements.map((element) => element ?? {});
  }
  if (kind.kind !== "object" || !isObject(value)) return null;
  const others: Record<string, Json> = {};
  for (const name of Object.keys(value)) {
    const member = publicMember(kind, name);
    const other = member === null ? value[name]! : otherPart(member, value[name]!);
    if (member === null || other !== null) others[name] = other;
  }
  return Object.keys(others).length === 0 ? null : others;
}

function publicMember({ members }: Extract<Kind, { kind: "object" }>, name: string): Kind | null {
  const member = Object.hasOwn(members, name) ? members[name]! : null;
  return member?.shown === "public" ? member.kind : null;
}

/** The subject as it was presented: both parts together. */
export function presentedSubject({ essentials, disclosed = {} }: { readonly essentials: JsonObject; readonly disclosed?: JsonObject }): JsonObject {
  const subject = together(essentials, disclosed);
  return isObject(subject) ? subject : {};
}

function together(left: Json, right: Json): Json {
  if (Array.isArray(left) && Array.isArray(right)) return left.map((element, at) => (right[at] === undefined ? element : together(element, right[at])));
  if (!isObject(left) || !isObject(right)) return left;
  const both: Record<string, Json> = { ...left };
  // What is for everybody stands as it is: nothing beside it takes its place.
  for (const name of Object.keys(right)) both[name] = Object.hasOwn(left, name) ? together(left[name]!, right[name]!) : right[name]!;
  return both;
}
