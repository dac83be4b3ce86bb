// The page of recognitions in French.

import { date, dateTime } from "./dates.ts";
import type { RecognitionWords } from "../recognitionWords.ts";

export const frenchRecognitions: RecognitionWords = {
  title: "Qui reconnaît qui",
  lead: "Les droits durables, comme le statut d’opérateur économique agréé (OEA), ne valent que tant qu’une autorité à laquelle ce vérificateur fait confiance reconnaît celui qui les a accordés. Voici les reconnaissances inscrites au registre qui partent de ces autorités.",
  none: "Aucune reconnaissance ne part encore des autorités auxquelles ce vérificateur fait confiance.",
  silent: "Le registre n’a pas répondu à temps. Rechargez la page dans quelques secondes.",
  tooMany: "Les reconnaissances sont plus nombreuses que ce que cette page peut examiner. Seules certaines sont énumérées, et aucune n’est dite en vigueur.",
  caption: ({ many }) => `Reconnaissance : ${many}`,
  recogniser: "Reconnaît",
  recognised: "est reconnu",
  inForce: (from, until) => `En vigueur depuis le ${date(from)}${until === null ? "" : `, jusqu’au ${date(until)}`}`,
  notInForce(reason, until) {
    const effective = until === null ? "" : ` à compter du ${date(until)}`;
    switch (reason) {
      case "accreditation_expired":
        return `Terminée${until === null ? "" : ` le ${date(until)}`}`;
      case "accreditation_withdrawn":
        return `Retirée${effective}`;
      case "accreditation_not_yet_valid":
        return "Pas encore en vigueur";
      case "compromised":
        return `Retirée${effective} : clés déclarées volées`;
      case "issuer_deactivated":
        return "Pas en vigueur : l’autorité reconnue a clos son identité";
      case "grants_too_many":
        return "Indéterminé : trop d’accréditations à examiner";
      default:
        return "Pas en vigueur : celui qui reconnaît n’est pas lui-même reconnu ici";
    }
  },
  nothing: "Aucune",
  paths: "Par quel chemin",
  path: ([first = "", ...others]) => `${[first, others.join(", qui reconnaît ")].join(" reconnaît ")}.`,
  asOf: (block, time) => `Lu au bloc ${block}, ${dateTime(time)}.`,
  forPrograms: "Les mêmes informations pour les programmes",
};
