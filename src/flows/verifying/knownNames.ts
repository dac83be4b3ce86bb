// Known names: those of this verifier's trust roots and of everybody whom they ever led to, to tell look-alikes by.

import { NameBook } from "../../core/names.ts";
import type { TrustRoot } from "../../core/evidence.ts";
import type { FoundGrant, Index, VerifyPorts } from "../ports.ts";

interface Kept {
  readonly book: NameBook;
  readonly roots: readonly TrustRoot[];
  readonly lists: readonly (readonly FoundGrant[])[];
  lookedAt: number;
}

const kept = new WeakMap<Index, Kept>();

/** Whether a new name has come is looked at this often. A likeness only warns, so a second's delay does no harm. */
const LOOK_EVERY_SECONDS = 1;

/** The names in use, for whatever document type. The book is made anew when trust roots or grants have changed. */
export function knownNames({ index, trustRoots, clock }: Pick<VerifyPorts, "index" | "trustRoots" | "clock">): NameBook {
  const [known, roots, now] = [kept.get(index), trustRoots(), clock()];
  if (known !== undefined && known.roots === roots && Math.abs(now - known.lookedAt) < LOOK_EVERY_SECONDS) return known.book;
  const lists = listsBelow(index, roots);
  if (known !== undefined && known.roots === roots && lists.every((list, place) => list === known.lists[place])) {
    known.lookedAt = now;
    return known.book;
  }
  const book = new NameBook([...roots, ...lists.flat().map(({ grantee, name }) => ({ address: grantee, name }))]);
  kept.set(index, { book, roots, lists, lookedAt: now });
  return book;
}

function listsBelow(index: Index, roots: readonly TrustRoot[]): (readonly FoundGrant[])[] {
  const types = [...new Set(roots.flatMap(({ documentTypes }) => documentTypes))];
  return types.map((documentType) => index.grantsBelow(documentType, roots.filter((root) => root.documentTypes.includes(documentType)).map(({ address }) => address)));
}
