// JSON that means one thing only: a strict reader, and the canonical writer of RFC 8785.

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** Whether a value out of JSON is an object. */
export const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

/** Deeper nesting is nobody's document. */
const DEPTH_LIMIT = 24;
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * The value that `text` spells, read strictly.
 *
 * Refuses what two readers could read differently: duplicate and forbidden keys, numbers that lose precision, lone surrogates, deep nesting.
 *
 * @throws SyntaxError saying what is wrong.
 */
export function parseJson(text: string): Json {
  const value = JSON.parse(text) as Json;
  refuseAmbiguity(text);
  return value;
}

const [QUOTE, COLON, BACKSLASH, MINUS, ZERO, NINE] = [0x22, 0x3a, 0x5c, 0x2d, 0x30, 0x39] as const;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d] as const;
const NUMBER_CHARACTERS = /[0-9.eE+-]+/y;

/** Walks through a text that is known to be JSON. By hand and not by an expression: every credential comes this way. */
function refuseAmbiguity(text: string): void {
  refuseHalves(text);
  const hasEscapes = text.includes("\\");
  const open: (Set<string> | null)[] = [];
  let [start, end] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      start = at;
      at = end = endOfString(text, start);
      if (hasEscapes) refuseHalves(contentOf(text, start, end));
    } else if (code === COLON) refuseKey(contentOf(text, start, end), open[open.length - 1]!);
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      open.push(code === OPEN_OBJECT ? new Set() : null);
      if (open.length > DEPTH_LIMIT) throw new SyntaxError(`nested deeper than ${DEPTH_LIMIT}`);
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) open.pop();
    else if (code === MINUS || (code >= ZERO && code <= NINE)) at += refuseNumber(text, at) - 1;
  }
}

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
}

/** What the string between these quotes says: the last one before a colon is the key. */
function contentOf(text: string, start: number, end: number): string {
  const content = text.slice(start + 1, end);
  return content.includes("\\") ? (JSON.parse(text.slice(start, end + 1)) as string) : content;
}

function refuseKey(key: string, seen: Set<string>): void {
  if (FORBIDDEN_KEYS.has(key)) throw new SyntaxError(`the key "${key}" is not allowed`);
  const before = seen.size;
  if (seen.add(key).size === before) throw new SyntaxError(`the key "${key}" stands twice`);
}

/** Halves of characters mean nothing, whether they stand in the text itself or are spelt by escapes. */
function refuseHalves(text: string): void {
  if (!text.isWellFormed()) throw new SyntaxError("a string is not well-formed Unicode");
}

/** Whole numbers of fewer characters than this are all read exactly. */
const EXACT_DIGITS = 16;
const PLAIN_NUMBER = /^(?:0|-?[1-9][0-9]*)$/;

/** @returns how many characters the number has. */
function refuseNumber(text: string, at: number): number {
  NUMBER_CHARACTERS.lastIndex = at;
  const [token] = NUMBER_CHARACTERS.exec(text)!;
  if (token.length < EXACT_DIGITS && PLAIN_NUMBER.test(token)) return token.length;
  const value = Number(token);
  const isExact = digitsOf(token) === digitsOf(String(value)) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (!isExact) throw new SyntaxError(`the number ${token.slice(0, 40)} cannot be read exactly`);
  return token.length;
}

/** The sign and the digits that matter: two spellings of a number that agree in them, one read from the other, are the same number. */
const digitsOf = (decimal: string): string => decimal.replace(/e.*$/i, "").replace(".", "").replace(/^(-?)0+/, "$1").replace(/0+$/, "");

/** The value in its one canonical spelling (RFC 8785). `value` must hold well-formed strings and finite numbers, as `parseJson` ensures. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const object = value as JsonObject;
  const members = Object.keys(object).sort(byCodeUnits).map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key]!)}`);
  return `{${members.join(",")}}`;
}

const byCodeUnits = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
