// Problems: where a value departs from its shape, each with a JSON pointer (RFC 6901), a code and a sentence. Bounded, and never thrown.

import { isObject } from "../json.ts";
import { found } from "./found.ts";
import type { CodeKind, Kind, ListKind, ObjectKind, TextKind, WholeKind } from "./shape.ts";

/** What is wrong with a member. A public contract: codes are added, never renamed. */
export type ShapeProblemCode =
  | "missing" // A member that must be there is not.
  | "wrong_kind" // Another kind of JSON value than expected.
  | "too_short" // Less text, or fewer elements, than the least.
  | "too_long" // More text, or more elements, than the most.
  | "malformed" // Not of the expected form; also a day that no calendar has.
  | "not_in_list" // Not one of the codes.
  | "out_of_range" // A number that is too small, too large or not whole.
  | "check_failed" // The form is right, but the check digit, or what it points to, is not.
  | "name_forbidden" // A member whose name means something else to JSON-LD, SD-JWT or JavaScript.
  | "too_deep" // Nested deeper than any document.
  | "contradiction" // By itself right, but at odds with another member.
  | "not_allowed"; // Must not be there, given the other members or the format.

/** One departure from a shape. */
export interface ShapeProblem {
  /** Where, as a JSON pointer (RFC 6901). For a missing member: where it should be. */
  readonly pointer: string;
  readonly code: ShapeProblemCode;
  /** What was expected and what was found, for people. */
  readonly detail: string;
}

/** More than a hundred help nobody. */
export const PROBLEM_LIMIT = 100;
/** As deep as our reader of JSON goes. */
const DEPTH_LIMIT = 24;
/** To JSON-LD, SD-JWT and JavaScript these are no members. What issuers sign must mean the same to every reader. */
const FORBIDDEN = /^(?:@.*|_sd|_sd_alg|\.\.\.|__proto__|constructor|prototype)$/su;

/** Whether a member may be kept under this name though no shape has it. */
const isForbiddenName = (name: string): boolean => FORBIDDEN.test(name);

/** How to look at a value. */
export interface Looking {
  /** The pointer of the value itself; empty for the whole document. */
  readonly at?: string;
  /** `presented`: members that are not public may be missing, because the holder did not disclose them. `whole` if absent. */
  readonly as?: "whole" | "presented";
}

/** Where `value` departs from `kind`: in the order of the shape, at most `PROBLEM_LIMIT`. Members that no shape names are kept, whatever they hold. */
export function problemsIn(kind: Kind, value: unknown, { at = "", as = "whole" }: Looking = {}): readonly ShapeProblem[] {
  const search = new Search(as);
  search.look(kind, value, { within: null, name: at, depth: at.split("/").length });
  return search.problems;
}

/** The pointer of a member or element of what `pointer` points at. */
export const below = (pointer: string, name: string | number): string => `${pointer}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** Where a value stands. Its pointer is written only when there is a problem: most values have none. */
interface Place {
  /** `null` for the value that was asked about, whose `name` is its pointer. */
  readonly within: Place | null;
  readonly name: string | number;
  readonly depth: number;
}

const inside = (within: Place, name: string | number): Place => ({ within, name, depth: within.depth + 1 });
const pointerOf = ({ within, name }: Place): string => (within === null ? String(name) : below(pointerOf(within), name));

class Search {
  readonly problems: ShapeProblem[] = [];
  readonly #as: "whole" | "presented";

  constructor(as: "whole" | "presented") {
    this.#as = as;
  }

  look(kind: Kind, value: unknown, place: Place): void {
    switch (kind.kind) {
      case "object":
        return this.#object(kind, value, place);
      case "list":
        return this.#list(kind, value, place);
      case "code":
        return this.#code(kind, value, place);
      case "whole":
        return this.#whole(kind, value, place);
      case "flag":
        return typeof value === "boolean" ? undefined : this.#note(place, "wrong_kind", "true or false", value);
      default:
        return this.#text(kind, value, place);
    }
  }

  get #isFull(): boolean {
    return this.problems.length >= PROBLEM_LIMIT;
  }

  #note(place: Place, problem: ShapeProblemCode, expects: string, value: unknown): void {
    if (!this.#isFull) this.problems.push({ pointer: pointerOf(place), code: problem, detail: `Expected ${expects}; found ${found(value)}.` });
  }

  #object({ members, leavesOthersAlone }: ObjectKind, value: unknown, place: Place): void {
    if (!isObject(value)) return this.#note(place, "wrong_kind", "an object", value);
    for (const name of Object.keys(members)) {
      if (this.#isFull) return;
      const { kind, presence, shown, says } = members[name]!;
      if (Object.hasOwn(value, name)) this.look(kind, value[name], inside(place, name));
      else if (presence === "must" && (this.#as === "whole" || shown === "public")) this.#note(inside(place, name), "missing", says, undefined);
    }
    if (leavesOthersAlone) return;
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(members, name)) this.#unknown(name, value[name], inside(place, name));
    }
  }

  #list({ of, least, most }: ListKind, value: unknown, place: Place): void {
    if (!Array.isArray(value)) return this.#note(place, "wrong_kind", "a list", value);
    // Elements, too, may be kept back by a holder.
    if (value.length < least && this.#as === "whole") return this.#note(place, "too_short", `at least ${least} element`, value);
    // What is too long is not looked into: the elements are not worth the time.
    if (value.length > most) return this.#note(place, "too_long", `at most ${most} elements`, value);
    for (const [at, element] of value.entries()) {
      if (this.#isFull) return;
      this.look(of, element, inside(place, at));
    }
  }

  #code({ codes, expects }: CodeKind, value: unknown, place: Place): void {
    if (typeof value !== "string") this.#note(place, "wrong_kind", expects, value);
    else if (!codes.includes(value)) this.#note(place, "not_in_list", expects, value);
  }

  #whole({ least, most }: WholeKind, value: unknown, place: Place): void {
    const expects = `a whole number from ${least} to ${most}`;
    if (typeof value !== "number") this.#note(place, "wrong_kind", expects, value);
    else if (!Number.isInteger(value) || value < least || value > most) this.#note(place, "out_of_range", expects, value);
  }

  #text(kind: TextKind, value: unknown, place: Place): void {
    const { least, most, expects, check } = kind;
    if (typeof value !== "string") return this.#note(place, "wrong_kind", expects, value);
    const length = lengthOf(value, most);
    if (length < least) return this.#note(place, "too_short", expects, value);
    if (length > most) return this.#note(place, "too_long", expects, value);
    if (!compiled(kind.pattern).test(value)) return this.#note(place, "malformed", expects, value);
    if (check !== undefined && !check.fits(value)) this.#note(place, "check_failed", check.expects, value);
  }

  /** What no shape names is kept, but its names must mean the same to every reader. */
  #unknown(name: string, value: unknown, place: Place): void {
    if (this.#isFull) return;
    if (isForbiddenName(name)) return this.#note(place, "name_forbidden", "another name for this member", name);
    if (place.depth > DEPTH_LIMIT && typeof value === "object" && value !== null) return this.#note(place, "too_deep", `nesting of at most ${DEPTH_LIMIT} levels`, value);
    if (Array.isArray(value)) for (const [at, element] of value.entries()) this.#unknown("", element, inside(place, at));
    else if (isObject(value)) for (const inner of Object.keys(value)) this.#unknown(inner, value[inner], inside(place, inner));
  }
}

const PAIRED = /[\ud800-\udbff]/;

/** Characters as people count them (and JSON Schema), taking apart only texts that need it, and no huge ones. */
const lengthOf = (text: string, most: number): number => (text.length > 2 * most || !PAIRED.test(text) ? text.length : [...text].length);

const patterns = new Map<string, RegExp>();

/** The pattern as an expression, made once. */
function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(pattern, "u");
  patterns.set(pattern, made);
  return made;
}
