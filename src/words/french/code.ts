// Codes on paper, in French.

import type { CodeWords } from "../codeWords.ts";

export const frenchCode: CodeWords = {
  title: "Vérifier le code d’un document papier",
  lead: "Le code contient ce que l’émetteur a signé au sujet de ce document papier. Comparez-le avec ce qui est imprimé.",
  number: "Numéro",
  date: "Date d’émission",
  parties: "Noms figurant sur le papier",
  documentType: "Type de document",
  issuer: "Émetteur",
  notChecked: "Pas encore vérifié : pour l’instant, ce n’est que ce que dit le code.",
  asking: "Interrogation du registre",
  signed: "Ce que l’émetteur a signé",
  unsigned: "Ce que dit le code",
  unsignedMeans: "Personne ne l’a confirmé. Ne comparez pas le papier avec cela.",
  authentic: ({ type, issuer }) => ({
    headline: `Code authentique d’un document émis par ${issuer} : ${type.one}`,
    means: "L’émetteur a signé ce qui est affiché ci-dessous, il y était habilité, et le document est toujours en vigueur. Votre papier est-il bien ce document ? Personne d’autre que vous ne peut le voir.",
    todo: "Comparez avec le papier : le numéro, la date et les noms doivent y figurer lettre pour lettre. Si quelque chose diffère, ce n’est pas le document qui a été émis.",
  }),
  receipt: ({ issuer }) => ({
    headline: `Récépissé d’une vérification antérieure, signé par ${issuer}`,
    means: "Le code est celui d’un récépissé : son signataire était habilité à le signer et ne l’a pas retiré. Il dit ce qui a été constaté le jour de la vérification, et rien de ce qui a suivi.",
    todo: "Comparez avec la feuille le numéro, la date et le résultat. Pour savoir quelle est la situation du document aujourd’hui, vérifiez le document lui-même, ou le fichier du récépissé.",
  }),
  aboutReceipt: "Ce code concerne un récépissé. Il ne dit pas quelle est la situation du document aujourd’hui.",
  foundThen: (label) => `« ${label} », ce jour-là`,
  copied: "Un code peut être copié sur un autre papier, avec tout ce qui l’entoure. Il fait foi de ce qu’il dit, et non du papier sur lequel il est imprimé.",
  ownVerifier: (host) => `Êtes-vous ici à cause d’un code ou d’un lien ? Ouvrez alors le vérificateur que vous connaissez en tapant son adresse, et scannez-y le code. Vous êtes sur ${host}.`,
  none: "L’adresse de cette page ne contient aucun code.",
  noneTodo: "Scannez le code imprimé sur le papier, ou vérifiez le fichier du document.",
  noCode: "Ce n’est pas un code Tradeseal.",
  scan: "Scanner un code ou vérifier un fichier",
};
