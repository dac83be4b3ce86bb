// The trust roots' file: whom this verifier has chosen to believe, for which types. Read again whenever it changes.

import { existsSync, readFileSync, statSync } from "node:fs";
import { didOf, parseAddress } from "../core/address.ts";
import { parseDocumentType } from "../core/documentType.ts";
import type { TrustRoot } from "../core/evidence.ts";
import { Fault } from "../core/fault.ts";
import { parseJson, type Json, type JsonObject } from "../core/json.ts";
import { writeFileWhole } from "./wholeFile.ts";

/** How often the file is looked at, at most. */
const LOOK_EVERY_MS = 500;

/** The trust roots in `file`, as they are at each call. A file that cannot be read any more leaves the last good ones standing and is told to `notice`. */
export function trustRootsIn(file: string, notice: (message: string, details: Record<string, unknown>) => void): () => readonly TrustRoot[] {
  let seen = stampOf(file);
  let looked = Date.now();
  let roots = readTrustRoots(file);
  return () => {
    if (Date.now() - looked < LOOK_EVERY_MS) return roots;
    looked = Date.now();
    const stamp = stampOf(file);
    if (stamp === seen) return roots;
    seen = stamp;
    try {
      roots = readTrustRoots(file);
    } catch (error) {
      notice("the trust roots' file cannot be read; the last good ones stand", { file, problem: (error as Error).message });
    }
    return roots;
  };
}

const stampOf = (file: string): string => {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? "none" : `${found.mtimeMs} ${found.size} ${found.ino}`;
};

/** The trust roots that `file` lists; none when there is no file. Throws `configuration_invalid`. */
export function readTrustRoots(file: string): readonly TrustRoot[] {
  if (!existsSync(file)) return [];
  try {
    const { trustRoots } = parseJson(readFileSync(file, "utf8")) as { trustRoots?: readonly JsonObject[] };
    if (!Array.isArray(trustRoots)) throw new Error('it has no list "trustRoots"');
    return trustRoots.map(trustRootFrom);
  } catch (error) {
    throw new Fault("configuration_invalid", `The trust roots in ${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function trustRootFrom({ address, name, documentTypes }: JsonObject): TrustRoot {
  if (typeof name !== "string" || name === "") throw new Error("each trust root needs a name");
  if (!Array.isArray(documentTypes)) throw new Error("each trust root needs documentTypes, a list");
  return { address: parseAddress(address), name, documentTypes: (documentTypes as readonly Json[]).map(parseDocumentType) };
}

/** Writes the trust roots to `file`, whole or not at all. */
export function writeTrustRoots(file: string, roots: readonly TrustRoot[], chainId: number): void {
  const trustRoots = roots.map(({ address, name, documentTypes }) => ({ address, did: didOf(address, chainId), name, documentTypes }));
  writeFileWhole(file, `${JSON.stringify({ trustRoots }, null, 2)}\n`);
}
