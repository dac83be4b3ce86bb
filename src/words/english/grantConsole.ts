// The administrator's part of the page of trust, in English.

import type { GrantConsequence, GrantConsoleWords, WithdrawalConsequence } from "../grantConsoleWords.ts";
import { dateTime } from "./dates.ts";

export const englishGrantConsole: GrantConsoleWords = {
  title: "Accredit, recognise, withdraw",
  lead: "For authorities. What you say here is written on the ledger in your name, and can be read by everybody.",
  scopeMissing: "This key may not accredit. Ask the operator of this service for one with the scope “accredit”.",
  accredit: "Accredit somebody",
  accreditTitle: "Accredit",
  accreditLead: "You say on the ledger that somebody may issue documents of a type.",
  recognise: "Recognise an AEO programme",
  recogniseTitle: "Recognise an AEO programme",
  recogniseLead: "You say on the ledger that you recognise AEO certificates by a partner customs administration.",
  withdraw: "Withdraw",
  renew: "Renew",
  withdrawNamed: (grantee, type) => `Withdraw from ${grantee}: ${type}`,
  renewNamed: (grantee, type) => `Renew for ${grantee}: ${type}`,
  withdrawTitle: (grantee) => `Withdraw from ${grantee}`,
  fields: {
    known: "Whom",
    somebodyElse: "Somebody else",
    grantee: "Identity (DID or address)",
    granteeHint: "did:ethr:0x…:0x… or 0x and 40 characters. Get it from the grantee in a way that you already know to be theirs.",
    name: "Legal name",
    nameHint: "As verifiers shall read it. It stays on the ledger for ever. Never a person’s name.",
    type: "Type of document",
    otherType: "Another type (by its code)",
    typeCode: "Code of the type",
    from: "From (UTC)",
    fromHint: "Now, when you leave it empty. It may lie in the past.",
    until: "Until (UTC)",
    untilHint: "That moment is not included. Without an end, when you leave it empty.",
    mayPassOn: "The grantee may pass this on",
    mayPassOnHint: "Then it may accredit others for this type, whom you do not choose.",
    effective: "Withdrawn from (UTC) on",
    effectiveHint: "Now, when you leave it empty. It may lie in the past or in the future.",
    compromised: "The grantee’s keys were stolen",
    compromisedHint: "Then nothing counts that was said with these keys from that moment on: no document, no revocation, no grant. What was issued before stands. In doubt choose the earlier moment. To have it count again, accredit again later.",
  },
  flaws: {
    grantee: "Enter a did:ethr of this ledger, or an address: 0x and 40 characters from 0 to 9 and a to f.",
    own: "This is you. Nobody accredits itself.",
    type: "A type has 1 to 8 capital letters or digits, for example 861 or AEO.",
    name: "Enter the legal name, at most 200 bytes.",
    from: "This is no moment. Enter day and time.",
    until: "This is no moment. Enter day and time.",
    order: "It would end before it begins. Choose a later end.",
  },
  goOn: "Continue",
  back: "Change it",
  cancel: "Cancel",
  confirmTitle: "What follows from it",
  send: "Say it on the ledger",
  sendWithdrawal: "Withdraw",
  sending: "Sending …",
  sendAgain: "Send again",
  sendAgainHint: "Nothing is said twice: the service knows this request again.",
  isClosed: "Close",
  grantConsequences,
  recognitionConsequences,
  withdrawalConsequences,
  lookAlike: {
    title: "These two names may be taken for one another",
    asked: "You are about to accredit",
    other: "Known already",
    mixed: "A word of this name mixes letters of different scripts, so it may look like a name that it is not.",
    answerFor: "Both names are honest. I answer for it, and the journal of this service keeps that.",
    todo: "Compare the identifiers. If the name is a mistake, go back and change it.",
  },
  said: {
    title: "What you have said",
    caption: "Your grants and withdrawals, newest first",
    none: "You have said nothing yet. Begin by accrediting somebody.",
    what: "Statement",
    state: "How far it is",
    ledgerSays: "The ledger says now",
    act: "Change it",
    older: "Show older ones",
    kinds: { grant: "Accredited", withdrawal: "Withdrawn" },
    compromised: "keys declared stolen",
    states: { batched: "Stored; on its way to the ledger", sent: "Sent to the ledger", included: "On the ledger, not final yet", final: "Final" },
    words: { granted: "Granted", withdrawn: "Withdrawn", compromised: "Keys declared stolen", nothing: "Nothing about this moment", silent: "The ledger did not answer" },
    alreadySaid: "The ledger’s last word was this already, so it is not recorded a second time.",
    saidAnew: "You had said this before, but it did not count. It is said anew.",
    withoutCredential: "No signed credential carries this grant: your key is not here. The grant counts all the same.",
    progress: (kind, grantee, state) => `${kind === "grant" ? "Accreditation of" : "Withdrawal from"} ${grantee}: ${state}.`,
    problem: (text) => `The ledger refuses it for now, and it is tried again: ${text}`,
    notKnown: "Its state could not be asked for. It is stored, and goes on by itself.",
  },
};

function grantConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `From the moment it is final, ${grantor} vouches for ${grantee} for ${type.many}, ${period(from, until)}.`,
    `Whoever believes ${grantor} then takes ${grantee} to be entitled to issue ${type.many}.`,
    mayPassOn ? `${grantee} may accredit others for ${type.many}, and these others count as well.` : `${grantee} may not accredit others.`,
    "It cannot be erased. You can withdraw it later; both then stay readable.",
  ];
}

function recognitionConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `From the moment it is final, ${grantor} recognises ${type.many} by ${grantee}, ${period(from, until)}.`,
    `Whoever believes ${grantor} then takes operators to hold the status that ${grantee} gave them, as long as this recognition lasts.`,
    mayPassOn ? `Programmes that ${grantee} recognises in turn count as well.` : `Programmes that ${grantee} recognises in turn do not count by this.`,
    "It cannot be erased. You can withdraw it later; both then stay readable.",
  ];
}

function withdrawalConsequences({ grantor, grantee, type, from, isCompromised, isLasting }: WithdrawalConsequence): readonly string[] {
  const when = from === null ? "now" : dateTime(from);
  const before = isLasting ? `${capital(type.many)} by ${grantee} are no longer recognised by way of you, also those issued before.` : `${capital(type.many)} that were sealed before that moment stay as they are.`;
  return [
    `From the moment it is on the ledger, ${grantor} no longer vouches for ${grantee} for ${type.many} from ${when} on. A withdrawal counts at once.`,
    before,
    ...(isCompromised ? [`The keys of ${grantee} are declared stolen from ${when} on. Whatever was said with them for ${type.many} from then on does not count: documents, revocations, grants.`] : []),
    `Whom ${grantee} accredited by this right alone loses it as well.`,
    "It cannot be erased. You can accredit again later.",
  ];
}

function period(from: string | null, until: string | null): string {
  const begin = from === null ? "from now on" : `from ${dateTime(from)}`;
  return until === null ? `${begin}, without an end` : `${begin} until ${dateTime(until)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
