// Asking an operator to present, and what the operator sees, in English.

import { dateTime } from "./dates.ts";
import type { OperatorsPageWords } from "../operatorsPageWords.ts";

export const englishOperatorsPagePresenting: Pick<OperatorsPageWords, "presentation" | "handIn"> = {
  presentation: {
    start: "Make a request",
    startHint: "The request holds for five minutes and for one answer.",
    scan: "Let the operator scan this code, or send it the link.",
    picture: "QR code with the link for the operator",
    link: "Link for the operator",
    copyLink: "Copy link",
    copied: "Copied",
    challenge: "Challenge",
    audience: "Asked by",
    command: "For operators with the command line",
    commandHint: "This signs on the operator’s own machine, and hands in at once.",
    goodUntil: (time) => `Good until ${dateTime(time)}.`,
    waiting: "Waiting for the operator’s answer. It appears here when it arrives.",
    ended: "The request has ended without an answer",
    endedTodo: "Make a new request. Nothing was handed in in time, or the answer was fetched on another page.",
    another: "Make a new request",
    paste: "Or paste what the operator gave you",
    pasteHint: "A signed presentation: one long text. It counts once.",
    chooseFile: "Choose its file",
    judge: "Check the presentation",
    empty: "Paste the operator’s presentation first.",
    arrived: "The operator’s answer has arrived.",
    held: {
      headline: ({ type, issuer }) => `Shown by its holder: genuine ${type.one} by ${issuer}`,
      means: "Whoever holds the key of this certificate signed your request, here and now. The certificate is just as its issuer signed it; the issuer was entitled to issue it, and it still stands.",
      todo: "Compare what stands below, such as its number and the trader number, with the operator’s papers. What the certificate says is still its issuer’s word.",
    },
    holder: "Presented by",
    credential: (number, of) => (of === 1 ? "The certificate" : `Certificate ${number} of ${of}`),
  },
  handIn: {
    title: "You are asked to show your certificate",
    lead: "Sign your certificate for whoever asks, with your own key, and hand it in here. It is judged once and shown to who asked; the text itself is not kept.",
    asks: "Asked at",
    otherPlace: "The request names another place than the page that you are on. Hand nothing in unless you know both.",
    careful: "Anybody can ask here, in this address’s name: what you disclose is shown to whoever made the request. Hand in only what you signed for this very request, and only if you know who gave you this link.",
    label: "Your signed presentation",
    send: "Hand in",
    sent: { means: "Handed in.", todo: "Whoever asked sees the answer now. You can close this page." },
    gone: { means: "Nothing is awaited for this request any more.", todo: "It has ended, or somebody has handed in already. Ask for a new link." },
    badLink: { means: "This link is not whole.", todo: "Scan the code again, or ask for the link anew." },
    back: "To the desk",
  },
};
