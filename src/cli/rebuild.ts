// tradeseal rebuild: what was published comes back from the ledger alone: index, seals, standings, documents.

import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { Command, Option } from "commander";
import { connect, openIndex, readLedgerFile, type ConnectedLedger, type OpenIndex } from "../ledgerAccess.ts";
import { filesIn } from "../office.ts";
import type { Address } from "../core/address.ts";
import type { Digest } from "../core/digest.ts";
import { Fault } from "../core/fault.ts";
import { ledgerIdOf } from "../core/ledger.ts";
import { adopt } from "../flows/recovering/adopt.ts";
import { Complaint } from "./terminal/complaint.ts";
import { inDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { digestsFrom, type DigestOptions } from "./files/digestLists.ts";
import { exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import { readSmallFile } from "./files/files.ts";
import { withHelp } from "./terminal/help.ts";
import { onLedger } from "./folder/ledgerOfFolder.ts";
import { dataOption, parseCount, parseIdentity, parseServiceUrl, reader } from "./terminal/options.ts";
import { progressBar } from "./terminal/progressBar.ts";
import { Tally } from "./folder/rebuildTally.ts";
import { restoreSeals, restoreStandings, showSeals } from "./folder/restored.ts";
import { say, table } from "./terminal/terminal.ts";

interface RebuildOptions extends DataOptions, DigestOptions {
  readonly rpc?: string;
  readonly ledger?: string;
  readonly confirmations?: number;
  readonly issuer?: Address;
  readonly seals?: string;
  readonly standings?: string;
  readonly adopt?: boolean;
}

/** The command `tradeseal rebuild`. */
export function rebuildCommand(): Command {
  const command = new Command("rebuild").summary("get back from the ledger alone what was published")
    .description(
      "Throws the index away and rebuilds it from the ledger alone, checking every batch's leaves against its root; gives back seals, standings and documents on request. A service may run meanwhile.\n\n" +
        "The ledger holds hashes of digests, so seals and documents come back for digests that you name. It never held, and nobody gets back from it: leaves of batches that stayed private, references, idempotency keys, API keys, and the ids of documents.",
    )
    .addOption(dataOption())
    .addOption(new Option("--rpc <url>", "read the ledger at this JSON-RPC endpoint, with no data folder and no service").argParser(reader(parseServiceUrl)).conflicts(["data", "adopt"]))
    .option("--ledger <file>", "with --rpc: the ledger.json that says which ledger that must be")
    .addOption(new Option("--confirmations <count>", "with --rpc: blocks until final, on a chain without the finalized tag").argParser(reader(parseCount)))
    .addOption(new Option("--issuer <address>", "seals, standings and documents of this issuer alone, by address or DID").argParser(reader((text) => parseIdentity(text).identity)))
    .option("--digests <file>", "digests of documents, one a line (the output of sha256sum will do)")
    .option("--documents <folder>", "the documents themselves, in this folder and below it")
    .option("--seals <folder>", "write their seals there: DIGEST.seal.json")
    .option("--standings <file>", "write there, a line of JSON each, all that was said about any document's standing")
    .option("--adopt", "take those documents into the data folder's store, as documents of the issuers registered there")
    .action(async (options: RebuildOptions) => void (process.exitCode = await rebuild(options)));
  return withHelp(command, {
    examples: ["tradeseal rebuild --data ./data", "tradeseal rebuild --rpc http://127.0.0.1:8545 --ledger ledger.json --documents ./certificates --seals ./seals", "tradeseal rebuild --data ./new --digests digests.txt --adopt"],
    exits: { 0: "rebuilt, every root matches, and all that was asked for came back", 1: "leaves that do not lead to their root were left out, or something asked for did not come back", 2: "the ledger does not answer", 65: "there is no data folder, or a file cannot be read or written" },
  });
}

async function rebuild(options: RebuildOptions): Promise<ExitCode> {
  refuseContradictions(options);
  const digests = await digestsFrom(options);
  if (options.rpc === undefined) return inDataFolder(options, (folder) => onLedger(folder, (ledger) => rebuildFolder(folder, ledger, { options, digests })));
  readSmallFile("The ledger file", options.ledger!);
  const ledger = connect(readLedgerFile(options.ledger!), { url: options.rpc, confirmations: options.confirmations ?? null });
  return rebuildAnywhere(ledger, { options, digests }).finally(() => ledger.close());
}

function refuseContradictions({ rpc, ledger, confirmations, digests, documents, seals, adopt: isAdopting }: RebuildOptions): void {
  if (rpc !== undefined && ledger === undefined) throw new Complaint("wrong_use", "--rpc needs --ledger, the ledger.json of the ledger that you believe in.");
  if (rpc === undefined && (ledger !== undefined || confirmations !== undefined)) throw new Complaint("wrong_use", "--ledger and --confirmations go with --rpc: a data folder has its own ledger.");
  const hasDigests = digests !== undefined || documents !== undefined;
  const isWanted = seals !== undefined || isAdopting === true;
  if (isWanted && !hasDigests) throw new Complaint("wrong_use", "--seals and --adopt need --digests or --documents: the ledger holds hashes of digests, and cannot name the documents by itself.");
  if (hasDigests && !isWanted) throw new Complaint("wrong_use", "--digests and --documents go with --seals or --adopt.");
}

interface Wanted {
  readonly options: RebuildOptions;
  readonly digests: ReadonlySet<Digest>;
}

/** With nothing but a node: the index lives as long as the command. */
async function rebuildAnywhere(ledger: ConnectedLedger, wanted: Wanted): Promise<ExitCode> {
  const tally = new Tally();
  const fresh = await readAll(":memory:", ledger, { tally, issuer: wanted.options.issuer ?? null, whenReached: () => true });
  try {
    return (await giveBack({ ledger, fresh, tally }, wanted)) ? exitCodes.fine : exitCodes.no;
  } finally {
    fresh.close();
  }
}

async function rebuildFolder({ config, office }: OpenFolder, ledger: ConnectedLedger, wanted: Wanted): Promise<ExitCode> {
  const indexFile = filesIn(config.dataFolder).index;
  const freshFile = `${indexFile}.new`;
  rmSync(freshFile, { force: true });
  const tally = new Tally();
  const takeOverNow = (tries: number): boolean => takeOver({ indexFile, freshFile, mayGoBack: tries === TRIES }, ledger);
  let fresh: OpenIndex | null = null;
  try {
    fresh = await readAll(freshFile, ledger, { tally, issuer: null, whenReached: takeOverNow });
    const isWhole = await giveBack({ ledger, fresh, tally }, wanted);
    return (wanted.options.adopt !== true || (await adoptAll(fresh, { office, ledger, wanted }))) && isWhole ? exitCodes.fine : exitCodes.no;
  } finally {
    fresh?.close();
    for (const ending of ["", "-wal", "-shm"]) rmSync(freshFile + ending, { force: true });
  }
}

interface Reading {
  readonly tally: Tally;
  readonly issuer: Address | null;
  /** Asked once the newest block is reached; `false`: read on. */
  readonly whenReached: (tries: number) => boolean;
}

/** A service beside us may come further while we read, so we read on. An old index that still is ahead knows blocks that the ledger has lost. */
const TRIES = 3;

/** A new index of the whole ledger. */
async function readAll(file: string, ledger: ConnectedLedger, { tally, issuer, whenReached }: Reading): Promise<OpenIndex> {
  const bar = progressBar("Reading the ledger");
  const started = performance.now();
  const fresh = openIndex(file, { ledger: ledger.ledger, events: tally.counting(ledger.events, issuer) }, { progress: bar.at, notice: tally.notice });
  try {
    for (let isDone = false, tries = 1; !isDone; tries += 1) {
      if (!(await fresh.follower.reach(await ledger.reader.head()))) throw new Fault("ledger_unreachable", "The ledger moved on too quickly to be read to its end. Try again.");
      isDone = whenReached(tries);
    }
    bar.end();
    tally.show(issuer === null ? "The index was rebuilt from the ledger alone." : `Read from the ledger alone, as far as it concerns ${issuer}.`, { blocks: fresh.index.reached()!.number, seconds: (performance.now() - started) / 1000 });
    return fresh;
  } catch (error) {
    bar.end();
    fresh.close();
    throw error;
  }
}

/** Until now the old index answered. */
function takeOver({ indexFile, freshFile, mayGoBack }: { indexFile: string; freshFile: string; mayGoBack: boolean }, ledger: ConnectedLedger): boolean {
  const old = openIndex(indexFile, ledger);
  try {
    return old.index.takeOver(freshFile, { mayGoBack });
  } finally {
    old.close();
  }
}

interface Rebuilt {
  readonly ledger: ConnectedLedger;
  readonly fresh: OpenIndex;
  readonly tally: Tally;
}

/** Seals and standings, as far as they were asked for. @returns whether everything came back. */
async function giveBack({ ledger, fresh, tally }: Rebuilt, { options, digests }: Wanted): Promise<boolean> {
  const { seals: folder, standings, issuer = null } = options;
  if (standings !== undefined) await restoreStandings(standings, tally.spokenOf, { ledger: ledger.reader, head: await ledger.reader.head() });
  const isWhole = folder === undefined || showSeals(restoreSeals(digests, { folder, issuer, index: fresh.index, ledger: ledgerIdOf(ledger.ledger) }), folder);
  return isWhole && tally.unsound === 0;
}

async function adoptAll({ index }: OpenIndex, { office, ledger, wanted }: { office: OpenFolder["office"]; ledger: ConnectedLedger; wanted: Wanted }): Promise<boolean> {
  const { issuer } = wanted.options;
  const issuers = (await office.register.issuers()).filter(({ address }) => issuer === undefined || address === issuer);
  if (issuers.length === 0) throw new Complaint("wrong_use", "There is no such issuer in this data folder to take documents for. Make it first: tradeseal issuer create --name ... --identity ...");
  const { adopted, known, unknown } = await adopt(wanted.digests, issuers, { store: office.adopting, index, ledger: ledger.reader, events: ledger.events, newId: randomUUID });
  say("", "Documents taken into the store, with new ids; ask for them by digest:", ...table([["taken", `${adopted}`], ["known already", `${known}`], ["not found", `${unknown}`]]));
  return unknown === 0;
}
