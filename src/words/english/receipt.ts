// Receipts in English.

import type { ReceiptWords } from "../receiptWords.ts";

export const englishReceipt: ReceiptWords = {
  keep: "Keep proof of this check",
  keepMeans: "This service checks once more and signs what it finds. The receipt holds the digest, never the document.",
  keeping: "Checking and signing",
  kept: (number) => `Receipt ${number}`,
  keptMeans: "Keep it with the document. Anybody can check it here, also years from now. It becomes final on the ledger within a few minutes.",
  file: "Receipt as a file",
  sheet: "Receipt as a page to print",

  title: "Receipt of a check",
  number: "Receipt number",
  checkedBy: "Checked by",
  checkedAt: "Checked at",
  digest: "Digest of the document (SHA-256)",
  documentType: "Document type",
  documentIssuer: "Issuer of the document",
  anchoredAt: "On the ledger since",
  block: "Read at block",
  noBlock: "The ledger did not answer",
  believed: "Authorities that the verifier believed",
  believedNobody: "None",
  found: "Found",
  findings: "What was checked",
  notToday: "This sheet is about the file whose digest stands above, and can be laid beside any other paper. This sheet tells what was found at the moment named above, not how the document stands today. For that, check the document itself, or this receipt’s file. The code only tells whether this sheet is real.",
  code: "Check this receipt",
  checkHow: "Scan this code with a verifier whose address you know. It must show this number, this date and what was found.",
  sheetOf: (at, of) => `${at} / ${of}`,

  about: "What this receipt says of its document",
  said: (label, when) => `The receipt says: “${label}”, when it was checked on ${when}.`,
  then: (label, when) => `Judged again as at ${when}, by what the ledger says today: “${label}”.`,
  thenUnknown: "It cannot be judged again as at that moment: the check had not reached the ledger.",
  now: (label) => `How the document stands today: “${label}”.`,
  differs: "The receipt and the ledger differ about that moment. Something was said since that changes it, or this verifier believes other authorities.",
};
