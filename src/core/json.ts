// JSON that means one thing only: a strict reader, and the canonical writer of RFC 8785.

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

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
  const open: (Set<string> | null)[] = [];
  let pending = "";
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      refuseString((pending = contentOf(text, at, end)));
      at = end;
    } else if (code === COLON) refuseKey(pending, open.at(-1)!);
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      open.push(code === OPEN_OBJECT ? new Set() : null);
      if (open.length > DEPTH_LIMIT) throw new SyntaxError(`nested deeper than ${DEPTH_LIMIT}`);
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) open.pop();
    else if (code === MINUS || (code >= ZERO && code <= NINE)) at += refuseNumber(text, at) - 1;
  }
}

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at;
  }
}

function contentOf(text: string, start: number, end: number): string {
  const content = text.slice(start + 1, end);
  return content.includes("\\") ? (JSON.parse(text.slice(start, end + 1)) as string) : content;
}

function refuseKey(key: string, seen: Set<string> | null): void {
  if (FORBIDDEN_KEYS.has(key)) throw new SyntaxError(`the key "${key}" is not allowed`);
  if (seen?.has(key)) throw new SyntaxError(`the key "${key}" stands twice`);
  seen?.add(key);
}

function refuseString(content: string): void {
  if (!content.isWellFormed()) throw new SyntaxError("a string is not well-formed Unicode");
}

/** @returns how many characters the number has. */
function refuseNumber(text: string, at: number): number {
  NUMBER_CHARACTERS.lastIndex = at;
  const [token] = NUMBER_CHARACTERS.exec(text)!;
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
