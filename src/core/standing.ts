// How a document stands: the statements of its issuer and of the issuer's grantors, weighed.

import type { Address } from "./address.ts";
import type { Speech } from "./evidence.ts";
import type { Standing, StandingStatement } from "./ledger.ts";

/** The statement that decides how a document stands, and who made it. */
export interface DecidingStatement extends StandingStatement {
  readonly speaker: Address;
}

/** What may follow what: active and suspended alternate, revoked and replaced are for ever. */
export const isFinalStanding = (standing: Standing): boolean => standing === "revoked" || standing === "replaced";

/** What a speaker should know about its word on another's document. It is said all the same: another verifier may see it otherwise. */
export type StandingWarning =
  | "not_above_issuer" // By this verifier's trust roots the speaker never vouched for the issuer for this type.
  | "document_unknown" // No published document of these bytes by this issuer and type.
  | "not_looked_up"; // The ledger or the index did not answer, so neither of these was looked up.

/** The worst first: one speaker's no outweighs another's yes. */
const gravity: readonly Standing[] = ["revoked", "replaced", "suspended", "active"];

/**
 * The statement that decides, the worst of all speakers' last words.
 *
 * Bad news counts at once, a reinstatement once its block is final.
 *
 * @returns `null` when nobody said anything that counts: the document stands.
 */
export function decidingStatement(speeches: readonly Speech[], { finalBlock, counts }: Weighing): DecidingStatement | null {
  const lastWords = speeches.flatMap(({ speaker, statements }) => {
    const heard = statements
      .filter((said) => counts(speaker, said))
      .filter((said) => said.standing !== "active" || said.blockNumber <= finalBlock);
    const last = heard.find((said) => isFinalStanding(said.standing)) ?? heard.at(-1);
    return last === undefined ? [] : [{ ...last, speaker }];
  });
  return lastWords.sort((left, right) => gravity.indexOf(left.standing) - gravity.indexOf(right.standing))[0] ?? null;
}

/** What is final, and what counts at all. */
export interface Weighing {
  readonly finalBlock: number;
  /** Whether the speaker's word counts, or its keys were declared stolen for that moment. */
  counts(speaker: Address, said: StandingStatement): boolean;
}
