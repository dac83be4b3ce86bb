// What is said about receipts: on the page that makes them, on the printed sheet, and when one is checked years later.

/** The words of receipts. `label` is a verdict in a word or two. */
export interface ReceiptWords {
  /** The button, and what stands in its place while and after it is done. */
  readonly keep: string;
  readonly keepMeans: string;
  readonly keeping: string;
  kept(number: string): string;
  readonly keptMeans: string;
  readonly file: string;
  readonly sheet: string;

  readonly title: string;
  readonly number: string;
  readonly checkedBy: string;
  readonly checkedAt: string;
  readonly digest: string;
  readonly documentType: string;
  readonly documentIssuer: string;
  readonly anchoredAt: string;
  readonly block: string;
  readonly noBlock: string;
  readonly believed: string;
  readonly believedNobody: string;
  readonly found: string;
  readonly findings: string;
  /** On the sheet: what it is not. */
  readonly notToday: string;
  readonly code: string;
  readonly checkHow: string;
  /** At the sheet's foot. */
  sheetOf(at: number, of: number): string;

  /** Above what is told of a receipt's document, when a receipt is checked. */
  readonly about: string;
  said(label: string, when: string): string;
  then(label: string, when: string): string;
  /** The check had not reached the ledger. */
  readonly thenUnknown: string;
  now(label: string): string;
  /** The receipt and the ledger differ about the moment of the check. */
  readonly differs: string;
}
