// What the forms for certificates ask for: every member of the published schemas, as the page reads them.

import { readDescription } from "../src/core/shapes/description.ts";
import { jsonSchemaOf } from "../src/core/shapes/jsonSchema.ts";
import { shapes } from "../src/core/shapes/shapes.ts";
import { forms, membersOf, type FormName, type Schema } from "../src/web/issuer/forms/schema.ts";

/** A member, where it stands, what the schema says of it, and its codes when it holds codes. */
export interface FormPart {
  readonly form: FormName;
  /** The object that it is a member of: names from the subject down. */
  readonly within: string;
  readonly name: string;
  readonly meaning: string;
  readonly isList: boolean;
  readonly codes: readonly string[];
}

/** The part of a published schema that a form is made from. */
export const subjectSchema = (form: FormName): Schema => (jsonSchemaOf(shapes[form], "https://x.example")["properties"] as unknown as Record<string, Schema>)["credentialSubject"]!;

/** All of them. */
export const formParts: readonly FormPart[] = (Object.keys(forms) as FormName[]).flatMap((form) => partsOf(form, subjectSchema(form), ""));

function partsOf(form: FormName, schema: Schema, within: string): readonly FormPart[] {
  return membersOf(schema).flatMap(({ name, schema: member }) => {
    const inner = member.items ?? member;
    const part = { form, within, name, meaning: readDescription(member.description ?? "").meaning, isList: member.type === "array", codes: inner.enum ?? [] };
    return [part, ...(inner.type === "object" ? partsOf(form, inner, within === "" ? name : `${within}.${name}`) : [])];
  });
}
