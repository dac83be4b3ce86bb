// Status lists: what the ledger says of how credentials stand, as signed lists that other software can check.
//
// A list is no truth of its own: it is worked out from ledger and store whenever it is due, so no crash can part it from them.

import type { Address } from "../../core/address.ts";
import { digestOf } from "../../core/digest.ts";
import type { JsonObject } from "../../core/json.ts";
import { signedCredentialText, signingInputOf } from "../../core/credentials/jws.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { Head, Standing, StandingStatement } from "../../core/ledger.ts";
import { dateOf } from "../../core/report.ts";
import { CREDENTIALS_V2 } from "../../core/shapes/credential.ts";
import { decidingStatement } from "../../core/standing.ts";
import { bitsWith, statusListAddress, statusListText, type StatusListName, type StatusPurpose } from "../../core/credentials/statusListNames.ts";
import { toBase64url } from "../../core/textEncodings.ts";
import { BY_SERVICE } from "../../core/journal.ts";
import type { CredentialSigning, Signer } from "./credentialSigning.ts";
import type { Issuances, ListedCredential } from "./issuancePorts.ts";
import type { Issuer } from "./issuePorts.ts";
import type { Clock, LedgerReader } from "../ports.ts";
import type { Silences } from "../trust/silences.ts";

/** A list as it is served. */
export interface SignedList {
  /** The credential, `vc+jwt`. */
  readonly text: string;
  /** Changes whenever the text does. */
  readonly tag: string;
  /** How long it may be kept, in seconds. */
  readonly keepSeconds: number;
}

/** Gives lists. */
export interface StatusLists {
  /** @returns the list as it stands now, or `null` when there is none of this name, or nobody can sign it any more. Rejects with `ledger_unreachable` while the ledger is silent. */
  listNamed(name: StatusListName): Promise<SignedList | null>;
}

/** What lists are made of. */
export interface StatusListPorts {
  readonly issuances: Pick<Issuances, "newestList" | "listedIn">;
  readonly issuers: () => Promise<readonly Issuer[]>;
  readonly ledger: Pick<LedgerReader, "head" | "standingsOf">;
  /** Which of the issuer's words do not count, because its keys were stolen. */
  readonly silences: (words: { readonly issuer: Address; readonly documentType: DocumentType; readonly moments: readonly number[] }, head: Head) => Promise<Silences>;
  readonly signing: CredentialSigning;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly gzip: (bytes: Uint8Array) => Uint8Array;
}

/** So long a list says that it is to be believed, and so long may bad news go unseen. A list that takes long to work out says longer. */
const TTL_SECONDS = 60;
/** Part of that time after which it is signed anew, though nothing changed; part of it for which others may keep it; and what is left is theirs to use it. */
const SIGNED_ANEW_PART = 1 / 4;
const KEPT_PART = 1 / 2;
/** A list whose service is gone stops being one after this time. */
const VALID_SECONDS = 3_600;
/** A list is not worked out more often than this, however often it is asked for. */
const REST_SECONDS = 5;
/** Nor does working it out take more than this part of the time: a full list is 130,000 questions to the ledger. */
const REST_PER_WORK = 20;
/** A list is believed for so many times its rest at least: else nobody would believe it at the end of the rest. */
const TTL_PER_REST = 5;
/** Lists kept at hand. Any of them can be made again. */
const KEPT_LISTS = 200;

/** Status lists through these ports. A list that many ask for at once is worked out once. */
export function statusLists(ports: StatusListPorts): StatusLists {
  const kept = new Map<string, Made>();
  const underWay = new Map<string, Promise<Made | null>>();
  const renew = async (name: StatusListName, last: Made | null): Promise<Made | null> => {
    if (last === null && !(await isThere(name, ports))) return null;
    const made = await make(name, last, ports);
    if (made === null) return null;
    kept.delete(statusListText(name));
    kept.set(statusListText(name), made);
    if (kept.size > KEPT_LISTS) kept.delete(kept.keys().next().value!);
    return made;
  };
  return {
    async listNamed(name) {
      const text = statusListText(name);
      const last = kept.get(text) ?? null;
      // A list of the future, after a clock was set back, is made again.
      const now = ports.clock();
      const isYoung = last !== null && now >= last.signedAt && now < last.dueAt;
      // By a key that was exchanged meanwhile nobody believes it, and whoever fetches it now keeps it for a while.
      if (isYoung && (await signerFor(name.issuer, ports))?.kid === last.kid) return servedOf(last);
      const making = underWay.get(text) ?? renew(name, last).finally(() => underWay.delete(text));
      underWay.set(text, making);
      const made = await making;
      return made === null ? null : servedOf(made);
    },
  };
}

const isThere = async ({ issuer, purpose, number }: StatusListName, { issuances }: StatusListPorts): Promise<boolean> => number <= (await issuances.newestList(issuer, purpose));

/** A list, and what decides whether it is still the right one. */
interface Made {
  readonly text: string;
  readonly kid: string;
  readonly positions: string;
  readonly signedAt: number;
  readonly ttlSeconds: number;
  /** When it is to be worked out again. */
  readonly dueAt: number;
}

const servedOf = ({ text, ttlSeconds }: Made): SignedList => ({ text, tag: digestOf(new TextEncoder().encode(text)).slice(0, 32), keepSeconds: Math.floor(ttlSeconds * KEPT_PART) });

async function make(name: StatusListName, last: Made | null, ports: StatusListPorts): Promise<Made | null> {
  // Before the work: where nobody can sign, whoever asks makes none.
  const signer = await signerFor(name.issuer, ports);
  if (signer === null) return null;
  const begunAt = ports.clock();
  const set = await setPositions(name, ports);
  const now = ports.clock();
  const restSeconds = Math.max(REST_SECONDS, (now - begunAt) * REST_PER_WORK);
  const [dueAt, ttlSeconds] = [now + restSeconds, Math.ceil(Math.max(TTL_SECONDS, restSeconds * TTL_PER_REST))];
  const positions = set.join(" ");
  // Nobody believes a list by a key that was taken off the ledger.
  // A clock that was set back would make a list of the future.
  const isFresh = last !== null && last.kid === signer.kid && last.positions === positions && now >= last.signedAt && now < last.signedAt + last.ttlSeconds * SIGNED_ANEW_PART;
  return isFresh ? { ...last, dueAt } : { text: await signed(name, { positions: set, ttlSeconds, signer, ports }), kid: signer.kid, positions, signedAt: now, ttlSeconds, dueAt };
}

/** Entries looked up together. */
const PAGE = 500;

async function setPositions(name: StatusListName, ports: StatusListPorts): Promise<number[]> {
  const head = await ports.ledger.head();
  const set: number[] = [];
  for (let after = -1; ; ) {
    const listed = await ports.issuances.listedIn(name, { after, limit: PAGE });
    const isSet = await Promise.all(listed.map((one) => isBitSet(one, { name, head, ports })));
    set.push(...listed.filter((_, at) => isSet[at]).map(({ position }) => position));
    if (listed.length < PAGE) return set;
    after = listed.at(-1)!.position;
  }
}

interface Looking {
  readonly name: StatusListName;
  readonly head: Head;
  readonly ports: StatusListPorts;
}

/**
 * Bad news counts at once, also when the ledger has not heard it yet: it was acknowledged. Good news counts once the ledger's word of it
 * is final. So the list is never kinder than the ledger.
 */
async function isBitSet({ documentType, leaf, standing }: ListedCredential, { name: { issuer, purpose }, head, ports }: Looking): Promise<boolean> {
  const statements = await ports.ledger.standingsOf(issuer, { issuer, documentType, leaf }, head);
  if (statements.length === 0) return means(purpose, standing);
  // What a thief said with stolen keys is no word of the issuer's, here as little as in a verdict.
  const silences = await ports.silences({ issuer, documentType, moments: statements.map(({ time }) => time) }, head);
  const counts = (_speaker: Address, said: StandingStatement): boolean => (said.standing === "active" ? !silences.isSilenced(said.time) : !silences.isSurelySilenced(said.time));
  const onLedger = decidingStatement([{ speaker: issuer, statements }], { finalBlock: head.finalNumber, counts });
  return means(purpose, standing) || (onLedger !== null && means(purpose, onLedger.standing));
}

/** What is replaced is revoked as far as a list can tell. */
const means = (purpose: StatusPurpose, standing: Standing): boolean => (purpose === "suspension" ? standing === "suspended" : standing === "revoked" || standing === "replaced");

interface Signing {
  readonly positions: readonly number[];
  readonly ttlSeconds: number;
  readonly signer: Signer;
  readonly ports: StatusListPorts;
}

async function signed(name: StatusListName, signing: Signing): Promise<string> {
  const { signer } = signing;
  const payload = listCredential(name, signing);
  const input = signingInputOf({ alg: signer.algorithm, kid: signer.kid, typ: "vc+jwt" }, payload);
  return signedCredentialText(input, await signer.sign(new TextEncoder().encode(input)));
}

/** `null`: the issuer's keys were taken off the ledger and it gave its identity up, so that it gets no other. */
async function signerFor(address: Address, { issuers, signing, clock }: StatusListPorts): Promise<Signer | null> {
  const issuer = (await issuers()).find((one) => one.address === address);
  if (issuer === undefined) throw new Error(`Invariant broken: ${address} has credentials of this service, and so is an issuer of it.`);
  return signing.signerFor(address, issuer.account, { by: BY_SERVICE, at: clock() });
}

/** The list as a credential (Bitstring Status List 1.0, section 2.2). */
function listCredential(name: StatusListName, { positions, ttlSeconds, signer: { kid }, ports: { publicUrl, clock, gzip } }: Signing): JsonObject {
  const id = statusListAddress(publicUrl, name);
  const now = Math.floor(clock());
  return {
    ...{ "@context": [CREDENTIALS_V2], id, type: ["VerifiableCredential", "BitstringStatusListCredential"], issuer: kid.slice(0, kid.indexOf("#")) },
    ...{ validFrom: dateOf(now), validUntil: dateOf(now + Math.max(VALID_SECONDS, ttlSeconds)) },
    credentialSubject: { id: `${id}#list`, type: "BitstringStatusList", statusPurpose: name.purpose, encodedList: `u${toBase64url(gzip(bitsWith(positions)))}`, ttl: ttlSeconds * 1000 },
  };
}
