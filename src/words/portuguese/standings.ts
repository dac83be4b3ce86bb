// Standings in Portuguese, with their reasons.

import type { Words } from "../words.ts";

export const standingReasons: Words["standingReasons"] = {
  unspecified: "não indicado",
  issued_in_error: "emissão por engano",
  wrong_content: "conteúdo errado",
  lost_or_stolen: "perda ou roubo",
  fraud: "fraude",
  holder_request: "a pedido do titular",
  under_investigation: "em investigação",
  conditions_no_longer_met: "as suas condições já não são cumpridas",
  superseded: "substituição por uma versão mais recente",
  ended: "fim do período previsto",
};

export const standings: Words["standings"] = { active: "Em vigor", suspended: "Suspenso", revoked: "Revogado", replaced: "Substituído por outro documento" };

export const standingWarnings: Words["standingWarnings"] = {
  not_above_issuer: "Segundo as autoridades de confiança deste serviço, a sua entidade nunca respondeu por este emissor para este tipo de documento; por isso a sua declaração não conta aqui. Outro verificador pode entender de outro modo.",
  document_unknown: "O livro-razão não menciona nenhum documento deste tipo, deste emissor e com estes bytes. Se foi inscrito sem ser nomeado, a sua declaração conta da mesma forma.",
  not_looked_up: "O livro-razão não respondeu a tempo; por isso não foi possível verificar se a sua declaração conta.",
};
