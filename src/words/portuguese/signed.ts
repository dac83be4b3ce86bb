// Credentials, codes and presentations in Portuguese, where the words for files would be wrong.

import { isAboutHolder, type SignedWords } from "../signedWords.ts";

export const portugueseSigned: SignedWords = {
  checks: {
    integrity: {
      question: "É exatamente o que foi assinado?",
      passed: "A assinatura corresponde a cada letra.",
      failed: "O conteúdo foi alterado, ou outra pessoa o assinou.",
      unknown: "Não foi possível descobrir.",
    },
    identified: {
      question: "Foi assinado com uma chave do próprio emissor?",
      passed: "O livro-razão atribui esta chave ao emissor.",
      failed: "O livro-razão não atribui esta chave ao emissor.",
      unknown: "Não foi possível descobrir de quem é a chave.",
    },
  },
  verdicts: {
    authentic: {
      means: "É exatamente o que o seu emissor assinou. O emissor estava habilitado a emiti-lo, e o que foi assinado continua em vigor.",
      todo: "Já se sabe quem o emitiu e que não foi alterado: para isso não é preciso mais nada. Compare o que diz com a pessoa ou a coisa que tem diante de si. Se o conteúdo está certo, isso ainda depende da palavra do emissor.",
    },
    altered: {
      headline: ({ reason }) => (isAboutHolder(reason) ? "Nada demonstra que seja o titular quem o apresenta" : "Isto não é o que o emissor assinou"),
      means: "Apresenta-se como assinado, mas a assinatura não o confirma.",
      issuer: "Inscrito por",
      aboutFindings: "As outras respostas referem-se ao que diz ser.",
    },
    not_found: { headline: () => "Nenhuma inscrição desta credencial" },
  },
  said: "O que o emissor assinou",
  claimed: "O que afirma, sem que nada demonstre que alguém o tenha dito",
  certificate: "Tipo",
  holder: "Titular",
  holds: "Validade",
  issuerAsClaimed: "Emissor, segundo a própria credencial",
  format: "Formato",
  wrong: "Errado",
  unknownType: "de um tipo desconhecido aqui",
  formats: { "vc+jwt": "vc+jwt (modelo de dados W3C 2.0)", jwt_vc_json: "jwt_vc_json (modelo de dados W3C 1.1)", "dc+sd-jwt": "dc+sd-jwt (SD-JWT: o titular pode reservar elementos para si)" },
  accreditation: ({ verdict, grantee, grantor, type }) => `${verdict}: habilitação concedida a ${grantee} por ${grantor} para emitir ${type.many}`,
  claimedAccreditation: ({ verdict, grantee, grantor, type }) => `${verdict}: apresenta-se como uma habilitação concedida a ${grantee} por ${grantor} para emitir ${type.many}`,
  period: (from, until) => `${from === null ? "" : `desde ${from} `}${until === null ? "até novo aviso" : `até ${until}`}`,
};
