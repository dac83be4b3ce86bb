// File checks: one file after another is read, looked up and judged.

import { existsSync } from "node:fs";
import type { DocumentType } from "../../core/documentType.ts";
import type { Subject } from "../../core/evidence.ts";
import { Fault } from "../../core/fault.ts";
import type { Report } from "../../core/report.ts";
import { SEAL_LIMIT_BYTES, type Seal } from "../../core/seal.ts";
import { visible } from "../../words/visible.ts";
import { Complaint } from "../terminal/complaint.ts";
import { exitCodeFor, exitCodeOf, exitCodes, type ExitCode } from "../terminal/exitCodes.ts";
import { digestOfFile, sizeOfFile } from "../files/files.ts";
import { inParallel } from "../files/inParallel.ts";
import { progressBar } from "../terminal/progressBar.ts";
import { readSeal, sealFileOf } from "../files/sealFiles.ts";
import { remark } from "../terminal/terminal.ts";

/** A file to be checked, and its seal where there is one. */
export interface AskedFile {
  readonly name: string;
  readonly sealFile: string | null;
  readonly seal: Seal | null;
  /** What is wrong with the seal; then nothing is checked. */
  readonly trouble: unknown;
}

/** Whoever makes reports: a service, or the ledger read here. */
export interface Verifier {
  verify(subject: Subject): Promise<Report>;
  /** Who was asked, and how far: a sentence, or several. */
  howAsked(): string | readonly string[];
  close(): Promise<void>;
}

/** How one file came out: with a report, or with what was in the way of one. */
export type CheckedFile = { readonly file: AskedFile } & ({ readonly report: Report } | { readonly report: null; readonly trouble: unknown });

/** The file with the seal that was given, or that lies beside it. */
export function look(name: string, givenSeal: string | undefined): AskedFile {
  if (isSeal(name)) return { name, sealFile: null, seal: null, trouble: new Complaint("wrong_use", `${visible(name)} is a seal. Name the document that it belongs to; a seal that lies beside its document is found by itself.`) };
  const beside = sealFileOf(name);
  const sealFile = givenSeal ?? (existsSync(beside) ? beside : null);
  try {
    return { name, sealFile, seal: sealFile === null ? null : readSeal(sealFile), trouble: null };
  } catch (trouble) {
    return { name, sealFile, seal: null, trouble };
  }
}

/** The files without the seals of others among them, as `invoices/*` names them: those are found beside their documents. */
export function withoutTheirSeals(names: readonly string[]): readonly string[] {
  const seals = new Set(names.map(sealFileOf));
  const files = names.filter((name) => !seals.has(name));
  const count = names.length - files.length;
  if (count > 0) remark(count === 1 ? "Left out: 1 seal, which lies beside its document." : `Left out: ${count} seals, which lie beside their documents.`);
  return files;
}

/** A seal is a small file of one shape, by whatever name. What has no size, a pipe for example, can be read only once. */
function isSeal(name: string): boolean {
  const size = sizeOfFile(name);
  try {
    return size > 0 && size <= SEAL_LIMIT_BYTES && readSeal(name) !== null;
  } catch {
    return false;
  }
}

/** Files at a time. Reading more of them together makes none faster. */
const AT_A_TIME = 8;

/** Who is asked, and what about each file. */
export interface Wanted {
  readonly verifier: Verifier;
  /** The type expected; `null` for any. */
  readonly documentType: DocumentType | null;
  /** The past moment asked about; `null`: now. */
  readonly asAt: number | null;
}

/** Checks every file, also after one could not be checked. */
export async function checkAll(files: readonly AskedFile[], { verifier, documentType, asAt }: Wanted): Promise<CheckedFile[]> {
  const bar = progressBar("Reading files");
  const total = files.reduce((sum, { name }) => sum + sizeOfFile(name), 0);
  let done = 0;
  /** A service that is not there will not be there for the other files either. */
  let silent: Fault | null = null;
  const check = async (file: AskedFile): Promise<CheckedFile> => {
    try {
      if (file.trouble !== null) throw file.trouble;
      const digest = await digestOfFile(file.name, (count) => bar.at((done += count), total));
      if (silent !== null) throw silent;
      return { file, report: await verifier.verify({ digest, seal: file.seal, documentType, asAt }) };
    } catch (trouble) {
      if (trouble instanceof Fault && trouble.code === "service_unreachable") silent = trouble;
      return { file, report: null, trouble };
    }
  };
  const checked = await inParallel(files, AT_A_TIME, check);
  bar.end();
  return checked;
}

/** A refusal is no answer about the document, so it never has the code of a no. */
export function exitCodeOfResult(checked: CheckedFile): ExitCode {
  if (checked.report !== null) return exitCodeOf(checked.report.verdict);
  const code = exitCodeFor(checked.trouble);
  return code === exitCodes.no ? exitCodes.undetermined : code;
}
