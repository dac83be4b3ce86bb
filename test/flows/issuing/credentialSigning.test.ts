/**
 * Goal: whoever signs does it with a key that verifiers can look up, where there is one; and makes one key, not two.
 * Method: keys in a box, listings as the store would have them; the ledger's word on each said by the row.
 */
import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { BURN_ADDRESS } from "../../../src/core/address.ts";
import { keyAttribute } from "../../../src/core/identities/keyAttribute.ts";
import { publicKeyFromJwk, type PublicKey } from "../../../src/core/publicKey.ts";
import { credentialSigning, KEY_VALIDITY_SECONDS, type KeyListings } from "../../../src/flows/issuing/credentialSigning.ts";
import type { Write } from "../../../src/flows/issuing/issuePorts.ts";
import { chamber } from "../../core/world.ts";

const NOW = 1_790_000_000;
const DOING = { by: "user:test", at: NOW } as const;
type Listing = Awaited<ReturnType<KeyListings["writesAbout"]>>[number];

function newKey(): PublicKey {
  const { kty, crv, x, y } = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" });
  return publicKeyFromJwk({ kty, crv, x, y } as never)!;
}
const [older, newer, made] = [newKey(), newKey(), newKey()];
const block = (number: number) => ({ number, hash: `0x${"b".repeat(64)}` as const, time: NOW - 1_000 + number });
const lists = (key: PublicKey, at: Listing["block"]): Listing => ({ body: { kind: "attribute", identity: chamber, validitySeconds: KEY_VALIDITY_SECONDS, ...keyAttribute(key) }, state: at === null ? "batched" : "included", block: at });
const takesOff = (key: PublicKey, at: Listing["block"]): Listing => ({ body: { kind: "revokeAttribute", identity: chamber, ...keyAttribute(key) }, state: at === null ? "batched" : "included", block: at });

/** A world in which these listings were said, oldest first. */
function world(listings: readonly Listing[]) {
  const written: Listing[] = [...listings];
  const signing = credentialSigning({
    listings: { writesAbout: async () => written },
    store: { addWrite: async (body) => (written.push({ body, state: "batched", block: null }), {} as Write) },
    keys: { create: async () => made, has: () => true, sign: async () => new Uint8Array(64) },
    names: async () => ({ chainId: 31337, publicUrl: "https://customs.example" }),
    clock: () => NOW,
  });
  const kids = async (times = 1) => (await Promise.all(Array.from({ length: times }, () => signing.signerFor(chamber, chamber, DOING)))).map((signer) => signer!.kid.split("#")[1]);
  return { kids, written, signer: () => signing.signerFor(chamber, chamber, DOING) };
}

const rows: readonly [what: string, listings: readonly Listing[], key: PublicKey][] = [
  ["the newest on the ledger",                              [lists(older, block(1)), lists(newer, block(2))],                        newer],
  ["not one that is still on its way there",                [lists(older, block(1)), lists(newer, null)],                            older],
  ["one on its way where the other is being taken off",     [lists(older, block(1)), lists(newer, null), takesOff(older, null)],     newer],
  ["one on its way where there is no other",                [lists(newer, null)],                                                    newer],
  ["a new one where the last was taken off",                [lists(older, block(1)), takesOff(older, block(2))],                     made],
];

test.each(rows)("signs with %s", async (_what, listings, key) => {
  expect(await world(listings).kids()).toEqual([key.thumbprint]);
});

const gaveUp: Listing = { body: { kind: "changeOwner", identity: chamber, owner: BURN_ADDRESS }, state: "included", block: block(3) };

test("for an identity that was given up no key is made: by the last one while it is listed, then not at all", async () => {
  expect(await world([lists(older, block(1)), gaveUp]).kids()).toEqual([older.thumbprint]);
  const { signer, written } = world([lists(older, block(1)), takesOff(older, block(2)), gaveUp]);
  expect(await signer()).toBeNull();
  expect(written).toHaveLength(3);
});

test("ten who ask at once make one key", async () => {
  const { kids, written } = world([]);
  expect(new Set(await kids(10))).toEqual(new Set([made.thumbprint]));
  expect(written.filter(({ body }) => body.kind === "attribute" && body.name === keyAttribute(made).name)).toHaveLength(1);
});
