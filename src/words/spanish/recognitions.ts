// The page of recognitions in Spanish.

import { date, dateTime } from "./dates.ts";
import type { RecognitionWords } from "../recognitionWords.ts";

export const spanishRecognitions: RecognitionWords = {
  title: "Quién reconoce a quién",
  lead: "Los derechos duraderos, como la condición de operador económico autorizado (OEA), valen solo mientras una autoridad en la que confía este verificador reconoce a quien los otorgó. Estos son los reconocimientos inscritos en el registro que parten de esas autoridades.",
  none: "Todavía no hay reconocimientos que partan de las autoridades en las que confía este verificador.",
  silent: "El registro no respondió a tiempo. Cargue la página de nuevo dentro de unos segundos.",
  tooMany: "Hay más reconocimientos de los que esta página puede examinar. Solo se muestran algunos, y de ninguno se dice que esté vigente.",
  caption: ({ many }) => `Reconocimiento: ${many}`,
  recogniser: "Reconoce",
  recognised: "es reconocido",
  inForce: (from, until) => `Vigente desde el ${date(from)}${until === null ? "" : `, hasta el ${date(until)}`}`,
  notInForce(reason, until) {
    const effective = until === null ? "" : ` a partir del ${date(until)}`;
    switch (reason) {
      case "accreditation_expired":
        return `Terminado${until === null ? "" : ` el ${date(until)}`}`;
      case "accreditation_withdrawn":
        return `Retirado${effective}`;
      case "accreditation_not_yet_valid":
        return "Todavía no vigente";
      case "compromised":
        return `Retirado${effective}: claves declaradas robadas`;
      case "issuer_deactivated":
        return "No vigente: la autoridad reconocida ha cerrado su identidad";
      case "grants_too_many":
        return "No se sabe: hay demasiadas acreditaciones que examinar";
      default:
        return "No vigente: quien reconoce no está a su vez reconocido aquí";
    }
  },
  nothing: "Ninguno",
  paths: "Por qué camino",
  path: ([first = "", ...others]) => `${[first, others.join(", que reconoce a ")].join(" reconoce a ")}.`,
  asOf: (block, time) => `Leído en el bloque ${block}, ${dateTime(time)}.`,
  forPrograms: "Lo mismo para programas",
};
