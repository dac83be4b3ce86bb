// The page that checks documents.

import { show } from "../frame/Frame.tsx";
import { words } from "../frame/language.ts";
import { CheckPage } from "./CheckPage.tsx";

show(<CheckPage />, words.page.title);
