// Seals, format tradeseal/1 (docs/seal-format.md): the small file that leads from a document to its anchor.

import { didOf, parseAddress, parseDid, type Address } from "./address.ts";
import type { Digest, Root } from "./digest.ts";
import { isHash } from "./isHash.ts";
import { isDocumentType, type DocumentType } from "./documentType.ts";
import { Fault } from "./fault.ts";
import { canonicalJson, isObject, parseJson, type Json, type JsonObject } from "./json.ts";
import type { ChainHash, LedgerId } from "./ledger.ts";
import type { Inclusion } from "./merkle.ts";

/** A seal, every field checked for its form; whether it is *true* is what a verdict tells. */
export interface Seal extends Inclusion {
  readonly ledger: LedgerId;
  readonly issuer: Address;
  readonly documentType: DocumentType;
  readonly digest: Digest;
  readonly root: Root;
  /** Members this version does not know. They survive reading and writing. */
  readonly unknown: JsonObject;
}

const SEAL_FORMAT = "tradeseal/1";
/** A batch of 2^40 leaves has paths of 40 hashes: a few kilobytes. Anything larger is no seal. */
export const SEAL_LIMIT_BYTES = 16_384;
const PATH_LIMIT = 40;
const SIZE_LIMIT = 2 ** 40 - 1;
const CHAIN_HASH = /^0x[0-9a-f]{64}$/;

/** The seal that `input` spells. Throws `seal_malformed`, naming the member that is wrong. */
export function parseSeal(input: Uint8Array | string): Seal {
  const { format, ledger, issuer, documentType, digest, root, index, size, path, ...unknown } = membersOf(input);
  must(format === SEAL_FORMAT, "format", `"${SEAL_FORMAT}"`);
  const ledgerId = parseLedgerId(ledger);
  const did = parseDid(issuer);
  must(did !== null && did.chainId === ledgerId.chainId && didOf(did.identity, did.chainId) === issuer, "issuer", "a did:ethr on the seal's chain, in lower case");
  must(isDocumentType(documentType), "documentType", "1 to 8 capital letters or digits");
  must(isHash(digest), "digest", "64 lower-case hex characters");
  must(isHash(root), "root", "64 lower-case hex characters");
  must(isCount(size) && size > 0, "size", "a whole number above 0");
  must(isCount(index) && index < size, "index", "a whole number below size");
  must(Array.isArray(path) && path.length <= PATH_LIMIT && path.every(isHash), "path", `at most ${PATH_LIMIT} times 64 lower-case hex characters`);
  return {
    ledger: ledgerId,
    issuer: did.identity,
    documentType,
    digest: digest as Digest,
    root: root as Root,
    index,
    size,
    path: path as Root[],
    unknown,
  };
}

/** The seal in its one canonical spelling: the same seal always has the same bytes. */
export function writeSeal({ ledger, issuer, documentType, digest, root, index, size, path, unknown }: Seal): string {
  const { chainId, genesis, anchorRegistry } = ledger;
  const members = { format: SEAL_FORMAT, ledger: { chainId, genesis, anchorRegistry }, issuer: didOf(issuer, chainId), documentType, digest, root, index, size, path };
  return canonicalJson({ ...unknown, ...members });
}

function membersOf(input: Uint8Array | string): JsonObject {
  if (isOverLimit(input)) throw new Fault("seal_malformed", `A seal has at most ${SEAL_LIMIT_BYTES} bytes.`);
  try {
    const text = typeof input === "string" ? input : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(input);
    const value = parseJson(text);
    if (isObject(value)) return value;
  } catch (error) {
    throw new Fault("seal_malformed", `The seal is not readable JSON: ${(error as Error).message}.`, { cause: error });
  }
  throw new Fault("seal_malformed", "A seal is a JSON object.");
}

/** Text is counted in the bytes it would have in a file, so that a seal is the same however it arrives. */
const isOverLimit = (input: Uint8Array | string): boolean =>
  input.length > SEAL_LIMIT_BYTES || (typeof input === "string" && new TextEncoder().encode(input).length > SEAL_LIMIT_BYTES);

function parseLedgerId(value: Json | undefined): LedgerId {
  must(isObject(value), "ledger", "an object");
  const { chainId, genesis, anchorRegistry, ...others } = value;
  must(Object.keys(others).length === 0, "ledger", "an object of chainId, genesis and anchorRegistry alone");
  must(Number.isSafeInteger(chainId) && (chainId as number) > 0, "ledger.chainId", "a whole number above 0");
  must(typeof genesis === "string" && CHAIN_HASH.test(genesis), "ledger.genesis", "0x and 64 lower-case hex characters");
  must(typeof anchorRegistry === "string" && /^0x[0-9a-f]{40}$/.test(anchorRegistry), "ledger.anchorRegistry", "0x and 40 lower-case hex characters");
  return { chainId: chainId as number, genesis: genesis as ChainHash, anchorRegistry: parseAddress(anchorRegistry) };
}

const isCount = (value: Json | undefined): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= SIZE_LIMIT;

function must(condition: unknown, member: string, expected: string): asserts condition {
  if (!condition) throw new Fault("seal_malformed", `The seal's ${member} must be ${expected}.`);
}
