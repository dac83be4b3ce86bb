// Signing in, in Portuguese.

import type { SignInWords } from "../signInWords.ts";

export const portugueseSignIn: SignInWords = {
  title: "Entrar",
  lead: "Com uma chave de API deste serviço. Quem a entrega é o operador do serviço.",
  key: "Chave de API",
  keyHint: "Só é enviada a este serviço, e é esquecida quando sair desta página ou a carregar de novo.",
  keep: "Guardá-la até esta página ser fechada",
  keepHint: "Marque isto apenas num dispositivo que seja só seu.",
  signIn: "Entrar",
  signingIn: "Consulta ao serviço…",
  signOut: "Sair",
  empty: "Escreva a chave de API.",
  signedIn: (name) => `As suas declarações são em nome de ${name}`,
  scopes: { issue: "emitir", accredit: "habilitar", read: "ler" },
  mayDo: (scopes) => `Esta chave permite: ${scopes.join(", ")}.`,
  kept: "A chave fica guardada até esta página ser fechada.",
  notKept: "A chave é esquecida quando sair desta página ou a carregar de novo.",
  signedOut: "A sessão foi encerrada.",
};
