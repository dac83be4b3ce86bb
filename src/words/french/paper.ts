// French on paper: the captions that forms of this kind bear, and plain words for codes. Before double marks stands the wide no-break space: no font of ours has the narrow one.

import { frenchAeoPaper } from "./aeoPaper.ts";
import { date, dateTime } from "./dates.ts";
import { frenchOperatorCodes } from "./operatorCodes.ts";
import { ONE_AND_MORE, paperCodes, type PaperCodes } from "../paperCodes.ts";
import type { OriginPaperWords, PaperWords } from "../paperWords.ts";

const codes: PaperCodes = {
  language: "fr",
  forms: ONE_AND_MORE,
  units: {
    KGM: "kg", GRM: "g", TNE: "t", LTR: "l", MTR: "m", MTK: "m²", MTQ: "m³", KWH: "kWh", HLT: "hl",
    H87: ["pièce", "pièces"], C62: ["unité", "unités"], NPR: ["paire", "paires"], PR: ["paire", "paires"], DZN: ["douzaine", "douzaines"], SET: ["jeu", "jeux"],
  },
  kinds: {
    CT: ["carton", "cartons"], BX: ["boîte", "boîtes"], BG: ["sac", "sacs"], PX: ["palette", "palettes"], DR: ["fût", "fûts"], CR: ["caisse à claire-voie", "caisses à claire-voie"], PK: ["colis", "colis"], RO: ["rouleau", "rouleaux"],
    BE: ["ballot", "ballots"], CS: ["caisse", "caisses"], BA: ["baril", "barils"], BL: ["balle", "balles"], SA: ["grand sac", "grands sacs"], VR: ["lot en vrac, solide", "lots en vrac, solide"], VL: ["lot en vrac, liquide", "lots en vrac, liquide"], NE: ["article non emballé", "articles non emballés"],
  },
  modes: { 1: "Par mer", 2: "Par chemin de fer", 3: "Par route", 4: "Par air", 5: "Par la poste", 6: "Transport multimodal", 7: "Par installation fixe", 8: "Par navigation intérieure" },
};

const origin: OriginPaperWords = {
  title: "Certificat d’origine",
  preferential: "Préférentiel",
  nonPreferential: "Non préférentiel",
  form: (formType) => `Formulaire ${formType}`,
  boxes: {
    exporter: "1 Exportateur : nom, adresse, pays",
    number: "2 Numéro du certificat",
    consignee: "3 Destinataire : nom, adresse, pays",
    countries: "4 Pays d’origine ; provenance et destination",
    transport: "5 Informations relatives au transport",
    remarks: "6 Observations",
    item: "7 N°",
    packages: "8 Marques et numéros ; nombre et nature des colis",
    description: "9 Désignation des marchandises ; code SH",
    criterion: "10 Origine ; critère",
    weight: "11 Masse brute ; quantité ; valeur",
    invoice: "12 Numéro et date de la facture",
    certification: "13 Certification de l’organisme compétent",
    declaration: "14 Déclaration de l’exportateur",
    code: "15 Vérifier ce document",
  },
  importerUnknown: "Inconnu lors de la délivrance",
  producer: "Producteur",
  producerConfidential: "Producteur : communiqué aux autorités compétentes sur demande",
  identifier: "N°",
  route: (from, to) => (from === null ? `À destination de : ${to ?? ""}` : `De : ${from}${to === null ? "" : ` – à destination de : ${to}`}`),
  departure: "Départ le",
  transportDocument: "Document de transport",
  carrier: "Transporteur",
  consignment: "Référence de l’envoi (RUE)",
  hsCode: "SH",
  gross: "brut",
  valueFreeOnBoard: "FOB",
  thirdCountryInvoice: "pays tiers",
  totalPackages: "Nombre total de colis",
  officer: "Certifié par",
  marks: {
    retroactive: "DÉLIVRÉ A POSTERIORI",
    certifiedTrueCopy: "DUPLICATA – COPIE CERTIFIÉE CONFORME",
    replacement: "CERTIFICAT DE REMPLACEMENT",
    backToBack: "Certificat « back-to-back »",
    cumulation: "Cumul",
    partialCumulation: "Cumul partiel",
    deMinimis: "Tolérance (de minimis)",
    exhibition: "Exposition",
  },
  replaces: ({ isCopy, number: replaced, date: day, reason }) => `${isCopy ? "Copie certifiée conforme du certificat" : "Remplace le certificat"} ${replaced}${day === null ? "" : ` du ${date(day)}`}${reason === null ? "" : ` (${reason})`}`,
};

/** French, for paper. */
export const frenchPaper: PaperWords = {
  language: "fr",
  day: date,
  moment: dateTime,
  ...paperCodes(codes),
  checkHow: "Ouvrez votre propre vérificateur et scannez ce code ; ne suivez aucun lien.",
  sheet: (at, of) => `Feuillet ${at} sur ${of}`,
  continued: "suite sur un feuillet complémentaire",
  continuationOf: (box) => `Suite de la case ${box}`,
  continuationSheet: "Feuillet complémentaire",
  codes: frenchOperatorCodes,
  origin,
  aeo: frenchAeoPaper,
};
