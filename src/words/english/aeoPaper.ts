// The AEO certificate on paper in English.

import type { AeoPaperWords } from "../paperWords.ts";

export const englishAeoPaper: AeoPaperWords = {
  name: "AEO certificate",
  title: "Authorised economic operator",
  certificate: "Certificate",
  boxes: {
    number: "1 Number of the authorisation",
    validFrom: "2 Valid from",
    validUntil: "3 Valid until",
    operator: "4 Operator",
    identifiers: "5 Identifiers",
    authorisation: "6 Authorisation",
    roles: "7 Roles and sectors",
    recognition: "8 Mutual recognition",
    issuer: "9 Issued by",
    code: "10 Check this paper",
  },
  noEnd: "until further notice",
  tradeNames: "Trading as",
  traderNumber: "Trader identification number",
  programme: "Programme",
  effectiveSince: "In effect since",
  lastValidated: "Last validated",
  roles: "Authorised as",
  sectors: "Sectors",
  since: "since",
  noRecognition: "No partner is named on this certificate.",
  statement: "The authority named below certifies that this operator is authorised as is said on this paper. An authorisation can be suspended or revoked at any time: the code beside tells how it stands today.",
  paperOnly: "This paper alone does not show that the authorisation still stands.",
};
