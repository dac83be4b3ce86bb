// What is said when there is no network: what is certain, what was known at a moment, and what is not known.

import type { OfflineFact } from "../core/snapshot.ts";
import type { TypeWords } from "./words.ts";

/** The words of checks without a network. `issuer` is fit to be shown, and only claimed. */
export interface SnapshotWords {
  readonly heading: string;
  asOf(when: string): string;
  /** Above the issuer that seal or code name. */
  readonly claimed: string;
  readonly facts: Readonly<Record<OfflineFact, (parts: { readonly issuer: string; readonly type: TypeWords }) => string>>;
  readonly notKnown: string;
  /** In the foot: whether this page works without a network. */
  ready(when: string): string;
}
