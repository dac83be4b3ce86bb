// The operators’ desk in Spanish.

import { date } from "./dates.ts";
import type { OperatorWords } from "../operatorWords.ts";

export const spanishOperators: OperatorWords = {
  operator: "Operador",
  authorisation: "Autorización",
  period: "Período",
  holds: (from, until) => [...(from === null ? [] : [`desde el ${date(from)}`]), ...(until === null ? ["sin fecha de fin"] : [`hasta el ${date(until)}`])].join(" "),
  nothing: {
    means: "No se puede informar de ningún operador con este identificador. O no se conoce aquí ni lo conoce un socio reconocido, o no ha dado su consentimiento.",
    todo: "Compare el identificador con los papeles del operador. Pídale su certificado y verifíquelo.",
  },
  incomplete: "No se pudo oír a todas las autoridades, así que no concluya nada de lo que falta. Consulte de nuevo dentro de unos minutos. No se oyó a:",
  more: "No se pudo examinar todo, así que no concluya nada de lo que falta. Consulte de nuevo dentro de unos minutos.",
  silences: {
    no_address: "No ha publicado dónde recibe consultas su servicio.",
    no_answer: "Su servicio no dio ninguna respuesta que se pueda leer.",
    refused: "Su servicio no quiso responder. Quizá no reconoce a este como socio.",
    unusable: "Lo que envió no es un certificado suyo sobre este operador.",
    cut_short: "Envió menos de lo que tiene.",
    cannot_ask: "Este servicio no tiene en nombre de quién consultar: ningún emisor de aquí pertenece a un programa reconocido y tiene clave de firma.",
    too_many: "Hay más autoridades de las que se pueden consultar.",
  },
};
