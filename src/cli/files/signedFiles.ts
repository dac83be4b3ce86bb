// Credentials as files: recognised by what they claim, checked by a service or on the ledger itself.

import { closeSync, openSync, readSync } from "node:fs";
import { JWS_LIMIT_BYTES } from "../../core/credentials/jws.ts";
import { isCutOff, SIGNED_FILE_LIMIT_BYTES, signedTextIn } from "../../core/credentials/file.ts";
import { Fault } from "../../core/fault.ts";
import type { AccreditationReport } from "../../flows/verifying/verifyAccreditation.ts";
import type { CredentialReport } from "../../flows/verifying/verifyCredential.ts";
import { credentialLines } from "../verifying/credentialLines.ts";
import { exitCodeOf, worstOf, type ExitCode } from "../terminal/exitCodes.ts";
import { sizeOfFile } from "./files.ts";
import { remark, say, sayJson } from "../terminal/terminal.ts";
import { visible } from "../../words/visible.ts";

/** A line break at the end is no part of it. */
const SPARE_BYTES = 64;
const COMPACT = /^[\w-]+\.([\w-]+)\.[\w-]*$/;

/** The text of a file that claims to be a signed credential, however badly; `null` for any other file. Throws `challenge_missing` for a presentation, `credential_too_large`. */
export function credentialText(file: string): string | null {
  const size = sizeOfFile(file);
  if (size === 0) return null;
  const bytes = beginningOf(file);
  const claimed = signedTextIn(bytes, size);
  if (claimed?.is === "presentation") throw new Fault("challenge_missing", `${visible(file)} is a presentation, which counts only with the challenge that it answers. Ask for it at a service's page /operators#presentation, or send POST /v1/verifications {"presentation", "challenge", "audience"}.`);
  if (claimed?.is === "too_large") throw new Fault("credential_too_large", `${visible(file)} claims to be a credential and has more than ${JWS_LIMIT_BYTES} characters. As a file it can be checked with --seal.`);
  if (claimed !== null || size > JWS_LIMIT_BYTES + SPARE_BYTES) return claimed?.text ?? null;
  const text = bytes.toString("latin1").trim();
  const [, payload] = COMPACT.exec(text) ?? [];
  return payload !== undefined && Buffer.from(payload, "base64url").includes('"AccreditationCredential"') ? text : null;
}

/** The text of a file that is a credential without its signature; `null` for any other. */
export function cutOffText(file: string): string | null {
  const text = beginningOf(file).toString("latin1").trim();
  return isCutOff(text) ? text : null;
}

/** As much of the file as tells whether it is something signed. What cannot be read is told when it is to be checked. */
function beginningOf(file: string): Buffer {
  const bytes = Buffer.alloc(SIGNED_FILE_LIMIT_BYTES);
  try {
    const opened = openSync(file, "r");
    try {
      return bytes.subarray(0, readSync(opened, bytes));
    } finally {
      closeSync(opened);
    }
  } catch {
    return Buffer.of();
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
