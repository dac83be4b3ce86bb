// What may be entered where a form has no list of it: codes and numbers, the same in every language.

import type { Path } from "./draft.ts";
import { wordAt } from "./labels.ts";

const PORTS = "KEMBA, NLRTM";

const EXAMPLES: Readonly<Record<string, string>> = {
  ...{ formType: "CO, EUR.1, FORM-D", unlocode: PORTS, loadingPort: PORTS, dischargePort: PORTS, "packages.kind": "CT, BX, BG, PX", hsCode: "220421", "originCriterion.code": "WO, PSR, CTSH" },
  ...{ unit: "KGM, TNE, LTR, H87", "quantity.value": "720.5", "grossWeight.value": "720.5", amount: "12000.00", mediaType: "application/pdf", language: "en, fr, zh-Hans" },
};

/** Examples for a place, or `null`. */
export const exampleAt = (path: Path): string | null => wordAt(EXAMPLES, path);
