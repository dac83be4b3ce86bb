// Shapes: what a credential holds, said once. Types, checks, JSON Schemas, JSON-LD contexts, disclosure, forms and tables are all read from it.

/** Who gets to see a member of an SD-JWT credential: anybody, whom the holder shows it, or authorities alone. */
export type Disclosure = "public" | "holder" | "authorities";
/** Whether a member has to be there. `filled` ones are worked out by the service from the others. */
export type Presence = "must" | "should" | "may" | "filled";

/** A string that fits a pattern; `kind` says how a form asks for it and how JSON-LD types it. */
export interface TextKind {
  readonly kind: "text" | "lines" | "date" | "moment" | "decimal" | "uri" | "did";
  readonly least: number;
  readonly most: number;
  /** A regular expression with the flag `u`, of the part that ECMA-262 and other dialects share. */
  readonly pattern: string;
  /** What is expected, as it stands after "expected". */
  readonly expects: string;
  /** What a pattern cannot say: a check digit, a list of countries. Asked only when the pattern fits. */
  readonly check?: TextCheck;
}

/** A test beyond the pattern, and what it expects. JSON Schema cannot say it. */
export interface TextCheck {
  readonly fits: (text: string) => boolean;
  readonly expects: string;
}

/** One of a list of codes. */
export interface CodeKind<Code extends string = string> {
  readonly kind: "code";
  readonly codes: readonly Code[];
  /** What the list is, as it stands after "expected". */
  readonly expects: string;
}

/** A whole number. */
export interface WholeKind {
  readonly kind: "whole";
  readonly least: number;
  readonly most: number;
}

/** True or false. */
export interface FlagKind {
  readonly kind: "flag";
}

/** A list of values of one kind. */
export interface ListKind<Element extends Kind = Kind> {
  readonly kind: "list";
  readonly of: Element;
  readonly least: number;
  readonly most: number;
}

/** An object. Members it does not name are kept. */
export interface ObjectKind<Members extends MembersOf = MembersOf> {
  readonly kind: "object";
  readonly members: Members;
  /** Members it does not name belong to other standards (status, proof, terms of use), and nothing in them is looked at. */
  readonly leavesOthersAlone?: true;
}

export type Kind = TextKind | CodeKind | WholeKind | FlagKind | { readonly kind: "list"; readonly of: Kind; readonly least: number; readonly most: number } | { readonly kind: "object"; readonly members: MembersOf; readonly leavesOthersAlone?: true };
export type MembersOf = { readonly [name: string]: Member };

/** What is said of a member beside its kind. */
export interface Said<Says extends string = string> {
  readonly shown: Disclosure;
  /** What it holds: the start of a sentence, in plain English. Its type is the text itself, so that other languages can be held against it. */
  readonly says: Says;
  /** The standard it comes from, with its number there. */
  readonly source: string;
  /** Its IRI in JSON-LD, where a standard has one; `elsewhere` when another context of the credential defines it. */
  readonly iri?: string;
}

/** A member of an object. */
export interface Member<K extends Kind = Kind, P extends Presence = Presence, Says extends string = string> extends Said<Says> {
  readonly kind: K;
  readonly presence: P;
}

type Needed<Members extends MembersOf> = { [Name in keyof Members]: Members[Name]["presence"] extends "must" ? Name : never }[keyof Members];

/** The TypeScript type of the values that a kind admits. */
export type ShapeType<K> =
  K extends ObjectKind<infer Members>
    ? { readonly [Name in Needed<Members>]: ShapeType<Members[Name]["kind"]> } & { readonly [Name in Exclude<keyof Members, Needed<Members>>]?: ShapeType<Members[Name]["kind"]> }
    : K extends ListKind<infer Element>
      ? readonly ShapeType<Element>[]
      : K extends CodeKind<infer Code>
        ? Code
        : K extends WholeKind
          ? number
          : K extends FlagKind
            ? boolean
            : string;

const member =
  <P extends Presence>(presence: P) =>
  <K extends Kind, const Says extends string>(kind: K, said: Said<Says>): Member<K, P, Says> => ({ ...said, kind, presence });

/** A member without which the object is refused. */
export const must = member("must");
/** A member that whoever issues is reminded of. */
export const should = member("should");
/** A member that may be left out. */
export const may = member("may");
/** A member that the service fills in. */
export const filled = member("filled");

/** An object with these members. */
export const object = <const Members extends MembersOf>(members: Members): ObjectKind<Members> => ({ kind: "object", members });
/** A list of at least one value, at most `most`, of this kind. */
export const list = <Element extends Kind>(of: Element, most: number): ListKind<Element> => ({ kind: "list", of, least: 1, most });
/** One of these codes. */
export const code = <const Code extends string>(codes: readonly Code[], expects: string): CodeKind<Code> => ({ kind: "code", codes, expects });
/** A whole number within bounds. */
export const whole = (least: number, most: number): WholeKind => ({ kind: "whole", least, most });
/** True or false. */
export const flag: FlagKind = { kind: "flag" };
