// A PDF file as far as stamping reads it: where its objects stand, their values, its pages (ISO 32000-1, 7.5). What is odd is refused, not repaired.

import { inflateSync } from "node:zlib";
import { Fault } from "../../core/fault.ts";
import { unpredicted } from "./pdfPrediction.ts";
import { latin1, Name, numberIn, Reader, Reference, unusable, type Dictionary, type Value } from "./pdfSyntax.ts";

/** Larger files are not read: stamping holds them in memory. */
const PDF_LIMIT_BYTES = 64 * 2 ** 20;
/** A file is inflated to so much altogether, whatever it claims. */
const INFLATED_LIMIT_BYTES = 128 * 2 ** 20;
const OBJECT_LIMIT = 1_000_000;
const SECTION_LIMIT = 200;
const PAGE_NODE_LIMIT = 20_000;
/** Where the end of a file is looked for. */
const TAIL_BYTES = 2_048;

interface Place {
  /** The object's own bytes, or the object stream that holds it. */
  readonly kind: "at" | "in";
  readonly offset: number;
  readonly generation: number;
}

/** A page, with what it inherits. */
export interface Page {
  readonly reference: Reference;
  readonly dictionary: Dictionary;
  readonly inherited: Dictionary;
}

/** An object: its value, and the bytes of its stream where it has one, as they stand in the file. */
interface PdfObject {
  readonly value: Value;
  readonly stream: Uint8Array | null;
}

/** An open PDF. Everything in it is a stranger's. */
export class PdfFile {
  readonly bytes: Uint8Array;
  readonly trailer: Dictionary;
  /** Where its newest cross-reference stands, and of which kind it is. */
  readonly newest: { readonly offset: number; readonly isStream: boolean };
  readonly #places = new Map<number, Place>();
  readonly #gone = new Set<number>();
  readonly #reading = new Set<number>();
  readonly #containers = new Map<number, Uint8Array>();
  #inflated = 0;
  #noted = 0;

  /** Throws `pdf_unusable`. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    if (bytes.length > PDF_LIMIT_BYTES) throw unusable(`it has more than ${PDF_LIMIT_BYTES / 2 ** 20} MiB`);
    if (latin1(bytes.subarray(0, 5)) !== "%PDF-") throw unusable("it does not begin as PDFs do");
    const offset = this.#startOfReferences();
    const { trailer, isStream } = this.#readSections(offset);
    this.trailer = trailer;
    this.newest = { offset, isStream };
    if (trailer.has("Encrypt")) throw unusable("it is encrypted. Remove its password first");
  }

  /** A number above those of all objects. */
  get size(): number {
    let size = numberIn(this.trailer.get("Size")) ?? 0;
    for (const number of this.#places.keys()) if (number >= size) size = number + 1;
    return size;
  }

  #startOfReferences(): number {
    const tail = latin1(this.bytes.subarray(-TAIL_BYTES));
    const [, offset] = /startxref\s+(\d{1,15})\s+%%EOF(?![\s\S]*startxref)/.exec(tail) ?? [];
    if (offset === undefined) throw unusable("its end is missing");
    return Number(offset);
  }

  #readSections(first: number): { trailer: Dictionary; isStream: boolean } {
    const seen = new Set<number>();
    const waiting = [first];
    let newest: { trailer: Dictionary; isStream: boolean } | null = null;
    for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
      if (seen.has(offset)) continue;
      if (seen.size >= SECTION_LIMIT) throw unusable("it was changed too often");
      seen.add(offset);
      const reader = new Reader(this.bytes, offset);
      const isStream = !reader.takes("xref");
      const trailer = isStream ? this.#readStreamSection(offset) : this.#readTable(reader);
      newest ??= { trailer, isStream };
      for (const name of ["XRefStm", "Prev"]) {
        const next = numberIn(trailer.get(name));
        if (next !== null) waiting.push(next);
      }
    }
    return newest!;
  }

  #readTable(reader: Reader): Dictionary {
    while (!reader.takes("trailer")) {
      const [first, count] = [reader.whole(), reader.whole()];
      if (count > OBJECT_LIMIT) throw unusable("it claims too many objects");
      for (let at = 0; at < count; at += 1) {
        const [offset, generation] = [reader.whole(), reader.whole()];
        const word = reader.word();
        if (word !== "n" && word !== "f") throw unusable("its table of objects is broken");
        this.#note(first + at, word === "n" ? { kind: "at", offset, generation } : null);
      }
    }
    return dictionaryOf(reader.value());
  }

  #readStreamSection(offset: number): Dictionary {
    const { value, stream } = this.#objectAt(offset);
    const dictionary = dictionaryOf(value);
    if (!isNamed(dictionary.get("Type"), "XRef") || stream === null) throw unusable("its table of objects is not where it should be");
    const widths = listOf(dictionary.get("W")).map((width) => numberIn(width) ?? -1);
    if (widths.length !== 3 || widths.some((width) => width < 0 || width > 8)) throw unusable("its table of objects is broken");
    const rows = this.inflated(dictionary, stream);
    const size = numberIn(dictionary.get("Size")) ?? 0;
    const index = dictionary.has("Index") ? listOf(dictionary.get("Index")).map((each) => numberIn(each) ?? 0) : [0, size];
    let at = 0;
    const field = (width: number, missing: number): number => {
      if (width === 0) return missing;
      let number = 0;
      for (let left = width; left > 0; left -= 1) number = number * 256 + rows[at++]!;
      return number;
    };
    for (let pair = 0; pair + 1 < index.length; pair += 2) {
      for (let number = index[pair]!; number < index[pair]! + index[pair + 1]! && at + widths[0]! + widths[1]! + widths[2]! <= rows.length; number += 1) {
        const [kind, second, third] = [field(widths[0]!, 1), field(widths[1]!, 0), field(widths[2]!, 0)];
        this.#note(number, kind === 1 ? { kind: "at", offset: second, generation: third } : kind === 2 ? { kind: "in", offset: second, generation: 0 } : null);
      }
    }
    return dictionary;
  }

  /** Newer sections are read first: what they say of an object counts. */
  #note(number: number, place: Place | null): void {
    this.#noted += 1;
    if (this.#noted > 2 * OBJECT_LIMIT) throw unusable("its tables of objects are too long");
    if (this.#places.has(number) || this.#gone.has(number)) return;
    if (this.#places.size + this.#gone.size >= OBJECT_LIMIT) throw unusable("it has too many objects");
    if (place === null) this.#gone.add(number);
    else this.#places.set(number, place);
  }

  #objectAt(offset: number, expected: number | null = null): PdfObject {
    if (offset >= this.bytes.length) throw unusable("it breaks off");
    const reader = new Reader(this.bytes, offset);
    const number = reader.whole();
    reader.whole();
    if (!reader.takes("obj") || (expected !== null && number !== expected)) throw unusable(`there is no object at byte ${offset}`);
    const value = reader.value();
    if (!(value instanceof Map) || !reader.takes("stream")) return { value, stream: null };
    if (this.bytes[reader.at] === 13) reader.at += 1;
    if (this.bytes[reader.at] === 10) reader.at += 1;
    const length = numberIn(this.resolved((value as Dictionary).get("Length")));
    if (length === null || length < 0 || reader.at + length > this.bytes.length) throw unusable("a stream has no right length");
    const stream = this.bytes.subarray(reader.at, reader.at + length);
    reader.at += length;
    if (!reader.takes("endstream")) throw unusable("a stream does not end where it says");
    return { value, stream };
  }

  /** The object with this number. Throws `pdf_unusable` where there is none. */
  object({ number }: Pick<Reference, "number">): PdfObject {
    const place = this.#places.get(number);
    if (place === undefined) throw unusable(`its object ${number} is missing`);
    if (this.#reading.has(number)) throw unusable("its objects lead in circles");
    this.#reading.add(number);
    try {
      return place.kind === "at" ? this.#objectAt(place.offset, number) : { value: this.#valueIn(place.offset, number), stream: null };
    } finally {
      this.#reading.delete(number);
    }
  }

  generationOf(number: number): number {
    return this.#places.get(number)?.generation ?? 0;
  }

  #valueIn(container: number, number: number): Value {
    if (this.#places.get(container)?.kind !== "at") throw unusable("its objects lead in circles");
    const { value, stream } = this.object({ number: container });
    const dictionary = dictionaryOf(value);
    if (stream === null) throw unusable(`its object ${container} is no stream`);
    const bytes = this.#containers.get(container) ?? this.inflated(dictionary, stream);
    this.#containers.set(container, bytes);
    const [count, first] = [numberIn(dictionary.get("N")) ?? 0, numberIn(dictionary.get("First")) ?? 0];
    const reader = new Reader(bytes);
    for (let at = 0; at < Math.min(count, OBJECT_LIMIT); at += 1) {
      const [own, offset] = [reader.whole(), reader.whole()];
      if (own === number) return new Reader(bytes, first + offset).value();
    }
    throw unusable(`its object ${number} is missing`);
  }

  /** What a value is, or what it refers to. */
  resolved(value: Value | undefined): Value | undefined {
    return value instanceof Reference ? this.object(value).value : value;
  }

  /** A stream's own bytes, inflated. Throws `pdf_unusable` for filters that are not read here. */
  inflated(dictionary: Dictionary, stream: Uint8Array): Uint8Array {
    const given = this.resolved(dictionary.get("Filter"));
    const filters = given === undefined ? [] : Array.isArray(given) ? (given as readonly Value[]) : [given];
    if (filters.length === 0) return stream;
    if (filters.length > 1 || !isNamed(filters[0], "FlateDecode")) throw unusable("it is packed in a way that is not read here");
    const parameters = this.resolved(dictionary.get("DecodeParms"));
    return unpredicted(this.#inflate(stream), Array.isArray(parameters) ? this.resolved((parameters as readonly Value[])[0]) : parameters);
  }

  #inflate(stream: Uint8Array): Uint8Array {
    try {
      const bytes = inflateSync(stream, { maxOutputLength: Math.max(1, INFLATED_LIMIT_BYTES - this.#inflated) });
      this.#inflated += bytes.length;
      return bytes;
    } catch (cause) {
      throw new Fault("pdf_unusable", "The PDF cannot be stamped: something in it is packed wrongly, or swells beyond all measure.", { cause });
    }
  }

  get catalog(): Dictionary {
    return dictionaryOf(this.resolved(this.trailer.get("Root")));
  }

  /** The page with this number, from 1 on; -1 is the last. */
  page(wanted: number): Page {
    const root = this.catalog.get("Pages");
    if (!(root instanceof Reference)) throw unusable("it has no pages");
    let count = 0;
    let last: Page | null = null;
    for (const page of this.#pagesBelow(root)) {
      count += 1;
      last = page;
      if (count === wanted) return page;
    }
    if (wanted === -1 && last !== null) return last;
    throw unusable(`it has no page ${wanted}: there ${count === 1 ? "is 1" : `are ${count}`}`);
  }

  *#pagesBelow(root: Reference): Iterable<Page> {
    const seen = new Set<number>();
    const waiting: { readonly reference: Reference; readonly inherited: Dictionary }[] = [{ reference: root, inherited: new Map() }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { reference, inherited } = next;
      if (seen.has(reference.number)) throw unusable("its pages lead in circles");
      if (seen.size >= PAGE_NODE_LIMIT) throw unusable("it has too many pages");
      seen.add(reference.number);
      const dictionary = dictionaryOf(this.object(reference).value);
      const handed = new Map([...inherited, ...["MediaBox", "CropBox", "Rotate"].flatMap((name) => (dictionary.has(name) ? [[name, dictionary.get(name)!] as const] : []))]);
      if (!dictionary.has("Kids")) yield { reference, dictionary, inherited: handed };
      const kids = listOf(this.resolved(dictionary.get("Kids"))).filter((kid) => kid instanceof Reference);
      if (kids.length > PAGE_NODE_LIMIT) throw unusable("it has too many pages");
      for (const kid of kids.toReversed()) waiting.push({ reference: kid, inherited: handed });
    }
  }
}

/** The value as a dictionary. Throws `pdf_unusable`. */
export function dictionaryOf(value: Value | undefined): Dictionary {
  if (!(value instanceof Map)) throw unusable("something in it is not what it should be");
  return value as Dictionary;
}

/** The value as a list; empty where it is none. */
export const listOf = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? (value as readonly Value[]) : []);

const isNamed = (value: Value | undefined, text: string): boolean => value instanceof Name && value.text === text;
