// Document types: UN/CEFACT code list 1001 where it has a number, our own codes otherwise.

import { Fault } from "./fault.ts";

/** A document type: 1 to 8 capital ASCII letters or digits, such as `861` (certificate of origin) or `AEO`. */
export type DocumentType = string & { readonly __kind: "documentType" };

const DOCUMENT_TYPE = /^[A-Z0-9]{1,8}$/;
const FACT = /^([0-9]+|RCT)$/;

/** Whether `text` is a document type. */
export const isDocumentType = (text: unknown): text is DocumentType => typeof text === "string" && DOCUMENT_TYPE.test(text);

/** The document type that `text` spells. Throws `document_type_malformed`. */
export function parseDocumentType(text: unknown): DocumentType {
  if (!isDocumentType(text)) {
    throw new Fault("document_type_malformed", "A document type is 1 to 8 capital letters or digits, for example 861 (certificate of origin) or AEO.");
  }
  return text;
}

/**
 * Whether the type is a right that lasts (an AEO status, an accreditation) and not a fact that was certified once.
 *
 * A fact needs an entitled issuer when it is anchored; a right needs one then and now.
 */
export const isLastingRight = (type: DocumentType): boolean => !FACT.test(type);
