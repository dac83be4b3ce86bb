/** The one deal all samples speak of: 320 bags of coffee from XX to YY, in June 2026. People, places and offices are invented. */
export const exporter = {
  name: "Example Trading Ltd",
  address: ["1 Port Road", "00000 Exampleville", "Exampleland (XX)"],
  tin: "XX0123456789",
  aeo: "XXAEOF0001234",
  signatory: "M. Example",
} as const;

export const consignee = {
  name: "Buyer Co",
  address: ["2 Quay St", "00001 Port Y", "Otherland (YY)"],
  tin: "YY0000000987",
} as const;

export const exportCountry = "Exampleland (XX)";
export const importCountry = "Otherland (YY)";

export const numbers = {
  origin: "XX-2026-208897",
  invoice: "INV-1122345",
  phytosanitary: "XX/PC/2026/004417",
  order: "YB-2026-0517",
  consignment: "6XX0123456789-2026-0001",
  booking: "BK-4471",
  container: "XXEU 447102 5",
  containerSeal: "EX 0088213",
} as const;

export const dates = {
  order: "12 May 2026",
  invoice: "2 June 2026",
  certificates: "3 June 2026",
  departure: "5 June 2026",
} as const;

export const voyage = {
  means: "MV Example, voyage 0123",
  from: "Exampleville (XXEXA)",
  to: "Port Y (YYPRT)",
} as const;

export const goods = {
  hsCode: "0901.11",
  botanicalName: "Coffea arabica L.",
  marks: "EX/1-320",
} as const;

export interface Lot {
  readonly sequence: number;
  readonly number: string;
  readonly marks: string;
  readonly name: string;
  readonly grade: string;
  readonly bags: number;
  readonly centsPerKilogram: number;
}

export const lots: readonly Lot[] = [
  {
    sequence: 1,
    number: "EX-26-014",
    marks: "EX/1-200",
    name: "Green coffee beans, washed",
    grade: "Grade 1, screen 18",
    bags: 200,
    centsPerKilogram: 540,
  },
  {
    sequence: 2,
    number: "EX-26-015",
    marks: "EX/201-320",
    name: "Green coffee beans, natural",
    grade: "Grade 3, screen 15",
    bags: 120,
    centsPerKilogram: 460,
  },
];

/** Net and gross weight of one jute bag of coffee; tenths, so that sums stay whole. */
const NET_KILOGRAMS_OF_BAG = 60;
const GROSS_TENTHS_OF_BAG = 607;
const FREIGHT_CENTS = 185_000;
const INSURANCE_CENTS = 22_000;

const thousands = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ",");

/** `9792000` becomes `97,920.00`. */
export const money = (cents: number): string => `${thousands(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, "0")}`;
export const kilograms = (weight: number): string => `${thousands(weight)} kg`;
export const netOf = (bags: number): number => bags * NET_KILOGRAMS_OF_BAG;
export const grossOf = (bags: number): number => (bags * GROSS_TENTHS_OF_BAG) / 10;
export const priceOf = (lot: Lot): number => netOf(lot.bags) * lot.centsPerKilogram;

const bags = lots.reduce((sum, lot) => sum + lot.bags, 0);
const fobCents = lots.reduce((sum, lot) => sum + priceOf(lot), 0);

export const totals = {
  bags,
  net: kilograms(netOf(bags)),
  gross: kilograms(grossOf(bags)),
  fob: money(fobCents),
  freight: money(FREIGHT_CENTS),
  insurance: money(INSURANCE_CENTS),
  cif: money(fobCents + FREIGHT_CENTS + INSURANCE_CENTS),
} as const;
