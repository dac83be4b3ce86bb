// The codes of operators' credentials in French.

import type { OperatorCodeWords } from "../operatorCodes.ts";

export const frenchOperatorCodes: OperatorCodeWords = {
  authorisationTypes: { AEOC: "AEOC : simplifications douanières", AEOS: "AEOS : sécurité et sûreté", AEOF: "AEOF : simplifications douanières, sécurité et sûreté", OTHER: "d’un genre propre au programme" },
  roles: {
    ...{ exporter: "exportateur", importer: "importateur", declarant: "déclarant", representative: "représentant", principal: "principal obligé", warehouseKeeper: "entrepositaire" },
    ...{ carrier: "transporteur", manufacturer: "fabricant", portOperator: "exploitant portuaire", other: "autre" },
  },
  tradeSectors: {
    ...{ importer: "importateur", exporter: "exportateur", manufacturer: "fabricant", customsBroker: "commissionnaire en douane", consolidator: "groupeur", thirdPartyLogistics: "logistique pour compte de tiers" },
    ...{ seaCarrier: "transporteur maritime", airCarrier: "transporteur aérien", railCarrier: "transporteur ferroviaire", roadCarrier: "transporteur routier", terminalOperator: "exploitant de terminal", warehouseOperator: "exploitant d’entrepôt", other: "autre" },
  },
  operatorTypes: {
    ...{ seaCarrier: "transporteur maritime", airCarrier: "transporteur aérien", railCarrier: "transporteur ferroviaire", roadCarrier: "transporteur routier", inlandWaterCarrier: "transporteur fluvial", postalOperator: "opérateur postal" },
    ...{ thirdPartyLogistics: "logistique pour compte de tiers", consolidator: "groupeur", freightForwarder: "transitaire", terminalOperator: "exploitant de terminal", other: "autre" },
  },
  transportModes: { 1: "voie maritime", 2: "chemin de fer", 3: "voie routière", 4: "voie aérienne", 5: "voie postale", 6: "plusieurs modes", 7: "installation fixe", 8: "navigation intérieure" },
};
