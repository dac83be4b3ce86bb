// Accreditation credentials as files: recognised by what they claim, checked on the ledger itself.

import { readFileSync } from "node:fs";
import { JWS_LIMIT_BYTES } from "../core/jws.ts";
import type { AccreditationReport } from "../flows/verifyAccreditation.ts";
import { english as words } from "../words/english.ts";
import { visible } from "../words/visible.ts";
import { exitCodeOf, worstOf, type ExitCode } from "./exitCodes.ts";
import { sizeOfFile } from "./files.ts";
import { marks, remark, say, sayJson, table } from "./terminal.ts";

/** A line break at the end is no part of it. */
const SPARE_BYTES = 64;
const COMPACT = /^[\w-]+\.([\w-]+)\.[\w-]*$/;

/** The text of a file that claims to be an accreditation credential, however badly; `null` for any other file. */
export function accreditationText(file: string): string | null {
  const size = sizeOfFile(file);
  if (size === 0 || size > JWS_LIMIT_BYTES + SPARE_BYTES) return null;
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
export interface AccreditationVerifier {
  verify(text: string): Promise<AccreditationReport>;
  /** A sentence about who was asked. */
  readonly howAsked: string;
  close(): Promise<void>;
}

/** Has each of them checked, and says how it came out. */
export async function verifyAccreditations(texts: ReadonlyMap<string, string>, verifier: AccreditationVerifier, json: "json" | "text"): Promise<ExitCode> {
  try {
    const reports: [string, AccreditationReport][] = [];
    for (const [file, text] of texts) reports.push([file, await verifier.verify(text)]);
    if (json === "json") sayJson(reports.length === 1 ? reports[0]![1] : reports.map(([, report]) => report));
    else for (const [file, report] of reports) say(...accreditationLines(file, report));
    remark(verifier.howAsked);
    return worstOf(reports.map(([, { verdict }]) => exitCodeOf(verdict)));
  } finally {
    await verifier.close();
  }
}

function accreditationLines(file: string, { verdict, reason, flaw, findings, subject, grant, checkedAt }: AccreditationReport): string[] {
  return [
    `${verdict}   ${visible(file)}   (checked as an accreditation)`,
    ...(reason === undefined ? [] : [`${words.reasons[reason].means}${flaw === undefined ? "" : ` (${flaw})`}`]),
    ...(grant !== undefined && grant.credentialDigest === undefined ? ["The ledger has a grant that says the same, from before there were credentials: it names none."] : []),
    "",
    ...findings.map(({ check, outcome, reason: why }) => `  ${marks[outcome]} ${check}${why === undefined ? "" : `: ${why}`}`),
    "",
    ...table([...rowsOf(subject), ...(grant === undefined ? [] : [["recorded", words.dateTime(grant.recordedAt)] as const]), [words.page.checkedAt, words.dateTime(checkedAt)]]),
  ];
}

function rowsOf({ credential, digest }: AccreditationReport["subject"]): (readonly [string, string])[] {
  if (credential === undefined) return [[words.page.digest, digest]];
  const { grantor, grantee, documentType, from, until, mayPassOn, jurisdiction } = credential;
  return [
    ["grantor", grantor.did],
    ["grantee", `${visible(grantee.name ?? "")} (${grantee.did})`],
    ["for", `${documentType}${mayPassOn ? ", and may accredit others" : ""}`],
    ["period", `${words.dateTime(from)} until ${until === undefined ? "further notice" : words.dateTime(until)}`],
    ...(jurisdiction === undefined ? [] : [["jurisdiction", visible(jurisdiction)] as const]),
    [words.page.digest, digest],
  ];
}
