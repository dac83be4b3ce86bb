// Issue with papers: a certificate as a credential, as a PDF and as a code on it, all of one issuance.

import { documentTypeOf, shapeOfType, type IssuableType } from "../../core/credentials/formats.ts";
import { digestOf } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { Fault } from "../../core/fault.ts";
import type { JsonObject } from "../../core/json.ts";
import { dateOf } from "../../core/report.ts";
import { aeo, type AeoSubject } from "../../core/shapes/aeo.ts";
import type { CooSubject } from "../../core/shapes/coo.ts";
import { paperPart } from "../../core/shapes/paperPart.ts";
import { USUAL_ALGORITHM, type Signer } from "./credentialSigning.ts";
import type { NewCredential, StoredIssuance } from "./issuancePorts.ts";
import { issueCredential, issueTogether, type FreshPart, type TogetherRequest } from "./issueTogether.ts";
import { signPaperCode, type FreshCode, type PaperFacts } from "./paperCodes.ts";
import type { PaperMaker } from "./paperPorts.ts";
import { signCredential, type Asking, type CredentialRequest, type IssuingPorts } from "./signCredential.ts";

/** What issuing with papers needs. */
export interface PaperIssuingPorts extends IssuingPorts {
  readonly papers: PaperMaker;
}

/** A credential, and whether papers go with it; only some types have any. */
export interface PaperRequest extends CredentialRequest, Pick<TogetherRequest, "idempotency"> {
  readonly wantsDocument: boolean;
  /** Of the PDF, BCP 47; `null`: the one that the certificate names, else English. */
  readonly language: string | null;
}

/** What is special about the paper of a type of credential. */
interface PaperKind {
  /** What of the subject stands on it. */
  printed(subject: JsonObject): JsonObject;
  /** `copyMark` is what stands on a certified true copy. */
  facts(printed: JsonObject, credential: NewCredential, copyMark: string): Omit<PaperFacts, "documentType">;
  draw(sheet: Drawn, papers: PaperMaker): Promise<Uint8Array>;
  /** Whether whoever holds the paper can look it up by its number. Operators are looked up at their own desk. */
  readonly isLookedUp: boolean;
}

interface Drawn {
  readonly printed: JsonObject;
  readonly credential: NewCredential;
  readonly issuer: { readonly name: string; readonly did: string };
  readonly codeLink: string;
  readonly language: string;
}

const kinds: Readonly<Partial<Record<IssuableType, PaperKind>>> = {
  CertificateOfOriginCredential: {
    printed: (subject) => subject,
    facts(printed, _credential, copyMark) {
      const { certificateNumber: number, issueDate: date, exporter, consignee, flags } = printed as unknown as CooSubject;
      // A copy bears its original's number, day and names: without a mark their codes would be one, and the copy would fall with what was lost.
      return { number, date, parties: [exporter.name, ...(consignee === undefined ? [] : [consignee.name]), ...(flags.certifiedTrueCopy ? [copyMark] : [])] };
    },
    draw: ({ printed, issuer, codeLink, language }, papers) => papers.origin({ subject: printed as unknown as CooSubject, issuer, codeLink, language }),
    isLookedUp: true,
  },
  AEOCredential: {
    // It hangs on a wall: what is for authorities alone is not on it.
    printed: (subject) => paperPart(aeo.subject, subject) as JsonObject,
    facts(printed, { validFrom }) {
      const { authorisation, legalName } = printed as unknown as AeoSubject;
      return { number: authorisation.number, date: dateOf(validFrom).slice(0, "YYYY-MM-DD".length), parties: [legalName] };
    },
    draw: ({ printed, credential: { validFrom, validUntil }, issuer, codeLink, language }, papers) => papers.aeo({ subject: printed as unknown as AeoSubject, issuer, validFrom, validUntil, codeLink, language }),
    isLookedUp: false,
  },
};

/** Whether a credential of this type can have a paper. */
export const hasPaper = (type: IssuableType): boolean => kinds[type] !== undefined;

/**
 * Issues a credential and, where its type has a paper and one is wanted, its PDF and the code that is printed on it.
 *
 * @throws Fault as `issueTogether` and `signCredential` do; `credential_invalid` also for letters that cannot be printed.
 */
export async function issueWithPapers(request: PaperRequest, asking: Asking, ports: PaperIssuingPorts): Promise<{ issuance: StoredIssuance; isNew: boolean }> {
  const kind = request.type === "VerificationReceiptCredential" ? undefined : kinds[request.type];
  if (kind === undefined || !request.wantsDocument) return issueCredential(request, asking, ports);
  const documentType = documentTypeOf(shapeOfType(request.type)) as DocumentType;
  return issueTogether({ ...asking, documentType, idempotency: request.idempotency }, () => partsOf(request, { kind, asking, documentType, ports }), ports);
}

interface Making {
  readonly kind: PaperKind;
  readonly asking: Asking;
  readonly documentType: DocumentType;
  readonly ports: PaperIssuingPorts;
}

async function partsOf(request: PaperRequest, { kind, asking, documentType, ports }: Making): Promise<readonly FreshPart[]> {
  const { credential, digest } = await signCredential(request, asking, ports);
  const printed = kind.printed(request.subject);
  await refuseUnprintable(printed, asking, ports.papers);
  const signer = await signerOf(asking, request, ports);
  const { issuer: { address: issuer, name } } = asking;
  const language = request.language ?? (printed as { readonly document?: { readonly language?: string } }).document?.language ?? "en";
  const facts: PaperFacts = { documentType, ...kind.facts(printed, credential, ports.papers.copyMark(language)) };
  const { number } = facts;
  const code = await signPaperCode(facts, { signer, issuer, publicUrl: ports.publicUrl });
  const pdf = await kind.draw({ printed, credential, issuer: { name, did: signer.kid.slice(0, signer.kid.indexOf("#")) }, codeLink: code.link, language }, ports.papers);
  return [
    { role: "credential", digest, reference: number, credential },
    { role: "pdf", digest: digestOf(pdf), reference: number, credential: null, paper: { mediaType: "application/pdf", bytes: pdf, number: kind.isLookedUp ? number : null } },
    codePart(code, number),
  ];
}

/** The part that a code is, with its text kept. */
export const codePart = ({ code, digest }: FreshCode, number: string): FreshPart => ({ role: "code", digest, reference: number, credential: null, paper: { mediaType: "text/plain", bytes: new TextEncoder().encode(code), number: null } });

/** Whoever signs codes in the issuer's name. @throws Fault `issuer_key_elsewhere`. */
export async function signerOf({ issuer, doing }: Asking, { algorithm = USUAL_ALGORITHM }: Partial<Pick<CredentialRequest, "algorithm">>, { signing }: Pick<IssuingPorts, "signing">): Promise<Signer> {
  const signer = await signing.signerFor(issuer.address, issuer.account, { ...doing, algorithm });
  if (signer !== null) return signer;
  throw new Fault("issuer_key_elsewhere", `This service anchors for ${issuer.address} as its delegate; only where the owner's key is can a code be signed in its name.`);
}

async function refuseUnprintable(printed: JsonObject, { issuer: { name } }: Asking, papers: PaperMaker): Promise<void> {
  const found = [...(await papers.unprintableIn(printed, "/credentialSubject")), ...(await papers.unprintableIn(name, "/issuer/name"))];
  const [first] = found;
  if (first === undefined) return;
  const detailOf = (character: string): string => `The paper cannot show "${character}". It is printed in Latin, Cyrillic, Greek, Arabic, Devanagari, Chinese and Japanese letters; write it in one of these, or ask for no document ("document": false).`;
  throw new Fault("credential_invalid", `At ${first.pointer}: ${detailOf(first.character)}`, { errors: found.map(({ pointer, character }) => ({ pointer, code: "malformed", detail: detailOf(character) })) });
}
