// What is asked of whoever issues: of a shape the members that the service does not fill in, as types that words can be held against.

import type { MeaningOf } from "./description.ts";
import type { ListKind, MembersOf, ObjectKind } from "./shape.ts";

type Asked<Members extends MembersOf> = { [Name in keyof Members]: Members[Name]["presence"] extends "filled" ? never : Name }[keyof Members];

/** The names of the members of an object, and of all inside them. */
export type AskedNames<K> = K extends ObjectKind<infer Members>
  ? { [Name in Asked<Members>]: Name | AskedNames<Members[Name]["kind"]> }[Asked<Members>]
  : K extends ListKind<infer Element>
    ? AskedNames<Element>
    : never;

/** The names of the lists among them. */
export type AskedLists<K> = K extends ObjectKind<infer Members>
  ? { [Name in Asked<Members>]: (Members[Name]["kind"] extends ListKind ? Name : never) | AskedLists<Members[Name]["kind"]> }[Asked<Members>]
  : K extends ListKind<infer Element>
    ? AskedLists<Element>
    : never;

/** What they mean, as the schemas describe it. */
export type AskedMeanings<K> = K extends ObjectKind<infer Members>
  ? { [Name in Asked<Members>]: MeaningOf<Members[Name]["says"]> | AskedMeanings<Members[Name]["kind"]> }[Asked<Members>]
  : K extends ListKind<infer Element>
    ? AskedMeanings<Element>
    : never;
