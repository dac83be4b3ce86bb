// Bounds: what surely and what possibly holds of identities at moments (docs/entitlement.md has the rule in words).
//
// Whether a statement counts depends on other statements, and a withdrawal can depend on what it withdraws. The answer is
// the well-founded one: two bounds, "surely" and "possibly", close in on each other; good news counts when it surely
// holds, bad news when it possibly does. So a riddle in the grants is never a yes.

import type { Address } from "./address.ts";
import type { Link } from "./entitlement.ts";
import type { GrantStatement } from "./ledger.ts";
import type { Heard, Pair, Pairs } from "./pairs.ts";

export type Need = "issue" | "passOn";

/** What is held to be true of pairs: entitled, with or without the right to pass on, and silenced. */
interface Bound {
  isEntitled(pair: Pair, need: Need): boolean;
  isSilenced(pair: Pair): boolean;
}

const everything: Bound = { isEntitled: () => true, isSilenced: () => true };

/** A bound as it grows, with the grant that first carried each entitlement. */
export class Grown implements Bound {
  readonly carriers = { issue: new Map<Pair, Carrier>(), passOn: new Map<Pair, Carrier>() };
  readonly silenced = new Set<Pair>();
  /** The bound that settles doubt: what must not hold for this one's news to hold. */
  readonly against: Bound;

  /** Before anything is weighed, trust roots are entitled, always. */
  constructor(pairs: Pairs, trustRoots: ReadonlySet<Address>, against: Bound) {
    this.against = against;
    for (const pair of pairs.all) {
      if (!trustRoots.has(pair.identity)) continue;
      this.carriers.issue.set(pair, "trust root");
      this.carriers.passOn.set(pair, "trust root");
    }
  }
  get count(): number {
    return this.carriers.issue.size + this.carriers.passOn.size + this.silenced.size;
  }
  isEntitled(pair: Pair, need: Need): boolean {
    return this.carriers[need].has(pair);
  }
  isSilenced(pair: Pair): boolean {
    return this.silenced.has(pair);
  }
  /** Whether what the speaker said about the grantor's moment counts. */
  hears(grantor: Pair, speaker: Pair): boolean {
    return this.isEntitled(grantor, "passOn") && this.isEntitled(speaker, "passOn") && !this.against.isSilenced(speaker);
  }
}

/** How a pair came to be entitled. A carrier's grantor was entitled before it, so a walk along carriers ends at a trust root. */
export type Carrier = { readonly link: Link; readonly grantor: Pair } | "trust root";

/** What surely holds, what possibly holds. */
export interface Certainty {
  readonly surely: Grown;
  readonly possibly: Grown;
}

/** Closes the bounds in on each other until they meet or neither moves. */
export function weigh(pairs: Pairs, trustRoots: ReadonlySet<Address>): Certainty {
  let surely = new Grown(pairs, trustRoots, everything);
  for (let before = NaN; ; ) {
    const possibly = grow(new Grown(pairs, trustRoots, surely), surely, pairs);
    const more = grow(new Grown(pairs, trustRoots, possibly), possibly, pairs);
    // Where the bounds meet, each must also have been settled by the other as it now is: who is above whom is asked of both.
    if (more.count === possibly.count) return { surely: more, possibly: grow(new Grown(pairs, trustRoots, more), more, pairs) };
    if (more.count === surely.count && possibly.count === before) return { surely: more, possibly };
    [surely, before] = [more, possibly.count];
  }
}

/** The least that holds when doubt is settled by `other`: wanted news needs this bound, unwanted news only the other. */
function grow(own: Grown, other: Grown, pairs: Pairs): Grown {
  spread(new Set(pairs.heard), { own, other });
  // An accuser may come to stand above the accused by a new path, without anything else becoming true of it.
  for (let before = -1; own.count !== before; ) {
    before = own.count;
    spread(new Set(pairs.accusations), { own, other });
  }
  return own;
}

/** Weighs all that is `open`, and again what depends on anything that became true. */
function spread(open: Set<Heard>, bounds: Bounds): void {
  for (const heard of open) {
    open.delete(heard);
    const before = bounds.own.count;
    hear(heard, bounds);
    if (bounds.own.count > before) for (const dependent of heard.grantee.dependents) open.add(dependent);
  }
}

export interface Bounds {
  readonly own: Grown;
  readonly other: Grown;
}

function hear(heard: Heard, bounds: Bounds): void {
  const { own } = bounds;
  const { grantor, grantee } = heard;
  for (const need of ["issue", "passOn"] as const) {
    if (own.isEntitled(grantee, need)) continue;
    const statement = lastWord(heard, (said) => carries(said, need), bounds);
    if (statement === null) continue;
    own.carriers[need].set(grantee, { link: { grantor: grantor.identity, grantee: grantee.identity, statement }, grantor });
  }
  if (!own.isSilenced(grantee) && isSilencing(heard, bounds)) own.silenced.add(grantee);
}

const carries = ({ isGranted, mayPassOn }: GrantStatement, need: Need): boolean => isGranted && (need === "issue" || mayPassOn);

/** The grantor's last statement that counts, if it is a grant that carries its grantee that far; else `null`. */
export const carryingStatement = (heard: Heard, need: Need, bounds: Bounds): GrantStatement | null => lastWord(heard, (said) => carries(said, need), bounds);

/** The last statement that counts, if it is a wanted one. */
function lastWord({ grantor, said }: Heard, isWanted: (statement: GrantStatement) => boolean, { own, other }: Bounds): GrantStatement | null {
  for (const { statement, speaker } of said) {
    const wanted = isWanted(statement);
    const counts = (wanted ? own : other).hears(grantor, speaker);
    if (counts) return wanted ? statement : null;
  }
  return null;
}

/** Only a grantor above it, that had already vouched at the moment, can call a grantee compromised: others cannot silence anybody. */
function isSilencing(heard: Heard, bounds: Bounds): boolean {
  if (lastWord(heard, ({ isCompromised }) => isCompromised, bounds) === null) return false;
  const hadVouched = heard.said.some(({ statement }) => statement.isGranted && statement.time <= heard.grantee.moment);
  return hadVouched && isAbove(heard.grantor, heard.grantee.identity, bounds);
}

/**
 * Whether `grantor` may pass on by a path that does not lead through `identity`.
 *
 * Nobody is above those to whom it owes its own right; else an authority could be silenced from below.
 */
export function isAbove(grantor: Pair, identity: Address, bounds: Bounds): boolean {
  const seen = new Set<Address>([identity]);
  const open = [grantor];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    if (seen.has(pair.identity)) continue;
    seen.add(pair.identity);
    if (bounds.own.carriers.passOn.get(pair) === "trust root") return true;
    for (const heard of pair.heard) {
      if (lastWord(heard, (said) => carries(said, "passOn"), bounds) !== null) open.push(heard.grantor);
    }
  }
  return false;
}
