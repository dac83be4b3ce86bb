// Every fault in Portuguese: why there was no answer, and what to do now. None of these is a verdict.

import type { Words } from "../words.ts";

const CONFIGURE = "Corrija a configuração e inicie de novo.";
const LATER = "Tente de novo dentro de alguns minutos.";
const NEW_KEY = "Peça uma nova ao operador deste serviço.";

export const portugueseFaults: Words["faults"] = {
  digest_malformed: { means: "Isto não é um resumo criptográfico.", todo: "Um resumo criptográfico tem exatamente 64 caracteres: algarismos e as letras minúsculas de «a» a «f». Copie-o de novo." },
  document_type_malformed: { means: "Isto não é um tipo de documento.", todo: "Um tipo de documento tem de 1 a 8 letras maiúsculas ou algarismos, por exemplo 861 ou AEO." },
  address_malformed: { means: "Isto não é um endereço.", todo: "Um endereço é composto por 0x e 40 caracteres, de 0 a 9 e de «a» a «f»." },
  code_malformed: { means: "O código não pode ser lido, ou não é do Tradeseal.", todo: "Digitalize-o de novo, bem plano e com boa luz; ou verifique o documento original." },
  pdf_unusable: { means: "Não é possível estampar o código neste PDF.", todo: "Gere o documento de novo como PDF simples, sem senha nem assinatura, e estampe esse." },
  seal_malformed: { means: "O selo não pode ser lido.", todo: "Peça de novo o selo ao remetente, ou verifique o documento sem ele." },
  evidence_malformed: { means: "A prova não pode ser lida.", todo: "Peça a prova de novo, ou verifique o documento no próprio livro-razão." },
  evidence_unavailable: { means: "Este ponto de acesso ao livro-razão não consegue provar o que o livro-razão diz.", todo: "Consulte outro ponto de acesso ao mesmo livro-razão." },
  request_malformed: { means: "A consulta não foi compreendida.", todo: "Veja abaixo qual é a parte em causa, corrija-a e consulte de novo." },
  body_malformed: { means: "A consulta chegou danificada.", todo: "Consulte de novo. Se isto se repetir, envie JSON válido ou um formulário multipart." },
  file_missing: { means: "Nenhum documento chegou.", todo: "Escolha o documento de novo." },
  file_too_large: { means: "O documento é maior do que este serviço aceita.", todo: "Calcule o resumo criptográfico do seu lado e envie-o: a página e a linha de comando fazem isso." },
  media_type_unsupported: { means: "A consulta chegou num formato que este serviço não lê.", todo: "Envie JSON ou um formulário multipart." },
  key_missing: { means: "Para isto é preciso uma chave de API.", todo: "Envie a sua chave, ou peça uma ao operador deste serviço." },
  key_unknown: { means: "Esta chave de API não é conhecida aqui.", todo: "Verifique se a chave está completa e se é deste serviço." },
  key_expired: { means: "Esta chave de API expirou.", todo: NEW_KEY },
  key_revoked: { means: "Esta chave de API foi retirada.", todo: NEW_KEY },
  scope_missing: { means: "Esta chave de API não serve para isto.", todo: "Peça ao operador deste serviço uma chave com a permissão indicada abaixo." },
  name_refused: { means: "Ninguém pode ser habilitado com este nome.", todo: "Escreva o nome com letras simples e espaços, sem caracteres ocultos." },
  name_look_alike: { means: "Este nome pode ser confundido com outro.", todo: "Veja quem tem o outro nome. Se ambos forem honestos, indique que conhece a semelhança." },
  nothing_to_withdraw: { means: "Não existe tal habilitação para retirar.", todo: "Verifique a entidade habilitada e o tipo de documento." },
  credential_invalid: { means: "A credencial não seria o que diz ser.", todo: "Corrija os pontos indicados abaixo e peça de novo." },
  receipts_unavailable: { means: "Este serviço não assina recibos.", todo: "Guarde antes a prova, ou consulte um verificador que assine recibos. O operador deste serviço pode designar quem responde por eles." },
  issuer_key_elsewhere: { means: "Ninguém aqui pode assinar credenciais deste emissor.", todo: "Emita onde o proprietário do emissor guarda a sua chave, ou peça-lhe que inscreva uma chave de assinatura deste serviço." },
  partner_unknown: { means: "Este serviço não conhece quem consulta como parceiro.", todo: "Peça ao operador deste serviço que reconheça a autoridade que consulta." },
  not_found: { means: "Não há nada aqui, ou não é seu.", todo: "Verifique o endereço." },
  method_not_allowed: { means: "Isto não pode ser feito aqui.", todo: "Consulte a documentação deste serviço." },
  not_anchored_yet: { means: "O documento ainda não está no livro-razão; por isso ainda não tem selo.", todo: "Espere um pouco e peça de novo." },
  standing_forbidden: { means: "Esta mudança não é possível a partir da situação atual.", todo: "Uma revogação ou substituição é definitiva. Consulte primeiro a situação atual." },
  issuer_deactivated: { means: "Este emissor abandonou definitivamente a sua identidade.", todo: "Os seus documentos anteriores permanecem o que são. Para novos é preciso outra identidade: fale com o operador deste serviço." },
  idempotency_conflict: { means: "Esta Idempotency-Key já foi usada para outro pedido.", todo: "Use uma nova chave para um novo pedido." },
  limit_reached: { means: "Já existem tantos quantos pode ter.", todo: "Remova alguns de que já não precise." },
  events_forgotten: { means: "O que pede aconteceu há demasiado tempo para ser comunicado de novo.", todo: "Consulte a situação atual dos seus documentos e siga depois a partir do evento mais recente." },
  too_many_requests: { means: "Foram feitas muitas consultas em pouco tempo.", todo: "Espere um minuto e tente de novo." },
  overloaded: { means: "O serviço está muito ocupado.", todo: LATER },
  ledger_unreachable: { means: "O livro-razão não respondeu a tempo.", todo: LATER },
  ledger_mismatch: { means: "O livro-razão que responde não é aquele para o qual este serviço está configurado.", todo: "Avise o operador deste serviço." },
  write_impossible: { means: "O livro-razão nunca poderá aceitar isto.", todo: "Veja o motivo abaixo, e peça outra coisa." },
  write_refused: { means: "O livro-razão recusou isto.", todo: "Veja o motivo abaixo." },
  service_unreachable: { means: "O serviço não respondeu.", todo: "Verifique se há acesso à rede e tente de novo." },
  signing_key_unusable: { means: "Uma chave de assinatura não pode ser usada.", todo: "Verifique a frase secreta, ou o dispositivo que guarda a chave, e tente de novo." },
  store_unavailable: { means: "O serviço não pode usar o seu armazenamento por enquanto.", todo: LATER },
  data_folder_unusable: { means: "A pasta de dados não pode ser usada.", todo: CONFIGURE },
  configuration_invalid: { means: "Uma configuração tem um valor que não pode ser usado.", todo: CONFIGURE },
};
