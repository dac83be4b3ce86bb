// The issuer's console.

import { show } from "../frame/Frame.tsx";
import { IssuerPage } from "./IssuerPage.tsx";
import { says } from "./says.ts";

show(<IssuerPage />, says.title);
