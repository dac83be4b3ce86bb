// Texts: the strings that shapes are made of, each a pattern that every dialect of regular expressions reads alike.

import { parseDidName } from "../identities/didName.ts";
import type { TextCheck, TextKind } from "./shape.ts";

/** Controls, characters that are not seen, those that reorder their surroundings, and halves of characters: none has an honest use in a document. */
const NEVER = "\\u007f-\\u009f\\u00ad\\u200b\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ud800-\\udfff";
const LINE = `^(?!\\s*$)[^\\u0000-\\u001f${NEVER}]+$`;
const LINES = `^(?!\\s*$)[^\\u0000-\\u0009\\u000b-\\u001f${NEVER}]+$`;

/** Blanks that are no blanks to software, letters that are not seen, and characters that mean what two parties agreed. Not all dialects can name them. */
const UNSEEN = /[\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}\p{Co}]/u;
const seen: TextCheck = { fits: (text) => !UNSEEN.test(text), expects: "text without hidden characters" };

/** One line of text of up to `most` characters. */
export const text = (most: number): TextKind => ({ kind: "text", least: 1, most, pattern: LINE, expects: `one line of text of 1 to ${most} characters, none of them hidden`, check: seen });
/** Text of several lines, up to `most` characters together. */
export const lines = (most: number): TextKind => ({ kind: "lines", least: 1, most, pattern: LINES, expects: `text of 1 to ${most} characters, none of them hidden`, check: seen });

/** What a text of a fixed form is made of. */
interface Form {
  readonly pattern: string;
  readonly most: number;
  readonly expects: string;
  readonly check?: TextCheck;
}

/** A text of a fixed form. */
export const form = ({ pattern, most, expects, check }: Form): TextKind => ({ kind: "text", least: 1, most, pattern: `^(?:${pattern})$`, expects, ...(check === undefined ? {} : { check }) });

const YEAR = "(?:19|20|21)[0-9]{2}";
/** 1900 and 2100 are no leap years. */
const LEAP_YEAR = "(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)";
const DAY = "(?:0[1-9]|1[0-9]|2[0-8])";
/** Days that there are: no pattern for digits alone would refuse 2026-02-30. */
const DATE = `(?:${YEAR}-(?:(?:0[1-9]|1[0-2])-${DAY}|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|${LEAP_YEAR}-02-29)`;
const TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?";
const ZONE = "(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])";

/** A day of the calendar, 1900 to 2199. */
export const date: TextKind = { kind: "date", least: 10, most: 10, pattern: `^${DATE}$`, expects: "a day that exists, as YYYY-MM-DD" };
/** A moment with its zone (RFC 3339). */
export const moment: TextKind = { kind: "moment", least: 20, most: 35, pattern: `^${DATE}T${TIME}${ZONE}$`, expects: "a moment with its zone (RFC 3339), as 2026-01-15T00:00:00Z" };

/** A decimal number as text, so that no reader rounds it: up to 15 digits before the point and 6 after it. */
export const decimal: TextKind = { kind: "decimal", least: 1, most: 22, pattern: "^(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,6})?$", expects: 'a decimal number as text, such as "720" or "12000.50", without sign and separators' };

/** A reference that software can follow or compare: https, urn or did. A service on this very machine has no https, and leads nobody astray. */
export const uri: TextKind = {
  ...{ kind: "uri", least: 5, most: 2000, pattern: "^(?:https://[A-Za-z0-9]|http://(?:localhost|127\\.0\\.0\\.1)(?::[0-9]{1,5})?/|urn:[a-z0-9]|did:[a-z0-9])(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|\\[|\\]|%[0-9A-Fa-f]{2})*$" },
  expects: "an address that begins with https:// or a name that begins with urn: or did:",
};

/** A decentralized identifier that can be resolved here. */
export const did: TextKind = {
  ...{ kind: "did", least: 9, most: 2000, pattern: "^did:(?:web|ethr|key|jwk):[A-Za-z0-9._:%-]+$", expects: "a DID of the method web, ethr, key or jwk, without path, query or fragment" },
  check: { fits: (text) => parseDidName(text) !== null, expects: "a DID that is spelt as its method says" },
};
