// Codes on paper, format tradeseal-code/1 (docs/code-format.md): a document's essentials, signed, short enough for a QR code.

import { didOf, parseDid, type Address } from "./address.ts";
import { digestOf, type Digest } from "./digest.ts";
import { isDocumentType, type DocumentType } from "./documentType.ts";
import { Fault } from "./fault.ts";
import { canonicalJson, parseJson, type Json, type JsonObject } from "./json.ts";
import { isDate } from "./moment.ts";
import { fromBase64url, toBase64url } from "./textEncodings.ts";

/** What stands on the paper, for comparing by eye. */
export interface Essentials {
  readonly issuer: Address;
  readonly chainId: number;
  readonly documentType: DocumentType;
  /** The paper's own number. */
  readonly number: string;
  /** The day of issue, `YYYY-MM-DD`. */
  readonly date: string;
  /** Short names of those the paper is about, in the paper's order: exporter, consignee. */
  readonly parties: readonly string[];
  /** Which of the issuer's keys signed: its RFC 7638 thumbprint. */
  readonly key: string;
}

/** A code that was read. Whether it is *true* is what a verdict tells. */
export interface PaperCode extends Essentials {
  /** What was signed, as text; its digest is what was anchored. */
  readonly signingInput: string;
  readonly digest: Digest;
  readonly signature: Uint8Array;
}

const FORMAT = "tradeseal-code/1";
/** The first member of the text: the format's number. */
const VERSION = "1";
/** With the address of the page before it, a QR code of 45 mm can still be read from a poor picture. */
export const CODE_LIMIT_CHARACTERS = 560;
const NUMBER_LIMIT_CHARACTERS = 40;
const PARTY_LIMIT = 3;
/** Names are clipped to so many bytes of UTF-8. */
export const PARTY_LIMIT_BYTES = 48;
const SIGNATURE_BYTES = 64;
const THUMBPRINT_CHARACTERS = 43;
/** Controls and characters that reorder their surroundings have no place on paper. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** What the issuer's key has to sign for these essentials. Throws `code_malformed` when they do not fit a code. */
export function codeSigningInput(essentials: Essentials): string {
  const signingInput = `${FORMAT}.${toBase64url(new TextEncoder().encode(canonicalJson(membersOf(essentials))))}`;
  // What we would refuse to read we do not write.
  essentialsFrom(signingInput.slice(FORMAT.length + 1));
  return signingInput;
}

/** The code: what was signed and its signature (64 bytes, R and S for ECDSA). Throws `code_malformed` when it is too long for paper. */
export function writePaperCode(signingInput: string, signature: Uint8Array): string {
  const code = `${VERSION}.${signingInput.slice(FORMAT.length + 1)}.${toBase64url(signature)}`;
  parsePaperCode(code);
  return code;
}

/** The code that `text` spells; a whole address is read from its fragment on. Throws `code_malformed`, saying what is wrong. */
export function parsePaperCode(text: string): PaperCode {
  const code = text.slice(text.indexOf("#") + 1);
  must(code.length <= CODE_LIMIT_CHARACTERS, `it has more than ${CODE_LIMIT_CHARACTERS} characters`);
  const [version, payload, signed, ...others] = code.split(".");
  must(version === VERSION && payload !== undefined && signed !== undefined && others.length === 0, `it does not have the form ${VERSION}.….…`);
  const signature = fromBase64url(signed);
  must(signature?.length === SIGNATURE_BYTES, `its signature is not ${SIGNATURE_BYTES} bytes in base64url`);
  const signingInput = `${FORMAT}.${payload}`;
  return { ...essentialsFrom(payload), signingInput, digest: digestOf(new TextEncoder().encode(signingInput)), signature };
}

/** A name, short enough for a code and without hidden characters: clipped between characters, with a sign that it was. */
export function shortName(name: string): string {
  const characters = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(name.normalize("NFC").replace(HIDDEN, "").trim())].map(({ segment }) => segment);
  if (bytesIn(characters.join("")) <= PARTY_LIMIT_BYTES) return characters.join("");
  while (bytesIn(`${characters.join("")}…`) > PARTY_LIMIT_BYTES) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

const membersOf = ({ issuer, chainId, documentType, number, date, parties, key }: Essentials): JsonObject => ({
  ...{ d: date, i: didOf(issuer, chainId), k: key, n: number, p: parties, t: documentType },
});

function essentialsFrom(payload: string): Essentials {
  const bytes = fromBase64url(payload);
  must(bytes !== null, "its middle is not base64url");
  const { d: date, i: issuer, k: key, n: number, p: parties, t: documentType, ...others } = objectIn(bytes);
  must(Object.keys(others).length === 0, `it has a member that no code has: ${JSON.stringify(Object.keys(others)[0])}`);
  const did = parseDid(issuer);
  must(did !== null && didOf(did.identity, did.chainId) === issuer, "i is no did:ethr in lower case");
  must(isDocumentType(documentType), "t is no document type");
  must(isShown(number) && [...number].length <= NUMBER_LIMIT_CHARACTERS, `n is no number of at most ${NUMBER_LIMIT_CHARACTERS} characters`);
  must(typeof date === "string" && isDate(date), "d is no date");
  must(typeof key === "string" && key.length === THUMBPRINT_CHARACTERS && fromBase64url(key) !== null, "k is no thumbprint");
  must(Array.isArray(parties) && parties.length <= PARTY_LIMIT && parties.every((name) => isShown(name) && bytesIn(name) <= PARTY_LIMIT_BYTES), `p is not at most ${PARTY_LIMIT} names of at most ${PARTY_LIMIT_BYTES} bytes`);
  return { issuer: did.identity, chainId: did.chainId, documentType, number, date, parties: parties as string[], key };
}

/** One value has one spelling: otherwise one paper could have two codes. */
function objectIn(bytes: Uint8Array): JsonObject {
  let text: string;
  let value: Json;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    value = parseJson(text);
  } catch (error) {
    throw new Fault("code_malformed", `The code is not readable: ${(error as Error).message}.`, { cause: error });
  }
  must(typeof value === "object" && value !== null && !Array.isArray(value) && canonicalJson(value) === text, "it is not spelt canonically (RFC 8785)");
  return value as JsonObject;
}

const isShown = (value: Json | undefined): value is string => typeof value === "string" && value !== "" && value.trim() === value && value.search(HIDDEN) < 0;
const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

function must(isSo: boolean, wrong: string): asserts isSo {
  if (!isSo) throw new Fault("code_malformed", `The code is not one of Tradeseal: ${wrong}.`);
}
