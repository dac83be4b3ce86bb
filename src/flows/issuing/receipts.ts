// Receipts: a check that this service made, as a credential signed by whoever answers for the service, anchored like any document.

import { didOf } from "../../core/address.ts";
import { documentTypeOf, shapeOfType } from "../../core/credentials/formats.ts";
import { digestOf } from "../../core/digest.ts";
import type { Subject } from "../../core/evidence.ts";
import { Fault } from "../../core/fault.ts";
import { BY_SERVICE } from "../../core/journal.ts";
import type { JsonObject } from "../../core/json.ts";
import { dateOf, type Report } from "../../core/report.ts";
import { writeSeal } from "../../core/seal.ts";
import { spellFound } from "../../core/receiptCode.ts";
import type { ReceiptSubject } from "../../core/shapes/rct.ts";
import { USUAL_ALGORITHM } from "./credentialSigning.ts";
import type { StoredIssuance } from "./issuancePorts.ts";
import type { Issuer } from "./issuePorts.ts";
import { codePart, signerOf, type PaperIssuingPorts } from "./issueWithPapers.ts";
import { issueTogether, type FreshPart } from "./issueTogether.ts";
import { signPaperCode, type PaperFacts } from "./paperCodes.ts";
import type { VerifyPorts } from "../ports.ts";
import { signCredential, type Asking } from "./signCredential.ts";
import { verify } from "../verifying/verify.ts";

/** What receipts need of the world. */
export interface ReceiptPorts {
  readonly issuing: PaperIssuingPorts;
  readonly verify: VerifyPorts;
  /** Who answers for what this service found; `null` where nobody does. */
  readonly signatory: () => Promise<Issuer | null>;
  /** Makes the number of a receipt: nobody guesses it, so that it may be told to whoever holds the paper. */
  readonly newNumber: () => string;
}

/**
 * Checks the document now, and stores a receipt of that before it answers: the credential, a page to print, and the code on it.
 *
 * What the caller found earlier counts for nothing: a receipt says what this service itself found at this moment.
 *
 * @throws Fault `receipts_unavailable` where nobody answers for this service's findings, `request_malformed` as `verify` does.
 */
export async function makeReceipt(subject: Subject, language: string, ports: ReceiptPorts): Promise<{ issuance: StoredIssuance; report: Report }> {
  const { issuing, signatory } = ports;
  const issuer = await signatory();
  if (issuer === null) throw new Fault("receipts_unavailable", "Nobody answers for the findings of this service: its operator names one of its issuers in TRADESEAL_RECEIPTS_BY.");
  const report = await verify(subject, ports.verify);
  const said = receiptOf(report, { subject, number: ports.newNumber(), chainId: ports.verify.ledger.id.chainId });
  const asking: Asking = { issuer, doing: { by: BY_SERVICE, at: issuing.clock() } };
  const { issuance } = await issueTogether({ ...asking, documentType: documentTypeOf(shapeOfType("VerificationReceiptCredential")), idempotency: null }, () => partsOf(said, { asking, language, ports }), issuing);
  return { issuance, report };
}

const DIGEST_SHOWN = 32;

/** The code says what was found, as at when, and of what: otherwise it could stand on a sheet that tells something else. */
export const factsOnCode = ({ receiptNumber: number, checkedAt, verdict, asAt, digest }: ReceiptSubject, checkedBy: string): PaperFacts => ({
  documentType: documentTypeOf(shapeOfType("VerificationReceiptCredential")),
  number,
  date: checkedAt.slice(0, 10),
  parties: [checkedBy, spellFound({ verdict, ...(asAt === undefined ? {} : { asAt }) }), digest.slice(0, DIGEST_SHOWN)],
});

interface Making {
  readonly asking: Asking;
  readonly language: string;
  readonly ports: ReceiptPorts;
}

async function partsOf(said: ReceiptSubject, { asking, language, ports: { issuing } }: Making): Promise<readonly FreshPart[]> {
  const terms = { type: "VerificationReceiptCredential", format: "vc+jwt", algorithm: USUAL_ALGORITHM, validFrom: null, validUntil: null, consent: { publishName: false, shareWithMraPartners: false } } as const;
  const { credential, digest } = await signCredential({ ...terms, subject: said as unknown as JsonObject }, asking, issuing);
  const signer = await signerOf(asking, {}, issuing);
  const { issuer: { address, name } } = asking;
  const { receiptNumber: number } = said;
  const code = await signPaperCode(factsOnCode(said, name), { signer, issuer: address, publicUrl: issuing.publicUrl });
  const pdf = await issuing.papers.receipt({ receipt: said, issuer: { name, did: signer.kid.slice(0, signer.kid.indexOf("#")) }, codeLink: code.link, language });
  return [
    { role: "credential", digest, reference: number, credential },
    { role: "pdf", digest: digestOf(pdf), reference: number, credential: null, paper: { mediaType: "application/pdf", bytes: pdf, number } },
    codePart(code, number),
  ];
}

/** What a receipt says of the report. */
function receiptOf(report: Report, { subject, number, chainId }: { subject: Subject; number: string; chainId: number }): ReceiptSubject {
  const { verdict, reason, findings, issuer, block, trustRoots, checkedAt } = report;
  const counting = report.anchors.find((anchor) => anchor.issuer.did === issuer?.did && anchor.verdict === verdict);
  return {
    ...{ receiptNumber: number, checkedAt, digest: subject.digest, verdict },
    ...present({
      documentType: report.subject.documentType,
      documentTypeAsked: subject.documentType ?? undefined,
      issuerAsked: subject.issuer == null ? undefined : didOf(subject.issuer, chainId),
      asAt: subject.asAt == null ? undefined : dateOf(subject.asAt),
      seal: subject.seal === null ? undefined : writeSeal(subject.seal).trim(),
      reason,
      standingReason: verdict === "no_longer_valid" ? counting?.standing?.reason : undefined,
      documentIssuer: issuer === undefined ? undefined : { id: issuer.did, ...present({ name: issuer.name }) },
      anchoredAt: counting?.anchoredAt,
      block,
      trustRoots: trustRoots.length === 0 ? undefined : trustRoots.map(({ did: id, name, documentTypes }) => ({ id, name, documentTypes })),
    }),
    findings,
  };
}

/** Only what is there: an absent member is not the same as an empty one. */
const present = <T extends object>(members: T): { [Name in keyof T]: NonNullable<T[Name]> } => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
