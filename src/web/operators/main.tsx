// The officer's desk, at /operators.

import { show } from "../frame/Frame.tsx";
import { OperatorsPage } from "./OperatorsPage.tsx";
import { deskWords } from "./deskLanguage.ts";

show(<OperatorsPage />, deskWords.title);
