// An operator's consent, as the service keeps it.

/** What may be told of the operator; nothing unless it says so. */
export type Consent = {
  readonly publishName: boolean;
  readonly shareWithMraPartners: boolean;
};

export const answered = ["publishName", "shareWithMraPartners"] as const satisfies readonly (keyof Consent)[];

export const NO_CONSENT: Consent = { publishName: false, shareWithMraPartners: false };
