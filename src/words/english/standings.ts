// Standings in English, with their reasons.

import type { Words } from "../words.ts";

export const standingReasons: Words["standingReasons"] = {
  unspecified: "no reason given",
  issued_in_error: "issued in error",
  wrong_content: "its content was wrong",
  lost_or_stolen: "lost or stolen",
  fraud: "fraud",
  holder_request: "at the holder’s request",
  under_investigation: "under investigation",
  conditions_no_longer_met: "its conditions are no longer met",
  superseded: "superseded",
  ended: "ended",
};

export const standings: Words["standings"] = { active: "Stands", suspended: "Suspended", revoked: "Revoked", replaced: "Replaced with another document" };

export const standingWarnings: Words["standingWarnings"] = {
  not_above_issuer: "By the trust roots of this service you have never vouched for this issuer for this type of document, so your word does not count here. Another verifier may see it otherwise.",
  document_unknown: "The ledger names no document of these bytes by this issuer and of this type. If it was anchored without being named, your word counts all the same.",
  not_looked_up: "The ledger did not answer in time, so it was not looked up whether your word counts.",
};
