// French around every page.

import type { FrameWords } from "../frameWords.ts";

export const frenchFrame: FrameWords = {
  skip: "Aller au contenu de la page",
  navigation: "Pages",
  language: "Langue",
  pages: { check: "Vérifier", operators: "Opérateurs", issuer: "Émettre", trust: "Confiance" },
};
