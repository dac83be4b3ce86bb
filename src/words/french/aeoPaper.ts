// The AEO certificate on paper in French.

import type { AeoPaperWords } from "../paperWords.ts";

export const frenchAeoPaper: AeoPaperWords = {
  name: "Certificat OEA",
  title: "Opérateur économique agréé",
  certificate: "Certificat",
  boxes: {
    number: "1 Numéro de l’autorisation",
    validFrom: "2 Valable à partir du",
    validUntil: "3 Valable jusqu’au",
    operator: "4 Opérateur",
    identifiers: "5 Identifiants",
    authorisation: "6 Autorisation",
    roles: "7 Rôles et secteurs",
    recognition: "8 Reconnaissance mutuelle",
    issuer: "9 Délivré par",
    code: "10 Vérifier ce document",
  },
  noEnd: "jusqu’à nouvel ordre",
  tradeNames: "Noms commerciaux",
  traderNumber: "Numéro d’identification de l’opérateur",
  programme: "Programme",
  effectiveSince: "En vigueur depuis le",
  lastValidated: "Dernière validation le",
  roles: "Autorisé en tant que",
  sectors: "Secteurs d’activité",
  since: "depuis le",
  noRecognition: "Ce certificat ne nomme aucun partenaire.",
  statement: "L’autorité nommée ci-dessous certifie que cet opérateur est autorisé dans les termes de ce document. Une autorisation peut être suspendue ou révoquée à tout moment : le code ci-contre dit si elle est en vigueur aujourd’hui.",
  paperOnly: "Ce papier ne prouve pas à lui seul que l’autorisation est toujours en vigueur.",
};
