// Codes on paper, in Spanish.

import type { CodeWords } from "../codeWords.ts";

export const spanishCode: CodeWords = {
  title: "Verificar el código de un documento en papel",
  lead: "El código contiene lo que el emisor firmó acerca de este papel. Compárelo con lo que está impreso.",
  number: "Número",
  date: "Fecha de emisión",
  parties: "Nombres que figuran en el papel",
  documentType: "Tipo de documento",
  issuer: "Emisor",
  notChecked: "Todavía sin verificar: por ahora esto es solo lo que dice el código.",
  asking: "Consultando el registro",
  signed: "Lo que firmó el emisor",
  unsigned: "Lo que dice el código",
  unsignedMeans: "Nadie lo ha confirmado. No compare el papel con esto.",
  authentic: ({ type, issuer }) => ({
    headline: `Código auténtico de un documento emitido por ${issuer}: ${type.one}`,
    means: "El emisor firmó lo que se muestra abajo, estaba habilitado para ello, y el documento sigue vigente. Si su papel es realmente ese documento, solo usted puede verlo.",
    todo: "Compare con el papel: el número, la fecha y los nombres deben figurar en él letra por letra. Si algo difiere, no es el documento que se emitió.",
  }),
  receipt: ({ issuer }) => ({
    headline: `Recibo de una verificación anterior, firmado por ${issuer}`,
    means: "El código es el de un recibo: quien lo firmó estaba habilitado para ello y no lo ha retirado. Dice lo que se constató el día de la verificación, y nada posterior.",
    todo: "Compare con la hoja el número, la fecha y el resultado. Para saber cuál es hoy la situación del documento, verifique el documento mismo, o el archivo del recibo.",
  }),
  aboutReceipt: "Este código se refiere a un recibo. No dice cuál es hoy la situación del documento.",
  foundThen: (label) => `«${label}», ese día`,
  copied: "Un código se puede copiar en otro papel junto con todo lo que lo rodea. Da fe de lo que dice, no del papel en el que está impreso.",
  ownVerifier: (host) => `¿Llegó aquí por un código o un enlace? Entonces abra el verificador que usted conoce escribiendo su dirección, y escanee allí el código. Usted está en ${host}.`,
  none: "No hay ningún código en la dirección de esta página.",
  noneTodo: "Escanee el código impreso en el papel, o verifique el archivo del documento.",
  noCode: "Este no es un código de Tradeseal.",
  scan: "Escanear un código o verificar un archivo",
};
