// The codes of operators' credentials in Russian.

import type { OperatorCodeWords } from "../operatorCodes.ts";

export const russianOperatorCodes: OperatorCodeWords = {
  authorisationTypes: { AEOC: "AEOC: таможенные упрощения", AEOS: "AEOS: безопасность и защита", AEOF: "AEOF: таможенные упрощения, безопасность и защита", OTHER: "особого вида, принятого в программе" },
  roles: {
    ...{ exporter: "экспортёр", importer: "импортёр", declarant: "декларант", representative: "представитель", principal: "принципал", warehouseKeeper: "владелец склада" },
    ...{ carrier: "перевозчик", manufacturer: "изготовитель", portOperator: "оператор порта", other: "другое" },
  },
  tradeSectors: {
    ...{ importer: "импортёр", exporter: "экспортёр", manufacturer: "изготовитель", customsBroker: "таможенный брокер", consolidator: "консолидатор грузов", thirdPartyLogistics: "логистика для третьих лиц" },
    ...{ seaCarrier: "морской перевозчик", airCarrier: "воздушный перевозчик", railCarrier: "железнодорожный перевозчик", roadCarrier: "автомобильный перевозчик", terminalOperator: "оператор терминала", warehouseOperator: "оператор склада", other: "другое" },
  },
  operatorTypes: {
    ...{ seaCarrier: "морской перевозчик", airCarrier: "воздушный перевозчик", railCarrier: "железнодорожный перевозчик", roadCarrier: "автомобильный перевозчик", inlandWaterCarrier: "перевозчик по внутренним водным путям", postalOperator: "почтовый оператор" },
    ...{ thirdPartyLogistics: "логистика для третьих лиц", consolidator: "консолидатор грузов", freightForwarder: "экспедитор", terminalOperator: "оператор терминала", other: "другое" },
  },
  transportModes: { 1: "морской", 2: "железнодорожный", 3: "автомобильный", 4: "воздушный", 5: "почта", 6: "несколько видов транспорта", 7: "стационарный", 8: "внутренний водный" },
};
