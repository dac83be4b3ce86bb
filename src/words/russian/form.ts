// The forms for certificates in Russian.

import { meaningIn, type FormWords } from "../formWords.ts";
import { russianMeanings } from "./formMeanings.ts";
import { russianMembers } from "./formMembers.ts";
import { russianIdentifierSchemes } from "./identifierSchemes.ts";
import { russianOperatorCodes } from "./operatorCodes.ts";

export const russianForm: FormWords = {
  members: russianMembers,
  meaning: meaningIn(russianMeanings),
  shown: { holder: "Скрыто, пока владелец этого не покажет.", authorities: "Только для компетентных органов." },
  codes: {
    ...russianOperatorCodes,
    schemes: russianIdentifierSchemes,
    agentRoles: { driver: "водитель", dispatcher: "диспетчер", customsAgent: "таможенный представитель", other: "другое" },
  },
  example: (given) => `Например: ${given}.`,
};
