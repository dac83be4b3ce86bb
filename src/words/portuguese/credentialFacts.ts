// The facts of credentials in Portuguese.

import type { CredentialFactWords } from "../credentialFacts.ts";
import { factCodes } from "../factCodes.ts";
import { portugueseOperatorCodes } from "./operatorCodes.ts";
import { portuguese } from "./table.ts";

export const portugueseCredentialFacts: CredentialFactWords = {
  labels: {
    ...{ number: "Número", operator: "Operador", authorisation: "Autorização", programme: "Programa", tier: "Nível", roles: "Funções", effectiveDate: "Em vigor desde", lastValidation: "Última validação" },
    ...{ office: "Serviço competente", issuingCountry: "País da autoridade", traderNumber: "Número de operador (TIN)", recognisedBy: "Reconhecido por" },
    ...{ operatorNumber: "Número", establishedIn: "Estabelecido em", carries: "Opera como", modes: "Modos de transporte", licence: "Licença" },
    ...{ kind: "Regime", form: "Formulário", issuedOn: "Emitido em", exporter: "Exportador", consignee: "Destinatário", origin: "País de origem", destination: "Destino", goods: "Mercadorias", hsCode: "Código SH", replaces: "Substitui" },
    ...{ checkedAt: "Verificado em", found: "Resultado de então", digest: "Resumo criptográfico do documento", checkedType: "Tipo do documento" },
    ...{ accredited: "Habilitado", documentTypes: "Para os tipos de documento", mayPassOn: "Pode habilitar outros", jurisdiction: "Jurisdição" },
  },
  codes: portugueseOperatorCodes,
  preferential: "preferencial",
  nonPreferential: "não preferencial",
  yes: "sim",
  no: "não",
  ...factCodes(portuguese),
  goods: (first, count) => (count === 1 ? first : `${first}, e mais ${count - 1}`),
};
