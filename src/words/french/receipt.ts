// Receipts in French.

import type { ReceiptWords } from "../receiptWords.ts";

export const frenchReceipt: ReceiptWords = {
  keep: "Conserver une preuve de cette vérification",
  keepMeans: "Ce service vérifie encore une fois et signe ce qu’il constate. Le récépissé contient l’empreinte, jamais le document.",
  keeping: "Vérification et signature en cours",
  kept: (number) => `Récépissé ${number}`,
  keptMeans: "Conservez-le avec le document. Chacun peut le vérifier ici, même des années plus tard. Il devient définitif au registre en quelques minutes.",
  file: "Récépissé sous forme de fichier",
  sheet: "Récépissé à imprimer",

  title: "Récépissé de vérification",
  number: "Numéro du récépissé",
  checkedBy: "Vérifié par",
  checkedAt: "Vérifié le",
  digest: "Empreinte du document (SHA-256)",
  documentType: "Type de document",
  documentIssuer: "Émetteur du document",
  anchoredAt: "Inscrit au registre le",
  block: "Lu au bloc",
  noBlock: "Le registre n’a pas répondu",
  believed: "Autorités auxquelles le vérificateur faisait confiance",
  believedNobody: "Aucune",
  found: "Résultat",
  findings: "Ce qui a été vérifié",
  notToday: "Cette feuille porte sur le fichier dont l’empreinte figure ci-dessus ; elle peut être jointe à n’importe quel autre papier. Cette feuille dit ce qui a été constaté au moment indiqué ci-dessus, et non quelle est la situation du document aujourd’hui. Pour le savoir, vérifiez le document lui-même, ou le fichier de ce récépissé. Le code dit seulement si cette feuille est vraie.",
  code: "Vérifier ce récépissé",
  checkHow: "Scannez ce code avec un vérificateur dont vous connaissez l’adresse. Il doit afficher ce numéro, cette date et ce résultat.",
  sheetOf: (at, of) => `${at} / ${of}`,

  about: "Ce que ce récépissé dit de son document",
  said: (label, when) => `Le récépissé indique : « ${label} », lors de la vérification du ${when}.`,
  then: (label, when) => `Situation au ${when}, jugée de nouveau d’après ce que le registre dit aujourd’hui : « ${label} ».`,
  thenUnknown: "La situation à ce moment-là ne peut pas être jugée de nouveau : la vérification n’avait pas pu joindre le registre.",
  now: (label) => `Situation du document aujourd’hui : « ${label} ».`,
  differs: "Le récépissé et le registre divergent au sujet de ce moment. Une déclaration faite depuis y change quelque chose, ou ce vérificateur fait confiance à d’autres autorités.",
};
