// What a write says and what an event says, spelt the same way, so that the two can be compared.

import type { Head } from "../core/ledger.ts";
import type { WriteBody } from "./issuePorts.ts";
import type { LedgerEvent, LedgerReader } from "./ports.ts";

/** One thing said on the ledger: `anchor ISSUER TYPE ROOT`, `standing SPEAKER ISSUER TYPE LEAF`, `grant` or `withdrawal GRANTOR GRANTEE TYPE`, `identity IDENTITY`. */
export type Word = string;

/** What the event says. */
export function wordOf(event: LedgerEvent): Word {
  switch (event.kind) {
    case "anchored":
      return `anchor ${event.issuer} ${event.documentType} ${event.root}`;
    case "standingSet":
      return `standing ${event.speaker} ${event.issuer} ${event.documentType} ${event.leaf}`;
    case "accredited":
      return `grant ${event.grantor} ${event.grantee} ${event.documentType}`;
    case "withdrawn":
      return `withdrawal ${event.grantor} ${event.grantee} ${event.documentType}`;
    case "didChanged":
      return `identity ${event.identity}`;
  }
}

/** Everything that a write says. */
export function wordsIn(body: WriteBody): Word[] {
  switch (body.kind) {
    case "anchor":
      return [`anchor ${body.issuer} ${body.documentType} ${body.root}`];
    case "standing":
      return body.leaves.map((leaf) => `standing ${body.speaker} ${body.issuer} ${body.documentType} ${leaf}`);
    case "accredit":
      return [`grant ${body.grantor} ${body.grantee} ${body.documentType}`];
    case "withdraw":
      return [`withdrawal ${body.grantor} ${body.grantee} ${body.documentType}`];
    default:
      return [`identity ${body.identity}`];
  }
}

/** The block in which the ledger has what the write says, whichever that is; `null`: it does not say it. */
export async function saidElsewhere(body: WriteBody, word: Word, { ledger, head }: { ledger: LedgerReader; head: Head }): Promise<number | null> {
  if (body.kind === "anchor") return (await ledger.anchorOf(body, head))?.blockNumber ?? null;
  if (body.kind === "standing") {
    const leaf = body.leaves.find((each) => word.endsWith(each))!;
    const statements = await ledger.standingsOf(body.speaker, { ...body, leaf }, head);
    if (statements.length === 0 && body.standing === "active") return 0;
    return statements.findLast(({ standing, replacement }) => standing === body.standing && replacement === body.replacement)?.blockNumber ?? null;
  }
  if (body.kind === "accredit" || body.kind === "withdraw") {
    const statements = await ledger.grantsOf(body, head);
    return statements.findLast(({ isGranted, from }) => isGranted === (body.kind === "accredit") && from === body.from)?.blockNumber ?? null;
  }
  // Delegations and attributes are events and nothing else; the contract keeps the block of the identity's newest change.
  const changed = await ledger.didChangedIn(body.identity, head);
  return changed === 0 ? null : changed;
}
