// tradeseal trust-root: whom this verifier believes, for which types.

import { Command, Option } from "commander";
import { vouchedNamesIn } from "../app.ts";
import { filesIn, readTrustRoots, writeTrustRoots } from "../office.ts";
import type { DocumentType } from "../core/documentType.ts";
import type { TrustRoot } from "../core/evidence.ts";
import { checkName } from "../flows/trust/nameCheck.ts";
import { Complaint } from "./terminal/complaint.ts";
import { chainIdOf, inDataFolder, runningService, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { doingHere } from "./folder/doing.ts";
import { withHelp } from "./terminal/help.ts";
import { dataOption, parseIdentity, parseName, reader, typesOption } from "./terminal/options.ts";
import { didText, partyNamed, type Party } from "./folder/parties.ts";
import { remark, say, sayJson, table } from "./terminal/terminal.ts";

/** The command `tradeseal trust-root`. */
export function trustRootCommand(): Command {
  const command = new Command("trust-root").summary("choose whom this verifier believes").description("The authorities whose grants this verifier believes, and for which document types. A running service heeds a change within a second.")
    .addCommand(listCommand())
    .addCommand(addCommand())
    .addCommand(removeCommand());
  return withHelp(command, { examples: ["tradeseal trust-root list", 'tradeseal trust-root add 0x... --name "Customs of Example" --type 861 AEO'], exits: { 0: "done" } });
}

function listCommand(): Command {
  const command = new Command("list").description("Lists the trust roots.").addOption(dataOption()).option("--json", "print the list as JSON").action((options: DataOptions & { json?: boolean }) => inDataFolder(options, (folder) => list(options, folder)));
  return withHelp(command, { examples: ["tradeseal trust-root list"], exits: { 0: "done", 65: "there is no data folder" } });
}

interface AddOptions extends DataOptions {
  readonly name?: string;
  readonly type: readonly DocumentType[];
  readonly despiteLikeness?: boolean;
}

function addCommand(): Command {
  const command = new Command("add").description("Believes an authority from now on, for these types. One that is believed already gets this name and these types.").argument("<party>", "an address or DID, or an issuer here by name")
    .addOption(new Option("--name <name>", "what reports shall call it; needed unless it is an issuer here").argParser(reader(parseName)))
    .addOption(typesOption("for which document types, such as 861 380 AEO"))
    .option("--despite-likeness", "you answer for a name that mixes scripts or looks like another's; the journal says so")
    .addOption(dataOption())
    .action((party: string, options: AddOptions) => inDataFolder(options, (folder) => add(party, options, folder)));
  return withHelp(command, { examples: ['tradeseal trust-root add did:ethr:0x7a69:0x... --name "Customs of Example" --type 861 380'], exits: { 0: "done", 1: "the name looks like another's", 65: "there is no data folder" } });
}

function removeCommand(): Command {
  const command = new Command("remove").description("Believes an authority no longer. What only it vouched for is then not entitled.").argument("<party>", "its address or DID, or its name in the list").addOption(dataOption())
    .action((party: string, options: DataOptions) => inDataFolder(options, (folder) => remove(party, folder)));
  return withHelp(command, { examples: ["tradeseal trust-root remove 0x..."], exits: { 0: "done", 64: "it is not believed", 65: "there is no data folder" } });
}

const rootsIn = ({ config }: OpenFolder): readonly TrustRoot[] => readTrustRoots(filesIn(config.dataFolder).trustRoots);

async function list({ json = false }: { json?: boolean }, folder: OpenFolder): Promise<void> {
  const roots = rootsIn(folder);
  if (json) return sayJson(roots);
  if (roots.length === 0) say("This verifier believes nobody, so nobody is entitled. Choose somebody: tradeseal trust-root add ...");
  for (const { address, name, documentTypes } of roots) say(name, ...table([["address", address], ["DID", didText(address, folder.config)], ["believed for", documentTypes.join(", ")]]));
}

async function add(text: string, { name: given, type, despiteLikeness: isLikenessKnown = false }: AddOptions, folder: OpenFolder): Promise<void> {
  const { address, name: registered }: Party = await partyNamed(text, folder);
  const name = given ?? registered;
  if (name === null) throw new Complaint("wrong_use", "Say with --name what reports shall call it.");
  const likeness = checkName({ address, name, isLikenessKnown }, [vouchedNamesIn(folder.config)]);
  const former = rootsIn(folder);
  const root = { address, name, documentTypes: [...new Set(type)] };
  const details = { address, name, documentTypes: root.documentTypes, ...(likeness === null ? {} : { despiteLikeness: likeness }) };
  await change(folder, { roots: [...former.filter((each) => each.address !== address), root], act: "trust_root_added", details });
  say(`This verifier believes ${name} (${address}) for ${root.documentTypes.join(", ")}.`);
}

async function remove(text: string, folder: OpenFolder): Promise<void> {
  const former = rootsIn(folder);
  const named = former.filter(({ name }) => name === text);
  const address = named.length === 1 ? named[0]!.address : parseIdentity(text).identity;
  const root = former.find((each) => each.address === address);
  if (root === undefined) throw new Complaint("wrong_use", `This verifier does not believe ${text}. See: tradeseal trust-root list`);
  await change(folder, { roots: former.filter((each) => each !== root), act: "trust_root_removed", details: { address, name: root.name, documentTypes: root.documentTypes } });
  say(`This verifier no longer believes ${root.name} (${address}).`);
}

interface Change {
  readonly roots: readonly TrustRoot[];
  readonly act: "trust_root_added" | "trust_root_removed";
  readonly details: { readonly address: string; readonly name: string; readonly documentTypes: readonly string[]; readonly despiteLikeness?: string };
}

/** The journal first: a change that it tells of and that broke off is better than one it does not tell of. */
async function change({ office, config }: OpenFolder, { roots, act, details }: Change): Promise<void> {
  const chainId = chainIdOf(config);
  if (chainId === null) throw new Complaint("wrong_use", "This data folder has no ledger yet, so its identities have no DIDs. Start the service once: tradeseal serve");
  await office.journal.note({ ...doingHere(), act, details });
  writeTrustRoots(filesIn(config.dataFolder).trustRoots, roots, chainId);
  if (runningService(config.dataFolder) !== null) remark("The running service heeds it within a second.");
}
