// Signing in, in Russian.

import type { SignInWords } from "../signInWords.ts";

export const russianSignIn: SignInWords = {
  title: "Вход",
  lead: "С ключом API этого сервиса. Его выдаёт оператор сервиса.",
  key: "Ключ API",
  keyHint: "Он отправляется только этому сервису и забывается, когда вы покидаете эту страницу или загружаете её заново.",
  keep: "Хранить до закрытия этой вкладки",
  keepHint: "Отмечайте это только на устройстве, которым пользуетесь вы один.",
  signIn: "Войти",
  signingIn: "Запрос к сервису …",
  signOut: "Выйти",
  empty: "Введите ключ API.",
  signedIn: (name) => `Вы действуете от имени: ${name}`,
  scopes: { issue: "выдача", accredit: "аккредитация", read: "просмотр" },
  mayDo: (scopes) => `Права этого ключа: ${scopes.join(", ")}.`,
  kept: "Ключ хранится до закрытия этой вкладки.",
  notKept: "Ключ забывается, когда вы покидаете эту страницу или загружаете её заново.",
  signedOut: "Вы вышли.",
};
