// What a write says and what an event says, spelt the same way, so that the two can be compared.

import type { GrantStatement, Head } from "../../core/ledger.ts";
import type { WriteBody } from "../issuing/issuePorts.ts";
import type { LedgerEvent, LedgerReader } from "../ports.ts";

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

/** The blocks in which the ledger has just what the write says, oldest first; none: it does not say it. */
export async function blocksSaying(body: WriteBody, word: Word, { ledger, head }: { ledger: LedgerReader; head: Head }): Promise<readonly number[]> {
  if (body.kind === "anchor") return [await ledger.anchorOf(body, head)].flatMap((record) => record?.blockNumber ?? []);
  if (body.kind === "standing") {
    const leaf = body.leaves.find((each) => word.endsWith(each))!;
    const statements = await ledger.standingsOf(body.speaker, { ...body, leaf }, head);
    // Of what nobody spoke about, active is said since ever.
    if (statements.length === 0 && body.standing === "active") return [0];
    return statements.filter(({ standing, reason, replacement }) => standing === body.standing && reason === body.reason && replacement === body.replacement).map(({ blockNumber }) => blockNumber);
  }
  if (body.kind === "accredit" || body.kind === "withdraw") return (await ledger.grantsOf(body, head)).filter((statement) => isSameGrant(body, statement)).map(({ blockNumber }) => blockNumber);
  // Delegations and attributes are events and nothing else; the contract keeps the block of the identity's newest change.
  const changed = await ledger.didChangedIn(body.identity, head);
  return changed === 0 ? [] : [changed];
}

function isSameGrant(body: WriteBody & { kind: "accredit" | "withdraw" }, { isGranted, from, until, mayPassOn, isCompromised }: GrantStatement): boolean {
  if (isGranted !== (body.kind === "accredit") || from !== body.from) return false;
  return body.kind === "accredit" ? until === body.until && mayPassOn === body.mayPassOn : isCompromised === body.isCompromised;
}
