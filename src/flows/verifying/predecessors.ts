// Predecessors: finds what an issuer may have replaced with a document. The index says where to look; the ledger is read again.

import type { Predecessor } from "../../core/evidence.ts";
import type { Head } from "../../core/ledger.ts";
import type { DigestName, VerifyPorts } from "../ports.ts";

/** Further documents that one document replaced are not named: nobody reads them. */
const PREDECESSORS_LIMIT = 20;

/** The documents of this issuer and type of which it once said that `named` takes their place, each with all that it said, as of block `head`. */
export async function predecessorsAt(head: Head, named: DigestName, { index, ledger, publishedDigests }: Pick<VerifyPorts, "index" | "ledger" | "publishedDigests">): Promise<readonly Predecessor[]> {
  const { issuer, documentType } = named;
  const leaves = index.replacedWith(named, PREDECESSORS_LIMIT);
  if (leaves.length === 0) return [];
  const [digests, statements] = await Promise.all([
    publishedDigests?.(leaves, { issuer, documentType }),
    Promise.all(leaves.map((leaf) => ledger.standingsOf(issuer, { issuer, documentType, leaf }, head))),
  ]);
  return leaves.map((leaf, place) => ({ leaf, digest: digests?.get(leaf) ?? null, statements: statements[place]! }));
}
