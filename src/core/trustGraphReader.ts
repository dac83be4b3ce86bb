// Graphs of grants as they come from a service, read strictly: what is no graph of the type that was asked about is no answer.

import { isAddress } from "./address.ts";
import { isDocumentType } from "./documentType.ts";
import { momentFrom } from "./moment.ts";
import { isCount, isText, isTruth, listOf, object, optional, type Test } from "./reportReader.ts";
import type { TrustGraph } from "./trustGraph.ts";

const isTime: Test = (value) => typeof value === "string" && momentFrom(value) !== null;

const isParty = object({ did: isText, address: isAddress, name: optional(isText), likeness: optional(isText), isTrustRoot: isTruth, closedInBlock: optional(isCount) });
const isStatement = object({
  kind: (value) => value === "grant" || value === "withdrawal",
  ...{ from: isTime, until: optional(isTime), recordedAt: isTime },
  ...{ mayPassOn: isTruth, compromised: isTruth, blockNumber: isCount },
});
const isGrant = object({ grantor: isAddress, grantee: isAddress, statements: listOf(isStatement), isInForce: isTruth, reason: optional(isText) });
const isGraph = object({
  ...{ documentType: isDocumentType, parties: listOf(isParty), grants: listOf(isGrant), isComplete: isTruth, asOf: isTime },
  block: object({ chainId: isCount, number: isCount, finalNumber: isCount, hash: isText, time: isTime }),
});

/** The graph in `value` when it is one about `documentType` in which every grant is between two of its parties; else `null`. */
export function readTrustGraph(value: unknown, documentType: string): TrustGraph | null {
  if (!isGraph(value)) return null;
  const graph = value as TrustGraph;
  const known = new Set(graph.parties.map(({ address }) => address));
  const isWhole = known.size === graph.parties.length && graph.grants.every(({ grantor, grantee }) => known.has(grantor) && known.has(grantee));
  return isWhole && graph.documentType === documentType ? graph : null;
}
