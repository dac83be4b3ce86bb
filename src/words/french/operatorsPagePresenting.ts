// Asking an operator to present, and what the operator sees, in French.

import { dateTime } from "./dates.ts";
import type { OperatorsPageWords } from "../operatorsPageWords.ts";

export const frenchOperatorsPagePresenting: Pick<OperatorsPageWords, "presentation" | "handIn"> = {
  presentation: {
    start: "Créer une demande",
    startHint: "La demande vaut cinq minutes et pour une seule réponse.",
    scan: "Faites scanner ce code par l’opérateur, ou envoyez-lui le lien.",
    picture: "Code QR contenant le lien destiné à l’opérateur",
    link: "Lien destiné à l’opérateur",
    copyLink: "Copier le lien",
    copied: "Copié",
    challenge: "Valeur à signer",
    audience: "Demandé par",
    command: "Pour les opérateurs qui utilisent la ligne de commande",
    commandHint: "La signature se fait sur la machine même de l’opérateur, et la remise est immédiate.",
    goodUntil: (time) => `Valable jusqu’au ${dateTime(time)}.`,
    waiting: "En attente de la réponse de l’opérateur. Elle apparaîtra ici à son arrivée.",
    ended: "La demande a pris fin sans réponse",
    endedTodo: "Créez une nouvelle demande. Rien n’a été remis à temps, ou la réponse a été prise sur une autre page.",
    another: "Créer une nouvelle demande",
    paste: "Ou collez ce que l’opérateur vous a donné",
    pasteHint: "Une présentation signée : un seul long texte. Elle ne compte qu’une fois.",
    chooseFile: "Choisir son fichier",
    judge: "Vérifier la présentation",
    empty: "Collez d’abord la présentation de l’opérateur.",
    arrived: "La réponse de l’opérateur est arrivée.",
    held: {
      headline: ({ type, issuer }) => `Document authentique, présenté par son titulaire : ${type.one}, émis par ${issuer}`,
      means: "Celui qui détient la clé de ce certificat a signé votre demande, ici et maintenant. Le certificat est exactement tel que son émetteur l’a signé ; l’émetteur était habilité à l’émettre, et le certificat est toujours en vigueur.",
      todo: "Comparez ce qui figure ci-dessous, par exemple son numéro et le numéro d’opérateur, avec les papiers de l’opérateur. Ce que dit le certificat repose toujours sur la parole de son émetteur.",
    },
    holder: "Présenté par",
    credential: (number, of) => (of === 1 ? "Le certificat" : `Certificat ${number} sur ${of}`),
  },
  handIn: {
    title: "On vous demande de présenter votre certificat",
    lead: "Signez votre certificat avec votre propre clé pour celui qui le demande, et remettez-le ici. Il est examiné une seule fois et montré à celui qui l’a demandé ; le texte lui-même n’est pas conservé.",
    asks: "Demandé à l’adresse",
    otherPlace: "La demande nomme un autre lieu que la page où vous êtes. Ne remettez rien si vous ne connaissez pas les deux.",
    careful: "N’importe qui peut faire ici une demande au nom de cette adresse : ce que vous divulguez est montré à celui qui l’a faite. Ne remettez que ce que vous avez signé pour cette demande précise, et seulement si vous connaissez celui qui vous a donné ce lien.",
    label: "Votre présentation signée",
    send: "Remettre",
    sent: { means: "C’est remis.", todo: "Celui qui l’a demandé voit maintenant la réponse. Vous pouvez fermer cette page." },
    gone: { means: "Plus rien n’est attendu pour cette demande.", todo: "Elle a pris fin, ou quelqu’un a déjà remis une présentation. Demandez un nouveau lien." },
    badLink: { means: "Ce lien n’est pas complet.", todo: "Scannez de nouveau le code, ou redemandez le lien." },
    back: "Vers le bureau",
  },
};
