// French without a network.

import type { SnapshotWords } from "../snapshotWords.ts";

export const frenchSnapshot: SnapshotWords = {
  heading: "Vérifié sans réseau",
  asOf: (when) => `Cet appareil connaît la situation au ${when}. Ce qui s’est passé depuis n’est pas connu.`,
  claimed: "Il désigne comme émetteur :",
  facts: {
    fits_seal: () => "Certain : le fichier est celui pour lequel son sceau a été fait. Cela ne montre pas qui a fait le sceau.",
    signed: ({ issuer }) => `Certain : une clé qui était alors celle de ${issuer} a signé exactement ce qui est affiché.`,
    key_unknown: ({ issuer }) => `La clé qui a servi à signer ne figurait pas alors parmi celles de ${issuer}. Elle est peut-être plus récente, ou celle d’un faussaire.`,
    accredited_then: ({ issuer, type }) => `D’après ce que l’on savait alors, ${issuer} avait le droit d’émettre des ${type.many}.`,
    not_accredited_then: ({ issuer, type }) => `D’après ce que l’on savait alors, aucune autorité à laquelle ce vérificateur fait confiance ne se portait garante de ${issuer} pour les ${type.many}.`,
    unknown_then: () => "On ne sait pas si l’émetteur était alors habilité : cet appareil ne connaît pas tous les émetteurs.",
    nothing_said_then: () => "D’après ce que l’on savait alors, personne n’avait rien déclaré contre le document.",
    spoken_then: () => "D’après ce que l’on savait alors, une déclaration avait été faite sur la situation du document : il a peut-être été retiré. Ne l’acceptez pas sans consulter le registre.",
    spoken_unknown_then: () => "On ne sait pas si quelque chose avait été déclaré contre le document : cet appareil ne contient pas toutes les déclarations.",
  },
  notKnown: "On ne sait pas si le registre contient son inscription, ni s’il est en vigueur aujourd’hui. Vérifiez de nouveau avec un réseau avant de vous y fier.",
  ready: (when) => `Cette page s’ouvre aussi sans réseau, et connaît la situation au ${when}.`,
};
