// The graph of grants around the trust roots for one document type, as a service tells it and a page judges it.

import type { Address, Did } from "./address.ts";
import type { DocumentType } from "./documentType.ts";
import { judgeGrants, type GrantGraph, type GrantList } from "./entitlement.ts";
import { grantStates, type GrantState } from "./grantStates.ts";
import { NO_END, type ChainHash, type GrantStatement } from "./ledger.ts";
import { momentFrom } from "./moment.ts";
import type { Likeness } from "./names.ts";
import type { Reason } from "./outcome.ts";

/** Every grant for one type that leads on from this verifier's trust roots, with all that was said, as of one newest block. */
export interface TrustGraph {
  readonly documentType: DocumentType;
  /** Trust roots for the type, and everybody whom a grant below them names. */
  readonly parties: readonly GraphParty[];
  readonly grants: readonly GraphGrant[];
  /** Whether these are all. When not, none of them is called in force. */
  readonly isComplete: boolean;
  /** The present as the service saw it. */
  readonly asOf: string;
  readonly block: GraphBlock;
}

export interface GraphBlock {
  readonly chainId: number;
  readonly number: number;
  /** Grants recorded in later blocks do not count yet. */
  readonly finalNumber: number;
  readonly hash: ChainHash;
  readonly time: string;
}

export interface GraphParty {
  readonly did: Did;
  readonly address: Address;
  /** From the trust roots, else from the newest grant, one in force before others. */
  readonly name?: string;
  readonly likeness?: Likeness;
  readonly isTrustRoot: boolean;
  /** The block in which it gave up its identity for good. */
  readonly closedInBlock?: number;
}

/** All that one grantor said about one grantee. */
export interface GraphGrant {
  readonly grantor: Address;
  readonly grantee: Address;
  /** Oldest first. */
  readonly statements: readonly GraphStatement[];
  /** Whether this very grant carries the grantee now. */
  readonly isInForce: boolean;
  /** Why it is not in force. */
  readonly reason?: Reason;
}

export interface GraphStatement {
  readonly kind: "grant" | "withdrawal";
  readonly from: string;
  /** Absent when it has no end. */
  readonly until?: string;
  readonly mayPassOn: boolean;
  readonly compromised: boolean;
  readonly recordedAt: string;
  readonly blockNumber: number;
}

/** Unix seconds of a time in the graph. */
export const secondsOf = (time: string): number => momentFrom(time) ?? NaN;

/** The graph as the rule of entitlement reads it. */
function judgeable({ parties, grants, block }: TrustGraph): GrantGraph {
  return {
    trustRoots: new Set(parties.filter(({ isTrustRoot }) => isTrustRoot).map(({ address }) => address)),
    lists: grants.map(({ grantor, grantee, statements }): GrantList => ({ grantor, grantee, statements: statements.map(statementOf) })),
    finalBlock: block.finalNumber,
    deactivatedIn: new Map(parties.flatMap(({ address, closedInBlock }) => (closedInBlock === undefined ? [] : [[address, closedInBlock] as const]))),
  };
}

/** Nothing here looks at the particulars: names were compared with them before. */
const NO_PARTICULARS: ChainHash = `0x${"0".repeat(64)}`;

const statementOf = ({ kind, from, until, mayPassOn, compromised, recordedAt, blockNumber }: GraphStatement): GrantStatement => ({
  ...{ isGranted: kind === "grant", from: secondsOf(from), until: until === undefined ? NO_END : secondsOf(until), mayPassOn },
  ...{ isCompromised: compromised, time: secondsOf(recordedAt), blockNumber, particulars: NO_PARTICULARS },
});

/** Which grants are in force at `moment` (Unix seconds), by what the ledger says today; in the order of {@link TrustGraph.grants}. */
export function statesAt(graph: TrustGraph, moment: number): readonly GrantState[] {
  const asked = judgeable(graph);
  const questions = graph.parties.map(({ address: identity }) => ({ identity, moment }));
  const judged = graph.isComplete ? judgeGrants(asked, questions) : { isAnswered: false as const, reason: "grants_too_many" as const };
  const states = grantStates(asked.lists, { judged, moment, isClosed: (identity) => isClosedAt(asked, identity, moment) });
  const byList = new Map(states.map((state) => [state.list, state]));
  return asked.lists.map((list) => byList.get(list)!);
}

/** Of the block of closing only the number is known: it was surely later than whatever was recorded in an earlier block, and no more is believed. */
function isClosedAt({ lists, deactivatedIn }: GrantGraph, identity: Address, moment: number): boolean {
  const block = deactivatedIn.get(identity);
  if (block === undefined) return false;
  return !lists.some(({ statements }) => statements.some(({ blockNumber, time }) => blockNumber < block && moment < time));
}
