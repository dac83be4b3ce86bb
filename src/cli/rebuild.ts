// tradeseal rebuild: throws the index away, and rebuilds it from the ledger alone.

import { rmSync } from "node:fs";
import { Command } from "commander";
import { filesIn, openIndex, type ConnectedLedger } from "../office.ts";
import { Fault } from "../core/fault.ts";
import type { LedgerEvents } from "../flows/ports.ts";
import { inDataFolder, type DataOptions, type OpenFolder } from "./dataFolder.ts";
import { exitCodes, type ExitCode } from "./exitCodes.ts";
import { withHelp } from "./help.ts";
import { noticeHere, onLedger } from "./ledgerOfFolder.ts";
import { dataOption } from "./options.ts";
import { progressBar } from "./progressBar.ts";
import { say, table } from "./terminal.ts";

/** The command `tradeseal rebuild`. */
export function rebuildCommand(): Command {
  const command = new Command("rebuild").summary("rebuild the index from the ledger alone")
    .description("Throws the index away and rebuilds it from the ledger alone, checking every batch's leaves against its root. A service may run meanwhile.")
    .addOption(dataOption())
    .action(async (options: DataOptions) => void (process.exitCode = await inDataFolder(options, rebuild)));
  return withHelp(command, { examples: ["tradeseal rebuild --data ./data"], exits: { 0: "rebuilt, and every root matches", 1: "leaves that do not lead to their root were left out", 2: "the ledger does not answer", 65: "there is no data folder" } });
}

const rebuild = (folder: OpenFolder): Promise<ExitCode> => onLedger(folder, (ledger) => rebuildFrom(ledger, filesIn(folder.config.dataFolder).index));

/** What was read. */
interface Tally {
  anchors: number;
  withoutLeaves: number;
  leaves: number;
  grants: number;
  unsound: number;
}

async function rebuildFrom(ledger: ConnectedLedger, indexFile: string): Promise<ExitCode> {
  const tally: Tally = { anchors: 0, withoutLeaves: 0, leaves: 0, grants: 0, unsound: 0 };
  const bar = progressBar("Reading the ledger");
  const notice: typeof noticeHere = (message, details) => {
    tally.unsound += 1;
    noticeHere(message, details);
  };
  const started = performance.now();
  const freshFile = `${indexFile}.new`;
  rmSync(freshFile, { force: true });
  const fresh = openIndex(freshFile, { ledger: ledger.ledger, events: counting(ledger.events, tally) }, { progress: bar.at, notice });
  try {
    for (let isDone = false, tries = 1; !isDone; tries += 1) {
      if (!(await fresh.follower.reach(await ledger.reader.head()))) throw new Fault("ledger_unreachable", "The ledger moved on too quickly to be read to its end. Try again.");
      isDone = takeOver({ indexFile, freshFile, mayGoBack: tries === TRIES }, ledger);
    }
    bar.end();
    showTally(tally, { blocks: fresh.index.reached()!.number, seconds: (performance.now() - started) / 1000 });
    return tally.unsound === 0 ? exitCodes.fine : exitCodes.no;
  } finally {
    bar.end();
    fresh.close();
    for (const ending of ["", "-wal", "-shm"]) rmSync(freshFile + ending, { force: true });
  }
}

/** A service beside us may come further while we read, so we read on. An old index that still is ahead knows blocks that the ledger has lost. */
const TRIES = 3;

/** Until now the old index answered. */
function takeOver({ indexFile, freshFile, mayGoBack }: { indexFile: string; freshFile: string; mayGoBack: boolean }, ledger: ConnectedLedger): boolean {
  const old = openIndex(indexFile, ledger);
  try {
    return old.index.takeOver(freshFile, { mayGoBack });
  } finally {
    old.close();
  }
}

function counting(events: LedgerEvents, tally: Tally): LedgerEvents {
  return {
    ...events,
    async eventsBetween(from, to) {
      const found = await events.eventsBetween(from, to);
      for (const event of found) {
        if (event.kind === "accredited") tally.grants += 1;
        if (event.kind !== "anchored") continue;
        tally.anchors += 1;
        tally.leaves += event.leaves.length;
        if (event.leaves.length === 0) tally.withoutLeaves += 1;
      }
      return found;
    },
  };
}

function showTally({ anchors, withoutLeaves, leaves, grants, unsound }: Tally, { blocks, seconds }: { blocks: number; seconds: number }): void {
  const withLeaves = anchors - withoutLeaves;
  say(
    "The index was rebuilt from the ledger alone.",
    ...table([
      ["blocks", `0 to ${blocks}`],
      ["anchors", withoutLeaves === 0 ? `${anchors}` : `${anchors}, ${withoutLeaves} of them without published leaves`],
      ["leaves", `${leaves}`],
      ["roots that match", `${withLeaves - unsound} of ${withLeaves}`],
      ["accreditations", `${grants}`],
      ["seconds", seconds.toFixed(2)],
    ]),
  );
}
