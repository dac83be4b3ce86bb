// One item of a certificate of origin.

import { country, hsCode, hsVersion, packageKind, unit } from "./codes.ts";
import { money } from "./parts.ts";
import { flag, may, must, object, should, whole } from "./shape.ts";
import { date, decimal, form, lines, text } from "./texts.ts";

const measure = object({
  value: must(decimal, { shown: "public", says: "how much, in that unit", source: "WCO 130 / TDED 6102" }),
  unit: must(unit, { shown: "public", says: "the unit, by its code in UN/ECE Recommendation 20", source: "UN/ECE Rec. 20" }),
});

const packages = object({
  count: must(whole(1, 1_000_000_000), { shown: "public", says: "how many packages", source: "WCO 144" }),
  kind: must(packageKind, { shown: "public", says: "the kind of package, by its code in UN/ECE Recommendation 21", source: "WCO 141 / TDED 7065, UN/ECE Rec. 21" }),
});

const criterion = object({
  code: must(form({ pattern: "[A-Z][A-Z0-9+ .-]{0,34}", most: 35, expects: "a criterion in capital letters, such as WO, PSR, CTSH or RVC" }), { shown: "public", says: "the criterion", source: "WCO 436; trade agreements" }),
  valueContent: may(form({ pattern: "100(?:\\.0{1,4})?|[1-9]?[0-9](?:\\.[0-9]{1,4})?", most: 8, expects: "a percentage as text, 0 to 100" }), { shown: "public", says: "the value content in percent", source: "trade agreements" }),
});

const invoice = object({
  number: must(text(35), { shown: "authorities", says: "the invoice's number", source: "WCO D016 / TDED 1004" }),
  date: must(date, { shown: "authorities", says: "the day of the invoice", source: "WCO D015 / TDED 2380" }),
  thirdCountry: may(flag, { shown: "authorities", says: "whether the invoice comes from a third country", source: "trade agreements" }),
});

/** An item. */
export const cooItem = object({
  sequence: must(whole(1, 100_000), { shown: "public", says: "the item's number", source: "WCO 006 / TDED 1050" }),
  marks: must(lines(512), { shown: "holder", says: "marks and numbers on the packages", source: "TDED 7102" }),
  packages: must(packages, { shown: "holder", says: "the packages", source: "WCO 144, 141 / TDED 6061, 7065" }),
  description: must(lines(1000), { shown: "holder", says: "the goods in words", source: "WCO 137 / TDED 7002" }),
  shortDescription: may(text(100), { shown: "public", says: "the goods in a few words that anybody may read", source: "ICC verification site" }),
  hsCode: must(hsCode, { shown: "holder", says: "the code of the Harmonized System", source: "WCO 337 / TDED 7357" }),
  hsVersion: should(hsVersion, { shown: "holder", says: "the edition of the Harmonized System that the code is from", source: "WCO HS Convention" }),
  originCountry: must(country, { shown: "public", says: "the country of origin", source: "ICC verification site; ISO 3166-1" }),
  originCriterion: may(criterion, { shown: "holder", says: "why the goods originate there; needed with a preference", source: "WCO 436" }),
  quantity: must(measure, { shown: "holder", says: "the quantity", source: "WCO 130 / TDED 6102" }),
  grossWeight: must(measure, { shown: "holder", says: "the gross weight", source: "WCO 126 / TDED 6018" }),
  fobValue: may(money, { shown: "authorities", says: "the value free on board, where the agreement asks for it", source: "ATIGA box 9" }),
  invoice: should(invoice, { shown: "authorities", says: "the invoice", source: "WCO D016, D015" }),
});
