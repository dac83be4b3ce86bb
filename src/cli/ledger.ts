// tradeseal ledger: puts the contracts on an external ledger, and describes it.

import { resolve } from "node:path";
import { Command, Option } from "commander";
import { deployExternal } from "../ledgerAccess.ts";
import { filesIn } from "../office.ts";
import { contractNames } from "../core/ledger.ts";
import { inNewDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { withHelp } from "./terminal/help.ts";
import { dataOption, parseServiceUrl, reader } from "./terminal/options.ts";
import { say, table } from "./terminal/terminal.ts";

/** The command `tradeseal ledger`. */
export function ledgerCommand(): Command {
  const command = new Command("ledger").summary("put the contracts on an external ledger").description("The external ledger that services and verifiers share.").addCommand(deployCommand());
  return withHelp(command, { examples: ["tradeseal ledger deploy --rpc https://node.example"], exits: { 0: "done" } });
}

interface DeployOptions extends DataOptions {
  readonly rpc: string;
  readonly out?: string;
}

function deployCommand(): Command {
  const command = new Command("deploy")
    .description(
      "Puts the four contracts on an EVM network and writes ledger.json, which every service and verifier of this ledger needs. The contracts have no owner: one body does this, once. " +
        "A key in the data folder signs, which signs nothing else; run again, the command finds what that key has put there, and puts there what is missing.",
    )
    .addOption(new Option("--rpc <url>", "JSON-RPC endpoint of the network").argParser(reader(parseServiceUrl)).makeOptionMandatory())
    .option("--out <file>", "where ledger.json is written (default: in the data folder)")
    .addOption(dataOption())
    .action((options: DeployOptions) => inNewDataFolder(options, (folder) => deploy(options, folder)));
  return withHelp(command, {
    examples: ["tradeseal ledger deploy --rpc https://node.example", "tradeseal ledger deploy --rpc http://10.0.0.5:8545 --data ./data --out ./ledger.json"],
    exits: { 0: "all four stand there", 1: "the account that deploys has not enough of the network's currency; the message names it", 2: "the network does not answer", 65: "the data folder or the file cannot be used" },
  });
}

async function deploy({ rpc, out }: DeployOptions, { office, config }: OpenFolder): Promise<void> {
  const file = out === undefined ? filesIn(config.dataFolder).ledger : resolve(out);
  const { ledger, deployer } = await deployExternal({ url: rpc, file }, office);
  const { chainId, genesis, contracts, firstBlock } = ledger;
  say("The four contracts stand on the ledger.");
  say(...table([["chain id", String(chainId)], ["genesis", genesis], ...contractNames.map((name): [string, string] => [name, contracts[name].address]), ["deployed by", deployer], ["described in", file]]));
  say(`Reading begins at ${firstBlock === undefined ? "block 0: when they were put there is not known" : `block ${firstBlock}`}.`);
  say("", "Give the file to everybody who is to use this ledger, and start a service on it:", `  TRADESEAL_LEDGER_URL=${rpc} TRADESEAL_LEDGER_FILE=${file} tradeseal serve --no-demo`);
}
