// Predecessors: the documents in whose place this one was put, by its issuer's own word. No verdict rests on them.

import { leafOf } from "./digest.ts";
import { judgeGrants } from "./entitlement.ts";
import type { Predecessor } from "./evidence.ts";
import { saidByThen, weighingIn } from "./facts.ts";
import { decidingStatement } from "./standing.ts";
import type { Judgement, Verdict } from "./verdict.ts";

/** A predecessor, and since when this document stands in its place, in Unix seconds. */
export interface Replaced extends Predecessor {
  readonly since: number;
}

/** Only what was genuine when it was issued took anything's place. */
const genuine: readonly Verdict[] = ["authentic", "no_longer_valid"];

/** The documents of the anchor's issuer and type of which the issuer's last word is, finally, that this one replaces them. None where that is not known. */
export function replacedIn({ evidence: { subject }, anchor, facts, verdict }: Judgement): readonly Replaced[] {
  const { predecessors = [] } = anchor ?? {};
  if (predecessors.length === 0 || !facts.isAnswered || !genuine.includes(verdict)) return [];
  const { graph, anchoring } = facts.value;
  const { identity: speaker } = anchoring;
  const own = leafOf(subject.digest);
  const heard = predecessors.filter(({ leaf }) => leaf !== own).flatMap((each) => saidByThen([{ speaker, statements: each.statements }], subject.asAt ?? Infinity).map((speech) => ({ each, speech })));
  // Weighed apart from what the verdict rests on, so that nothing here can change it.
  const judged = judgeGrants(graph, heard.flatMap(({ speech }) => speech.statements.map(({ time }) => ({ identity: speaker, moment: time }))));
  if (!judged.isAnswered) return [];
  const weighing = weighingIn(graph, judged.value);
  return heard.flatMap(({ each, speech }) => {
    const said = decidingStatement([speech], weighing);
    const isReplaced = said?.replacement === subject.digest && said.blockNumber <= graph.finalBlock;
    return isReplaced ? [{ ...each, since: said.time }] : [];
  });
}
