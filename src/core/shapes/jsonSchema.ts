// JSON Schemas (draft 2020-12) of the shapes. They say all that a schema can; check digits and rules over several members are ours alone.

import type { JsonObject } from "../json.ts";
import type { AnyShape } from "./credential.ts";
import { describe } from "./description.ts";
import { schemaAddress } from "./shapes.ts";
import type { Kind, Member, ObjectKind, TextKind } from "./shape.ts";

const FORMATS: Readonly<Partial<Record<TextKind["kind"], string>>> = { date: "date", moment: "date-time", uri: "uri", did: "uri" };
/** The names that `isForbiddenName` refuses. */
const NAMES = "^(?!(?:@[\\s\\S]*|_sd|_sd_alg|\\.\\.\\.|__proto__|constructor|prototype)$)";

/** The schema of a shape's whole credential, as it is published under `base`. */
export function jsonSchemaOf(shape: AnyShape, base: string): JsonObject {
  const { name, title, type, credential } = shape;
  const schema = schemaOf(credential);
  const properties = schema["properties"] as JsonObject;
  const types = { ...(properties["type"] as JsonObject), allOf: ["VerifiableCredential", type].map((needed) => ({ contains: { const: needed } })) };
  return {
    ...{ $schema: "https://json-schema.org/draft/2020-12/schema", $id: schemaAddress(base, name), title: `Tradeseal ${title}` },
    ...schema,
    properties: { ...properties, type: types },
    $defs: { kept },
  };
}

/** The schema of values of this kind. */
export function schemaOf(kind: Kind): JsonObject {
  switch (kind.kind) {
    case "object":
      return objectSchema(kind);
    case "list":
      return { type: "array", items: schemaOf(kind.of), minItems: kind.least, maxItems: kind.most };
    case "code":
      return { type: "string", enum: kind.codes };
    case "whole":
      return { type: "integer", minimum: kind.least, maximum: kind.most };
    case "flag":
      return { type: "boolean" };
    default:
      return textSchema(kind);
  }
}

function textSchema({ kind, least, most, pattern }: TextKind): JsonObject {
  const format = FORMATS[kind];
  return { type: "string", minLength: least, maxLength: most, pattern, ...(format === undefined ? {} : { format }) };
}

function objectSchema({ members, leavesOthersAlone }: ObjectKind): JsonObject {
  const entries = Object.entries(members);
  const required = entries.filter(([, { presence }]) => presence === "must").map(([name]) => name);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, member]) => [name, { ...schemaOf(member.kind), ...annotations(member) }])),
    ...(required.length === 0 ? {} : { required }),
    // Unknown members are kept, under any name that means nothing else.
    ...(leavesOthersAlone ? {} : { propertyNames: { pattern: NAMES }, additionalProperties: { $ref: "#/$defs/kept" } }),
  };
}

/** What nobody named, to any depth. */
const kept: JsonObject = { propertyNames: { pattern: NAMES }, additionalProperties: { $ref: "#/$defs/kept" }, items: { $ref: "#/$defs/kept" } };

/** What a member means and who is shown it, for people; whence it comes, for whoever reads the schema; and that nobody is asked for what the service fills in. */
const annotations = (member: Member): JsonObject => ({ description: describe(member), $comment: member.source, ...(member.presence === "filled" ? { readOnly: true } : {}) });
