// JSON-LD 1.1 contexts of the shapes: every term is mapped, protected, and scoped to the type that it belongs to.

import type { JsonObject } from "../json.ts";
import type { AnyShape } from "./credential.ts";
import { contextAddress } from "./shapes.ts";
import type { Kind, MembersOf } from "./shape.ts";

const XSD = "http://www.w3.org/2001/XMLSchema#";
/** W3C's context defines these, protected: to define them again would be an error. */
const DEFINED_BY_W3C = new Set(["id", "type", "name", "description", "mediaType"]);
const DATATYPES: Readonly<Partial<Record<Kind["kind"], string>>> = {
  ...{ date: `${XSD}date`, moment: `${XSD}dateTime`, decimal: `${XSD}decimal`, whole: `${XSD}integer`, flag: `${XSD}boolean` },
  ...{ uri: "@id", did: "@id" },
};

/**
 * The context of a shape, as it is published under `base`.
 *
 * The terms are scoped to the subject's type, so that they cannot clash with those of other contexts. There is no `@vocab`: a member that
 * nobody mapped means nothing to JSON-LD, and is never taken for something else.
 */
export function contextOf({ name, type, subjectType, subject, alsoTerms = {} }: AnyShape, base: string): JsonObject {
  const vocabulary = `${contextAddress(base, name)}#`;
  return {
    "@context": {
      "@version": 1.1,
      "@protected": true,
      ...Object.fromEntries(Object.entries(alsoTerms).map(([term, iri]) => [term, { "@id": iri, "@type": "@id", "@container": "@set" }])),
      [type]: `${vocabulary}${type}`,
      [subjectType]: { "@id": `${vocabulary}${subjectType}`, "@context": termsOf(subject.members, vocabulary) },
    },
  };
}

function termsOf(members: MembersOf, vocabulary: string): JsonObject {
  const own = Object.entries(members).filter(([name, { iri }]) => iri !== "elsewhere" && !DEFINED_BY_W3C.has(name));
  const terms = own.map(([name, { kind, iri = `${vocabulary}${name}` }]) => [name, { "@id": iri, ...typing(kind, vocabulary) }]);
  return { "@protected": true, ...classesOf(members["type"]?.kind, vocabulary), ...Object.fromEntries(terms) };
}

/** To JSON-LD a member `type` names classes, so its codes are terms: an authorisation of the type AEOF is an AEOF. */
const classesOf = (kind: Kind | undefined, vocabulary: string): JsonObject => (kind?.kind === "code" ? Object.fromEntries(kind.codes.map((name) => [name, `${vocabulary}${name}`])) : {});

function typing(kind: Kind, vocabulary: string): JsonObject {
  if (kind.kind === "list") return { ...typing(kind.of, vocabulary), "@container": "@set" };
  // Not propagated: else terms of an outer object would reach into an inner one's unknown members.
  if (kind.kind === "object") return { "@context": { "@propagate": false, ...termsOf(kind.members, vocabulary) } };
  const datatype = DATATYPES[kind.kind];
  return datatype === undefined ? {} : { "@type": datatype };
}
