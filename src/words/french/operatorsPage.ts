// The officer's desk in French. "Authentique" and "autorisé" are said of the verdict `authentic` alone.

import { date, dateTime } from "./dates.ts";
import { frenchCredentialFacts } from "./credentialFacts.ts";
import { frenchIdentifierSchemes } from "./identifierSchemes.ts";
import { frenchOperatorsPagePresenting } from "./operatorsPagePresenting.ts";
import type { DeskParts, OperatorsPageWords } from "../operatorsPageWords.ts";
import { isAboutHolder } from "../signedWords.ts";

const plural = (count: number, one: string, many: string): string => `${count} ${count < 2 ? one : many}`;

export const frenchOperatorsPage: OperatorsPageWords = {
  title: "Bureau des opérateurs",
  lead: "Cet opérateur est-il autorisé, par qui, et l’est-il encore aujourd’hui ? Chaque réponse est jugée ici, d’après les autorités auxquelles ce vérificateur fait confiance.",
  viewsLabel: "Que voulez-vous savoir ?",
  views: {
    operator: { name: "Un opérateur", title: "Rechercher un opérateur", lead: "Par l’un de ses identifiants, en entier. Vous apprenez ce que l’opérateur a accepté de faire connaître." },
    list: { name: "Une liste", title: "Rechercher une liste d’opérateurs", lead: "Collez une colonne d’un tableau. Les réponses s’affichent à mesure qu’elles arrivent." },
    paper: { name: "Un papier", title: "Retrouver un certificat papier", lead: "Pour un certificat d’origine sans code : son numéro, son émetteur et un autre élément qui y figure." },
    presentation: { name: "Demander une présentation", title: "Demander à un opérateur de présenter son certificat", lead: "L’opérateur signe, ici et maintenant, que le certificat est bien le sien." },
    recognitions: { name: "Reconnaissances", title: "Qui reconnaît qui", lead: "Un statut ne vaut que tant qu’une autorité à laquelle ce vérificateur fait confiance reconnaît celui qui l’a accordé." },
  },
  headline,
  outcomes: {
    ...{ authentic: "En vigueur", altered: "Altéré", not_found: "Aucune inscription", undetermined: "Pas encore de réponse", not_entitled: "Émetteur non reconnu", no_longer_valid: "N’est pas en vigueur" },
    ...{ nothing: "Rien ne peut être communiqué", unknown: "Indéterminé", unasked: "Non demandé" },
  },
  authorised: {
    means: "Le certificat est exactement tel que son émetteur l’a signé. L’émetteur était habilité à l’émettre, il est reconnu aujourd’hui, et le certificat est toujours en vigueur.",
    todo: "Comparez le nom avec celui que vous avez devant vous, et l’autorisation avec ce qui est demandé. Chacun peut donner l’identifiant d’un autre : pour savoir que l’opérateur est bien là, demandez-lui une présentation.",
  },
  facts: frenchCredentialFacts,
  ask: "Rechercher",
  asking: "Interrogation",
  stop: "Arrêter",
  again: "Interroger de nouveau",
  noAnswer: "Pas de réponse",

  identifier: "Identifiant",
  identifierHint: "TIN, EORI, LEI, numéro d’entreprise, DID ou autre. Les espaces, les points et les traits d’union ne comptent pas.",
  identifierMissing: "Saisissez un identifiant de 1 à 500 caractères.",
  scheme: "Genre d’identifiant",
  anyScheme: "Tous les genres",
  schemes: frenchIdentifierSchemes,
  found: { here: "Ce service", partner: "Le service d’une autorité partenaire ; jugé ici" },
  foundTerm: "Communiqué par",
  nothingTitle: "Rien n’est connu ici, ou rien ne peut être communiqué",
  incompleteTitle: "Cette réponse n’est pas complète",
  incompleteNothing: "Impossible à déterminer pour l’instant : tous n’ont pas été entendus",
  answerFor: (identifier) => `Réponse pour ${identifier}`,
  asOf: (block, time) => `Lu au bloc ${block}, ${dateTime(time)}.`,

  key: {
    fold: "J’ai une clé d’API",
    hint: "Elle vous permet de rechercher de longues listes, et à une autorité reconnue elle fait connaître davantage.",
  },

  list: {
    label: "Identifiants, un par ligne",
    hint: (limit) => `Une deuxième colonne peut nommer le genre, par exemple EORI. Au plus ${limit} lignes sans clé d’API, environ 20 par minute ; 10 000 avec une clé.`,
    file: "Choisir un fichier CSV",
    start: "Rechercher la liste",
    empty: "Collez au moins un identifiant.",
    tooMany: (count, limit) => `La liste compte ${plural(count, "ligne", "lignes")}, et ${limit} au plus peuvent être recherchées ainsi. Raccourcissez-la${limit < 10_000 ? ", ou saisissez une clé d’API" : ""}.`,
    progress: (done, of) => `Lignes qui ont une réponse : ${done} sur ${of}`,
    pausing: (seconds) => `Le service n’accepte qu’un certain nombre de questions par minute. La suite se fera d’elle-même dans ${seconds} s.`,
    stopped: "Arrêté. Pour les lignes sans réponse, rien n’a été demandé.",
    done: "Chaque ligne a sa réponse.",
    caption: "Réponses, ligne par ligne",
    columns: { line: "Ligne", identifier: "Identifiant", answer: "Réponse", operator: "Opérateur", until: "Jusqu’au", issuer: "Émis par" },
    filter: "Afficher",
    filterText: "Chercher dans le tableau",
    all: "Toutes les réponses",
    noneFits: "Aucune ligne ne convient. Choisissez « Toutes les réponses » et videz la recherche.",
    more: (count) => `En afficher ${count} de plus`,
    shown: (count, of) => (count === of ? plural(count, "ligne", "lignes") : `${count} sur ${plural(of, "ligne", "lignes")}`),
    download: "Enregistrer en CSV",
    print: "Imprimer",
    incomplete: "tous n’ont pas été entendus",
    furtherOnes: (count) => (count === 1 ? "et une autre autorisation" : `et ${count} autres autorisations`),
  },

  paper: {
    issuer: "Émetteur",
    chooseIssuer: "Choisir l’émetteur",
    otherIssuer: "Un autre : par son DID",
    issuersUnknown: "La liste des émetteurs n’a pas pu être chargée. Nommez l’émetteur par son DID.",
    did: "DID de l’émetteur",
    didHint: "did:ethr:… contenant la chaîne, ou 0x et 40 caractères.",
    didWrong: "Ce n’est pas le DID d’un émetteur. Copiez-le en entier : did:ethr:0x…:0x et 40 caractères.",
    number: "Numéro du certificat",
    thing: "Un autre élément qui y figure",
    things: { exporterName: "Nom de l’exportateur", consigneeName: "Nom du destinataire", exporterIdentifier: "Identifiant de l’exportateur", invoiceNumber: "Numéro de facture", transportDocument: "Document de transport" },
    value: "Tel qu’il est imprimé",
    valueHint: "Les majuscules, les espaces et les points ne comptent pas.",
    missing: "Remplissez ceci, tel que cela figure sur le papier.",
    nothing: {
      headline: "Aucun certificat ne correspond",
      means: "Aucun certificat de cet émetteur ne correspond à ce que vous avez indiqué. Il n’est pas dit si c’est le numéro ou l’autre élément qui est faux, et cela ne dit rien des papiers émis ailleurs.",
      todo: "Comparez le numéro, l’émetteur et l’autre élément avec le papier, lettre par lettre. S’ils sont exacts, adressez-vous à l’émetteur.",
    },
    holds: {
      headline: ({ type, issuer }) => `Document inscrit, et toujours en vigueur : ${type.one}, émis par ${issuer}`,
      means: "L’émetteur a inscrit un certificat sous ce numéro, il y était habilité, et ce certificat est toujours en vigueur. Cela concerne l’exemplaire de l’émetteur, et non votre papier.",
      todo: "Demandez à l’expéditeur le fichier du certificat et vérifiez ce fichier, ou demandez à l’émetteur de comparer avec vous. Un papier peut porter un bon numéro et dire autre chose.",
    },
    copy: "Ce qui a été trouvé est une copie certifiée conforme, et le papier doit le dire. Un papier qui porte ce numéro sans cette mention est un autre certificat, celui qui a été perdu.",
    certificate: (number, day) => `Certificat ${number} du ${date(day)}`,
  },

  ...frenchOperatorsPagePresenting,

  recognitions: {
    whole: "Le tableau entier, avec les chemins",
    caption: "Reconnaissances de droits durables",
    columns: { recogniser: "Qui reconnaît", recognised: "Qui est reconnu", type: "Pour", state: "État" },
    more: (count) => `La page des reconnaissances en contient ${count} de plus.`,
  },

  recent: {
    title: "Vérifications récentes sur cet appareil",
    remember: "Retenir les vérifications sur cet appareil",
    rememberHint: "L’heure, le genre, les quatre derniers caractères et la réponse ; jamais de noms. Ne l’activez pas sur un appareil que d’autres utilisent.",
    none: "Rien n’est encore retenu. Ce que vous rechercherez désormais apparaîtra ici.",
    caption: "Vérifications récentes, de la plus récente à la plus ancienne",
    columns: { time: "Heure", kind: "Genre", end: "Se termine par", answer: "Réponse d’alors" },
    clear: "Tout oublier",
    cleared: "Tout est oublié.",
    lines: (count) => (count === 1 ? "une ligne" : plural(count, "ligne", "lignes")),
  },
};

// Participles agree with "document", since the type's name may be of either gender.
function headline({ verdict, reason, type, issuer, standing, recognition }: DeskParts): string {
  switch (verdict) {
    case "authentic":
      return `Opérateur autorisé, document authentique : ${type.one}, émis par ${issuer}${recognition === null ? "" : `, reconnu par ${recognition.by} depuis le ${date(recognition.since)}`}`;
    case "no_longer_valid":
      return `Document qui n’est pas en vigueur : ${type.one}, émis par ${issuer}, ${ending({ reason, standing })}`;
    case "undetermined":
      return "Impossible à déterminer pour l’instant";
    case "not_entitled":
      return `Émetteur non reconnu : ${issuer}, dont aucune autorité à laquelle ce vérificateur fait confiance ne se porte garante`;
    case "altered":
      return isAboutHolder(reason) ? "Rien ne montre que c’est le titulaire qui présente ceci" : "Ce n’est pas ce que l’émetteur a signé";
    default:
      return "Aucune inscription à ce sujet";
  }
}

const CHANGES = { suspended: "suspendu", revoked: "révoqué", replaced: "remplacé par un autre document" } as const;

function ending({ reason, standing }: Pick<DeskParts, "reason" | "standing">): string {
  if (reason === "recognition_ended") return "dont la reconnaissance a pris fin";
  if (reason === "expired") return "expiré";
  if (reason === "not_yet_valid") return "pas encore valable";
  if (standing === null || standing.standing === "active") return "sans effet actuellement";
  // "Remplacé par X" would name the one who did it as the replacement.
  return `${CHANGES[standing.standing]}${standing.since === null ? "" : ` depuis le ${date(standing.since)}`}${standing.by === null ? "" : ` (déclaré par ${standing.by})`}`;
}
