// English on paper: the captions that forms of this kind bear, and plain words for codes.

import { country } from "./countries.ts";
import { englishAeoPaper } from "./aeoPaper.ts";
import { date, dateTime } from "./dates.ts";
import { englishOperatorCodes } from "./operatorCodes.ts";
import type { OriginPaperWords, PaperWords } from "../paperWords.ts";

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  KGM: ["kg", "kg"], GRM: ["g", "g"], TNE: ["t", "t"], LTR: ["l", "l"], MTR: ["m", "m"], MTK: ["m²", "m²"], MTQ: ["m³", "m³"], KWH: ["kWh", "kWh"],
  H87: ["piece", "pieces"], C62: ["unit", "units"], NPR: ["pair", "pairs"], PR: ["pair", "pairs"], DZN: ["dozen", "dozen"], SET: ["set", "sets"], HLT: ["hl", "hl"],
};
const PACKAGES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  CT: ["carton", "cartons"], BX: ["box", "boxes"], BG: ["bag", "bags"], PX: ["pallet", "pallets"], DR: ["drum", "drums"], CR: ["crate", "crates"], PK: ["package", "packages"], RO: ["roll", "rolls"],
  BE: ["bundle", "bundles"], CS: ["case", "cases"], BA: ["barrel", "barrels"], BL: ["bale", "bales"], SA: ["sack", "sacks"], VR: ["lot in bulk, solid", "lots in bulk, solid"], VL: ["lot in bulk, liquid", "lots in bulk, liquid"], NE: ["item, unpacked", "items, unpacked"],
};
const MODES: Readonly<Record<string, string>> = { 1: "By sea", 2: "By rail", 3: "By road", 4: "By air", 5: "By mail", 6: "By several modes", 7: "By fixed installation", 8: "By inland water" };

/** A thin line between thousands and millions; decimals as they came. */
const number = (decimal: string): string => decimal.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** A code without a name here stands as it is: a reader can look it up, and nothing is guessed. */
const counted = (names: Readonly<Record<string, readonly [one: string, many: string]>>, code: string, isOne: boolean): string => names[code]?.[isOne ? 0 : 1] ?? code;

const origin: OriginPaperWords = {
  title: "Certificate of origin",
  preferential: "Preferential",
  nonPreferential: "Non-preferential",
  form: (formType) => `Form ${formType}`,
  boxes: {
    exporter: "1 Exporter: name, address, country",
    number: "2 Certificate number",
    consignee: "3 Consignee: name, address, country",
    countries: "4 Country of origin; from and to",
    transport: "5 Transport details",
    remarks: "6 Remarks",
    item: "7 Item",
    packages: "8 Marks and numbers; number and kind of packages",
    description: "9 Description of goods; HS code",
    criterion: "10 Origin; criterion",
    weight: "11 Gross weight; quantity; value",
    invoice: "12 Number and date of invoice",
    certification: "13 Certification by the competent body",
    declaration: "14 Declaration by the exporter",
    code: "15 Check this paper",
  },
  importerUnknown: "Not known at the time of issue",
  producer: "Producer",
  producerConfidential: "Producer: available to the competent authorities on request",
  identifier: "No.",
  route: (from, to) => (from === null ? `To ${to ?? ""}` : `From ${from}${to === null ? "" : ` to ${to}`}`),
  departure: "Departure",
  transportDocument: "Transport document",
  carrier: "Carrier",
  consignment: "Consignment reference (UCR)",
  hsCode: "HS",
  gross: "gross",
  valueFreeOnBoard: "FOB",
  thirdCountryInvoice: "third country",
  totalPackages: "Total packages",
  officer: "Certified by",
  marks: {
    retroactive: "ISSUED RETROACTIVELY",
    certifiedTrueCopy: "DUPLICATE – CERTIFIED TRUE COPY",
    replacement: "REPLACEMENT",
    backToBack: "Back-to-back certificate",
    cumulation: "Cumulation",
    partialCumulation: "Partial cumulation",
    deMinimis: "De minimis",
    exhibition: "Exhibition",
  },
  replaces: ({ isCopy, number: replaced, date: day, reason }) => `${isCopy ? "Certified true copy of" : "Replaces"} certificate ${replaced}${day === null ? "" : ` of ${date(day)}`}${reason === null ? "" : ` (${reason})`}`,
};

/** English, for paper. */
export const englishPaper: PaperWords = {
  language: "en",
  day: date,
  moment: dateTime,
  country,
  number,
  measure: (value, unit) => `${number(value)} ${counted(UNITS, unit, value === "1")}`,
  packages: (count, kind) => `${number(String(count))} ${counted(PACKAGES, kind, count === 1)}`,
  transportMode: (mode) => MODES[mode] ?? mode,
  checkHow: "Open your own verifier and scan this code; do not follow links.",
  sheet: (at, of) => `Sheet ${at} of ${of}`,
  continued: "continued on a continuation sheet",
  continuationOf: (box) => `Continuation of box ${box}`,
  continuationSheet: "Continuation sheet",
  codes: englishOperatorCodes,
  origin,
  aeo: englishAeoPaper,
};
