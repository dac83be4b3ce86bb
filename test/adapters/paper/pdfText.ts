/** The text of a PDF that pdfkit made, by its fonts' own tables: what a reader finds when searching, in the order in which it was drawn. */
import { inflateSync } from "node:zlib";

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

/** The objects of a PDF with a plain structure, by number. */
export function objectsIn(pdf: Uint8Array): ReadonlyMap<number, PdfObject> {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString("latin1");
  const objects = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?:\nstream\n|\nendobj)/g)) {
    const [whole, number, dictionary] = match as unknown as [string, string, string];
    const start = match.index + whole.length;
    const length = /\/Length (\d+)\b/.exec(dictionary);
    const raw = whole.endsWith("stream\n") ? bytes.subarray(start, start + Number(length![1])) : null;
    objects.set(Number(number), { dictionary, stream: raw === null ? null : dictionary.includes("/FlateDecode") ? inflateSync(raw) : raw });
  }
  return objects;
}

const hexToText = (hex: string): string => Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le");

function unicodeTable(map: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  for (const [, block] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, first, , list] of block!.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
      for (const [at, [, hex]] of [...list!.matchAll(/<([0-9a-f ]*)>/g)].entries()) table.set(Number.parseInt(first!, 16) + at, hexToText(hex!));
    }
  }
  for (const [, block] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, code, hex] of block!.matchAll(/<([0-9a-f]+)> <([0-9a-f]*)>/g)) table.set(Number.parseInt(code!, 16), hexToText(hex!));
  }
  return table;
}

/** The text of each page, its pieces parted by `|`. */
export function textOf(pdf: Uint8Array): readonly string[] {
  const objects = objectsIn(pdf);
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const resources = objects.get(Number(/\/Resources (\d+) 0 R/.exec(dictionary)![1]))!.dictionary;
    const fonts = new Map([...resources.matchAll(/\/([FO]\d+) (\d+) 0 R/g)].map(([, name, number]) => [name!, objects.get(Number(number))!.dictionary]));
    const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(dictionary)![1]))!.stream!.toString("latin1");
    return [...content.matchAll(/BT([\s\S]*?)ET/g)].map(([, text]) => {
      const name = /\/([FO]\d+) [\d.]+ Tf/.exec(text!)![1]!;
      const map = unicodeTable(objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(fonts.get(name)!)![1]))!.stream!.toString("latin1"));
      const digits = name.startsWith("O") ? 2 : 4;
      return [...text!.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex]) => hex!.match(new RegExp(`.{${digits}}`, "g"))!.map((code) => map.get(Number.parseInt(code, 16)) ?? "\ufffd")).join("");
    }).join("|");
  });
}
