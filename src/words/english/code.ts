// Codes on paper, in English.

import type { CodeWords } from "../codeWords.ts";

export const englishCode: CodeWords = {
  title: "Check the code on a paper",
  lead: "The code holds what the issuer signed about this paper. Compare it with what is printed.",
  number: "Number",
  date: "Date of issue",
  parties: "Names on the paper",
  documentType: "Document type",
  issuer: "Issuer",
  notChecked: "Not checked yet: so far this is only what the code says.",
  asking: "Asking the ledger",
  signed: "What the issuer signed",
  unsigned: "What the code says",
  unsignedMeans: "Nobody has confirmed it. Do not compare the paper with it.",
  authentic: ({ type, issuer }) => ({
    headline: `Genuine code of a ${type.one} by ${issuer}`,
    means: "The issuer signed what is shown below, was entitled to, and it still stands. Whether your paper is that paper, only you can see.",
    todo: "Compare with the paper: number, date and names must stand on it letter by letter. If anything differs, it is not the paper that was issued.",
  }),
  receipt: ({ issuer }) => ({
    headline: `Receipt of an earlier check, signed by ${issuer}`,
    means: "The code is a receipt’s: its signer was entitled to sign it, and has not taken it back. It tells what was found on the day of the check, and nothing later.",
    todo: "Compare number, date and what was found with the sheet. To learn how the document stands today, check the document itself, or the receipt’s file.",
  }),
  aboutReceipt: "This code is about a receipt. How the document stands today is not told by it.",
  foundThen: (label) => `“${label}”, on that day`,
  copied: "A code can be copied onto another paper together with everything around it. It proves what it says, not the paper that it is printed on.",
  ownVerifier: (host) => `Did a code or a link lead you here? Then open the verifier that you know by typing its address, and scan the code there. You are on ${host}.`,
  none: "There is no code in this page’s address.",
  noneTodo: "Scan the code that is printed on the paper, or check the document’s file.",
  noCode: "This is no code of Tradeseal.",
  scan: "Scan a code or check a file",
};
