// Signing in, in Spanish.

import type { SignInWords } from "../signInWords.ts";

export const spanishSignIn: SignInWords = {
  title: "Iniciar sesión",
  lead: "Con una clave de API de este servicio. Se la da quien lo opera.",
  key: "Clave de API",
  keyHint: "Se envía solo a este servicio, y se olvida cuando usted sale de esta página o la recarga.",
  keep: "Conservarla hasta que se cierre esta pestaña",
  keepHint: "Márquelo solo en un dispositivo que sea únicamente suyo.",
  signIn: "Iniciar sesión",
  signingIn: "Consultando el servicio …",
  signOut: "Cerrar sesión",
  empty: "Introduzca la clave de API.",
  signedIn: (name) => `Usted habla en nombre de ${name}`,
  scopes: { issue: "emitir", accredit: "acreditar", read: "leer" },
  mayDo: (scopes) => `Esta clave permite: ${scopes.join(", ")}.`,
  kept: "La clave se conserva hasta que se cierre esta pestaña.",
  notKept: "La clave se olvida cuando usted sale de esta página o la recarga.",
  signedOut: "La sesión está cerrada.",
};
