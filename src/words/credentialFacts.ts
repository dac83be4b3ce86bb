// What a credential says, for people: the facts that somebody compares with who or what is in front of them, in their order.

import type { Json } from "../core/json.ts";
import type { ShapeName } from "../core/shapes/credential.ts";
import { codeWord, type OperatorCodeWords } from "./operatorCodes.ts";
import { visible } from "./visible.ts";

/** What one language calls the facts of credentials, and the codes in them. */
export interface CredentialFactWords {
  readonly labels: Readonly<Record<FactName, string>>;
  readonly codes: OperatorCodeWords;
  readonly preferential: string;
  readonly nonPreferential: string;
  readonly yes: string;
  readonly no: string;
  /** A day, `YYYY-MM-DD`, with the month in letters. */
  day(date: string): string;
  /** A country by its code: its name, and the code. */
  country(code: string): string;
  /** A number, and the scheme that it belongs to. */
  numbered(value: string, scheme: string): string;
  /** An RFC 3339 time to the minute. */
  moment(time: string): string;
  /** A verdict in a word or two. */
  verdict(code: string): string;
  /** A document type by its code: its name, and the code. */
  documentType(code: string): string;
  /** Between the things of a list; a comma and a blank where the language names nothing else. */
  readonly listed?: string;
  /** The first of so many goods. */
  goods(first: string, count: number): string;
}

export type FactName =
  | ("number" | "operator" | "authorisation" | "programme" | "tier" | "roles" | "effectiveDate" | "lastValidation" | "office" | "issuingCountry" | "traderNumber" | "recognisedBy")
  | ("operatorNumber" | "establishedIn" | "carries" | "modes" | "licence")
  | ("kind" | "form" | "issuedOn" | "exporter" | "consignee" | "origin" | "destination" | "goods" | "hsCode" | "replaces")
  | ("checkedAt" | "found" | "digest" | "checkedType")
  | ("accredited" | "documentTypes" | "mayPassOn" | "jurisdiction");

/** A fact by its name in this language, and what the credential says of it. */
export type Fact = readonly [label: string, value: string];

/** The facts that a subject of this shape says. What it keeps back, or says in no way that its shape knows, is left out. */
export function factsIn(shape: ShapeName, subject: Json, words: CredentialFactWords): readonly Fact[] {
  return readings[shape].flatMap(([name, read]): Fact[] => {
    const value = read(subject, words);
    return value === null || value === "" ? [] : [[words.labels[name], visible(value)]];
  });
}

type Reading = (subject: Json, words: CredentialFactWords) => string | null;

const memberOf = (value: Json | undefined, name: string): Json | undefined => (typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, name) ? (value as Record<string, Json>)[name] : undefined);
const at = (subject: Json, path: readonly string[]): Json | undefined => path.reduce<Json | undefined>(memberOf, subject);
const textAt = (subject: Json, ...path: readonly string[]): string | null => {
  const value = at(subject, path);
  return typeof value === "string" ? value : null;
};
const listAt = (subject: Json, ...path: readonly string[]): readonly Json[] => {
  const value = at(subject, path);
  return Array.isArray(value) ? value : [];
};
const textsIn = (values: readonly (Json | undefined)[]): readonly string[] => values.filter((value): value is string => typeof value === "string");

const text = (...path: readonly string[]): Reading => (subject) => textAt(subject, ...path);
const said = (path: readonly string[], say: (text: string, words: CredentialFactWords) => string): Reading => (subject, words) => {
  const value = textAt(subject, ...path);
  return value === null ? null : say(value, words);
};
const day = (...path: readonly string[]): Reading => said(path, (value, words) => words.day(value));
const country = (...path: readonly string[]): Reading => said(path, (value, words) => words.country(value));
const flag = (path: string, say: (words: CredentialFactWords) => readonly [yes: string, no: string]): Reading => (subject, words) => {
  const value = at(subject, [path]);
  return typeof value === "boolean" ? say(words)[value ? 0 : 1] : null;
};
/** Each of a list once, in words. */
const each = (path: readonly string[], say: (text: string, words: CredentialFactWords) => string, member?: string): Reading => (subject, words) => {
  const values = listAt(subject, ...path).map((value) => (member === undefined ? value : memberOf(value, member)));
  return [...new Set(textsIn(values))].map((value) => say(value, words)).join(words.listed ?? ", ");
};

const traderNumber: Reading = (subject, words) => {
  const [number, scheme, place] = ["identifier", "scheme", "country"].map((name) => textAt(subject, "tin", name));
  return number == null ? null : words.numbered(number, [scheme, place == null ? null : words.country(place)].filter((each) => each != null).join(words.listed ?? ", "));
};

const operatorNumber: Reading = (subject, words) => {
  const [value, scheme] = ["value", "scheme"].map((name) => textAt(subject, "operatorIdentifier", name));
  return value == null ? null : words.numbered(value, scheme ?? "");
};

const goods: Reading = (subject, words) => {
  const items = listAt(subject, "items");
  const first = textsIn([memberOf(items[0], "shortDescription"), memberOf(items[0], "description")])[0];
  return first === undefined ? null : words.goods(first, items.length);
};

/** What stands where in each shape. The first of each is what a reader looks for first. */
const readings: Readonly<Record<ShapeName, readonly (readonly [name: FactName, read: Reading])[]>> = {
  aeo: [
    ["number", text("authorisation", "number")],
    ["operator", text("legalName")],
    ["traderNumber", traderNumber],
    ["authorisation", said(["authorisation", "type"], (code, { codes }) => codeWord(codes.authorisationTypes, code))],
    ["programme", text("authorisation", "programme")],
    ["tier", text("authorisation", "tier")],
    ["roles", each(["authorisation", "roles"], (code, { codes }) => codeWord(codes.roles, code))],
    ["effectiveDate", day("authorisation", "effectiveDate")],
    ["lastValidation", day("authorisation", "lastValidationDate")],
    ["issuingCountry", country("authorisation", "issuingCountry")],
    ["office", text("authorisation", "competentOffice", "name")],
    ["recognisedBy", each(["mutualRecognition"], (code, words) => words.country(code), "partner")],
  ],
  toi: [
    ["operatorNumber", operatorNumber],
    ["operator", text("legalName")],
    ["establishedIn", country("country")],
    ["carries", each(["operatorTypes"], (code, { codes }) => codeWord(codes.operatorTypes, code))],
    ["modes", each(["transportModes"], (code, { codes }) => codeWord(codes.transportModes, code))],
    ["issuingCountry", country("issuingCountry")],
    ["licence", text("licence", "number")],
  ],
  coo: [
    ["number", text("certificateNumber")],
    ["kind", flag("isPreferential", ({ preferential, nonPreferential }) => [preferential, nonPreferential])],
    ["form", text("formType")],
    ["issuedOn", day("issueDate")],
    ["exporter", text("exporter", "name")],
    ["consignee", text("consignee", "name")],
    ["goods", goods],
    ["hsCode", each(["items"], (code) => code, "hsCode")],
    ["origin", each(["items"], (code, words) => words.country(code), "originCountry")],
    ["destination", country("importCountry")],
    ["replaces", text("replaces", "certificateNumber")],
  ],
  acr: [
    ["accredited", (subject) => textAt(subject, "legalName") ?? textAt(subject, "name")],
    ["documentTypes", each(["documentTypes"], (code, words) => words.documentType(code))],
    ["mayPassOn", flag("mayPassOn", ({ yes, no }) => [yes, no])],
    ["jurisdiction", text("jurisdiction")],
  ],
  rct: [
    ["number", text("receiptNumber")],
    ["checkedAt", said(["checkedAt"], (time, words) => words.moment(time))],
    ["found", said(["verdict"], (verdict, words) => words.verdict(verdict))],
    ["digest", text("digest")],
    ["checkedType", said(["documentType"], (code, words) => words.documentType(code))],
  ],
};
