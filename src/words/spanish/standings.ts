// Standings in Spanish, with their reasons.

import type { Words } from "../words.ts";

export const standingReasons: Words["standingReasons"] = {
  unspecified: "no indicado",
  issued_in_error: "emisión por error",
  wrong_content: "contenido incorrecto",
  lost_or_stolen: "pérdida o robo",
  fraud: "fraude",
  holder_request: "a petición del titular",
  under_investigation: "investigación en curso",
  conditions_no_longer_met: "ya no se cumplen sus condiciones",
  superseded: "sustitución por una versión más reciente",
  ended: "fin del período previsto",
};

export const standings: Words["standings"] = { active: "Vigente", suspended: "Suspendido", revoked: "Revocado", replaced: "Sustituido por otro documento" };

export const standingWarnings: Words["standingWarnings"] = {
  not_above_issuer: "Según las autoridades de confianza de este servicio, usted nunca ha avalado a este emisor para este tipo de documento, así que su declaración no cuenta aquí. Otro verificador puede verlo de otra manera.",
  document_unknown: "El registro no menciona ningún documento de este tipo, de este emisor y con estos bytes. Si se inscribió sin nombrarlo, su declaración cuenta igualmente.",
  not_looked_up: "El registro no respondió a tiempo, así que no se pudo comprobar si su declaración cuenta.",
};
