// The page of trust: who vouches for whom, at any moment; and what an administrator says about it.

import { show } from "../frame/Frame.tsx";
import { said } from "./speech.ts";
import { TrustPage } from "./TrustPage.tsx";

show(<TrustPage />, said.title);
