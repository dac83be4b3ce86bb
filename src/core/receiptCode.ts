// What a receipt's code says was found, in the place of a party's name: the verdict, and the past moment that was asked about where there was one.

import { momentFrom } from "./moment.ts";
import type { Verdict } from "./verdict.ts";

/** What was found, and as at when; without a moment it is about the day of the check. */
export interface Found {
  readonly verdict: string;
  readonly asAt?: string;
}

/** As the code spells it. A yes about a past moment is never spelt like one about the day of the check. */
export const spellFound = ({ verdict, asAt }: Found & { readonly verdict: Verdict }): string => (asAt === undefined ? verdict : `${verdict} ${asAt}`);

const SPELT = /^([a-z_]+) (\S+)$/;

/** What `text` spells; a text of another form stands for itself. */
export function readFound(text: string): Found {
  const [, verdict, asAt] = SPELT.exec(text) ?? [];
  return verdict === undefined || asAt === undefined || momentFrom(asAt) === null ? { verdict: text } : { verdict, asAt };
}
