// Facts: what the evidence about one anchor amounts to, worked out once for all checks.

import type { Address } from "./address.ts";
import { judgeGrants, type Entitlements, type GrantGraph, type Question } from "./entitlement.ts";
import type { AnchorEvidence, Evidence, Speech } from "./evidence.ts";
import type { AnchorRecord, Block } from "./ledger.ts";
import { answer, silence, type Asked } from "./outcome.ts";
import { decidingStatement, type DecidingStatement, type Weighing } from "./standing.ts";

/** The evidence as it bears on one anchor (`null`: there is none to judge). */
export interface Case {
  readonly evidence: Evidence;
  readonly anchor: AnchorEvidence | null;
  readonly facts: Asked<AnchorFacts>;
}

/** What is known of an anchor whose evidence is complete. */
export interface AnchorFacts {
  readonly anchor: AnchorEvidence;
  readonly record: AnchorRecord;
  readonly deactivatedIn: ReadonlyMap<Address, number>;
  readonly graph: GrantGraph;
  readonly entitlements: Entitlements;
  /** The statement that decides how the document stands; `null` when nobody said anything. */
  readonly deciding: DecidingStatement | null;
  /** The issuer at the moment of anchoring. */
  readonly anchoring: Question;
  /** The issuer now, or at the past moment that was asked about. */
  readonly present: Question;
}

/** Whether the anchor had been made by the moment that was asked about. */
export const isMadeByThen = ({ subject: { asAt = null } }: Evidence, { time }: AnchorRecord): boolean => asAt === null || time <= asAt;

/** The case about `anchor`, its facts worked out. */
export const caseOf = (evidence: Evidence, anchor: AnchorEvidence | null): Case => ({ evidence, anchor, facts: factsOf(evidence, anchor) });

function factsOf(evidence: Evidence, anchor: AnchorEvidence | null): Asked<AnchorFacts> {
  const { head, anchors, subject } = evidence;
  if (!head.isAnswered) return head;
  if (anchor === null) return anchors.isAnswered ? silence("not_anchored") : anchors;
  const { record, grants, speeches, deactivatedIn, name } = anchor;
  if (!record.isAnswered) return record;
  if (record.value === null || !isMadeByThen(evidence, record.value)) return silence("not_anchored");
  if (!grants.isAnswered) return grants;
  if (!speeches.isAnswered) return speeches;
  if (!deactivatedIn.isAnswered) return deactivatedIn;

  const { finalNumber: finalBlock } = head.value;
  const anchoring = { identity: name.issuer, moment: record.value.time };
  const present = { identity: name.issuer, moment: subject.asAt ?? presentMoment(evidence, head.value) };
  const said = saidByThen(speeches.value, subject.asAt ?? Infinity);
  const spoken = said.flatMap(({ speaker, statements }) => statements.map(({ time }) => ({ identity: speaker, moment: time })));
  const graph: GrantGraph = { trustRoots: rootsFor(evidence, anchor), lists: grants.value, finalBlock, deactivatedIn: deactivatedIn.value };
  const judged = judgeGrants(graph, [anchoring, present, ...spoken]);
  if (!judged.isAnswered) return judged;
  const entitlements = judged.value;

  const above = entitlements.grantorsAbove(anchoring);
  const heard = said.filter(({ speaker }) => speaker === name.issuer || above.has(speaker));
  const deciding = decidingStatement(heard, weighingIn(graph, entitlements));
  return answer({ anchor, record: record.value, deactivatedIn: deactivatedIn.value, graph, entitlements, deciding, anchoring, present });
}

/** How statements are weighed whose speakers and moments `entitlements` were asked about. */
export const weighingIn = ({ finalBlock, deactivatedIn }: GrantGraph, entitlements: Entitlements): Weighing => ({
  finalBlock,
  counts(speaker, { standing, time: moment, blockNumber }) {
    const question = { identity: speaker, moment };
    if (standing !== "active") return !entitlements.isSurelySilenced(question);
    return !entitlements.isSilenced(question) && blockNumber < (deactivatedIn.get(speaker) ?? Infinity);
  },
});

/** An idle chain's newest block may be old, and a clock may be slow: the later of the two ends a grant sooner. */
export const presentMoment = ({ now }: Pick<Evidence, "now">, { time }: Block): number => Math.max(now, time);

/** What was said later is not heard: the question is how the document stood then. */
export function saidByThen(speeches: readonly Speech[], moment: number): readonly Speech[] {
  return speeches.map(({ speaker, statements }) => ({ speaker, statements: statements.filter(({ time }) => time <= moment) }));
}

function rootsFor({ trustRoots }: Evidence, { name }: AnchorEvidence): ReadonlySet<Address> {
  return new Set(trustRoots.filter(({ documentTypes }) => documentTypes.includes(name.documentType)).map(({ address }) => address));
}
