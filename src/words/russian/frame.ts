// Russian around every page.

import type { FrameWords } from "../frameWords.ts";

export const russianFrame: FrameWords = {
  skip: "Перейти к содержанию страницы",
  navigation: "Страницы",
  language: "Язык",
  pages: { check: "Проверка", operators: "Операторы", issuer: "Выдача", trust: "Доверие" },
};
