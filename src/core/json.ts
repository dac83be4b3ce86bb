// JSON that means one thing only: a strict reader, and the canonical writer of RFC 8785.

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** Deeper nesting is nobody's document. */
const DEPTH_LIMIT = 24;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;
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

/** Walks the tokens of a text that is known to be JSON. */
function refuseAmbiguity(text: string): void {
  const open: (Set<string> | null)[] = [];
  let pending: string | null = null;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === ":") refuseKey(JSON.parse(pending!) as string, open.at(-1)!);
    else if (token === "{" || token === "[") open.push(token === "{" ? new Set() : null);
    else if (token === "}" || token === "]") open.pop();
    else if (token.startsWith('"')) refuseString((pending = token));
    else refuseNumber(token);
    if (open.length > DEPTH_LIMIT) throw new SyntaxError(`nested deeper than ${DEPTH_LIMIT}`);
  }
}

function refuseKey(key: string, seen: Set<string> | null): void {
  if (FORBIDDEN_KEYS.has(key)) throw new SyntaxError(`the key "${key}" is not allowed`);
  if (seen?.has(key)) throw new SyntaxError(`the key "${key}" stands twice`);
  seen?.add(key);
}

function refuseString(token: string): void {
  if (!(JSON.parse(token) as string).isWellFormed()) throw new SyntaxError("a string is not well-formed Unicode");
}

function refuseNumber(token: string): void {
  if (!/^-?\d/.test(token)) return;
  const value = Number(token);
  const isExact = digitsOf(token) === digitsOf(String(value)) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (!isExact) throw new SyntaxError(`the number ${token.slice(0, 40)} cannot be read exactly`);
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
