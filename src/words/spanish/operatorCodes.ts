// The codes of operators' credentials in Spanish.

import type { OperatorCodeWords } from "../operatorCodes.ts";

export const spanishOperatorCodes: OperatorCodeWords = {
  authorisationTypes: { AEOC: "AEOC: simplificaciones aduaneras", AEOS: "AEOS: seguridad y protección", AEOF: "AEOF: simplificaciones aduaneras, seguridad y protección", OTHER: "de una clase propia del programa" },
  roles: {
    ...{ exporter: "exportador", importer: "importador", declarant: "declarante", representative: "representante", principal: "obligado principal", warehouseKeeper: "depositario" },
    ...{ carrier: "transportista", manufacturer: "fabricante", portOperator: "operador portuario", other: "otro" },
  },
  tradeSectors: {
    ...{ importer: "importador", exporter: "exportador", manufacturer: "fabricante", customsBroker: "agente de aduanas", consolidator: "consolidador de carga", thirdPartyLogistics: "logística para terceros" },
    ...{ seaCarrier: "transportista marítimo", airCarrier: "transportista aéreo", railCarrier: "transportista ferroviario", roadCarrier: "transportista por carretera", terminalOperator: "operador de terminal", warehouseOperator: "operador de almacén", other: "otro" },
  },
  operatorTypes: {
    ...{ seaCarrier: "transportista marítimo", airCarrier: "transportista aéreo", railCarrier: "transportista ferroviario", roadCarrier: "transportista por carretera", inlandWaterCarrier: "transportista fluvial", postalOperator: "operador postal" },
    ...{ thirdPartyLogistics: "logística para terceros", consolidator: "consolidador de carga", freightForwarder: "transitario", terminalOperator: "operador de terminal", other: "otro" },
  },
  transportModes: { 1: "marítimo", 2: "ferroviario", 3: "por carretera", 4: "aéreo", 5: "correo", 6: "varios modos", 7: "instalación fija", 8: "navegación interior" },
};
