// Documents of issuers, as the ledger has them: by the block of an anchor, or the newest. No domain is ever asked.

import { didOf, parseDid, isAddress, parseAddress, type Address } from "../../core/address.ts";
import { isDocumentOf } from "../../core/credentials/signing.ts";
import type { DidDocument } from "../../core/identities/didDocument.ts";
import { parseDidName } from "../../core/identities/didName.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { Block, Head } from "../../core/ledger.ts";
import { answer, silence, type Asked } from "../../core/outcome.ts";
import type { CredentialPorts } from "../verifying/credentialPorts.ts";
import type { Resolution } from "./identityPorts.ts";
import { ask, rootsFor } from "../verifying/verify.ts";

type Ports = Pick<CredentialPorts, "events" | "identities" | "index" | "trustRoots" | "ledger">;

/** Documents that final blocks fixed; newest ones are remembered until the index knows of a change. */
const MEMORY_LIMIT = 2_000;
/** Below one verifier's trust roots more issuers of one type are not looked through for a did:web. */
const ISSUERS_LIMIT = 300;

/** Documents of issuers, remembered as long as they cannot change. */
export class IssuerDocuments {
  readonly #ports: Ports;
  readonly #fixed = new Map<string, DidDocument>();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** The identity's document at the end of a final block: it stays what it is. */
  async atFinalBlock(identity: Address, blockNumber: number): Promise<Asked<DidDocument>> {
    const name = `${identity} at ${blockNumber}`;
    const known = this.#fixed.get(name);
    if (known !== undefined) return answer(known);
    const block = await ask(this.#ports.events.blockAt(blockNumber));
    if (!block.isAnswered) return block;
    return block.value === null ? silence("did_unresolvable") : this.#remembered(name, await this.at(identity, block.value));
  }

  /** The identity's document at the end of a block. */
  async at(identity: Address, block: Block): Promise<Asked<DidDocument>> {
    return documentIn(await this.#ports.identities.resolve(didOf(identity, this.#ports.ledger.id.chainId), block));
  }

  /** The newest document, remembered until the index knows of a change. */
  async newest(identity: Address, head: Head): Promise<Asked<DidDocument>> {
    const changedIn = this.#ports.index.changedIn(identity);
    // Keys end by time alone, too: remembered is only what was said, for as long as one block lasts.
    const name = `${identity} newest at ${head.hash}, changed in ${changedIn}`;
    const known = this.#fixed.get(name);
    return known === undefined ? this.#remembered(name, await this.at(identity, head)) : answer(known);
  }

  /**
   * The newest document of an issuer that may have no anchor: its own, or that of the identity which the ledger knows by this did:web.
   *
   * Those whom the trust roots led to are looked through first, so that nobody can put himself before them.
   */
  async newestOf(issuer: string, { head, documentType, hints }: { head: Head; documentType: DocumentType | null; hints: readonly string[] }): Promise<Asked<DidDocument>> {
    const name = parseDidName(issuer);
    if (name === null) return silence("did_unresolvable");
    if (name.method === "ethr") return name.chainId === this.#ports.ledger.id.chainId ? this.newest(name.identity, head) : silence("ledger_unknown");
    if (name.method !== "web") return documentIn(await this.#ports.identities.resolve(issuer, head));
    for (const identity of new Set([...identitiesIn(issuer, hints).slice(0, 1), ...this.#vouchedFor(documentType), ...identitiesIn(issuer, hints)])) {
      const document = await this.newest(identity, head);
      if (document.isAnswered && isDocumentOf(document.value, issuer)) return document;
    }
    return silence("did_unresolvable");
  }

  #vouchedFor(documentType: DocumentType | null): readonly Address[] {
    if (documentType === null) return [];
    const roots = rootsFor(documentType, this.#ports.trustRoots());
    return [...roots, ...this.#ports.index.grantsBelow(documentType, roots).map(({ grantee }) => grantee)].slice(0, ISSUERS_LIMIT);
  }

  #remembered(name: string, document: Asked<DidDocument>): Asked<DidDocument> {
    if (document.isAnswered) {
      if (this.#fixed.size >= MEMORY_LIMIT) this.#fixed.delete(this.#fixed.keys().next().value!);
      this.#fixed.set(name, document.value);
    }
    return document;
  }
}

/** Identities that a did:web may be another name of: the one that its path ends with, and those that the credential itself names. The ledger must confirm either. */
function identitiesIn(issuer: string, hints: readonly string[]): readonly Address[] {
  const last = issuer.split(":").at(-1);
  const named = hints.slice(0, 3).flatMap((hint) => parseDid(hint)?.identity ?? []);
  return [...(isAddress(last) ? [parseAddress(last)] : []), ...named];
}

/** A resolution as an answer. */
export function documentIn(resolution: Resolution): Asked<DidDocument> {
  if (resolution.is === "resolved") return answer(resolution.document);
  if (resolution.is === "unknown" && (resolution.why === "ledger_silent" || resolution.why === "ledger_unknown")) return silence(resolution.why);
  return silence("did_unresolvable");
}
