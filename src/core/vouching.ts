// Vouching: every grantor and every trust root that stands behind an identity, where one path would not tell of all.

import type { Address } from "./address.ts";
import { carryingStatement, type Certainty } from "./bounds.ts";
import type { Link } from "./entitlement.ts";
import type { Pair } from "./pairs.ts";

/** The grants that carry a pair, one a grantor: each would do alone. A trust root needs none. */
export function linksTo(pair: Pair, { surely, possibly }: Certainty): readonly Link[] {
  return pair.heard.flatMap((heard): Link[] => {
    const statement = carryingStatement(heard, "issue", { own: surely, other: possibly });
    return statement === null ? [] : [{ grantor: heard.grantor.identity, grantee: pair.identity, statement }];
  });
}

/** The trust roots from which a path leads to the pair, the nearest first; at most `limit`. A trust root vouches for itself. */
export function rootsBehind(pair: Pair, { surely, possibly }: Certainty, limit: number): readonly Address[] {
  const roots = new Set<Address>();
  const seen = new Set<Pair>([pair]);
  for (const each of seen) {
    if (roots.size >= limit) break;
    if (surely.carriers.passOn.get(each) === "trust root") roots.add(each.identity);
    const need = each === pair ? "issue" : "passOn";
    for (const heard of each.heard) {
      if (carryingStatement(heard, need, { own: surely, other: possibly }) !== null) seen.add(heard.grantor);
    }
  }
  return [...roots];
}
