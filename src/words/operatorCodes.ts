// The codes of operators' credentials in words. Each list is typed by the shape's own, so that no code stays without a word.

import type { aeoRole, aeoType, operatorType, tradeSector, transportMode } from "../core/shapes/codes.ts";

type CodesOf<Kind extends { readonly codes: readonly string[] }> = Readonly<Record<Kind["codes"][number], string>>;

/** What one language calls them. */
export interface OperatorCodeWords {
  readonly authorisationTypes: CodesOf<typeof aeoType>;
  readonly roles: CodesOf<typeof aeoRole>;
  readonly tradeSectors: CodesOf<typeof tradeSector>;
  readonly operatorTypes: CodesOf<typeof operatorType>;
  readonly transportModes: CodesOf<typeof transportMode>;
}

/** The code in words; a code that this table does not know stands as it is. */
export const codeWord = (table: Readonly<Record<string, string>>, code: string): string => (Object.hasOwn(table, code) ? table[code]! : code);
