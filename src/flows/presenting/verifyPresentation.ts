// Verify a presentation: did the holder sign this very challenge for this very audience, and does each credential in it hold?

import type { CredentialFlaw } from "../../core/credentials/flaws.ts";
import { isTimely, parsePresentation, type HolderClaim, type ParsedPresentation } from "../../core/credentials/presentation.ts";
import { keysIn } from "../../core/credentials/signing.ts";
import { failed, outcomeNamed, passed, silence, unknown, type Asked, type Outcome, type Reason } from "../../core/outcome.ts";
import { parseDidName } from "../../core/identities/didName.ts";
import type { PublicKey } from "../../core/publicKey.ts";
import type { Report, ReportFinding } from "../../core/report.ts";
import type { Verdict } from "../../core/verdict.ts";
import type { Challenges, CredentialPorts, UsedChallenge } from "../verifying/credentialPorts.ts";
import { documentIn } from "../identities/issuerDocuments.ts";
import { ask } from "../verifying/verify.ts";
import { digestOfClaimed, type AccreditationReport } from "../verifying/verifyAccreditation.ts";
import { malformed, type CredentialJudge, type CredentialReport } from "../verifying/verifyCredential.ts";

/** What is asked about a presentation. */
export interface PresentationQuestion {
  readonly presentation: string;
  /** The challenge that the holder was given. It is used up by this, whatever comes of it. */
  readonly challenge: string;
  /** For whom the presentation has to be made. */
  readonly audience: string;
}

/** A report on a presentation: the finding about the holder, those about the credential that is worst, and a report on each credential. */
export interface PresentationReport extends Report {
  readonly subject: Report["subject"] & { readonly presentation?: { readonly format: ParsedPresentation["format"]; readonly holder?: string } };
  readonly credentials: readonly (CredentialReport | AccreditationReport)[];
  /** What is wrong with the bytes, where they are no presentation of the form that they claim. */
  readonly flaw?: CredentialFlaw;
}

/** What verifying presentations needs beside what verifying credentials needs. */
export interface PresentationPorts extends CredentialPorts {
  readonly challenges: Challenges;
  readonly judge: CredentialJudge;
}

/**
 * Tells whether the holder presents these credentials here and now, and whether each of them holds.
 *
 * @throws Fault `store_unavailable` when it cannot be told whether the challenge was used before.
 */
export async function verifyPresentation({ presentation, challenge, audience }: PresentationQuestion, ports: PresentationPorts): Promise<PresentationReport> {
  const now = ports.clock();
  // First of all: whatever comes of this presentation, nobody answers this challenge again.
  const used = await ports.challenges.use(challenge, now);
  const text = presentation.trim();
  const parsed = parsePresentation(text);
  if (typeof parsed === "string") return { ...malformed(digestOfClaimed(text), { flaw: parsed, ports, reason: "presentation_malformed" }), credentials: [] };
  const credentials = await Promise.all(parsed.credentials.map(({ text: each }) => ports.judge.judge(each)));
  const asked = challengeOutcome(parsed, { challenge, audience, used, now });
  const held = asked.is === "passed" ? await holderOutcome(parsed, credentials, ports) : asked;
  return concluded(parsed, { held, credentials: held.is === "failed" ? credentials.map(withoutDisclosed) : credentials });
}

/** What somebody else shows, or shows to somebody else, was not disclosed to who asks. */
function withoutDisclosed(report: CredentialReport | AccreditationReport): CredentialReport | AccreditationReport {
  const { credential } = report.subject;
  if (credential === undefined || !("disclosed" in credential)) return report;
  const { disclosed: _disclosed, ...rest } = credential;
  return { ...report, subject: { ...report.subject, credential: rest } } as CredentialReport;
}

interface Answering {
  readonly challenge: string;
  readonly audience: string;
  readonly used: UsedChallenge;
  readonly now: number;
}

/** Does it answer this challenge, given by this service to this audience, in time and for the first time? */
function challengeOutcome(parsed: ParsedPresentation, { challenge, audience, used, now }: Answering): Outcome {
  if (parsed.challenge !== challenge) return failed("challenge_mismatch");
  if (used.is === "unknown") return failed("challenge_unknown");
  if (used.is === "used") return failed("challenge_used");
  if (used.audience !== audience || parsed.audience !== audience) return failed("audience_mismatch");
  if (now >= used.expiresAt) return failed("challenge_expired");
  return isTimely(parsed, now) ? passed : failed("presentation_expired");
}

/** Is the holder the one of whom each credential speaks, and is the signature its? Nobody's domain is asked before an entitled issuer spoke of it. */
async function holderOutcome(parsed: ParsedPresentation, credentials: readonly Report[], ports: PresentationPorts): Promise<Outcome> {
  const { holder } = parsed;
  const isSubject = parsed.credentials.every(({ parsed: inner }) => typeof inner === "string" || (holder.did === null ? holder.key !== null : inner.holder === holder.did));
  if (!isSubject) return failed("holder_not_subject");
  const keys = await keysOf(holder, { isVouchedFor: credentials.some(isVouchedFor), ports });
  if (!keys.isAnswered) return unknown(keys.reason);
  const { algorithm, signingInput, signature } = parsed;
  const candidates = keys.value.filter((key) => key.algorithm === algorithm);
  if (candidates.length === 0) return failed("holder_not_subject");
  return candidates.some((key) => ports.isSignatureBy(key, signingInput, signature)) ? passed : failed("signature_invalid");
}

const isVouchedFor = ({ findings }: Report): boolean => findings.some(({ check, outcome }) => check === "entitled" && outcome === "passed");

/** The holder's keys: the one to which the credential is bound, or those of its newest document. */
async function keysOf(holder: HolderClaim, { isVouchedFor: mayBeAsked, ports }: { isVouchedFor: boolean; ports: PresentationPorts }): Promise<Asked<readonly PublicKey[]>> {
  if (holder.key !== null) return { isAnswered: true, value: [holder.key] };
  if (parseDidName(holder.did)?.method === "web" && !mayBeAsked) return silence("did_unresolvable");
  const head = await ask(ports.ledger.head());
  if (!head.isAnswered) return head;
  const resolution = await ports.identities.resolve(holder.did, head.value);
  if (resolution.is === "unusable") return { isAnswered: true, value: [] };
  const document = documentIn(resolution);
  return document.isAnswered ? { isAnswered: true, value: keysIn(document.value, "authentication", holder.kid) } : document;
}

/** The worst first: a no outweighs a doubt, and a doubt every yes. */
const gravity: readonly Verdict[] = ["altered", "not_found", "not_entitled", "no_longer_valid", "undetermined", "authentic"];

interface Judged {
  readonly held: Outcome;
  readonly credentials: readonly (CredentialReport | AccreditationReport)[];
}

function concluded({ format, holder, digest }: ParsedPresentation, { held, credentials }: Judged): PresentationReport {
  const worst = credentials.toSorted((left, right) => gravity.indexOf(left.verdict) - gravity.indexOf(right.verdict))[0]!;
  const { verdict, reason, flaw: _flaw, grant: _grant, ...rest } = worst as CredentialReport & AccreditationReport;
  const own = ownVerdict(held, { verdict, ...(reason === undefined ? {} : { reason }) });
  const finding: ReportFinding = { check: "held", ...outcomeNamed(held) };
  const { documentType, credential } = rest.subject;
  // Of several credentials each is told in its own report alone.
  const told = { ...(documentType === undefined ? {} : { documentType }), ...(credentials.length > 1 || credential === undefined ? {} : { credential }) };
  // The verdict stands first, as in every report.
  return {
    ...own,
    ...rest,
    subject: { digest, hasSeal: false, ...told, presentation: { format, ...(holder.did === null ? {} : { holder: holder.did }) } },
    findings: [...rest.findings, finding],
    credentials,
  };
}

/** As the table of verdicts has it: what fails in being held is `altered`, a doubt outweighs every yes, and else the worst credential decides. */
function ownVerdict(held: Outcome, worst: { readonly verdict: Verdict; readonly reason?: Reason }): { verdict: Verdict; reason?: Reason } {
  if (held.is === "failed") return { verdict: "altered", reason: held.reason };
  if (held.is === "unknown" && gravity.indexOf(worst.verdict) > gravity.indexOf("not_found")) return { verdict: "undetermined", reason: held.reason };
  return worst;
}
