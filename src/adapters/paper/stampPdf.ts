// Stamping: a code on a page of a PDF that exists already. The file's own bytes stay, one behind the other; what is new follows them (ISO 32000-1, 7.5.6).

import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { Fault } from "../../core/fault.ts";
import { squaresOf } from "./codeBox.ts";
import { dictionaryOf, listOf, PdfFile, type Page } from "./pdfFile.ts";
import { Name, numberIn, Reader, Reference, Scalar, unusable, written, type Dictionary, type Value } from "./pdfSyntax.ts";

/** Where the code goes. */
export interface Stamp {
  /** The address that the QR code spells. */
  readonly link: string;
  /** From 1 on; -1 is the last. */
  readonly page: number;
  /** From the upper left corner of what is seen, in millimetres; `null`: in the lower right corner. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** The code's side. */
  readonly millimetres: number;
}

const POINTS_A_MILLIMETRE = 72 / 25.4;
const MARGIN_MILLIMETRES = 10;
/** Readers look for four white squares around a code. */
const EDGE_SQUARES = 4;

/** The file with the code on it: all of its own bytes, and what is new behind them. Throws `pdf_unusable`. */
export function stampPdf(bytes: Uint8Array, stamp: Stamp): Uint8Array {
  const file = new PdfFile(bytes);
  refuseSigned(file);
  const page = file.page(stamp.page);
  const drawing = drawingOf(page, { stamp, file });
  const first = file.size;
  const [before, after] = [new Reference(first, 0), new Reference(first + 1, 0)];
  const own = contentsOf(page, file);
  const changed = new Map([...page.dictionary, ["Contents", [before, ...own, after]]]);
  const ends = "Q ".repeat(openStates(own, file) + 1);
  const objects: readonly NewObject[] = [
    { number: page.reference.number, generation: file.generationOf(page.reference.number), body: Buffer.from(written(changed), "latin1") },
    { number: first, generation: 0, body: streamOf("q") },
    { number: first + 1, generation: 0, body: streamOf(`${ends}\n/Artifact BMC q ${drawing} Q EMC`) },
  ];
  const result = withObjects(file, objects);
  // What we would not read we do not write.
  new PdfFile(result).page(stamp.page);
  return result;
}

/** A digital signature covers the file as it is: whatever is drawn later makes readers say that it was changed. */
function refuseSigned(file: PdfFile): void {
  const form = file.resolved(file.catalog.get("AcroForm"));
  const flags = form instanceof Map ? (numberIn(file.resolved((form as Dictionary).get("SigFlags"))) ?? 0) : 0;
  if ((flags & 1) === 1 || file.catalog.has("Perms")) throw unusable("it is digitally signed, and a stamp would break the signature. Stamp it first, then sign it");
}

function contentsOf({ dictionary }: Page, file: PdfFile): readonly Value[] {
  const contents = dictionary.get("Contents");
  const inner = file.resolved(contents);
  if (contents === undefined || inner === undefined) return [];
  return Array.isArray(inner) ? (inner as readonly Value[]) : [contents];
}

/** How many graphics states the page leaves open: they would turn and scale what follows. Streams that cannot be read count as in order. */
function openStates(contents: readonly Value[], file: PdfFile): number {
  const parts: Uint8Array[] = [];
  const streams = contents.map((content) => {
    const { value, stream } = content instanceof Reference ? file.object(content) : { value: content, stream: null };
    if (stream === null) throw unusable("its page is not drawn as pages are");
    return { dictionary: dictionaryOf(value), stream };
  });
  try {
    for (const { dictionary, stream } of streams) parts.push(file.inflated(dictionary, stream), Uint8Array.of(10));
    return balanceOf(Buffer.concat(parts));
  } catch (error) {
    if (error instanceof Fault) return 0;
    throw error;
  }
}

function balanceOf(content: Uint8Array): number {
  const reader = new Reader(content);
  let open = 0;
  for (reader.skip(); reader.at < content.length; reader.skip()) {
    const start = reader.at;
    const word = reader.word();
    if (word === "q") open += 1;
    else if (word === "Q") open = Math.max(0, open - 1);
    else if (word === "ID") skipImage(reader);
    else if (word === "") skipDelimited(reader);
    if (reader.at === start) reader.at += 1;
  }
  return open;
}

/** Strings may hold anything, also what looks like an operator. */
function skipDelimited(reader: Reader): void {
  const byte = reader.bytes[reader.at];
  if (byte !== 0x28 && byte !== 0x2f && !(byte === 0x3c && reader.bytes[reader.at + 1] !== 0x3c)) return void (reader.at += 1);
  reader.value();
}

function skipImage(reader: Reader): void {
  const { bytes } = reader;
  const isBlank = (at: number): boolean => at >= bytes.length || [0, 9, 10, 12, 13, 32].includes(bytes[at]!);
  let at = reader.at + 1;
  while (at < bytes.length && !(bytes[at] === 0x45 && bytes[at + 1] === 0x49 && isBlank(at - 1) && isBlank(at + 2))) at += 1;
  reader.at = Math.min(bytes.length, at + 2);
}

interface Seen {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  readonly turned: 0 | 90 | 180 | 270;
}

/** What of the page is seen, before it is turned. */
function seenOf({ inherited }: Page, file: PdfFile): Seen {
  const boxOf = (name: string): readonly number[] | null => {
    const box = listOf(file.resolved(inherited.get(name))).map((each) => numberIn(file.resolved(each)) ?? Number.NaN);
    return box.length === 4 && box.every(Number.isFinite) ? [Math.min(box[0]!, box[2]!), Math.min(box[1]!, box[3]!), Math.max(box[0]!, box[2]!), Math.max(box[1]!, box[3]!)] : null;
  };
  const media = boxOf("MediaBox") ?? [0, 0, 612, 792];
  const crop = boxOf("CropBox") ?? media;
  const [left, bottom, right, top] = [Math.max(media[0]!, crop[0]!), Math.max(media[1]!, crop[1]!), Math.min(media[2]!, crop[2]!), Math.min(media[3]!, crop[3]!)] as const;
  const turned = ((((numberIn(file.resolved(inherited.get("Rotate"))) ?? 0) % 360) + 360) % 360) as Seen["turned"];
  if (![0, 90, 180, 270].includes(turned) || right <= left || top <= bottom) throw unusable("its page has no right size");
  return { left, bottom, width: right - left, height: top - bottom, turned };
}

/** The code as it is drawn: upright for who looks at the page, on white. */
function drawingOf(page: Page, { stamp: { link, at, millimetres }, file }: { stamp: Stamp; file: PdfFile }): string {
  const unit = numberIn(file.resolved(page.dictionary.get("UserUnit"))) ?? 1;
  const points = (length: number): number => (length * POINTS_A_MILLIMETRE) / unit;
  const { left, bottom, width, height, turned } = seenOf(page, file);
  const isOnSide = turned === 90 || turned === 270;
  const [across, down] = isOnSide ? [height, width] : [width, height];
  const side = points(millimetres);
  const place = at === null ? { x: across - side - points(MARGIN_MILLIMETRES), y: down - side - points(MARGIN_MILLIMETRES) } : { x: points(at.x), y: points(at.y) };
  if (place.x < 0 || place.y < 0 || place.x + side > across || place.y + side > down) throw unusable(`a code of ${millimetres} mm does not fit the page there: it measures ${Math.floor((across * unit) / POINTS_A_MILLIMETRE)} × ${Math.floor((down * unit) / POINTS_A_MILLIMETRE)} mm`);
  const turns: Readonly<Record<Seen["turned"], string>> = {
    0: `1 0 0 -1 ${number(left)} ${number(bottom + height)}`,
    90: `0 1 1 0 ${number(left)} ${number(bottom)}`,
    180: `-1 0 0 1 ${number(left + width)} ${number(bottom)}`,
    270: `0 -1 -1 0 ${number(left + width)} ${number(bottom + height)}`,
  };
  return `${turns[turned]} cm ${squares(link, { ...place, side })}`;
}

/** From here on y grows downwards. */
function squares(link: string, { x, y, side }: { x: number; y: number; side: number }): string {
  const rows = squaresOf(link);
  const one = side / rows.length;
  const edge = EDGE_SQUARES * one;
  const dark = rows.flatMap((row, down) => runsIn(row).map(([from, length]) => `${number(x + from * one)} ${number(y + down * one)} ${number(length * one)} ${number(one)} re`));
  return `1 g ${[x - edge, y - edge, side + 2 * edge, side + 2 * edge].map(number).join(" ")} re f 0 g ${dark.join("\n")} f`;
}

function runsIn(row: readonly boolean[]): readonly (readonly [from: number, length: number])[] {
  const runs: [number, number][] = [];
  for (const [at, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (isDark && last !== undefined && last[0] + last[1] === at) last[1] += 1;
    else if (isDark) runs.push([at, 1]);
  }
  return runs;
}

const number = (value: number): string => String(Math.round(value * 1000) / 1000);

interface NewObject {
  readonly number: number;
  readonly generation: number;
  readonly body: Uint8Array;
}

function streamOf(content: string): Buffer {
  const packed = deflateSync(content);
  return Buffer.concat([Buffer.from(`<</Length ${packed.length} /Filter /FlateDecode>>\nstream\n`), packed, Buffer.from("\nendstream")]);
}

/** The file, then the objects, then a cross-reference of the same kind as its newest. */
function withObjects(file: PdfFile, objects: readonly NewObject[]): Uint8Array {
  const parts: Uint8Array[] = [file.bytes, Buffer.from("\n")];
  let length = file.bytes.length + 1;
  const places = objects.map(({ number: own, generation, body }) => {
    const part = Buffer.concat([Buffer.from(`${own} ${generation} obj\n`), body, Buffer.from("\nendobj\n")]);
    const place = { number: own, generation, offset: length };
    parts.push(part);
    length += part.length;
    return place;
  });
  const id = listOf(file.resolved(file.trailer.get("ID")))[0];
  const fresh = parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex").slice(0, 32);
  const kept = ["Root", "Info"].flatMap((name) => (file.trailer.has(name) ? [[name, file.trailer.get(name)!] as const] : []));
  const trailer = new Map<string, Value>([...kept, ...(id === undefined ? [] : [["ID", [id, new Scalar(`<${fresh}>`)]] as const]), ["Prev", new Scalar(String(file.newest.offset))]]);
  parts.push(Buffer.from(file.newest.isStream ? streamSection(trailer, { places, size: file.size + 3, offset: length }) : tableSection(trailer, { places, size: file.size + 2 }), "latin1"));
  parts.push(Buffer.from(`startxref\n${length}\n%%EOF\n`));
  return Uint8Array.from(Buffer.concat(parts));
}

interface Section {
  readonly places: readonly { readonly number: number; readonly generation: number; readonly offset: number }[];
  readonly size: number;
}

function tableSection(trailer: Dictionary, { places, size }: Section): string {
  const rows = places.map(({ number: own, generation, offset }) => `${own} 1\n${String(offset).padStart(10, "0")} ${String(generation).padStart(5, "0")} n \n`);
  return `xref\n${rows.join("")}trailer\n${written(new Map([...trailer, ["Size", new Scalar(String(size))]]))}\n`;
}

function streamSection(trailer: Dictionary, { places, size, offset }: Section & { readonly offset: number }): string {
  const all = [...places, { number: size - 1, generation: 0, offset }];
  const rows = deflateSync(Buffer.from(all.map((place) => `01${place.offset.toString(16).padStart(8, "0")}${place.generation.toString(16).padStart(4, "0")}`).join(""), "hex")).toString("latin1");
  const index = all.flatMap((place) => [new Scalar(String(place.number)), new Scalar("1")]);
  const dictionary = new Map<string, Value>([...trailer, ["Type", new Name("XRef")], ["Size", new Scalar(String(size))], ["W", ["1", "4", "2"].map((each) => new Scalar(each))], ["Index", index], ["Filter", new Name("FlateDecode")], ["Length", new Scalar(String(rows.length))]]);
  return `${size - 1} 0 obj\n${written(dictionary)}\nstream\n${rows}\nendstream\nendobj\n`;
}
