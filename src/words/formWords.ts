// What the forms for certificates say beside the console's own words: what each member is called and means, and the codes in it.

import type { AskedLists, AskedNames } from "../core/shapes/asked.ts";
import type { Disclosure } from "../core/shapes/shape.ts";
import type { shapes } from "../core/shapes/shapes.ts";
import type { toi } from "../core/shapes/toi.ts";
import type { explainedMeanings } from "./explainedMeanings.ts";
import type { SchemeWords } from "./identifierSchemes.ts";
import type { OperatorCodeWords } from "./operatorCodes.ts";

/** What may be filled in. */
export type FormSubject = (typeof shapes)["coo" | "aeo" | "toi"]["subject"];

/** The name of a member that a form asks for. */
export type MemberName = AskedNames<FormSubject>;
/** A list that a form asks for, as one entry of it is called. */
export type EntryName = `${AskedLists<FormSubject>}[]`;
/** What a member means, in the English of the schemas, where its label does not say enough. */
export type Meaning = (typeof explainedMeanings)[number];

/** Members that are called otherwise where they stand here: the member around them, and their own name. */
export type PlacedName = "aeoCredential.id" | "issuerAccreditations.scheme" | "originCriterion.code" | "guaranteeAssociation.code" | "quantity.value" | "grossWeight.value" | "manufacturerIdentifiers.value";

/** What members and the entries of lists are called. */
export type MemberWords = Readonly<Record<MemberName | EntryName | PlacedName, string>>;
/** What members mean: a sentence for each of the schemas' own that needs one. */
export type MeaningWords = Readonly<Record<Meaning, string>>;

type AgentRole = (typeof toi)["subject"]["members"]["authorisedAgents"]["kind"]["of"]["members"]["role"]["kind"]["codes"][number];

/** Codes in words. Codes of statutes, such as HS editions, stand as they are. */
export interface FormCodeWords extends OperatorCodeWords {
  readonly schemes: SchemeWords;
  readonly agentRoles: Readonly<Record<AgentRole, string>>;
}

/** Where the codes of a member have their words. */
export const memberCodes = {
  ...{ mode: "transportModes", transportModes: "transportModes", type: "authorisationTypes", roles: "roles", role: "agentRoles" },
  ...{ sectors: "tradeSectors", operatorTypes: "operatorTypes", scheme: "schemes" },
} as const satisfies Partial<Readonly<Record<MemberName, keyof FormCodeWords>>>;

/** The words of the forms. */
export interface FormWords {
  readonly members: MemberWords;
  /** A meaning in this language; `null` when the label says it already, or when the sentence is none of those of our schemas. */
  meaning(sentence: string): string | null;
  /** Who is shown a member that is not for everybody: a sentence behind its meaning. */
  readonly shown: Readonly<Record<Exclude<Disclosure, "public">, string>>;
  readonly codes: FormCodeWords;
  /** What may be entered, where the form has no list: `given` are codes or numbers. */
  example(given: string): string;
}

/** Finds meanings in a language's table. */
export const meaningIn =
  (table: MeaningWords): FormWords["meaning"] =>
  (sentence) =>
    Object.hasOwn(table, sentence) ? table[sentence as Meaning] : null;
