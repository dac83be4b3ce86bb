// The forms for certificates in Spanish.

import { meaningIn, type FormWords } from "../formWords.ts";
import { spanishMeanings } from "./formMeanings.ts";
import { spanishMembers } from "./formMembers.ts";
import { spanishIdentifierSchemes } from "./identifierSchemes.ts";
import { spanishOperatorCodes } from "./operatorCodes.ts";

export const spanishForm: FormWords = {
  members: spanishMembers,
  meaning: meaningIn(spanishMeanings),
  shown: { holder: "Oculto hasta que el titular lo muestre.", authorities: "Solo para las autoridades." },
  codes: {
    ...spanishOperatorCodes,
    schemes: spanishIdentifierSchemes,
    agentRoles: { driver: "conductor", dispatcher: "coordinador de transporte", customsAgent: "agente de aduanas", other: "otro" },
  },
  example: (given) => `Por ejemplo, ${given}.`,
};
