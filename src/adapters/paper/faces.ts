// Faces: which font draws which character on paper. All of Noto Sans, cut by script; nothing is taken from the machine, so that paper looks the same everywhere.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create, type Font } from "fontkit";
import { variedFont } from "./variedFont.ts";

/** Regular and bold. */
export type Weight = 400 | 700;

/** A font that draws some characters. */
export interface Face {
  readonly name: string;
  readonly font: Font;
  /** The font as pdfkit embeds it; `null` where it cannot, and outlines are drawn (outlinedFont.ts). */
  readonly bytes: Uint8Array | null;
}

interface Slice {
  readonly name: string;
  readonly file: string;
  readonly weight: Weight;
  readonly isVariable: boolean;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

const rangesIn = (text: string): Slice["ranges"] =>
  text.split(",").filter((range) => range.trim() !== "").map((range) => {
    const [first, last] = range.trim().slice("U+".length).split("-").map((hex) => Number.parseInt(hex, 16));
    return [first!, last ?? first!] as const;
  });

/** The slices of a package of fonts, the common ones first. */
function slicesOf(packageName: string, { weight, first, prefix }: { weight: Weight; first: readonly string[]; prefix: string }): readonly Slice[] {
  const folder = folderOf(packageName);
  const ranges = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8")) as Record<string, string>;
  const isVariable = packageName.startsWith("@fontsource-variable/");
  const names = [...first, ...Object.keys(ranges).filter((name) => !first.includes(name) && isVariable)];
  return names.map((name) => {
    const file = join(folder, "files", `${prefix}-${name.replace(/[[\]]/g, "")}-${isVariable ? "wght" : weight}-normal.${isVariable ? "woff2" : "woff"}`);
    return { name: `${prefix}-${name}-${weight}`, file, weight, isVariable, ranges: rangesIn(ranges[name]!) };
  });
}

const SCRIPTS = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "devanagari"];

const slicesAt = (weight: Weight): readonly Slice[] => [
  ...slicesOf("@fontsource/noto-sans", { weight, first: SCRIPTS, prefix: "noto-sans" }),
  ...slicesOf("@fontsource/noto-sans-arabic", { weight, first: ["arabic"], prefix: "noto-sans-arabic" }),
  ...slicesOf("@fontsource-variable/noto-sans-sc", { weight, first: [], prefix: "noto-sans-sc" }),
];

const slices = new Map<Weight, readonly Slice[]>();
const faces = new Map<string, Face>();
const chosen = new Map<string, Face | null>();
/** More characters than one script has. Past them we begin anew. */
const CHOSEN_LIMIT = 20_000;

/** The face that draws this character (with its marks) at this weight; `null` when none does. */
export function faceFor(character: string, weight: Weight): Face | null {
  const key = `${weight}${character}`;
  const known = chosen.get(key);
  if (known !== undefined) return known;
  if (chosen.size >= CHOSEN_LIMIT) chosen.clear();
  const face = findFace(character, weight);
  chosen.set(key, face);
  return face;
}

function findFace(character: string, weight: Weight): Face | null {
  if (!slices.has(weight)) slices.set(weight, slicesAt(weight));
  const codePoints = [...character].map((each) => each.codePointAt(0)!);
  for (const slice of slices.get(weight)!) {
    if (!codePoints.every((codePoint) => slice.ranges.some(([first, last]) => codePoint >= first && codePoint <= last))) continue;
    const face = faceOf(slice);
    if (codePoints.every((codePoint) => face.font.hasGlyphForCodePoint(codePoint))) return face;
  }
  return null;
}

function faceOf({ name, file, weight, isVariable }: Slice): Face {
  const open = faces.get(name);
  if (open !== undefined) return open;
  const bytes = readFileSync(file);
  const face: Face = isVariable ? { name, font: variedFont(bytes, weight), bytes: null } : { name, font: create(bytes), bytes };
  faces.set(name, face);
  return face;
}
