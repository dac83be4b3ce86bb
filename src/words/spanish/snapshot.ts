// Spanish without a network.

import type { SnapshotWords } from "../snapshotWords.ts";

export const spanishSnapshot: SnapshotWords = {
  heading: "Verificado sin red",
  asOf: (when) => `Este dispositivo conoce la situación al ${when}. Lo que ha ocurrido desde entonces no se sabe.`,
  claimed: "Nombra como emisor a:",
  facts: {
    fits_seal: () => "Con certeza: el archivo es aquel para el que se hizo su sello. Eso no demuestra quién hizo el sello.",
    signed: ({ issuer }) => `Con certeza: una clave que entonces era de ${issuer} firmó exactamente lo que se muestra.`,
    key_unknown: ({ issuer }) => `La clave con la que se firmó no figuraba entonces entre las de ${issuer}. Puede ser más reciente, o de un falsificador.`,
    accredited_then: ({ issuer, type }) => `Según lo que se sabía entonces, ${issuer} tenía derecho a emitir ${type.many}.`,
    not_accredited_then: ({ issuer, type }) => `Según lo que se sabía entonces, ninguna autoridad en la que confía este verificador avalaba a ${issuer} para ${type.many}.`,
    unknown_then: () => "No se sabe si el emisor estaba habilitado entonces: este dispositivo no conoce a todos los emisores.",
    nothing_said_then: () => "Según lo que se sabía entonces, nadie había declarado nada en contra del documento.",
    spoken_then: () => "Según lo que se sabía entonces, se había declarado algo sobre la situación del documento: puede haber sido retirado. No lo acepte sin consultar el registro.",
    spoken_unknown_then: () => "No se sabe si se había declarado algo en contra del documento: este dispositivo no contiene todas las declaraciones.",
  },
  notKnown: "No se sabe si el registro contiene su inscripción, ni si está vigente hoy. Verifique de nuevo con red antes de confiar en él.",
  ready: (when) => `Esta página también se abre sin red, y conoce la situación al ${when}.`,
};
