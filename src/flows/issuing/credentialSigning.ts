// Credential signing: the key with which an identity signs credentials, made and listed on the ledger where there is none yet.

import { BURN_ADDRESS, type Address } from "../../core/address.ts";
import { keyAttribute, meaningOf, otherNameAttribute, type Attribute } from "../../core/identities/keyAttribute.ts";
import { didOf } from "../../core/address.ts";
import type { Algorithm, PublicKey } from "../../core/publicKey.ts";
import type { Doing } from "../trust/administrationPorts.ts";
import type { Store, Write } from "./issuePorts.ts";
import { didWebOfIssuer } from "../identities/ownIdentities.ts";
import type { Clock } from "../ports.ts";

/** Long enough to be forgotten, short enough to be changed now and then. */
export const KEY_VALIDITY_SECONDS = 2 * 365 * 86_400;
/** A key that ends sooner is not begun with: the grant may reach the ledger late. */
const MARGIN_SECONDS = 86_400;
/** The one algorithm that every verifier of the field knows. */
export const USUAL_ALGORITHM: Algorithm = "ES256";

/** Whoever signs credentials: by which names it goes, and its key. */
export interface Signer {
  readonly chainId: number;
  readonly didWeb: string | null;
  /** The key as a verifier looks it up. */
  readonly kid: string;
  readonly algorithm: Algorithm;
  /** This service's address, under which contexts and schemas stand. */
  readonly base: string;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Keys that sign credentials, by their thumbprints. */
export interface CredentialKeyBox {
  create(algorithm: Algorithm): Promise<PublicKey>;
  has(thumbprint: string): boolean;
  sign(key: PublicKey, bytes: Uint8Array): Promise<Uint8Array>;
}

/** What this service has put on its way to the ledger about identities themselves. */
export interface KeyListings {
  /** Attributes, their revocations and changes of owner of this identity, oldest first. */
  writesAbout(identity: Address): Promise<readonly Pick<Write, "body" | "state" | "block">[]>;
}

/** What signing needs of the world. */
export interface SigningPorts {
  readonly listings: KeyListings;
  readonly store: Pick<Store, "addWrite">;
  readonly keys: CredentialKeyBox;
  /** The ledger's chain and this service's address, which credentials name for good. Rejects before they are known. */
  readonly names: () => Promise<{ readonly chainId: number; readonly publicUrl: string }>;
  readonly clock: Clock;
}

/** Gives signers, each identity's in turn: two requests at once make one key. */
export interface CredentialSigning {
  /** The identity's signer; `null` where no key is listed and none can be: its owner's key is not here, or it was closed. `account` signs for it on the ledger. Signs by ES256 unless told otherwise. */
  signerFor(identity: Address, account: Address, terms: Doing & { readonly algorithm?: Algorithm }): Promise<Signer | null>;
}

/** Credential signing through these ports. */
export function credentialSigning(ports: SigningPorts): CredentialSigning {
  const turns = new Map<Address, Promise<unknown>>();
  return {
    signerFor(identity, account, { algorithm = USUAL_ALGORITHM, ...doing }) {
      const turn = (turns.get(identity) ?? Promise.resolve()).then(() => signerOf(identity, { account, algorithm, doing }, ports));
      const settled = turn.catch(() => {}).finally(() => turns.get(identity) === settled && turns.delete(identity));
      turns.set(identity, settled);
      return turn;
    },
  };
}

interface Acting {
  readonly account: Address;
  readonly algorithm: Algorithm;
  readonly doing: Doing;
}

async function signerOf(identity: Address, acting: Acting, ports: SigningPorts): Promise<Signer | null> {
  const { chainId, publicUrl } = await ports.names();
  const didWeb = didWebOfIssuer(publicUrl, identity);
  const listed = listedBy(await ports.listings.writesAbout(identity), ports.clock());
  const known = listed.keys.find((key) => key.algorithm === acting.algorithm && ports.keys.has(key.thumbprint));
  const isClosed = listed.owners.includes(BURN_ADDRESS);
  const mayList = !isClosed && (acting.account === identity || listed.owners.includes(acting.account));
  if (known === undefined && !mayList) return null;
  const key = known ?? (await ports.keys.create(acting.algorithm));
  const missing = [...(known === undefined ? [keyAttribute(key)] : []), ...(didWeb === null || listed.names.includes(didWeb) || !mayList ? [] : [otherNameAttribute(didWeb)])];
  for (const attribute of missing) await ports.store.addWrite({ kind: "attribute", identity, validitySeconds: KEY_VALIDITY_SECONDS, ...attribute }, acting.account, acting.doing);
  const goesByWeb = didWeb !== null && (mayList || listed.names.includes(didWeb));
  const did = goesByWeb ? didWeb : didOf(identity, chainId);
  return { chainId, didWeb: goesByWeb ? didWeb : null, kid: `${did}#${key.thumbprint}`, algorithm: key.algorithm, base: publicUrl, sign: (bytes) => ports.keys.sign(key, bytes) };
}

/** What is listed of an identity, as far as this service has said it. */
interface Listed {
  readonly keys: readonly PublicKey[];
  readonly names: readonly string[];
  /** Accounts to which the identity was given. */
  readonly owners: readonly Address[];
}

function listedBy(writes: readonly Pick<Write, "body" | "state" | "block">[], now: number): Listed {
  const inForce = new Map<string, Attribute & { readonly isOnLedger: boolean }>();
  const owners: Address[] = [];
  for (const { body, state, block } of writes) {
    if (state === "refused") continue;
    if (body.kind === "changeOwner") owners.push(body.owner);
    if (body.kind !== "attribute" && body.kind !== "revokeAttribute") continue;
    const name = `${body.name} ${body.value}`;
    inForce.delete(name);
    // Not in a block yet, its time has not begun.
    if (body.kind === "attribute" && (block?.time ?? now) + body.validitySeconds > now + MARGIN_SECONDS) inForce.set(name, { ...body, isOnLedger: block !== null });
  }
  // A key that no verifier can look up yet signs only where there is no other.
  const newestFirst = [...inForce.values()].toReversed();
  const meanings = [...newestFirst.filter(({ isOnLedger }) => isOnLedger), ...newestFirst.filter(({ isOnLedger }) => !isOnLedger)].map(meaningOf);
  const keys = meanings.flatMap((meaning) => (meaning?.is === "key" && meaning.purpose === "assertionMethod" ? [meaning.publicKey] : []));
  return { keys, names: meanings.flatMap((meaning) => (meaning?.is === "otherName" ? [meaning.did] : [])), owners };
}

/** The keys that are listed for an identity by this service, and not revoked: those on the ledger before those on their way there, newest first. */
export const keysListed = (writes: readonly Pick<Write, "body" | "state" | "block">[], now: number): readonly PublicKey[] => listedBy(writes, now - MARGIN_SECONDS).keys;

/** A key that is listed for the identity and lies here, the newest; `null` where there is none. Makes none. */
export async function signerListed(identity: Address, { listings, keys, clock }: Pick<SigningPorts, "listings" | "keys" | "clock">): Promise<Pick<Signer, "algorithm" | "sign"> & { readonly thumbprint: string } | null> {
  const key = keysListed(await listings.writesAbout(identity), clock()).find(({ thumbprint }) => keys.has(thumbprint));
  return key === undefined ? null : { algorithm: key.algorithm, thumbprint: key.thumbprint, sign: (bytes) => keys.sign(key, bytes) };
}
