// Signing in, in Spanish.

import type { SignInWords } from "../signInWords.ts";
import { dateTime } from "./dates.ts";

export const spanishSignIn: SignInWords = {
  title: "Iniciar sesión",
  lead: "Con la clave de API que le dio el operador de este servicio. Para verificar documentos no hace falta.",
  key: "Clave de API",
  keyHint: "Comienza por tradeseal_. Se envía solo a este servicio, y se olvida cuando usted sale de esta página o la recarga.",
  keep: "Conservarla hasta que se cierre esta pestaña",
  keepHint: "Márquelo solo en un dispositivo que sea únicamente suyo.",
  signIn: "Iniciar sesión",
  signingIn: "Consultando el servicio …",
  signOut: "Cerrar sesión",
  missing: "Introduzca su clave de API.",
  signedOut: "La sesión está cerrada.",
  ended: "La sesión se ha cerrado.",
  failed: "No se pudo iniciar la sesión.",
  why: {
    key_unknown: { means: "Esta clave de API no se conoce aquí.", todo: "Compruebe que se copió entera y que es una clave de este servicio." },
    key_expired: { means: "Esta clave de API ha caducado.", todo: "Pida una nueva al operador de este servicio. Lo que se aceptó con la anterior queda como está." },
    key_revoked: { means: "Esta clave de API fue retirada.", todo: "Pregunte el motivo al operador de este servicio y pídale una nueva. Lo que se aceptó con la anterior queda como está." },
    key_missing: { means: "La clave de API no llegó.", todo: "Inicie sesión de nuevo. Si se repite, algo entre usted y el servicio elimina la clave: avise al operador." },
  },
  signedIn: (name) => `Usted habla en nombre de ${name}`,
  scopes: { issue: "emitir", accredit: "acreditar", read: "leer" },
  mayDo: (scopes) => `Esta clave permite: ${scopes.join(", ")}.`,
  expires: (when) => `Caduca el ${dateTime(when)}.`,
  kept: "La clave se conserva hasta que se cierre esta pestaña.",
  notKept: "La clave se olvida cuando usted sale de esta página o la recarga.",
};
