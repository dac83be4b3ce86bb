// What papers need of the world: somebody who draws them, and a place where they are kept.

import type { Address } from "../../core/address.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { ReceiptSubject } from "../../core/shapes/rct.ts";
import type { AeoSubject } from "../../core/shapes/aeo.ts";
import type { CooSubject } from "../../core/shapes/coo.ts";

/** A certificate of origin to be drawn. */
export interface OriginSheet {
  readonly subject: CooSubject;
  readonly issuer: { readonly name: string; readonly did: string };
  /** The address that the code on it spells. */
  readonly codeLink: string;
  /** BCP 47; English where no table of ours is of this language. */
  readonly language: string;
}

/** A receipt to be drawn. */
export interface ReceiptSheet {
  readonly receipt: ReceiptSubject;
  readonly issuer: { readonly name: string; readonly did: string };
  readonly codeLink: string;
  /** BCP 47. */
  readonly language: string;
}

/** An AEO certificate to be drawn. */
export interface AeoSheet {
  /** Without what is for authorities alone. */
  readonly subject: AeoSubject;
  readonly issuer: OriginSheet["issuer"];
  /** Unix seconds; `null`: without an end. */
  readonly validFrom: number;
  readonly validUntil: number | null;
  readonly codeLink: string;
  /** BCP 47. */
  readonly language: string;
}

/** A text with a character that no paper can show. */
export interface UnprintableText {
  /** Where it stands (RFC 6901). */
  readonly pointer: string;
  readonly character: string;
}

/** Draws papers. The same input gives the same bytes. */
export interface PaperMaker {
  /** The certificate as a PDF. What {@link unprintableIn} names must not be in it. */
  origin(sheet: OriginSheet): Promise<Uint8Array>;
  /** The receipt as a page to print. */
  receipt(sheet: ReceiptSheet): Promise<Uint8Array>;
  /** The same for an AEO certificate. */
  aeo(sheet: AeoSheet): Promise<Uint8Array>;
  unprintableIn(value: unknown, at: string): Promise<readonly UnprintableText[]>;
  /** What stands large on a certified true copy in this language. */
  copyMark(language: string): string;
}

/** A paper of an issuance, kept with it. */
export interface Paper {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The number that is printed on it, by which it is looked up; `null` for what is no paper by itself. */
  readonly number: string | null;
}

/** Papers as they were issued. */
export interface Papers {
  /** The document's own bytes, or `null` when this service did not make it. */
  paperOf(documentId: string): Promise<Paper | null>;
  /** Issuances of the issuer whose paper bears this number, newest first, at most `limit`. */
  issuancesNumbered(name: { readonly issuer: Address; readonly documentType: DocumentType; readonly number: string }, limit: number): Promise<readonly string[]>;
}
