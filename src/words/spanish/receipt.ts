// Receipts in Spanish.

import type { ReceiptWords } from "../receiptWords.ts";

export const spanishReceipt: ReceiptWords = {
  keep: "Conservar una prueba de esta verificación",
  keepMeans: "Este servicio verifica una vez más y firma lo que constata. El recibo contiene la huella, nunca el documento.",
  keeping: "Verificando y firmando",
  kept: (number) => `Recibo ${number}`,
  keptMeans: "Guárdelo con el documento. Cualquiera puede verificarlo aquí, también dentro de muchos años. En unos minutos pasa a ser definitivo en el registro.",
  file: "Recibo como archivo",
  sheet: "Recibo para imprimir",

  title: "Recibo de verificación",
  number: "Número del recibo",
  checkedBy: "Verificado por",
  checkedAt: "Verificado el",
  digest: "Huella del documento (SHA-256)",
  documentType: "Tipo de documento",
  documentIssuer: "Emisor del documento",
  anchoredAt: "En el registro desde el",
  block: "Leído en el bloque",
  noBlock: "El registro no respondió",
  believed: "Autoridades en las que confiaba el verificador",
  believedNobody: "Ninguna",
  found: "Resultado",
  findings: "Qué se verificó",
  notToday: "Esta hoja trata del archivo cuya huella figura arriba, y puede acompañar a cualquier otro papel. Esta hoja dice lo que se constató en el momento indicado arriba, no cuál es hoy la situación del documento. Para saberlo, verifique el documento mismo, o el archivo de este recibo. El código solo dice si esta hoja es verdadera.",
  code: "Verifique este recibo",
  checkHow: "Escanee este código con un verificador cuya dirección conozca. Debe mostrar este número, esta fecha y este resultado.",
  sheetOf: (at, of) => `Hoja ${at} de ${of}`,

  about: "Lo que este recibo dice de su documento",
  said: (label, when) => `El recibo dice: «${label}», al verificarse el ${when}.`,
  then: (label, when) => `Situación al ${when}, juzgada de nuevo según lo que el registro dice hoy: «${label}».`,
  thenUnknown: "La situación en ese momento no se puede juzgar de nuevo: la verificación no había podido acceder al registro.",
  now: (label) => `Situación del documento hoy: «${label}».`,
  differs: "El recibo y el registro no coinciden acerca de ese momento. Una declaración posterior lo cambia, o este verificador confía en otras autoridades.",
};
