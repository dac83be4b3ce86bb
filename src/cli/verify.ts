// tradeseal verify: are these the files that were issued, by somebody entitled, and do they still stand?

import { Command, Option } from "commander";
import { systemClock } from "../office.ts";
import type { DocumentType } from "../core/documentType.ts";
import { dateOf } from "../core/report.ts";
import { Complaint } from "./terminal/complaint.ts";
import { worstOf, type ExitCode } from "./terminal/exitCodes.ts";
import { checkAll, exitCodeOfResult, look, withoutTheirSeals, type Verifier } from "./verifying/fileChecks.ts";
import { withHelp } from "./terminal/help.ts";
import { ledgerCredentialVerifier, ledgerVerifier, type LedgerOptions } from "./verifying/ledgerVerifier.ts";
import { offlineVerifier, type OfflineOptions } from "./verifying/offlineVerifier.ts";
import { asAtOption, parseChainHash, parseCount, parseTrustRoot, parseServiceUrl, reader, serviceOption, typeOption } from "./terminal/options.ts";
import { clientFor } from "./service/serviceOptions.ts";
import { credentialText, cutOffText, verifyCredentials, type CredentialVerifier } from "./files/signedFiles.ts";
import { showJson, showText } from "./verifying/verifyOutput.ts";

interface VerifyOptions extends Partial<LedgerOptions>, Partial<OfflineOptions> {
  readonly offline?: boolean;
  readonly seal?: string;
  readonly type?: DocumentType;
  readonly service?: string;
  readonly json?: boolean;
  readonly asAt?: number;
}

/** The command `tradeseal verify`. */
export function verifyCommand(): Command {
  const command = new Command("verify").summary("check files: genuine, unchanged, still standing?")
    .description("Says of each file whether it is the one that was issued, by somebody entitled to issue it, and whether it still stands. The files themselves never leave this machine.")
    .argument("<file...>", "files to check; a seal FILE.seal.json that lies beside a file is used")
    .option("-s, --seal <file>", "the seal of the one file")
    .addOption(typeOption("the document type that you expect, such as 861"))
    .addOption(asAtOption())
    .addOption(serviceOption())
    .addOption(new Option("--rpc <url>", "read the ledger itself at this JSON-RPC endpoint: no service is needed").argParser(reader(parseServiceUrl)).conflicts("service"))
    .option("--ledger <file>", "with --rpc: the ledger.json that says which ledger that must be")
    .addOption(new Option("--trust-root <address[=types]>", "with --rpc: an authority that you believe, for these types (861,380) or for all; may be repeated").argParser(parseTrustRoot))
    .option("--trust-roots <file>", "with --rpc: the authorities that you believe, as a trust-roots.json")
    .addOption(new Option("--confirmations <count>", "with --rpc: blocks until final, on a chain without the finalized tag").argParser(reader(parseCount)))
    .addOption(new Option("--offline", "ask nobody: judge by --evidence at the block that --block-hash names, on the ledger that --ledger names").conflicts(["service", "rpc", "asAt"]))
    .option("--evidence <file>", "with --offline: the evidence, as tradeseal evidence writes it")
    .addOption(new Option("--block-hash <hash>", "with --offline: the hash of a block that you know from a source of your own").argParser(reader(parseChainHash)))
    .option("--json", "print the report as JSON; of several files, an array")
    .action(async (files: string[], options: VerifyOptions) => void (process.exitCode = await verifyFiles(files, options)));
  return withHelp(command, {
    examples: [
      "tradeseal verify certificate.pdf",
      "tradeseal verify certificate.pdf --type 861 --seal certificate.seal.json",
      "tradeseal verify certificate.pdf --as-at 2026-05-01T12:00:00Z",
      "tradeseal verify aeo-certificate.jwt",
      "tradeseal verify certificate.pdf --offline --evidence certificate.pdf.evidence.json --block-hash 0x... --ledger ledger.json",
      "tradeseal verify certificate.pdf --rpc http://127.0.0.1:8545 --ledger ledger.json --trust-root 0x...=861,380",
    ],
    exits: {
      0: "authentic; of several files, every one. Else the first of 70, 64, 65, 1, 2 that applies to any of them",
      1: "a no: altered, not_found, not_entitled or no_longer_valid",
      2: "undetermined: neither a yes nor a no; ask again",
      65: "a file or a seal cannot be read",
    },
  });
}

async function verifyFiles(named: readonly string[], options: VerifyOptions): Promise<ExitCode> {
  const files = withoutTheirSeals(named);
  refuseContradictions(files, options);
  const credentials = new Map((options.offline === true ? [] : files).flatMap((file) => {
    // With a seal it is the file's bytes that are asked about; but not of a credential that lost its signature.
    const text = options.seal === undefined ? credentialText(file) : cutOffText(file);
    return text === null ? [] : [[file, text] as const];
  }));
  if (credentials.size > 0) return verifyCredentials(credentials, credentialVerifier(files, credentials, options), options.json === true ? "json" : "text");
  const { type: documentType = null, seal, json = false, asAt: then } = options;
  const asAt = then === undefined ? null : Math.floor(then);
  const asked = files.map((name) => look(name, seal));
  const verifier = verifierFor(options, { seals: asked.map((each) => each.seal), documentType });
  try {
    const results = await checkAll(asked, { verifier, documentType, asAt });
    const show = json ? showJson : showText;
    show(results, verifier.howAsked());
    return worstOf(results.map(exitCodeOfResult));
  } finally {
    await verifier.close();
  }
}

function verifierFor(options: VerifyOptions, scope: Parameters<typeof ledgerVerifier>[1]): Verifier {
  if (options.offline === true) return offlineVerifier(options as OfflineOptions);
  return options.rpc === undefined ? serviceVerifier(options) : ledgerVerifier(options as LedgerOptions, scope);
}

function refuseOfflineContradictions(files: readonly string[], { offline, evidence, blockHash, ledger }: VerifyOptions): void {
  if (offline !== true) {
    const [lonely] = Object.entries({ "--evidence": evidence, "--block-hash": blockHash }).find(([, value]) => value !== undefined) ?? [];
    if (lonely !== undefined) throw new Complaint("wrong_use", `${lonely} goes with --offline.`);
    return;
  }
  const [missing] = Object.entries({ "--evidence": evidence, "--block-hash": blockHash, "--ledger": ledger }).find(([, value]) => value === undefined) ?? [];
  if (missing !== undefined) throw new Complaint("wrong_use", `--offline needs ${missing}: without it there is nothing to judge by.`);
  if (files.length > 1) throw new Complaint("wrong_use", "--offline checks one file: evidence belongs to one document.");
}

function refuseContradictions(files: readonly string[], options: VerifyOptions): void {
  refuseOfflineContradictions(files, options);
  const { seal, rpc, ledger, trustRoot, trustRoots, confirmations, asAt, offline } = options;
  if (asAt !== undefined && asAt > systemClock()) throw new Complaint("wrong_use", `--as-at ${dateOf(asAt)} has not come yet: only how a document stands now, or stood in the past, can be told.`);
  if (seal !== undefined && files.length > 1) throw new Complaint("wrong_use", "--seal belongs to one file. Of several files, each may have its seal beside it: FILE.seal.json.");
  if (rpc === undefined) {
    const [lonely] = Object.entries({ "--ledger": offline === true ? undefined : ledger, "--trust-root": trustRoot, "--trust-roots": trustRoots, "--confirmations": confirmations }).find(([, value]) => value !== undefined) ?? [];
    if (lonely !== undefined) throw new Complaint("wrong_use", `${lonely} goes with --rpc: a service has its own ledger and its own trust roots.`);
    return;
  }
  if (ledger === undefined) throw new Complaint("wrong_use", "--rpc needs --ledger, the ledger.json of the ledger that you believe in. A service publishes its own at /.well-known/tradeseal-ledger.json.");
  if (trustRoot === undefined && trustRoots === undefined) throw new Complaint("wrong_use", "--rpc needs --trust-root or --trust-roots: where nobody is believed, no issuer is recognised.");
}

/** Credentials are judged apart from documents: their reports say other things. With a seal it is a file's bytes that are asked about. */
function credentialVerifier(files: readonly string[], { size }: ReadonlyMap<string, string>, options: VerifyOptions): CredentialVerifier {
  if (size < files.length) throw new Complaint("wrong_use", "Check credentials and documents apart.");
  const lonely = Object.entries({ "--type": options.type, "--as-at": options.asAt }).find(([, value]) => value !== undefined);
  if (lonely !== undefined) throw new Complaint("wrong_use", `${lonely[0]} goes with documents, not with credentials.`);
  if (options.rpc !== undefined) return ledgerCredentialVerifier(options as LedgerOptions);
  const client = clientFor({ service: options.service, needsKey: false });
  return { verify: (text) => client.verifyCredential(text), howAsked: `Asked the service at ${client.url}, with its own trust roots.`, close: async () => {} };
}

function serviceVerifier({ service }: VerifyOptions): Verifier {
  const client = clientFor({ service, needsKey: false });
  return { verify: (subject) => client.verify(subject), howAsked: () => `Asked the service at ${client.url}, with its own trust roots.`, close: async () => {} };
}
