// The forms for certificates in French.

import { meaningIn, type FormWords } from "../formWords.ts";
import { frenchMeanings } from "./formMeanings.ts";
import { frenchMembers } from "./formMembers.ts";
import { frenchIdentifierSchemes } from "./identifierSchemes.ts";
import { frenchOperatorCodes } from "./operatorCodes.ts";

export const frenchForm: FormWords = {
  members: frenchMembers,
  meaning: meaningIn(frenchMeanings),
  shown: { holder: "Masqué tant que le titulaire ne le montre pas.", authorities: "Réservé aux autorités." },
  codes: {
    ...frenchOperatorCodes,
    schemes: frenchIdentifierSchemes,
    agentRoles: { driver: "conducteur", dispatcher: "répartiteur", customsAgent: "agent en douane", other: "autre" },
  },
  example: (given) => `Par exemple ${given}.`,
};
