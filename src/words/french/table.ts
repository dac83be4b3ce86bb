// French: plain words, short sentences, the polite form; inserted names need no agreement.

import { date, dateTime } from "./dates.ts";
import { frenchFaults } from "./faults.ts";
import { frenchFrame } from "./frame.ts";
import { frenchPage } from "./page.ts";
import { frenchReasons } from "./reasons.ts";
import { frenchReceipt } from "./receipt.ts";
import { frenchSigned } from "./signed.ts";
import { frenchSnapshot } from "./snapshot.ts";
import { standingReasons, standings, standingWarnings } from "./standings.ts";
import { frenchVerdicts } from "./verdicts.ts";
import type { GrantParts, StandingParts, Words } from "../words.ts";

const UNSAYABLE = "Impossible à dire pour l’instant.";

/** The French table. */
export const french: Words = {
  language: "fr",
  verdicts: frenchVerdicts,
  outcomes: { passed: "Oui", failed: "Non", unknown: "Inconnu" },
  checks: {
    integrity: {
      question: "Le fichier correspond-il à son sceau ?",
      passed: "C’est le fichier scellé, bit pour bit.",
      moot: { answer: "Aucun sceau fourni", because: "Le registre a donc été consulté pour exactement ces octets." },
      failed: "Le fichier et le sceau ne vont pas ensemble.",
      unknown: "La comparaison n’a pas pu être faite.",
    },
    identified: {
      question: "Seul l’émetteur a-t-il pu l’inscrire ?",
      passed: "Le registre n’accepte une inscription que de l’émetteur ou de quelqu’un que l’émetteur a désigné.",
      moot: { answer: "Aucune inscription à examiner", because: "S’il y en avait une, seul l’émetteur ou quelqu’un qu’il a désigné aurait pu la faire." },
      failed: "Ce n’est pas l’émetteur qui a signé.",
      unknown: "Il n’a pas été possible de savoir qui a signé.",
    },
    anchored: {
      question: "Est-il inscrit au registre ?",
      passed: "L’inscription est là, et elle est définitive.",
      failed: "Cette inscription n’existe pas.",
      unknown: UNSAYABLE,
    },
    entitled: {
      question: "L’émetteur était-il habilité à l’émettre ?",
      passed: "Une autorité à laquelle ce vérificateur fait confiance se portait garante de l’émetteur quand le document a été scellé.",
      failed: "Rien ne le montre.",
      unknown: UNSAYABLE,
    },
    current: {
      question: "Est-il toujours en vigueur ?",
      passed: "Aucun de ceux qui en ont le droit ne l’a retiré.",
      failed: "Plus maintenant.",
      unknown: UNSAYABLE,
    },
    held: {
      question: "Le titulaire a-t-il signé pour cette demande précise, et pour ce vérificateur précis ?",
      passed: "Oui : avec une clé de celui dont parlent les attestations.",
      failed: "Rien ne montre que c’est le titulaire qui la présente.",
      unknown: "La clé du titulaire n’a pas pu être lue.",
    },
  },
  reasons: frenchReasons,
  standings,
  standingReasons,
  standingWarnings,
  documentTypes: {
    "861": { one: "certificat d’origine", many: "certificats d’origine" },
    "380": { one: "facture commerciale", many: "factures commerciales" },
    "705": { one: "connaissement", many: "connaissements" },
    "851": { one: "certificat phytosanitaire", many: "certificats phytosanitaires" },
    AEO: { one: "certificat OEA", many: "certificats OEA" },
    TOI: { one: "identifiant d’opérateur de transport", many: "identifiants d’opérateur de transport" },
    ACR: { one: "accréditation", many: "accréditations" },
    RCT: { one: "récépissé", many: "récépissés" },
  },
  unnamedType: (documentType) => ({ one: `document de type ${documentType}`, many: `documents de type ${documentType}` }),
  anyDocument: { one: "document", many: "documents" },
  faults: frenchFaults,
  date,
  dateTime,
  standing,
  replacement: (digest) => `L’empreinte du document qui le remplace est ${digest}.`,
  replaced: (since) => `Ce document en a remplacé un précédent le ${date(since)}.`,
  predecessor: (digest) => `L’empreinte du document précédent est ${digest}.`,
  grant,
  recognition,
  alsoVouching: (names) => `${names.length === 1 ? "Une autre autorité à laquelle ce vérificateur fait confiance mène" : "D’autres autorités auxquelles ce vérificateur fait confiance mènent"} aussi à l’émetteur : ${names.join(" ; ")}.`,
  asAt: (when, sentence) => `Au ${dateTime(when)} : ${sentence}`,
  asAtOnly: (when) => `Vous avez demandé la situation au ${dateTime(when)}. La réponse repose sur ce que le registre dit aujourd’hui de ce moment, et ne dit rien d’aucun moment ultérieur.`,
  authenticThen: {
    means: "Ce sont exactement les octets qui ont été émis. L’émetteur était habilité à les émettre, et le document était en vigueur à ce moment-là.",
    todo: "S’il importe de savoir si le document est en vigueur aujourd’hui, vérifiez-le de nouveau sans indiquer de moment passé.",
  },
  notAnchoredThen: {
    means: "À ce moment-là, le registre ne contenait aucune inscription de ces octets.",
    todo: "Si le document a pu être scellé plus tard, vérifiez-le de nouveau pour un moment ultérieur, ou sans indiquer de moment.",
  },
  currentThen: {
    question: "Était-il en vigueur à ce moment-là ?",
    passed: "À ce moment-là, aucun de ceux qui en ont le droit ne l’avait retiré.",
    failed: "Pas à ce moment-là.",
    unknown: UNSAYABLE,
  },
  trustRoot: (name, { many }) => `Ce vérificateur fait confiance à ${name} pour les ${many}.`,
  likenesses: {
    mixed_script: "Attention : ce nom mêle des lettres d’écritures différentes. Comparez l’identifiant.",
    confusable: "Attention : ce nom ressemble à celui de quelqu’un d’autre. Comparez l’identifiant.",
  },
  noPath: (name, { many }) => `Aucune autorité à laquelle ce vérificateur fait confiance ne mène à ${name} pour les ${many}.`,
  frame: frenchFrame,
  page: frenchPage,
  receipt: frenchReceipt,
  snapshot: frenchSnapshot,
  signed: frenchSigned,
};

function standing({ standing, since, by, reason }: StandingParts): string {
  if (standing === "active" && since === null) return "Il est en vigueur. Personne n’a rien déclaré contre lui.";
  const when = since === null ? "" : ` depuis le ${dateTime(since)}`;
  if (standing === "active") return `Il est de nouveau en vigueur${when}${by === null ? "" : `, rétabli par ${by}`}.`;
  // "Remplacé par X" would name the one who did it as the replacement.
  const who = by === null ? "" : ` (déclaré par ${by})`;
  return `${standings[standing]}${when}${who}. Motif : ${standingReasons[reason]}.`;
}

function recognition({ grantor, grantee, type, from, until }: GrantParts): string {
  const end = until === null ? "" : `, jusqu’au ${date(until)}`;
  return `${grantor} reconnaît ${grantee} pour les ${type.many} depuis le ${date(from)}${end}.`;
}

function grant({ grantor, grantee, type, from, until }: GrantParts): string {
  const end = until === null ? "" : `, jusqu’au ${date(until)}`;
  return `${grantor} accrédite ${grantee} pour les ${type.many} depuis le ${date(from)}${end}.`;
}
