// tradeseal issuer delegate: lets this service's key, or another's, speak for an issuer until a moment.

import { Command, Option } from "commander";
import { unsignedTransaction } from "../office.ts";
import type { Address } from "../core/address.ts";
import { Fault } from "../core/fault.ts";
import type { Ledger } from "../core/ledger.ts";
import { dateOf } from "../core/report.ts";
import type { LedgerIdentity } from "../flows/identities/ledgerIdentity.ts";
import type { Issuer, WriteBody } from "../flows/issuing/issuePorts.ts";
import { Complaint } from "./terminal/complaint.ts";
import { inDataFolder, type DataOptions, type OpenFolder, type RunningService } from "./folder/dataFolder.ts";
import { exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import { untilFinal } from "./grants.ts";
import { withHelp } from "./terminal/help.ts";
import { onLedger } from "./folder/ledgerOfFolder.ts";
import { dataOption, parseDuration, reader, timeoutOption, waitOption, type Wait } from "./terminal/options.ts";
import { issuerNamed, partyNamed } from "./folder/parties.ts";
import { remark, say, sayJson, table } from "./terminal/terminal.ts";

interface DelegateOptions extends DataOptions {
  readonly for: number;
  readonly to?: string;
  readonly revoke?: boolean;
  readonly json?: boolean;
  readonly wait: Wait;
  readonly timeout: number;
}

const NINETY_DAYS = 90 * 86_400;

/** The command `tradeseal issuer delegate`. */
export function delegateCommand(): Command {
  const command = new Command("delegate")
    .description(
      "Lets the account that signs here speak for an issuer until a moment (ERC-1056, delegate type tradeseal: it may write to the ledger, and cannot sign credentials). " +
        "Where the owner's key lies here, it is stored and carried; else the transaction is printed for the owner to sign. A delegation that still runs for half as long or longer is left as it is.",
    )
    .argument("<issuer>", "an issuer here, by name, address or DID")
    .addOption(new Option("--for <span>", "how long: 90d, 12h, 30m").argParser(reader(parseDuration)).default(NINETY_DAYS, "90d"))
    .option("--to <account>", "another account than the one that signs here, such as a hosted service's")
    .option("--revoke", "end the delegation now")
    .option("--json", "for machines: the transaction to sign, as wallets take it")
    .addOption(waitOption(["final", "none"], "none"))
    .addOption(timeoutOption())
    .addOption(dataOption())
    .action(async (name: string, options: DelegateOptions) => void (process.exitCode = await inDataFolder(options, (folder) => delegate(name, options, folder))));
  return withHelp(command, {
    examples: ["tradeseal issuer delegate 0x... --for 90d", "tradeseal issuer delegate 0x... --json > transaction.json", "tradeseal issuer delegate 0x... --revoke"],
    exits: { 0: "stored, as far as --wait says; or printed for the owner to sign", 1: "the identity was given up", 2: "not final yet, or the ledger does not answer", 65: "there is no data folder" },
  });
}

async function delegate(name: string, options: DelegateOptions, folder: OpenFolder): Promise<ExitCode> {
  const issuer = await issuerNamed(name, folder);
  const account = options.to === undefined ? issuer.account : (await partyNamed(options.to, folder)).address;
  const { seen, ledger, running } = await onLedger(folder, async ({ identities, ledger: found }, service) => ({ seen: await identities.identityOf(issuer.address), ledger: found, running: service }));
  refuseWhatIsIdle(issuer, account, seen);
  const body: WriteBody =
    options.revoke === true ? { kind: "revokeDelegate", identity: issuer.address, delegate: account } : { kind: "delegate", identity: issuer.address, delegate: account, validitySeconds: options.for };
  if (folder.office.keys.has(seen.owner)) return store(body, { seen, folder, running, options });
  printFor(body, { owner: seen.owner, ledger, isJson: options.json === true });
  return exitCodes.fine;
}

function refuseWhatIsIdle({ address, successor }: Issuer, account: Address, { owner, isDeactivated }: LedgerIdentity): void {
  if (isDeactivated) throw new Fault("issuer_deactivated", `The identity ${address} was given up for good: nobody can delegate for it.`);
  if (successor !== null) throw new Complaint("wrong_use", `The identity ${address} is being handed over. Finish that first: tradeseal issuer rotate ${address}`);
  if (owner === account) throw new Complaint("wrong_use", `The account ${account} is the owner of ${address} itself, and needs no delegation. Name another with --to.`);
}

interface Storing {
  readonly seen: LedgerIdentity;
  readonly folder: OpenFolder;
  readonly running: RunningService | null;
  readonly options: DelegateOptions;
}

async function store(body: WriteBody, { seen, folder, running, options }: Storing): Promise<ExitCode> {
  const write = await folder.office.store.addWrite(body, seen.owner);
  say(`stored   ${sentence(body, seen.head.time)}`);
  if (running === null) remark("No service runs on this data folder. The next one that does carries it to the ledger: tradeseal serve");
  return options.wait === "none" ? exitCodes.fine : untilFinal([write], { folder, timeoutSeconds: options.timeout });
}

function sentence(body: WriteBody, now: number): string {
  if (body.kind === "revokeDelegate") return `${body.identity} revokes its delegation to ${body.delegate}.`;
  if (body.kind !== "delegate") throw new Error("Invariant broken: only delegations are said here.");
  return `${body.identity} lets ${body.delegate} write to the ledger in its name until about ${dateOf(now + body.validitySeconds)}.`;
}

/** The owner signs with a wallet or program of its own. The data says all of it, so what is signed can be read before. */
function printFor(body: WriteBody, { owner, ledger, isJson }: { owner: Address; ledger: Ledger; isJson: boolean }): void {
  const transaction = unsignedTransaction(body, owner, ledger);
  if (isJson) return sayJson(transaction);
  const { from, to, data } = transaction;
  const what = body.kind === "revokeDelegate" ? sentence(body, 0) : whatItDoes(body);
  say("The owner's key is not here. Have the owner sign and send this transaction, with any wallet or program:", "");
  say(...table([["what it does", what], ["from", from], ["to", `${to} (the DID registry of this ledger, ERC-1056)`], ["value", "0"], ["chain id", String(ledger.chainId)], ["data", data]]));
  say("", "With Foundry:", `  cast send --from ${from} --chain ${ledger.chainId} --value 0 ${to} ${data}`, "", "For programs: the same with --json (EIP-1193, eth_sendTransaction).");
}

function whatItDoes(body: WriteBody): string {
  if (body.kind !== "delegate") throw new Error("Invariant broken: only delegations are said here.");
  return `lets ${body.delegate} write to the ledger in the name of ${body.identity} for ${spanText(body.validitySeconds)}; it moves no money and gives no other right`;
}

function spanText(seconds: number): string {
  const [count, unit] = seconds % 86_400 === 0 ? [seconds / 86_400, "day"] : seconds % 3_600 === 0 ? [seconds / 3_600, "hour"] : [seconds, "second"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
