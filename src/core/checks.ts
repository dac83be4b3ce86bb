// The checks: each one question, put to the evidence about one anchor.

import { leafOf } from "./digest.ts";
import { isLastingRight } from "./documentType.ts";
import type { AnchorEvidence } from "./evidence.ts";
import { isMadeByThen, type Case } from "./facts.ts";
import { isSameLedger, type AnchorRecord, type Head } from "./ledger.ts";
import { rootFrom } from "./merkle.ts";
import { failed, passed, unknown, type Outcome } from "./outcome.ts";

/** Do these bytes hash to the sealed leaf, and does the path lead to the root, in a batch of the recorded size? */
function integrity({ evidence: { subject }, anchor }: Case): Outcome {
  const { seal, digest } = subject;
  if (seal === null) return passed;
  if (seal.digest !== digest) return failed("file_differs");
  if (rootFrom(leafOf(digest), seal) !== seal.root) return failed("path_broken");
  const record = recordOf(anchor);
  return record !== null && record.size !== seal.size ? failed("path_broken") : passed;
}

/** Was the anchor made by the identity's owner or delegate? The ledger admits nobody else, so a record is the proof. */
function identified(): Outcome {
  return passed;
}

/** Is the root on the ledger under this issuer and type, where no reorganisation takes it away; and was it by the moment asked about? */
function anchored({ evidence, anchor }: Case): Outcome {
  const { subject, ledger, head, anchors } = evidence;
  if (subject.seal !== null && !isSameLedger(subject.seal.ledger, ledger)) return unknown("ledger_unknown");
  if (!head.isAnswered) return unknown(head.reason);
  if (anchor === null) return anchors.isAnswered ? failed("not_anchored") : unknown(anchors.reason);
  if (!anchor.record.isAnswered) return unknown(anchor.record.reason);
  if (anchor.record.value === null || !isMadeByThen(evidence, anchor.record.value)) return failed("not_anchored");
  return isFinal(anchor.record.value, head.value) ? passed : unknown("awaiting_finality");
}

/** Was there a path of grants from a trust root to the issuer, for this type, at the moment of anchoring? */
function entitled({ evidence, facts }: Case): Outcome {
  if (!facts.isAnswered) return unknown(facts.reason);
  const { anchor, record, deactivatedIn, entitlements, anchoring } = facts.value;
  const { documentType } = evidence.subject;
  if (documentType !== null && documentType !== anchor.name.documentType) return failed("other_type");
  if (record.blockNumber >= (deactivatedIn.get(anchor.name.issuer) ?? Infinity)) return failed("issuer_deactivated");
  if (entitlements.isSilenced(anchoring)) return failed("compromised");
  return entitlements.pathTo(anchoring) === null ? failed(entitlements.reasonAgainst(anchoring)) : passed;
}

/** Does the document stand, by its issuer and the issuer's grantors; and is a right that lasts still vouched for: now, or at the past moment asked about? */
function current({ facts }: Case): Outcome {
  if (!facts.isAnswered) return unknown(facts.reason);
  const { deciding, entitlements, present, anchor } = facts.value;
  if (deciding !== null && deciding.standing !== "active") return failed(deciding.standing);
  const isEnded = isLastingRight(anchor.name.documentType) && (entitlements.pathTo(present) === null || entitlements.isSilenced(present));
  return isEnded ? failed("recognition_ended") : passed;
}

/** Every check, by the name under which reports, messages and tests know it. */
export const checks = { integrity, identified, anchored, entitled, current } as const;

export type CheckName = keyof typeof checks;

const recordOf = (anchor: AnchorEvidence | null): AnchorRecord | null => (anchor?.record.isAnswered === true ? anchor.record.value : null);

/** Whether no reorganisation takes the record away any more. */
export const isFinal = (record: AnchorRecord, head: Head): boolean => record.blockNumber <= head.finalNumber;
