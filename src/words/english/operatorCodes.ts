// The codes of operators' credentials in English.

import type { OperatorCodeWords } from "../operatorCodes.ts";

export const englishOperatorCodes: OperatorCodeWords = {
  authorisationTypes: { AEOC: "AEOC: customs simplifications", AEOS: "AEOS: security and safety", AEOF: "AEOF: customs simplifications, security and safety", OTHER: "of the programme’s own kind" },
  roles: {
    ...{ exporter: "exporter", importer: "importer", declarant: "declarant", representative: "representative", principal: "principal", warehouseKeeper: "warehouse keeper" },
    ...{ carrier: "carrier", manufacturer: "manufacturer", portOperator: "port operator", other: "other" },
  },
  tradeSectors: {
    ...{ importer: "importer", exporter: "exporter", manufacturer: "manufacturer", customsBroker: "customs broker", consolidator: "consolidator", thirdPartyLogistics: "third-party logistics" },
    ...{ seaCarrier: "sea carrier", airCarrier: "air carrier", railCarrier: "rail carrier", roadCarrier: "road carrier", terminalOperator: "terminal operator", warehouseOperator: "warehouse operator", other: "other" },
  },
  operatorTypes: {
    ...{ seaCarrier: "sea carrier", airCarrier: "air carrier", railCarrier: "rail carrier", roadCarrier: "road carrier", inlandWaterCarrier: "inland water carrier", postalOperator: "postal operator" },
    ...{ thirdPartyLogistics: "third-party logistics", consolidator: "consolidator", freightForwarder: "freight forwarder", terminalOperator: "terminal operator", other: "other" },
  },
  transportModes: { 1: "sea", 2: "rail", 3: "road", 4: "air", 5: "mail", 6: "several modes", 7: "fixed installation", 8: "inland water" },
};
