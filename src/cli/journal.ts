// tradeseal journal: who did what, and whether anybody has tampered with that.

import { existsSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { journalAnchoringOf } from "../app.ts";
import { filesIn } from "../office.ts";
import { Fault } from "../core/fault.ts";
import type { JournalFlaw, JournalRow } from "../core/journal.ts";
import type { Journal } from "../flows/trust/administrationPorts.ts";
import { verifyJournal, type JournalLedger, type JournalReport } from "../flows/auditing/verifyJournal.ts";
import { anchorJournal } from "../flows/auditing/anchorJournal.ts";
import { inDataFolder, runningService, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import { withHelp } from "./terminal/help.ts";
import { detailsOf, journalHead, journalLine } from "./journalLines.ts";
import { onLedger } from "./folder/ledgerOfFolder.ts";
import { dataOption } from "./terminal/options.ts";
import { remark, say, sayJson, table } from "./terminal/terminal.ts";

interface JournalOptions extends DataOptions {
  readonly json?: boolean;
}

/** The command `tradeseal journal`. */
export function journalCommand(): Command {
  const command = new Command("journal").summary("read and verify the journal of administrative acts").description("The journal of administrative acts: who, by which key or as which user, when, what.")
    .addCommand(listCommand())
    .addCommand(verifyCommand())
    .addCommand(anchorCommand());
  return withHelp(command, { examples: ["tradeseal journal list", "tradeseal journal verify"], exits: { 0: "done", 1: "the journal was tampered with" } });
}

const jsonIn = (command: Command): Command => command.addOption(dataOption()).option("--json", "print the result as JSON");

interface ListOptions extends JournalOptions {
  readonly after: number;
  readonly limit?: number;
}

function listCommand(): Command {
  const command = jsonIn(new Command("list").description("Lists the acts, oldest first: when, who, what, and about which thing. With --json each row as it is kept, hashes and all."))
    .addOption(new Option("--after <row>", "begin behind this row").argParser(countFrom(0)).default(0))
    .addOption(new Option("--limit <rows>", "list so many at most (default: all)").argParser(countFrom(1)))
    .action((options: ListOptions) => inDataFolder(options, (folder) => list(options, folder)));
  return withHelp(command, { examples: ["tradeseal journal list", "tradeseal journal list --after 500 --limit 100", "tradeseal journal list --json"], exits: { 0: "done", 65: "there is no data folder" } });
}

function verifyCommand(): Command {
  const command = jsonIn(new Command("verify").description("Follows the chain of hashes through every row, and compares it with the heads on the ledger. Finds any row that was changed, removed, moved or put in. A service may run meanwhile."))
    .action(async (options: JournalOptions) => void (process.exitCode = await inDataFolder(options, (folder) => verify(options, folder))));
  return withHelp(command, { examples: ["tradeseal journal verify --data ./data"], exits: { 0: "no flaw", 1: "flaws: it was tampered with", 2: "the rows have no flaw, and the ledger does not answer", 65: "there is no data folder" } });
}

function anchorCommand(): Command {
  const command = new Command("anchor").description("Has the journal's head anchored now, without waiting for the day to pass.").addOption(dataOption()).action((options: DataOptions) => inDataFolder(options, anchor));
  return withHelp(command, { examples: ["tradeseal journal anchor"], exits: { 0: "handed in, or nothing new", 64: "there is no issuer to anchor it", 65: "there is no data folder" } });
}

/** A reader of row numbers; there may be more rows than most counts go up to. */
const countFrom = (least: number) => (text: string): number => {
  if (!/^\d{1,12}$/.test(text) || Number(text) < least) throw new InvalidArgumentError(`It must be a whole number, ${least} or more.`);
  return Number(text);
};

const PAGE = 500;

async function list({ json = false, after, limit = Infinity }: ListOptions, { office }: OpenFolder): Promise<void> {
  const names = new Map((await office.register.issuers()).map(({ address, name }) => [address as string, name]));
  const all: JournalRow[] = [];
  let last = after;
  for await (const row of rowsAfter(after, limit, office.journal)) {
    if (json) all.push(row);
    else say(...(last === after ? [journalHead()] : []), journalLine(row, names));
    last = row.number;
  }
  if (json) return sayJson(all.map((row) => ({ ...row, details: detailsOf(row) })));
  if (last === after) say(after === 0 ? "The journal has no rows yet." : `The journal has no rows behind row ${after}.`);
  else if ((await office.journal.after(last, 1)).length > 0) remark(`There are more. They follow by: tradeseal journal list --after ${last}`);
}

/** Row after row, read page by page: a journal of years is not kept in memory to be shown. */
async function* rowsAfter(after: number, limit: number, journal: Pick<Journal, "after">): AsyncGenerator<JournalRow> {
  for (let [last, left] = [after, limit]; left > 0; ) {
    const page = await journal.after(last, Math.min(left, PAGE));
    yield* page;
    if (page.length === 0) return;
    [last, left] = [page.at(-1)!.number, left - page.length];
  }
}

async function verify({ json = false }: JournalOptions, folder: OpenFolder): Promise<ExitCode> {
  const { report, isLedgerSilent } = await verified(folder);
  if (json) sayJson({ ...report, isLedgerSilent });
  else show(report, isLedgerSilent);
  if (report.flaws.length > 0) return exitCodes.no;
  return isLedgerSilent ? exitCodes.undetermined : exitCodes.fine;
}

/** Without an answer from the ledger, the rows alone; bad news in them is told all the same. */
async function verified(folder: OpenFolder): Promise<{ report: JournalReport; isLedgerSilent: boolean }> {
  const { office, config } = folder;
  const hasLedger = config.ledgerUrl !== null || existsSync(filesIn(config.dataFolder).ledger);
  if (!hasLedger) return { report: await verifyJournal(office, null), isLedgerSilent: false };
  try {
    return { report: await onLedger(folder, (ledger: JournalLedger) => verifyJournal(office, ledger)), isLedgerSilent: false };
  } catch (error) {
    if (!(error instanceof Fault) || (error.code !== "ledger_unreachable" && error.code !== "ledger_mismatch")) throw error;
    return { report: await verifyJournal(office, null), isLedgerSilent: true };
  }
}

function show({ rows, heads, confirmedHeads, confirmedUpTo, flaws }: JournalReport, isLedgerSilent: boolean): void {
  say(flaws.length > 0 ? "The journal was tampered with." : isLedgerSilent ? "The rows have no flaw. Whether rows are missing at the end is not known: the ledger does not answer." : "The journal has no flaw.");
  say(...table([["rows", `${rows}`], ["heads", `${heads}, ${confirmedHeads} of them final on the ledger`], ["vouched for", confirmedUpTo === null ? "by no head on the ledger yet" : `rows 1 to ${confirmedUpTo}; later ones can be cut off unseen until the next head`]]));
  for (const flaw of flaws) say(sentenceFor(flaw));
}

function sentenceFor({ number, flaw }: JournalFlaw): string {
  switch (flaw) {
    case "row_changed":
      return `row ${number}: it was changed`;
    case "row_missing":
      return `row ${number}: it does not come in its turn; rows before it were removed, moved or put in`;
    case "chain_broken":
      return `row ${number}: it does not follow the row before it`;
    case "head_missing":
      return `row ${number}: it is missing, and a head vouches for it`;
    case "head_differs":
      return `row ${number}: it is not the row that a head vouches for`;
    case "head_forgotten":
      return "the ledger has a head of this journal that is not remembered here: rows at the end were removed, or the store is an old copy";
    case "head_not_on_ledger":
      return `row ${number}: its head was called final, and the ledger does not have it`;
  }
}

async function anchor({ office, config }: OpenFolder): Promise<void> {
  const outcome = await anchorJournal(0, journalAnchoringOf(office, config));
  if (outcome.anchored !== null) say(`stored   the journal's head, row ${outcome.anchored}, for anchoring.`);
  else if (outcome.because === "no_issuer") throw new Fault("configuration_invalid", "There is no issuer here in whose name the journal's head could be anchored. Make one: tradeseal issuer create --name ...");
  else say("The journal has not grown since its last head.");
  if (runningService(config.dataFolder) === null) remark("No service runs on this data folder. The next one that does carries it to the ledger: tradeseal serve");
}
