// Portuguese on paper: the captions that forms of this kind bear, and plain words for codes.

import { portugueseAeoPaper } from "./aeoPaper.ts";
import { date, dateTime } from "./dates.ts";
import { portugueseOperatorCodes } from "./operatorCodes.ts";
import { ONE_AND_MORE, paperCodes, type PaperCodes } from "../paperCodes.ts";
import type { OriginPaperWords, PaperWords } from "../paperWords.ts";

const codes: PaperCodes = {
  language: "pt",
  forms: ONE_AND_MORE,
  units: {
    KGM: "kg", GRM: "g", TNE: "t", LTR: "l", MTR: "m", MTK: "m²", MTQ: "m³", KWH: "kWh", HLT: "hl",
    H87: ["peça", "peças"], C62: ["unidade", "unidades"], NPR: ["par", "pares"], PR: ["par", "pares"], DZN: ["dúzia", "dúzias"], SET: ["conjunto", "conjuntos"],
  },
  kinds: {
    CT: ["caixa de cartão", "caixas de cartão"], BX: ["caixa", "caixas"], BG: ["saco", "sacos"], PX: ["palete", "paletes"], DR: ["tambor", "tambores"], CR: ["engradado", "engradados"], PK: ["volume", "volumes"], RO: ["rolo", "rolos"],
    BE: ["feixe", "feixes"], CS: ["caixote", "caixotes"], BA: ["barril", "barris"], BL: ["fardo", "fardos"], SA: ["saca", "sacas"], VR: ["lote a granel, sólido", "lotes a granel, sólido"], VL: ["lote a granel, líquido", "lotes a granel, líquido"], NE: ["artigo não embalado", "artigos não embalados"],
  },
  modes: { 1: "Marítimo", 2: "Ferroviário", 3: "Rodoviário", 4: "Aéreo", 5: "Postal", 6: "Multimodal", 7: "Por instalação fixa", 8: "Por vias navegáveis interiores" },
};

const origin: OriginPaperWords = {
  title: "Certificado de origem",
  preferential: "Preferencial",
  nonPreferential: "Não preferencial",
  form: (formType) => `Formulário ${formType}`,
  boxes: {
    exporter: "1 Exportador: nome, endereço, país",
    number: "2 Número do certificado",
    consignee: "3 Destinatário: nome, endereço, país",
    countries: "4 País de origem; procedência e destino",
    transport: "5 Informações relativas ao transporte",
    remarks: "6 Observações",
    item: "7 N.º",
    packages: "8 Marcas e números; quantidade e tipo de volumes",
    description: "9 Descrição das mercadorias; código SH",
    criterion: "10 Origem; critério",
    weight: "11 Peso bruto; quantidade; valor",
    invoice: "12 Número e data da fatura",
    certification: "13 Certificação da entidade habilitada",
    declaration: "14 Declaração do exportador",
    code: "15 Verifique este documento",
  },
  importerUnknown: "Desconhecido no momento da emissão",
  producer: "Produtor",
  producerConfidential: "Produtor: à disposição das autoridades competentes, mediante pedido",
  identifier: "N.º",
  route: (from, to) => (from === null ? `Para: ${to ?? ""}` : `De: ${from}${to === null ? "" : ` – para: ${to}`}`),
  departure: "Partida:",
  transportDocument: "Documento de transporte",
  carrier: "Transportador",
  consignment: "Referência única da remessa (UCR)",
  hsCode: "SH",
  gross: "bruto",
  valueFreeOnBoard: "FOB",
  thirdCountryInvoice: "país terceiro",
  totalPackages: "Total de volumes",
  officer: "Certificado por",
  marks: {
    retroactive: "EMITIDO A POSTERIORI",
    certifiedTrueCopy: "SEGUNDA VIA – CÓPIA FIEL DO ORIGINAL",
    replacement: "CERTIFICADO DE SUBSTITUIÇÃO",
    backToBack: "Certificado «back-to-back»",
    cumulation: "Acumulação",
    partialCumulation: "Acumulação parcial",
    deMinimis: "De minimis",
    exhibition: "Exposição",
  },
  replaces: ({ isCopy, number: replaced, date: day, reason }) => `${isCopy ? "Cópia fiel do certificado" : "Substitui o certificado"} ${replaced}${day === null ? "" : ` de ${date(day)}`}${reason === null ? "" : ` (${reason})`}`,
};

/** Portuguese, for paper. */
export const portuguesePaper: PaperWords = {
  language: "pt",
  day: date,
  moment: dateTime,
  ...paperCodes(codes),
  checkHow: "Abra o seu próprio verificador e leia este código com ele; não siga nenhum link.",
  sheet: (at, of) => `Folha ${at} de ${of}`,
  continued: "continua numa folha adicional",
  continuationOf: (box) => `Continuação do campo ${box}`,
  continuationSheet: "Folha adicional",
  codes: portugueseOperatorCodes,
  origin,
  aeo: portugueseAeoPaper,
};
