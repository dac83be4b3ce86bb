// The page that a paper's code opens.

import { show } from "../frame/Frame.tsx";
import { CodePage } from "./CodePage.tsx";
import { codeWords } from "./codeLanguage.ts";

show(<CodePage />, codeWords.title);
