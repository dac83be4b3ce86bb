// What a rebuild gives back beyond the index: seals as files, standings as a list.

import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Address } from "../../core/address.ts";
import type { Digest } from "../../core/digest.ts";
import type { Head, LedgerId } from "../../core/ledger.ts";
import { dateOf } from "../../core/report.ts";
import { writeSeal } from "../../core/seal.ts";
import type { LedgerReader } from "../../flows/ports.ts";
import type { PublishedLeaves } from "../../flows/recovering/recoverPorts.ts";
import { sealsFrom } from "../../flows/recovering/recoverSeals.ts";
import type { SpokenOf } from "../../flows/recovering/recoverStandings.ts";
import { unreadableFile } from "../terminal/complaint.ts";
import { say, table } from "../terminal/terminal.ts";

/** How the seals came out. */
export interface RestoredSeals {
  readonly written: number;
  /** Digests of which no published anchor is there. */
  readonly without: number;
  /** Other files that lay where a seal belongs; they were left as they are. */
  readonly differing: number;
}

interface SealsWanted {
  readonly folder: string;
  readonly issuer: Address | null;
  readonly index: PublishedLeaves;
  readonly ledger: LedgerId;
}

/** Writes DIGEST.seal.json for each digest; where the bytes were anchored more than once, DIGEST.2.seal.json and so on, in the ledger's order. */
export function restoreSeals(digests: Iterable<Digest>, { folder, issuer, index, ledger }: SealsWanted): RestoredSeals {
  const sealsOf = sealsFrom({ index, ledger }, issuer);
  const count = { written: 0, without: 0, differing: 0 };
  try {
    mkdirSync(folder, { recursive: true });
    for (const digest of digests) {
      const seals = sealsOf(digest);
      if (seals.length === 0) count.without += 1;
      for (const [place, seal] of seals.entries()) count[writeOnce(join(folder, `${digest}${place === 0 ? "" : `.${place + 1}`}.seal.json`), writeSeal(seal))] += 1;
    }
  } catch (error) {
    throw unreadableFile(`Seals cannot be written to ${folder}`, error);
  }
  return count;
}

function writeOnce(file: string, text: string): "written" | "differing" {
  if (!existsSync(file)) writeFileSync(file, text);
  return readFileSync(file, "utf8") === text ? "written" : "differing";
}

/** Says how the seals came out. @returns whether every digest got its seal. */
export function showSeals({ written, without, differing }: RestoredSeals, folder: string): boolean {
  say("", `Seals, byte for byte as they were, in ${folder}:`, ...table([["seals", `${written}`], ["digests without one", `${without}`], ["other files left there", `${differing}`]]));
  if (without > 0) say("Of a digest without a seal the ledger names no document: it was never anchored, or its batch kept its leaves private. Only the issuer's store had those.");
  return without === 0 && differing === 0;
}

/** Writes a line of JSON for every speaker and document: all that was said about its standing, oldest first. */
export async function restoreStandings(file: string, spokenOf: SpokenOf, { ledger, head }: { ledger: LedgerReader; head: Head }): Promise<void> {
  let output: number;
  try {
    output = openSync(file, "w");
  } catch (error) {
    throw unreadableFile(`Standings cannot be written to ${file}`, error);
  }
  try {
    for await (const { statements, ...name } of spokenOf.read(ledger, head)) {
      writeSync(output, `${JSON.stringify({ ...name, statements: statements.map(({ time, ...said }) => ({ ...said, at: dateOf(time) })) })}\n`);
    }
  } finally {
    closeSync(output);
  }
  say("", `Standings of ${spokenOf.size} documents, as at block ${head.number}: ${file}`);
}
