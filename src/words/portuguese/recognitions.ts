// The page of recognitions in Portuguese.

import { date, dateTime } from "./dates.ts";
import type { RecognitionWords } from "../recognitionWords.ts";

export const portugueseRecognitions: RecognitionWords = {
  title: "Quem reconhece quem",
  lead: "Os direitos duradouros, como o estatuto de operador econômico autorizado (OEA), só valem enquanto uma autoridade em que este verificador confia reconhece quem os concedeu. Estes são os reconhecimentos inscritos no livro-razão que partem dessas autoridades.",
  none: "Ainda não há reconhecimentos que partam das autoridades em que este verificador confia.",
  silent: "O livro-razão não respondeu a tempo. Carregue a página de novo dentro de alguns segundos.",
  tooMany: "Há mais reconhecimentos do que esta página consegue avaliar. Só alguns são mostrados, e de nenhum se diz que está em vigor.",
  caption: ({ many }) => `Reconhecimento: ${many}`,
  recogniser: "Reconhece",
  recognised: "é reconhecido",
  inForce: (from, until) => `Em vigor desde ${date(from)}${until === null ? "" : `, até ${date(until)}`}`,
  notInForce(reason, until) {
    const effective = until === null ? "" : ` a partir de ${date(until)}`;
    switch (reason) {
      case "accreditation_expired":
        return `Terminado${until === null ? "" : ` em ${date(until)}`}`;
      case "accreditation_withdrawn":
        return `Retirado${effective}`;
      case "accreditation_not_yet_valid":
        return "Ainda não está em vigor";
      case "compromised":
        return `Retirado${effective}: chaves declaradas roubadas`;
      case "issuer_deactivated":
        return "Não está em vigor: a autoridade reconhecida encerrou a sua identidade";
      case "grants_too_many":
        return "Não se sabe: há demasiadas habilitações para avaliar";
      default:
        return "Não está em vigor: quem reconhece não é, por sua vez, reconhecido aqui";
    }
  },
  nothing: "Nenhum",
  paths: "Por que caminho",
  path: ([first = "", ...others]) => `${[first, others.join(", que reconhece ")].join(" reconhece ")}.`,
  asOf: (block, time) => `Lido no bloco ${block}, ${dateTime(time)}.`,
  forPrograms: "O mesmo para programas",
};
