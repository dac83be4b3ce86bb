// Names of what was given, as they may be shown.

import { visible } from "../../words/visible.ts";
import type { DocumentItem } from "./items.ts";
import { words } from "../frame/language.ts";
import { said } from "./words.ts";

/** The file's name, fit to be shown; for what came without a file, what it is. */
export function nameOf({ name, code, what }: DocumentItem): string {
  if (name !== null) return visible(name);
  if (code !== null) return said.code.named(visible(code.number));
  return what === "credential" ? said.credential.pasted : words.page.fromLink;
}

const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** A number of bytes as people read it: "12.4 kB". */
export function sizeOf(bytes: number): string {
  const power = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** power;
  return `${power === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${UNITS[power]}`;
}
