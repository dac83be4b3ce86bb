// The officer's desk in Spanish. "Auténtico" and "autorizado" are said of the verdict `authentic` alone. Participles agree with "documento".

import { date, dateTime } from "./dates.ts";
import { spanishCredentialFacts } from "./credentialFacts.ts";
import { spanishIdentifierSchemes } from "./identifierSchemes.ts";
import { spanishOperatorsPagePresenting } from "./operatorsPagePresenting.ts";
import type { DeskParts, OperatorsPageWords } from "../operatorsPageWords.ts";
import { isAboutHolder } from "../signedWords.ts";

export const spanishOperatorsPage: OperatorsPageWords = {
  title: "Consulta de operadores",
  lead: "¿Está autorizado este operador, por quién, y sigue vigente hoy? Cada respuesta se juzga aquí, según las autoridades en las que confía este verificador.",
  viewsLabel: "¿Qué quiere saber?",
  views: {
    operator: { name: "Un operador", title: "Consultar un operador", lead: "Por uno de sus identificadores, entero. Se le informa de aquello para lo que el operador dio su consentimiento." },
    list: { name: "Una lista", title: "Consultar una lista de operadores", lead: "Pegue una columna de una tabla. Las respuestas aparecen a medida que llegan." },
    paper: { name: "Un papel", title: "Buscar un certificado en papel", lead: "Para un certificado de origen sin código: su número, su emisor y un dato más que figure en él." },
    presentation: { name: "Pedir que lo presente", title: "Pedir a un operador que presente su certificado", lead: "El operador firma, aquí y ahora, que el certificado es suyo." },
    recognitions: { name: "Reconocimientos", title: "Quién reconoce a quién", lead: "Una condición cuenta solo mientras una autoridad en la que confía este verificador reconoce a quien la otorgó." },
  },
  headline,
  outcomes: {
    ...{ authentic: "Vigente", altered: "Alterado", not_found: "Sin inscripción", undetermined: "Sin respuesta todavía", not_entitled: "Emisor no reconocido", no_longer_valid: "No vigente" },
    ...{ nothing: "No se puede informar de nada", unknown: "No se sabe", unasked: "No consultado" },
  },
  authorised: {
    means: "El certificado es exactamente lo que firmó su emisor. El emisor estaba habilitado para emitirlo, está reconocido hoy, y el certificado sigue vigente.",
    todo: "Compare el nombre con quien tiene delante, y la autorización con lo que se pide. Cualquiera puede dar el identificador de otro: para saber que el operador está aquí, pídale que presente su certificado.",
  },
  facts: spanishCredentialFacts,
  ask: "Consultar",
  asking: "Consultando",
  stop: "Detener",
  again: "Consultar de nuevo",
  noAnswer: "Sin respuesta",

  identifier: "Identificador",
  identifierHint: "TIN, EORI, LEI, número de empresa, DID u otro. No importan los espacios, los puntos ni los guiones.",
  identifierMissing: "Escriba un identificador de 1 a 500 caracteres.",
  scheme: "Clase de identificador",
  anyScheme: "Cualquier clase",
  schemes: spanishIdentifierSchemes,
  found: { here: "Este servicio", partner: "El servicio de una autoridad socia; juzgado aquí" },
  foundTerm: "Informado por",
  nothingTitle: "Aquí no se conoce nada, o no se puede informar a nadie",
  incompleteTitle: "Esta respuesta no está completa",
  incompleteNothing: "No se puede determinar por ahora: no se pudo oír a todas las autoridades",
  answerFor: (identifier) => `Respuesta sobre ${identifier}`,
  asOf: (block, time) => `Leído en el bloque ${block}, ${dateTime(time)}.`,

  key: {
    fold: "Tengo una clave de API",
    hint: "Con ella puede consultar listas largas y, si es una autoridad reconocida, recibe más información.",
  },

  list: {
    label: "Identificadores, uno por línea",
    hint: (limit) => `Una segunda columna puede nombrar la clase, por ejemplo EORI. Sin clave de API, ${limit} líneas como máximo, unas 20 por minuto; con ella, 10\u00a0000.`,
    file: "Elegir un archivo CSV",
    start: "Consultar la lista",
    empty: "Pegue al menos un identificador.",
    tooMany: (count, limit) => `Son ${count} líneas, y de esta forma se pueden consultar ${limit} como máximo. Acorte la lista${limit < 10_000 ? " o introduzca una clave de API" : ""}.`,
    progress: (done, of) => `Respondidas: ${done} de ${of}`,
    pausing: (seconds) => `El servicio admite un número limitado de consultas por minuto. Se continúa en ${seconds} s.`,
    stopped: "Detenido. Las líneas sin respuesta no se consultaron.",
    done: "Todas las líneas tienen respuesta.",
    caption: "Respuestas, línea por línea",
    columns: { line: "Línea", identifier: "Identificador", answer: "Respuesta", operator: "Operador", until: "Hasta", issuer: "Emitido por" },
    filter: "Mostrar",
    filterText: "Buscar en la tabla",
    all: "Todas las respuestas",
    noneFits: "Ninguna línea corresponde. Elija «Todas las respuestas» y vacíe la búsqueda.",
    more: (count) => `Mostrar ${count} más`,
    shown: (count, of) => (count === of ? (count === 1 ? "una línea" : `${count} líneas`) : `${count} de ${of} líneas`),
    download: "Guardar como CSV",
    print: "Imprimir",
    incomplete: "no se pudo oír a todas las autoridades",
    furtherOnes: (count) => (count === 1 ? "y una autorización más" : `y ${count} autorizaciones más`),
  },

  paper: {
    issuer: "Emisor",
    chooseIssuer: "Elija el emisor",
    otherIssuer: "Otro: por su DID",
    issuersUnknown: "No se pudo cargar la lista de emisores. Indique el emisor por su DID.",
    did: "DID del emisor",
    didHint: "did:ethr:… con la cadena incluida, o 0x y 40 caracteres.",
    didWrong: "Esto no es el DID de un emisor. Cópielo entero: did:ethr:0x…:0x y 40 caracteres.",
    number: "Número que figura en el certificado",
    thing: "Un dato más que figura en él",
    things: { exporterName: "Nombre del exportador", consigneeName: "Nombre del destinatario", exporterIdentifier: "Identificador del exportador", invoiceNumber: "Número de factura", transportDocument: "Documento de transporte" },
    value: "Tal como está impreso",
    valueHint: "No importan las mayúsculas, los espacios ni los puntos.",
    missing: "Rellene esto tal como figura en el papel.",
    nothing: {
      headline: "Ningún certificado corresponde",
      means: "Ningún certificado de este emisor corresponde a lo que usted indicó. No se informa de si lo incorrecto es el número o el otro dato, y esto no dice nada sobre papeles emitidos en otro lugar.",
      todo: "Compare el número, el emisor y el otro dato con el papel, letra por letra. Si son correctos, consulte al emisor.",
    },
    holds: {
      headline: ({ type, issuer }) => `Documento inscrito y vigente: ${type.one}, emitido por ${issuer}`,
      means: "El emisor inscribió un certificado con este número, estaba habilitado para ello, y el certificado sigue vigente. Esto se refiere al ejemplar del propio emisor, no a su papel.",
      todo: "Pida al remitente el archivo del certificado y verifíquelo, o pida al emisor que lo compare con usted. Un papel puede llevar un número correcto y decir otra cosa.",
    },
    copy: "Lo que se encontró es una copia fiel del original, y el papel debe decirlo. Un papel con este número que no lo diga es otro certificado, el que se perdió.",
    certificate: (number, day) => `Certificado ${number} del ${date(day)}`,
  },

  ...spanishOperatorsPagePresenting,

  recognitions: {
    whole: "La tabla completa, con los caminos",
    caption: "Reconocimientos de derechos duraderos",
    columns: { recogniser: "Quién reconoce", recognised: "Quién es reconocido", type: "Para", state: "Situación" },
    more: (count) => `Hay ${count} más en la página de reconocimientos.`,
  },

  recent: {
    title: "Verificaciones recientes en este dispositivo",
    remember: "Recordar las verificaciones en este dispositivo",
    rememberHint: "La hora, la clase, los cuatro últimos caracteres y la respuesta; nunca nombres. No lo active en un dispositivo que usan otras personas.",
    none: "Todavía no se recuerda nada. Lo que consulte a partir de ahora aparecerá aquí.",
    caption: "Verificaciones recientes, primero las más nuevas",
    columns: { time: "Hora", kind: "Clase", end: "Termina en", answer: "Respuesta de entonces" },
    clear: "Olvidarlas todas",
    cleared: "Se han olvidado todas.",
    lines: (count) => (count === 1 ? "una línea" : `${count} líneas`),
  },
};

function headline({ verdict, reason, type, issuer, standing, recognition }: DeskParts): string {
  switch (verdict) {
    case "authentic":
      return `Autorizado. Documento auténtico: ${type.one}, emitido por ${issuer}${recognition === null ? "" : `, reconocido por ${recognition.by} desde el ${date(recognition.since)}`}`;
    case "no_longer_valid":
      return `Documento no vigente: ${type.one}, emitido por ${issuer}; ${ending({ reason, standing })}`;
    case "undetermined":
      return "No se puede determinar por ahora";
    case "not_entitled":
      return `Emisor no reconocido: ninguna autoridad en la que confía este verificador avala a ${issuer}`;
    case "altered":
      return isAboutHolder(reason) ? "Nada demuestra que sea el titular quien lo presenta" : "Esto no es lo que firmó el emisor";
    default:
      return "No hay ninguna inscripción";
  }
}

const CHANGES = { suspended: "suspendido", revoked: "revocado", replaced: "sustituido por otro documento" } as const;

function ending({ reason, standing }: Pick<DeskParts, "reason" | "standing">): string {
  if (reason === "recognition_ended") return "su emisor ya no está reconocido";
  if (reason === "expired") return "su período ha terminado";
  if (reason === "not_yet_valid") return "su período todavía no ha comenzado";
  // A status list may say so where the ledger has no word of it.
  if ((reason === "revoked" || reason === "suspended") && standing?.standing !== reason) return CHANGES[reason];
  if (standing === null || standing.standing === "active") return "no está en vigor ahora";
  // "Sustituido por X" would name the one who did it as the replacement.
  const by = standing.by === null ? "" : ` (declarado por ${standing.by})`;
  return `${CHANGES[standing.standing]}${standing.since === null ? "" : ` desde el ${date(standing.since)}`}${by}`;
}
