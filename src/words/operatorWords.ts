// What is said of operators and their authorisations.

import type { PartnerSilence } from "../core/operators/partnerQuestion.ts";

/** The words of the operators' desk. Names are fit to be shown; times are RFC 3339. */
export interface OperatorWords {
  /** Names of rows. */
  readonly operator: string;
  readonly authorisation: string;
  readonly period: string;
  /** From when until when, as the credential says. */
  holds(from: string | null, until: string | null): string;
  /** Nothing may be told: nobody is known by the identifier, or no consent was given. */
  readonly nothing: { readonly means: string; readonly todo: string };
  /** Over the authorities that were not heard. */
  readonly incomplete: string;
  /** Where more is known than is listed, and no authority was silent. */
  readonly more: string;
  readonly silences: Readonly<Record<PartnerSilence, string>>;
}
