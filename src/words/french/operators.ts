// The operators’ desk in French.

import { date } from "./dates.ts";
import type { OperatorWords } from "../operatorWords.ts";

export const frenchOperators: OperatorWords = {
  operator: "Opérateur",
  authorisation: "Autorisation",
  period: "Période",
  holds: (from, until) => [...(from === null ? [] : [`à partir du ${date(from)}`]), ...(until === null ? ["sans date de fin"] : [`jusqu’au ${date(until)}`])].join(" "),
  nothing: {
    means: "Rien ne peut être communiqué sur un opérateur qui porterait cet identifiant. Soit il n’est connu ni ici ni d’un partenaire reconnu, soit il n’a pas donné son accord.",
    todo: "Comparez l’identifiant avec les papiers de l’opérateur. Demandez-lui son certificat, et vérifiez ce certificat.",
  },
  incomplete: "Certaines autorités n’ont pas pu être entendues : ne concluez donc rien de ce qui manque. Posez de nouveau la question dans quelques minutes. N’ont pas été entendues :",
  more: "Tout n’a pas pu être examiné : ne concluez donc rien de ce qui manque. Posez de nouveau la question dans quelques minutes.",
  silences: {
    no_address: "Elle n’a pas publié l’adresse à laquelle son service reçoit des questions.",
    no_answer: "Son service n’a donné aucune réponse lisible.",
    refused: "Son service a refusé de répondre. Peut-être ne reconnaît-il pas celui-ci comme partenaire.",
    unusable: "Ce qu’elle a envoyé n’est pas un certificat émis par elle au sujet de cet opérateur.",
    cut_short: "Elle a envoyé moins que ce qu’elle a.",
    cannot_ask: "Ce service n’a personne au nom de qui poser la question : aucun émetteur ici n’appartient à un programme reconnu et n’a de clé de signature.",
    too_many: "Les autorités sont plus nombreuses que celles qui peuvent être interrogées.",
  },
};
