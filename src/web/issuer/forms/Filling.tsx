// Filling in: the draft, and what is wrong with it, for every field of the form.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FaultyPlace } from "../../../core/fault.ts";
import type { Json } from "../../../core/json.ts";
import { pointerOf, valueAt, type Path } from "./draft.ts";
import { visible } from "../../../words/visible.ts";
import { says } from "../says.ts";

/** What the fields of a form share. */
export interface FillingIn {
  readonly draft: Json | undefined;
  readonly errors: readonly FaultyPlace[];
  put(path: Path, value: Json | undefined): void;
}

/** Given by the form to all its fields. */
export const Filling = createContext<FillingIn | null>(null);

/** One place of the form: what stands there, how to change it, what is wrong with it. */
export function usePlace(path: Path) {
  const { draft, errors, put } = useContext(Filling)!;
  const pointer = pointerOf(path);
  return {
    id: idOf(pointer),
    value: valueAt(draft, path),
    wrong: errors.filter((error) => error.pointer === pointer),
    put: (value: Json | undefined) => put(path, value),
  };
}

/** The id of the element for a JSON pointer. */
export const idOf = (pointer: string): string => `field${pointer.replace(/[^A-Za-z0-9]+/g, "-")}`;

/** What is wrong, in the words of the page, with the service's own beside them. */
export function Wrong({ wrong }: { wrong: readonly FaultyPlace[] }) {
  return (
    <>
      {wrong.map(({ code, detail }, place) => (
        <span key={place} class="wrong">
          {Object.hasOwn(says.issue.problems, code) ? says.issue.problems[code] : says.issue.otherProblem} <span lang="en">{visible(detail, 400)}</span>
        </span>
      ))}
    </>
  );
}
