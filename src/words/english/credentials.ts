// Credentials and presentations in English: the reasons that only they can have.

import type { Words } from "../words.ts";

type OfCredentials =
  | "credential_type_unknown"
  | "shape_violated"
  | "expired"
  | "not_yet_valid"
  | "status_silent"
  | "presentation_malformed"
  | "presentation_expired"
  | "challenge_mismatch"
  | "challenge_unknown"
  | "challenge_used"
  | "challenge_expired"
  | "audience_mismatch"
  | "holder_not_subject";

const ANEW = "Make a new challenge and ask the holder to present again.";

export const englishCredentialReasons: Pick<Words["reasons"], OfCredentials> = {
  credential_type_unknown: {
    means: "It is a credential of a type that this verifier does not know, so nobody here can say who may issue it.",
    todo: "Use a verifier that knows this type, or ask the issuer. The credential is not shown to be forged.",
  },
  shape_violated: {
    means: "The issuer signed it, but what it says is not what a credential of its type says.",
    todo: "Do not rely on it. Ask the issuer for a credential that is complete; the report names the members that are wrong.",
  },
  expired: {
    means: "The period that the credential names has ended.",
    todo: "Do not accept it. Ask the holder for a credential that is valid now.",
  },
  not_yet_valid: {
    means: "The period that the credential names has not begun.",
    todo: "Do not accept it before then. Check again when it has begun.",
  },
  status_silent: {
    means: "The credential names a status list, and that list could not be read or not be believed. This says nothing about the credential.",
    todo: "Check again in a few minutes. Until then, treat the credential as not checked.",
  },
  presentation_malformed: {
    means: "This claims to be a signed presentation of credentials, and is not built like one.",
    todo: `Do not rely on it. ${ANEW}`,
  },
  presentation_expired: {
    means: "The holder signed this presentation too long ago, or for another time.",
    todo: ANEW,
  },
  challenge_mismatch: {
    means: "The presentation answers another challenge than the one that you gave.",
    todo: `It may be a presentation that was made for somebody else. ${ANEW}`,
  },
  challenge_unknown: {
    means: "This service never made that challenge, or has forgotten it.",
    todo: ANEW,
  },
  challenge_used: {
    means: "This challenge was answered before. A presentation counts once.",
    todo: `Somebody may be showing a copy. ${ANEW}`,
  },
  challenge_expired: {
    means: "The challenge was answered too late.",
    todo: ANEW,
  },
  audience_mismatch: {
    means: "The presentation was made for somebody else than the one who checks it, or the challenge was.",
    todo: `It may be a presentation that was made elsewhere and is passed on. ${ANEW}`,
  },
  holder_not_subject: {
    means: "Who presents it is not the one of whom the credential speaks, or did not sign.",
    todo: "Do not accept it from this person. Ask the one of whom the credential speaks to present it.",
  },
};
