// Logs of the ledger's contracts, read as events. A log is bytes from strangers: whatever it holds, reading it never throws.

import { id, keccak256 } from "ethers";
import { BURN_ADDRESS, parseAddress, type Address } from "../../core/address.ts";
import type { Digest, Leaf, Root } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { Fault } from "../../core/fault.ts";
import type { ChainHash, ContractName, Ledger } from "../../core/ledger.ts";
import type { EventPlace, LedgerEvent, WantedEvents } from "../../flows/ports.ts";
import { addressIn, addressWord, documentTypeIn, documentTypeWord, isZero, Words } from "./abiWords.ts";
import { hashFrom, numberFrom } from "./quantities.ts";

const ZERO_ADDRESS = parseAddress(`0x${"0".repeat(40)}`);

/** A log's indexed words (without `0x`) and its other words. */
interface Log {
  readonly place: EventPlace;
  readonly topics: readonly string[];
  readonly words: Words;
}

interface EventShape {
  readonly signature: string;
  readonly contract: ContractName;
  readonly indexed: number;
  /** @returns `null` for a log that means nothing to us. */
  readonly decode: (log: Log) => LedgerEvent | null;
}

const shapes: readonly EventShape[] = [
  { signature: "Anchored(address,bytes8,bytes32,address,uint40,bytes32[])", contract: "anchorRegistry", indexed: 3, decode: anchored },
  { signature: "Accredited(address,address,bytes8,uint40,uint40,bool,string,bytes32,address)", contract: "accreditationRegistry", indexed: 3, decode: accredited },
  { signature: "Withdrawn(address,address,bytes8,uint40,bool,address)", contract: "accreditationRegistry", indexed: 3, decode: withdrawn },
  { signature: "StandingSet(address,address,bytes32,bytes8,uint8,uint8,bytes32,address)", contract: "standingRegistry", indexed: 3, decode: standingSet },
  { signature: "DIDOwnerChanged(address,address,uint256)", contract: "didRegistry", indexed: 1, decode: ownerChanged },
  { signature: "DIDDelegateChanged(address,bytes32,address,uint256,uint256)", contract: "didRegistry", indexed: 1, decode: didChanged },
  { signature: "DIDAttributeChanged(address,bytes32,bytes,uint256,uint256)", contract: "didRegistry", indexed: 1, decode: didChanged },
];

const shapeByTopic = new Map(shapes.map((shape) => [id(shape.signature), shape]));

/** The first topics of the events that we follow. */
export const eventTopics: readonly string[] = [...shapeByTopic.keys()];

/** What a node is asked for, topic by topic: a list stands for any of its members, `null` for anything. */
export type TopicFilter = readonly (readonly string[] | null)[];

/** The filters that together let through the events that we follow, or those of them that are wanted. */
export function topicFilters(wanted?: WantedEvents): readonly TopicFilter[] {
  if (wanted === undefined) return [[eventTopics]];
  // An anchor's root and a grant's type are indexed at the same place, so one question finds both.
  const third = [...wanted.roots.map((root) => `0x${root}`), ...wanted.documentTypes.map((type) => `0x${documentTypeWord(type)}`)];
  return [[topicsOf(anchored, accredited), null, null, third], [topicsOf(ownerChanged, didChanged)]];
}

const topicsOf = (...decoders: readonly EventShape["decode"][]): string[] => [...shapeByTopic].flatMap(([topic, { decode }]) => (decoders.includes(decode) ? [topic] : []));

/** A reader of logs, which gives `null` for a log that no contract of the ledger would write or that means nothing to us. */
export function eventDecoder(contracts: Ledger["contracts"]): (log: unknown) => LedgerEvent | null {
  return (raw) => {
    const { address, topics, data, removed, ...place } = (raw ?? {}) as Record<string, unknown>;
    if (!Array.isArray(topics) || removed === true) return null;
    const shape = shapeByTopic.get(topics[0]);
    if (shape === undefined || String(address).toLowerCase() !== contracts[shape.contract].address) return null;
    if (topics.length !== shape.indexed + 1) return null;
    try {
      return shape.decode({ place: placeFrom(place), topics: topics.slice(1).map((topic) => hashFrom(topic).slice(2)), words: new Words(data) });
    } catch (error) {
      if (error instanceof Fault) return null;
      throw error;
    }
  };
}

const placeFrom = ({ blockNumber, blockHash, logIndex }: Record<string, unknown>): EventPlace => ({
  blockNumber: numberFrom(blockNumber),
  blockHash: hashFrom(blockHash),
  logIndex: numberFrom(logIndex),
});

function anchored({ place, topics, words }: Log): LedgerEvent | null {
  const documentType = documentTypeIn(topics[1]!);
  if (documentType === null) return null;
  const count = words.number(3);
  const hex = words.bytes(4, count * 32);
  const leaves = Array.from({ length: count }, (_, index) => hex.slice(index * 64, index * 64 + 64) as Leaf);
  const name = { issuer: addressIn(topics[0]!), documentType, root: topics[2] as Root };
  return { ...place, kind: "anchored", ...name, size: words.number(1), account: words.address(0), leaves };
}

function accredited({ place, topics, words }: Log): LedgerEvent | null {
  const name = grantNameIn(topics);
  if (name === null) return null;
  const bytes = words.bytes(7, words.number(6));
  const credentialDigest = words.hash(4);
  const particulars = particularsOf(bytes, credentialDigest, words.address(5));
  return { ...place, kind: "accredited", ...name, mayPassOn: words.number(2) !== 0, name: Buffer.from(bytes, "hex").toString(), credentialDigest, particulars };
}

function withdrawn({ place, topics }: Log): LedgerEvent | null {
  const name = grantNameIn(topics);
  return name === null ? null : { ...place, kind: "withdrawn", ...name };
}

function standingSet({ place, topics, words }: Log): LedgerEvent | null {
  const documentType = documentTypeIn(words.at(0));
  if (documentType === null) return null;
  const replacement = words.at(3);
  return { ...place, kind: "standingSet", speaker: addressIn(topics[0]!), issuer: addressIn(topics[1]!), leaf: topics[2] as Leaf, documentType, replacement: isZero(replacement) ? null : (replacement as Digest) };
}

function ownerChanged({ place, topics, words }: Log): LedgerEvent {
  const owner = words.address(0);
  return { ...place, kind: "didChanged", identity: addressIn(topics[0]!), isDeactivated: owner === ZERO_ADDRESS || owner === BURN_ADDRESS };
}

function didChanged({ place, topics }: Log): LedgerEvent {
  return { ...place, kind: "didChanged", identity: addressIn(topics[0]!), isDeactivated: false };
}

function grantNameIn(topics: readonly string[]): { grantor: Address; grantee: Address; documentType: DocumentType } | null {
  const documentType = documentTypeIn(topics[2]!);
  return documentType === null ? null : { grantor: addressIn(topics[0]!), grantee: addressIn(topics[1]!), documentType };
}

/**
 * keccak256(abi.encode(name, credentialDigest, account)), the hash that the contract keeps of what only its event says.
 *
 * Over the name's bytes and not over its text: bytes that are no UTF-8 read as another text.
 */
function particularsOf(name: string, credentialDigest: ChainHash, account: Address): ChainHash {
  const length = (name.length / 2).toString(16).padStart(64, "0");
  const padded = name.padEnd(Math.ceil(name.length / 64) * 64, "0");
  return keccak256(`0x${"60".padStart(64, "0")}${credentialDigest.slice(2)}${addressWord(account)}${length}${padded}`) as ChainHash;
}
