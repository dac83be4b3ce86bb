// The statuses of transport operators (ITDB, the TIR system's data bank) as standings with reasons.

import type { Standing, StandingReason } from "../ledger.ts";

export const operatorStatuses = ["approved", "withdrawn", "end_of_activity", "excluded"] as const;
/** How an authority calls it when an operator may not carry any more. */
export type OperatorStatus = (typeof operatorStatuses)[number];

/** Each status has a standing and a reason of its own, so that it can be told from them. An exclusion can end (TIR Convention, article 38): it suspends. */
export const standingOf: Readonly<Record<OperatorStatus, { readonly standing: Standing; readonly reason: StandingReason }>> = {
  approved: { standing: "active", reason: "unspecified" },
  withdrawn: { standing: "revoked", reason: "conditions_no_longer_met" },
  end_of_activity: { standing: "revoked", reason: "ended" },
  excluded: { standing: "suspended", reason: "conditions_no_longer_met" },
};
