// Spanish on paper: the captions that forms of this kind bear, and plain words for codes.

import { spanishAeoPaper } from "./aeoPaper.ts";
import { date, dateTime } from "./dates.ts";
import { spanishOperatorCodes } from "./operatorCodes.ts";
import { ONE_AND_MORE, paperCodes, type PaperCodes } from "../paperCodes.ts";
import type { OriginPaperWords, PaperWords } from "../paperWords.ts";

const codes: PaperCodes = {
  language: "es",
  forms: ONE_AND_MORE,
  units: {
    KGM: "kg", GRM: "g", TNE: "t", LTR: "l", MTR: "m", MTK: "m²", MTQ: "m³", KWH: "kWh", HLT: "hl",
    H87: ["pieza", "piezas"], C62: ["unidad", "unidades"], NPR: ["par", "pares"], PR: ["par", "pares"], DZN: ["docena", "docenas"], SET: ["juego", "juegos"],
  },
  kinds: {
    CT: ["caja de cartón", "cajas de cartón"], BX: ["caja", "cajas"], BG: ["bolsa", "bolsas"], PX: ["paleta", "paletas"], DR: ["tambor", "tambores"], CR: ["jaula", "jaulas"], PK: ["bulto", "bultos"], RO: ["rollo", "rollos"],
    BE: ["atado", "atados"], CS: ["cajón", "cajones"], BA: ["barril", "barriles"], BL: ["fardo", "fardos"], SA: ["saco", "sacos"], VR: ["lote a granel, sólido", "lotes a granel, sólido"], VL: ["lote a granel, líquido", "lotes a granel, líquido"], NE: ["artículo sin embalar", "artículos sin embalar"],
  },
  modes: { 1: "Marítimo", 2: "Ferroviario", 3: "Por carretera", 4: "Aéreo", 5: "Postal", 6: "Multimodal", 7: "Por instalación fija", 8: "Por vías navegables interiores" },
};

const origin: OriginPaperWords = {
  title: "Certificado de origen",
  preferential: "Preferencial",
  nonPreferential: "No preferencial",
  form: (formType) => `Formulario ${formType}`,
  boxes: {
    exporter: "1 Exportador: nombre, dirección, país",
    number: "2 Número del certificado",
    consignee: "3 Destinatario: nombre, dirección, país",
    countries: "4 País de origen; procedencia y destino",
    transport: "5 Información relativa al transporte",
    remarks: "6 Observaciones",
    item: "7 N.º",
    packages: "8 Marcas y números; número y clase de bultos",
    description: "9 Descripción de las mercancías; código SA",
    criterion: "10 Origen; criterio",
    weight: "11 Peso bruto; cantidad; valor",
    invoice: "12 Número y fecha de la factura",
    certification: "13 Certificación de la entidad habilitada",
    declaration: "14 Declaración del exportador",
    code: "15 Verifique este documento",
  },
  importerUnknown: "Desconocido en el momento de la emisión",
  producer: "Productor",
  producerConfidential: "Productor: a disposición de las autoridades competentes, previa solicitud",
  identifier: "N.º",
  route: (from, to) => (from === null ? `A: ${to ?? ""}` : `De: ${from}${to === null ? "" : ` – a: ${to}`}`),
  departure: "Salida:",
  transportDocument: "Documento de transporte",
  carrier: "Transportista",
  consignment: "Referencia única del envío (RUE)",
  hsCode: "SA",
  gross: "bruto",
  valueFreeOnBoard: "FOB",
  thirdCountryInvoice: "tercer país",
  totalPackages: "Total de bultos",
  officer: "Certificado por",
  marks: {
    retroactive: "EXPEDIDO A POSTERIORI",
    certifiedTrueCopy: "DUPLICADO – COPIA FIEL DEL ORIGINAL",
    replacement: "CERTIFICADO SUSTITUTIVO",
    backToBack: "Certificado «back-to-back»",
    cumulation: "Acumulación",
    partialCumulation: "Acumulación parcial",
    deMinimis: "De minimis",
    exhibition: "Exposición",
  },
  replaces: ({ isCopy, number: replaced, date: day, reason }) => `${isCopy ? "Copia fiel del certificado" : "Sustituye al certificado"} ${replaced}${day === null ? "" : ` del ${date(day)}`}${reason === null ? "" : ` (${reason})`}`,
};

/** Spanish, for paper. */
export const spanishPaper: PaperWords = {
  language: "es",
  day: date,
  moment: dateTime,
  ...paperCodes(codes),
  checkHow: "Abra su propio verificador y escanee este código; no siga ningún enlace.",
  sheet: (at, of) => `Hoja ${at} de ${of}`,
  continued: "continúa en una hoja adicional",
  continuationOf: (box) => `Continuación de la casilla ${box}`,
  continuationSheet: "Hoja adicional",
  codes: spanishOperatorCodes,
  origin,
  aeo: spanishAeoPaper,
};
