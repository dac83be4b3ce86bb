// The codes of operators' credentials in traditional Chinese.

import type { OperatorCodeWords } from "../operatorCodes.ts";

export const traditionalChineseOperatorCodes: OperatorCodeWords = {
  authorisationTypes: { AEOC: "AEOC：海關簡化手續", AEOS: "AEOS：安全與保安", AEOF: "AEOF：海關簡化手續、安全與保安", OTHER: "該計劃自訂的類別" },
  roles: {
    ...{ exporter: "出口商", importer: "進口商", declarant: "申報人", representative: "代理人", principal: "主要責任人", warehouseKeeper: "倉庫經營人" },
    ...{ carrier: "運送人", manufacturer: "生產商", portOperator: "港口經營人", other: "其他" },
  },
  tradeSectors: {
    ...{ importer: "進口商", exporter: "出口商", manufacturer: "生產商", customsBroker: "報關業者", consolidator: "集運商", thirdPartyLogistics: "第三方物流" },
    ...{ seaCarrier: "海運運送人", airCarrier: "空運運送人", railCarrier: "鐵路運送人", roadCarrier: "公路運送人", terminalOperator: "場站經營人", warehouseOperator: "倉儲經營人", other: "其他" },
  },
  operatorTypes: {
    ...{ seaCarrier: "海運運送人", airCarrier: "空運運送人", railCarrier: "鐵路運送人", roadCarrier: "公路運送人", inlandWaterCarrier: "內河運送人", postalOperator: "郵政業者" },
    ...{ thirdPartyLogistics: "第三方物流", consolidator: "集運商", freightForwarder: "貨運代理", terminalOperator: "場站經營人", other: "其他" },
  },
  transportModes: { 1: "海運", 2: "鐵路運輸", 3: "公路運輸", 4: "空運", 5: "郵遞", 6: "複合運輸", 7: "固定設施運輸", 8: "內河運輸" },
};
