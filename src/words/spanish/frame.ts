// Spanish around every page.

import type { FrameWords } from "../frameWords.ts";

export const spanishFrame: FrameWords = {
  skip: "Ir al contenido de la página",
  navigation: "Páginas",
  language: "Idioma",
  pages: { check: "Verificar", operators: "Operadores", issuer: "Emitir", trust: "Confianza" },
};
