// Status lists by their address: this service's own from its store, everybody else's through the guarded fetcher.

import { answer, silence, type Asked } from "../../core/outcome.ts";
import type { StatusListSource } from "./credentialPorts.ts";
import { fetchLimits, type GuardedFetcher } from "../identities/identityPorts.ts";
import type { Clock } from "../ports.ts";
import { ask } from "./verify.ts";
import { ShortMemory } from "./shortMemory.ts";

/** Bad news in a stranger's list is seen so much later. The ledger's is seen at once. */
const LIST_AGE_SECONDS = 60;
const LISTS_LIMIT = 200;
const MEDIA_TYPES = ["application/vc+jwt", "application/vc", "application/jwt", "application/vc-ld+jwt", "application/json", "text/plain"];

/** What status lists are found through. */
export interface StatusListSourcePorts {
  readonly fetcher: GuardedFetcher;
  readonly clock: Clock;
  /** The list of this service at the address, as it is served; `null` for an address that is none of this service's. */
  readonly ownListAt: (url: string) => Promise<string | null>;
}

/** Status lists by their address, through these ports. */
export function statusListSource({ fetcher, clock, ownListAt }: StatusListSourcePorts): StatusListSource {
  const fetched = new ShortMemory<Asked<string>>({ ageSeconds: LIST_AGE_SECONDS, limit: LISTS_LIMIT, clock, isKept: ({ isAnswered }) => isAnswered });
  const fetch = async (url: string): Promise<Asked<string>> => {
    const got = await fetcher.fetch(url, { limitBytes: fetchLimits.statusListBytes, mediaTypes: MEDIA_TYPES });
    return got.isFetched ? answer(new TextDecoder().decode(got.bytes)) : silence("status_silent");
  };
  return {
    async listAt(url, issuerChangedIn) {
      const own = await ask(ownListAt(url));
      if (!own.isAnswered) return silence("status_silent");
      return own.value === null ? fetched.recall(`${url} ${issuerChangedIn}`, () => fetch(url)) : answer(own.value);
    },
  };
}
