// The six verdicts in English. Only the first may sound like a yes, and only the second like a forgery.

import { date } from "./dates.ts";
import type { HeadlineParts, Words } from "../words.ts";

export const englishVerdicts: Words["verdicts"] = {
  authentic: {
    label: "Genuine",
    headline: ({ type, issuer, recognition }) => `Genuine ${type.one} by ${issuer}${recognition === null ? "" : `, recognised by ${recognition.by} since ${date(recognition.since)}`}`,
    means: "These are the very bytes that were issued. The issuer was entitled to issue them, and they still stand.",
    todo: "Nothing more is needed to know who issued this file and that it is unchanged. Whether its content is right is still the issuer’s word.",
    issuer: "Issued by",
  },
  altered: {
    label: "Altered",
    headline: ({ reason }) => (reason === "signature_invalid" || reason === "key_not_in_did" ? "The issuer did not sign this" : reason === "path_broken" ? "The seal does not fit this document" : "This is not the document that was sealed"),
    means: "It comes with a seal and does not fit it.",
    todo: "Do not rely on this file. Ask the sender for the original.",
    issuer: "Issuer named by the seal",
    aboutFindings: "The other answers are about the document that was sealed, not about this file.",
  },
  not_found: {
    label: "No record",
    headline: () => "No record of this document",
    means: "The ledger has no record of these bytes.",
    todo: "Ask the sender for the original file, or ask the issuer whether it was sealed.",
    issuer: "Issuer",
  },
  undetermined: {
    label: "No answer yet",
    headline: ({ reason }) => (reason === "ledger_unknown" ? "The seal belongs to another ledger" : "Cannot be determined now"),
    means: "Something that is needed did not answer, or is not final yet. This is neither a yes nor a no.",
    todo: "Check again in a few minutes.",
    issuer: "Issuer, not confirmed",
  },
  not_entitled: {
    label: "Issuer not recognised",
    headline: notEntitled,
    means: "The file is what its issuer sealed, but nobody whom this verifier believes vouches for that issuer for this type of document.",
    todo: "Find out in another way who the issuer is before you rely on the document.",
    issuer: "Sealed by",
  },
  no_longer_valid: {
    label: "No longer valid",
    headline: noLongerValid,
    means: "It was genuine when it was issued, but it does not stand any more.",
    todo: "Do not accept it as it is. Ask the issuer.",
    issuer: "Issued by",
  },
};

function notEntitled({ reason, type }: HeadlineParts): string {
  switch (reason) {
    case "accreditation_withdrawn":
      return "The issuer’s accreditation had been withdrawn";
    case "accreditation_expired":
      return "The issuer’s accreditation had ended";
    case "accreditation_not_yet_valid":
      return "The issuer was not yet accredited";
    case "compromised":
      return "Sealed with keys that are declared stolen";
    case "issuer_deactivated":
      return "Sealed after the issuer had closed its identity";
    case "other_type":
      return `Another type of document: ${type.one}`;
    default:
      return "Issuer not recognised";
  }
}

function noLongerValid({ standing, reason }: HeadlineParts): string {
  if (reason === "recognition_ended" || standing === null || standing.standing === "active") return "Genuine, but its issuer is no longer recognised";
  const by = standing.by === null ? "" : ` by ${standing.by}`;
  const since = standing.since === null ? "" : ` since ${date(standing.since)}`;
  // "Replaced by" would name the one who did it as the replacement.
  const change = standing.standing === "replaced" ? "replaced with another document" : standing.standing;
  return `Genuine, but ${change}${since}${by}`;
}
