/**
 * Goal: names are compared with those of all trust roots and of everybody they led to, for whatever type, and a new name counts soon.
 * Method: an index that answers by script and counts how often the book is made; a clock that the test moves.
 */
import { expect, test } from "vitest";
import { parseDocumentType, type DocumentType } from "../../../src/core/documentType.ts";
import type { TrustRoot } from "../../../src/core/evidence.ts";
import { knownNames } from "../../../src/flows/verifying/knownNames.ts";
import type { FoundGrant, Index } from "../../../src/flows/ports.ts";
import { aeo, customs, chamber, identity, office, origin, stranger, trustRoot } from "../../core/world.ts";

const grantTo = (grantee: typeof chamber, name: string): FoundGrant => ({ grantor: customs, grantee, name, particulars: `0x${"11".repeat(32)}` });

function world() {
  const below = new Map<DocumentType, readonly FoundGrant[]>([[origin, [grantTo(chamber, "Chamber")]], [aeo, [grantTo(office, "Office")]]]);
  let roots: readonly TrustRoot[] = [{ ...trustRoot(customs, origin, aeo), name: "Customs" }];
  let now = 100;
  const asked: unknown[] = [];
  const index = { grantsBelow: (type: DocumentType, from: readonly string[]) => (asked.push([type, from]), below.get(type) ?? []) } as unknown as Index;
  const ports = { index, trustRoots: () => roots, clock: () => now };
  return { below, asked, book: () => knownNames(ports), wait: (seconds: number) => void (now += seconds), believe: (more: readonly TrustRoot[]) => void (roots = more) };
}

test.each([["Customs", "a trust root"], ["Chamber", "its grantee"], ["Offіce", "its grantee for another type"]])("%s is known: %s's name", (name) => {
  expect(world().book().likenessOf({ address: stranger, name })).toBe("confusable");
});

test("the same book until something has changed; looked for once a second", () => {
  const { asked, below, book, wait } = world();
  const first = book();
  expect(asked).toHaveLength(2);
  expect([book(), asked.length]).toEqual([first, 2]);
  below.set(origin, [grantTo(chamber, "Chamber"), grantTo(identity(8), "Newcomer")]);
  expect(book().likenessOf({ address: stranger, name: "Newcomer" })).toBeNull();
  wait(1);
  expect(book().likenessOf({ address: stranger, name: "Newcomer" })).toBe("confusable");
  const second = book();
  wait(1);
  expect(book()).toBe(second);
});

test("other trust roots make another book at once", () => {
  const { book, believe } = world();
  expect(book().likenessOf({ address: stranger, name: "Ministry" })).toBeNull();
  believe([{ address: identity(9), name: "Ministry", documentTypes: [parseDocumentType("705")] }]);
  expect(book().likenessOf({ address: stranger, name: "Ministry" })).toBe("confusable");
  expect(book().likenessOf({ address: stranger, name: "Chamber" })).toBeNull();
});
