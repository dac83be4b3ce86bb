// Credentials and presentations in French: the reasons that only they can have. A challenge is what the verifier asks for: a "demande".

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

const ANEW = "Créez une nouvelle demande et priez le titulaire de présenter de nouveau ses attestations.";

export const frenchCredentialReasons: Pick<Words["reasons"], OfCredentials> = {
  credential_type_unknown: {
    means: "C’est une attestation d’un type que ce vérificateur ne connaît pas : personne ici ne peut dire qui a le droit de l’émettre.",
    todo: "Utilisez un vérificateur qui connaît ce type, ou interrogez l’émetteur. Rien ne montre que l’attestation soit un faux.",
  },
  shape_violated: {
    means: "L’émetteur l’a signée, mais son contenu n’est pas celui d’une attestation de ce type.",
    todo: "Ne vous y fiez pas. Demandez à l’émetteur une attestation complète ; le rapport nomme les éléments incorrects.",
  },
  expired: {
    means: "La période indiquée par l’attestation est terminée.",
    todo: "Ne l’acceptez pas. Demandez au titulaire une attestation valable aujourd’hui.",
  },
  not_yet_valid: {
    means: "La période indiquée par l’attestation n’a pas commencé.",
    todo: "Ne l’acceptez pas avant cette date. Vérifiez de nouveau quand la période aura commencé.",
  },
  status_silent: {
    means: "L’attestation désigne une liste d’états, et cette liste n’a pas pu être lue ou n’est pas digne de foi. Cela ne dit rien de l’attestation.",
    todo: "Vérifiez de nouveau dans quelques minutes. D’ici là, considérez l’attestation comme non vérifiée.",
  },
  presentation_malformed: {
    means: "Ceci se donne pour une présentation signée d’attestations, mais n’est pas construit comme telle.",
    todo: `Ne vous y fiez pas. ${ANEW}`,
  },
  presentation_expired: {
    means: "Le titulaire a signé cette présentation il y a trop longtemps, ou pour un autre moment.",
    todo: ANEW,
  },
  challenge_mismatch: {
    means: "La présentation répond à une autre demande que la vôtre.",
    todo: `Il peut s’agir d’une présentation faite pour quelqu’un d’autre. ${ANEW}`,
  },
  challenge_unknown: {
    means: "Ce service n’a jamais créé cette demande, ou ne s’en souvient plus.",
    todo: ANEW,
  },
  challenge_used: {
    means: "Il a déjà été répondu à cette demande. Une présentation ne compte qu’une fois.",
    todo: `Quelqu’un montre peut-être une copie. ${ANEW}`,
  },
  challenge_expired: {
    means: "La réponse à la demande est arrivée trop tard.",
    todo: ANEW,
  },
  audience_mismatch: {
    means: "La présentation, ou la demande, était destinée à quelqu’un d’autre que celui qui la vérifie.",
    todo: `Il peut s’agir d’une présentation faite ailleurs et transmise ici. ${ANEW}`,
  },
  holder_not_subject: {
    means: "Celui qui la présente n’est pas celui dont parle l’attestation, ou n’a pas signé.",
    todo: "Ne l’acceptez pas de cette personne. Priez celui dont parle l’attestation de la présenter lui-même.",
  },
};
