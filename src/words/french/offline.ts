// French for judging without a network.

import type { OfflineWords } from "../offlineWords.ts";
import { dateTime } from "./dates.ts";
import { standingReasons, standings } from "./standings.ts";

export const frenchOffline: OfflineWords = {
  nothingProven: "Personne n’a été interrogé, et la preuve ne prouve rien.",
  anchored: ({ number, time }) => `Établi à la date du bloc ${number}, ${dateTime(time)} : le registre contenait l’inscription de ce document par son émetteur.`,
  notFinal: ({ number }) => `Selon l’auteur de la preuve, le bloc ${number} n’était pas définitif : une réorganisation a pu le faire disparaître.`,
  absent: ({ number, time }) => `Établi à la date du bloc ${number}, ${dateTime(time)} : le registre ne contenait pas cette inscription. Elle a pu être faite plus tard.`,
  nothingSaid: "À ce bloc, son émetteur n’avait rien déclaré contre lui.",
  lastSaid: ({ standing, reason }, time) => `À ce bloc, la dernière déclaration de son émetteur était « ${standings[standing]} », depuis le ${dateTime(time)} (motif : ${standingReasons[reason]}).`,
  takenBack: "Ne l’acceptez pas, sauf si le registre lui-même dit le contraire.",
  standingUnproven: "Ce que son émetteur en avait déclaré à ce bloc n’est pas dans la preuve.",
  unknown: "Impossible à savoir sans réseau : si l’émetteur était habilité, et si le document est en vigueur aujourd’hui.",
  trust: ({ hash }) => `Tout cela suppose que ${hash} soit bien un bloc de ce registre : obtenez cette valeur de quelqu’un en qui vous avez confiance, jamais de celui qui vous a donné le document.`,
};
