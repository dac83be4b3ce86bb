// tradeseal issuer show: an issuer as the ledger has it now.

import { Command } from "commander";
import { BURN_ADDRESS, didOf } from "../core/address.ts";
import { dateOf } from "../core/report.ts";
import { mayWrite, type Delegation, type LedgerIdentity } from "../flows/identities/ledgerIdentity.ts";
import type { Issuer } from "../flows/issuing/issuePorts.ts";
import { inDataFolder, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { withHelp } from "./terminal/help.ts";
import { onLedger } from "./folder/ledgerOfFolder.ts";
import { dataOption } from "./terminal/options.ts";
import { issuerNamed } from "./folder/parties.ts";
import { say, sayJson, table } from "./terminal/terminal.ts";

interface ShowOptions extends DataOptions {
  readonly json?: boolean;
}

/** The command `tradeseal issuer show`. */
export function showCommand(): Command {
  const command = new Command("show")
    .description("Shows who owns an issuer's identity now, who may speak for it until when, and whether it was given up, as the ledger has it.")
    .argument("<issuer>", "an issuer here, by name, address or DID")
    .option("--json", "for machines")
    .addOption(dataOption())
    .action((name: string, options: ShowOptions) => inDataFolder(options, (folder) => showIssuer(name, options, folder)));
  return withHelp(command, { examples: ["tradeseal issuer show 0x...", 'tradeseal issuer show "Chamber of Commerce of Example" --json'], exits: { 0: "done", 2: "the ledger does not answer", 65: "there is no data folder" } });
}

async function showIssuer(name: string, { json = false }: ShowOptions, folder: OpenFolder): Promise<void> {
  const issuer = await issuerNamed(name, folder);
  const { seen, chainId } = await onLedger(folder, async ({ identities, ledger }) => ({ seen: await identities.identityOf(issuer.address), chainId: ledger.chainId }));
  const view = viewOf({ issuer, seen, chainId }, folder);
  if (json) sayJson(view);
  else say(issuer.name, ...table(rowsOf(view, seen)));
}

type View = ReturnType<typeof viewOf>;

function viewOf({ issuer, seen, chainId }: { issuer: Issuer; seen: LedgerIdentity; chainId: number }, { office: { keys } }: OpenFolder) {
  const { address, name, account, successor } = issuer;
  const { owner, isDeactivated, head } = seen;
  const label = keys.token.labelOf(account);
  return {
    ...{ name, address, did: didOf(address, chainId), account },
    keyIn: label !== null ? `token: ${label}` : keys.has(account) ? "key folder" : "nowhere here",
    ...{ owner, isDeactivated },
    mayWrite: mayWrite(seen, account),
    ...(successor === null || successor === BURN_ADDRESS ? {} : { handedOverTo: successor }),
    delegates: seen.delegations.map(({ delegate, end, isInForce }) => ({ address: delegate, ends: dateOf(end), isInForce })),
    block: { number: head.number, hash: head.hash, time: dateOf(head.time) },
  };
}

function rowsOf(view: View, { delegations }: LedgerIdentity): readonly (readonly [string, string | readonly string[]])[] {
  const { address, did, account, keyIn, owner, isDeactivated, mayWrite, handedOverTo, block } = view;
  return [
    ["address", address],
    ["DID", did],
    ["owner now", isDeactivated ? `${owner} (given up: deactivated)` : owner],
    ["delegates", delegations.length === 0 ? "none" : delegations.map(delegateText)],
    ["signs here", `${account} (${keyIn})`],
    ["may write now", mayWrite ? "yes" : "no: what it has to say waits, or was given up"],
    ...(handedOverTo === undefined ? [] : [["handed over to", `${handedOverTo}, not done yet: tradeseal issuer rotate ${address}`] as const]),
    ["read at", `block ${block.number}, ${block.time}`],
  ];
}

const delegateText = ({ delegate, end, isInForce }: Delegation): string => `${delegate}   ${isInForce ? "until" : "ended"} ${dateOf(end)}`;
