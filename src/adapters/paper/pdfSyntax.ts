// PDF's syntax (ISO 32000-1, 7.3): values read from bytes of strangers, and written again as they were. Limits keep hostile files short.

import { Fault } from "../../core/fault.ts";

/** A name, decoded. */
export class Name {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A reference to an object. */
export class Reference {
  readonly number: number;
  readonly generation: number;
  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}

/** A number, a string, true, false or null, as it stands in the file. */
export class Scalar {
  readonly raw: string;
  constructor(raw: string) {
    this.raw = raw;
  }
}

export type Dictionary = ReadonlyMap<string, Value>;
export type Value = Name | Reference | Scalar | readonly Value[] | Dictionary;

/** No honest file nests deeper. */
const DEPTH_LIMIT = 64;
const BLANK = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([..."()<>[]{}/%"].map((each) => each.charCodeAt(0)));
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** What cannot be stamped is told by this. */
export const unusable = (why: string): Fault => new Fault("pdf_unusable", `The PDF cannot be stamped: ${why}.`);

/** Reads values one after the other. */
export class Reader {
  readonly bytes: Uint8Array;
  at: number;
  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Passes over blanks and comments. */
  skip(): void {
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at]!;
      if (byte === 0x25) while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1;
      else if (!BLANK.has(byte)) return;
    }
  }

  /** The next word: what stands up to a blank or a delimiter. Empty before a delimiter, and at the end. */
  word(): string {
    this.skip();
    const start = this.at;
    while (this.at < this.bytes.length && !BLANK.has(this.bytes[this.at]!) && !DELIMITERS.has(this.bytes[this.at]!)) this.at += 1;
    return latin1(this.bytes.subarray(start, Math.min(this.at, start + 256)));
  }

  /** Whether this word comes next; it is passed over when it does. */
  takes(word: string): boolean {
    const { at } = this;
    if (this.word() === word) return true;
    this.at = at;
    return false;
  }

  /** A whole number. */
  whole(): number {
    const word = this.word();
    if (!/^\d{1,15}$/.test(word)) throw unusable(`a number is missing at byte ${this.at}`);
    return Number(word);
  }

  value(depth = 0): Value {
    if (depth > DEPTH_LIMIT) throw unusable("its values are nested too deeply");
    this.skip();
    const byte = this.bytes[this.at];
    if (byte === 0x2f) return this.#name();
    if (byte === 0x28) return this.#literal();
    if (byte === 0x5b) return this.#list(depth);
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.#dictionary(depth) : this.#hex();
    return this.#scalarOrReference();
  }

  #name(): Name {
    this.at += 1;
    const start = this.at;
    while (this.at < this.bytes.length && !BLANK.has(this.bytes[this.at]!) && !DELIMITERS.has(this.bytes[this.at]!)) this.at += 1;
    return new Name(latin1(this.bytes.subarray(start, this.at)).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
  }

  #literal(): Scalar {
    const start = this.at;
    let open = 0;
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at]!;
      if (byte === 0x5c) this.at += 1;
      else if (byte === 0x28) open += 1;
      else if (byte === 0x29 && (open -= 1) === 0) {
        this.at += 1;
        return new Scalar(latin1(this.bytes.subarray(start, this.at)));
      }
    }
    throw unusable("a string has no end");
  }

  #hex(): Scalar {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw unusable("a string has no end");
    const raw = latin1(this.bytes.subarray(this.at, end + 1));
    this.at = end + 1;
    return new Scalar(raw);
  }

  #list(depth: number): readonly Value[] {
    this.at += 1;
    const list: Value[] = [];
    for (;;) {
      this.skip();
      if (this.at >= this.bytes.length) throw unusable("a list has no end");
      if (this.bytes[this.at] === 0x5d) {
        this.at += 1;
        return list;
      }
      list.push(this.value(depth + 1));
    }
  }

  #dictionary(depth: number): Dictionary {
    this.at += 2;
    const entries = new Map<string, Value>();
    for (;;) {
      this.skip();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2;
        return entries;
      }
      if (this.bytes[this.at] !== 0x2f) throw unusable(`a dictionary breaks off at byte ${this.at}`);
      const { text } = this.#name();
      entries.set(text, this.value(depth + 1));
    }
  }

  #scalarOrReference(): Scalar | Reference {
    const word = this.word();
    if (word === "true" || word === "false" || word === "null") return new Scalar(word);
    if (!NUMBER.test(word)) throw unusable(`there is no value at byte ${this.at}`);
    const behind = this.at;
    if (/^\d{1,10}$/.test(word)) {
      const generation = this.word();
      if (/^\d{1,5}$/.test(generation) && this.takes("R")) return new Reference(Number(word), Number(generation));
    }
    this.at = behind;
    return new Scalar(word);
  }
}

/** Bytes as text, one character each. */
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/** The value as a file spells it. */
export function written(value: Value): string {
  if (value instanceof Scalar) return value.raw;
  if (value instanceof Reference) return `${value.number} ${value.generation} R`;
  if (value instanceof Name) return `/${[...value.text].map((each) => (/[!"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/.test(each) ? each : `#${each.charCodeAt(0).toString(16).padStart(2, "0")}`)).join("")}`;
  if (value instanceof Map) return `<<${[...(value as Dictionary)].map(([name, each]) => `${written(new Name(name))} ${written(each)}`).join(" ")}>>`;
  return `[${(value as readonly Value[]).map(written).join(" ")}]`;
}

/** The number that a value is, or `null`. */
export const numberIn = (value: Value | undefined): number | null => (value instanceof Scalar && NUMBER.test(value.raw) ? Number(value.raw) : null);
