// Judge a receipt again: what it says, what the ledger says today about that same moment, and about now.

import { parseDid } from "../../core/address.ts";
import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { Subject } from "../../core/evidence.ts";
import { Fault } from "../../core/fault.ts";
import { momentFrom } from "../../core/moment.ts";
import type { Reason } from "../../core/outcome.ts";
import { parseSeal } from "../../core/seal.ts";
import type { ReceiptSubject } from "../../core/shapes/rct.ts";
import type { Verdict } from "../../core/verdict.ts";
import type { VerifyPorts } from "../ports.ts";
import { verify } from "./verify.ts";

/** A verdict with its reason. */
export interface Judged {
  readonly verdict: Verdict;
  readonly reason?: Reason;
}

/** What is found about a receipt's document. The receipt's own verdict is what its service said; the others are this verifier's. */
export interface ReceiptReport {
  readonly number: string;
  readonly digest: Digest;
  readonly documentType?: DocumentType;
  readonly checkedAt: string;
  /** The past moment that was asked about. Absent: the receipt is about the moment of the check. */
  readonly asAt?: string;
  /** What the receipt says. */
  readonly said: Judged;
  /** As at the moment of the check, by all that the ledger says today and by this verifier's trust roots. Absent when the check had not reached the ledger, or names a moment that has not come. */
  readonly then?: Judged;
  /** Now. */
  readonly now: Judged;
}

/** Judges the receipt's document again. The receipt itself is judged as any credential is. */
export async function judgeReceipt(said: ReceiptSubject, ports: VerifyPorts): Promise<ReceiptReport> {
  const subject = subjectOf(said);
  const moment = momentFrom(said.asAt ?? said.block?.time ?? "");
  const [then, now] = await Promise.all([moment === null ? undefined : judgedAsAt(moment, subject, ports), judged(subject, ports)]);
  const { receiptNumber: number, digest, documentType, checkedAt, asAt, verdict, reason } = said;
  return {
    ...{ number, digest: digest as Digest, checkedAt, now },
    ...(asAt === undefined ? {} : { asAt }),
    ...(documentType === undefined ? {} : { documentType: documentType as DocumentType }),
    said: { verdict, ...(reason === undefined ? {} : { reason: reason as Reason }) },
    ...(then === undefined ? {} : { then }),
  };
}

async function judged(subject: Subject, ports: VerifyPorts): Promise<Judged> {
  const { verdict, reason } = await verify(subject, ports);
  return { verdict, ...(reason === undefined ? {} : { reason }) };
}

/** A receipt may name any moment. Of one that has not come nothing can be told, and that must not keep the receipt itself from being judged. */
async function judgedAsAt(asAt: number, subject: Subject, ports: VerifyPorts): Promise<Judged | undefined> {
  try {
    return await judged({ ...subject, asAt }, ports);
  } catch (error) {
    if (error instanceof Fault && error.code === "request_malformed") return undefined;
    throw error;
  }
}

/** What was asked about. Issuer, type and seal are the receipt's word: they only narrow what is looked for. */
function subjectOf({ digest, documentTypeAsked, issuerAsked, seal }: ReceiptSubject): Subject {
  return { digest: digest as Digest, seal: seal === undefined ? null : sealIn(seal), documentType: (documentTypeAsked as DocumentType | undefined) ?? null, issuer: parseDid(issuerAsked)?.identity ?? null };
}

function sealIn(text: string): ReturnType<typeof parseSeal> | null {
  try {
    return parseSeal(text);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
