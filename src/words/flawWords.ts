// The words for what a credential says and for what is wrong with it. A page fetches them only when it shows a credential.

import type { CredentialFlaw } from "../core/credentials/flaws.ts";
import type { ShapeProblemCode } from "../core/shapes/problems.ts";

/** What one language says of a credential that is not as it should be. */
export interface FlawWords {
  /** Of bytes that are not built like what they claim to be. */
  readonly flaws: Readonly<Record<CredentialFlaw | "no_accreditation_credential", string>>;
  /** A flaw that this table does not know. */
  readonly otherFlaw: string;
  /** Of one member; beside it stands where. */
  readonly problems: Readonly<Record<ShapeProblemCode, string>>;
  readonly otherProblem: string;
  /** Opens everything, with names and codes as they are. */
  readonly whole: string;
  readonly wholeHow: string;
  /** Beside what its shape does not show to everybody. */
  readonly disclosed: string;
}

/** What a code means by this table; `other` for a code that it does not know. */
export const wordOf = (table: Readonly<Record<string, string>>, code: string, other: string): string => (Object.hasOwn(table, code) ? table[code]! : other);
