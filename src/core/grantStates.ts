// Grant states: which grants are in force at a moment and why the others are not, by the rule of entitlement alone.

import type { Address } from "./address.ts";
import type { Entitlements, GrantList, Link } from "./entitlement.ts";
import type { Asked, Reason } from "./outcome.ts";

/** All that one grantor said about one grantee, and what it amounts to at a moment. */
export interface GrantState {
  readonly list: GrantList;
  /** The grants from a trust root to the grantee, this one last; `null` when it is not in force. */
  readonly path: readonly Link[] | null;
  /** Whether somebody above the grantee calls its keys stolen: then no grant to it is in force. */
  readonly isSilenced: boolean;
  /** Why it is not in force; `null` when it is. */
  readonly reason: Reason | null;
}

/** What the states are asked of. */
export interface Judged {
  /** Grants that are too many to weigh are not called in force. */
  readonly judged: Asked<Entitlements>;
  readonly moment: number;
  /** Whether the identity had been given up for good by then. */
  readonly isClosed: (identity: Address) => boolean;
}

/** The state of each list. Every grantee at that moment must have been among the questions that were judged. */
export function grantStates(lists: readonly GrantList[], { judged, moment, isClosed }: Judged): readonly GrantState[] {
  return [...Map.groupBy(lists, ({ grantee }) => grantee)].flatMap(([identity, own]) => {
    if (!judged.isAnswered) return own.map((list) => ({ list, path: null, isSilenced: false, reason: judged.reason }));
    const question = { identity, moment };
    const isSilenced = judged.value.isSilenced(question);
    const against: Reason | null = isClosed(identity) ? "issuer_deactivated" : isSilenced ? "compromised" : null;
    const paths = new Map((against === null ? judged.value.pathsTo(question) : []).map((path) => [path.at(-1)!.grantor, path]));
    return own.map((list) => {
      const path = paths.get(list.grantor) ?? null;
      return { list, path, isSilenced, reason: path === null ? (against ?? judged.value.reasonAgainstGrant(list.grantor, question)) : null };
    });
  });
}
