// Issue with papers: a certificate of origin as a credential, as a PDF and as a code on it, all of one issuance.

import { documentTypeOf, shapeOfType } from "../core/credentials/formats.ts";
import { digestOf } from "../core/digest.ts";
import type { DocumentType } from "../core/documentType.ts";
import { Fault } from "../core/fault.ts";
import type { CooSubject } from "../core/shapes/coo.ts";
import { USUAL_ALGORITHM, type Signer } from "./credentialSigning.ts";
import type { StoredIssuance } from "./issuancePorts.ts";
import { issueCredential, issueTogether, type FreshPart, type TogetherRequest } from "./issueTogether.ts";
import { signPaperCode, type FreshCode, type PaperFacts } from "./paperCodes.ts";
import type { PaperMaker } from "./paperPorts.ts";
import { signCredential, type Asking, type CredentialRequest, type IssuingPorts } from "./signCredential.ts";

/** What issuing with papers needs. */
export interface PaperIssuingPorts extends IssuingPorts {
  readonly papers: PaperMaker;
}

/** A credential, and whether papers go with it where there are any for its type. */
export interface PaperRequest extends CredentialRequest, Pick<TogetherRequest, "idempotency"> {
  readonly wantsDocument: boolean;
}

/**
 * Issues a credential and, for a certificate of origin that wants one, its PDF and the code that is printed on it.
 *
 * @throws Fault as `issueTogether` and `signCredential` do; `credential_invalid` also for letters that cannot be printed.
 */
export async function issueWithPapers(request: PaperRequest, asking: Asking, ports: PaperIssuingPorts): Promise<{ issuance: StoredIssuance; isNew: boolean }> {
  if (request.type !== "CertificateOfOriginCredential" || !request.wantsDocument) return issueCredential(request, asking, ports);
  const documentType = documentTypeOf(shapeOfType(request.type)) as DocumentType;
  return issueTogether({ ...asking, documentType, idempotency: request.idempotency }, () => originParts(request, { asking, documentType, ports }), ports);
}

interface Making {
  readonly asking: Asking;
  readonly documentType: DocumentType;
  readonly ports: PaperIssuingPorts;
}

async function originParts(request: PaperRequest, { asking, documentType, ports }: Making): Promise<readonly FreshPart[]> {
  const { credential, digest } = await signCredential(request, asking, ports);
  const subject = request.subject as unknown as CooSubject;
  await refuseUnprintable(request, asking, ports.papers);
  const signer = await signerOf(asking, request, ports);
  const { issuer: { address: issuer, name } } = asking;
  const facts: PaperFacts = { documentType, number: subject.certificateNumber, date: subject.issueDate, parties: [subject.exporter.name, ...(subject.consignee === undefined ? [] : [subject.consignee.name])] };
  const code = await signPaperCode(facts, { signer, issuer, publicUrl: ports.publicUrl });
  const pdf = await ports.papers.origin({ subject, issuer: { name, did: signer.kid.slice(0, signer.kid.indexOf("#")) }, codeLink: code.link });
  return [
    { role: "credential", digest, reference: subject.certificateNumber, credential },
    { role: "pdf", digest: digestOf(pdf), reference: subject.certificateNumber, credential: null, paper: { mediaType: "application/pdf", bytes: pdf, number: subject.certificateNumber } },
    codePart(code, subject.certificateNumber),
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

async function refuseUnprintable({ subject }: PaperRequest, { issuer: { name } }: Asking, papers: PaperMaker): Promise<void> {
  const found = [...(await papers.unprintableIn(subject, "/credentialSubject")), ...(await papers.unprintableIn(name, "/issuer/name"))];
  const [first] = found;
  if (first === undefined) return;
  const detailOf = (character: string): string => `The paper cannot show "${character}". It is printed in Latin, Cyrillic, Greek, Arabic, Devanagari, Chinese and Japanese letters; write it in one of these, or ask for no document ("document": false).`;
  throw new Fault("credential_invalid", `At ${first.pointer}: ${detailOf(first.character)}`, { errors: found.map(({ pointer, character }) => ({ pointer, code: "malformed", detail: detailOf(character) })) });
}
