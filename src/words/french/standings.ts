// Standings in French, with their reasons.

import type { Words } from "../words.ts";

export const standingReasons: Words["standingReasons"] = {
  unspecified: "non indiqué",
  issued_in_error: "émission par erreur",
  wrong_content: "contenu erroné",
  lost_or_stolen: "perte ou vol",
  fraud: "fraude",
  holder_request: "à la demande du titulaire",
  under_investigation: "enquête en cours",
  conditions_no_longer_met: "conditions d’octroi plus remplies",
  superseded: "remplacement par une version plus récente",
  ended: "fin de la période prévue",
};

export const standings: Words["standings"] = { active: "En vigueur", suspended: "Suspendu", revoked: "Révoqué", replaced: "Remplacé par un autre document" };

export const standingWarnings: Words["standingWarnings"] = {
  not_above_issuer: "Selon les autorités de confiance de ce service, vous ne vous êtes jamais porté garant de cet émetteur pour ce type de document : votre déclaration ne compte donc pas ici. Un autre vérificateur peut en juger autrement.",
  document_unknown: "Le registre ne mentionne aucun document de ce type, émis par cet émetteur, avec ces octets. S’il y a été inscrit sans être nommé, votre déclaration compte quand même.",
  not_looked_up: "Le registre n’a pas répondu à temps : ce service n’a pas pu vérifier si votre déclaration compte.",
};
