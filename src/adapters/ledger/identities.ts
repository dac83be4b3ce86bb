// Identities as the ledger has them now (ERC-1056): who owns them, who may write in their name, until when.

import { encodeBytes32String, id, keccak256 } from "ethers";
import { BURN_ADDRESS, parseAddress, type Address } from "../../core/address.ts";
import { NO_END, type Block } from "../../core/ledger.ts";
import type { Delegation, IdentityReader, LedgerIdentity } from "../../flows/identities/ledgerIdentity.ts";
import { addressIn, addressWord, selector, Words } from "./abiWords.ts";
import type { LedgerConnection } from "./connection.ts";
import { unreachable } from "./jsonRpc.ts";
import { toQuantity } from "./quantities.ts";

/** ERC-1056 delegates of this type may write to the ledger, and nothing else (`Authority.sol`). */
export const DELEGATE_TYPE = encodeBytes32String("tradeseal");
/** ERC-1056 keeps its delegates by the hash of their type (and not by the type, as its questions do). */
const DELEGATE_KEY = keccak256(DELEGATE_TYPE);
const ZERO_ADDRESS = parseAddress(`0x${"0".repeat(40)}`);

const OWNERS = selector("owners(address)");
const CHANGED = selector("changed(address)");
const DELEGATES = selector("delegates(address,bytes32,address)");

/** By event: in which word its link to the identity's previous change stands. */
const previousChangeAt: Readonly<Record<string, number>> = {
  [id("DIDOwnerChanged(address,address,uint256)")]: 1,
  [id("DIDDelegateChanged(address,bytes32,address,uint256,uint256)")]: 3,
  [id("DIDAttributeChanged(address,bytes32,bytes,uint256,uint256)")]: 3,
};
const OWNER_CHANGED = id("DIDOwnerChanged(address,address,uint256)");
const DELEGATE_CHANGED = id("DIDDelegateChanged(address,bytes32,address,uint256,uint256)");

/** Reads identities over `connection`. */
export function identityReader(connection: LedgerConnection): IdentityReader {
  return {
    async identityOf(identity): Promise<LedgerIdentity> {
      const head = await connection.head();
      const [owner, lastChange] = await Promise.all([ownerOf(identity, head, connection), lastChangeOf(identity, head, connection)]);
      const changes = await changesOf(identity, lastChange, connection);
      const delegates = [...new Set(changes.flatMap(({ delegate }) => (delegate === null ? [] : [delegate])))];
      const ends = await Promise.all(delegates.map((delegate) => delegationEnd({ identity, delegate }, head, connection)));
      const delegations = delegates.map((delegate, place): Delegation => ({ delegate, end: ends[place]!, isInForce: ends[place]! > head.time }));
      return { identity, head, owner, lastChange, isDeactivated: changes.some(({ isDeactivation }) => isDeactivation), delegations };
    },
  };
}

/** Who owns the identity as of `at`: as long as nobody was set, the identity itself. */
export async function ownerOf(identity: Address, at: Block, connection: LedgerConnection): Promise<Address> {
  const set = (await ask(OWNERS + addressWord(identity), at, connection)).address(0);
  return set === ZERO_ADDRESS ? identity : set;
}

/** The block of the identity's last change of any kind as of `at`; 0 when it never changed. */
export const lastChangeOf = async (identity: Address, at: Block, connection: LedgerConnection): Promise<number> =>
  (await ask(CHANGED + addressWord(identity), at, connection)).number(0);

/** Until when the delegate may write in the identity's name, in Unix seconds; 0 when it never might. A revocation ends it at its block's time. */
export async function delegationEnd({ identity, delegate }: { identity: Address; delegate: Address }, at: Block, connection: LedgerConnection): Promise<number> {
  const words = await ask(DELEGATES + addressWord(identity) + DELEGATE_KEY.slice(2) + addressWord(delegate), at, connection);
  const end = BigInt(words.hash(0));
  return end > BigInt(NO_END) ? NO_END : Number(end);
}

async function ask(data: string, at: Block, connection: LedgerConnection): Promise<Words> {
  const to = connection.ledger.contracts.didRegistry.address;
  return new Words(await connection.read("eth_call", [{ to, data }, { blockHash: at.hash, requireCanonical: true }]));
}

interface Change {
  /** The delegate of our type whom it is about. */
  readonly delegate: Address | null;
  /** Whether it gave the identity to nobody. Verifiers count that for good, whatever comes after. */
  readonly isDeactivation: boolean;
  /** The block of the change before it; 0 for the first. */
  readonly previous: number;
}

/** Every change of the identity, oldest first: each names the block of the one before it. */
async function changesOf(identity: Address, lastChange: number, connection: LedgerConnection): Promise<readonly Change[]> {
  const found: Change[] = [];
  for (let block = lastChange; block > 0; ) {
    const changes = await changesIn(block, identity, connection);
    const previous = Math.min(...changes.map((change) => change.previous));
    if (!(previous < block)) throw unreachable("The ledger's endpoint does not give the changes of an identity that the contract remembers.");
    found.unshift(...changes);
    block = previous;
  }
  return found;
}

async function changesIn(block: number, identity: Address, connection: LedgerConnection): Promise<readonly Change[]> {
  const filter = { address: connection.ledger.contracts.didRegistry.address, topics: [Object.keys(previousChangeAt), `0x${addressWord(identity)}`], fromBlock: toQuantity(block), toBlock: toQuantity(block) };
  const logs = await connection.read("eth_getLogs", [filter], { isAlone: true });
  if (!Array.isArray(logs)) throw unreachable("The ledger's endpoint gave something that is no list of events.");
  return logs.map(changeFrom);
}

function changeFrom(log: unknown): Change {
  const { topics, data } = (log ?? {}) as { topics?: readonly unknown[]; data?: unknown };
  const topic = String(topics?.[0]);
  const words = new Words(data);
  const isOurDelegate = topic === DELEGATE_CHANGED && words.hash(0) === DELEGATE_TYPE;
  const isDeactivation = topic === OWNER_CHANGED && [ZERO_ADDRESS, BURN_ADDRESS].includes(words.address(0));
  return { delegate: isOurDelegate ? addressIn(words.at(1)) : null, isDeactivation, previous: words.number(previousChangeAt[topic] ?? 0) };
}
