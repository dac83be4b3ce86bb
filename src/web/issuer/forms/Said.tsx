// What is said of a place of the form: what it is called, what it means, who is shown it. What the page has no words for is said in the English of the schema.

import type { ComponentChildren } from "preact";
import { readDescription } from "../../../core/shapes/description.ts";
import { marks } from "../../frame/language.ts";
import type { Path } from "./draft.ts";
import { exampleAt } from "./examples.ts";
import { formSays } from "./formSays.ts";
import { spelt, wordAt } from "./labels.ts";
import type { Schema } from "./schema.ts";

/** What the member at a place is called. */
export function Label({ path }: { path: Path }) {
  const word = wordAt(formSays.members, path);
  return word === null ? <span lang="en">{spelt(path)}</span> : <>{word}</>;
}

/** What it means where its label does not say enough, who is shown it when not everybody is, and examples; `null` when nothing is left to say. */
export function hintAt(path: Path, { description = "" }: Schema): ComponentChildren | null {
  const { meaning, shown } = readDescription(description);
  const example = exampleAt(path);
  const more = [...(shown === "public" ? [] : [formSays.shown[shown]]), ...(example === null ? [] : [formSays.example(example)])];
  const said = formSays.meaning(meaning);
  const isForeign = said === null && meaning !== "" && wordAt(formSays.members, path) === null;
  const sentences = [...(said === null ? [] : [said]), ...more].join(marks.blank);
  if (!isForeign) return sentences === "" ? null : sentences;
  return (
    <>
      <span lang="en">{meaning}</span>
      {sentences !== "" && `${marks.blank}${sentences}`}
    </>
  );
}

/** Names the elements that tell more of a place, for whoever hears the form read out. */
export const describedBy = (id: string, parts: Readonly<Record<"hint" | "error", boolean>>): string | undefined =>
  [...(parts.hint ? [`${id}-hint`] : []), ...(parts.error ? [`${id}-error`] : [])].join(" ") || undefined;
