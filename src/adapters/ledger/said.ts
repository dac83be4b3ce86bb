// Whether the ledger says already what a write wants it to say.

import type { Address } from "../../core/address.ts";
import type { Block, ChainHash, Head } from "../../core/ledger.ts";
import type { WriteBody } from "../../flows/issuing/issuePorts.ts";
import type { LedgerReader } from "../../flows/ports.ts";
import type { LedgerConnection } from "./connection.ts";
import { ledgerEvents } from "./events.ts";
import { delegationEnd, lastChangeOf, ownerOf } from "./identities.ts";
import { identityHistory } from "./identityHistory.ts";
import { particularsHash } from "./particulars.ts";
import { ZERO_HASH } from "./writeCalls.ts";

/** Since when the ledger says what a write wants, or `null`. */
type Said = { readonly blockNumber: number } | null;
type Body<Kind extends WriteBody["kind"]> = WriteBody & { readonly kind: Kind };

/** The block since which the ledger's last word is what `body` wants, as of the newest block; or `null`. */
export async function saidOn(means: Means, body: WriteBody): Promise<Block | null> {
  const said = await saidAt(await means.connection.head(), body, means);
  return said === null ? null : means.connection.blockAt(said.blockNumber);
}

interface Means {
  readonly connection: LedgerConnection;
  readonly reader: LedgerReader;
  /** Who wants to have said it: statements are kept by account, so another's words are not ours. */
  readonly account: Address;
}

function saidAt(head: Head, body: WriteBody, { connection, reader, account }: Means): Promise<Said> {
  switch (body.kind) {
    case "anchor":
      return anchorSaid(body, head, { connection, reader });
    case "standing":
      return standingSaid(body, head, { reader, account });
    case "accredit":
    case "withdraw":
      return grantSaid(body, head, { reader, account });
    case "delegate":
      return delegateSaid(body, head, connection);
    case "revokeDelegate":
      return revocationSaid(body, head, connection);
    case "changeOwner":
      return ownerSaid(body, head, connection);
    case "attribute":
    case "revokeAttribute":
      return attributeSaid(body, head, connection);
  }
}

async function anchorSaid(body: Body<"anchor">, head: Head, { connection, reader }: Omit<Means, "account">): Promise<Said> {
  const record = await reader.anchorOf(body, head);
  if (record === null || record.size !== body.leaves.length) return null;
  if (!body.isPublished) return record;
  if (!record.hasLeaves) return null;
  // The record keeps the time of the root alone. Leaves published in a later block are final only when that block is.
  return record.blockNumber > head.finalNumber ? record : publicationOf(body, { from: record.blockNumber, to: head.number }, connection);
}

async function publicationOf(body: Body<"anchor">, { from, to }: { from: number; to: number }, connection: LedgerConnection): Promise<Said> {
  const { eventsBetween } = ledgerEvents(connection);
  const isPublication = (event: Awaited<ReturnType<typeof eventsBetween>>[number]): boolean =>
    event.kind === "anchored" && event.leaves.length > 0 && event.issuer === body.issuer && event.documentType === body.documentType && event.root === body.root;
  // Nearly always they were published together, so the first block is asked alone.
  const together = (await eventsBetween(from, from)).find(isPublication);
  return together ?? (await eventsBetween(from + 1, to)).find(isPublication) ?? null;
}

async function standingSaid({ speaker, issuer, documentType, leaves, standing, reason, replacement }: Body<"standing">, head: Head, { reader, account }: Omit<Means, "connection">): Promise<Said> {
  const lists = await Promise.all(leaves.map((leaf) => reader.standingsOf(speaker, { issuer, documentType, leaf }, head)));
  const blocks = lists.map((statements) => {
    const last = statements.at(-1);
    // Of what nobody said anything, active is true since ever: saying so changes nothing.
    if (last === undefined) return standing === "active" ? 0 : null;
    const isSame = last.standing === standing && last.reason === reason && last.replacement === replacement && last.account === account;
    return isSame ? last.blockNumber : null;
  });
  return blocks.includes(null) ? null : { blockNumber: Math.max(...(blocks as number[])) };
}

async function grantSaid(body: Body<"accredit"> | Body<"withdraw">, head: Head, { reader, account }: Omit<Means, "connection">): Promise<Said> {
  const last = (await reader.grantsOf(body, head)).at(-1);
  if (last === undefined || last.from !== body.from || last.particulars !== particularsOf(body, account)) return null;
  if (body.kind === "withdraw") return !last.isGranted && last.isCompromised === body.isCompromised ? last : null;
  const isSame = last.isGranted && !last.isCompromised && last.until === body.until && last.mayPassOn === body.mayPassOn;
  return isSame ? last : null;
}

/** Of a withdrawal only the account is particular. */
function particularsOf(body: Body<"accredit"> | Body<"withdraw">, account: Address): ChainHash {
  return body.kind === "accredit" ? particularsHash(body.name, body.credentialDigest, account) : particularsHash("", ZERO_HASH, account);
}

/**
 * A delegate is known only by the end of its validity. Half of what is asked for, or more, counts as said: a first
 * delegation is not repeated, a renewal of one that nears its end is made.
 */
async function delegateSaid({ identity, delegate, validitySeconds }: Body<"delegate">, head: Head, connection: LedgerConnection): Promise<Said> {
  const [end, changed] = await Promise.all([delegationEnd({ identity, delegate }, head, connection), lastChangeOf(identity, head, connection)]);
  const remaining = end - head.time;
  return remaining * 2 >= validitySeconds && remaining > 0 ? { blockNumber: changed } : null;
}

/** What never was, or ended by itself, need not be revoked. */
async function revocationSaid({ identity, delegate }: Body<"revokeDelegate">, head: Head, connection: LedgerConnection): Promise<Said> {
  const [end, changed] = await Promise.all([delegationEnd({ identity, delegate }, head, connection), lastChangeOf(identity, head, connection)]);
  return end <= head.time ? { blockNumber: changed } : null;
}

async function ownerSaid({ identity, owner }: Body<"changeOwner">, head: Head, connection: LedgerConnection): Promise<Said> {
  const [present, changed] = await Promise.all([ownerOf(identity, head, connection), lastChangeOf(identity, head, connection)]);
  return present === owner ? { blockNumber: changed } : null;
}

/** An attribute is an event and nothing else. As with delegates, half of the validity asked for counts as said; nothing need be revoked that is not in force. */
async function attributeSaid(body: Body<"attribute"> | Body<"revokeAttribute">, head: Head, connection: LedgerConnection): Promise<Said> {
  const changes = await identityHistory(connection).changesUntil(body.identity, head);
  const last = changes.findLast((change) => change.kind === "attribute" && change.name === body.name && change.value === body.value);
  const remaining = last?.kind === "attribute" ? last.validTo - head.time : 0;
  if (body.kind === "revokeAttribute") return remaining > 0 ? null : { blockNumber: last?.blockNumber ?? 0 };
  return last !== undefined && remaining > 0 && remaining * 2 >= body.validitySeconds ? last : null;
}
