// The question that an authority's service puts to a partner's about operators: signed by the asker for this one partner, good for a minute.

import { parseDid, type Address } from "../address.ts";
import { isKeyOf, readCompact, type CompactJws } from "../credentials/compact.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { NamedIdentifier } from "./operatorIdentifiers.ts";

/** The `typ` of its header: no credential and no presentation has it, so neither can be taken for the other. */
export const QUESTION_TYP = "tradeseal-operators+jwt";
/** So many identifiers are asked about at once. */
export const QUESTIONS_LIMIT = 50;
/** The identifiers of no register are longer. A DID may be. */
export const IDENTIFIER_LIMIT_CHARACTERS = 500;
/** How long a question is good. */
const QUESTION_SECONDS = 60;
/** Clocks may differ by so much. */
const SKEW_SECONDS = 60;

/** What is asked about: an identifier in its one spelling; of any scheme where that is `null`. */
export interface OperatorQuestion {
  readonly scheme: string | null;
  readonly value: string;
}

/** For whom the answer is: for anybody, or for an authority that may be told more. */
export type AskedFor = "anybody" | "authority";

/** A question that was read. Whether the asker signed it, and may ask, is another matter. */
export interface PartnerQuestion {
  readonly jws: CompactJws;
  /** The asker's did:ethr, of which the header names a key. */
  readonly asker: { readonly did: string; readonly chainId: number; readonly identity: Address };
  /** Whose certificates are asked about. */
  readonly audience: { readonly chainId: number; readonly identity: Address };
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly askedFor: AskedFor;
  readonly questions: readonly OperatorQuestion[];
}

/** What is to be signed. */
export interface QuestionTerms {
  readonly asker: string;
  readonly audience: string;
  readonly now: number;
  readonly askedFor: AskedFor;
  readonly questions: readonly OperatorQuestion[];
}

/** The payload of a question. */
export const questionPayload = ({ asker, audience, now, askedFor, questions }: QuestionTerms): JsonObject => ({
  ...{ iss: asker, aud: audience, iat: Math.floor(now), exp: Math.floor(now) + QUESTION_SECONDS, askedFor },
  questions: questions.map(({ scheme, value }) => ({ value, ...(scheme === null ? {} : { scheme }) })),
});

/** The question that `text` spells, or `null`. */
export function readPartnerQuestion(text: string): PartnerQuestion | null {
  const jws = readCompact(text, { typ: QUESTION_TYP, kid: "needed" });
  if (typeof jws === "string") return null;
  const { iss, aud, iat, exp, askedFor, questions, ...others } = jws.payload;
  const [asker, audience] = [parseDid(iss), parseDid(aud)];
  if (asker === null || audience === null || !isKeyOf(jws.header.kid!, iss as string) || Object.keys(others).length > 0) return null;
  if (!Number.isSafeInteger(iat) || !Number.isSafeInteger(exp) || (askedFor !== "anybody" && askedFor !== "authority")) return null;
  if (!Array.isArray(questions) || questions.length === 0 || questions.length > QUESTIONS_LIMIT) return null;
  const read = questions.map(questionIn);
  if (read.includes(null)) return null;
  return { jws, asker: { did: iss as string, ...asker }, audience, issuedAt: iat as number, expiresAt: exp as number, askedFor, questions: read as OperatorQuestion[] };
}

function questionIn(given: Json): OperatorQuestion | null {
  if (!isObject(given)) return null;
  const { scheme = null, value, ...others } = given;
  const isFit = isIdentifierValue(value) && (scheme === null || (typeof scheme === "string" && SCHEME.test(scheme))) && Object.keys(others).length === 0;
  return isFit ? { scheme: scheme as string | null, value } : null;
}

const SCHEME = /^[A-Z0-9-]{1,40}$/;

/** Whether `value` can be an identifier: nothing hidden in it, and no longer than any. */
export const isIdentifierValue = (value: Json | undefined): value is string => typeof value === "string" && value !== "" && value.length <= IDENTIFIER_LIMIT_CHARACTERS && !/\p{C}/u.test(value);

/** Whether it is good now: begun, not over, and for no longer than questions are good. */
export const isTimely = ({ issuedAt, expiresAt }: PartnerQuestion, now: number): boolean => issuedAt <= now + SKEW_SECONDS && now < expiresAt + SKEW_SECONDS && expiresAt - issuedAt <= QUESTION_SECONDS;

/** A credential that a partner gave, and for which question. */
export interface PartnerCredential {
  /** The question's place. */
  readonly question: number;
  readonly credential: string;
  /** Whether its holder lets anybody be told of it. */
  readonly publishName: boolean;
}

/** A partner's answer. */
export interface PartnerAnswer {
  readonly credentials: readonly PartnerCredential[];
  /** Whether that is all it may tell. */
  readonly isComplete: boolean;
}

/** More credentials than this are not read from one answer. */
const ANSWER_LIMIT_CREDENTIALS = 500;

/** The answer that a stranger's bytes spell, or `null`. */
export function readPartnerAnswer(answer: JsonObject | null): PartnerAnswer | null {
  const { credentials, isComplete } = answer ?? {};
  if (!Array.isArray(credentials) || credentials.length > ANSWER_LIMIT_CREDENTIALS || typeof isComplete !== "boolean") return null;
  const isFit = (given: Json): boolean => isObject(given) && Number.isSafeInteger(given["question"]) && typeof given["credential"] === "string" && typeof given["publishName"] === "boolean";
  return credentials.every(isFit) ? { credentials: credentials as unknown as readonly PartnerCredential[], isComplete } : null;
}

/** Whether one of an operator's identifiers is the one that is asked about. */
export const isAskedAbout = (identifiers: readonly NamedIdentifier[], { scheme, value }: OperatorQuestion): boolean => identifiers.some((each) => each.value === value && (scheme === null || each.scheme === scheme));

/** Why a recognised authority was not heard in full. Codes are added, never renamed. From none of them follows that it authorised nobody. */
export type PartnerSilence =
  | "no_address" // Neither the ledger nor its DID document says where it takes questions.
  | "no_answer" // No answer, or none that can be read.
  | "refused" // It answered, and would not tell: it does not recognise us, or we ask too often.
  | "unusable" // It gave something that is no credential of its own about this operator.
  | "cut_short" // It gave less than it has.
  | "cannot_ask" // No issuer of this service is of the programme and has a key to sign the question with.
  | "too_many"; // More authorities than are asked.

/** All of them. */
export const partnerSilences = ["no_address", "no_answer", "refused", "unusable", "cut_short", "cannot_ask", "too_many"] as const satisfies readonly PartnerSilence[];
