// Status answers: what the lists that a credential names say of it. Only lists signed by the credential's own issuer are believed.

import type { Address } from "../core/address.ts";
import type { ParsedCredential } from "../core/credentials/credential.ts";
import { signingBy } from "../core/credentials/signing.ts";
import { readStatusList, statusIn, type StatusAnswer } from "../core/credentials/statusList.ts";
import type { BitstringEntry } from "../core/credentials/statusEntries.ts";
import type { DidDocument } from "../core/didDocument.ts";
import type { Claim } from "../core/evidence.ts";
import type { Head } from "../core/ledger.ts";
import { silence, type Asked } from "../core/outcome.ts";
import type { CredentialPorts } from "./credentialPorts.ts";
import { fetchLimits } from "./identityPorts.ts";
import type { IssuerDocuments } from "./issuerDocuments.ts";

interface Asking {
  readonly head: Head;
  /** The issuer's identity, by the anchor that counts. */
  readonly identity: Address;
  readonly now: number;
}

/** What each of the entries came to. */
export async function statusesOf(parsed: Pick<ParsedCredential, "statuses">, { head, identity, now }: Asking, { ports, documents }: { ports: CredentialPorts; documents: IssuerDocuments }): Promise<Claim["statuses"]> {
  if (parsed.statuses.length === 0) return [];
  const newest = await documents.newest(identity, head);
  const isClosed = newest.isAnswered && newest.value.isDeactivated;
  const document = isClosed ? await lastWords(identity, { head, ports, documents }) : newest;
  const says = async (entry: BitstringEntry | null): Promise<StatusAnswer> => (entry === null || !document.isAnswered ? "silent" : answerOf(entry, document.value, { ports, now, identity }));
  const answers = await Promise.all(parsed.statuses.map(async (entry) => ({ purpose: entry?.purpose ?? ("unknown" as const), says: await says(entry) })));
  // Nobody can sign a list in the name of a closed identity any more, so its silence means nothing. What it had taken back stays taken back.
  return isClosed && document.isAnswered ? answers.filter(({ says: said }) => said === "set") : answers;
}

/** The document that a closed identity had last, with the keys by which its last lists are known. */
async function lastWords(identity: Address, { head, ports, documents }: { head: Head; ports: CredentialPorts; documents: IssuerDocuments }): Promise<Asked<DidDocument>> {
  const closedIn = ports.index.deactivatedIn(identity);
  if (closedIn === null) return silence("index_behind");
  return closedIn > head.finalNumber ? silence("awaiting_finality") : documents.atFinalBlock(identity, closedIn - 1);
}

async function answerOf(entry: BitstringEntry, document: DidDocument, { ports, now, identity }: { ports: CredentialPorts; now: number; identity: Address }): Promise<StatusAnswer> {
  const text = await ports.lists.listAt(entry.list, ports.index.changedIn(identity));
  const list = text.isAnswered ? readStatusList(text.value) : null;
  if (list === null) return "silent";
  const { signed } = list;
  const signing = signingBy({ ...signed, kid: signed.header.kid, algorithm: signed.header.alg }, { isAnswered: true, value: document }, ports.isSignatureBy);
  if (!signing.isAnswered || signing.value !== "fits") return "silent";
  return statusIn(list, entry, { bits: ports.unpack(list.packed, fetchLimits.inflatedStatusListBytes), now });
}
