// The officer's desk in English. "Genuine" and "authorised" are said of the verdict `authentic` alone.

import { date, dateTime } from "./dates.ts";
import { englishCredentialFacts } from "./credentialFacts.ts";
import { englishIdentifierSchemes } from "./identifierSchemes.ts";
import { englishOperatorsPagePresenting } from "./operatorsPagePresenting.ts";
import type { DeskParts, OperatorsPageWords } from "../operatorsPageWords.ts";
import { isAboutHolder } from "../signedWords.ts";

export const englishOperatorsPage: OperatorsPageWords = {
  title: "Operators’ desk",
  lead: "Is this operator authorised, by whom, and does it hold today? Every answer is judged here, by the authorities that this verifier believes.",
  viewsLabel: "What do you want to know?",
  views: {
    operator: { name: "One operator", title: "Look up an operator", lead: "By one of its identifiers, whole. You are told what the operator consented to." },
    list: { name: "A list", title: "Look up a list of operators", lead: "Paste a column from a table. The answers appear as they come." },
    paper: { name: "A paper", title: "Find a paper certificate", lead: "For a certificate of origin without a code: its number, its issuer, and one more thing that stands on it." },
    presentation: { name: "Ask to present", title: "Ask an operator to show its certificate", lead: "The operator signs, here and now, that the certificate is its own." },
    recognitions: { name: "Recognitions", title: "Who recognises whom", lead: "A status counts only while an authority that this verifier believes recognises whoever gave it." },
  },
  headline,
  outcomes: {
    ...{ authentic: "Holds", altered: "Altered", not_found: "No record", undetermined: "No answer yet", not_entitled: "Issuer not recognised", no_longer_valid: "Does not hold" },
    ...{ nothing: "Nothing may be told", unknown: "Not known", unasked: "Not asked" },
  },
  authorised: {
    means: "The certificate is just as its issuer signed it. The issuer was entitled to issue it, is recognised today, and it still stands.",
    todo: "Compare the name with whom you have before you, and the authorisation with what is asked for. Anybody can name somebody else’s identifier: to know that the operator is here, ask it to present.",
  },
  facts: englishCredentialFacts,
  ask: "Look up",
  asking: "Asking",
  stop: "Stop",
  again: "Ask again",
  noAnswer: "No answer",

  identifier: "Identifier",
  identifierHint: "TIN, EORI, LEI, company number, DID or another. Blanks, points and hyphens do not matter.",
  identifierMissing: "Type an identifier of 1 to 500 characters.",
  scheme: "Kind of identifier",
  anyScheme: "Any kind",
  schemes: englishIdentifierSchemes,
  found: { here: "This service", partner: "A partner authority’s service; judged here" },
  foundTerm: "Told by",
  nothingTitle: "Nothing is known here, or nobody may be told",
  incompleteTitle: "This answer is not complete",
  incompleteNothing: "Cannot be determined now: not everybody was heard",
  answerFor: (identifier) => `Answer for ${identifier}`,
  asOf: (block, time) => `Read at block ${block}, ${dateTime(time)}.`,

  key: {
    fold: "I have an API key",
    hint: "With it you may look up long lists, and as a recognised authority you are told more.",
  },

  list: {
    label: "Identifiers, one a line",
    hint: (limit) => `A second column may name the kind, such as EORI. At most ${limit} lines without an API key, about 20 a minute; 10,000 with one.`,
    file: "Choose a CSV file",
    start: "Look up the list",
    empty: "Paste at least one identifier.",
    tooMany: (count, limit) => `These are ${count} lines, and at most ${limit} can be looked up this way. Shorten the list${limit < 10_000 ? ", or type an API key" : ""}.`,
    progress: (done, of) => `${done} of ${of} answered`,
    pausing: (seconds) => `The service takes only so many questions a minute. It goes on in ${seconds} s.`,
    stopped: "Stopped. Lines without an answer were not asked.",
    done: "Every line is answered.",
    caption: "Answers, line by line",
    columns: { line: "Line", identifier: "Identifier", answer: "Answer", operator: "Operator", until: "Until", issuer: "Issued by" },
    filter: "Show",
    filterText: "Find in the table",
    all: "All answers",
    noneFits: "No line fits. Choose “All answers” and empty the search.",
    more: (count) => `Show ${count} more`,
    shown: (count, of) => (count === of ? `${count} lines` : `${count} of ${of} lines`),
    download: "Save as CSV",
    print: "Print",
    incomplete: "not everybody was heard",
    furtherOnes: (count) => (count === 1 ? "and one more authorisation" : `and ${count} more authorisations`),
  },

  paper: {
    issuer: "Issuer",
    chooseIssuer: "Choose the issuer",
    otherIssuer: "Another: by its DID",
    issuersUnknown: "The list of issuers could not be loaded. Name the issuer by its DID.",
    did: "DID of the issuer",
    didHint: "did:ethr:… with the chain in it, or 0x and 40 characters.",
    didWrong: "This is no DID of an issuer. Copy it whole: did:ethr:0x…:0x and 40 characters.",
    number: "Number on the certificate",
    thing: "One more thing on it",
    things: { exporterName: "Exporter’s name", consigneeName: "Consignee’s name", exporterIdentifier: "Exporter’s identifier", invoiceNumber: "Invoice number", transportDocument: "Transport document" },
    value: "As it is printed",
    valueHint: "Capitals, blanks and points do not matter.",
    missing: "Fill this in, as it stands on the paper.",
    nothing: {
      headline: "No certificate fits",
      means: "No certificate of this issuer fits what you told. Whether the number or the other thing is wrong is not told, and this says nothing about papers issued elsewhere.",
      todo: "Compare number, issuer and the other thing with the paper, letter by letter. If they are right, ask the issuer.",
    },
    holds: {
      headline: ({ type, issuer }) => `On record, and it stands: ${type.one} by ${issuer}`,
      means: "The issuer recorded a certificate under this number, was entitled to, and it still stands. This is about the issuer’s own copy, not about your paper.",
      todo: "Ask the sender for the certificate’s file and check that, or ask the issuer to compare with you. A paper can bear a good number and say something else.",
    },
    copy: "What was found is a certified true copy, and the paper must say that it is one. A paper of this number that does not say so is another certificate: the one that was lost.",
    certificate: (number, day) => `Certificate ${number} of ${date(day)}`,
  },

  ...englishOperatorsPagePresenting,

  recognitions: {
    whole: "The whole table, with paths",
    caption: "Recognitions of rights that last",
    columns: { recogniser: "Who recognises", recognised: "Who is recognised", type: "For", state: "State" },
    more: (count) => `${count} more are on the page of recognitions.`,
  },

  recent: {
    title: "Recent checks on this device",
    remember: "Remember checks on this device",
    rememberHint: "Time, kind, the last four characters and the answer; never names. Leave it off on a device that others use.",
    none: "Nothing is remembered yet. What you look up from now on appears here.",
    caption: "Recent checks, the newest first",
    columns: { time: "Time", kind: "Kind", end: "Ends in", answer: "Answer then" },
    clear: "Forget them all",
    cleared: "All are forgotten.",
    lines: (count) => (count === 1 ? "one line" : `${count} lines`),
  },
};

function headline({ verdict, reason, type, issuer, standing, recognition }: DeskParts): string {
  switch (verdict) {
    case "authentic":
      return `Authorised: genuine ${type.one} by ${issuer}${recognition === null ? "" : `, recognised by ${recognition.by} since ${date(recognition.since)}`}`;
    case "no_longer_valid":
      return `Does not hold: ${type.one} by ${issuer}, ${ending({ reason, standing })}`;
    case "undetermined":
      return "Cannot be determined now";
    case "not_entitled":
      return `Not recognised: nobody whom this verifier believes vouches for ${issuer}`;
    case "altered":
      return isAboutHolder(reason) ? "It is not shown that its holder presents it" : "This is not what its issuer signed";
    default:
      return "No record of it";
  }
}

function ending({ reason, standing }: Pick<DeskParts, "reason" | "standing">): string {
  if (reason === "recognition_ended") return "whose recognition has ended";
  if (reason === "expired") return "expired";
  if (reason === "not_yet_valid") return "not valid yet";
  if (standing === null || standing.standing === "active") return "not in force now";
  return `${standing.standing}${standing.since === null ? "" : ` since ${date(standing.since)}`}${standing.by === null ? "" : ` by ${standing.by}`}`;
}
