// The operators' desk in English.

import { date } from "./dates.ts";
import type { OperatorWords } from "../operatorWords.ts";

export const englishOperators: OperatorWords = {
  operator: "Operator",
  authorisation: "Authorisation",
  period: "Period",
  holds: (from, until) => [...(from === null ? [] : [`from ${date(from)}`]), ...(until === null ? ["without an end"] : [`until ${date(until)}`])].join(" "),
  nothing: {
    means: "Nothing may be told of an operator with this identifier. It is not known here or to a recognised partner, or it gave no consent.",
    todo: "Compare the identifier with the operator’s papers. Ask the operator for its certificate, and check that.",
  },
  incomplete: "Not every authority was heard, so nothing follows from what is missing. Ask again in a few minutes. Not heard were:",
  more: "Not everything could be looked through, so nothing follows from what is missing. Ask again in a few minutes.",
  silences: {
    no_address: "It has not published where its service takes questions.",
    no_answer: "Its service gave no answer that can be read.",
    refused: "Its service would not answer. It may not recognise this one as a partner.",
    unusable: "It gave something that is no certificate of its own about this operator.",
    cut_short: "It gave less than it has.",
    cannot_ask: "This service has nobody to ask in whose name: no issuer here is of a recognised programme and has a signing key.",
    too_many: "There are more authorities than can be asked.",
  },
};
