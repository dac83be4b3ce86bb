// The six verdicts in French. Participles agree with "document", since the type's name may be of either gender.

import { date } from "./dates.ts";
import type { HeadlineParts, Words } from "../words.ts";

export const frenchVerdicts: Words["verdicts"] = {
  authentic: {
    label: "Authentique",
    headline: ({ type, issuer, recognition }) => `Document authentique : ${type.one}${issuer === "" ? "" : `, émis par ${issuer}`}${recognition === null ? "" : `, reconnu par ${recognition.by} depuis le ${date(recognition.since)}`}`,
    means: "Ce sont exactement les octets qui ont été émis. L’émetteur était habilité à les émettre, et le document est toujours en vigueur.",
    todo: "Vous savez qui a émis ce fichier et qu’il n’a pas été modifié : aucune autre démarche n’est nécessaire pour cela. L’exactitude du contenu, elle, repose toujours sur la parole de l’émetteur.",
    issuer: "Émis par",
  },
  altered: {
    label: "Altéré",
    headline: ({ reason }) => (reason === "signature_invalid" || reason === "key_not_in_did" ? "L’émetteur n’a pas signé ceci" : reason === "path_broken" ? "Le sceau ne correspond pas à ce document" : "Ce n’est pas le document qui a été scellé"),
    means: "Il est accompagné d’un sceau qui ne lui correspond pas.",
    todo: "Ne vous fiez pas à ce fichier. Demandez l’original à l’expéditeur.",
    issuer: "Émetteur nommé par le sceau",
    aboutFindings: "Les autres réponses concernent le document qui a été scellé, et non ce fichier.",
  },
  not_found: {
    label: "Aucune inscription",
    headline: () => "Aucune inscription de ce document",
    means: "Le registre ne contient aucune inscription de ces octets.",
    todo: "Demandez le fichier original à l’expéditeur, ou demandez à l’émetteur s’il a été scellé.",
    issuer: "Émetteur",
  },
  undetermined: {
    label: "Pas encore de réponse",
    headline: ({ reason }) => (reason === "ledger_unknown" ? "Le sceau appartient à un autre registre" : "Impossible à déterminer pour l’instant"),
    means: "Un élément nécessaire n’a pas répondu, ou n’est pas encore définitif. Ce n’est ni un oui ni un non.",
    todo: "Vérifiez de nouveau dans quelques minutes.",
    issuer: "Émetteur, non confirmé",
  },
  not_entitled: {
    label: "Émetteur non reconnu",
    headline: notEntitled,
    means: "Le fichier est bien celui que son émetteur a scellé, mais aucune autorité à laquelle ce vérificateur fait confiance ne se porte garante de cet émetteur pour ce type de document.",
    todo: "Avant de vous fier au document, cherchez par un autre moyen qui est l’émetteur.",
    issuer: "Scellé par",
  },
  no_longer_valid: {
    label: "N’est plus valable",
    headline: noLongerValid,
    means: "Il était authentique lors de son émission, mais il n’est plus en vigueur.",
    todo: "Ne l’acceptez pas tel quel. Adressez-vous à l’émetteur.",
    issuer: "Émis par",
  },
};

function notEntitled({ reason, type }: HeadlineParts): string {
  switch (reason) {
    case "accreditation_withdrawn":
      return "L’accréditation de l’émetteur avait été retirée";
    case "accreditation_expired":
      return "L’accréditation de l’émetteur avait pris fin";
    case "accreditation_not_yet_valid":
      return "L’émetteur n’était pas encore accrédité";
    case "compromised":
      return "Scellé avec des clés déclarées volées";
    case "issuer_deactivated":
      return "Scellé après que l’émetteur a clos son identité";
    case "other_type":
      return `Autre type de document : ${type.one}`;
    default:
      return "Émetteur non reconnu";
  }
}

const CHANGES = { suspended: "suspendu", revoked: "révoqué", replaced: "remplacé par un autre document" } as const;

function noLongerValid({ standing, reason }: HeadlineParts): string {
  if (reason === "expired") return "Document authentique, mais sa période de validité est terminée";
  if (reason === "not_yet_valid") return "Document authentique, mais sa période de validité n’a pas commencé";
  // A status list may say so where the ledger has no word of it.
  if ((reason === "revoked" || reason === "suspended") && standing?.standing !== reason) return `Document authentique, mais ${CHANGES[reason]}`;
  if (reason === "recognition_ended" || standing === null || standing.standing === "active") return "Document authentique, mais son émetteur n’est plus reconnu";
  // "Remplacé par X" would name the one who did it as the replacement.
  const by = standing.by === null ? "" : ` (déclaré par ${standing.by})`;
  const since = standing.since === null ? "" : ` depuis le ${date(standing.since)}`;
  return `Document authentique, mais ${CHANGES[standing.standing]}${since}${by}`;
}
