// English for judging without a network.

import type { OfflineWords } from "../offlineWords.ts";
import { dateTime } from "./dates.ts";
import { standingReasons, standings } from "./standings.ts";

export const englishOffline: OfflineWords = {
  nothingProven: "Nobody was asked, and the evidence proves nothing.",
  anchored: ({ number, time }) => `Certain as at block ${number}, ${dateTime(time)}: the ledger had the issuer’s record of this document.`,
  notFinal: ({ number }) => `Whoever made the evidence says that block ${number} was not final: a reorganisation may have taken it away.`,
  absent: ({ number, time }) => `Certain as at block ${number}, ${dateTime(time)}: the ledger had no such record. It may have come later.`,
  nothingSaid: "By that block its issuer had said nothing against it.",
  lastSaid: ({ standing, reason }, time) => `By that block the last word of its issuer was “${standings[standing]}”, since ${dateTime(time)}: ${standingReasons[reason]}.`,
  takenBack: "Do not accept it, unless the ledger itself says otherwise.",
  standingUnproven: "What its issuer had said about it by that block is not in the evidence.",
  unknown: "Not known without a network: whether the issuer was entitled, and whether the document stands today.",
  trust: ({ hash }) => `All this hangs on ${hash} being a block of this ledger: take that hash from somebody you trust, never from whoever gave you the document.`,
};
