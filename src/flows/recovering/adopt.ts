// Adopt: takes documents of our issuers, as the ledger has them, into a store that does not know them.
//
// Whoever holds the digests gets back what the ledger bears out: the batch, the place in it, the standing. Ids are new, and
// references, idempotency keys and private leaves are gone with the old store.

import type { Address } from "../../core/address.ts";
import { leafOf, type Digest, type Leaf } from "../../core/digest.ts";
import { Fault } from "../../core/fault.ts";
import type { AnchorName, Block, Head, StandingStatement } from "../../core/ledger.ts";
import { decidingStatement } from "../../core/standing.ts";
import type { Issuer } from "../issuing/issuePorts.ts";
import type { FoundAnchor, LedgerEvents, LedgerReader } from "../ports.ts";
import type { AdoptedBatch, AdoptedDocument, AdoptedWord, AdoptingStore, PublishedLeaves } from "./recoverPorts.ts";

export interface AdoptPorts {
  readonly store: AdoptingStore;
  readonly index: PublishedLeaves;
  readonly ledger: LedgerReader;
  readonly events: Pick<LedgerEvents, "blockAt">;
  readonly newId: () => string;
}

/** What became of the digests. */
export interface Adoption {
  readonly adopted: number;
  /** Documents that the store had already. */
  readonly known: number;
  /** Digests of which the ledger has no published and final anchor of these issuers. */
  readonly unknown: number;
}

/** Digests looked up together; those of one batch among them become one write. */
const DIGESTS_AT_ONCE = 10_000;

/** Takes every document of `issuers` among `digests` into the store, each published and final anchor of it. Running it again changes nothing. */
export async function adopt(digests: Iterable<Digest>, issuers: readonly Issuer[], ports: AdoptPorts): Promise<Adoption> {
  const head = await ports.ledger.head();
  const accounts = new Map(issuers.map(({ address, account }) => [address, account]));
  const total = { adopted: 0, known: 0, unknown: 0 };
  for (const some of inChunks(new Set(digests))) {
    const found = some.map((digest) => placesOf(digest, { accounts, head, index: ports.index }));
    total.unknown += found.filter((places) => places.length === 0).length;
    for (const places of Map.groupBy(found.flat(), ({ anchor }) => `${anchor.issuer} ${anchor.documentType} ${anchor.root}`).values()) {
      const batch = await batchOf(places, { accounts, head, ports });
      const adopted = await ports.store.adopt(batch);
      total.adopted += adopted;
      total.known += places.length - adopted;
    }
  }
  return total;
}

/** More questions at once would wait longer than a node's patience lasts. */
const READS_AT_ONCE = 200;

interface Place {
  readonly digest: Digest;
  readonly anchor: FoundAnchor;
  readonly generation: number;
}

interface Search {
  readonly accounts: ReadonlyMap<Address, Address>;
  readonly head: Head;
  readonly index: PublishedLeaves;
}

/** Where our issuers anchored these bytes, oldest first within each issuer and type. */
function placesOf(digest: Digest, { accounts, head, index }: Search): Place[] {
  const ours = index.anchorsOf(leafOf(digest)).filter(({ issuer, blockNumber }) => accounts.has(issuer) && blockNumber <= head.finalNumber);
  return [...Map.groupBy(ours, ({ issuer, documentType }) => `${issuer} ${documentType}`).values()].flatMap((anchors) => anchors.map((anchor, generation) => ({ digest, anchor, generation })));
}

async function batchOf(places: readonly Place[], { accounts, head, ports }: Omit<Search, "index"> & { ports: AdoptPorts }): Promise<AdoptedBatch> {
  const { issuer, documentType, root, blockNumber } = places[0]!.anchor;
  const name: AnchorName = { issuer, documentType, root };
  const [record, block] = await Promise.all([ports.ledger.anchorOf(name, head), blockAt(blockNumber, ports)]);
  if (record === null) throw contradicted(`the anchor ${root}`);
  const heard: Heard[] = [];
  for (let start = 0; start < places.length; start += READS_AT_ONCE) heard.push(...(await Promise.all(places.slice(start, start + READS_AT_ONCE).map((place) => hear(place, name, { head, ports })))));
  return { name, leaves: ports.index.leavesOf(name)!, block, account: accounts.get(issuer)!, documents: heard.map((each) => documentOf(each, ports)), words: await wordsOf(heard, head, ports) };
}

async function blockAt(number: number, { events }: AdoptPorts): Promise<Block> {
  const block = await events.blockAt(number);
  if (block === null) throw contradicted(`block ${number}`);
  return { number: block.number, hash: block.hash, time: block.time };
}

const contradicted = (what: string): Fault => new Fault("ledger_unreachable", `The ledger's endpoint spoke of ${what} before, and does not know it now. Run it again.`);

/** A document, and what its issuer said of it: the others' words are read whenever somebody verifies. */
interface Heard extends Place {
  readonly leaf: Leaf;
  readonly statements: readonly StandingStatement[];
}

async function hear(place: Place, { issuer, documentType }: AnchorName, { head, ports }: { head: Head; ports: AdoptPorts }): Promise<Heard> {
  const leaf = leafOf(place.digest);
  return { ...place, leaf, statements: await ports.ledger.standingsOf(issuer, { issuer, documentType, leaf }, head) };
}

function documentOf({ digest, leaf, anchor, generation, statements }: Heard, { newId }: AdoptPorts): AdoptedDocument {
  const last = decidingStatement([{ speaker: anchor.issuer, statements }], { finalBlock: Infinity, counts: () => true });
  return { id: newId(), digest, leaf, position: anchor.index, generation, standing: last?.standing ?? "active", replacement: last?.replacement ?? null };
}

/** Words of the same block that say the same are one. What is not final yet is the ledger's alone, until an audit finds it. */
async function wordsOf(heard: readonly Heard[], { finalNumber }: Head, ports: AdoptPorts): Promise<AdoptedWord[]> {
  const said = heard.flatMap(({ leaf, statements }) => statements.filter(({ blockNumber }) => blockNumber <= finalNumber).map((statement) => ({ leaf, statement })));
  const groups = Map.groupBy(said, ({ statement: { blockNumber, standing, reason, replacement } }) => `${blockNumber} ${standing} ${reason} ${replacement}`);
  const words = await Promise.all([...groups.values()].map(async (same) => {
    const { standing, reason, replacement, blockNumber } = same[0]!.statement;
    return { standing, reason, replacement, leaves: same.map(({ leaf }) => leaf), block: await blockAt(blockNumber, ports) };
  }));
  return words.toSorted((left, right) => left.block.number - right.block.number);
}

function* inChunks(digests: ReadonlySet<Digest>): Generator<Digest[]> {
  let chunk: Digest[] = [];
  for (const digest of digests) {
    chunk.push(digest);
    if (chunk.length < DIGESTS_AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
