/**
 * Goal: what a published schema says of a member can be taken apart again: what it means, who is shown it, and whence it comes.
 * Method: every member of every shape, and sentences at random.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { describe as describeMember, readDescription } from "../../../src/core/shapes/description.ts";
import { schemaOf } from "../../../src/core/shapes/jsonSchema.ts";
import type { Kind } from "../../../src/core/shapes/shape.ts";
import { shapes } from "../../../src/core/shapes/shapes.ts";
import { rowsOf } from "../../../src/core/shapes/table.ts";

test("property: a description says what it was made of", () => {
  const says = fc.string({ minLength: 1, unit: fc.constantFrom("a", "b", " ", ".", "’", "(", ")") });
  fc.assert(
    fc.property(says, fc.constantFrom("public" as const, "holder" as const, "authorities" as const), (text, shown) => {
      expect(readDescription(describeMember({ says: text, shown }))).toEqual({ meaning: `${text[0]!.toUpperCase()}${text.slice(1)}.`, shown });
    }),
  );
});

test.each(Object.values(shapes))("$name: what a member means and whence it comes are told apart, and what the service fills in is marked", ({ subject }) => {
  const told = annotationsIn(schemaOf(subject), subject);
  expect(told.length).toBe(rowsOf(subject.members).length);
  for (const { schema, says, source, shown, presence } of told) {
    const { meaning, shown: read } = readDescription(schema["description"] as string);
    expect([meaning.toLowerCase(), read]).toEqual([`${says}.`.toLowerCase(), shown]);
    expect(schema["$comment"]).toBe(source);
    expect(schema["readOnly"] === true).toBe(presence === "filled");
  }
});

type Annotated = { readonly schema: Record<string, unknown>; readonly says: string; readonly source: string; readonly shown: string; readonly presence: string };

function annotationsIn(schema: Record<string, unknown>, kind: Kind): readonly Annotated[] {
  if (kind.kind === "list") return annotationsIn(schema["items"] as Record<string, unknown>, kind.of);
  if (kind.kind !== "object") return [];
  return Object.entries(kind.members).flatMap(([name, { says, source, shown, presence, kind: inner }]) => {
    const member = (schema["properties"] as Record<string, Record<string, unknown>>)[name]!;
    return [{ schema: member, says, source, shown, presence }, ...annotationsIn(member, inner)];
  });
}
