/** PDFs as other programs write them: with a table of objects as text, or with objects packed in streams. */
import { deflateSync } from "node:zlib";

/** What is particular about a page. */
export interface MadePage {
  readonly content?: string;
  /** Further entries of the page's dictionary. */
  readonly page?: string;
  /** Further entries of the catalog. */
  readonly catalog?: string;
  /** Further entries of the trailer. */
  readonly trailer?: string;
}

const CONTENT = "BT /F1 12 Tf 72 700 Td (Commercial invoice) Tj ET";
const bodiesOf = ({ content = CONTENT, page = "", catalog = "" }: MadePage): readonly string[] => [
  `<</Type /Catalog /Pages 2 0 R ${catalog}>>`,
  "<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842]>>",
  `<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>> ${page}>>`,
  `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
];

/** With a table of objects as text. */
export function plainPdf(made: MadePage = {}): Uint8Array {
  let text = "%PDF-1.4\n%âãÏÓ\n";
  const offsets = bodiesOf(made).map((body, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}`;
  return Buffer.from(`${text}${table}trailer\n<</Size ${offsets.length + 1} /Root 1 0 R /ID [<01> <02>] ${made.trailer ?? ""}>>\nstartxref\n${text.length}\n%%EOF\n`, "latin1");
}

/** With objects packed in a stream, and a packed, predicted table. */
export function packedPdf(made: MadePage = {}): Uint8Array {
  const bodies = bodiesOf(made);
  let text = "%PDF-1.5\n%âãÏÓ\n";
  const contentAt = text.length;
  text += `4 0 obj\n${bodies[3]}\nendobj\n`;
  const inside = [1, 2, 3, 5];
  let offset = 0;
  const heads = inside.map((number) => {
    const head = `${number} ${offset}`;
    offset += bodies[number - 1]!.length + 1;
    return head;
  }).join(" ");
  const container = deflateSync(Buffer.from(`${heads}\n${inside.map((number) => bodies[number - 1]).join("\n")}`, "latin1"));
  const containerAt = text.length;
  text += `6 0 obj\n<</Type /ObjStm /N 4 /First ${heads.length + 1} /Filter /FlateDecode /Length ${container.length}>>\nstream\n${container.toString("latin1")}\nendstream\nendobj\n`;
  const tableAt = text.length;
  const rows = [[0, 0, 255], [2, 6, 0], [2, 6, 1], [2, 6, 2], [1, contentAt, 0], [2, 6, 3], [1, containerAt, 0], [1, tableAt, 0]].map(([kind, second, third]) => [kind!, second! >> 16, (second! >> 8) & 255, second! & 255, third!]);
  // Each row as its difference from the one above it.
  const predicted = rows.flatMap((row, at) => [2, ...row.map((byte, column) => (byte - (rows[at - 1]?.[column] ?? 0)) & 255)]);
  const table = deflateSync(Uint8Array.from(predicted));
  text += `7 0 obj\n<</Type /XRef /Size 8 /W [1 3 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 5>> /Length ${table.length} ${made.trailer ?? ""}>>\nstream\n${table.toString("latin1")}\nendstream\nendobj\n`;
  return Buffer.from(`${text}startxref\n${tableAt}\n%%EOF\n`, "latin1");
}
