// Every reason in Portuguese: what it means, and what to do now. A file is a "documento": Brazil and Portugal have no other word in common.

import { portugueseCredentialReasons } from "./credentials.ts";
import type { Words } from "../words.ts";

const AGAIN = "Verifique de novo dentro de alguns minutos. Até lá, considere o documento como não verificado.";
const EVIDENCE_AGAIN = "Não confie nesta prova. Peça-a de novo.";
const ANOTHER_DOCUMENT = "Não confie nele. Peça ao emissor um novo documento, por uma via que já saiba ser dele.";

export const portugueseReasons: Words["reasons"] = {
  file_differs: {
    means: "Estes bytes não são aqueles para os quais o selo foi feito.",
    todo: "Não confie neste documento. Uma única letra alterada, uma digitalização ou uma nova gravação faz dele outro documento: peça o original ao remetente.",
  },
  path_broken: {
    means: "O selo não conduz à inscrição que nomeia.",
    todo: "Não confie neste selo. Peça-o de novo ao remetente, ou verifique só o documento, sem selo.",
  },
  not_anchored: {
    means: "O livro-razão não contém nenhuma inscrição destes bytes.",
    todo: "Peça o documento original ao remetente: uma digitalização, uma impressão ou uma cópia gravada de novo é outro documento. Se for o original, pergunte ao emissor se ele foi selado.",
  },
  awaiting_finality: {
    means: "A inscrição é muito recente e ainda não é definitiva.",
    todo: "Espere um pouco e verifique de novo. Até lá, considere o documento como não verificado.",
  },
  ledger_silent: {
    means: "O livro-razão não respondeu a tempo. Isto nada diz sobre o documento.",
    todo: AGAIN,
  },
  ledger_unknown: {
    means: "O selo nomeia um livro-razão que este verificador não consulta. Isto nada diz sobre o documento.",
    todo: "Use um verificador que consulte esse livro-razão. O emissor pode dizer onde encontrar um.",
  },
  index_behind: {
    means: "Este verificador ainda não leu a parte mais recente do livro-razão. Isto nada diz sobre o documento.",
    todo: AGAIN,
  },
  grants_too_many: {
    means: "Em torno deste emissor há mais habilitações do que este verificador consegue seguir.",
    todo: "Avise o operador deste verificador. Até lá, considere o documento como não verificado.",
  },
  no_accreditation: {
    means: "Nenhuma autoridade em que este verificador confia responde por este emissor para este tipo de documento.",
    todo: "Antes de confiar no documento, descubra por outra via quem é o emissor. Nada mostra que o documento seja falso; o que é desconhecido aqui é o seu emissor.",
  },
  accreditation_withdrawn: {
    means: "A habilitação do emissor tinha sido retirada para o momento em que o documento foi selado.",
    todo: "Não confie nele antes de consultar a autoridade que habilitou o emissor.",
  },
  accreditation_expired: {
    means: "A habilitação do emissor já tinha terminado quando o documento foi selado.",
    todo: "Peça ao emissor um documento selado enquanto ele estava habilitado, ou consulte a autoridade que o habilitou.",
  },
  accreditation_not_yet_valid: {
    means: "A habilitação do emissor só começou depois de o documento ter sido selado.",
    todo: "Peça ao emissor que sele de novo o documento, agora que está habilitado.",
  },
  compromised: {
    means: "As chaves do emissor estão declaradas roubadas para o momento em que o documento foi selado; outra pessoa pode tê-lo selado.",
    todo: ANOTHER_DOCUMENT,
  },
  issuer_deactivated: {
    means: "O documento foi selado depois de o emissor ter encerrado esta identidade.",
    todo: ANOTHER_DOCUMENT,
  },
  other_type: {
    means: "Foi selado como um documento de um tipo diferente do esperado.",
    todo: "Veja se este é o documento de que precisa. Se for, verifique-o de novo sem indicar um tipo esperado.",
  },
  revoked: {
    means: "O documento foi retirado definitivamente.",
    todo: "Não o aceite. Peça um documento que esteja em vigor hoje.",
  },
  suspended: {
    means: "O documento está suspenso. Mais tarde pode ser restabelecido ou revogado.",
    todo: "Não o aceite por enquanto. Pergunte a quem o suspendeu, ou verifique de novo mais tarde.",
  },
  replaced: {
    means: "Outro documento tomou o seu lugar.",
    todo: "Não aceite este. Peça o documento que o substituiu, e verifique esse.",
  },
  credential_malformed: {
    means: "Apresenta-se como uma credencial assinada, mas não está construída como tal.",
    todo: "Não confie nela. Peça ao titular a credencial tal como foi emitida.",
  },
  signature_invalid: {
    means: "A assinatura não é do emissor: a credencial foi alterada, ou outra pessoa a assinou.",
    todo: "Não confie nela. Peça ao titular a credencial tal como foi emitida.",
  },
  key_not_in_did: {
    means: "A chave que a assinou não constava do livro-razão entre as do emissor quando foi feita a inscrição.",
    todo: "Não confie nela. Pergunte ao emissor se assinou isto, por uma via que já saiba ser dele.",
  },
  did_unresolvable: {
    means: "Não foi possível ler as chaves do emissor. Isto nada diz sobre a credencial.",
    todo: AGAIN,
  },
  ...portugueseCredentialReasons,
  recognition_ended: {
    means: "Um direito como este só dura enquanto uma autoridade responde por quem o concedeu, e já nenhuma o faz.",
    todo: "Não confie nele. Peça ao titular um certificado de um emissor que seja reconhecido hoje.",
  },
  not_in_evidence: {
    means: "A prova disponível não o demonstra, e ninguém foi consultado.",
    todo: "O que é mostrado como comprovado está comprovado à data do bloco da prova. Verifique o documento no livro-razão assim que houver rede: só ali se pode saber se o emissor estava habilitado e se o documento continua em vigor.",
  },
  evidence_other_block: {
    means: "A prova refere-se a um bloco diferente daquele em que confia; por isso nada prova aqui.",
    todo: "Compare o resumo criptográfico do bloco com a sua fonte, ou peça uma prova feita nesse bloco.",
  },
  evidence_header_differs: {
    means: "A prova mostra um cabeçalho que não é o do bloco em que confia; por isso nada prova.",
    todo: EVIDENCE_AGAIN,
  },
  evidence_other_account: {
    means: "A prova refere-se a um contrato diferente daquele que guarda as inscrições deste livro-razão.",
    todo: EVIDENCE_AGAIN,
  },
  evidence_other_code: {
    means: "Nesse bloco, o contrato não era aquele pelo qual este livro-razão é conhecido.",
    todo: "Não confie nesta prova. Peça uma prova feita num bloco posterior, e compare com a fonte a sua descrição do livro-razão.",
  },
  evidence_other_record: {
    means: "A prova não fala da inscrição deste documento.",
    todo: "Veja se a prova e o selo pertencem um ao outro, ou peça a prova de novo.",
  },
  evidence_broken: {
    means: "A prova foi alterada ou está incompleta: não conduz do bloco à inscrição.",
    todo: EVIDENCE_AGAIN,
  },
};
