// The officer's desk in Portuguese. "Autêntico" and "autorizado" are said of the verdict `authentic` alone.

import { date, dateTime } from "./dates.ts";
import { portugueseCredentialFacts } from "./credentialFacts.ts";
import { portugueseIdentifierSchemes } from "./identifierSchemes.ts";
import { portugueseOperatorsPagePresenting } from "./operatorsPagePresenting.ts";
import type { DeskParts, OperatorsPageWords } from "../operatorsPageWords.ts";
import { isAboutHolder } from "../signedWords.ts";

const lines = (count: number): string => `${count} ${count === 1 ? "linha" : "linhas"}`;

export const portugueseOperatorsPage: OperatorsPageWords = {
  title: "Mesa de consulta de operadores",
  lead: "Este operador está autorizado, por quem, e ainda o está hoje? Cada resposta é avaliada aqui, segundo as autoridades em que este verificador confia.",
  viewsLabel: "O que quer saber?",
  views: {
    operator: { name: "Um operador", title: "Consultar um operador", lead: "Por um dos seus identificadores, por inteiro. É-lhe informado aquilo que o operador consentiu em dar a conhecer." },
    list: { name: "Uma lista", title: "Consultar uma lista de operadores", lead: "Cole uma coluna de uma tabela. As respostas aparecem à medida que chegam." },
    paper: { name: "Um papel", title: "Encontrar um certificado em papel", lead: "Para um certificado de origem sem código: o seu número, o seu emissor e mais um dado que nele figura." },
    presentation: { name: "Pedir apresentação", title: "Pedir a um operador que apresente o seu certificado", lead: "O operador assina, aqui e agora, que o certificado é seu." },
    recognitions: { name: "Reconhecimentos", title: "Quem reconhece quem", lead: "Um estatuto só vale enquanto uma autoridade em que este verificador confia reconhece quem o concedeu." },
  },
  headline,
  outcomes: {
    ...{ authentic: "Em vigor", altered: "Alterado", not_found: "Sem inscrição", undetermined: "Ainda sem resposta", not_entitled: "Emissor não reconhecido", no_longer_valid: "Não está em vigor" },
    ...{ nothing: "Nada pode ser informado", unknown: "Não se sabe", unasked: "Não consultado" },
  },
  authorised: {
    means: "O certificado está exatamente como o seu emissor o assinou. O emissor estava habilitado a emiti-lo, é reconhecido hoje, e o certificado continua em vigor.",
    todo: "Compare o nome com quem tem diante de si, e a autorização com o que é exigido. Qualquer pessoa pode indicar o identificador de outra: para saber que o operador está aqui, peça-lhe uma apresentação.",
  },
  facts: portugueseCredentialFacts,
  ask: "Consultar",
  asking: "Consulta em curso",
  stop: "Parar",
  again: "Consultar de novo",
  noAnswer: "Sem resposta",

  identifier: "Identificador",
  identifierHint: "TIN, EORI, LEI, número de empresa, DID ou outro. Espaços, pontos e hífens não contam.",
  identifierMissing: "Escreva um identificador de 1 a 500 caracteres.",
  scheme: "Gênero de identificador",
  anyScheme: "Qualquer um",
  schemes: portugueseIdentifierSchemes,
  found: { here: "Este serviço", partner: "O serviço de uma autoridade parceira; avaliado aqui" },
  foundTerm: "Informado por",
  nothingTitle: "Nada é conhecido aqui, ou nada pode ser informado",
  incompleteTitle: "Esta resposta não está completa",
  incompleteNothing: "Não é possível determinar por enquanto: nem todos foram ouvidos",
  answerFor: (identifier) => `Resposta para ${identifier}`,
  asOf: (block, time) => `Lido no bloco ${block}, ${dateTime(time)}.`,

  key: {
    fold: "Tenho uma chave de API",
    hint: "Com ela pode consultar listas longas, e uma autoridade reconhecida recebe mais informações.",
  },

  list: {
    label: "Identificadores, um por linha",
    hint: (limit) => `Uma segunda coluna pode nomear o gênero, como EORI. No máximo ${limit} linhas sem chave de API, cerca de 20 por minuto; 10 000 com uma chave.`,
    file: "Escolher um documento CSV",
    start: "Consultar a lista",
    empty: "Cole pelo menos um identificador.",
    tooMany: (count, limit) => `A lista tem ${lines(count)}, e no máximo ${limit} podem ser consultadas desta forma. Encurte-a${limit < 10_000 ? ", ou escreva uma chave de API" : ""}.`,
    progress: (done, of) => `Linhas com resposta: ${done} de ${of}`,
    pausing: (seconds) => `O serviço só aceita um certo número de consultas por minuto. A consulta continua automaticamente em ${seconds} s.`,
    stopped: "Parado. As linhas sem resposta não foram consultadas.",
    done: "Todas as linhas têm resposta.",
    caption: "Respostas, linha a linha",
    columns: { line: "Linha", identifier: "Identificador", answer: "Resposta", operator: "Operador", until: "Até", issuer: "Emitido por" },
    filter: "Mostrar",
    filterText: "Procurar na tabela",
    all: "Todas as respostas",
    noneFits: "Nenhuma linha corresponde. Escolha «Todas as respostas» e limpe a procura.",
    more: (count) => `Mostrar mais ${count}`,
    shown: (count, of) => (count === of ? lines(count) : `${count} de ${lines(of)}`),
    download: "Guardar em CSV",
    print: "Imprimir",
    incomplete: "nem todos foram ouvidos",
    furtherOnes: (count) => (count === 1 ? "e mais uma autorização" : `e mais ${count} autorizações`),
  },

  paper: {
    issuer: "Emissor",
    chooseIssuer: "Escolher o emissor",
    otherIssuer: "Outro: pelo seu DID",
    issuersUnknown: "Não foi possível carregar a lista de emissores. Nomeie o emissor pelo seu DID.",
    did: "DID do emissor",
    didHint: "did:ethr:… com a cadeia incluída, ou 0x e 40 caracteres.",
    didWrong: "Este não é o DID de um emissor. Copie-o por inteiro: did:ethr:0x…:0x e 40 caracteres.",
    number: "Número do certificado",
    thing: "Mais um dado que nele figura",
    things: { exporterName: "Nome do exportador", consigneeName: "Nome do destinatário", exporterIdentifier: "Identificador do exportador", invoiceNumber: "Número da fatura", transportDocument: "Documento de transporte" },
    value: "Tal como está impresso",
    valueHint: "Maiúsculas, espaços e pontos não contam.",
    missing: "Preencha isto, tal como está no papel.",
    nothing: {
      headline: "Nenhum certificado corresponde",
      means: "Nenhum certificado deste emissor corresponde ao que indicou. Não se informa se o que está errado é o número ou o outro dado, e isto nada diz sobre papéis emitidos em outro lugar.",
      todo: "Compare o número, o emissor e o outro dado com o papel, letra por letra. Se estiverem certos, pergunte ao emissor.",
    },
    holds: {
      headline: ({ type, issuer }) => `Documento inscrito, e que continua em vigor: ${type.one}, emitido por ${issuer}`,
      means: "O emissor inscreveu um certificado com este número, estava habilitado a isso, e o certificado continua em vigor. Isto refere-se ao exemplar do emissor, não ao seu papel.",
      todo: "Peça ao remetente o documento original do certificado e verifique-o, ou peça ao emissor que o compare com o exemplar dele. Um papel pode ter um número bom e dizer outra coisa.",
    },
    copy: "O que se encontrou é uma cópia fiel do original, e o papel tem de o dizer. Um papel com este número que não o diga é outro certificado, o que se perdeu.",
    certificate: (number, day) => `Certificado ${number} de ${date(day)}`,
  },

  ...portugueseOperatorsPagePresenting,

  recognitions: {
    whole: "A tabela completa, com os caminhos",
    caption: "Reconhecimentos de direitos duradouros",
    columns: { recogniser: "Quem reconhece", recognised: "Quem é reconhecido", type: "Para", state: "Situação" },
    more: (count) => `Há mais ${count} na página de reconhecimentos.`,
  },

  recent: {
    title: "Verificações recentes neste dispositivo",
    remember: "Lembrar as verificações neste dispositivo",
    rememberHint: "Hora, gênero, os quatro últimos caracteres e a resposta; nunca nomes. Não ative num dispositivo que outras pessoas usem.",
    none: "Ainda nada é lembrado. O que consultar a partir de agora aparecerá aqui.",
    caption: "Verificações recentes, da mais nova à mais antiga",
    columns: { time: "Hora", kind: "Gênero", end: "Termina em", answer: "Resposta de então" },
    clear: "Esquecer tudo",
    cleared: "Tudo foi esquecido.",
    lines: (count) => (count === 1 ? "uma linha" : lines(count)),
  },
};

// Participles agree with "documento", since the type's name may be of either gender.
function headline({ verdict, reason, type, issuer, standing, recognition }: DeskParts): string {
  switch (verdict) {
    case "authentic":
      return `Operador autorizado, documento autêntico: ${type.one}, emitido por ${issuer}${recognition === null ? "" : `, reconhecido por ${recognition.by} desde ${date(recognition.since)}`}`;
    case "no_longer_valid":
      return `Documento que não está em vigor: ${type.one}, emitido por ${issuer}, ${ending({ reason, standing })}`;
    case "undetermined":
      return "Não é possível determinar por enquanto";
    case "not_entitled":
      return `Emissor não reconhecido: nenhuma autoridade em que este verificador confia responde por ${issuer}`;
    case "altered":
      return isAboutHolder(reason) ? "Nada demonstra que seja o titular quem o apresenta" : "Isto não é o que o emissor assinou";
    default:
      return "Nenhuma inscrição a este respeito";
  }
}

const CHANGES = { suspended: "suspenso", revoked: "revogado", replaced: "substituído por outro documento" } as const;

function ending({ reason, standing }: Pick<DeskParts, "reason" | "standing">): string {
  if (reason === "recognition_ended") return "cujo reconhecimento terminou";
  if (reason === "expired") return "expirado";
  if (reason === "not_yet_valid") return "ainda não válido";
  if (standing === null || standing.standing === "active") return "sem efeito neste momento";
  // "Substituído por X" would name the one who did it as the replacement.
  return `${CHANGES[standing.standing]}${standing.since === null ? "" : ` desde ${date(standing.since)}`}${standing.by === null ? "" : ` (declarado por ${standing.by})`}`;
}
