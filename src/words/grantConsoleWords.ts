// What the administrator's part of the page of trust says: accredit, recognise, withdraw.

import type { TypeWords } from "./words.ts";

/** What a statement that is about to be sent says; names are fit to be shown, times RFC 3339, `null` for now or without an end. */
export interface GrantConsequence {
  readonly grantor: string;
  readonly grantee: string;
  readonly type: TypeWords;
  readonly from: string | null;
  readonly until: string | null;
  readonly mayPassOn: boolean;
}

export interface WithdrawalConsequence {
  readonly grantor: string;
  readonly grantee: string;
  readonly type: TypeWords;
  readonly from: string | null;
  readonly isCompromised: boolean;
  /** Whether the type is a right that lasts. */
  readonly isLasting: boolean;
}

export interface GrantConsoleWords {
  readonly title: string;
  readonly lead: string;
  readonly scopeMissing: string;
  readonly accredit: string;
  readonly accreditTitle: string;
  readonly accreditLead: string;
  readonly recognise: string;
  readonly recogniseTitle: string;
  readonly recogniseLead: string;
  readonly withdraw: string;
  readonly renew: string;
  withdrawNamed(grantee: string, type: string): string;
  renewNamed(grantee: string, type: string): string;
  withdrawTitle(grantee: string): string;
  readonly fields: FieldWords;
  readonly flaws: Readonly<Record<FieldFlaw, string>>;
  readonly goOn: string;
  readonly back: string;
  readonly cancel: string;
  readonly confirmTitle: string;
  readonly send: string;
  readonly sendWithdrawal: string;
  readonly sending: string;
  readonly sendAgain: string;
  readonly sendAgainHint: string;
  readonly isClosed: string;
  /** What follows from it, a sentence each. */
  grantConsequences(grant: GrantConsequence): readonly string[];
  recognitionConsequences(grant: GrantConsequence): readonly string[];
  withdrawalConsequences(withdrawal: WithdrawalConsequence): readonly string[];
  readonly lookAlike: LookAlikeWords;
  readonly said: SaidWords;
}

export type FieldFlaw = "grantee" | "own" | "type" | "name" | "from" | "until" | "order";

export interface FieldWords {
  readonly known: string;
  readonly somebodyElse: string;
  readonly grantee: string;
  readonly granteeHint: string;
  readonly name: string;
  readonly nameHint: string;
  readonly type: string;
  readonly otherType: string;
  readonly typeCode: string;
  readonly from: string;
  readonly fromHint: string;
  readonly until: string;
  readonly untilHint: string;
  readonly mayPassOn: string;
  readonly mayPassOnHint: string;
  readonly effective: string;
  readonly effectiveHint: string;
  readonly compromised: string;
  readonly compromisedHint: string;
}

export interface LookAlikeWords {
  readonly title: string;
  readonly asked: string;
  readonly other: string;
  readonly mixed: string;
  readonly answerFor: string;
  readonly todo: string;
}

/** The statements of one's own. */
export interface SaidWords {
  readonly title: string;
  readonly caption: string;
  readonly none: string;
  readonly what: string;
  readonly state: string;
  readonly ledgerSays: string;
  readonly act: string;
  readonly older: string;
  readonly kinds: Readonly<Record<"grant" | "withdrawal", string>>;
  readonly compromised: string;
  readonly states: Readonly<Record<"batched" | "sent" | "included" | "final", string>>;
  readonly words: Readonly<Record<"granted" | "withdrawn" | "compromised" | "nothing" | "silent", string>>;
  readonly alreadySaid: string;
  readonly saidAnew: string;
  readonly withoutCredential: string;
  progress(kind: "grant" | "withdrawal", grantee: string, state: string): string;
  problem(text: string): string;
  /** Beside a statement whose state could not be asked for. */
  readonly notKnown: string;
}
