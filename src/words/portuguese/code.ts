// Codes on paper, in Portuguese.

import type { CodeWords } from "../codeWords.ts";

export const portugueseCode: CodeWords = {
  title: "Verificar o código de um documento em papel",
  lead: "O código contém o que o emissor assinou sobre este papel. Compare-o com o que está impresso.",
  number: "Número",
  date: "Data de emissão",
  parties: "Nomes que constam do papel",
  documentType: "Tipo de documento",
  issuer: "Emissor",
  notChecked: "Ainda não verificado: por enquanto, isto é só o que o código diz.",
  asking: "Consulta ao livro-razão",
  signed: "O que o emissor assinou",
  unsigned: "O que o código diz",
  unsignedMeans: "Ninguém o confirmou. Não compare o papel com isto.",
  authentic: ({ type, issuer }) => ({
    headline: `Código autêntico de um documento emitido por ${issuer}: ${type.one}`,
    means: "O emissor assinou o que se mostra abaixo, estava habilitado a fazê-lo, e o documento continua em vigor. Se o papel é mesmo esse documento, só quem o tem na mão pode ver.",
    todo: "Compare com o papel: o número, a data e os nomes devem constar dele letra por letra. Se algo for diferente, não é o documento que foi emitido.",
  }),
  receipt: ({ issuer }) => ({
    headline: `Recibo de uma verificação anterior, assinado por ${issuer}`,
    means: "O código é o de um recibo: quem o assinou estava habilitado a fazê-lo e não o retirou. Diz o que foi constatado no dia da verificação, e nada posterior.",
    todo: "Compare com a folha o número, a data e o resultado. Para saber qual é hoje a situação do documento, verifique o próprio documento, ou o recibo em formato digital.",
  }),
  aboutReceipt: "Este código refere-se a um recibo. Não diz qual é hoje a situação do documento.",
  foundThen: (label) => `«${label}», nesse dia`,
  copied: "Um código pode ser copiado para outro papel com tudo o que está à sua volta. Faz prova do que diz, não do papel em que está impresso.",
  ownVerifier: (host) => `Chegou aqui por um código ou um link? Então abra o verificador que conhece, escrevendo o endereço dele, e digitalize lá o código. O endereço desta página é ${host}.`,
  none: "Não há nenhum código no endereço desta página.",
  noneTodo: "Digitalize o código impresso no papel, ou verifique o documento original.",
  noCode: "Este não é um código do Tradeseal.",
  scan: "Digitalizar um código ou verificar um documento",
};
