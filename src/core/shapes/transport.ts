// How goods travel, as a certificate of origin tells it.

import { transportMode, unlocode } from "./codes.ts";
import { may, object, should } from "./shape.ts";
import { registerNumber } from "./parts.ts";
import { date, text } from "./texts.ts";

/** The journey of a consignment. */
export const transport = object({
  mode: should(transportMode, { shown: "public", says: "the mode of transport", source: "WCO T022 / TDED 8067, UN/ECE Rec. 19" }),
  meansName: may(text(70), { shown: "public", says: "the ship, flight or vehicle", source: "WCO T005 / TDED 8212" }),
  voyage: may(text(35), { shown: "public", says: "the voyage", source: "TDED 8028" }),
  departureDate: should(date, { shown: "public", says: "the day of departure", source: "WCO 156 / TDED 2380" }),
  loadingPort: should(unlocode, { shown: "public", says: "the port where the goods are loaded, by its UN/LOCODE", source: "WCO L010 / TDED 3225" }),
  dischargePort: should(unlocode, { shown: "public", says: "the port where the goods are unloaded, by its UN/LOCODE", source: "WCO L013 / TDED 3225" }),
  transportDocument: may(text(70), { shown: "public", says: "the transport document's number", source: "WCO D023 / TDED 1004" }),
  carrierId: may(registerNumber, { shown: "public", says: "the carrier's number", source: "WCO R012 / TDED 3039" }),
});
