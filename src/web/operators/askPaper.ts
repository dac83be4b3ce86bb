// Asking for a certificate by what stands on its paper.

import { isAddress, parseAddress, parseDid, type Address } from "../../core/address.ts";
import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { Report } from "../../core/report.ts";
import { readReport } from "../../core/reportReader.ts";
import type { DeskThing } from "../../words/operatorsPageWords.ts";
import { jsonOf, patient, request } from "../frame/service.ts";
import { Unanswered } from "../frame/trouble.ts";
import { isProblem } from "./askOperator.ts";

/** What is told of a paper. */
export interface PaperQuestion {
  /** A did:ethr with its chain, or an address. */
  readonly issuer: string;
  readonly number: string;
  readonly thing: DeskThing;
  readonly value: string;
}

/** The issuer's own copy, as it is judged now. */
export interface PaperFound {
  readonly number: string;
  readonly issueDate: string;
  /** Whether it is a certified true copy: what was lost has the same number. */
  readonly isCopy: boolean;
  readonly report: Report;
}

/** An issuer to choose from. */
export interface ChoosableIssuer {
  readonly did: string;
  readonly name: string;
}

/** The only certificates that are found by what stands on them. */
export const ORIGIN = "861" as DocumentType;
const JSON_BODY = { "content-type": "application/json", accept: "application/json" };

/** The certificate of which all that was told is true; `null` where there is none. Rejects with `Unanswered`. */
export async function askPaper({ issuer, number, thing, value }: PaperQuestion, signal: AbortSignal): Promise<PaperFound | null> {
  const body = JSON.stringify({ issuer, number, knows: { thing, value } });
  try {
    const response = await request("/v1/certificates:find", { method: "POST", headers: JSON_BODY, body, signal: patient(signal) });
    const found = readPaper(await jsonOf(response), identityIn(issuer)!);
    if (found === null) throw new Unanswered({ is: "unreadable_answer" });
    return found;
  } catch (error) {
    if (isProblem(error, "not_found")) return null;
    throw error;
  }
}

/** The identity that a DID or an address names; `null` when it names none. */
export const identityIn = (text: string): Address | null => (isAddress(text) ? parseAddress(text) : (parseDid(text)?.identity ?? null));

/** A report about another issuer's anchor is no answer. */
function readPaper(value: unknown, issuer: Address): PaperFound | null {
  const { certificate, report: given } = (value ?? {}) as { certificate?: Record<string, unknown>; report?: unknown };
  const { number, issueDate, digest, isCopy = false } = certificate ?? {};
  if (typeof number !== "string" || typeof issueDate !== "string" || typeof digest !== "string" || typeof isCopy !== "boolean") return null;
  const report = readReport(given, { digest: digest as Digest, hasSeal: false });
  if (report === null || (report.issuer !== undefined && report.issuer.address !== issuer)) return null;
  return { number, issueDate, isCopy, report };
}

/** Who is, or was, accredited for certificates of origin. Rejects with `Unanswered`. */
export async function certificateIssuers(signal: AbortSignal): Promise<readonly ChoosableIssuer[]> {
  const value = (await jsonOf(await request("/v1/issuers", { signal: patient(signal) }))) as { issuers?: unknown };
  if (!Array.isArray(value?.issuers)) throw new Unanswered({ is: "unreadable_answer" });
  const issuers = value.issuers as { did?: unknown; name?: unknown; accreditations?: { documentType?: unknown }[] }[];
  return issuers.flatMap(({ did, name, accreditations }) =>
    typeof did === "string" && typeof name === "string" && Array.isArray(accreditations) && accreditations.some(({ documentType }) => documentType === ORIGIN) ? [{ did, name }] : [],
  );
}
