// Names of files, as they may be shown.

import { visible } from "../../words/visible.ts";
import type { DocumentItem } from "./items.ts";
import { words } from "../frame/language.ts";

/** The file's name, fit to be shown; the start of its digest when it came without a file. */
export const nameOf = ({ name }: DocumentItem): string => (name === null ? words.page.fromLink : visible(name));

const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** A number of bytes as people read it: "12.4 kB". */
export function sizeOf(bytes: number): string {
  const power = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** power;
  return `${power === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${UNITS[power]}`;
}
