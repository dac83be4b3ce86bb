// Status answers: what the lists that a credential names say of it. Only lists signed by the credential's own issuer are believed.

import type { Address } from "../../core/address.ts";
import type { ParsedCredential } from "../../core/credentials/credential.ts";
import { signingBy } from "../../core/credentials/signing.ts";
import { readStatusList, statusIn, type StatusAnswer } from "../../core/credentials/statusList.ts";
import type { BitstringEntry } from "../../core/credentials/statusEntries.ts";
import type { DidDocument } from "../../core/identities/didDocument.ts";
import type { Claim } from "../../core/evidence.ts";
import type { Head } from "../../core/ledger.ts";
import { answer, silence, type Asked } from "../../core/outcome.ts";
import type { CredentialPorts } from "./credentialPorts.ts";
import { fetchLimits } from "../identities/identityPorts.ts";
import type { IssuerDocuments } from "../identities/issuerDocuments.ts";
import { ask } from "./verify.ts";

interface Asking {
  readonly head: Head;
  /** The issuer's identity, by the anchor that counts. */
  readonly identity: Address;
  readonly now: number;
}

/** What each of the entries came to. */
export async function statusesOf(parsed: Pick<ParsedCredential, "statuses">, asking: Asking, { ports, documents }: { ports: CredentialPorts; documents: IssuerDocuments }): Promise<Claim["statuses"]> {
  if (parsed.statuses.length === 0) return [];
  const keys = await keysFor(asking, { ports, documents });
  const says = async (entry: BitstringEntry | null): Promise<StatusAnswer> => (entry === null || !keys.isAnswered ? "silent" : answerOf(entry, keys.value, { ports, asking }));
  return Promise.all(parsed.statuses.map(async (entry) => ({ purpose: entry?.purpose ?? ("unknown" as const), says: await says(entry) })));
}

/** The document by whose keys lists are known, and since when its identity is closed. */
interface Keys {
  readonly document: DidDocument;
  readonly closedAt: number | null;
}

/** The newest keys. Nobody can sign in the name of a closed identity any more: what it had said last stays said, by the keys that it had then. */
async function keysFor({ head, identity }: Asking, { ports, documents }: { ports: CredentialPorts; documents: IssuerDocuments }): Promise<Asked<Keys>> {
  const newest = await documents.newest(identity, head);
  if (!newest.isAnswered) return newest;
  if (!newest.value.isDeactivated) return answer({ document: newest.value, closedAt: null });
  const closedIn = ports.index.deactivatedIn(identity);
  if (closedIn === null) return silence("index_behind");
  if (closedIn > head.finalNumber) return silence("awaiting_finality");
  const [last, block] = await Promise.all([documents.atFinalBlock(identity, closedIn - 1), ask(ports.events.blockAt(closedIn))]);
  if (!last.isAnswered) return last;
  if (!block.isAnswered) return block;
  return block.value === null ? silence("did_unresolvable") : answer({ document: last.value, closedAt: block.value.time });
}

async function answerOf(entry: BitstringEntry, { document, closedAt }: Keys, { ports, asking: { now, identity } }: { ports: CredentialPorts; asking: Asking }): Promise<StatusAnswer> {
  const text = await ports.lists.listAt(entry.list, ports.index.changedIn(identity));
  const list = text.isAnswered ? readStatusList(text.value) : null;
  if (list === null) return "silent";
  const { signed } = list;
  const signing = signingBy({ ...signed, kid: signed.header.kid, algorithm: signed.header.alg }, answer(document), ports.isSignatureBy);
  if (!signing.isAnswered || signing.value !== "fits") return "silent";
  return statusIn(list, entry, { bits: ports.unpack(list.packed, fetchLimits.inflatedStatusListBytes), now, closedAt });
}
