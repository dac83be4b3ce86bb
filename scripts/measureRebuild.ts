// Measures how long 100,000 documents take to come back from the ledger alone: index, roots, seals.
//
//   npm run measure:rebuild
//
// The documents are anchored on a fresh chain in 25 batches of 4,000. A service's own way of making seals (a tree over the
// leaves as they were handed in) gives the originals; the rebuilt ones are compared with them byte by byte.

import { randomBytes } from "node:crypto";
import { person, startLedger } from "../test/adapters/ledger/chain.ts";
import { digestOf, leafOf, type Digest } from "../src/core/digest.ts";
import { parseDocumentType } from "../src/core/documentType.ts";
import { ledgerIdOf } from "../src/core/ledger.ts";
import { treeOf } from "../src/core/merkle.ts";
import { writeSeal } from "../src/core/seal.ts";
import { sealsFrom } from "../src/flows/recovering/recoverSeals.ts";
import type { LedgerEvents } from "../src/flows/ports.ts";
import { openIndex } from "../src/ledgerAccess.ts";
import { temporaryFolder } from "./serviceProcess.ts";

/** What a measured rebuild came to, in seconds. */
export interface Measured {
  readonly documents: number;
  readonly nodeSeconds: number;
  readonly indexSeconds: number;
  readonly sealSeconds: number;
  readonly rootsMatching: number;
  readonly sealsIdentical: number;
}

/** Anchors `batches` × `size` documents on a fresh chain, rebuilds the index from nothing and makes every seal again. */
export async function measureRebuild({ batches, size }: { batches: number; size: number }): Promise<Measured> {
  const issuer = person("measured issuer");
  const world = await startLedger([issuer]);
  try {
    const originals = new Map<Digest, string>();
    const ledger = ledgerIdOf(world.ledger);
    for (let batch = 0; batch < batches; batch += 1) {
      const digests = Array.from({ length: size }, () => digestOf(randomBytes(32)));
      const leaves = digests.map(leafOf);
      const tree = treeOf(leaves);
      const name = { issuer: issuer.address, documentType: parseDocumentType("861"), root: tree.root };
      const { isSuccess } = await world.carry({ kind: "anchor", ...name, leaves, isPublished: true }, issuer.address);
      if (!isSuccess) throw new Error("The chain did not take a batch.");
      digests.forEach((digest, index) => originals.set(digest, writeSeal({ ledger, ...name, digest, index, size, path: tree.pathOf(index), unknown: {} })));
    }
    return await rebuilt(world, originals);
  } finally {
    await world.stop();
  }
}

async function rebuilt(world: Awaited<ReturnType<typeof startLedger>>, originals: ReadonlyMap<Digest, string>): Promise<Measured> {
  const spent = { node: 0, anchors: 0, unsound: 0 };
  const timed = async <T>(asked: Promise<T>): Promise<T> => {
    const from = performance.now();
    return asked.finally(() => (spent.node += performance.now() - from));
  };
  const events: LedgerEvents = {
    head: () => timed(world.events.head()),
    blockAt: (number) => timed(world.events.blockAt(number)),
    async eventsBetween(from, to) {
      const found = await timed(world.events.eventsBetween(from, to));
      spent.anchors += found.filter(({ kind }) => kind === "anchored").length;
      return found;
    },
  };
  const fresh = openIndex(`${temporaryFolder()}/index.sqlite`, { ledger: world.ledger, events }, { notice: () => (spent.unsound += 1) });
  const startedAt = performance.now();
  if (!(await fresh.follower.reach(await world.events.head()))) throw new Error("The index did not reach the newest block.");
  const readAt = performance.now();
  const sealsOf = sealsFrom({ index: fresh.index, ledger: ledgerIdOf(world.ledger) }, null);
  let identical = 0;
  for (const [digest, original] of originals) if (sealsOf(digest).map(writeSeal).join() === original) identical += 1;
  const doneAt = performance.now();
  fresh.close();
  const seconds = (milliseconds: number): number => milliseconds / 1000;
  return { documents: originals.size, nodeSeconds: seconds(spent.node), indexSeconds: seconds(readAt - startedAt - spent.node), sealSeconds: seconds(doneAt - readAt), rootsMatching: spent.anchors - spent.unsound, sealsIdentical: identical };
}

if (import.meta.main) {
  const [batches, size] = [25, 4_000];
  const { documents, nodeSeconds, indexSeconds, sealSeconds, rootsMatching, sealsIdentical } = await measureRebuild({ batches, size });
  console.log(`documents                          ${documents}`);
  console.log(`the node delivers and logs decoded ${nodeSeconds.toFixed(2)} s`);
  console.log(`index, every root recomputed       ${indexSeconds.toFixed(2)} s   (allowed: 5 s)`);
  console.log(`seals made again                   ${sealSeconds.toFixed(2)} s`);
  console.log(`roots that match                   ${rootsMatching} of ${batches}`);
  console.log(`seals byte-identical               ${sealsIdentical} of ${documents}`);
  if (rootsMatching !== batches || sealsIdentical !== documents) process.exitCode = 1;
}
