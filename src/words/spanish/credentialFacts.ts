// The facts of credentials in Spanish.

import type { CredentialFactWords } from "../credentialFacts.ts";
import { factCodes } from "../factCodes.ts";
import { spanishOperatorCodes } from "./operatorCodes.ts";
import { spanish } from "./table.ts";

export const spanishCredentialFacts: CredentialFactWords = {
  labels: {
    ...{ number: "Número", operator: "Operador", authorisation: "Autorización", programme: "Programa", tier: "Nivel", roles: "Funciones", effectiveDate: "Vigente desde", lastValidation: "Última validación" },
    ...{ office: "Oficina", issuingCountry: "País de la autoridad", traderNumber: "Número de operador (TIN)", recognisedBy: "Reconocido por" },
    ...{ operatorNumber: "Número", establishedIn: "Establecido en", carries: "Opera como", modes: "Modos de transporte", licence: "Licencia" },
    ...{ kind: "Régimen", form: "Formulario", issuedOn: "Emitido el", exporter: "Exportador", consignee: "Destinatario", origin: "País de origen", destination: "Destino", goods: "Mercancías", hsCode: "Código SA", replaces: "Sustituye a" },
    ...{ checkedAt: "Verificado el", found: "Resultado de entonces", digest: "Huella del documento", checkedType: "Tipo del documento" },
    ...{ accredited: "Acreditado", documentTypes: "Para los tipos de documento", mayPassOn: "Puede acreditar a otros", jurisdiction: "Jurisdicción" },
  },
  codes: spanishOperatorCodes,
  preferential: "preferencial",
  nonPreferential: "no preferencial",
  yes: "sí",
  no: "no",
  ...factCodes(spanish),
  goods: (first, count) => (count === 1 ? first : `${first}, y ${count - 1} más`),
};
