// Disclosure: which members of a credential's subject a holder may keep back, and which only authorities ever see.

import { below, type ShapeProblem } from "./problems.ts";
import type { Disclosure, Kind, ObjectKind } from "./shape.ts";

/** A member that is not public, where it stands in a value. */
export interface Mark {
  /** JSON pointer (RFC 6901) below the subject. */
  readonly pointer: string;
  readonly shown: Exclude<Disclosure, "public">;
}

/**
 * The marks on `subject`, outer members before the members inside them, as far as they are there.
 *
 * A member that no shape names is the holder's to show: whoever added it may have meant it for few. Members inside one that is kept back are
 * marked only where they are for fewer people still.
 */
export function marksIn(kind: ObjectKind, subject: unknown, at = ""): readonly Mark[] {
  return [...marks(kind, subject, { pointer: at, outer: "public" })];
}

const RANK: Readonly<Record<Disclosure, number>> = { public: 0, holder: 1, authorities: 2 };

/** Who gets to see a member inside another: nobody who does not see the outer one. */
export const narrower = (outer: Disclosure, inner: Disclosure): Disclosure => (RANK[inner] > RANK[outer] ? inner : outer);

interface Within {
  readonly pointer: string;
  readonly outer: Disclosure;
}

function* marks(kind: Kind, value: unknown, { pointer, outer }: Within): Iterable<Mark> {
  if (kind.kind === "list" && Array.isArray(value)) for (const [at, element] of value.entries()) yield* marks(kind.of, element, { pointer: below(pointer, at), outer });
  if (kind.kind !== "object" || typeof value !== "object" || value === null || Array.isArray(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    const member = Object.hasOwn(kind.members, name) ? kind.members[name] : undefined;
    const shown = member?.shown ?? "holder";
    const place = below(pointer, name);
    if (shown !== "public" && RANK[shown] > RANK[outer]) yield { pointer: place, shown };
    if (member !== undefined) yield* marks(member.kind, inner, { pointer: place, outer: narrower(outer, shown) });
  }
}

/** What must not be in a credential that shows all of itself: the members for authorities only. */
export function problemsOutsideSdJwt(kind: ObjectKind, subject: unknown, at = "/credentialSubject"): readonly ShapeProblem[] {
  return marksIn(kind, subject, at)
    .filter(({ shown }) => shown === "authorities")
    .map(({ pointer }) => ({ pointer, code: "not_allowed", detail: "Expected nothing: this member is for authorities only, and only the format dc+sd-jwt can keep it from others." }));
}
