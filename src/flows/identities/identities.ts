// Identities: a DID becomes its document, by the ledger, by the web, or by itself.

import type { Address } from "../../core/address.ts";
import { parseDidDocument, type DidDocument, type DidFlaw } from "../../core/identities/didDocument.ts";
import { ledgerDocument, mirrorOf } from "../../core/identities/didEthr.ts";
import { didJwkDocument, didKeyDocument } from "../../core/identities/didKeys.ts";
import { parseDidName, webAddressOf, type DidName } from "../../core/identities/didName.ts";
import { Fault } from "../../core/fault.ts";
import type { Block } from "../../core/ledger.ts";
import { fetchLimits, type Identities, type IdentityPorts, type Resolution } from "./identityPorts.ts";
import { ShortMemory } from "../verifying/shortMemory.ts";

/** A document of a did:web is asked for again after this time. A key taken out of it may pass for so long. */
export const WEB_AGE_SECONDS = 300;
const WEB_LIMIT_DOCUMENTS = 1_000;
/** Hosts that know nothing of DIDs serve the file as JSON. */
const DOCUMENT_TYPES = ["application/did+json", "application/did+ld+json", "application/did", "application/json", "application/ld+json"];

/** Identities through these ports. Resolving never rejects: what is not known is a value. */
export function identitiesThrough(ports: IdentityPorts): Identities {
  const web = new ShortMemory<Resolution>({ ageSeconds: WEB_AGE_SECONDS, limit: WEB_LIMIT_DOCUMENTS, clock: ports.clock, isKept: ({ is }) => is === "resolved" });
  return {
    async resolve(did, at) {
      const name = parseDidName(did);
      if (name === null) return { is: "unusable", why: "did_malformed" };
      switch (name.method) {
        case "ethr":
          return name.chainId === ports.chainId ? onLedger(name.identity, at, ports) : { is: "unknown", why: "ledger_unknown" };
        case "web":
          return onWeb(name, did, { at, ports, web });
        case "key":
          return resolved(didKeyDocument(name.multibase), ports);
        case "jwk":
          return resolved(didJwkDocument(name.encoded), ports);
      }
    },
  };
}

/** The identity's document at the end of block `at`. */
async function onLedger(identity: Address, at: Block, { chainId, history, clock }: IdentityPorts): Promise<Resolution> {
  try {
    const changes = await history.changesUntil(identity, at);
    return resolved(ledgerDocument(identity, chainId, { changes, at }), { clock });
  } catch (error) {
    if (error instanceof Fault && error.code === "ledger_unreachable") return { is: "unknown", why: "ledger_silent" };
    if (error instanceof Fault && error.code === "ledger_mismatch") return { is: "unknown", why: "ledger_unknown" };
    throw error;
  }
}

interface OnWeb {
  readonly at: Block;
  readonly ports: IdentityPorts;
  readonly web: ShortMemory<Resolution>;
}

async function onWeb(place: DidName & { method: "web" }, did: string, { at, ports, web }: OnWeb): Promise<Resolution> {
  const identity = await ports.ownIdentity(did);
  if (identity === null) return web.recall(did, () => fetched(place, did, ports));
  const own = await onLedger(identity, at, ports);
  return own.is === "resolved" ? { ...own, document: mirrorOf(own.document, did) } : own;
}

async function fetched(place: DidName & { method: "web" }, did: string, ports: IdentityPorts): Promise<Resolution> {
  const isOnThisMachine = place.host === "localhost" || place.host === "127.0.0.1";
  const url = webAddressOf(place, isOnThisMachine && ports.isLoopbackFetched ? "http" : "https");
  const answer = await ports.fetcher.fetch(url, { limitBytes: fetchLimits.documentBytes, mediaTypes: DOCUMENT_TYPES });
  return answer.isFetched ? resolved(parseDidDocument(answer.bytes, did), ports) : { is: "unknown", why: answer.refusal };
}

function resolved(document: DidDocument | DidFlaw, { clock }: Pick<IdentityPorts, "clock">): Resolution {
  if (typeof document !== "string") return { is: "resolved", document, readAt: clock() };
  // A host or an issuer can mend its document. What is wrong with a DID itself stays wrong.
  return document === "did_malformed" || document === "key_unusable" ? { is: "unusable", why: document } : { is: "unknown", why: document };
}
