// Portuguese without a network.

import type { SnapshotWords } from "../snapshotWords.ts";

export const portugueseSnapshot: SnapshotWords = {
  heading: "Verificado sem rede",
  asOf: (when) => `Este dispositivo conhece a situação em ${when}. O que aconteceu desde então não se sabe.`,
  claimed: "Nomeia como emissor:",
  facts: {
    fits_seal: () => "Com certeza: o documento é aquele para o qual o seu selo foi feito. Isso não mostra quem fez o selo.",
    signed: ({ issuer }) => `Com certeza: uma chave que era então de ${issuer} assinou exatamente o que é mostrado.`,
    key_unknown: ({ issuer }) => `A chave que assinou não constava então entre as de ${issuer}. Pode ser mais recente, ou de um falsificador.`,
    accredited_then: ({ issuer, type }) => `Pelo que se sabia então, ${issuer} tinha o direito de emitir ${type.many}.`,
    not_accredited_then: ({ issuer, type }) => `Pelo que se sabia então, nenhuma autoridade em que este verificador confia respondia por ${issuer} para ${type.many}.`,
    unknown_then: () => "Não se sabe se o emissor estava então habilitado: este dispositivo não conhece todos os emissores.",
    nothing_said_then: () => "Pelo que se sabia então, ninguém tinha declarado nada contra o documento.",
    spoken_then: () => "Pelo que se sabia então, algo tinha sido declarado sobre a situação do documento: pode ter sido retirado. Não o aceite sem consultar o livro-razão.",
    spoken_unknown_then: () => "Não se sabe se algo tinha sido declarado contra o documento: este dispositivo não contém todas as declarações.",
  },
  notKnown: "Não se sabe se o livro-razão contém a sua inscrição, nem se está em vigor hoje. Verifique de novo com rede antes de confiar nele.",
  ready: (when) => `Esta página também abre sem rede, e conhece a situação em ${when}.`,
};
