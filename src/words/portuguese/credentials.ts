// Credentials and presentations in Portuguese: the reasons that only they can have. A challenge is what the verifier asks for: a "pedido".

import type { Words } from "../words.ts";

type OfCredentials =
  | "credential_type_unknown"
  | "shape_violated"
  | "expired"
  | "not_yet_valid"
  | "status_silent"
  | "presentation_malformed"
  | "presentation_expired"
  | "challenge_mismatch"
  | "challenge_unknown"
  | "challenge_used"
  | "challenge_expired"
  | "audience_mismatch"
  | "holder_not_subject";

const ANEW = "Crie um novo pedido e solicite ao titular que apresente de novo as suas credenciais.";

export const portugueseCredentialReasons: Pick<Words["reasons"], OfCredentials> = {
  credential_type_unknown: {
    means: "É uma credencial de um tipo que este verificador não conhece; por isso ninguém aqui pode dizer quem tem o direito de a emitir.",
    todo: "Use um verificador que conheça este tipo, ou pergunte ao emissor. Nada mostra que a credencial seja falsa.",
  },
  shape_violated: {
    means: "O emissor assinou-a, mas o que ela diz não é o que diz uma credencial do seu tipo.",
    todo: "Não confie nela. Peça ao emissor uma credencial completa; o relatório nomeia os elementos errados.",
  },
  expired: {
    means: "O período indicado pela credencial terminou.",
    todo: "Não a aceite. Peça ao titular uma credencial que esteja em vigor hoje.",
  },
  not_yet_valid: {
    means: "O período indicado pela credencial ainda não começou.",
    todo: "Não a aceite antes dessa data. Verifique de novo quando o período tiver começado.",
  },
  status_silent: {
    means: "A credencial nomeia uma lista de estados, e essa lista não pôde ser lida ou não merece crédito. Isto nada diz sobre a credencial.",
    todo: "Verifique de novo dentro de alguns minutos. Até lá, considere a credencial como não verificada.",
  },
  presentation_malformed: {
    means: "Apresenta-se como uma apresentação assinada de credenciais, mas não está construída como tal.",
    todo: `Não confie nela. ${ANEW}`,
  },
  presentation_expired: {
    means: "O titular assinou esta apresentação há demasiado tempo, ou para outro momento.",
    todo: ANEW,
  },
  challenge_mismatch: {
    means: "A apresentação responde a um pedido diferente do seu.",
    todo: `Pode ser uma apresentação feita para outra pessoa. ${ANEW}`,
  },
  challenge_unknown: {
    means: "Este serviço nunca criou esse pedido, ou já não se lembra dele.",
    todo: ANEW,
  },
  challenge_used: {
    means: "Este pedido já foi respondido. Uma apresentação conta uma só vez.",
    todo: `Talvez alguém apresente uma cópia. ${ANEW}`,
  },
  challenge_expired: {
    means: "A resposta ao pedido chegou tarde demais.",
    todo: ANEW,
  },
  audience_mismatch: {
    means: "A apresentação, ou o pedido, destinava-se a alguém que não é quem a verifica.",
    todo: `Pode ser uma apresentação feita em outro lugar e reenviada. ${ANEW}`,
  },
  holder_not_subject: {
    means: "Quem a apresenta não é aquele de quem a credencial fala, ou não assinou.",
    todo: "Não a aceite desta pessoa. Peça que a apresente aquele de quem a credencial fala.",
  },
};
