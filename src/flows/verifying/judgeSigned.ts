// Judge whatever is signed: a credential, the code of a paper, a presentation.

import type { Address } from "../../core/address.ts";
import type { DidDocument } from "../../core/identities/didDocument.ts";
import type { Asked } from "../../core/outcome.ts";
import type { Report } from "../../core/report.ts";
import type { Challenges, CredentialPorts } from "./credentialPorts.ts";
import { credentialJudge } from "./verifyCredential.ts";
import { verifyPresentation, type PresentationQuestion } from "../presenting/verifyPresentation.ts";

/** What is asked about. */
export type SignedQuestion = { readonly credential: string } | { readonly code: string } | PresentationQuestion;

/** Judges what is signed. */
export interface SignedJudge {
  /** Throws `code_malformed` for a code that is none, and `store_unavailable` when nobody can tell whether a challenge was used. */
  judge(question: SignedQuestion): Promise<Report>;
  /** The identity's DID document as the ledger had it at the end of a block, or has it now; silent when the ledger is. */
  keysOf(identity: Address, blockNumber: number | null): Promise<Asked<DidDocument>>;
}

/** A judge of everything signed, through these ports. */
export function signedJudge(ports: CredentialPorts & { readonly challenges: Challenges }): SignedJudge {
  const judge = credentialJudge(ports);
  return {
    keysOf: judge.documentAt,
    judge(question) {
      if ("presentation" in question) return verifyPresentation(question, { ...ports, judge });
      return "code" in question ? judge.judgeCode(question.code) : judge.judge(question.credential);
    },
  };
}
