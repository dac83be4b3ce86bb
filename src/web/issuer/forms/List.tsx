// A list of a form: its entries, each of which can be taken away, and a button for one more.

import { useEffect, useRef } from "preact/hooks";
import type { Json } from "../../../core/json.ts";
import { marks } from "../../frame/language.ts";
import { says } from "../says.ts";
import { freshEntry, type Path } from "./draft.ts";
import { Entry } from "./Entry.tsx";
import { usePlace, Wrong } from "./Filling.tsx";
import { labelOf } from "./labels.ts";
import { Members, RequiredMark } from "./Member.tsx";
import { describedBy, hintAt, Label } from "./Said.tsx";
import type { Schema } from "./schema.ts";

interface ListProps {
  readonly schema: Schema;
  readonly path: Path;
  readonly isRequired: boolean;
}

export function List({ schema, path, isRequired }: ListProps) {
  const { id, value, wrong, put } = usePlace(path);
  const entries: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [];
  const entry = labelOf([...path, 0]);
  const group = useRef<HTMLFieldSetElement>(null);
  const { maxItems: most = Infinity } = schema;
  // What must have entries begins with one, so that it can be filled in at once.
  useEffect(() => {
    if (isRequired && entries.length === 0) put([freshEntry(schema.items!, 0)]);
  }, [isRequired, entries.length]);
  const add = (): void => {
    put([...entries, freshEntry(schema.items!, entries.length)]);
    requestAnimationFrame(() => group.current?.querySelector<HTMLElement>(":scope > .entry:last-of-type :is(input, select, textarea)")?.focus());
  };
  const remove = (place: number): void => {
    put(entries.length === 1 ? undefined : entries.filter((_entry, at) => at !== place));
    requestAnimationFrame(() => group.current?.focus());
  };
  return (
    <fieldset ref={group} class={wrong.length > 0 ? "group field-wrong" : "group"} id={id} tabIndex={-1} aria-describedby={describedBy(id, { hint: true, error: wrong.length > 0 })}>
      <legend>
        <Label path={path} />
        {isRequired && <RequiredMark />}
      </legend>
      <p class="soft" id={`${id}-hint`}>
        <ListHint schema={schema} path={path} isRequired={isRequired} />
      </p>
      {wrong.length > 0 && (
        <p class="field-error" id={`${id}-error`}>
          <Wrong wrong={wrong} />
        </p>
      )}
      {entries.map((_entry, place) => (
        <div key={place} class="entry">
          <ListEntry label={says.issue.item(entry, place + 1)} schema={schema.items!} path={[...path, place]} />
          {!(isRequired && entries.length === 1) && (
            <button type="button" class="button" onClick={() => remove(place)}>
              {says.issue.remove(entry, place + 1)}
            </button>
          )}
        </div>
      ))}
      {entries.length < most && (
        <button type="button" class="button" onClick={add}>
          {says.issue.add(entry)}
        </button>
      )}
    </fieldset>
  );
}

function ListHint({ schema, path, isRequired }: ListProps) {
  const hint = hintAt(path, schema);
  const { minItems: least = 0, maxItems: most = Infinity } = schema;
  return (
    <>
      {hint}
      {hint !== null && marks.blank}
      {says.issue.limit(isRequired ? least : 0, most)}
    </>
  );
}

function ListEntry({ label, schema, path }: { label: string; schema: Schema; path: Path }) {
  const { id, wrong } = usePlace(path);
  if (schema.type !== "object") return <Entry label={label} schema={schema} path={path} isRequired />;
  return (
    <fieldset class="group group-entry" id={id} tabIndex={-1}>
      <legend>{label}</legend>
      {wrong.length > 0 && (
        <p class="field-error">
          <Wrong wrong={wrong} />
        </p>
      )}
      <Members schema={schema} path={path} />
    </fieldset>
  );
}
