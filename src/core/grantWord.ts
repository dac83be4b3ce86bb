// The word that counts about a grantee: what a grantor's statements amount to at a moment.

import type { GrantStatement } from "./ledger.ts";

export const grantWords = ["granted", "withdrawn", "compromised", "nothing"] as const;
/** What one grantor's statements say; `nothing`: none of them covers the moment. Whether the grantor had the right to say it is another question. */
export type GrantWord = (typeof grantWords)[number];

/** What the statements (oldest first) say about `moment`: the last that covers it, grants once they are final, withdrawals at once. */
export function wordAt(statements: readonly GrantStatement[], { moment, finalBlock }: { readonly moment: number; readonly finalBlock: number }): GrantWord {
  const last = statements.findLast(({ from, until, isGranted, blockNumber }) => from <= moment && moment < until && (!isGranted || blockNumber <= finalBlock));
  if (last === undefined) return "nothing";
  if (last.isGranted) return "granted";
  return last.isCompromised ? "compromised" : "withdrawn";
}
