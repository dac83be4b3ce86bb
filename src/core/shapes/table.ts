// Shapes as tables: what each member holds, whence it comes, whether it must be there and who gets to see it.

import { narrower } from "./disclosure.ts";
import type { Disclosure, Kind, Member, MembersOf } from "./shape.ts";

/** One member of a shape, named by its path: `items[].packages.count`. */
export interface Row extends Omit<Member, "kind"> {
  readonly path: string;
  readonly kind: Kind;
  /** What its values look like, in a few words. */
  readonly holds: string;
}

/** The members of an object and all inside them, in the order of the shape. Each is shown to nobody who does not see what it is inside of. */
export function rowsOf(members: MembersOf, { within = "", outer = "public" }: { readonly within?: string; readonly outer?: Disclosure } = {}): readonly Row[] {
  return Object.entries(members).flatMap(([name, member]) => {
    const [path, shown] = [`${within}${name}`, narrower(outer, member.shown)];
    return [{ ...member, path, shown, holds: holds(member.kind) }, ...inside(member.kind, path, shown)];
  });
}

function inside(kind: Kind, path: string, outer: Disclosure): readonly Row[] {
  if (kind.kind === "list") return inside(kind.of, `${path}[]`, outer);
  return kind.kind === "object" ? rowsOf(kind.members, { within: `${path}.`, outer }) : [];
}

/** So many codes are told one by one. */
const TOLD_CODES = 15;

function holds(kind: Kind): string {
  switch (kind.kind) {
    case "object":
      return "an object";
    case "list":
      return `1 to ${kind.most}: ${holds(kind.of)}`;
    case "code":
      return kind.codes.length <= TOLD_CODES ? kind.codes.join(", ") : kind.expects;
    case "whole":
      return `a whole number, ${kind.least} to ${kind.most}`;
    case "flag":
      return "true or false";
    default:
      return kind.expects.replace(", none of them hidden", "");
  }
}
