// DID documents (W3C DID Core): read from strangers strictly, reduced to the keys that count.

import type { Address } from "../address.ts";
import { isObject, parseJson, type Json, type JsonObject } from "../json.ts";
import { publicKeyFromMultibase } from "./multikey.ts";
import { publicKeyFromJwk, type PublicKey } from "../publicKey.ts";

/** What a key may be used for. Others are not read. */
export type Purpose = "assertionMethod" | "authentication";

/** A key in a DID document. */
export interface VerificationMethod {
  /** A DID URL: the document's DID, `#` and a fragment. */
  readonly id: string;
  /** Another DID URL by which the same key is known to other software, or `null`. */
  readonly otherId: string | null;
  readonly purposes: readonly Purpose[];
  readonly key: { readonly kind: "public"; readonly publicKey: PublicKey } | { readonly kind: "account"; readonly account: Address };
}

/** A DID document, reduced to what is judged by. */
export interface DidDocument {
  readonly id: string;
  readonly alsoKnownAs: readonly string[];
  readonly methods: readonly VerificationMethod[];
  /** Whether its controller has closed the DID. It then has no methods. */
  readonly isDeactivated: boolean;
}

/** Why there is no using a DID or its document. */
export type DidFlaw =
  | "did_malformed" // No DID of a method that is resolved here, or not spelt as it must be.
  | "document_malformed" // No JSON that means one thing only, or not built like a DID document.
  | "id_differs" // The document is another DID's.
  | "too_many_keys" // More keys than anybody needs.
  | "key_unusable"; // The key in the DID is none, is of another kind, or comes with its secret.

/** More keys cost a verifier more than anybody needs. */
export const METHODS_LIMIT = 20;
const NAMES_LIMIT = 20;
const NAME_LIMIT_CHARACTERS = 2_000;
const PURPOSES = ["assertionMethod", "authentication"] as const;
const RELATIONSHIPS = [...PURPOSES, "keyAgreement", "capabilityInvocation", "capabilityDelegation"] as const;

/** The keys that may sign what the DID asserts, and no others. */
export const assertionKeys = ({ methods, isDeactivated }: DidDocument): readonly VerificationMethod[] => (isDeactivated ? [] : methods.filter(({ purposes }) => purposes.includes("assertionMethod")));

/** The document of `did` in these bytes of a stranger. Methods of other controllers, of kinds unknown here or with a secret in them are left out. */
export function parseDidDocument(bytes: Uint8Array, did: string): DidDocument | DidFlaw {
  const value = jsonIn(bytes);
  if (!isObject(value)) return "document_malformed";
  if (value["id"] !== did) return "id_differs";
  const names = strings(value["alsoKnownAs"]);
  const listed = listOf(value["verificationMethod"]);
  const uses = RELATIONSHIPS.map((name) => [name, listOf(value[name])] as const);
  if (names === null || listed === null || uses.some(([, use]) => use === null)) return "document_malformed";
  const embedded = uses.flatMap(([, use]) => use!.filter(isObject));
  if (listed.length + embedded.length > METHODS_LIMIT || uses.some(([, use]) => use!.length > METHODS_LIMIT)) return "too_many_keys";
  const isDeactivated = value["deactivated"] === true;
  const methods = isDeactivated ? [] : methodsIn([...listed, ...embedded], new Map(uses.map(([name, use]) => [name, use!])), did);
  return methods === null ? "document_malformed" : { id: did, alsoKnownAs: names, methods, isDeactivated };
}

function jsonIn(bytes: Uint8Array): Json | undefined {
  try {
    return parseJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** @returns `null` when two methods go by the same name, or one has none: nobody can tell then whose key it is. */
function methodsIn(entries: readonly Json[], uses: ReadonlyMap<string, readonly Json[]>, did: string): VerificationMethod[] | null {
  const methods: VerificationMethod[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const id = isObject(entry) ? absolute(entry["id"], did) : null;
    if (id === null || seen.has(id)) return null;
    seen.add(id);
    const purposes = PURPOSES.filter((purpose) => uses.get(purpose)!.some((use) => absolute(isObject(use) ? use["id"] : use, did) === id));
    const publicKey = ownKey(entry as JsonObject, did);
    if (id.startsWith(`${did}#`) && publicKey !== null) methods.push({ id, otherId: null, purposes, key: { kind: "public", publicKey } });
  }
  return methods;
}

/** Each type says where its key stands. A method that says it in two ways is left out. */
const KEY_MEMBERS: Readonly<Record<string, "publicKeyJwk" | "publicKeyMultibase">> = {
  JsonWebKey: "publicKeyJwk",
  JsonWebKey2020: "publicKeyJwk",
  EcdsaSecp256k1VerificationKey2019: "publicKeyJwk",
  Multikey: "publicKeyMultibase",
  Ed25519VerificationKey2020: "publicKeyMultibase",
};

function ownKey(entry: JsonObject, did: string): PublicKey | null {
  const { type, controller } = entry;
  const member = typeof type === "string" && Object.hasOwn(KEY_MEMBERS, type) ? KEY_MEMBERS[type]! : null;
  const given = Object.keys(entry).filter((name) => name.startsWith("publicKey"));
  if (member === null || controller !== did || given.length !== 1 || given[0] !== member) return null;
  const key = member === "publicKeyJwk" ? publicKeyFromJwk(entry[member]) : publicKeyFromMultibase(entry[member]);
  const isOfType = key !== null && (type !== "EcdsaSecp256k1VerificationKey2019" || key.algorithm === "ES256K") && (type !== "Ed25519VerificationKey2020" || key.algorithm === "EdDSA");
  return isOfType ? key : null;
}

/** A DID URL with a fragment, relative ones resolved against the DID; `null` for anything else. */
function absolute(id: Json | undefined, did: string): string | null {
  if (typeof id !== "string" || id.length > NAME_LIMIT_CHARACTERS) return null;
  const url = id.startsWith("#") ? did + id : id;
  return /^did:[^#]+#[^#]+$/.test(url) ? url : null;
}

function listOf(value: Json | undefined): readonly Json[] | null {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : null;
}

function strings(value: Json | undefined): readonly string[] | null {
  const list = listOf(value);
  const isFit = list !== null && list.length <= NAMES_LIMIT && list.every((name) => typeof name === "string" && name.length <= NAME_LIMIT_CHARACTERS);
  return isFit ? (list as readonly string[]) : null;
}
