// Credentials, codes and presentations in French, where the words for files would be wrong.

import { isAboutHolder, type SignedWords } from "../signedWords.ts";

export const frenchSigned: SignedWords = {
  checks: {
    integrity: {
      question: "Est-ce exactement ce qui a été signé ?",
      passed: "La signature correspond à chaque lettre.",
      failed: "Le contenu a été modifié, ou quelqu’un d’autre a signé.",
      unknown: "Il n’a pas été possible de le savoir.",
    },
    identified: {
      question: "La signature vient-elle d’une clé de l’émetteur ?",
      passed: "Le registre attribue cette clé à l’émetteur.",
      failed: "Le registre n’attribue pas cette clé à l’émetteur.",
      unknown: "Il n’a pas été possible de savoir à qui appartient la clé.",
    },
  },
  verdicts: {
    authentic: {
      means: "C’est exactement ce que son émetteur a signé. L’émetteur était habilité à l’émettre, et ce qui a été signé est toujours en vigueur.",
      todo: "Vous savez qui l’a émis et que rien n’a été modifié : aucune autre démarche n’est nécessaire pour cela. Comparez ce qui y est dit avec la personne ou la chose que vous avez devant vous. L’exactitude du contenu, elle, repose toujours sur la parole de l’émetteur.",
    },
    altered: {
      headline: ({ reason }) => (isAboutHolder(reason) ? "Rien ne montre que c’est le titulaire qui présente ceci" : "Ce n’est pas ce que l’émetteur a signé"),
      means: "Ceci se donne pour signé, mais la signature ne le confirme pas.",
      issuer: "Inscrit par",
      aboutFindings: "Les autres réponses concernent ce que ceci prétend être.",
    },
    not_found: { headline: () => "Aucune inscription de cette attestation" },
  },
  said: "Ce que l’émetteur a signé",
  claimed: "Ce qui y est affirmé, sans que rien ne montre que quelqu’un l’ait dit",
  certificate: "Type d’attestation",
  holder: "Titulaire",
  holds: "Validité",
  issuerAsClaimed: "Émetteur, d’après l’attestation elle-même",
  format: "Format",
  wrong: "Incorrect",
  unknownType: "d’un type inconnu ici",
  formats: { "vc+jwt": "vc+jwt (modèle de données W3C 2.0)", jwt_vc_json: "jwt_vc_json (modèle de données W3C 1.1)", "dc+sd-jwt": "dc+sd-jwt (SD-JWT : le titulaire peut garder des éléments pour lui)" },
  accreditation: ({ verdict, grantee, grantor, type }) => `${verdict} : accréditation accordée à ${grantee} par ${grantor}, pour émettre des ${type.many}`,
  claimedAccreditation: ({ verdict, grantee, grantor, type }) => `${verdict} : se présente comme une accréditation accordée à ${grantee} par ${grantor}, pour émettre des ${type.many}`,
  period: (from, until) => `${from === null ? "" : `à partir du ${from} `}${until === null ? "jusqu’à nouvel ordre" : `jusqu’au ${until}`}`,
};
