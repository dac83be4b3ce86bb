// The administrator's part of the page of trust, in French.

import type { GrantConsequence, GrantConsoleWords, WithdrawalConsequence } from "../grantConsoleWords.ts";
import { dateTime } from "./dates.ts";

const STAYS = "Cela ne peut pas être effacé. Vous pourrez retirer l’accréditation plus tard ; les deux resteront alors lisibles.";

export const frenchGrantConsole: GrantConsoleWords = {
  title: "Accréditer, reconnaître, retirer",
  lead: "Pour les autorités. Ce que vous déclarez ici est inscrit au registre en votre nom, et chacun peut le lire.",
  scopeMissing: "Cette clé ne permet pas d’accréditer. Demandez à l’exploitant de ce service une clé ayant la portée « accredit ».",
  accredit: "Accréditer quelqu’un",
  accreditTitle: "Accréditer",
  accreditLead: "Vous déclarez au registre que quelqu’un a le droit d’émettre des documents d’un type.",
  recognise: "Reconnaître un programme OEA",
  recogniseTitle: "Reconnaître un programme OEA",
  recogniseLead: "Vous déclarez au registre que vous reconnaissez les certificats OEA d’une administration des douanes partenaire.",
  withdraw: "Retirer",
  renew: "Renouveler",
  withdrawNamed: (grantee, type) => `Retirer l’accréditation de ${grantee} : ${type}`,
  renewNamed: (grantee, type) => `Renouveler l’accréditation de ${grantee} : ${type}`,
  withdrawTitle: (grantee) => `Retirer l’accréditation de ${grantee}`,
  fields: {
    known: "Qui",
    somebodyElse: "Quelqu’un d’autre",
    grantee: "Identité (DID ou adresse)",
    granteeHint: "did:ethr:0x…:0x…, ou 0x suivi de 40 caractères. Demandez-la au bénéficiaire par une voie dont vous savez déjà qu’elle est bien la sienne.",
    name: "Dénomination légale",
    nameHint: "Telle que les vérificateurs doivent la lire. Elle reste pour toujours au registre. Jamais le nom d’une personne physique.",
    type: "Type de document",
    otherType: "Un autre type (par son code)",
    typeCode: "Code du type",
    from: "À partir de (UTC)",
    fromHint: "Maintenant, si vous laissez ce champ vide. Ce moment peut être dans le passé.",
    until: "Jusqu’à (UTC)",
    untilHint: "Ce moment lui-même n’est pas compris. Sans date de fin, si vous laissez ce champ vide.",
    mayPassOn: "Le bénéficiaire peut accréditer d’autres",
    mayPassOnHint: "Il pourra alors en accréditer d’autres pour ce type, que vous ne choisissez pas.",
    effective: "Retrait à compter de (UTC)",
    effectiveHint: "Maintenant, si vous laissez ce champ vide. Ce moment peut être dans le passé ou dans l’avenir.",
    compromised: "Les clés du bénéficiaire ont été volées",
    compromisedHint: "Alors rien ne compte de ce qui a été dit avec ces clés à partir de ce moment : ni document, ni révocation, ni accréditation. Ce qui a été émis avant reste en vigueur. Dans le doute, choisissez le moment le plus ancien. Pour que cela compte de nouveau, accréditez de nouveau plus tard.",
  },
  flaws: {
    grantee: "Saisissez un did:ethr de ce registre, ou une adresse : 0x et 40 caractères, de 0 à 9 et de a à f.",
    own: "C’est vous. Personne ne s’accrédite soi-même.",
    type: "Un type compte de 1 à 8 lettres majuscules ou chiffres, par exemple 861 ou AEO.",
    name: "Saisissez la dénomination légale, en 200 octets au plus.",
    from: "Ce n’est pas un moment. Saisissez le jour et l’heure.",
    until: "Ce n’est pas un moment. Saisissez le jour et l’heure.",
    order: "La fin précéderait le début. Choisissez une fin plus tardive.",
  },
  goOn: "Continuer",
  back: "Modifier",
  cancel: "Annuler",
  confirmTitle: "Ce qui en résulte",
  send: "Déclarer au registre",
  sendWithdrawal: "Retirer",
  sending: "Envoi en cours…",
  sendAgain: "Envoyer de nouveau",
  sendAgainHint: "Rien n’est déclaré deux fois : le service reconnaît cette demande.",
  isClosed: "Fermer",
  grantConsequences,
  recognitionConsequences,
  withdrawalConsequences,
  lookAlike: {
    title: "Ces deux noms peuvent être pris l’un pour l’autre",
    asked: "Vous allez accréditer",
    other: "Déjà connu",
    mixed: "Un mot de ce nom mêle des lettres d’écritures différentes : il peut donc ressembler à un nom qui n’est pas le sien.",
    answerFor: "Les deux noms sont honnêtes. J’en réponds, et le journal de ce service le conserve.",
    todo: "Comparez les identifiants. Si le nom est une erreur, revenez en arrière et modifiez-le.",
  },
  said: {
    title: "Ce que vous avez déclaré",
    caption: "Vos accréditations et vos retraits, les plus récents d’abord",
    none: "Vous n’avez encore rien déclaré. Commencez par accréditer quelqu’un.",
    what: "Déclaration",
    state: "État d’avancement",
    ledgerSays: "Ce que le registre dit maintenant",
    act: "Changer",
    older: "Montrer les plus anciennes",
    kinds: { grant: "Accréditation", withdrawal: "Retrait" },
    compromised: "clés déclarées volées",
    states: { batched: "Enregistré ; en route vers le registre", sent: "Envoyé au registre", included: "Inscrit au registre, pas encore définitif", final: "Définitif" },
    words: { granted: "Accréditation donnée", withdrawn: "Accréditation retirée", compromised: "Clés déclarées volées", nothing: "Rien au sujet de ce moment", silent: "Le registre n’a pas répondu" },
    alreadySaid: "C’était déjà la dernière parole du registre : elle n’est donc pas inscrite une seconde fois.",
    saidAnew: "Vous l’aviez déjà déclaré, mais cela ne comptait pas. C’est déclaré de nouveau.",
    withoutCredential: "Aucune attestation signée ne porte cette accréditation : votre clé n’est pas ici. L’accréditation compte quand même.",
    progress: (kind, grantee, state) => `${kind === "grant" ? "Accréditation" : "Retrait"}, ${grantee} : ${state}.`,
    problem: (text) => `Le registre le refuse pour l’instant, et un nouvel essai suit : ${text}`,
    notKnown: "L’état n’a pas pu être demandé. La déclaration est enregistrée, et suit son cours d’elle-même.",
  },
};

function grantConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `Dès que ce sera définitif, ${grantor} se portera garant de ${grantee} pour les ${type.many}, ${period(from, until)}.`,
    `Quiconque fait confiance à ${grantor} considérera alors que ${grantee} a le droit d’émettre des ${type.many}.`,
    mayPassOn ? `${grantee} pourra en accréditer d’autres pour les ${type.many}, et ces autres compteront aussi.` : `${grantee} ne pourra pas en accréditer d’autres.`,
    STAYS,
  ];
}

function recognitionConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `Dès que ce sera définitif, ${grantor} reconnaîtra ${grantee} pour les ${type.many}, ${period(from, until)}.`,
    `Quiconque fait confiance à ${grantor} considérera alors que les opérateurs ont le statut que leur a donné ${grantee}, aussi longtemps que dure cette reconnaissance.`,
    mayPassOn ? `Les programmes que ${grantee} reconnaît à son tour compteront aussi.` : `Les programmes que ${grantee} reconnaît à son tour ne compteront pas de ce fait.`,
    "Cela ne peut pas être effacé. Vous pourrez retirer la reconnaissance plus tard ; les deux resteront alors lisibles.",
  ];
}

function withdrawalConsequences({ grantor, grantee, type, from, isCompromised, isLasting }: WithdrawalConsequence): readonly string[] {
  const when = from === null ? "à compter de maintenant" : `à compter du ${dateTime(from)}`;
  const before = isLasting ? `Pour les ${type.many} de ${grantee}, la reconnaissance par votre intermédiaire cesse, même pour ce qui a été émis avant.` : `Rien ne change pour les ${type.many} dont le sceau est antérieur à ce moment.`;
  return [
    `Dès que ce sera inscrit au registre, ${grantor} ne se portera plus garant de ${grantee} pour les ${type.many}, ${when}. Un retrait compte aussitôt.`,
    before,
    ...(isCompromised ? [`Les clés de ${grantee} sont déclarées volées ${when}. Rien de ce qui a été dit avec elles pour les ${type.many} à partir de ce moment ne compte : ni documents, ni révocations, ni accréditations.`] : []),
    `Ceux que ${grantee} a accrédités en vertu de ce seul droit le perdent aussi.`,
    "Cela ne peut pas être effacé. Vous pourrez accréditer de nouveau plus tard.",
  ];
}

function period(from: string | null, until: string | null): string {
  const begin = from === null ? "à partir de maintenant" : `à partir du ${dateTime(from)}`;
  return until === null ? `${begin}, sans date de fin` : `${begin}, jusqu’au ${dateTime(until)}`;
}
