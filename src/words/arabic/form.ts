// The forms for certificates in Arabic.

import { isolate } from "../isolate.ts";
import { meaningIn, type FormWords } from "../formWords.ts";
import { arabicMeanings } from "./formMeanings.ts";
import { arabicMembers } from "./formMembers.ts";
import { arabicIdentifierSchemes } from "./identifierSchemes.ts";
import { arabicOperatorCodes } from "./operatorCodes.ts";

export const arabicForm: FormWords = {
  members: arabicMembers,
  meaning: meaningIn(arabicMeanings),
  shown: { holder: "محجوب إلى أن يُظهره الحامل.", authorities: "للسلطات وحدها." },
  codes: {
    ...arabicOperatorCodes,
    schemes: arabicIdentifierSchemes,
    agentRoles: { driver: "سائق", dispatcher: "منسّق حركة النقل", customsAgent: "مخلّص جمركي", other: "غير ذلك" },
  },
  example: (given) => `مثلًا: ${isolate(given)}.`,
};
