// What is said of a place of the form: what it is called, what it means, who is shown it. What the page has no words for is said in the English of the schema.

import { readDescription } from "../../../core/shapes/description.ts";
import { marks } from "../../frame/language.ts";
import type { Path } from "./draft.ts";
import { formSays } from "./formSays.ts";
import { spelt, wordAt } from "./labels.ts";
import type { Schema } from "./schema.ts";

/** What the member at a place is called. */
export function Label({ path }: { path: Path }) {
  const word = wordAt(formSays.members, path);
  return word === null ? <span lang="en">{spelt(path)}</span> : <>{word}</>;
}

/** What it means, and who is shown it when not everybody is. */
export function Meaning({ schema: { description = "" } }: { schema: Schema }) {
  const { meaning, shown } = readDescription(description);
  const said = formSays.meaning(meaning);
  if (said === null) return <span lang="en">{description}</span>;
  return <>{shown === "public" ? said : `${said}${marks.blank}${formSays.shown[shown]}`}</>;
}
