// A paper's code, judged without telling anybody what it says: the service is asked about its digest and for the issuer's keys,
// and the signature is checked here.

import { didOf, type Did } from "../../core/address.ts";
import { signingBy } from "../../core/credentials/signing.ts";
import { keyOutcome, signatureOutcome, type Signing } from "../../core/credentials/signingOutcomes.ts";
import type { DidDocument, VerificationMethod } from "../../core/identities/didDocument.ts";
import { answer, outcomeNamed, silence, type Asked, type Outcome } from "../../core/outcome.ts";
import type { PaperCode } from "../../core/paperCode.ts";
import { publicKeyFromJwk } from "../../core/publicKey.ts";
import type { Report, ReportFinding } from "../../core/report.ts";
import { judgeCodeOffline } from "../../core/snapshot.ts";
import { isSignatureBy } from "../../core/signature.ts";
import { conclude, type Finding } from "../../core/verdict.ts";
import type { Json } from "../../core/json.ts";
import { jsonOf, patient, request } from "../frame/service.ts";
import { Unanswered } from "../frame/trouble.ts";
import { isOffline, now } from "../offline/askOrRemember.ts";
import { marked, type MarkedReport } from "../offline/offlineReport.ts";
import { knownSnapshot } from "../offline/snapshot.ts";
import { ask } from "../report/ask.ts";
import { questionAbout } from "./questionAbout.ts";

/**
 * The report about the code: the service's, with this device's own findings on key and signature.
 *
 * Without a network what this device remembers is told, which is never a yes. Rejects with `Unanswered` when there is neither.
 * A key that nobody tells makes it `undetermined`.
 */
export async function judgeCode(code: PaperCode, signal: AbortSignal): Promise<MarkedReport> {
  try {
    return await judgeOnline(code, signal);
  } catch (error) {
    const remembered = isOffline(error) ? await rememberedOf(code) : null;
    if (remembered === null) throw error;
    return remembered;
  }
}

async function rememberedOf(code: PaperCode): Promise<MarkedReport | null> {
  const snapshot = await knownSnapshot();
  if (snapshot === null) return null;
  const did = didOf(code.issuer, code.chainId);
  const keys = snapshot.issuers.find((issuer) => issuer.did === did)?.keys ?? [];
  const signing = signingOf(code, documentIn({ did, keys }, did));
  const claimed = { digest: code.digest, issuer: did, address: code.issuer, documentType: code.documentType };
  return marked(judgeCodeOffline(claimed, signing, { snapshot, checkedAt: now() }), snapshot.block.time);
}

async function judgeOnline(code: PaperCode, signal: AbortSignal): Promise<Report> {
  const report = await ask(questionAbout(code), signal);
  const counting = report.anchors.find(({ verdict, reason }) => verdict === report.verdict && reason === report.reason);
  const listed = await keysOf(didOf(code.issuer, code.chainId), { blockNumber: counting?.isFinal === true ? counting.blockNumber : undefined, signal });
  const judged = withSigning(report, signingOf(code, listed));
  return { ...judged, subject: ofCode(judged, code) };
}

function signingOf(code: PaperCode, listed: Asked<DidDocument>): Signing {
  const issuer = didOf(code.issuer, code.chainId);
  const { key, signature, signingInput } = code;
  return signingBy({ issuer, kid: `${issuer}#${key}`, algorithm: null, signingInput: new TextEncoder().encode(signingInput), signature }, listed, isSignatureBy);
}

/** What was judged is something signed, and is spoken of as such. */
const ofCode = ({ subject }: Report, { number, date, parties, documentType }: PaperCode): Report["subject"] => ({ ...subject, code: { number, date, parties, documentType } }) as Report["subject"];

/** The report with key and signature judged here. Its verdict follows from its findings by the one rule there is. */
function withSigning(report: Report, signing: Signing): Report {
  const own: Partial<Record<ReportFinding["check"], Outcome>> = { integrity: signatureOutcome(signing), identified: keyOutcome(signing) };
  const findings = report.findings.map((finding) => ({ check: finding.check, outcome: own[finding.check] ?? outcomeOf(finding) }));
  const { verdict, reason } = conclude(findings);
  const { reason: _before, ...rest } = report;
  return { ...rest, verdict, ...(reason === null ? {} : { reason }), findings: findings.map(written) };
}

const outcomeOf = ({ outcome, reason }: ReportFinding): Outcome => (outcome === "passed" ? { is: outcome } : ({ is: outcome, reason } as Outcome));
const written = ({ check, outcome }: Finding): ReportFinding => ({ check, ...outcomeNamed(outcome) });

/** The issuer's keys as the ledger had them at the block; silent when nobody tells. */
async function keysOf(did: Did, { blockNumber, signal }: { blockNumber: number | undefined; signal: AbortSignal }): Promise<Asked<DidDocument>> {
  try {
    const response = await request(`/v1/issuers/${did}/keys${blockNumber === undefined ? "" : `?block=${blockNumber}`}`, { signal: patient(signal) });
    return documentIn(await jsonOf(response), did);
  } catch (error) {
    if (error instanceof Unanswered && !signal.aborted) return silence("did_unresolvable");
    throw error;
  }
}

function documentIn(value: unknown, did: Did): Asked<DidDocument> {
  const { did: about, keys } = (value ?? {}) as { did?: unknown; keys?: unknown };
  if (about !== did || !Array.isArray(keys)) return silence("did_unresolvable");
  const methods = keys.flatMap((each: { publicKeyJwk?: Json }): VerificationMethod[] => {
    const publicKey = publicKeyFromJwk(each.publicKeyJwk);
    return publicKey === null ? [] : [{ id: `${did}#${publicKey.thumbprint}`, otherId: null, purposes: ["assertionMethod"], key: { kind: "public", publicKey } }];
  });
  return answer({ id: did, alsoKnownAs: [], methods, isDeactivated: false });
}
