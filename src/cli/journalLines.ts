// The journal for people: a line for each act, saying when, who, what, and about which thing.

import { isAddress } from "../core/address.ts";
import type { Act, JournalRow } from "../core/journal.ts";
import { isObject, parseJson, type Json, type JsonObject } from "../core/json.ts";
import { meaningOf } from "../core/identities/keyAttribute.ts";
import { NO_END } from "../core/ledger.ts";
import { dateOf } from "../core/report.ts";

/** How identities are called here, by address. */
export type NamesHere = ReadonlyMap<string, string>;

/** What a row says of its act; the text as it stands, where it is no JSON (somebody has tampered with it). */
export function detailsOf({ details }: Pick<JournalRow, "details">): Json {
  try {
    return parseJson(details);
  } catch (error) {
    if (error instanceof SyntaxError) return details;
    throw error;
  }
}

/** Room for most of what stands in a column; what is longer takes the room that it needs. */
const WIDTHS = [6, 19, 20, 22] as const;

/** The line above the acts. */
export const journalHead = (): string => inColumns(["row", "when (UTC)", "who", "what"], "about");

/** The act as one line. */
export function journalLine(row: JournalRow, names: NamesHere): string {
  const details = detailsOf(row);
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(row.at) ? row.at.slice(0, 19).replace("T", " ") : row.at;
  return inColumns([`${row.number}`, at, row.by, row.act.replaceAll("_", " ")], isObject(details) ? aboutWhat(row, details, names) : String(row.details));
}

function inColumns([number, ...cells]: readonly [string, string, string, string], about: string): string {
  return [number.padStart(WIDTHS[0]), ...cells.map((cell, place) => cell.padEnd(WIDTHS[place + 1]!)), about].join("  ").trimEnd();
}

/** An act that is not known here, or that lacks something, is told as it stands. */
function aboutWhat({ act, details: text }: JournalRow, details: JsonObject, names: NamesHere): string {
  const tell = tellings[act as Act];
  if (!Object.hasOwn(tellings, act) || tell === undefined) return text;
  const told = tell(reading(details, names));
  return told.includes(MISSING) ? text : told;
}

/** Stands where a row lacks what rows of its kind have. No name here has it in it; a row that does is told as it stands, too. */
const MISSING = "\u0000";

interface Reading {
  /** A member as text. */
  text(name: string): string;
  /** A member that is an identity, with its name where it has one here. */
  who(name: string): string;
  /** A member that lists words. */
  list(name: string): string;
  /** A member that is a moment, in Unix seconds. */
  moment(name: string): string;
  has(name: string): boolean;
  readonly details: JsonObject;
}

function reading(details: JsonObject, names: NamesHere): Reading {
  const text = (name: string): string => (typeof details[name] === "string" ? details[name] : MISSING);
  const called = (address: string): string => (names.has(address) ? `${names.get(address)} (${address})` : address);
  return {
    details,
    text,
    who: (name) => (isAddress(details[name]) ? called(text(name)) : MISSING),
    list: (name) => (Array.isArray(details[name]) ? details[name].map(String).join(", ") : MISSING),
    moment: (name) => (typeof details[name] === "number" && details[name] >= 0 ? dateOf(Math.floor(details[name])) : MISSING),
    has: (name) => Object.hasOwn(details, name) && details[name] !== null && details[name] !== false,
  };
}

const likeness = ({ has, text }: Reading): string => (has("despiteLikeness") ? `, although its name ${text("despiteLikeness") === "mixed_script" ? "mixes scripts" : "looks like another's"}` : "");

const until = ({ details, moment }: Reading): string => (details["until"] === NO_END ? "on" : `until ${moment("until")}`);

const believed = (row: Reading): string => `${row.text("name")} (${row.text("address")}), for ${row.list("documentTypes")}${likeness(row)}`;

/** Acts whose particulars have words. The others are told as they stand. */
const tellings: Readonly<Partial<Record<Act, (row: Reading) => string>>> = {
  issuer_registered: ({ text }) => `${text("name")} (${text("address")})${text("account") === text("address") ? "" : `, signed for by ${text("account")}`}`,
  api_key_created: (row) => `${row.text("keyId")}, of ${row.who("issuer")}: ${row.list("scopes")}${row.has("expiresAt") ? `, until ${row.moment("expiresAt")}` : ""}`,
  api_key_revoked: ({ text, who }) => `${text("keyId")}, of ${who("issuer")}`,
  granted: (row) => `${row.text("documentType")} by ${row.who("grantor")} to ${row.text("name")} (${row.text("grantee")}), from ${row.moment("from")} ${until(row)}${row.has("mayPassOn") ? ", may accredit others" : ""}${likeness(row)}`,
  withdrawn: (row) => `${row.text("documentType")} by ${row.who("grantor")} from ${row.who("grantee")}, from ${row.moment("from")} on${row.has("isCompromised") ? ", its keys being compromised" : ""}`,
  delegated: ({ who }) => `${who("identity")}: ${who("delegate")} may write in its name`,
  said_on_ledger: saidOnLedger,
  trust_root_added: believed,
  trust_root_removed: believed,
  setting_changed: ({ text }) => text("name"),
};

function saidOnLedger({ who, text, details }: Reading): string {
  const identity = who("identity");
  switch (details["kind"]) {
    case "changeOwner":
      return `${identity}: its owner is ${who("owner")}`;
    case "revokeDelegate":
      return `${identity}: ${who("delegate")} may not write in its name any more`;
    case "attribute":
      return `${identity}: ${attributeIn(text("name"), text("value"))} listed`;
    case "revokeAttribute":
      return `${identity}: ${attributeIn(text("name"), text("value"))} taken off the list`;
    default:
      return MISSING;
  }
}

function attributeIn(name: string, value: string): string {
  if (!/^0x(?:[0-9a-f]{2})*$/.test(value)) return MISSING;
  const meaning = meaningOf({ name, value: value as `0x${string}` });
  if (meaning === null) return MISSING;
  return meaning.is === "key" ? `key ${meaning.publicKey.thumbprint} (${meaning.publicKey.algorithm})` : `other name ${meaning.did}`;
}
