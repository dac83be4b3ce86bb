// The codes of operators' credentials in simplified Chinese.

import type { OperatorCodeWords } from "../operatorCodes.ts";

export const simplifiedChineseOperatorCodes: OperatorCodeWords = {
  authorisationTypes: { AEOC: "AEOC：海关简化手续", AEOS: "AEOS：安全与安保", AEOF: "AEOF：海关简化手续、安全与安保", OTHER: "该计划自定的类别" },
  roles: {
    ...{ exporter: "出口商", importer: "进口商", declarant: "申报人", representative: "代理人", principal: "主要责任人", warehouseKeeper: "仓库经营人" },
    ...{ carrier: "承运人", manufacturer: "生产商", portOperator: "港口经营人", other: "其他" },
  },
  tradeSectors: {
    ...{ importer: "进口商", exporter: "出口商", manufacturer: "生产商", customsBroker: "报关企业", consolidator: "集运商", thirdPartyLogistics: "第三方物流" },
    ...{ seaCarrier: "海运承运人", airCarrier: "航空承运人", railCarrier: "铁路承运人", roadCarrier: "公路承运人", terminalOperator: "场站经营人", warehouseOperator: "仓储经营人", other: "其他" },
  },
  operatorTypes: {
    ...{ seaCarrier: "海运承运人", airCarrier: "航空承运人", railCarrier: "铁路承运人", roadCarrier: "公路承运人", inlandWaterCarrier: "内河承运人", postalOperator: "邮政经营者" },
    ...{ thirdPartyLogistics: "第三方物流", consolidator: "集运商", freightForwarder: "货运代理", terminalOperator: "场站经营人", other: "其他" },
  },
  transportModes: { 1: "海运", 2: "铁路运输", 3: "公路运输", 4: "空运", 5: "邮运", 6: "多式联运", 7: "固定设施运输", 8: "内河运输" },
};
