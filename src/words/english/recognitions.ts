// The page of recognitions in English.

import { date, dateTime } from "./dates.ts";
import type { RecognitionWords } from "../recognitionWords.ts";

export const englishRecognitions: RecognitionWords = {
  title: "Who recognises whom",
  lead: "Rights that last, such as the status of an authorised economic operator, hold only while an authority that this verifier believes recognises whoever gave them. These are the recognitions on the ledger that lead on from those authorities.",
  none: "There are no recognitions yet that lead on from the authorities that this verifier believes.",
  silent: "The ledger did not answer in time. Load the page again in a few seconds.",
  tooMany: "There are more recognitions than this page can weigh. Only some are listed, and none of them is called in force.",
  caption: ({ many }) => `Recognition of ${many}`,
  recogniser: "Recognises",
  recognised: "is recognised",
  inForce: (from, until) => `In force since ${date(from)}${until === null ? "" : `, until ${date(until)}`}`,
  notInForce(reason, until) {
    const on = until === null ? "" : ` on ${date(until)}`;
    switch (reason) {
      case "accreditation_expired":
        return `Ended${on}`;
      case "accreditation_withdrawn":
        return `Withdrawn${until === null ? "" : ` from ${date(until)} on`}`;
      case "accreditation_not_yet_valid":
        return "Not in force yet";
      case "compromised":
        return `Withdrawn: keys declared stolen${until === null ? "" : ` from ${date(until)} on`}`;
      case "issuer_deactivated":
        return "Not in force: the recognised has closed its identity";
      case "grants_too_many":
        return "Not known: there are too many accreditations to weigh";
      default:
        return "Not in force: the recogniser itself is not recognised here";
    }
  },
  nothing: "None",
  paths: "By which path",
  path: (names) => `${names.join(" recognises ")}.`,
  asOf: (block, time) => `Read at block ${block}, ${dateTime(time)}.`,
  forPrograms: "The same for programs",
};
