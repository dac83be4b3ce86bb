// Whether the ledger says already what a write wants it to say.

import { AbiCoder, keccak256 } from "ethers";
import type { Block, ChainHash, Head } from "../../core/ledger.ts";
import type { WriteBody } from "../../flows/issuePorts.ts";
import type { LedgerReader } from "../../flows/ports.ts";
import { Words } from "./abiWords.ts";
import type { LedgerConnection } from "./connection.ts";
import { ledgerEvents } from "./events.ts";
import { identityHistory } from "./identityHistory.ts";
import { DELEGATE_TYPE, interfaces } from "./writeCalls.ts";

/** Since when the ledger says what a write wants, or `null`. */
type Said = { readonly blockNumber: number } | null;
type Body<Kind extends WriteBody["kind"]> = WriteBody & { readonly kind: Kind };

/** The block since which the ledger's last word is what `body` wants, as of the newest block; or `null`. */
export async function saidOn(connection: LedgerConnection, reader: LedgerReader, body: WriteBody): Promise<Block | null> {
  const said = await saidAt(await connection.head(), body, { connection, reader });
  return said === null ? null : connection.blockAt(said.blockNumber);
}

interface Means {
  readonly connection: LedgerConnection;
  readonly reader: LedgerReader;
}

function saidAt(head: Head, body: WriteBody, { connection, reader }: Means): Promise<Said> {
  switch (body.kind) {
    case "anchor":
      return anchorSaid(body, head, { connection, reader });
    case "standing":
      return standingSaid(body, head, reader);
    case "accredit":
    case "withdraw":
      return grantSaid(body, head, reader);
    case "delegate":
      return delegateSaid(body, head, connection);
    case "attribute":
    case "revokeAttribute":
      return attributeSaid(body, head, connection);
  }
}

async function anchorSaid(body: Body<"anchor">, head: Head, { connection, reader }: Means): Promise<Said> {
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

async function standingSaid({ speaker, issuer, documentType, leaves, standing, reason, replacement }: Body<"standing">, head: Head, reader: LedgerReader): Promise<Said> {
  const lists = await Promise.all(leaves.map((leaf) => reader.standingsOf(speaker, { issuer, documentType, leaf }, head)));
  const blocks = lists.map((statements) => {
    const last = statements.at(-1);
    // Of what nobody said anything, active is true since ever: saying so changes nothing.
    if (last === undefined) return standing === "active" ? 0 : null;
    return last.standing === standing && last.reason === reason && last.replacement === replacement ? last.blockNumber : null;
  });
  return blocks.includes(null) ? null : { blockNumber: Math.max(...(blocks as number[])) };
}

async function grantSaid(body: Body<"accredit"> | Body<"withdraw">, head: Head, reader: LedgerReader): Promise<Said> {
  const last = (await reader.grantsOf(body, head)).at(-1);
  if (last === undefined || last.from !== body.from) return null;
  if (body.kind === "withdraw") return !last.isGranted && last.isCompromised === body.isCompromised ? last : null;
  const isSame = last.isGranted && !last.isCompromised && last.until === body.until && last.mayPassOn === body.mayPassOn && last.particulars === particularsOf(body);
  return isSame ? last : null;
}

const particularsOf = ({ name, credentialDigest }: Body<"accredit">): ChainHash =>
  keccak256(AbiCoder.defaultAbiCoder().encode(["string", "bytes32"], [name, credentialDigest])) as ChainHash;

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

/** An attribute is an event and nothing else. As with delegates, half of the validity asked for counts as said; nothing need be revoked that is not in force. */
async function attributeSaid(body: Body<"attribute"> | Body<"revokeAttribute">, head: Head, connection: LedgerConnection): Promise<Said> {
  const changes = await identityHistory(connection).changesUntil(body.identity, head);
  const last = changes.findLast((change) => change.kind === "attribute" && change.name === body.name && change.value === body.value);
  const remaining = last?.kind === "attribute" ? last.validTo - head.time : 0;
  if (body.kind === "revokeAttribute") return remaining > 0 ? null : { blockNumber: last?.blockNumber ?? 0 };
  return last !== undefined && remaining > 0 && remaining * 2 >= body.validitySeconds ? last : null;
}

const blockId = ({ hash }: Block) => ({ blockHash: hash, requireCanonical: true });
