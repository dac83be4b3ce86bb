// What is asked about a paper's code.

import { didOf } from "../../core/address.ts";
import type { PaperCode } from "../../core/paperCode.ts";
import type { Question } from "../report/ask.ts";

/** The whole of what is asked: nothing that stands on the paper. */
export const questionAbout = ({ digest, documentType, issuer, chainId }: PaperCode): Question => ({ digest, documentType, issuer: didOf(issuer, chainId) });
