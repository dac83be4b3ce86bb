// What is said about the code on a paper.

import type { Advice, TypeWords } from "./words.ts";

/** The words of the page that a paper's code opens, and of codes that are scanned on the page that checks documents. */
export interface CodeWords {
  readonly title: string;
  readonly lead: string;
  readonly number: string;
  readonly date: string;
  readonly parties: string;
  readonly documentType: string;
  readonly issuer: string;
  /** While the answer is awaited: what the code says is nobody's word yet. */
  readonly notChecked: string;
  readonly asking: string;
  /** Above the essentials, when the issuer signed them, and when it did not. */
  readonly signed: string;
  readonly unsigned: string;
  readonly unsignedMeans: string;
  /** In place of the words for a document: a code that holds says nothing yet about the paper around it. */
  authentic(parts: { readonly type: TypeWords; readonly issuer: string }): Advice & { readonly headline: string };
  /** In place of that for a receipt's code: it tells of an earlier check, and must not be taken for a yes about the document. */
  receipt(parts: { readonly issuer: string }): Advice & { readonly headline: string };
  /** Above all that a receipt's code says, whether it holds or not. */
  readonly aboutReceipt: string;
  /** On a receipt: a verdict in a word or two, of the day of the check. */
  foundThen(label: string): string;
  readonly copied: string;
  /** Told to officers: where a safe page is found. */
  ownVerifier(host: string): string;
  /** There is no code in the address. */
  readonly none: string;
  readonly noneTodo: string;
  readonly noCode: string;
  readonly scan: string;
}
