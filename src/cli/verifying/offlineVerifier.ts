// Verifying offline: a file, its seal, evidence and a block's hash. No socket is opened.

import { proofReaderHere, readLedgerFile } from "../../ledgerAccess.ts";
import { systemClock } from "../../office.ts";
import { parseEvidence } from "../../core/evidenceFile.ts";
import type { ChainHash, StandingStatement } from "../../core/ledger.ts";
import { dateOf, type Report } from "../../core/report.ts";
import { verifyOffline } from "../../flows/verifying/verifyOffline.ts";
import { englishOffline as words } from "../../words/english/offline.ts";
import type { OfflineBlock } from "../../words/offlineWords.ts";
import { Complaint } from "../terminal/complaint.ts";
import type { Verifier } from "./fileChecks.ts";
import { readSmallFile } from "../files/files.ts";

/** What an offline check rests on, as options. */
export interface OfflineOptions {
  readonly evidence: string;
  readonly blockHash: ChainHash;
  readonly ledger: string;
}

/** A report with what was judged offline and what was not. */
export interface OfflineReport extends Report {
  readonly offline: {
    readonly blockHash: ChainHash;
    /** What the issuer had said by that block, oldest first; `null`: not in the evidence. */
    readonly statements: readonly StandingStatement[] | null;
    readonly notKnown: readonly ["entitled", "current"];
  };
}

/** A verifier that asks nobody. */
export function offlineVerifier({ evidence: file, blockHash, ledger: ledgerFile }: OfflineOptions): Verifier {
  const evidence = parseEvidence(readSmallFile("The evidence", file));
  readSmallFile("The ledger file", ledgerFile);
  const ledger = readLedgerFile(ledgerFile);
  let told: readonly string[] = [words.nothingProven];
  return {
    async verify(subject) {
      const { seal } = subject;
      if (seal === null) throw new Complaint("wrong_use", "--offline needs the document's seal: FILE.seal.json beside it, or --seal.");
      const { report, statements } = await verifyOffline({ ...subject, seal }, { evidence, blockHash, ledger, clock: systemClock }, await proofReaderHere());
      told = certainties(report, { statements, isFinal: evidence.block.isFinal });
      return { ...report, offline: { blockHash, statements, notKnown: ["entitled", "current"] } } satisfies OfflineReport;
    },
    howAsked: () => told,
    close: async () => {},
  };
}

/** Bytes that do not fit the seal are somebody else's: then nothing beyond the report is said about them. */
function certainties(report: Report, { statements, isFinal }: { statements: readonly StandingStatement[] | null; isFinal: boolean }): string[] {
  const { block, verdict, findings } = report;
  const anchored = findings.find(({ check }) => check === "anchored")!;
  const isRead = block !== undefined && verdict !== "altered" && (anchored.outcome !== "unknown" || anchored.reason === "awaiting_finality");
  if (!isRead) return [words.nothingProven];
  const at: OfflineBlock = block;
  if (anchored.outcome === "failed") return [words.absent(at), words.trust(at)];
  return [words.anchored(at), ...(isFinal ? [] : [words.notFinal(at)]), ...saidBy(statements), words.unknown, words.trust(at)];
}

function saidBy(statements: readonly StandingStatement[] | null): string[] {
  if (statements === null) return [words.standingUnproven];
  const last = statements.at(-1);
  if (last === undefined) return [words.nothingSaid];
  return [words.lastSaid(last, dateOf(last.time)), ...(last.standing === "active" ? [] : [words.takenBack])];
}
