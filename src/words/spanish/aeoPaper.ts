// The AEO certificate on paper in Spanish.

import type { AeoPaperWords } from "../paperWords.ts";

export const spanishAeoPaper: AeoPaperWords = {
  name: "Certificado OEA",
  title: "Operador económico autorizado",
  certificate: "Certificado",
  boxes: {
    number: "1 Número de la autorización",
    validFrom: "2 Válido desde",
    validUntil: "3 Válido hasta",
    operator: "4 Operador",
    identifiers: "5 Identificadores",
    authorisation: "6 Autorización",
    roles: "7 Funciones y sectores",
    recognition: "8 Reconocimiento mutuo",
    issuer: "9 Emitido por",
    code: "10 Verificar este documento",
  },
  noEnd: "hasta nuevo aviso",
  tradeNames: "Nombres comerciales",
  traderNumber: "Número de identificación del operador",
  programme: "Programa",
  effectiveSince: "Vigente desde",
  lastValidated: "Última validación",
  roles: "Autorizado como",
  sectors: "Sectores",
  since: "desde el",
  noRecognition: "Este certificado no nombra a ningún socio.",
  statement: "La autoridad nombrada abajo certifica que este operador está autorizado en los términos de este documento. Una autorización puede suspenderse o revocarse en cualquier momento: el código de al lado dice cuál es su situación hoy.",
  paperOnly: "Este papel por sí solo no demuestra que la autorización siga vigente.",
};
