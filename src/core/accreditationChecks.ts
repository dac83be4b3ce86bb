// The checks as they are put to an accreditation credential: does the grant that it speaks of stand on the ledger, and carry this very credential?

import type { Accreditation } from "./accreditationCredential.ts";
import type { Address } from "./address.ts";
import { signingBy } from "./credentials/signing.ts";
import { keyOutcome, signatureOutcome } from "./credentials/signingOutcomes.ts";
import { claimedOutcome } from "./checks.ts";
import type { DidDocument } from "./identities/didDocument.ts";
import type { Claim } from "./evidence.ts";
import { judgeGrants, type Entitlements, type GrantList } from "./entitlement.ts";
import type { SignedCredential } from "./credentials/jws.ts";
import type { ChainHash, GrantStatement, Head } from "./ledger.ts";
import { failed, passed, silence, unknown, type Asked, type Outcome } from "./outcome.ts";
import { isSignatureBy } from "./signature.ts";
import type { Finding } from "./verdict.ts";

/** The grant that names a credential: the statement, and where it is the last that says so. */
export interface CertifiedGrant {
  readonly statement: GrantStatement;
  /** What the ledger names as its credential; zero where none carries it. */
  readonly credentialDigest: ChainHash;
}

/** Everything that an accreditation credential is judged by. */
export interface AccreditationEvidence {
  readonly credential: SignedCredential;
  readonly said: Accreditation;
  /** The period that all its members leave (`exp` may end it before the grant ends), and what the status lists that it names say. */
  readonly claim: Pick<Claim, "from" | "until" | "statuses">;
  readonly head: Asked<Head>;
  /** The statements of just this content, newest last; one that names this credential is preferred. `null`: there is none. */
  readonly grant: Asked<CertifiedGrant | null>;
  /** The grantor's document on the ledger, at the end of the grant's block; without a grant, the newest. */
  readonly document: Asked<DidDocument>;
  readonly trustRoots: readonly Address[];
  readonly grants: Asked<readonly GrantList[]>;
  readonly deactivatedIn: Asked<ReadonlyMap<Address, number>>;
  readonly now: number;
}

/** A finding of every check. */
export function findingsOn(evidence: AccreditationEvidence): readonly Finding[] {
  const { credential, document } = evidence;
  const signing = signingBy({ ...credential, kid: credential.header.kid, algorithm: credential.header.alg }, document, isSignatureBy);
  const entitlements = entitlementsIn(evidence);
  return [
    { check: "integrity", outcome: signatureOutcome(signing) },
    { check: "identified", outcome: keyOutcome(signing) },
    { check: "anchored", outcome: anchored(evidence) },
    { check: "entitled", outcome: entitled(evidence, entitlements) },
    { check: "current", outcome: current(evidence, entitlements) },
  ];
}

/** Is there a final grant on the ledger that says the same, and names this very credential? */
function anchored({ head, grant, credential }: AccreditationEvidence): Outcome {
  if (!head.isAnswered) return unknown(head.reason);
  if (!grant.isAnswered) return unknown(grant.reason);
  if (grant.value === null || grant.value.credentialDigest !== `0x${credential.digest}`) return failed("not_anchored");
  return grant.value.statement.blockNumber <= head.value.finalNumber ? passed : unknown("awaiting_finality");
}

interface Weighed {
  readonly entitlements: Entitlements;
  readonly statement: GrantStatement;
  readonly deactivatedIn: ReadonlyMap<Address, number>;
  readonly now: number;
  readonly isFinal: boolean;
}

function entitlementsIn({ head, grant, grants, deactivatedIn, trustRoots, said, now }: AccreditationEvidence): Asked<Weighed> {
  for (const asked of [head, grant, grants, deactivatedIn]) if (!asked.isAnswered) return asked;
  if (!head.isAnswered || !grant.isAnswered || !grants.isAnswered || !deactivatedIn.isAnswered) return silence("ledger_silent");
  if (grant.value === null) return silence("not_anchored");
  const { statement } = grant.value;
  const moment = Math.max(now, head.value.time);
  const questions = [...momentsOf(said, statement), { identity: said.grantee, moment }, { identity: said.grantor, moment }];
  const judged = judgeGrants({ trustRoots: new Set(trustRoots), lists: grants.value, finalBlock: head.value.finalNumber, deactivatedIn: deactivatedIn.value }, questions);
  const isFinal = statement.blockNumber <= head.value.finalNumber;
  return judged.isAnswered ? { isAnswered: true, value: { entitlements: judged.value, statement, deactivatedIn: deactivatedIn.value, now: moment, isFinal } } : judged;
}

const momentsOf = ({ grantor }: Accreditation, { time }: GrantStatement): { identity: Address; moment: number }[] => [{ identity: grantor, moment: time }];

/** Does a trust root vouch for the grantor, with the right to pass on, when the grant was recorded? */
function entitled({ said, trustRoots }: AccreditationEvidence, weighed: Asked<Weighed>): Outcome {
  if (!weighed.isAnswered) return unknown(weighed.reason);
  const { entitlements, statement, deactivatedIn } = weighed.value;
  const [question] = momentsOf(said, statement);
  if (statement.blockNumber >= (deactivatedIn.get(said.grantor) ?? Infinity)) return failed("issuer_deactivated");
  if (entitlements.isSilenced(question!)) return failed("compromised");
  if (trustRoots.includes(said.grantor)) return passed;
  const mayPassOn = entitlements.pathsTo(question!).some((path) => path.at(-1)!.statement.mayPassOn);
  return mayPassOn ? passed : failed(entitlements.pathTo(question!) === null ? entitlements.reasonAgainst(question!) : "no_accreditation");
}

/** Is this the grant that carries the grantee now; and does the credential stand by what it says itself? */
function current(evidence: AccreditationEvidence, weighed: Asked<Weighed>): Outcome {
  const carried = carriedNow(evidence, weighed);
  return carried.is === "failed" ? carried : worse(carried, claimedOutcome(evidence.claim, evidence));
}

/** A no outweighs a doubt, and a doubt a yes. */
const worse = (left: Outcome, right: Outcome): Outcome => (right.is === "failed" || left.is === "passed" ? right : left);

function carriedNow({ said }: AccreditationEvidence, weighed: Asked<Weighed>): Outcome {
  if (!weighed.isAnswered) return unknown(weighed.reason);
  const { entitlements, statement, deactivatedIn, now: moment, isFinal } = weighed.value;
  const question = { identity: said.grantee, moment };
  if (deactivatedIn.has(said.grantee)) return failed("issuer_deactivated");
  // Until then an earlier grant may still be the one that carries.
  if (!isFinal) return unknown("awaiting_finality");
  if (entitlements.isSilenced(question)) return failed("compromised");
  const carrying = entitlements.pathsTo(question).map((path) => path.at(-1)!).find(({ grantor }) => grantor === said.grantor);
  if (carrying !== undefined) return isSame(carrying.statement, statement) ? passed : failed("replaced");
  const reason = entitlements.reasonAgainstGrant(said.grantor, question);
  // The grant itself stands; nobody vouches for its grantor any more.
  return failed(reason === "no_accreditation" ? "recognition_ended" : reason);
}

/** Statements of the same content are the same word, said again. */
const isSame = (left: GrantStatement, right: GrantStatement): boolean => left.particulars === right.particulars && left.from === right.from && left.until === right.until && left.mayPassOn === right.mayPassOn;
