// The administrator's part of the page of trust, in Portuguese.

import type { GrantConsequence, GrantConsoleWords, WithdrawalConsequence } from "../grantConsoleWords.ts";
import { dateTime } from "./dates.ts";

export const portugueseGrantConsole: GrantConsoleWords = {
  title: "Habilitar, reconhecer, retirar",
  lead: "Para autoridades. O que declarar aqui é inscrito no livro-razão em seu nome, e qualquer pessoa o pode ler.",
  scopeMissing: "Esta chave não permite habilitar. Peça ao operador deste serviço uma com a permissão «accredit».",
  accredit: "Habilitar alguém",
  accreditTitle: "Habilitar",
  accreditLead: "Declara no livro-razão que alguém tem o direito de emitir documentos de um tipo.",
  recognise: "Reconhecer um programa OEA",
  recogniseTitle: "Reconhecer um programa OEA",
  recogniseLead: "Declara no livro-razão que reconhece os certificados OEA de uma administração aduaneira parceira.",
  withdraw: "Retirar",
  renew: "Renovar",
  withdrawNamed: (grantee, type) => `Retirar a habilitação de ${grantee}: ${type}`,
  renewNamed: (grantee, type) => `Renovar a habilitação de ${grantee}: ${type}`,
  withdrawTitle: (grantee) => `Retirar a habilitação de ${grantee}`,
  fields: {
    known: "Quem",
    somebodyElse: "Outra entidade",
    grantee: "Identidade (DID ou endereço)",
    granteeHint: "did:ethr:0x…:0x…, ou 0x e 40 caracteres. Peça-a à entidade por uma via que já saiba ser dela.",
    name: "Denominação legal",
    nameHint: "Tal como os verificadores a devem ler. Fica para sempre no livro-razão. Nunca o nome de um indivíduo.",
    type: "Tipo de documento",
    otherType: "Outro tipo (pelo seu código)",
    typeCode: "Código do tipo",
    from: "Desde (UTC)",
    fromHint: "Agora, se o deixar vazio. Pode estar no passado.",
    until: "Até (UTC)",
    untilHint: "Esse momento não está incluído. Sem fim, se o deixar vazio.",
    mayPassOn: "A entidade habilitada pode habilitar outros",
    mayPassOnHint: "Poderá então habilitar outros para este tipo, que não são da sua escolha.",
    effective: "Retirada a partir de (UTC)",
    effectiveHint: "Agora, se o deixar vazio. Pode estar no passado ou no futuro.",
    compromised: "As chaves da entidade habilitada foram roubadas",
    compromisedHint: "Então nada conta do que foi dito com essas chaves a partir desse momento: nenhum documento, nenhuma revogação, nenhuma habilitação. O que foi emitido antes continua em vigor. Na dúvida, escolha o momento mais antigo. Para que volte a contar, habilite de novo mais tarde.",
  },
  flaws: {
    grantee: "Escreva um did:ethr deste livro-razão, ou um endereço: 0x e 40 caracteres, de 0 a 9 e de «a» a «f».",
    own: "Esta identidade é a sua. Ninguém se habilita a si próprio.",
    type: "Um tipo tem de 1 a 8 letras maiúsculas ou algarismos, por exemplo 861 ou AEO.",
    name: "Escreva a denominação legal, com 200 bytes no máximo.",
    from: "Isto não é um momento. Escreva o dia e a hora.",
    until: "Isto não é um momento. Escreva o dia e a hora.",
    order: "Terminaria antes de começar. Escolha um fim posterior.",
  },
  goOn: "Continuar",
  back: "Alterar",
  cancel: "Cancelar",
  confirmTitle: "O que daí resulta",
  send: "Declarar no livro-razão",
  sendWithdrawal: "Retirar",
  sending: "Envio em curso…",
  sendAgain: "Enviar de novo",
  sendAgainHint: "Nada é declarado duas vezes: o serviço reconhece este pedido.",
  isClosed: "Fechar",
  grantConsequences,
  recognitionConsequences,
  withdrawalConsequences,
  lookAlike: {
    title: "Estes dois nomes podem ser confundidos um com o outro",
    asked: "Está prestes a habilitar",
    other: "Já conhecido",
    mixed: "Uma palavra deste nome mistura letras de alfabetos diferentes; por isso pode parecer um nome que não é.",
    answerFor: "Ambos os nomes são honestos. Respondo por isso, e o diário deste serviço guarda-o.",
    todo: "Compare os identificadores. Se o nome for um engano, volte atrás e altere-o.",
  },
  said: {
    title: "O que declarou",
    caption: "As suas habilitações e retiradas, as mais recentes primeiro",
    none: "Ainda não declarou nada. Comece por habilitar alguém.",
    what: "Declaração",
    state: "Até onde chegou",
    ledgerSays: "O livro-razão diz agora",
    act: "Alterar",
    older: "Mostrar as mais antigas",
    kinds: { grant: "Habilitação", withdrawal: "Retirada" },
    compromised: "chaves declaradas roubadas",
    states: { batched: "Guardada; a caminho do livro-razão", sent: "Enviada ao livro-razão", included: "No livro-razão, ainda não definitiva", final: "Definitiva" },
    words: { granted: "Habilitação dada", withdrawn: "Habilitação retirada", compromised: "Chaves declaradas roubadas", nothing: "Nada sobre este momento", silent: "O livro-razão não respondeu" },
    alreadySaid: "A última palavra do livro-razão já era esta; por isso não é inscrita uma segunda vez.",
    saidAnew: "Isto já tinha sido declarado, mas não contava. É declarado de novo.",
    withoutCredential: "Nenhuma credencial assinada contém esta habilitação: a sua chave não está aqui. Mesmo assim, a habilitação conta.",
    progress: (kind, grantee, state) => `${kind === "grant" ? "Habilitação" : "Retirada"}, ${grantee}: ${state}.`,
    problem: (text) => `O livro-razão recusa-o por enquanto, e haverá nova tentativa: ${text}`,
    notKnown: "Não foi possível perguntar pelo seu estado. A declaração está guardada, e segue automaticamente.",
  },
};

function grantConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `A partir do momento em que isto for definitivo, ${grantor} responde por ${grantee} para ${type.many}, ${period(from, until)}.`,
    `Quem confia em ${grantor} considera então que ${grantee} tem o direito de emitir ${type.many}.`,
    mayPassOn ? `${grantee} pode habilitar outros para ${type.many}, e esses outros também contam.` : `${grantee} não pode habilitar outros.`,
    "Isto não pode ser apagado. Pode retirar a habilitação mais tarde; ambas as declarações ficam então legíveis.",
  ];
}

function recognitionConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `A partir do momento em que isto for definitivo, ${grantor} reconhece ${grantee} para ${type.many}, ${period(from, until)}.`,
    `Quem confia em ${grantor} considera então que os operadores têm o estatuto que ${grantee} lhes deu, enquanto durar este reconhecimento.`,
    mayPassOn ? `Os programas que ${grantee} por sua vez reconhece também contam.` : `Os programas que ${grantee} por sua vez reconhece não contam por isto.`,
    "Isto não pode ser apagado. Pode retirar o reconhecimento mais tarde; ambas as declarações ficam então legíveis.",
  ];
}

function withdrawalConsequences({ grantor, grantee, type, from, isCompromised, isLasting }: WithdrawalConsequence): readonly string[] {
  const when = from === null ? "a partir de agora" : `a partir de ${dateTime(from)}`;
  const before = isLasting ? `Para ${type.many} de ${grantee} cessa o reconhecimento por seu intermédio, mesmo para o que foi emitido antes.` : `Nada muda para ${type.many} cujo selo é anterior a esse momento.`;
  return [
    `A partir do momento em que isto estiver no livro-razão, ${grantor} deixa de responder por ${grantee} para ${type.many}, ${when}. Uma retirada conta de imediato.`,
    before,
    ...(isCompromised ? [`As chaves de ${grantee} são declaradas roubadas ${when}. Nada do que foi dito com elas para ${type.many} a partir desse momento conta: nem documentos, nem revogações, nem habilitações.`] : []),
    `Quem ${grantee} habilitou só com base neste direito também o perde.`,
    "Isto não pode ser apagado. Pode habilitar de novo mais tarde.",
  ];
}

function period(from: string | null, until: string | null): string {
  const begin = from === null ? "a partir de agora" : `a partir de ${dateTime(from)}`;
  return until === null ? `${begin}, sem fim` : `${begin}, até ${dateTime(until)}`;
}
