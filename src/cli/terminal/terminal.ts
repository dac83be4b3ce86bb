// The terminal: the only way in which the command line speaks. Nothing that it prints can hide, reorder or overwrite text.

import type { Outcome } from "../../core/outcome.ts";
import { readTerminalConfig } from "../../config.ts";
import { visible } from "../../words/visible.ts";

const { isUtf8 } = readTerminalConfig();

/** The marks beside findings. */
export const marks: Readonly<Record<Outcome["is"] | "moot", string>> = isUtf8
  ? { passed: "✓", failed: "✗", unknown: "?", moot: "–" }
  : { passed: "+", failed: "x", unknown: "?", moot: "-" };

/** Prints lines to the standard output. */
export function say(...lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${fit(line)}\n`).join(""));
}

/** Prints lines to the standard error, where they do not mix with what a script reads. */
export function remark(...lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `${fit(line)}\n`).join(""));
}

/** Prints a value as JSON that is safe to show: characters that a terminal would obey are escaped. */
export function sayJson(value: unknown): void {
  const json = JSON.stringify(value, null, 2).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (hidden) => (hidden === "\n" ? hidden : escaped(hidden)));
  process.stdout.write(`${json}\n`);
}

const escaped = (text: string): string => Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");

const inAscii: Readonly<Record<string, string>> = { "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-", "·": "-", "→": "->" };

/** One line, fit for this terminal. Where UTF-8 is not understood, its bytes could be commands: other letters are spelt out. */
function fit(line: string): string {
  const shown = visible(line, Infinity);
  if (isUtf8) return shown;
  return shown.replace(/[^\x20-\x7e]/gu, (character) => inAscii[character] ?? `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`);
}

/** Aligned lines of names and values; a value of several lines keeps its column. */
export function table(rows: readonly (readonly [name: string, value: string | readonly string[]])[]): string[] {
  const width = Math.max(0, ...rows.map(([name]) => name.length)) + 3;
  return rows.flatMap(([name, value]) => (typeof value === "string" ? [value] : value).map((line, place) => `  ${(place === 0 ? name : "").padEnd(width)}${line}`));
}
