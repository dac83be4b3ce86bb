// tradeseal evidence: keeps beside a seal what the ledger says of its anchor, with proofs that hold without any node.

import { Command, Option } from "commander";
import { connect, proofReaderHere, proofSourceOn, readLedgerFile } from "../ledgerAccess.ts";
import { writeFileWhole } from "../office.ts";
import { writeEvidence } from "../core/evidenceFile.ts";
import { makeEvidence, type MadeEvidence } from "../flows/verifying/makeEvidence.ts";
import { visible } from "../words/visible.ts";
import { Complaint, unreadableFile } from "./terminal/complaint.ts";
import { exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import { digestOfFile, readSmallFile } from "./files/files.ts";
import { withHelp } from "./terminal/help.ts";
import { parseCount, parseServiceUrl, reader } from "./terminal/options.ts";
import { readSeal, sealFileOf } from "./files/sealFiles.ts";
import { say, table } from "./terminal/terminal.ts";

interface EvidenceOptions {
  readonly seal?: string;
  readonly rpc: string;
  readonly ledger: string;
  readonly confirmations?: number;
  readonly out?: string;
}

/** The command `tradeseal evidence`. */
export function evidenceCommand(): Command {
  const command = new Command("evidence").summary("keep proofs of a seal's anchor that need no node")
    .description("Has a node of the ledger prove the seal's anchor, and what its issuer said about the document, at a final block; checks the proofs and writes them beside the document. With that file, verify --offline judges without any network.")
    .argument("<file>", "the document")
    .option("-s, --seal <file>", "its seal (default: FILE.seal.json)")
    .addOption(new Option("--rpc <url>", "a JSON-RPC endpoint of the ledger, whatever it is: what it says is proven").argParser(reader(parseServiceUrl)).makeOptionMandatory())
    .requiredOption("--ledger <file>", "the ledger.json of the ledger that you believe in")
    .addOption(new Option("--confirmations <count>", "blocks until final, on a chain without the finalized tag").argParser(reader(parseCount)))
    .option("-o, --out <file>", "where to write it (default: FILE.evidence.json)")
    .action(async (file: string, options: EvidenceOptions) => void (process.exitCode = await keepEvidence(file, options)));
  return withHelp(command, {
    examples: ["tradeseal evidence certificate.pdf --rpc http://127.0.0.1:8545 --ledger ledger.json", "tradeseal verify certificate.pdf --offline --evidence certificate.pdf.evidence.json --block-hash 0x... --ledger ledger.json"],
    exits: { 0: "written: the anchor is there, at a final block", 1: "written: the ledger has no such anchor", 2: "the block is not final yet (written all the same), or the ledger does not answer or cannot prove its state (nothing written)", 65: "a file cannot be read or written" },
  });
}

async function keepEvidence(file: string, options: EvidenceOptions): Promise<ExitCode> {
  const seal = readSeal(options.seal ?? sealFileOf(file));
  if ((await digestOfFile(file)) !== seal.digest) throw new Complaint("wrong_use", `The seal is not that of ${visible(file)}: its digest is another one.`);
  readSmallFile("The ledger file", options.ledger);
  const ledger = readLedgerFile(options.ledger);
  const connected = connect(ledger, { url: options.rpc, confirmations: options.confirmations ?? null });
  try {
    const made = await makeEvidence(seal, { source: proofSourceOn(connected), proofs: await proofReaderHere(), ledger });
    const out = options.out ?? `${file}.evidence.json`;
    write(out, writeEvidence(made.evidence));
    show(out, made);
    if (!made.isAnchored) return exitCodes.no;
    return made.evidence.block.isFinal ? exitCodes.fine : exitCodes.undetermined;
  } finally {
    await connected.close();
  }
}

function write(file: string, text: string): void {
  try {
    writeFileWhole(file, text);
  } catch (error) {
    throw unreadableFile(`The evidence ${file} cannot be written`, error);
  }
}

function show(out: string, { evidence: { block }, blockNumber, isAnchored, hasStanding }: MadeEvidence): void {
  say(
    isAnchored ? "The ledger has the anchor; this proves it without any node:" : "The ledger has no such anchor; this proves it without any node:",
    ...table([
      ["evidence", visible(out)],
      ["block", `${blockNumber}${block.isFinal ? "" : " (not final yet: make the evidence again once it is)"}`],
      ["block hash", block.hash],
      ["standing", hasStanding ? "what the issuer said by that block is proven, too" : "not proven"],
    ]),
    "",
    "Whoever checks offline must know this block hash from a source of their own.",
  );
}
