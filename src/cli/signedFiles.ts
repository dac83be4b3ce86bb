// Credentials as files: recognised by what they claim, checked by a service or on the ledger itself.

import { readFileSync } from "node:fs";
import { JWS_LIMIT_BYTES } from "../core/credentials/jws.ts";
import { CREDENTIAL_FILE_LIMIT_BYTES, credentialTextIn } from "../core/credentials/file.ts";
import type { AccreditationReport } from "../flows/verifyAccreditation.ts";
import type { CredentialReport } from "../flows/verifyCredential.ts";
import { english as words } from "../words/english/table.ts";
import { visible } from "../words/visible.ts";
import { exitCodeOf, worstOf, type ExitCode } from "./exitCodes.ts";
import { sizeOfFile } from "./files.ts";
import { marks, remark, say, sayJson, table } from "./terminal.ts";

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
    else for (const [file, report] of reports) say(...linesAbout(file, report));
    remark(verifier.howAsked);
    return worstOf(reports.map(([, { verdict }]) => exitCodeOf(verdict)));
  } finally {
    await verifier.close();
  }
}

/** An accreditation speaks of a grant; everything else that is signed was anchored, and has an issuer there. */
const isAccreditation = (report: AccreditationReport | CredentialReport): report is AccreditationReport => report.subject.documentType === "ACR";

function linesAbout(file: string, report: AccreditationReport | CredentialReport): string[] {
  return isAccreditation(report) ? reportLines(file, { ...report, kind: "an accreditation", rows: rowsOf(report.subject) }) : reportLines(file, { ...report, kind: "a credential", rows: credentialRows(report) });
}

interface Told extends Pick<AccreditationReport, "verdict" | "reason" | "flaw" | "findings" | "grant" | "checkedAt"> {
  readonly kind: string;
  readonly rows: readonly (readonly [string, string])[];
}

function reportLines(file: string, { verdict, reason, flaw, findings, grant, checkedAt, kind, rows }: Told): string[] {
  return [
    `${verdict}   ${visible(file)}   (checked as ${kind})`,
    ...(reason === undefined ? [] : [`${words.reasons[reason].means}${flaw === undefined ? "" : ` (${flaw})`}`]),
    ...(grant !== undefined && grant.credentialDigest === undefined ? ["The ledger has a grant that says the same, from before there were credentials: it names none."] : []),
    "",
    ...findings.map(({ check, outcome, reason: why }) => `  ${marks[outcome]} ${check}${why === undefined ? "" : `: ${why}`}`),
    "",
    ...table([...rows, ...(grant === undefined ? [] : [["recorded", words.dateTime(grant.recordedAt)] as const]), [words.page.checkedAt, words.dateTime(checkedAt)]]),
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

/** The issuer's name comes from the ledger; the rest is what the credential says. */
function credentialRows({ subject, issuer }: CredentialReport): (readonly [string, string])[] {
  const { credential, documentType, digest } = subject;
  if (credential === undefined) return [[words.page.digest, digest]];
  const { format, type, holder, validFrom, validUntil, problems = [] } = credential;
  return [
    ["says it is", `${type ?? "of no type that is known here"} (${format})`],
    ...(documentType === undefined ? [] : [["recorded as", documentType] as const]),
    ["issuer", issuer === undefined ? `${visible(credential.issuer)} (as it says itself)` : `${visible(issuer.name ?? "")} (${issuer.did})`],
    ...(holder === undefined ? [] : [["about", visible(holder)] as const]),
    ["period", `${validFrom === undefined ? "" : `${words.dateTime(validFrom)} `}until ${validUntil === undefined ? "further notice" : words.dateTime(validUntil)}`],
    ...problems.map(({ pointer, detail }) => ["wrong", `${visible(pointer)}: ${visible(detail)}`] as const),
    [words.page.digest, digest],
  ];
}
