// The administrator's part of the page of trust, in Spanish.

import type { GrantConsequence, GrantConsoleWords, WithdrawalConsequence } from "../grantConsoleWords.ts";
import { dateTime } from "./dates.ts";

export const spanishGrantConsole: GrantConsoleWords = {
  title: "Acreditar, reconocer, retirar",
  lead: "Para autoridades. Lo que usted declare aquí se inscribe en el registro en su nombre, y todos pueden leerlo.",
  scopeMissing: "Esta clave no permite acreditar. Pida al operador de este servicio una con el alcance «accredit».",
  accredit: "Acreditar a alguien",
  accreditTitle: "Acreditar",
  accreditLead: "Usted declara en el registro que alguien puede emitir documentos de un tipo.",
  recognise: "Reconocer un programa OEA",
  recogniseTitle: "Reconocer un programa OEA",
  recogniseLead: "Usted declara en el registro que reconoce los certificados OEA de una administración de aduanas asociada.",
  withdraw: "Retirar",
  renew: "Renovar",
  withdrawNamed: (grantee, type) => `Retirar la acreditación de ${grantee}: ${type}`,
  renewNamed: (grantee, type) => `Renovar la acreditación de ${grantee}: ${type}`,
  withdrawTitle: (grantee) => `Retirar la acreditación de ${grantee}`,
  fields: {
    known: "A quién",
    somebodyElse: "A otro",
    grantee: "Identidad (DID o dirección)",
    granteeHint: "did:ethr:0x…:0x… o 0x y 40 caracteres. Pídala al acreditado por una vía que usted ya sepa que es suya.",
    name: "Nombre legal",
    nameHint: "Tal como deben leerlo los verificadores. Queda en el registro para siempre. Nunca el nombre de una persona física.",
    type: "Tipo de documento",
    otherType: "Otro tipo (por su código)",
    typeCode: "Código del tipo",
    from: "Desde (UTC)",
    fromHint: "Si lo deja vacío, desde ahora. Puede estar en el pasado.",
    until: "Hasta (UTC)",
    untilHint: "Ese momento ya no está incluido. Si lo deja vacío, sin término.",
    mayPassOn: "El acreditado puede transmitirla",
    mayPassOnHint: "Entonces puede acreditar para este tipo a otros, que usted no elige.",
    effective: "Retirada a partir de (UTC)",
    effectiveHint: "Si lo deja vacío, desde ahora. Puede estar en el pasado o en el futuro.",
    compromised: "Las claves del acreditado fueron robadas",
    compromisedHint: "Entonces no cuenta nada de lo que se diga con esas claves desde ese momento: ningún documento, ninguna revocación, ninguna acreditación. Lo emitido antes sigue vigente. En caso de duda, elija el momento anterior. Para que vuelva a contar, acredite de nuevo más tarde.",
  },
  flaws: {
    grantee: "Introduzca un did:ethr de este registro, o una dirección: 0x y 40 caracteres, del 0 al 9 y de «a» a «f».",
    own: "Es usted. Nadie se acredita a sí mismo.",
    type: "Un tipo tiene de 1 a 8 letras mayúsculas o cifras, por ejemplo 861 o AEO.",
    name: "Introduzca el nombre legal, de 200 bytes como máximo.",
    from: "Esto no es un momento. Introduzca día y hora.",
    until: "Esto no es un momento. Introduzca día y hora.",
    order: "Terminaría antes de comenzar. Elija un final posterior.",
  },
  goOn: "Continuar",
  back: "Modificar",
  cancel: "Cancelar",
  confirmTitle: "Qué consecuencias tiene",
  send: "Declararlo en el registro",
  sendWithdrawal: "Retirar",
  sending: "Enviando …",
  sendAgain: "Enviar de nuevo",
  sendAgainHint: "Nada se declara dos veces: el servicio reconoce esta solicitud.",
  isClosed: "Cerrar",
  grantConsequences,
  recognitionConsequences,
  withdrawalConsequences,
  lookAlike: {
    title: "Estos dos nombres pueden confundirse",
    asked: "Usted va a acreditar a",
    other: "Ya conocido",
    mixed: "Una palabra de este nombre mezcla letras de alfabetos distintos, así que puede parecer un nombre que no es.",
    answerFor: "Los dos nombres son honestos. Respondo de ello, y queda en el diario de este servicio.",
    todo: "Compare los identificadores. Si el nombre es un error, vuelva atrás y cámbielo.",
  },
  said: {
    title: "Lo que usted ha declarado",
    caption: "Sus acreditaciones y retiradas, las más recientes primero",
    none: "Usted todavía no ha declarado nada. Empiece por acreditar a alguien.",
    what: "Declaración",
    state: "Hasta dónde ha llegado",
    ledgerSays: "El registro dice ahora",
    act: "Modificar",
    older: "Mostrar anteriores",
    kinds: { grant: "Acreditación", withdrawal: "Retirada" },
    compromised: "claves declaradas robadas",
    states: { batched: "Guardada; de camino al registro", sent: "Enviada al registro", included: "En el registro, todavía no definitiva", final: "Definitiva" },
    words: { granted: "Otorgada", withdrawn: "Retirada", compromised: "Claves declaradas robadas", nothing: "Nada sobre este momento", silent: "El registro no respondió" },
    alreadySaid: "La última declaración del registro ya era esta, así que no se inscribe por segunda vez.",
    saidAnew: "Usted ya lo había declarado, pero no contó. Se declara de nuevo.",
    withoutCredential: "Ninguna credencial firmada lleva esta acreditación: su clave no está aquí. La acreditación cuenta de todos modos.",
    progress: (kind, grantee, state) => `${kind === "grant" ? "Acreditación" : "Retirada"}, ${grantee}: ${state}.`,
    problem: (text) => `El registro la rechaza por ahora, y se intenta de nuevo: ${text}`,
    notKnown: "No se pudo preguntar por su estado. Está guardada, y sigue su curso automáticamente.",
  },
};

const LASTING = "No se puede borrar. Usted puede retirarla más tarde; ambas declaraciones seguirán siendo legibles.";

function grantConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `Desde que sea definitiva, ${grantor} avala a ${grantee} para ${type.many}, ${period(from, until)}.`,
    `Quien confía en ${grantor} considera entonces que ${grantee} está habilitado para emitir ${type.many}.`,
    mayPassOn ? `${grantee} puede acreditar a otros para ${type.many}, y esos otros también cuentan.` : `${grantee} no puede acreditar a otros.`,
    LASTING,
  ];
}

function recognitionConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `Desde que sea definitivo, ${grantor} reconoce los documentos de ${grantee} (${type.many}), ${period(from, until)}.`,
    `Quien confía en ${grantor} considera entonces que los operadores tienen la condición que les dio ${grantee}, mientras dure este reconocimiento.`,
    mayPassOn ? `Los programas que ${grantee} reconoce a su vez también cuentan.` : `Los programas que ${grantee} reconoce a su vez no cuentan por ello.`,
    "No se puede borrar. Usted puede retirarlo más tarde; ambas declaraciones seguirán siendo legibles.",
  ];
}

function withdrawalConsequences({ grantor, grantee, type, from, isCompromised, isLasting }: WithdrawalConsequence): readonly string[] {
  const when = from === null ? "desde ahora" : `desde el ${dateTime(from)}`;
  const before = isLasting ? `Los documentos de ${grantee} (${type.many}) dejan de estar reconocidos a través de usted, también los emitidos antes.` : `Los documentos sellados antes de ese momento (${type.many}) quedan como están.`;
  return [
    `Desde que esté en el registro, ${grantor} deja de avalar a ${grantee} para ${type.many}, ${when}. Una retirada cuenta de inmediato.`,
    before,
    ...(isCompromised ? [`Las claves de ${grantee} se declaran robadas ${when}. Nada de lo que se diga con ellas desde entonces para ${type.many} cuenta: documentos, revocaciones, acreditaciones.`] : []),
    `Aquellos a quienes ${grantee} acreditó solo en virtud de este derecho también lo pierden.`,
    "No se puede borrar. Usted puede acreditar de nuevo más tarde.",
  ];
}

function period(from: string | null, until: string | null): string {
  const begin = from === null ? "desde ahora" : `desde el ${dateTime(from)}`;
  return until === null ? `${begin}, sin término` : `${begin} hasta el ${dateTime(until)}`;
}
