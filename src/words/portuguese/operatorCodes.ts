// The codes of operators' credentials in Portuguese.

import type { OperatorCodeWords } from "../operatorCodes.ts";

export const portugueseOperatorCodes: OperatorCodeWords = {
  authorisationTypes: { AEOC: "AEOC: simplificações aduaneiras", AEOS: "AEOS: segurança e proteção", AEOF: "AEOF: simplificações aduaneiras, segurança e proteção", OTHER: "de um tipo próprio do programa" },
  roles: {
    ...{ exporter: "exportador", importer: "importador", declarant: "declarante", representative: "representante", principal: "responsável principal", warehouseKeeper: "depositário" },
    ...{ carrier: "transportador", manufacturer: "fabricante", portOperator: "operador portuário", other: "outro" },
  },
  tradeSectors: {
    ...{ importer: "importador", exporter: "exportador", manufacturer: "fabricante", customsBroker: "despachante aduaneiro", consolidator: "consolidador de carga", thirdPartyLogistics: "logística para terceiros" },
    ...{ seaCarrier: "transportador marítimo", airCarrier: "transportador aéreo", railCarrier: "transportador ferroviário", roadCarrier: "transportador rodoviário", terminalOperator: "operador de terminal", warehouseOperator: "operador de armazém", other: "outro" },
  },
  operatorTypes: {
    ...{ seaCarrier: "transportador marítimo", airCarrier: "transportador aéreo", railCarrier: "transportador ferroviário", roadCarrier: "transportador rodoviário", inlandWaterCarrier: "transportador fluvial", postalOperator: "operador postal" },
    ...{ thirdPartyLogistics: "logística para terceiros", consolidator: "consolidador de carga", freightForwarder: "agente de carga", terminalOperator: "operador de terminal", other: "outro" },
  },
  transportModes: { 1: "marítimo", 2: "ferroviário", 3: "rodoviário", 4: "aéreo", 5: "correio", 6: "vários modos", 7: "instalação fixa", 8: "navegação interior" },
};
