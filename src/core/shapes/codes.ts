// Codes: the lists and forms of codes that trade documents use, as far as they are public.

import { code } from "./shape.ts";
import { form } from "./texts.ts";

/** ISO 3166-1 alpha-2, and XK, which customs use for Kosovo. */
export const COUNTRIES = (
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ " +
  "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM " +
  "PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
  "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
).split(" ");

/** ISO 4217, the currencies that money is counted in today. */
const CURRENCIES = (
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR " +
  "FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR " +
  "MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS " +
  "UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF XSU XUA YER ZAR ZMW ZWG"
).split(" ");

const countries = new Set(COUNTRIES);
/** Whether the first two letters are a country's. */
export const beginsWithCountry = (text: string): boolean => countries.has(text.slice(0, 2));

/** A country. */
export const country = code(COUNTRIES, "a country of ISO 3166-1 alpha-2, such as KE");
/** A currency. */
export const currency = code(CURRENCIES, "a currency of ISO 4217, such as USD");

/** A place of UN/LOCODE: the form and the country. The places themselves (over 100,000, twice a year new ones) are not listed here. */
export const unlocode = form({
  ...{ pattern: "[A-Z]{2}[A-Z2-9]{3}", most: 5, expects: "a UN/LOCODE, two letters of a country and three letters or digits 2 to 9, such as KEMBA" },
  // XZ: installations in international waters.
  check: { fits: (place) => beginsWithCountry(place) || place.startsWith("XZ"), expects: "a UN/LOCODE that begins with a country of ISO 3166-1" },
});

/** A code of the Harmonized System: six digits, and what national tariffs add. */
export const hsCode = form({ pattern: "[0-9]{6,12}", most: 12, expects: "a code of the Harmonized System, 6 to 12 digits without points, such as 220421" });
/** Editions of the Harmonized System, by the year they entered into force. */
export const hsVersion = code(["1988", "1992", "1996", "2002", "2007", "2012", "2017", "2022", "2028"], "an edition of the Harmonized System, such as 2022");

/** A unit of measurement: the form of UN/ECE Recommendation 20. */
export const unit = form({ pattern: "[A-Z0-9]{2,3}", most: 3, expects: "a unit of UN/ECE Recommendation 20, two or three capital letters or digits, such as KGM" });
/** A kind of package: the form of UN/ECE Recommendation 21. */
export const packageKind = form({ pattern: "[A-Z0-9]{2}", most: 2, expects: "a kind of package of UN/ECE Recommendation 21, two capital letters or digits, such as CT" });

/** UN/ECE Recommendation 19: 1 sea, 2 rail, 3 road, 4 air, 5 mail, 6 several modes, 7 fixed installations, 8 inland water. */
export const transportMode = code(["1", "2", "3", "4", "5", "6", "7", "8"], "a mode of transport of UN/ECE Recommendation 19, 1 to 8 as text, such as 1 for sea");

/** Kinds of authorisation: customs simplifications, security and safety, both; or a programme that does not divide so. */
export const aeoType = code(["AEOC", "AEOS", "AEOF", "OTHER"], "AEOC (customs simplifications), AEOS (security and safety), AEOF (both) or OTHER");

/** The EU document codes Y022 to Y029, in words. */
export const aeoRole = code(["exporter", "importer", "declarant", "representative", "principal", "warehouseKeeper", "carrier", "manufacturer", "portOperator", "other"], "a role in the supply chain, such as exporter, importer, declarant, warehouseKeeper or carrier");

/** What an operator does, after CTPAT's trade sectors. */
export const tradeSector = code(
  ["importer", "exporter", "manufacturer", "customsBroker", "consolidator", "thirdPartyLogistics", "seaCarrier", "airCarrier", "railCarrier", "roadCarrier", "terminalOperator", "warehouseOperator", "other"],
  "a sector, such as manufacturer, customsBroker, consolidator, seaCarrier or roadCarrier",
);

/** What a transport operator does, after CTPAT's trade sectors. */
export const operatorType = code(
  ["seaCarrier", "airCarrier", "railCarrier", "roadCarrier", "inlandWaterCarrier", "postalOperator", "thirdPartyLogistics", "consolidator", "freightForwarder", "terminalOperator", "other"],
  "a kind of transport operator, such as roadCarrier, seaCarrier, airCarrier or consolidator",
);

/** Our code of a document type. */
export const documentTypeCode = form({ pattern: "[A-Z0-9]{1,8}", most: 8, expects: "a document type, 1 to 8 capital letters or digits, such as 861 or AEO" });
