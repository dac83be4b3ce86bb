// Asking an operator to present, and what the operator sees, in Spanish. A challenge is part of a "solicitud", and named by it.

import { dateTime } from "./dates.ts";
import type { OperatorsPageWords } from "../operatorsPageWords.ts";

export const spanishOperatorsPagePresenting: Pick<OperatorsPageWords, "presentation" | "handIn"> = {
  presentation: {
    start: "Crear una solicitud",
    startHint: "La solicitud vale cinco minutos y para una sola respuesta.",
    scan: "Haga que el operador escanee este código, o envíele el enlace.",
    picture: "Código QR con el enlace para el operador",
    link: "Enlace para el operador",
    copyLink: "Copiar el enlace",
    copied: "Copiado",
    challenge: "Código de la solicitud",
    audience: "Quién lo pide",
    command: "Para operadores que usan la línea de comandos",
    commandHint: "Esto firma en el equipo del propio operador y entrega enseguida.",
    goodUntil: (time) => `Se admite respuesta hasta el ${dateTime(time)}.`,
    waiting: "A la espera de la respuesta del operador. Aparecerá aquí cuando llegue.",
    ended: "La solicitud terminó sin respuesta",
    endedTodo: "Cree una solicitud nueva. No se entregó nada a tiempo, o la respuesta se recogió en otra página.",
    another: "Crear una solicitud nueva",
    paste: "O pegue lo que le dio el operador",
    pasteHint: "Una presentación firmada: un solo texto largo. Cuenta una sola vez.",
    chooseFile: "Elegir su archivo",
    judge: "Verificar la presentación",
    empty: "Pegue primero la presentación del operador.",
    arrived: "Ha llegado la respuesta del operador.",
    held: {
      headline: ({ type, issuer }) => `Presentado por su titular. Documento auténtico: ${type.one}, emitido por ${issuer}`,
      means: "Quien tiene la clave de este certificado firmó su solicitud, aquí y ahora. El certificado es exactamente lo que firmó su emisor; el emisor estaba habilitado para emitirlo, y sigue vigente.",
      todo: "Compare lo que figura abajo, como su número y el número de operador, con los papeles del operador. Lo que dice el certificado sigue siendo la palabra de su emisor.",
    },
    holder: "Presentado por",
    credential: (number, of) => (of === 1 ? "El certificado" : `Certificado ${number} de ${of}`),
  },
  handIn: {
    title: "Le piden que presente su certificado",
    lead: "Firme su certificado con su propia clave para quien lo pide, y entréguelo aquí. Se examina una sola vez y se muestra a quien lo pidió; el texto mismo no se conserva.",
    asks: "Pedido en la dirección",
    otherPlace: "La solicitud nombra un lugar distinto de la página en la que usted está. No entregue nada si no conoce los dos.",
    careful: "Cualquiera puede hacer aquí una solicitud en nombre de esta dirección: lo que usted revele se muestra a quien la hizo. Entregue solo lo que firmó para esta misma solicitud, y solo si sabe quién le dio este enlace.",
    label: "Su presentación firmada",
    send: "Entregar",
    sent: { means: "Entregado.", todo: "Quien lo pidió ya ve la respuesta. Puede cerrar esta página." },
    gone: { means: "Ya no se espera nada para esta solicitud.", todo: "Ha terminado, o alguien ya entregó algo. Pida un enlace nuevo." },
    badLink: { means: "Este enlace no está completo.", todo: "Escanee el código de nuevo, o pida otra vez el enlace." },
    back: "Volver a la consulta de operadores",
  },
};
