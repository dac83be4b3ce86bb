// Credentials as files: recognised by what they claim, checked by a service or on the ledger itself.

import { readFileSync } from "node:fs";
import { JWS_LIMIT_BYTES } from "../core/credentials/jws.ts";
import { CREDENTIAL_FILE_LIMIT_BYTES, credentialTextIn } from "../core/credentials/file.ts";
import type { AccreditationReport } from "../flows/verifyAccreditation.ts";
import type { CredentialReport } from "../flows/verifyCredential.ts";
import { credentialLines } from "./credentialLines.ts";
import { exitCodeOf, worstOf, type ExitCode } from "./exitCodes.ts";
import { sizeOfFile } from "./files.ts";
import { remark, say, sayJson } from "./terminal.ts";

/** A line break at the end is no part of it. */
const SPARE_BYTES = 64;
const COMPACT = /^[\w-]+\.([\w-]+)\.[\w-]*$/;

/** The text of a file that claims to be a signed credential, however badly; `null` for any other file. */
export function credentialText(file: string): string | null {
  const size = sizeOfFile(file);
  if (size === 0 || size > CREDENTIAL_FILE_LIMIT_BYTES) return null;
  const claimed = credentialTextIn(Buffer.from(readOrNothing(file), "latin1"));
  if (claimed !== null || size > JWS_LIMIT_BYTES + SPARE_BYTES) return claimed;
  const text = readOrNothing(file).trim();
  const [, payload] = COMPACT.exec(text) ?? [];
  return payload !== undefined && Buffer.from(payload, "base64url").includes('"AccreditationCredential"') ? text : null;
}

/** What cannot be read is told when it is to be checked. */
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

/** Whoever judges: a service, or the ledger read here. */
export interface CredentialVerifier {
  verify(text: string): Promise<AccreditationReport | CredentialReport>;
  /** A sentence about who was asked. */
  readonly howAsked: string;
  close(): Promise<void>;
}

/** Has each of them checked, and says how it came out. */
export async function verifyCredentials(texts: ReadonlyMap<string, string>, verifier: CredentialVerifier, json: "json" | "text"): Promise<ExitCode> {
  try {
    const reports: [string, AccreditationReport | CredentialReport][] = [];
    for (const [file, text] of texts) reports.push([file, await verifier.verify(text)]);
    if (json === "json") sayJson(reports.length === 1 ? reports[0]![1] : reports.map(([, report]) => report));
    else for (const [at, [file, report]] of reports.entries()) say(...(at === 0 ? [] : [""]), ...credentialLines(file, texts.get(file)!, report), "");
    remark(verifier.howAsked);
    return worstOf(reports.map(([, { verdict }]) => exitCodeOf(verdict)));
  } finally {
    await verifier.close();
  }
}
