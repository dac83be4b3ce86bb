// The events of ERC-1056, read as changes of an identity.

import { id } from "ethers";
import type { IdentityChange } from "../../core/identities/didEthr.ts";
import { Words } from "./abiWords.ts";
import { unreachable } from "./jsonRpc.ts";
import { hashFrom, numberFrom } from "./quantities.ts";

/** A change, where it stands, and the block of the identity's change before it. */
export interface ReadChange {
  readonly change: IdentityChange;
  readonly blockHash: string;
  readonly previous: number;
}

type Place = Pick<IdentityChange, "blockNumber" | "logIndex">;

interface Shape {
  readonly read: (words: Words, place: Place) => IdentityChange;
  /** The word that holds the block of the change before. */
  readonly previousWord: number;
}

const SHAPES: Readonly<Record<string, Shape>> = {
  [id("DIDOwnerChanged(address,address,uint256)")]: { read: (words, place) => ({ ...place, kind: "owner", owner: words.address(0) }), previousWord: 1 },
  [id("DIDDelegateChanged(address,bytes32,address,uint256,uint256)")]: {
    read: (words, place) => ({ ...place, kind: "delegate", delegateType: textIn(words.at(0)), delegate: words.address(1), validTo: timeIn(words.at(2)) }),
    previousWord: 3,
  },
  [id("DIDAttributeChanged(address,bytes32,bytes,uint256,uint256)")]: {
    read: (words, place) => ({ ...place, kind: "attribute", name: textIn(words.at(0)), value: `0x${words.bytes(5, words.number(4))}`, validTo: timeIn(words.at(2)) }),
    previousWord: 3,
  },
};

/** What a node is asked for. */
export const changeTopics: readonly string[] = Object.keys(SHAPES);

/** The change that a log tells. Throws `ledger_unreachable` on what the registry cannot have written: then something is missing, too. */
export function changeFrom(log: unknown): ReadChange {
  const { topics, data, blockNumber, blockHash, logIndex } = (log ?? {}) as Record<string, unknown>;
  const shape = Array.isArray(topics) ? SHAPES[String(topics[0])] : undefined;
  if (shape === undefined) throw unreachable("The ledger's endpoint gave an event that was not asked for.");
  const words = new Words(data);
  const place = { blockNumber: numberFrom(blockNumber), logIndex: numberFrom(logIndex) };
  return { change: shape.read(words, place), blockHash: hashFrom(blockHash), previous: words.number(shape.previousWord) };
}

/** Trailing zeros are padding. Bytes that are no ASCII stay apart from each other, and mean nothing. */
const textIn = (word: string): string => Buffer.from(word.replace(/(00)*$/, ""), "hex").toString("latin1");

/** Identities may choose any 256-bit second; beyond what a number holds, all are as far away. */
const timeIn = (word: string): number => Math.min(Number(BigInt(`0x${word}`)), Number.MAX_SAFE_INTEGER);
