// Portuguese around every page.

import type { FrameWords } from "../frameWords.ts";

export const portugueseFrame: FrameWords = {
  skip: "Ir para o conteúdo da página",
  navigation: "Páginas",
  language: "Idioma",
  pages: { check: "Verificar", operators: "Operadores", issuer: "Emitir", trust: "Confiança" },
};
