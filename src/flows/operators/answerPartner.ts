// Answer a partner: gives credentials to the service of a recognised authority, where their holders let us. From our own store alone: a question is never passed on.

import { operatorShapes, type OperatorShape } from "../../core/authorisation.ts";
import { signingBy } from "../../core/credentials/signing.ts";
import { Fault } from "../../core/fault.ts";
import { isTimely, readPartnerQuestion, type PartnerAnswer, type PartnerCredential, type PartnerQuestion } from "../../core/operators/partnerQuestion.ts";
import { shapes } from "../../core/shapes/shapes.ts";
import type { Consent } from "../issuing/issuancePorts.ts";
import type { DeskPorts } from "./operatorPorts.ts";
import type { ProgrammeReader, Programmes } from "../trust/programmes.ts";

/** Of one operator no more credentials are given than these, the newest. */
const CREDENTIALS_OF_AN_OPERATOR = 10;
/** An answer holds no more text: what an asker reads is bounded. */
const ANSWER_LIMIT_CHARACTERS = 1_500_000;

type Ports = Pick<DeskPorts, "judging" | "documents" | "issuances" | "register"> & { readonly programmes: ProgrammeReader };

/**
 * What the question asks for, where its asker is of a programme that this verifier recognises now, and the holders let partners be told.
 *
 * @throws Fault `request_malformed` for what is no question to an issuer of this service, `partner_unknown` for an asker who is nobody's partner here, `ledger_unreachable`.
 */
export async function answerPartner(text: string, ports: Ports): Promise<PartnerAnswer> {
  const question = readPartnerQuestion(text);
  if (question === null) throw new Fault("request_malformed", 'The field "question" must be a signed question about operators, as docs/operators.md says.');
  await refuseAstray(question, ports);
  const programmes = await ports.programmes.now();
  const types = programmes.typesOf(question.asker.identity);
  // Before any arithmetic: strangers cost nothing.
  if (types.length === 0) throw new Fault("partner_unknown", "Only authorities of a programme that this service's trust roots recognise may ask. Grant the asker AEO or TOI, or name it as a trust root, here.");
  await refuseForged(question, programmes, ports);
  return answerFrom(question, operatorShapes.filter((shape) => types.includes(shapes[shape].documentType as (typeof types)[number])), ports);
}

async function refuseAstray(question: PartnerQuestion, { judging: { ledger, clock }, register }: Ports): Promise<void> {
  const { asker, audience } = question;
  const isHere = audience.chainId === ledger.id.chainId && (await register.issuers()).some(({ address }) => address === audience.identity);
  if (!isHere) throw new Fault("request_malformed", "The question is put to somebody who is no issuer of this service (aud).");
  if (asker.chainId !== ledger.id.chainId) throw new Fault("request_malformed", "The asker's DID is on another ledger (iss).");
  if (!isTimely(question, clock())) throw new Fault("request_malformed", "The question is not good now: its time is over or has not begun, or it is for longer than a minute (iat, exp). Compare your clock.");
}

async function refuseForged({ jws, asker }: PartnerQuestion, { head }: Programmes, { judging, documents }: Ports): Promise<void> {
  const { header, signingInput, signature } = jws;
  const signing = signingBy({ issuer: asker.did, kid: header.kid, algorithm: header.alg, signingInput, signature }, await documents.newest(asker.identity, head), judging.isSignatureBy);
  if (!signing.isAnswered) throw new Fault("ledger_unreachable", "The ledger does not say which keys the asker has. Try again in a few seconds.");
  if (signing.value !== "fits") throw new Fault("partner_unknown", "The question is not signed by a key that the ledger lists for its asker.");
}

async function answerFrom({ questions, askedFor, audience }: PartnerQuestion, allowed: readonly OperatorShape[], { issuances }: Ports): Promise<PartnerAnswer> {
  const consent: Partial<Consent> = askedFor === "anybody" ? { shareWithMraPartners: true, publishName: true } : { shareWithMraPartners: true };
  const told = { issuers: [audience.identity], shapes: allowed, by: null, consent: [consent] };
  const credentials: PartnerCredential[] = [];
  let characters = 0;
  for (const [place, question] of questions.entries()) {
    const found = await issuances.credentialsNaming(question, told, CREDENTIALS_OF_AN_OPERATOR);
    characters += found.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > ANSWER_LIMIT_CHARACTERS) return { credentials, isComplete: false };
    credentials.push(...found.map(({ text, consent: { publishName } }) => ({ question: place, credential: text, publishName })));
  }
  return { credentials, isComplete: true };
}
