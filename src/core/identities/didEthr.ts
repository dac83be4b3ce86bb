// did:ethr: the document of an identity, replayed from everything that its ERC-1056 registry ever said about it.

import { didOf, type Address, type Did } from "../address.ts";
import { METHODS_LIMIT, type DidDocument, type DidFlaw, type Purpose, type VerificationMethod } from "./didDocument.ts";
import { meaningOf, type Attribute } from "./keyAttribute.ts";

/** One event of the registry about an identity. `validTo` in Unix seconds; a revocation is one that has passed. */
export type IdentityChange = { readonly blockNumber: number; readonly logIndex: number } & (
  | { readonly kind: "owner"; readonly owner: Address }
  | { readonly kind: "delegate"; readonly delegateType: string; readonly delegate: Address; readonly validTo: number }
  | ({ readonly kind: "attribute"; readonly validTo: number } & Attribute)
);

/** The end of a block: everything in it has happened. `time` in Unix seconds. */
export interface BlockEnd {
  readonly number: number;
  readonly time: number;
}

const NOBODY: readonly string[] = [`0x${"0".repeat(40)}`, "0x000000000000000000000000000000000000dead"];
/** What an account named as a delegate of this type may do. `tradeseal` delegates write to the ledger and sign no credentials. */
const DELEGATE_PURPOSES: Readonly<Record<string, readonly Purpose[]>> = { veriKey: ["assertionMethod"], sigAuth: ["authentication"] };

/** The identity's document as the ledger had it at the end of block `at`. `changes` is its whole history up to there or longer, in the ledger's order. */
export function ledgerDocument(identity: Address, chainId: number, { changes, at }: { changes: readonly IdentityChange[]; at: BlockEnd }): DidDocument | DidFlaw {
  const id = didOf(identity, chainId);
  const past = changes.filter(({ blockNumber }) => blockNumber <= at.number);
  const owners = past.flatMap((change) => (change.kind === "owner" ? [change.owner] : []));
  // For good: a registry that says "nobody" hands an identity back to its first key.
  if (owners.some((owner) => NOBODY.includes(owner))) return { id, alsoKnownAs: [], methods: [], isDeactivated: true };
  const inForce = [...lastWords(past).values()].filter(({ change }) => change.validTo > at.time);
  const owner: VerificationMethod = { id: `${id}#controller`, otherId: null, purposes: ["assertionMethod", "authentication"], key: { kind: "account", account: owners.at(-1) ?? identity } };
  const methods = merged([owner, ...inForce.flatMap((word) => methodFrom(word, id))]);
  if (methods.length > METHODS_LIMIT) return "too_many_keys";
  const names = inForce.flatMap(({ change }) => (change.kind === "attribute" ? otherNameIn(change) : []));
  return { id, alsoKnownAs: [...new Set(names)], methods, isDeactivated: false };
}

type Listing = Exclude<IdentityChange, { kind: "owner" }>;

/** What was last said about a delegate or an attribute, and the number by which other software knows it. */
interface Word {
  readonly change: Listing;
  readonly number: number;
}

/** Whoever adds or revokes speaks of the same name and value; the last word counts, also when it shortens. */
function lastWords(changes: readonly IdentityChange[]): Map<string, Word> {
  const words = new Map<string, Word>();
  let number = 0;
  for (const change of changes) {
    if (change.kind === "owner") continue;
    if (change.kind === "delegate" || change.name.startsWith("did/pub/")) number += 1;
    const subject = change.kind === "delegate" ? `delegate ${change.delegateType} ${change.delegate}` : `attribute ${change.name} ${change.value}`;
    words.delete(subject);
    words.set(subject, { change, number });
  }
  return words;
}

function methodFrom({ change, number }: Word, id: Did): VerificationMethod[] {
  const numbered = `${id}#delegate-${number}`;
  if (change.kind === "delegate") {
    const purposes = Object.hasOwn(DELEGATE_PURPOSES, change.delegateType) ? DELEGATE_PURPOSES[change.delegateType]! : [];
    return purposes.length === 0 ? [] : [{ id: numbered, otherId: null, purposes, key: { kind: "account", account: change.delegate } }];
  }
  const meaning = meaningOf(change);
  if (meaning?.is !== "key") return [];
  const { publicKey, purpose } = meaning;
  return [{ id: `${id}#${publicKey.thumbprint}`, otherId: numbered, purposes: [purpose], key: { kind: "public", publicKey } }];
}

/** One key listed in several ways is one method. */
function merged(methods: readonly VerificationMethod[]): VerificationMethod[] {
  const byId = Map.groupBy(methods, ({ id }) => id);
  return [...byId.values()].map((same) => ({ ...same.at(-1)!, purposes: [...new Set(same.flatMap(({ purposes }) => purposes))] }));
}

function otherNameIn(attribute: Attribute): string[] {
  const meaning = meaningOf(attribute);
  return meaning?.is === "otherName" ? [meaning.did] : [];
}

/**
 * The document of a did:web that mirrors an identity: the same keys, under its own name.
 *
 * Only keys that are listed as attributes: an account's address is no key that other software of did:web could use.
 */
export function mirrorOf(original: DidDocument, did: string): DidDocument {
  const { id, methods: all } = original;
  const renamed = (url: string): string => did + url.slice(id.length);
  const methods = all.filter(({ key }) => key.kind === "public").map((method) => ({ ...method, id: renamed(method.id), otherId: null }));
  return { ...original, id: did, alsoKnownAs: [id], methods };
}

/** Whether the ledger itself says that the identity goes by this other DID. A domain alone cannot make itself somebody's. */
export const isMirroredAs = ({ isDeactivated, alsoKnownAs }: DidDocument, did: string): boolean => !isDeactivated && alsoKnownAs.includes(did);
