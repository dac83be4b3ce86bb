// The AEO certificate on paper in Portuguese.

import type { AeoPaperWords } from "../paperWords.ts";

export const portugueseAeoPaper: AeoPaperWords = {
  name: "Certificado OEA",
  title: "Operador econômico autorizado",
  certificate: "Certificado",
  boxes: {
    number: "1 Número da autorização",
    validFrom: "2 Válido desde",
    validUntil: "3 Válido até",
    operator: "4 Operador",
    identifiers: "5 Identificadores",
    authorisation: "6 Autorização",
    roles: "7 Funções e setores",
    recognition: "8 Reconhecimento mútuo",
    issuer: "9 Emitido por",
    code: "10 Verificar este documento",
  },
  noEnd: "até novo aviso",
  tradeNames: "Nomes comerciais",
  traderNumber: "Número de identificação do operador",
  programme: "Programa",
  effectiveSince: "Em vigor desde",
  lastValidated: "Última validação",
  roles: "Autorizado como",
  sectors: "Setores",
  since: "desde",
  noRecognition: "Este certificado não nomeia nenhum parceiro.",
  statement: "A autoridade nomeada abaixo certifica que este operador está autorizado nos termos deste documento. Uma autorização pode ser suspensa ou revogada a qualquer momento: o código ao lado diz qual é a sua situação hoje.",
  paperOnly: "Este papel, por si só, não demonstra que a autorização continua em vigor.",
};
