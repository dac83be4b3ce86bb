/**
 * Writes the tables of docs/credentials.md from the shapes that credentials are checked by.
 *
 * `node scripts/generateCredentialTables.ts` writes; with `--check` it compares instead, and fails when the page is out of step.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { shapes } from "../src/core/shapes/shapes.ts";
import { rowsOf, type Row } from "../src/core/shapes/table.ts";

const page = fileURLToPath(new URL("../docs/credentials.md", import.meta.url));
const PRESENCE = { must: "must", should: "should", may: "may", filled: "filled in" } as const;

const cell = (text: string): string => text.replaceAll("|", "\\|");
const line = ({ path, says, holds, source, presence, shown }: Row): string => `| \`${path}\` | ${cell(says)} | ${cell(holds)} | ${cell(source)} | ${PRESENCE[presence]} | ${shown} |`;

/** The page, with each table between its marks as the shapes have it now. */
export function credentialsPage(text = readFileSync(page, "utf8")): string {
  return Object.values(shapes).reduce((soFar, { name, subject }) => {
    const table = ["| member | holds | form | source | presence | shown to |", "|---|---|---|---|---|---|", ...rowsOf(subject.members).map(line)].join("\n");
    const [begin, end] = [`<!-- ${name}: made by scripts/generateCredentialTables.ts -->`, `<!-- end of ${name} -->`];
    if (!soFar.includes(begin) || !soFar.includes(end)) throw new Error(`docs/credentials.md has no place for the table of ${name}.`);
    return `${soFar.slice(0, soFar.indexOf(begin))}${begin}\n${table}\n${soFar.slice(soFar.indexOf(end))}`;
  }, text);
}

if (import.meta.main) {
  const text = credentialsPage();
  if (!process.argv.includes("--check")) writeFileSync(page, text);
  else if (readFileSync(page, "utf8") !== text) {
    console.error("docs/credentials.md is out of step. Run: node scripts/generateCredentialTables.ts");
    process.exitCode = 1;
  }
}
