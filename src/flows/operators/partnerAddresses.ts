// Partner addresses: where an authority's service takes questions about operators, by the did:web that the ledger names and the document there.

import type { Address } from "../../core/address.ts";
import { parseDidName, webAddressOf } from "../../core/identities/didName.ts";
import { operatorsAddressIn } from "../../core/identities/didServices.ts";
import type { Block } from "../../core/ledger.ts";
import { fetchLimits, type FetchRefusal } from "../identities/identityPorts.ts";
import type { DeskPorts } from "./operatorPorts.ts";
import { ShortMemory } from "../verifying/shortMemory.ts";

/** An address that has moved is followed so much later. */
const AGE_SECONDS = 300;
const ADDRESSES_LIMIT = 500;
/** More names than this are not tried. */
const NAMES_LIMIT = 3;
const DOCUMENT_TYPES = ["application/did+json", "application/did+ld+json", "application/did", "application/json", "application/ld+json"];

/** `own`: it is issued here alone, so nobody need be asked. `none`: nobody says where. */
export type PartnerAddress = { readonly is: "found"; readonly url: string } | { readonly is: "own" | "none" | "silent" };

type Served = { readonly url: string | null } | { readonly refusal: FetchRefusal };

/** Finds addresses, and remembers them for a while. */
export class PartnerAddresses {
  readonly #ports: DeskPorts;
  readonly #served: ShortMemory<Served>;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    this.#served = new ShortMemory({ ageSeconds: AGE_SECONDS, limit: ADDRESSES_LIMIT, clock: ports.judging.clock, isKept: (served) => "url" in served && served.url !== null });
  }

  /** The address of the identity's service. `isOwn`: it is an issuer of this service, too. */
  async addressOf(identity: Address, { head, isOwn }: { head: Block & { finalNumber: number }; isOwn: boolean }): Promise<PartnerAddress> {
    const document = await this.#ports.documents.newest(identity, head);
    if (!document.isAnswered) return { is: "silent" };
    const names = document.value.alsoKnownAs.filter((name) => parseDidName(name)?.method === "web").slice(0, NAMES_LIMIT);
    const foreign: string[] = [];
    for (const name of names) if ((await this.#ports.ownIdentity(name)) === null) foreign.push(name);
    if (foreign.length === 0) return { is: isOwn || names.length > 0 ? "own" : "none" };
    const served = await Promise.all(foreign.map((name) => this.#served.recall(name, () => this.#fetch(name))));
    const url = served.flatMap((each) => ("url" in each && each.url !== null ? [each.url] : []))[0];
    if (url !== undefined) return { is: "found", url };
    return { is: served.some((each) => "refusal" in each) ? "silent" : "none" };
  }

  async #fetch(did: string): Promise<Served> {
    const { fetcher, isLoopbackFetched } = this.#ports;
    const place = parseDidName(did);
    if (place?.method !== "web") return { url: null };
    const isOnThisMachine = place.host === "localhost" || place.host === "127.0.0.1";
    const answer = await fetcher.fetch(webAddressOf(place, isOnThisMachine && isLoopbackFetched ? "http" : "https"), { limitBytes: fetchLimits.documentBytes, mediaTypes: DOCUMENT_TYPES });
    return answer.isFetched ? { url: operatorsAddressIn(answer.bytes, did) } : { refusal: answer.refusal };
  }
}
