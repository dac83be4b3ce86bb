// Signing in, in Portuguese.

import type { SignInWords } from "../signInWords.ts";
import { dateTime } from "./dates.ts";

export const portugueseSignIn: SignInWords = {
  title: "Entrar",
  lead: "Com a chave de API que o operador deste serviço lhe deu. Para verificar documentos não é preciso chave.",
  key: "Chave de API",
  keyHint: "Começa por tradeseal_. Só é enviada a este serviço, e é esquecida quando sair desta página ou a carregar de novo.",
  keep: "Guardá-la até esta página ser fechada",
  keepHint: "Marque isto apenas num dispositivo que seja só seu.",
  signIn: "Entrar",
  signingIn: "Consulta ao serviço…",
  signOut: "Sair",
  missing: "Escreva a sua chave de API.",
  signedOut: "A sessão foi encerrada.",
  ended: "A sessão foi encerrada.",
  failed: "Não foi possível entrar.",
  why: {
    key_unknown: { means: "Esta chave de API não é conhecida aqui.", todo: "Verifique se foi copiada por inteiro e se é uma chave deste serviço." },
    key_expired: { means: "Esta chave de API expirou.", todo: "Peça uma nova ao operador deste serviço. O que foi admitido com a antiga permanece como está." },
    key_revoked: { means: "Esta chave de API foi retirada.", todo: "Pergunte o motivo ao operador deste serviço, e peça-lhe uma nova. O que foi admitido com a antiga permanece como está." },
    key_missing: { means: "A chave de API não chegou.", todo: "Entre de novo. Se voltar a acontecer, algo no caminho até ao serviço retira a chave: avise o operador." },
  },
  signedIn: (name) => `As suas declarações são em nome de ${name}`,
  scopes: { issue: "emitir", accredit: "habilitar", read: "ler" },
  mayDo: (scopes) => `Esta chave permite: ${scopes.join(", ")}.`,
  expires: (when) => `Expira em ${dateTime(when)}.`,
  kept: "A chave fica guardada até esta página ser fechada.",
  notKept: "A chave é esquecida quando sair desta página ou a carregar de novo.",
};
