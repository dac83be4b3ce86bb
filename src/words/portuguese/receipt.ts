// Receipts in Portuguese.

import type { ReceiptWords } from "../receiptWords.ts";

export const portugueseReceipt: ReceiptWords = {
  keep: "Guardar uma prova desta verificação",
  keepMeans: "Este serviço verifica mais uma vez e assina o que constata. O recibo contém o resumo criptográfico, nunca o documento.",
  keeping: "Verificação e assinatura em curso",
  kept: (number) => `Recibo ${number}`,
  keptMeans: "Guarde-o com o documento. Qualquer pessoa pode verificá-lo aqui, mesmo daqui a muitos anos. Em alguns minutos torna-se definitivo no livro-razão.",
  file: "Recibo em formato digital",
  sheet: "Recibo para imprimir",

  title: "Recibo de verificação",
  number: "Número do recibo",
  checkedBy: "Verificado por",
  checkedAt: "Verificado em",
  digest: "Resumo criptográfico do documento (SHA-256)",
  documentType: "Tipo de documento",
  documentIssuer: "Emissor do documento",
  anchoredAt: "No livro-razão desde",
  block: "Lido no bloco",
  noBlock: "O livro-razão não respondeu",
  believed: "Autoridades em que o verificador confiava",
  believedNobody: "Nenhuma",
  found: "Resultado",
  findings: "O que foi verificado",
  notToday: "Esta folha refere-se ao documento cujo resumo criptográfico consta acima, e pode acompanhar qualquer outro papel. Esta folha diz o que foi constatado no momento indicado acima, não qual é hoje a situação do documento. Para o saber, verifique o próprio documento, ou este recibo em formato digital. O código diz apenas se esta folha é verdadeira.",
  code: "Verifique este recibo",
  checkHow: "Leia este código com um verificador cujo endereço conheça. Ele deve mostrar este número, esta data e este resultado.",
  sheetOf: (at, of) => `${at} / ${of}`,

  about: "O que este recibo diz do seu documento",
  said: (label, when) => `O recibo diz: «${label}», na verificação feita em ${when}.`,
  then: (label, when) => `Situação em ${when}, julgada de novo pelo que o livro-razão diz hoje: «${label}».`,
  thenUnknown: "A situação nesse momento não pode ser julgada de novo: a verificação não tinha conseguido chegar ao livro-razão.",
  now: (label) => `Situação do documento hoje: «${label}».`,
  differs: "O recibo e o livro-razão divergem sobre esse momento. Uma declaração posterior muda a resposta, ou este verificador confia em outras autoridades.",
};
