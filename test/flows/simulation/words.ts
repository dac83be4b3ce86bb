// What writes say, as subjects and words; and what the contracts make of it.

import type { WriteBody } from "../../../src/flows/issuing/issuePorts.ts";

/** One thing said about one subject. */
export interface Word {
  readonly subject: string;
  readonly word: string;
}

const FINAL = new Set(["revoked", "replaced"]);

/** The words of a write. */
export function wordsIn(body: WriteBody): readonly Word[] {
  if (body.kind === "standing") return body.leaves.map((leaf) => ({ subject: `standing ${leaf}`, word: body.standing }));
  if (body.kind === "anchor") return [{ subject: `anchor ${body.root}`, word: body.leaves.join(" ") }];
  if (body.kind === "accredit") return [{ subject: grantOf(body), word: `granted ${body.from} ${body.until} ${body.name}` }];
  if (body.kind === "withdraw") return [{ subject: grantOf(body), word: `withdrawn ${body.from} ${body.isCompromised}` }];
  return [{ subject: body.kind, word: JSON.stringify(body) }];
}

const grantOf = ({ grantee, documentType }: { grantee: string; documentType: string }): string => `grant ${grantee} ${documentType}`;

/** The events that a write makes after `earlier` ones, or `null` when the contract reverts. A repeat of the last word makes none. */
export function saidBy(body: WriteBody, earlier: readonly Word[]): readonly Word[] | null {
  const events: Word[] = [];
  for (const said of wordsIn(body)) {
    const last = earlier.findLast(({ subject }) => subject === said.subject)?.word;
    const isRepeat = last === said.word || (last === undefined && said.word === "active");
    const isForbidden = body.kind === "standing" ? last !== undefined && FINAL.has(last) && !isRepeat : body.kind === "withdraw" && last === undefined;
    if (isForbidden) return null;
    if (!isRepeat) events.push(said);
  }
  return events;
}
