// The words that are printed on paper. One table a language; a missing key is a compile error, so a box cannot stay without its caption.

import type { OperatorCodeWords } from "./operatorCodes.ts";

/** What is printed on a certificate of origin and on its continuation sheets. */
export interface OriginPaperWords {
  readonly title: string;
  readonly preferential: string;
  readonly nonPreferential: string;
  /** Which form it is, by its short name. */
  form(formType: string): string;
  /** Captions of the boxes, each with its number. */
  readonly boxes: Readonly<Record<"exporter" | "number" | "consignee" | "countries" | "transport" | "remarks" | "item" | "packages" | "description" | "criterion" | "weight" | "invoice" | "certification" | "declaration" | "code", string>>;
  readonly importerUnknown: string;
  readonly producer: string;
  readonly producerConfidential: string;
  readonly identifier: string;
  /** From where, and to where, as far as both are told. */
  route(from: string | null, to: string | null): string;
  readonly departure: string;
  readonly transportDocument: string;
  readonly carrier: string;
  readonly consignment: string;
  readonly hsCode: string;
  readonly gross: string;
  readonly valueFreeOnBoard: string;
  readonly thirdCountryInvoice: string;
  readonly totalPackages: string;
  readonly officer: string;
  /** Marks that stand large on the paper. */
  readonly marks: Readonly<Record<"retroactive" | "certifiedTrueCopy" | "replacement" | "backToBack" | "cumulation" | "partialCumulation" | "deMinimis" | "exhibition", string>>;
  /** Which certificate it replaces, or copies. */
  replaces(parts: { readonly isCopy: boolean; readonly number: string; readonly date: string | null; readonly reason: string | null }): string;
}

/** What is printed on an AEO certificate and on its continuation sheets. */
export interface AeoPaperWords {
  /** What people call the paper, before its number. */
  readonly name: string;
  readonly title: string;
  /** Under the title. */
  readonly certificate: string;
  /** Captions of the boxes, each with its number. */
  readonly boxes: Readonly<Record<"number" | "validFrom" | "validUntil" | "operator" | "identifiers" | "authorisation" | "roles" | "recognition" | "issuer" | "code", string>>;
  readonly noEnd: string;
  readonly tradeNames: string;
  readonly traderNumber: string;
  readonly programme: string;
  readonly effectiveSince: string;
  readonly lastValidated: string;
  readonly roles: string;
  readonly sectors: string;
  /** Before a day. */
  readonly since: string;
  readonly noRecognition: string;
  /** What the issuer says by this paper, and what the paper cannot say. */
  readonly statement: string;
  /** At the foot of each sheet. */
  readonly paperOnly: string;
}

/** Every word of one language that stands on paper. */
export interface PaperWords {
  /** BCP 47. */
  readonly language: string;
  /** A day, `YYYY-MM-DD`, with the month in letters. */
  day(date: string): string;
  /** A moment (RFC 3339) to the minute, with its zone. */
  moment(time: string): string;
  /** A country by its ISO 3166-1 code: its name, and the code. */
  country(code: string): string;
  /** A decimal number as it is written here. */
  number(decimal: string): string;
  /** An amount of a UN/ECE Rec. 20 unit. */
  measure(value: string, unit: string): string;
  /** So many packages of a UN/ECE Rec. 21 kind. */
  packages(count: number, kind: string): string;
  /** A UN/ECE Rec. 19 mode of transport. */
  transportMode(mode: string): string;
  /** Beside the code: how the paper is checked without being led astray. */
  readonly checkHow: string;
  /** Where it stands, out of how many sheets. */
  sheet(number: number, of: number): string;
  /** At the end of a box or table that goes on elsewhere. */
  readonly continued: string;
  /** Above what did not fit a box. */
  continuationOf(box: string): string;
  readonly continuationSheet: string;
  readonly codes: OperatorCodeWords;
  readonly origin: OriginPaperWords;
  readonly aeo: AeoPaperWords;
}
