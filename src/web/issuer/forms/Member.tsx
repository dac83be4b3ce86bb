// A member of the subject, by the kind of its schema: a group, a list, or a field.

import { Entry } from "./Entry.tsx";
import { usePlace, Wrong } from "./Filling.tsx";
import { List } from "./List.tsx";
import type { Path } from "./draft.ts";
import { describedBy, hintAt, Label } from "./Said.tsx";
import { membersOf, type Member as SchemaMember, type Schema } from "./schema.ts";
import { says } from "../says.ts";

export function Member({ member: { name, schema, isRequired }, path }: { member: SchemaMember; path: Path }) {
  const own = [...path, name];
  if (schema.type === "object") return <Group schema={schema} path={own} isRequired={isRequired} />;
  if (schema.type === "array") return <List schema={schema} path={own} isRequired={isRequired} />;
  return <Entry label={<Label path={own} />} schema={schema} path={own} isRequired={isRequired} />;
}

interface GroupProps {
  readonly schema: Schema;
  readonly path: Path;
  readonly isRequired: boolean;
}

function Group({ schema, path, isRequired }: GroupProps) {
  const { id, wrong } = usePlace(path);
  const hint = hintAt(path, schema);
  return (
    <fieldset class={wrong.length > 0 ? "group field-wrong" : "group"} id={id} tabIndex={-1} aria-describedby={describedBy(id, { hint: hint !== null, error: wrong.length > 0 })}>
      <legend>
        <Label path={path} />
        {isRequired && <RequiredMark />}
      </legend>
      {hint !== null && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong.length > 0 && (
        <p class="field-error" id={`${id}-error`}>
          <Wrong wrong={wrong} />
        </p>
      )}
      <Members schema={schema} path={path} />
    </fieldset>
  );
}

/** The members of an object: what must be filled in, and behind a fold what may. */
export function Members({ schema, path }: { schema: Schema; path: Path }) {
  const members = membersOf(schema);
  const required = members.filter(({ isRequired }) => isRequired);
  const optional = members.filter(({ isRequired }) => !isRequired);
  return (
    <>
      {required.map((member) => (
        <Member key={member.name} member={member} path={path} />
      ))}
      {optional.length > 0 && (
        <details class="fold optional">
          <summary>{says.issue.optional(optional.length)}</summary>
          {optional.map((member) => (
            <Member key={member.name} member={member} path={path} />
          ))}
        </details>
      )}
    </>
  );
}

export function RequiredMark() {
  return (
    <span class="required" title={says.issue.required}>
      {" "}
      *<span class="unseen"> {says.issue.required}</span>
    </span>
  );
}
