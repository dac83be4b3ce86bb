// Cursors: where the next page begins. To callers they are opaque.

import { Fault } from "../../core/fault.ts";
import { fromBase64url, toBase64url } from "../../core/textEncodings.ts";

/** The cursor behind a place: a number, or whatever else a list is ordered by. */
export const cursorAt = (place: number | readonly [number, string]): string => toBase64url(new TextEncoder().encode(JSON.stringify(place)));

/** The number that a cursor holds. Throws `request_malformed`. */
export function placeIn(cursor: string): number {
  const place = partsOf(cursor);
  if (typeof place !== "number" || !Number.isSafeInteger(place)) throw malformed();
  return place;
}

/** The number and the text that a cursor holds. Throws `request_malformed`. */
export function pairIn(cursor: string): readonly [number, string] {
  const place = partsOf(cursor);
  if (!Array.isArray(place) || !Number.isFinite(place[0]) || typeof place[1] !== "string" || !ID.test(place[1])) throw malformed();
  return [place[0], place[1]];
}

const LIMIT_CHARACTERS = 200;
/** What lists are ordered by beside numbers. PostgreSQL takes a zero byte in no text. */
const ID = /^[\x21-\x7e]+$/;

function partsOf(cursor: string): unknown {
  const bytes = cursor.length <= LIMIT_CHARACTERS ? fromBase64url(cursor) : null;
  try {
    return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

const malformed = (): Fault => new Fault("request_malformed", 'The field "cursor" must be the "next" of an earlier answer.');
