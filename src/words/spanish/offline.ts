// Spanish for judging without a network.

import type { OfflineWords } from "../offlineWords.ts";
import { dateTime } from "./dates.ts";
import { standingReasons, standings } from "./standings.ts";

export const spanishOffline: OfflineWords = {
  nothingProven: "No se consultó a nadie, y la prueba no demuestra nada.",
  anchored: ({ number, time }) => `Comprobado a la fecha del bloque ${number}, ${dateTime(time)}: el registro contenía la inscripción de este documento por su emisor.`,
  notFinal: ({ number }) => `Quien hizo la prueba dice que el bloque ${number} no era definitivo: una reorganización puede haberlo eliminado.`,
  absent: ({ number, time }) => `Comprobado a la fecha del bloque ${number}, ${dateTime(time)}: el registro no contenía esa inscripción. Puede haberse hecho después.`,
  nothingSaid: "Hasta ese bloque, su emisor no había declarado nada en contra.",
  lastSaid: ({ standing, reason }, time) => `Hasta ese bloque, la última declaración de su emisor era «${standings[standing]}», desde el ${dateTime(time)} (motivo: ${standingReasons[reason]}).`,
  takenBack: "No lo acepte, salvo que el propio registro diga otra cosa.",
  standingUnproven: "Lo que su emisor había declarado hasta ese bloque no está en la prueba.",
  unknown: "No se puede saber sin red: si el emisor estaba habilitado, y si el documento está vigente hoy.",
  trust: ({ hash }) => `Todo esto depende de que ${hash} sea un bloque de este registro: obtenga ese valor de alguien en quien confíe, nunca de quien le dio el documento.`,
};
