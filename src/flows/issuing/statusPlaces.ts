// Places in status lists for a new credential: random among the free ones, so that a place tells nothing of when it was given.

import type { Address } from "../../core/address.ts";
import { LIST_ENTRIES, statusPurposes, type StatusPlace, type StatusPurpose } from "../../core/credentials/statusListNames.ts";
import type { Issuances } from "./issuancePorts.ts";

/** So many places are drawn at a time. When all are taken the list is fuller than it should be, and the next one begins. */
const DRAWN = 16;

interface Drawing {
  readonly issuances: Pick<Issuances, "newestList" | "takenIn">;
  readonly random: (bytes: number) => Uint8Array;
}

/** A free place in a list of each purpose. Until it is stored another may take it. */
export const freePlaces = (issuer: Address, drawing: Drawing): Promise<readonly StatusPlace[]> => Promise.all(statusPurposes.map((purpose) => freePlace(issuer, purpose, drawing)));

async function freePlace(issuer: Address, purpose: StatusPurpose, { issuances, random }: Drawing): Promise<StatusPlace> {
  const list = Math.max(1, await issuances.newestList(issuer, purpose));
  const drawn = drawnFrom(random(DRAWN * 3));
  const taken = await issuances.takenIn({ issuer, purpose, number: list }, drawn);
  const free = drawn.find((position) => !taken.has(position));
  return free === undefined ? { purpose, list: list + 1, position: drawn[0]! } : { purpose, list, position: free };
}

/** Three bytes a place. The number of places is a power of two, so each is drawn as often as any other. */
const drawnFrom = (bytes: Uint8Array): number[] => Array.from({ length: DRAWN }, (_, at) => ((bytes[3 * at]! << 16) | (bytes[3 * at + 1]! << 8) | bytes[3 * at + 2]!) % LIST_ENTRIES);
