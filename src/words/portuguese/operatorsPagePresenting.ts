// Asking an operator to present, and what the operator sees, in Portuguese.

import { dateTime } from "./dates.ts";
import type { OperatorsPageWords } from "../operatorsPageWords.ts";

export const portugueseOperatorsPagePresenting: Pick<OperatorsPageWords, "presentation" | "handIn"> = {
  presentation: {
    start: "Criar um pedido",
    startHint: "O pedido vale por cinco minutos e para uma só resposta.",
    scan: "Deixe que o operador digitalize este código, ou envie-lhe o link.",
    picture: "Código QR com o link para o operador",
    link: "Link para o operador",
    copyLink: "Copiar o link",
    copied: "Copiado",
    challenge: "Valor a assinar",
    audience: "Pedido por",
    command: "Para operadores que usam a linha de comandos",
    commandHint: "A assinatura é feita na máquina do próprio operador, e a entrega é imediata.",
    goodUntil: (time) => `Vale até ${dateTime(time)}.`,
    waiting: "À espera da resposta do operador. Aparecerá aqui quando chegar.",
    ended: "O pedido terminou sem resposta",
    endedTodo: "Crie um novo pedido. Nada foi entregue a tempo, ou a resposta foi recebida em outra página.",
    another: "Criar um novo pedido",
    paste: "Ou cole o que o operador lhe deu",
    pasteHint: "Uma apresentação assinada: um só texto longo. Conta uma só vez.",
    chooseFile: "Escolher o seu documento",
    judge: "Verificar a apresentação",
    empty: "Cole primeiro a apresentação do operador.",
    arrived: "A resposta do operador chegou.",
    held: {
      headline: ({ type, issuer }) => `Documento autêntico, apresentado pelo seu titular: ${type.one}, emitido por ${issuer}`,
      means: "Quem tem a chave deste certificado assinou o seu pedido, aqui e agora. O certificado está exatamente como o seu emissor o assinou; o emissor estava habilitado a emiti-lo, e ele continua em vigor.",
      todo: "Compare o que está abaixo, como o número do certificado e o número do operador, com os papéis do operador. O que o certificado diz ainda depende da palavra do seu emissor.",
    },
    holder: "Apresentado por",
    credential: (number, of) => (of === 1 ? "O certificado" : `Certificado ${number} de ${of}`),
  },
  handIn: {
    title: "Pedem-lhe que apresente o seu certificado",
    lead: "Assine o seu certificado com a sua própria chave para quem o pede, e entregue-o aqui. Ele é avaliado uma só vez e mostrado a quem o pediu; o texto em si não é guardado.",
    asks: "Pedido no endereço",
    otherPlace: "O pedido nomeia um lugar diferente da página em que está. Não entregue nada se não conhecer ambos.",
    careful: "Qualquer pessoa pode fazer aqui um pedido em nome deste endereço: o que revelar é mostrado a quem o fez. Entregue só o que assinou para este exato pedido, e só se conhecer quem lhe deu este link.",
    label: "A sua apresentação assinada",
    send: "Entregar",
    sent: { means: "Entregue.", todo: "Quem a pediu vê agora a resposta. Pode fechar esta página." },
    gone: { means: "Já nada é esperado para este pedido.", todo: "O pedido terminou, ou alguém já entregou uma apresentação. Peça um novo link." },
    badLink: { means: "Este link não está completo.", todo: "Digitalize o código de novo, ou peça outra vez o link." },
    back: "Para a mesa de consulta",
  },
};
