// Layers: who stands how far below the trust roots, and in which order, so that few lines cross.

import type { Address } from "../../core/address.ts";

/** A line from a grantor to a grantee. */
export interface Arrow {
  readonly grantor: Address;
  readonly grantee: Address;
}

/** How often the order is gone through, down and up again. More changes little. */
const SWEEPS = 4;

/** The layers from the trust roots downwards. Who cannot be reached from them stands in the last one. */
export function layersOf(parties: readonly { readonly address: Address; readonly isTrustRoot: boolean }[], arrows: readonly Arrow[]): readonly (readonly Address[])[] {
  const distance = distances(parties.filter(({ isTrustRoot }) => isTrustRoot).map(({ address }) => address), arrows);
  const deepest = Math.max(0, ...distance.values());
  const layers: Address[][] = [];
  for (const { address } of parties) (layers[distance.get(address) ?? deepest + 1] ??= []).push(address);
  return ordered([...layers].map((layer) => layer ?? []).filter((layer) => layer.length > 0), arrows);
}

function distances(roots: readonly Address[], arrows: readonly Arrow[]): ReadonlyMap<Address, number> {
  const below = Map.groupBy(arrows, ({ grantor }) => grantor);
  const distance = new Map(roots.map((root) => [root, 0]));
  // A map is walked in the order of its entries, also of those that come meanwhile: the nearest first.
  for (const [address, steps] of distance) {
    for (const { grantee } of below.get(address) ?? []) if (!distance.has(grantee)) distance.set(grantee, steps + 1);
  }
  return distance;
}

/** Puts each party below (then above) the middle of those it is tied to: the barycentre. */
function ordered(layers: readonly (readonly Address[])[], arrows: readonly Arrow[]): readonly (readonly Address[])[] {
  const sorted = layers.map((layer) => [...layer]);
  const above = neighbours(arrows.map(({ grantor, grantee }) => [grantee, grantor]));
  const below = neighbours(arrows.map(({ grantor, grantee }) => [grantor, grantee]));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let depth = 1; depth < sorted.length; depth += 1) sortBy(sorted[depth]!, { tied: above, places: placesIn(sorted[depth - 1]!) });
    for (let depth = sorted.length - 2; depth >= 0; depth -= 1) sortBy(sorted[depth]!, { tied: below, places: placesIn(sorted[depth + 1]!) });
  }
  return sorted;
}

function neighbours(pairs: readonly (readonly [Address, Address])[]): ReadonlyMap<Address, readonly Address[]> {
  return new Map([...Map.groupBy(pairs, ([own]) => own)].map(([own, others]) => [own, others.map(([, other]) => other)]));
}

/** From 0 to 1, so that a narrow layer and a wide one can be compared. */
const placesIn = (layer: readonly Address[]): ReadonlyMap<Address, number> => new Map(layer.map((address, place) => [address, (place + 0.5) / layer.length]));

interface Ties {
  readonly tied: ReadonlyMap<Address, readonly Address[]>;
  readonly places: ReadonlyMap<Address, number>;
}

/** Who is tied to nobody there keeps its place. */
function sortBy(layer: Address[], { tied, places }: Ties): void {
  const own = placesIn(layer);
  const middle = new Map(layer.map((address) => {
    const found = (tied.get(address) ?? []).flatMap((other) => places.get(other) ?? []);
    return [address, found.length === 0 ? own.get(address)! : found.reduce((sum, place) => sum + place, 0) / found.length];
  }));
  layer.sort((left, right) => middle.get(left)! - middle.get(right)! || own.get(left)! - own.get(right)!);
}
