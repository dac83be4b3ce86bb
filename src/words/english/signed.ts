// Credentials, codes and presentations in English, where the words for files would be wrong.

import { isAboutHolder, type SignedWords } from "../signedWords.ts";

export const englishSigned: SignedWords = {
  checks: {
    integrity: {
      question: "Is it just as it was signed?",
      passed: "The signature fits every letter of it.",
      failed: "It was changed, or somebody else signed it.",
      unknown: "This could not be found out.",
    },
    identified: {
      question: "Did the issuer’s own key sign it?",
      passed: "The ledger lists the key as the issuer’s.",
      failed: "The ledger does not list the key as the issuer’s.",
      unknown: "Whose key it is could not be found out.",
    },
  },
  verdicts: {
    authentic: {
      means: "It is just as its issuer signed it. The issuer was entitled to issue it, and it still stands.",
      todo: "Nothing more is needed to know who issued it and that it is unchanged. Compare what it says with whom or what you have before you. Whether it is right is still the issuer’s word.",
    },
    altered: {
      headline: ({ reason }) => (isAboutHolder(reason) ? "It is not shown that its holder presents it" : "This is not what its issuer signed"),
      means: "It claims to be signed, and the signature does not bear that out.",
      issuer: "Recorded by",
      aboutFindings: "The other answers are about what it claims to be.",
    },
    not_found: { headline: () => "No record of this credential" },
  },
  said: "What the issuer signed",
  claimed: "What it claims, which nobody is shown to have said",
  certificate: "Type",
  holder: "Held by",
  holds: "Valid",
  issuerAsClaimed: "Issuer, as it says itself",
  format: "Form",
  wrong: "Wrong",
  unknownType: "of no type that is known here",
  formats: { "vc+jwt": "vc+jwt (W3C data model 2.0)", jwt_vc_json: "jwt_vc_json (W3C data model 1.1)", "dc+sd-jwt": "dc+sd-jwt (SD-JWT: the holder may keep members back)" },
  accreditation: ({ verdict, grantee, grantor, type }) => `${verdict}: accreditation of ${grantee} to issue ${type.many}, given by ${grantor}`,
  claimedAccreditation: ({ verdict, grantee, grantor, type }) => `${verdict}: claims to be an accreditation of ${grantee} to issue ${type.many}, given by ${grantor}`,
  period: (from, until) => `${from === null ? "" : `from ${from} `}${until === null ? "until further notice" : `until ${until}`}`,
};
