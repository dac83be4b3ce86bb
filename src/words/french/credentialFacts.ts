// The facts of credentials in French.

import type { CredentialFactWords } from "../credentialFacts.ts";
import { factCodes } from "../factCodes.ts";
import { frenchOperatorCodes } from "./operatorCodes.ts";
import { french } from "./table.ts";

export const frenchCredentialFacts: CredentialFactWords = {
  labels: {
    ...{ number: "Numéro", operator: "Opérateur", authorisation: "Autorisation", programme: "Programme", tier: "Niveau", roles: "Rôles", effectiveDate: "En vigueur depuis le", lastValidation: "Dernière validation le" },
    ...{ office: "Bureau compétent", issuingCountry: "Pays de l’autorité", traderNumber: "Numéro d’opérateur (TIN)", recognisedBy: "Reconnu par" },
    ...{ operatorNumber: "Numéro", establishedIn: "Pays d’établissement", carries: "Exerce comme", modes: "Modes de transport", licence: "Numéro de licence" },
    ...{ kind: "Régime", form: "Formulaire", issuedOn: "Délivré le", exporter: "Exportateur", consignee: "Destinataire", origin: "Pays d’origine", destination: "Pays de destination", goods: "Marchandises", hsCode: "Code SH", replaces: "Remplace" },
    ...{ checkedAt: "Vérifié le", found: "Résultat d’alors", digest: "Empreinte du document", checkedType: "Type du document" },
    ...{ accredited: "Accrédité", documentTypes: "Pour les types de documents", mayPassOn: "Peut accréditer d’autres", jurisdiction: "Ressort" },
  },
  codes: frenchOperatorCodes,
  preferential: "préférentiel",
  nonPreferential: "non préférentiel",
  yes: "oui",
  no: "non",
  ...factCodes(french),
  goods: (first, count) => (count === 1 ? first : `${first}, et ${count - 1} de plus`),
};
