// The checks: each one question, put to the evidence about one anchor.

import { keyOutcome, signatureOutcome, type Signing } from "./credentials/signingOutcomes.ts";
import { SKEW_SECONDS, type Period } from "./credentials/dates.ts";
import { leafOf } from "./digest.ts";
import { isLastingRight } from "./documentType.ts";
import type { AnchorEvidence, Claim, Subject } from "./evidence.ts";
import { isMadeByThen, presentMoment, type Case } from "./facts.ts";
import { isSameLedger, type AnchorRecord, type Head } from "./ledger.ts";
import { rootFrom } from "./merkle.ts";
import { failed, passed, unknown, type Outcome } from "./outcome.ts";

/** Do these bytes hash to the sealed leaf, and does the path lead to the root, in a batch of the recorded size? Of a claim: does the signature fit? */
function integrity({ evidence: { subject, claim }, anchor }: Case): Outcome {
  const { seal, digest } = subject;
  if (claim !== undefined) return signatureOutcome(signingOf(claim, anchor));
  if (seal === null) return passed;
  if (seal.digest !== digest) return failed("file_differs");
  if (rootFrom(leafOf(digest), seal) !== seal.root) return failed("path_broken");
  const record = recordOf(anchor);
  return record !== null && record.size !== seal.size ? failed("path_broken") : passed;
}

/** Was the anchor made by the identity's owner or delegate? The ledger admits nobody else, so a record is the proof. Of a claim: was the key listed for the issuer? */
function identified({ evidence: { claim }, anchor }: Case): Outcome {
  return claim === undefined ? passed : keyOutcome(signingOf(claim, anchor));
}

const signingOf = (claim: Claim, anchor: AnchorEvidence | null): Signing => anchor?.signing ?? claim.signing;

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
  const flaw = evidence.claim?.flaw ?? null;
  if (flaw !== null) return failed(flaw);
  if (!facts.isAnswered) return unknown(facts.reason);
  const { anchor, record, deactivatedIn, entitlements, anchoring } = facts.value;
  const { documentType } = evidence.subject;
  if (documentType !== null && documentType !== anchor.name.documentType) return failed("other_type");
  if (record.blockNumber >= (deactivatedIn.get(anchor.name.issuer) ?? Infinity)) return failed("issuer_deactivated");
  if (entitlements.isSilenced(anchoring)) return failed("compromised");
  return entitlements.pathTo(anchoring) === null ? failed(entitlements.reasonAgainst(anchoring)) : passed;
}

/** Does the document stand, by its issuer and the issuer's grantors; and is a right that lasts still vouched for: now, or at the past moment asked about? */
function current({ evidence, facts, anchor: asked }: Case): Outcome {
  // A code names no period: that of the credential it was issued with ends it as it ends the paper.
  const within = periodOutcome(asked?.period ?? null, momentAsked(evidence));
  const claimed = evidence.claim === undefined ? passed : claimedOutcome(evidence.claim, evidence);
  const said = claimed.is === "failed" || within.is === "passed" ? claimed : within;
  if (!facts.isAnswered) return said.is === "failed" ? said : unknown(facts.reason);
  const { deciding, entitlements, present, anchor } = facts.value;
  if (deciding !== null && deciding.standing !== "active") return failed(deciding.standing);
  if (said.is === "failed") return said;
  const isEnded = isLastingRight(anchor.name.documentType) && (entitlements.pathTo(present) === null || entitlements.isSilenced(present));
  return isEnded ? failed("recognition_ended") : said;
}

/** What a claim says of its own standing: a set bit, its dates, and lists that say nothing. */
export function claimedOutcome({ statuses, from, until }: Pick<Claim, "statuses" | "from" | "until">, evidence: Pick<Case["evidence"], "head" | "now">): Outcome {
  const set = (purpose: string): boolean => statuses.some((each) => each.says === "set" && each.purpose === purpose);
  if (set("revocation")) return failed("revoked");
  if (set("suspension")) return failed("suspended");
  const within = periodOutcome({ from, until }, momentAsked(evidence));
  if (within.is !== "passed") return within;
  return statuses.some(({ says }) => says === "silent") ? unknown("status_silent") : passed;
}

/** The present as far as it is known, or the past moment asked about. */
const momentAsked = (evidence: Pick<Case["evidence"], "head" | "now"> & { readonly subject?: Pick<Subject, "asAt"> }): number =>
  evidence.subject?.asAt ?? (evidence.head.isAnswered ? presentMoment(evidence, evidence.head.value) : evidence.now);

function periodOutcome(period: Period | null, moment: number): Outcome {
  const { from, until } = period ?? { from: null, until: null };
  if (until !== null && moment >= until) return failed("expired");
  return from !== null && moment + SKEW_SECONDS < from ? failed("not_yet_valid") : passed;
}

/** Every check by its name, in the order in which they are asked. A list of its own, so that whoever only reads reports need not carry the checks. */
export const checkNames = ["integrity", "identified", "anchored", "entitled", "current"] as const;

/** Every check, by the name under which reports, messages and tests know it. */
export const checks: Readonly<Record<(typeof checkNames)[number], (subject: Case) => Outcome>> = { integrity, identified, anchored, entitled, current };

/** `held` is put to presentations alone: it is about the holder, not about an anchor. */
export type CheckName = keyof typeof checks | "held";

const recordOf = (anchor: AnchorEvidence | null): AnchorRecord | null => (anchor?.record.isAnswered === true ? anchor.record.value : null);

/** Whether no reorganisation takes the record away any more. */
export const isFinal = (record: AnchorRecord, head: Head): boolean => record.blockNumber <= head.finalNumber;
