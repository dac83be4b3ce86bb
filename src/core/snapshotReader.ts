// Snapshots as they come from a service or out of a device's memory, read strictly.

import { parseDid } from "./address.ts";
import { isDocumentType } from "./documentType.ts";
import { isObject } from "./json.ts";
import { readTrustRoots } from "./reportReader.ts";
import { LEAF_START } from "./snapshotLeaf.ts";
import type { Snapshot } from "./snapshot.ts";

const SPOKEN = new RegExp(`^[0-9a-f]{${LEAF_START}}$`);
const areAll = (value: unknown, test: (each: unknown) => boolean): boolean => Array.isArray(value) && value.every(test);

/** The snapshot in `value`, or `null` when it is none: half of one would leave something out that nobody notices. */
export function readSnapshot(value: unknown): Snapshot | null {
  if (!isObject(value)) return null;
  const { ledger, block, trustRoots, issuers, spoken, isComplete } = value;
  const isSound =
    isObject(ledger) && Number.isSafeInteger(ledger["chainId"]) && typeof ledger["genesis"] === "string" && typeof ledger["anchorRegistry"] === "string" &&
    isBlock(block) && readTrustRoots({ trustRoots }) !== null && areAll(issuers, isIssuer) && areAll(spoken, (each) => typeof each === "string" && SPOKEN.test(each)) && typeof isComplete === "boolean";
  return isSound ? (value as unknown as Snapshot) : null;
}

const isBlock = (value: unknown): boolean => isObject(value) && Number.isSafeInteger(value["number"]) && typeof value["hash"] === "string" && typeof value["time"] === "string" && !Number.isNaN(Date.parse(value["time"]));

const isIssuer = (value: unknown): boolean =>
  isObject(value) && parseDid(value["did"]) !== null && typeof value["name"] === "string" && areAll(value["documentTypes"], isDocumentType) && areAll(value["keys"], (key) => isObject(key) && typeof key["thumbprint"] === "string" && isObject(key["publicKeyJwk"]));
