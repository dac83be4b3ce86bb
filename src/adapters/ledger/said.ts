// Whether the ledger says already what a write wants it to say.

import { keccak256 } from "ethers";
import type { Address } from "../../core/address.ts";
import type { Block, ChainHash, Head } from "../../core/ledger.ts";
import type { WriteBody } from "../../flows/issuePorts.ts";
import type { LedgerReader } from "../../flows/ports.ts";
import { Words } from "./abiWords.ts";
import type { LedgerConnection } from "./connection.ts";
import { ledgerEvents } from "./events.ts";
import { particularsHash } from "./particulars.ts";
import { DELEGATE_TYPE, interfaces, ZERO_HASH } from "./writeCalls.ts";

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

/** ERC-1056 keys its delegates by the hash of their type (and not by the type, as its questions do). */
const DELEGATE_KEY = keccak256(DELEGATE_TYPE);

/**
 * A delegate is known only by the end of its validity. Half of what is asked for, or more, counts as said: a first
 * delegation is not repeated, a renewal of one that nears its end is made.
 */
async function delegateSaid({ identity, delegate, validitySeconds }: Body<"delegate">, head: Head, connection: LedgerConnection): Promise<Said> {
  const ask = async (name: "delegates" | "changed", args: readonly string[]): Promise<Words> => {
    const data = interfaces.didRegistry.encodeFunctionData(name, args);
    return new Words(await connection.read("eth_call", [{ to: connection.ledger.contracts.didRegistry.address, data }, blockId(head)]));
  };
  const [ends, changed] = await Promise.all([ask("delegates", [identity, DELEGATE_KEY, delegate]), ask("changed", [identity])]);
  const remaining = BigInt(ends.hash(0)) - BigInt(head.time);
  // The identity's last change of any kind: never before the delegation itself.
  return remaining * 2n >= BigInt(validitySeconds) && remaining > 0n ? { blockNumber: changed.number(0) } : null;
}

const blockId = ({ hash }: Block) => ({ blockHash: hash, requireCanonical: true });
