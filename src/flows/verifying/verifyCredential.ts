// Verify a credential, or the code of a paper: judged like a document whose bytes are what was signed, and by who signed it.

import { didOf, type Address } from "../../core/address.ts";
import type { CodeSubjectReport, CredentialSubjectReport } from "../../core/credentials/essentials.ts";
import { disclosed, shapeProblems, told } from "../../core/credentials/essentials.ts";
import { parseCredential, type ParsedCredential } from "../../core/credentials/credential.ts";
import type { CredentialFlaw } from "../../core/credentials/flaws.ts";
import { isDocumentOf, signingBy, type Signed } from "../../core/credentials/signing.ts";
import type { Signing } from "../../core/credentials/signingOutcomes.ts";
import type { DidDocument } from "../../core/identities/didDocument.ts";
import { parseDidName } from "../../core/identities/didName.ts";
import { isFinal } from "../../core/checks.ts";
import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { AnchorEvidence, Claim, Evidence } from "../../core/evidence.ts";
import { isObject } from "../../core/json.ts";
import type { Head } from "../../core/ledger.ts";
import { answer, silence, type Asked } from "../../core/outcome.ts";
import { parsePaperCode } from "../../core/paperCode.ts";
import { reportOn, type Report, type ReportSubject } from "../../core/report.ts";
import type { ReceiptSubject } from "../../core/shapes/rct.ts";
import { judge } from "../../core/verdict.ts";
import type { CredentialPorts } from "./credentialPorts.ts";
import { judgeReceipt, type ReceiptReport } from "./judgeReceipt.ts";
import { IssuerDocuments } from "../identities/issuerDocuments.ts";
import { statusesOf } from "./statusAnswers.ts";
import { ask, gather } from "./verify.ts";
import { around, concluded, digestOfClaimed, malformedFindings, verifyAccreditation, type AccreditationReport } from "./verifyAccreditation.ts";

/** A report as on a document, about a credential or a code. The digest is that of what was signed. */
export interface CredentialReport extends Report {
  readonly subject: ReportSubject & { readonly credential?: CredentialSubjectReport; readonly code?: CodeSubjectReport; readonly receipt?: ReceiptReport };
  /** What is wrong with the bytes, where they are no credential of the form that they claim. */
  readonly flaw?: CredentialFlaw;
}

/** Judges what was signed. Remembers documents of issuers that cannot change any more. */
export interface CredentialJudge {
  /**
   * Judges a credential in any format, whatever its bytes are. A silent world makes the verdict `undetermined`; nothing but a bug throws.
   * Its report tells all that was disclosed in the text: it is for whoever gave the text, or asked for it.
   */
  judge(text: string): Promise<CredentialReport | AccreditationReport>;
  /** Judges a credential that was read. Its report tells what is for everybody. */
  judgeParsed(parsed: ParsedCredential): Promise<CredentialReport>;
  /** Judges the code of a paper. Throws `code_malformed` for what is none. */
  judgeCode(text: string): Promise<CredentialReport>;
  /** The identity's DID document at the end of a block, or the newest when none is named; silent when the ledger is. */
  documentAt(identity: Address, blockNumber: number | null): Promise<Asked<DidDocument>>;
}

/** A judge through these ports. Judges that share `documents` remember together. */
export function credentialJudge(ports: CredentialPorts, documents: IssuerDocuments = new IssuerDocuments(ports)): CredentialJudge {
  const judgeParsed = (parsed: ParsedCredential): Promise<CredentialReport> => judgeOne(parsed, { ports, documents });
  return {
    judgeParsed,
    async judge(text) {
      const parsed = parseCredential(text.trim(), ports.platform);
      if (typeof parsed === "string") return malformed(digestOfClaimed(text), { flaw: parsed, ports });
      // What an accreditation says stands on the ledger as a grant, and is judged by that.
      if (parsed.shape?.name === "acr") return verifyAccreditation(text, ports);
      const judged = await judgeParsed(parsed);
      const report = withSubject(judged, { credential: { ...judged.subject.credential!, ...disclosed(parsed) } });
      return parsed.shape?.name === "rct" && shapeProblems(parsed).length === 0 ? withSubject(report, { receipt: await judgeReceipt(parsed.credential["credentialSubject"] as unknown as ReceiptSubject, ports) }) : report;
    },
    async documentAt(identity, blockNumber) {
      const head = await ask(ports.ledger.head());
      if (!head.isAnswered) return head;
      return blockNumber === null || blockNumber > head.value.finalNumber ? documents.newest(identity, head.value) : documents.atFinalBlock(identity, blockNumber);
    },
    async judgeCode(text) {
      const { issuer, chainId, documentType, digest, number, date, parties, key, signature, signingInput } = parsePaperCode(text);
      const did = didOf(issuer, chainId);
      const signed = { issuer: did, kid: `${did}#${key}`, algorithm: null, signingInput: new TextEncoder().encode(signingInput), signature };
      const evidence = await evidenceOn({ signed, digest, documentType, hints: [] }, { from: null, until: null, statuses: [], flaw: null }, { ports, documents });
      return withSubject(reportOn(evidence), { code: { number, date, parties, documentType } });
    },
  };
}

interface Judging {
  readonly ports: CredentialPorts;
  readonly documents: IssuerDocuments;
}

async function judgeOne(parsed: ParsedCredential, judging: Judging): Promise<CredentialReport> {
  const { digest, documentType, shape, from, until, credential } = parsed;
  const problems = shapeProblems(parsed);
  const flaw = shape === null ? "credential_type_unknown" : problems.length > 0 ? "shape_violated" : null;
  const unasked = parsed.statuses.map((entry) => ({ purpose: entry?.purpose ?? ("unknown" as const), says: "clear" as const }));
  const evidence = await evidenceOn({ signed: parsed, digest, documentType, hints: namesIn(credential["issuer"]) }, { from, until, statuses: unasked, flaw }, judging);
  const statuses = unasked.length === 0 ? unasked : await statusesFor(parsed, evidence, judging);
  const report = reportOn({ ...evidence, claim: { ...evidence.claim!, statuses } });
  return withSubject(report, { credential: told(parsed, problems) });
}

/** Nobody's list is fetched unless the ledger says that its issuer is entitled, and the signature is the issuer's. */
async function statusesFor(parsed: ParsedCredential, evidence: Evidence, judging: Judging): Promise<Claim["statuses"]> {
  const { best } = judge(evidence);
  const isYesSoFar = best.verdict === "authentic" && best.anchor !== null && evidence.head.isAnswered;
  if (!isYesSoFar) return evidence.claim!.statuses.map((each) => ({ ...each, says: "silent" }));
  return statusesOf(parsed, { head: evidence.head.value, identity: best.anchor.name.issuer, now: evidence.now }, judging);
}

/** Other names that the credential gives its issuer. The ledger must confirm them. */
function namesIn(issuer: ParsedCredential["credential"][string] | undefined): readonly string[] {
  const names = isObject(issuer) ? issuer["alsoKnownAs"] : undefined;
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

const withSubject = (report: Report, more: Pick<CredentialReport["subject"], "credential" | "code" | "receipt">): CredentialReport => ({ ...report, subject: { ...report.subject, ...more } });

interface Sought {
  readonly signed: Signed;
  readonly digest: Digest;
  readonly documentType: DocumentType | null;
  readonly hints: readonly string[];
}

/** More anchors of one credential's digest than this are not judged. Those of issuers that a trust root ever led to come first. */
const ANCHORS_LIMIT = 20;

/** The evidence on what was signed: its anchors by its issuer, each with the key as the ledger had it then. */
async function evidenceOn(sought: Sought, claim: Omit<Claim, "signing">, { ports, documents }: Judging): Promise<Evidence> {
  const { signed, digest, documentType, hints } = sought;
  const name = parseDidName(signed.issuer);
  const subject = { digest, seal: null, documentType };
  if (name?.method === "ethr" && name.chainId !== ports.ledger.id.chainId) {
    const elsewhere = silence("ledger_unknown");
    return { subject, ledger: ports.ledger.id, trustRoots: ports.trustRoots(), head: elsewhere, anchors: elsewhere, now: ports.clock(), claim: { ...claim, signing: elsewhere } };
  }
  const evidence = await gather(subject, ports);
  const { head } = evidence;
  if (!head.isAnswered) return { ...evidence, claim: { ...claim, signing: head } };
  const isOwn = ({ name: anchor }: AnchorEvidence): boolean => (documentType === null || anchor.documentType === documentType) && (name?.method === "web" || (name?.method === "ethr" && anchor.issuer === name.identity));
  const found = evidence.anchors.isAnswered ? evidence.anchors.value.filter(isOwn).slice(0, ANCHORS_LIMIT) : [];
  const tried = await Promise.all(found.map((anchor) => triedAt(anchor, { signed, head: head.value, documents, ports })));
  const anchors: Asked<readonly AnchorEvidence[]> = evidence.anchors.isAnswered ? answer(tried.filter((anchor) => anchor !== null)) : evidence.anchors;
  const isFixed = anchors.isAnswered && anchors.value.some((anchor) => isFinalAnchor(anchor, head.value));
  const newest: Signing = isFixed ? silence("did_unresolvable") : signingBy(signed, await documents.newestOf(signed.issuer, { head: head.value, documentType, hints }), ports.isSignatureBy);
  return { ...evidence, anchors, claim: { ...claim, signing: newest } };
}

interface Trying {
  readonly signed: Signed;
  readonly head: Head;
  readonly documents: IssuerDocuments;
  readonly ports: CredentialPorts;
}

const isFinalAnchor = ({ record }: AnchorEvidence, head: Head): boolean => record.isAnswered && record.value !== null && isFinal(record.value, head);

/** The anchor with the key as the ledger had it then; as it has it now where the anchor is not final. `null`: by somebody else than the issuer. */
async function triedAt(anchor: AnchorEvidence, { signed, head, documents, ports }: Trying): Promise<AnchorEvidence | null> {
  const { issuer } = anchor.name;
  const { record } = anchor;
  const document: Asked<DidDocument> = isFinalAnchor(anchor, head) && record.isAnswered ? await documents.atFinalBlock(issuer, record.value!.blockNumber) : await documents.newest(issuer, head);
  // Somebody else may anchor anything: that is no word of the issuer's, nor against it.
  if (document.isAnswered && !document.value.isDeactivated && !isDocumentOf(document.value, signed.issuer)) return null;
  return { ...anchor, signing: signingBy(signed, document, ports.isSignatureBy) };
}

/** The report on bytes that are not what they claim to be. */
export function malformed(digest: Digest, { flaw, ports, reason = "credential_malformed" }: { flaw: CredentialFlaw; ports: Pick<CredentialPorts, "ledger" | "trustRoots" | "clock">; reason?: "credential_malformed" | "presentation_malformed" }): CredentialReport {
  return { ...concluded(malformedFindings(reason)), flaw, subject: { digest, hasSeal: false }, ...around(ports) };
}
